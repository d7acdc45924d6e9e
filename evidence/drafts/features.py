"""How alike a piece of a sentence and a claim are: a row of numbers, each with a name."""

from collections.abc import Iterable
from functools import cache, reduce
from itertools import islice
from operator import or_
from typing import NamedTuple

from evidence.drafts.forms import Forms
from evidence.drafts.likelihood import Likelihood
from evidence.drafts.likeness import Likeness
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

_LEAST = 2
_MOST_THINGS = 6
# A claim is looked at when its BM25 score is at least this part of the best; right ones below are two in a thousand
# more than at 0.55, and hardly one of them would be chosen.
_WORTH = 0.65
_MORE, _EXTRA = 60, 4
# How many sets of concepts are remembered with their weight.
_MEMO = 100_000


class _Piece(NamedTuple):
    """What a reading is to all claims alike.

    `named` and `have` are its concepts, by name and with what follows from them; `treated` and `treating` the
    interventions among them; `words` and `concepts` the tokens that the library knows; `of_concepts` weighs all
    concepts; `numbers` are "things", "unknown" and "unknown_words".
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


class _Claim(NamedTuple):
    """What a claim is to all readings alike: its sets of concepts, and what makes a number of them a share.

    It is taken apart whole, for every claim that may be meant, which takes a third of the time of asking a `Profile`.
    """

    interventions: int
    exposure: int
    outcome: int
    statement: int
    sites: int
    known: int
    usual: int
    alike: int
    figures: frozenset[str]
    of_exposure: float
    of_outcome: float
    of_statement: float
    of_weight: float
    of_sites: float


class Outline(NamedTuple):
    """A claim beside a piece: all numbers of its row but the first `SHARES`."""

    place: int
    numbers: tuple[float, ...]
    piece: _Piece


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
        self._memo: dict[int, float] = {}
        self._claims = [self._claim(one) for one in self.profiles]
        self._forms = Forms([*LIGHT, *self.lexicon.stems, *(token for token in self._bm25.idf if token[0] != "#")])

    def _claim(self, one: Profile) -> _Claim:
        return _Claim(
            interventions=one.asked & self._interventions,
            exposure=one.exposure,
            outcome=one.outcome,
            statement=one.statement,
            sites=one.sites,
            known=one.known,
            usual=one.usual,
            alike=one.usual | self._kin(one.asked & self._interventions),
            figures=one.numbers,
            of_exposure=_share(one.exposure),
            of_outcome=_share(one.outcome),
            of_statement=_share(one.statement),
            of_weight=1 / (self._weight(one.statement) or 1.0),
            of_sites=_share(one.sites),
        )

    def _kin(self, concepts: int) -> int:
        return reduce(or_, (kin for one, kin in self.lexicon.kin.items() if one & concepts), 0)

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
        piece, claims = self._piece(reading), self._claims
        # Those further down count whose statement names nothing that the piece lacks.
        whole = (one for one in best[n:] if not claims[one[0]].statement & ~piece.have)
        near = [one for one in (*best[:n], *islice(whole, _EXTRA)) if not self._is_other(piece, claims[one[0]])]
        places = [place for place, _ in near]
        likelier = self._likelihood.ratios(piece.words, places)
        top, shared = best[0][1], piece.numbers
        return [
            Outline(place, (ratio, score / top, *shared, *self._numbers(piece, claims[place])), piece)
            for (place, score), ratio in zip(near, likelier, strict=True)
        ]

    def nearest(self, reading: Reading, n: int) -> list[int]:
        """The places of the `n` claims that come nearest to a reading by BM25; none for one that names too little."""
        return [place for place, _ in self._best(reading, n, 0.0)]

    def _best(self, reading: Reading, n: int, worth: float) -> list[tuple[int, float]]:
        if (reading.held.all & self._things).bit_count() < _LEAST and self._things:
            return []
        return self._bm25.top((*reading.stems, *reading.concepts), n, worth)

    def _is_other(self, piece: _Piece, claim: _Claim) -> bool:
        """Whether a piece speaks of another place or kind of patient than the claim in all its texts, or treatment.

        Another treatment is one that is neither usual in the claim's texts nor kin to one of its own. Another treatment
        or place in addition to the claim's own makes no difference here.
        """
        named, have, sites = piece.named, piece.have, claim.sites
        strange = named & ~claim.known
        if strange & self._strangers:
            return True
        if sites and (
            (strange & self._sites and sites & ~have) or (named & self._elsewhere & ~claim.usual and not sites & have)
        ):
            return True
        treated, asked = piece.treated, claim.interventions
        return bool(treated and asked) and not treated & claim.alike and not have & asked

    def _piece(self, reading: Reading) -> _Piece:
        idf, unseen = self._bm25.idf, self._bm25.unseen
        words, concepts = ([token for token in all_ if token in idf] for all_ in (reading.stems, reading.concepts))
        strange = [token for token in reading.stems if token not in idf]
        light = sum([token in LIGHT for token in strange])
        unknown = len(strange) - light
        of_concepts = sum([idf[token] for token in concepts]) + unseen * (len(reading.concepts) - len(concepts))
        total = sum([idf[token] for token in words]) + of_concepts + unseen * unknown + 0.3 * light
        named, have = reading.held.named, reading.held.all
        things, treatments = named & self._things, self._interventions
        count = things.bit_count()
        numbers = float(min(_MOST_THINGS, count)), unseen * unknown / (total or 1.0), min(4.0, unknown)
        return _Piece(
            reading, named, have, things, 1 / (count or 1), named & treatments, have & treatments,
            words, concepts, of_concepts or 1.0, numbers,
        )  # fmt: skip

    def alike(self, outline: Outline) -> tuple[float, float]:
        """The numbers of a claim beside a piece that its outline lacks: the first `SHARES`."""
        piece = outline.piece
        return self._likeness(outline.place).to((*piece.words, *piece.concepts), piece.of_concepts)

    def names_treatment(self, outline: Outline) -> bool:
        """Whether a piece names one of the claim's interventions, or the claim has none."""
        asked = self._claims[outline.place].interventions
        return not asked or outline.piece.have & asked != 0

    def _numbers(self, piece: _Piece, claim: _Claim) -> tuple[float, ...]:
        """The numbers from "both" on."""
        reading, _, have, things, of_thing, treated, treating, *_ = piece
        (
            interventions, exposure, outcome, statement, sites, known, usual, _, figures,
            of_exposure, of_outcome, of_statement, of_weight, of_sites,
        ) = claim  # fmt: skip
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
            idf, unseen = self._bm25.idf, self._bm25.unseen
            weight = sum(idf.get(f"#{concept.id}", unseen) for concept in self.lexicon.named(concepts))
            if len(self._memo) > _MEMO:
                self._memo.clear()
            self._memo[concepts] = weight
        return weight


def _share(concepts: int) -> float:
    """What part of these concepts one of them is."""
    return 1 / (concepts.bit_count() or 1)
