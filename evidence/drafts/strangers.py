"""Pieces of sentences that speak of something else than a claim: another treatment, place or kind of patient."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from evidence.drafts.features import Asked, Told
from evidence.drafts.profiles import Profile
from evidence.drafts.slots import Lexicon
from evidence.model import Slot

__all__ = ["Strangers"]


class Strangers:
    """What is strange to the claims of a library, and to each of them."""

    def __init__(self, lexicon: Lexicon, profiles: Sequence[Profile]) -> None:
        asked = reduce(or_, (one.asked for one in profiles), 0)
        self._sites = lexicon.slots[Slot.SITE]
        # People whom no claim asks about: babies, animals; and parts of the body: arms, the neck.
        self._people = lexicon.slots[Slot.POPULATION] & ~asked
        self._elsewhere = self._sites & ~asked
        # Treatments that no claim names: diets, needles.
        self._untried = lexicon.slots[Slot.INTERVENTION] & ~reduce(
            or_, (one.exposure | one.statement for one in profiles), 0
        )

    def is_other(self, told: Told, asked: Asked) -> bool:
        """Whether a piece speaks of another place or kind of patient than the claim in all its texts, or treatment.

        Another place or treatment in addition to the claim's own makes no difference here.
        """
        strange = told.named & ~asked.known
        return (
            bool(strange & self._people) or self._is_elsewhere(told, asked) or self._is_treated_otherwise(told, asked)
        )

    def _is_elsewhere(self, told: Told, asked: Asked) -> bool:
        named, have, sites = told.named, told.have, asked.sites
        if not sites:
            return False
        strange = named & self._sites & ~asked.known and sites & ~have
        return bool(strange or (named & self._elsewhere & ~asked.usual and not sites & have))

    def _is_treated_otherwise(self, told: Told, asked: Asked) -> bool:
        """Another treatment is neither usual in the claim's texts nor kin to its own, or is named by no claim."""
        treated, own = told.treated, asked.treatments
        if told.have & own:
            return False
        return treated & self._untried & ~asked.usual != 0 or bool(own and treated and not treated & asked.alike)
