"""How alike a piece of a sentence and a claim are: a row of numbers, each with a name."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from evidence.drafts.forms import Forms
from evidence.drafts.likelihood import Likelihood
from evidence.drafts.likeness import Likeness
from evidence.drafts.packed import whole
from evidence.drafts.profiles import LIGHT, Profile, Reading, profile
from evidence.drafts.retrieval import Bm25
from evidence.drafts.slots import Held, Lexicon
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
# How many sets of concepts are remembered with their weight.
_MEMO = 100_000


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A reading, with its tokens that the library knows and their weights."""

    reading: Reading
    tokens: tuple[tuple[str, int, bool], ...]
    total: float
    concepts: float
    unknown: float
    unknown_words: int
    things: float


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
        self._entry = cache(lambda token: (token, whole(self._bm25.idf[token]), token[0] == "#"))
        self._memo: dict[int, float] = {}
        self._forms = Forms([*LIGHT, *self.lexicon.stems, *(token for token in self._bm25.idf if token[0] != "#")])

    def words(self, text: str) -> list[Word]:
        """The words of a text, those that nobody here knows as the known word that they seem to be a form of."""
        return [word._replace(stem=self._forms.of(word.stem)) for word in words(text)]

    def read(self, text: str, run: Iterable[Word], topic: int = 0) -> Reading:
        """The reading of a piece of text that has these words, in a text about the sites and people of `topic`."""
        return Reading.of(text, tuple([word.stem for word in run]), self.lexicon, topic)

    def rows(self, reading: Reading, n: int) -> list[tuple[int, tuple[float, ...]]]:
        """The places of the `n` claims that come nearest to a reading by BM25, each with its row of numbers.

        None for a reading that names fewer than two things of the vocabulary: no claim is made in one.
        """
        return [(one.place, self.row(one)) for one in self.outlines(reading, n)]

    def outlines(self, reading: Reading, n: int) -> list[Outline]:
        """The claims of `rows`, each with the numbers that are soon found."""
        best = self._best(reading, n)
        if not best:
            return []
        weighed, top = self._weighed(reading), best[0][1]
        near = [
            (place, score / top)
            for place, score in best
            if score >= _WORTH * top and not self._is_other(reading.held, self.profiles[place])
        ]
        places = [place for place, _ in near]
        concepts = self._likelihood.ratios([token for token, _, is_concept in weighed.tokens if is_concept], places)
        words = self._likelihood.ratios([token for token, _, is_concept in weighed.tokens if not is_concept], places)
        return [
            Outline(place, (*likelier, *self._numbers(weighed, place, ratio)), weighed)
            for (place, ratio), likelier in zip(near, zip(concepts, words, strict=True), strict=True)
        ]

    def nearest(self, reading: Reading, n: int) -> list[int]:
        """The places of the `n` claims that come nearest to a reading by BM25; none for one that names too little."""
        return [place for place, _ in self._best(reading, n)]

    def _best(self, reading: Reading, n: int) -> list[tuple[int, float]]:
        if (reading.held.all & self._things).bit_count() < _LEAST and self._things:
            return []
        return self._bm25.top(reading.tokens, n)

    def _is_other(self, held: Held, one: Profile) -> bool:
        """Whether a piece speaks of another treatment, place or kind of patient than the claim in all its texts.

        Another treatment or place in addition to the claim's own makes no difference here.
        """
        interventions, sites = self._interventions, self._sites
        strange = held.named & ~one.known
        if strange & self._strangers:
            return True
        if strange & sites and one.sites & ~held.all:
            return True
        if held.named & self._elsewhere & ~one.usual and one.sites and not one.sites & held.all:
            return True
        named, asked = held.named & interventions, one.asked & interventions
        return bool(named and asked) and not named & one.known and not held.all & asked

    def _weighed(self, reading: Reading) -> _Weighed:
        idf, unseen = self._bm25.idf, self._bm25.unseen
        known = tuple([self._entry(token) for token in reading.tokens if token in idf])
        strange = [token for token in reading.tokens if token not in idf]
        words = sum(token[0] != "#" and token not in LIGHT for token in strange)
        light = sum(token in LIGHT for token in strange)
        total = sum([idf[token] for token, _, _ in known]) + unseen * (len(strange) - light) + 0.3 * light
        concepts = sum([idf[token] for token, _, is_concept in known if is_concept])
        concepts += unseen * (len(strange) - light - words)
        things = min(_MOST_THINGS, (reading.held.named & self._things).bit_count())
        unknown = unseen * words / (total or 1.0)
        return _Weighed(reading, known, total or 1.0, concepts or 1.0, unknown, min(4, words), float(things))

    def _numbers(self, weighed: _Weighed, place: int, ratio: float) -> tuple[float, ...]:
        one, reading = self.profiles[place], weighed.reading
        have = reading.held.all
        return (
            ratio,
            weighed.things,
            weighed.unknown,
            float(weighed.unknown_words),
            *self._asked(have, one),
            *self._strange(reading.held.named, have, one),
            float(not one.numbers <= reading.numbers),
        )

    def row(self, outline: Outline) -> tuple[float, ...]:
        """All numbers of a claim beside a reading, in the order of `NAMES`."""
        alike = self._likeness(outline.place).to(outline.weighed.tokens, outline.weighed.concepts)
        return (*alike, *outline.numbers)

    def _asked(self, have: int, one: Profile) -> tuple[float, ...]:
        return (
            _share(one.exposure, have) * _share(one.outcome, have),
            _share(one.statement, have),
            self._weighed_share(one.statement, have),
        )

    def _strange(self, named: int, have: int, one: Profile) -> tuple[float, ...]:
        interventions = self._interventions
        asked = one.asked & interventions
        return (
            float(bool(asked and not have & interventions)),
            float(bool(have & interventions and not asked)),
            float(bool(named & interventions and asked and not have & asked)),
            _other(named & self._things, one.known),
            _other(named & self._things, one.usual),
            float(bool(named & ~one.known & self._sites)),
            _other(one.sites, have),
        )

    def _weighed_share(self, wanted: int, have: int) -> float:
        if not wanted:
            return 0.5
        return self._weight(wanted & have) / self._weight(wanted)

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


def _share(wanted: int, have: int) -> float:
    return (wanted & have).bit_count() / wanted.bit_count() if wanted else 0.5


def _other(named: int, known: int) -> float:
    return (named & ~known).bit_count() / named.bit_count() if named else 0.0
