"""Which claim of the library a sentence makes: the same under the same conditions, or none."""

from collections.abc import Iterable, Iterator
from math import exp, inf
from operator import itemgetter, mul
from typing import NamedTuple

from evidence.drafts.context import Before, Carried, carried
from evidence.drafts.core import core
from evidence.drafts.features import NAMES, SHARES
from evidence.drafts.index import Index
from evidence.drafts.mentions import is_mention
from evidence.drafts.polarity import towards
from evidence.drafts.reasons import reasons
from evidence.drafts.report import Match
from evidence.drafts.spans import Piece, pieces
from evidence.drafts.weights import BIAS, THRESHOLD, WEIGHTS
from evidence.library import Library

__all__ = ["CANDIDATES", "Matcher"]

CANDIDATES = 8
_NEAREST = 3
# The score of a claim on a treatment where no such treatment is named. On the development set a lower one finds twelve
# right ones of 2,818, and what other things are said to do: "a long run floods you with endorphins".
_UNNAMED = 1.4
# The score of a further claim in a sentence that makes one already. On the development set this leaves out two thirds
# of the further claims that are wrong, and a fifth of those that are right.
_FURTHER = 2.0
# The shares take the most time; what a claim could weigh at most, if it were wholly alike, is known before they are.
_SHARES, _OTHERS = (tuple(WEIGHTS[name] for name in names) for names in ([*NAMES][:SHARES], [*NAMES][SHARES:]))
_MOST = sum(max(0.0, weight) for weight in _SHARES)
_ROUNDING = 1e-9


class _Scored(NamedTuple):
    """A claim for a piece, its score, and whether the piece names what the claim says works."""

    score: float
    place: int
    piece: Piece
    is_named: bool


class Matcher:
    """Finds the claims of one library in sentences. Built once; holds no state between sentences."""

    def __init__(self, library: Library) -> None:
        self._index = Index(library)

    def match(self, sentence_text: str, context_text: str = "") -> tuple[Match, ...]:
        """The claims that the sentence makes, the likeliest first; empty when the library holds none of them.

        Offsets are those in `sentence_text`. `context_text` is the text before it, of which only the end is read: it
        says what "it" or "this technique" means; each paragraph of it is a line.
        """
        return self.match_carrying(sentence_text, self.carried(sentence_text, Before.of(context_text)))

    def carried(self, sentence_text: str, before: Before) -> Carried:
        """What the sentence takes over from those before it; nothing else of them bears on its matches."""
        return carried(sentence_text, before, self._index.lexicon)

    def match_carrying(self, sentence_text: str, subject: Carried) -> tuple[Match, ...]:
        """`match`, given what the sentence takes over from the text before it."""
        if is_mention(sentence_text):
            return ()
        return tuple(
            self._match(sentence_text, one, subject) for one in _chosen(self._by_piece(sentence_text, subject))
        )

    def nearest(self, sentence_text: str) -> tuple[str, ...]:
        """The ids of at most three claims that come closest to a sentence in its words, the closest first."""
        places = self._index.nearest(self._index.read(sentence_text, self._index.words(sentence_text)), _NEAREST)
        return tuple(self._index.profiles[place].claim.id for place in places)

    def _by_piece(self, sentence: str, subject: Carried) -> Iterator[_Scored]:
        """The best candidate of each piece of a sentence, and that of the whole where no piece has a likelier one."""
        parts = [*pieces(sentence, self._index.words(sentence), self._index.lexicon)]
        best = THRESHOLD
        for piece in parts[1:]:
            # What is less likely than another can only be a further claim.
            if one := self._best(sentence, piece, subject, min(best, _FURTHER)):
                best = max(best, one.score)
                yield one
        for whole in parts[:1]:
            if one := self._best(sentence, whole, subject, best):
                yield one

    def _best(self, sentence: str, piece: Piece, subject: Carried, least: float) -> _Scored | None:
        """The best candidate of a piece; none where none scores the `least` that counts.

        Most candidates need not be compared text by text: even if they had a text that is wholly alike, another is
        likelier.
        """
        reading = self._index.read(sentence[piece.start : piece.end], (*subject.words, *piece.words), subject.topic)
        outlines = self._index.outlines(reading, CANDIDATES)
        if not outlines:
            return None
        bare = [(BIAS + sum(map(mul, _OTHERS, one.numbers)), one) for one in outlines]
        best, chosen = -inf, outlines[0]
        for others, one in sorted(bare, key=itemgetter(0), reverse=True):
            if others + _MOST + _ROUNDING < max(best, least):
                break
            score = others + sum(map(mul, _SHARES, self._index.alike(one)))
            if score > best or (score == best and one.place < chosen.place):
                best, chosen = score, one
        is_named = self._index.names_treatment(chosen)
        enough = least if is_named else max(least, _UNNAMED)
        return _Scored(best, chosen.place, piece, is_named) if best >= enough else None

    def _match(self, sentence: str, one: _Scored, subject: Carried) -> Match:
        profile = self._index.profiles[one.place]
        span = (one.piece.start, one.piece.end)
        why = reasons(sentence, one.piece, subject.words, profile, self._index.lexicon)
        probability = round(1 / (1 + exp(-one.score)), 3)
        said = core(sentence, one.piece, profile, self._index.lexicon) or span
        return Match(profile.claim.id, probability, towards(profile.claim, sentence, said), why, *span)


def _order(one: _Scored) -> tuple[float, int]:
    return -one.score, one.place


def _chosen(found: Iterable[_Scored]) -> list[_Scored]:
    """Each claim once, the likeliest first; the others must be likelier than one that is alone, and named."""
    kept: dict[int, _Scored] = {}
    for one in sorted(found, key=_order):
        if not kept or (one.score >= _FURTHER and one.is_named):
            kept.setdefault(one.place, one)
    return list(kept.values())
