"""How alike a piece of a sentence and a claim are: a row of numbers, each with a name."""

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import NamedTuple

from evidence.drafts.profiles import LIGHT, Profile, Reading
from evidence.drafts.slots import Lexicon
from evidence.model import Slot

__all__ = ["NAMES", "SHARES", "Asked", "Numbers", "Told"]

# What each number says. A share is from 0 to 1; "weighed" means by rarity in the library (inverse document frequency);
# "tokens" are stems of words and concepts.
NAMES = {
    "answered": "weighed share of a text of the claim that the piece holds",
    "concepts_alike": "weighed concepts that the piece and the likest text of the claim share (Dice)",
    "likelier": "log-likelihood of the piece's words in texts of the claim, to that in all texts (naive Bayes)",
    "ranked": "BM25 score as a share of the best claim's",
    "things": "how many things of the vocabulary the piece names, six at most",
    "unknown": "weighed share of the piece's words that no claim uses",
    "unknown_words": "how many such words, four at most",
    "both": "share of the exposure times share of the outcome",
    "statement": "share of the statement's concepts that the piece names",
    "statement_weighed": "the same, weighed",
    "no_intervention": "the claim has an intervention, the piece names none",
    "added_intervention": "the piece names an intervention, the claim has none",
    "replaced_intervention": "the piece names an intervention, but none of the claim's",
    "strange": "share of the piece's concepts, directions apart, that the claim does not know",
    "unusual": "the same, of concepts that no tenth of the claim's texts names",
    "strange_site": "a body site that the claim does not know",
    "site_missing": "share of the statement's body sites that the piece does not name",
    "numbers_missing": "figures of the statement that the piece does not hold",
}

# The first of them, shares that take the most time: each of the claim's texts must be looked at.
SHARES = 2

_MOST_THINGS = 6
# How many sets of concepts are remembered with their weight.
_MEMO = 100_000


class Told(NamedTuple):
    """What a reading is to all claims alike.

    `named` and `have` are its concepts, by name and with what follows from them; `things` those apart from directions,
    and `of_thing` what part of them one is; `treated` and `treating` the interventions among the named and among all;
    `words` and `concepts` the tokens that the library knows; `of_concepts` weighs all concepts; `numbers` are "things",
    "unknown" and "unknown_words".
    """

    reading: Reading
    named: int
    have: int
    things: int
    of_thing: float
    treated: int
    treating: int
    words: list[str]
    concepts: list[str]
    of_concepts: float
    numbers: tuple[float, float, float]


class Asked(NamedTuple):
    """What a claim is to all readings alike: its sets of concepts, and what makes a number of them a share.

    `treatments` are those that are tried in it, `alike` those that are usual for it or kin to them, `stated` those of
    its statement and their kin. It is taken apart whole for every claim that may be meant, which takes a third of the
    time of asking a `Profile`.
    """

    interventions: int
    exposure: int
    outcome: int
    statement: int
    sites: int
    known: int
    usual: int
    treatments: int
    alike: int
    stated: int
    figures: frozenset[str]
    of_exposure: float
    of_outcome: float
    of_statement: float
    of_weight: float
    of_sites: float


class Numbers:
    """Counts what readings and claims have in common, weighed by the `rarity` of tokens, `unseen` for any other."""

    def __init__(self, lexicon: Lexicon, rarity: Mapping[str, float], unseen: float) -> None:
        self._lexicon, self._rarity, self._unseen = lexicon, rarity, unseen
        self._interventions, self._sites = lexicon.slots[Slot.INTERVENTION], lexicon.slots[Slot.SITE]
        self._things = lexicon.things
        self._memo: dict[int, float] = {}

    def asked(self, one: Profile) -> Asked:
        """A claim, ready for `overlap`."""
        interventions, tried = one.asked & self._interventions, one.exposure & self._interventions
        return Asked(
            interventions=interventions,
            exposure=one.exposure,
            outcome=one.outcome,
            statement=one.statement,
            sites=one.sites,
            known=one.known,
            usual=one.usual,
            treatments=tried or interventions,
            alike=one.usual | self._kin(interventions),
            stated=self._kin(one.statement & tried),
            figures=one.numbers,
            of_exposure=_share(one.exposure),
            of_outcome=_share(one.outcome),
            of_statement=_share(one.statement),
            of_weight=1 / (self._weight(one.statement) or 1.0),
            of_sites=_share(one.sites),
        )

    def _kin(self, concepts: int) -> int:
        return reduce(or_, (kin for one, kin in self._lexicon.kin.items() if one & concepts), 0)

    def told(self, reading: Reading) -> Told:
        """A piece of a sentence, ready for `overlap`."""
        rarity, unseen = self._rarity, self._unseen
        words, concepts = ([token for token in all_ if token in rarity] for all_ in (reading.stems, reading.concepts))
        strange = [token for token in reading.stems if token not in rarity]
        light = sum([token in LIGHT for token in strange])
        unknown = len(strange) - light
        of_concepts = sum([rarity[token] for token in concepts]) + unseen * (len(reading.concepts) - len(concepts))
        total = sum([rarity[token] for token in words]) + of_concepts + unseen * unknown + 0.3 * light
        named, have = reading.held.named, reading.held.all
        things, treatments = named & self._things, self._interventions
        count = things.bit_count()
        numbers = float(min(_MOST_THINGS, count)), unseen * unknown / (total or 1.0), min(4.0, unknown)
        return Told(
            reading, named, have, things, 1 / (count or 1), named & treatments, have & treatments,
            words, concepts, of_concepts or 1.0, numbers,
        )  # fmt: skip

    def overlap(self, told: Told, asked: Asked) -> tuple[float, ...]:
        """The numbers from "both" on."""
        reading, _, have, things, of_thing, treated, treating, *_ = told
        (
            interventions, exposure, outcome, statement, sites, known, usual, _, _, _, figures,
            of_exposure, of_outcome, of_statement, of_weight, of_sites,
        ) = asked  # fmt: skip
        stated, strange = have & statement, things & ~known
        return (
            ((have & exposure).bit_count() * of_exposure if exposure else 0.5)
            * ((have & outcome).bit_count() * of_outcome if outcome else 0.5),
            stated.bit_count() * of_statement if statement else 0.5,
            self._weight(stated) * of_weight if statement else 0.5,
            1.0 if interventions and not treating else 0.0,
            1.0 if treating and not interventions else 0.0,
            1.0 if interventions and treated and not have & interventions else 0.0,
            strange.bit_count() * of_thing,
            (things & ~usual).bit_count() * of_thing,
            1.0 if strange & self._sites else 0.0,
            (sites & ~have).bit_count() * of_sites,
            1.0 if figures and not figures <= reading.figures else 0.0,
        )

    def _weight(self, concepts: int) -> float:
        """The sum of the rarities of a set of concepts; the same few sets are asked for again and again."""
        weight = self._memo.get(concepts)
        if weight is None:
            known = self._rarity.get
            weight = sum(known(f"#{concept.id}", self._unseen) for concept in self._lexicon.named(concepts))
            if len(self._memo) > _MEMO:
                self._memo.clear()
            self._memo[concepts] = weight
        return weight


def _share(concepts: int) -> float:
    """What part of these concepts one of them is."""
    return 1 / (concepts.bit_count() or 1)
