"""Pieces of sentences that speak of something else than a claim: another treatment, place or kind of patient."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from evidence.drafts.features import Asked, Told
from evidence.drafts.profiles import Profile
from evidence.drafts.slots import Lexicon
from evidence.model import Slot

__all__ = ["Strangers"]


class Strangers:
    """What is strange to the claims of a library, and to each of them."""

    def __init__(self, lexicon: Lexicon, profiles: Iterable[Profile]) -> None:
        asked = reduce(or_, (one.asked for one in profiles), 0)
        self._sites = lexicon.slots[Slot.SITE]
        # People whom no claim asks about: babies, animals; and parts of the body: arms, the neck.
        self._people = lexicon.slots[Slot.POPULATION] & ~asked
        self._elsewhere = self._sites & ~asked

    def is_other(self, told: Told, asked: Asked) -> bool:
        """Whether a piece speaks of another place or kind of patient than the claim in all its texts, or treatment.

        Another treatment is one that is neither usual in the claim's texts nor kin to one of its own. Another treatment
        or place in addition to the claim's own makes no difference here.
        """
        named, have, sites = told.named, told.have, asked.sites
        strange = named & ~asked.known
        if strange & self._people:
            return True
        if sites and (
            (strange & self._sites and sites & ~have) or (named & self._elsewhere & ~asked.usual and not sites & have)
        ):
            return True
        treated, own = told.treated, asked.interventions
        return bool(treated and own) and not treated & asked.alike and not have & own
