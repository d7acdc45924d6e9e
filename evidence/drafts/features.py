"""How alike a piece of a sentence and a claim are: a row of numbers, each with a name."""

from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import NamedTuple

from evidence.drafts.forms import Forms
from evidence.drafts.likelihood import Likelihood
from evidence.drafts.likeness import Likeness
from evidence.drafts.packed import whole
from evidence.drafts.profiles import LIGHT, Profile, Reading, profile
from evidence.drafts.retrieval import Bm25
from evidence.drafts.slots import Lexicon
from evidence.library import Library
from evidence.model import Slot
from evidence.words import Word, words

__all__ = ["NAMES", "SHARES", "Index", "Outline"]

# What each number says. A share is from 0 to 1; "weighed" means by rarity in the library (inverse document frequency);
# "tokens" are stems of words and concepts.
NAMES = {
    "answered": "weighed share of a text of the claim that the piece holds",
    "concepts_alike": "weighed concepts that the piece and the likest text of the claim share (Dice)",
    "likelier_concepts": "log-likelihood of the piece's concepts in texts of the claim, to that in all texts",
    "likelier_words": "the same, of its words",
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

_LEAST = 2
_MOST_THINGS = 6
# A claim is looked at when its BM25 score is at least this part of the best; right ones below were two in a thousand.
_WORTH = 0.55
_MORE, _EXTRA = 60, 4
# How many sets of concepts are remembered with their weight.
_MEMO = 100_000


class _Weighed(NamedTuple):
    """A reading, with its words and concepts that the library knows, and the weight of all its concepts."""

    reading: Reading
    words: tuple[tuple[str, int], ...]
    concepts: tuple[tuple[str, int], ...]
    of_concepts: float
    # What is the same for every claim: the numbers "things", "unknown" and "unknown_words".
    numbers: tuple[float, float, float]


class _Asked(NamedTuple):
    """A claim's interventions, and by what a number of its concepts found is multiplied to be a share of them."""

    interventions: int
    exposure: float
    outcome: float
    statement: float
    statement_weight: float
    sites: float


class Outline(NamedTuple):
    """A claim beside a reading: all numbers of its row but the first `SHARES`."""

    place: int
    numbers: tuple[float, ...]
    weighed: _Weighed


class Index:
    """All claims of a library, ready to be compared with pieces of sentences."""

    def __init__(self, library: Library) -> None:
        self.lexicon = Lexicon.of(library.concepts)
        self.profiles = [profile(claim, self.lexicon) for claim in library.claims.values()]
        self._interventions, self._sites = self.lexicon.slots[Slot.INTERVENTION], self.lexicon.slots[Slot.SITE]
        self._things = sum(bits for slot, bits in self.lexicon.slots.items() if slot is not Slot.DIRECTION)
        asked = 0
        for one in self.profiles:
            asked |= one.asked
        # People whom no claim asks about: babies, animals; and parts of the body: arms, the neck.
        self._strangers = self.lexicon.slots[Slot.POPULATION] & ~asked
        self._elsewhere = self._sites & ~asked
        self._bm25 = Bm25([one.tokens for one in self.profiles])
        self._likeness = cache(lambda place: Likeness(self.profiles[place].texts, self._bm25.idf))
        self._likelihood = Likelihood([one.tokens for one in self.profiles], [len(one.texts) for one in self.profiles])
        self._entry = cache(lambda token: (token, whole(self._bm25.idf[token])))
        self._memo: dict[int, float] = {}
        self._asked = [self._shares(one) for one in self.profiles]
        self._forms = Forms([*LIGHT, *self.lexicon.stems, *(token for token in self._bm25.idf if token[0] != "#")])

    def _shares(self, one: Profile) -> _Asked:
        sizes = (one.exposure, one.outcome, one.statement)
        exposure, outcome, statement = (1 / (bits.bit_count() or 1) for bits in sizes)
        weight = 1 / (self._weight(one.statement) or 1.0)
        sites = 1 / (one.sites.bit_count() or 1)
        return _Asked(one.asked & self._interventions, exposure, outcome, statement, weight, sites)

    def words(self, text: str) -> list[Word]:
        """The words of a text, those that nobody here knows as the known word that they seem to be a form of."""
        known = self._forms.of
        return [word if (stem := known(word.stem)) == word.stem else word._replace(stem=stem) for word in words(text)]

    def read(self, text: str, run: Iterable[Word], topic: int = 0) -> Reading:
        """The reading of a piece of text that has these words, in a text about the sites and people of `topic`."""
        return Reading.of(text, tuple([word.stem for word in run]), self.lexicon, topic)

    def rows(self, reading: Reading, n: int) -> list[tuple[int, tuple[float, ...]]]:
        """The places of the `n` claims that come nearest to a reading by BM25, and some more, each with its numbers.

        None for a reading that names fewer than two things of the vocabulary: no claim is made in one.
        """
        return [(one.place, (*self.alike(one), *one.numbers)) for one in self.outlines(reading, n)]

    def outlines(self, reading: Reading, n: int) -> list[Outline]:
        """The claims of `rows`, each with the numbers that are soon found."""
        named, have = reading.held.named, reading.held.all
        best = self._best(reading, _MORE, _WORTH)
        # Those further down count whose statement names nothing that the piece lacks.
        whole = (one for one in best[n:] if not self.profiles[one[0]].statement & ~have)
        best = [*best[:n], *islice(whole, _EXTRA)]
        near = [(place, score) for place, score in best if not self._is_other(named, have, self.profiles[place])]
        if not near:
            return []
        weighed, top, places = self._weighed(reading), best[0][1], [place for place, _ in near]
        concepts = self._likelihood.ratios([token for token, _ in weighed.concepts], places)
        words = self._likelihood.ratios([token for token, _ in weighed.words], places)
        return [
            Outline(place, (*likelier, score / top, *weighed.numbers, *self._numbers(reading, have, place)), weighed)
            for (place, score), likelier in zip(near, zip(concepts, words, strict=True), strict=True)
        ]

    def nearest(self, reading: Reading, n: int) -> list[int]:
        """The places of the `n` claims that come nearest to a reading by BM25; none for one that names too little."""
        return [place for place, _ in self._best(reading, n, 0.0)]

    def _best(self, reading: Reading, n: int, worth: float) -> list[tuple[int, float]]:
        if (reading.held.all & self._things).bit_count() < _LEAST and self._things:
            return []
        return self._bm25.top(reading.tokens, n, worth)

    def _is_other(self, named: int, have: int, one: Profile) -> bool:
        """Whether a piece speaks of another treatment, place or kind of patient than the claim in all its texts.

        Another treatment or place in addition to the claim's own makes no difference here.
        """
        strange = named & ~one.known
        if strange & self._strangers:
            return True
        if strange & self._sites and one.sites & ~have:
            return True
        if named & self._elsewhere & ~one.usual and one.sites and not one.sites & have:
            return True
        named, asked = named & self._interventions, one.asked & self._interventions
        return bool(named and asked) and not named & one.known and not have & asked

    def _weighed(self, reading: Reading) -> _Weighed:
        idf, unseen, entry = self._bm25.idf, self._bm25.unseen, self._entry
        known = [entry(token) for token in reading.tokens if token in idf]
        strange = [token for token in reading.tokens if token not in idf]
        unknown = sum(token[0] != "#" and token not in LIGHT for token in strange)
        light = sum(token in LIGHT for token in strange)
        words = tuple([entry for entry in known if entry[0][0] != "#"])
        concepts = tuple([entry for entry in known if entry[0][0] == "#"])
        total = sum([idf[token] for token, _ in known]) + unseen * (len(strange) - light) + 0.3 * light
        of_concepts = sum([idf[token] for token, _ in concepts]) + unseen * (len(strange) - light - unknown)
        things = min(_MOST_THINGS, (reading.held.named & self._things).bit_count())
        numbers = float(things), unseen * unknown / (total or 1.0), float(min(4, unknown))
        return _Weighed(reading, words, concepts, of_concepts or 1.0, numbers)

    def alike(self, outline: Outline) -> tuple[float, float]:
        """The numbers of a claim beside a reading that its outline lacks: the first `SHARES`."""
        weighed = outline.weighed
        return self._likeness(outline.place).to(weighed.words, weighed.concepts, weighed.of_concepts)

    def _numbers(self, reading: Reading, have: int, place: int) -> tuple[float, ...]:
        """The numbers from "both" on. This is done for every claim that may be meant, hence without further ado."""
        one, asked = self.profiles[place], self._asked[place]
        named, interventions = reading.held.named, self._interventions
        things = named & self._things
        count = things.bit_count() or 1
        stated = have & one.statement
        has_intervention = have & interventions
        return (
            ((have & one.exposure).bit_count() * asked.exposure if one.exposure else 0.5)
            * ((have & one.outcome).bit_count() * asked.outcome if one.outcome else 0.5),
            stated.bit_count() * asked.statement if one.statement else 0.5,
            self._weight(stated) * asked.statement_weight if one.statement else 0.5,
            1.0 if asked.interventions and not has_intervention else 0.0,
            1.0 if has_intervention and not asked.interventions else 0.0,
            1.0 if asked.interventions and named & interventions and not have & asked.interventions else 0.0,
            (things & ~one.known).bit_count() / count,
            (things & ~one.usual).bit_count() / count,
            1.0 if named & ~one.known & self._sites else 0.0,
            (one.sites & ~have).bit_count() * asked.sites,
            1.0 if one.numbers and not one.numbers <= reading.figures else 0.0,
        )

    def _weight(self, concepts: int) -> float:
        """The sum of the rarities of a set of concepts; the same few sets are asked for again and again."""
        weight = self._memo.get(concepts)
        if weight is None:
            idf, unseen = self._bm25.idf, self._bm25.unseen
            weight = sum(idf.get(f"#{concept.id}", unseen) for concept in self.lexicon.named(concepts))
            if len(self._memo) > _MEMO:
                self._memo.clear()
            self._memo[concepts] = weight
        return weight
