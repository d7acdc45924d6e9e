"""All claims of a library beside a piece of a sentence: which come near, and the numbers that say how near."""

from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import NamedTuple

from evidence.drafts.features import Numbers, Told
from evidence.drafts.forms import Forms
from evidence.drafts.likelihood import Likelihood
from evidence.drafts.likeness import Likeness
from evidence.drafts.profiles import LIGHT, Reading, profile
from evidence.drafts.retrieval import Bm25
from evidence.drafts.slots import Lexicon
from evidence.drafts.strangers import Strangers
from evidence.library import Library
from evidence.words import Word, words

__all__ = ["Index", "Outline"]

_LEAST = 2
# A claim is looked at when its BM25 score is at least this part of the best; right ones below are two in a thousand
# more than at 0.55, and hardly one of them would be chosen.
_WORTH = 0.65
_MORE, _EXTRA = 60, 4


class Outline(NamedTuple):
    """A claim beside a piece: all numbers of its row but the first `features.SHARES`."""

    place: int
    numbers: tuple[float, ...]
    told: Told


class Index:
    """All claims of a library, ready to be compared with pieces of sentences."""

    def __init__(self, library: Library) -> None:
        self.lexicon = Lexicon.of(library.concepts)
        self.profiles = [profile(claim, self.lexicon) for claim in library.claims.values()]
        tokens = [one.tokens for one in self.profiles]
        self._bm25 = Bm25(tokens)
        self._likeness = cache(lambda place: Likeness(self.profiles[place].texts, self._bm25.idf))
        self._likelihood = Likelihood(tokens, [len(one.texts) for one in self.profiles])
        self._numbers = Numbers(self.lexicon, self._bm25.idf, self._bm25.unseen)
        self._asked = [self._numbers.asked(one) for one in self.profiles]
        self._strangers = Strangers(self.lexicon, self.profiles)
        self._forms = Forms([*LIGHT, *self.lexicon.stems, *(token for token in self._bm25.idf if token[0] != "#")])

    def words(self, text: str) -> list[Word]:
        """The words of a text, those that nobody here knows as the known word that they seem to be a form of."""
        forms = self._forms
        return [word if (stem := forms[word.stem]) == word.stem else word._replace(stem=stem) for word in words(text)]

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
        best = self._best(reading, _MORE, _WORTH)
        if not best:
            return []
        told, asked = self._numbers.told(reading), self._asked
        is_other, overlap = self._strangers.is_other, self._numbers.overlap
        # Those further down count whose statement names nothing that the piece lacks.
        whole = (one for one in best[n:] if not asked[one[0]].statement & ~told.have)
        near = [one for one in (*best[:n], *islice(whole, _EXTRA)) if not is_other(told, asked[one[0]])]
        likelier = self._likelihood.ratios(told.words, [place for place, _ in near])
        top, shared = best[0][1], told.numbers
        return [
            Outline(place, (ratio, score / top, *shared, *overlap(told, asked[place])), told)
            for (place, score), ratio in zip(near, likelier, strict=True)
        ]

    def alike(self, outline: Outline) -> tuple[float, float]:
        """The numbers of a claim beside a piece that its outline lacks: the first `features.SHARES`."""
        told = outline.told
        return self._likeness(outline.place).to((*told.words, *told.concepts), told.of_concepts)

    def names_treatment(self, outline: Outline) -> bool:
        """Whether a piece names the treatment of the claim's statement, or one kin to it, or none is named there."""
        stated = self._asked[outline.place].stated
        return not stated or outline.told.have & stated != 0

    def nearest(self, reading: Reading, n: int) -> list[int]:
        """The places of the `n` claims that come nearest to a reading by BM25; none for one that names too little."""
        return [place for place, _ in self._best(reading, n, 0.0)]

    def _best(self, reading: Reading, n: int, worth: float) -> list[tuple[int, float]]:
        if (reading.held.all & self.lexicon.things).bit_count() < _LEAST and self.lexicon.things:
            return []
        return self._bm25.top((*reading.stems, *reading.concepts), n, worth)
