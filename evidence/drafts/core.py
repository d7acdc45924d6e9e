"""The part of a sentence that makes a claim, for what is denied outside of it is something else."""

import re
from collections.abc import Sequence
from functools import reduce
from itertools import chain
from operator import or_

from evidence.drafts.cues import ASIDE
from evidence.drafts.profiles import Profile
from evidence.drafts.slots import Lexicon
from evidence.drafts.spans import Piece
from evidence.drafts.turns import turns
from evidence.model import Direction
from evidence.words import Word

__all__ = ["core"]

# Where a statement ends and another begins: "I had no time, but planks made my knee pain go away".
_CUT = turns(
    r"(?:but|however|though|although|yet|and in fact|and still)\b",
    keys="but however though although yet fact still",
)
_STOP = re.compile("[;—]")

_Term = tuple[Sequence[Word], int]


def core(sentence: str, piece: Piece, profile: Profile, lexicon: Lexicon) -> tuple[int, int] | None:
    """From the first to the last term of a piece that speaks of what the claim speaks of; None without two of them.

    Of several statements in the piece only the last that names both the claim's exposure and its outcome, unless the
    claim is that something is lacking: that is often said in two ("it eases the pain, but not for long").
    """
    things = profile.asked & lexicon.things
    terms: list[_Term] = [
        (piece.words[one.first : one.last + 1], (one.concepts | one.broader) & things)
        for one in lexicon.said(tuple([word.stem for word in piece.words]))
        if one.concepts & things and piece.start <= piece.words[one.first].start
    ]
    if len(terms) < 2:
        return None
    said = sentence.lower()
    plain = _without_asides(said, terms)
    if len(plain) < len(terms) and plain and _names_both(plain, profile):
        terms = plain
    if profile.claim.question.direction is not Direction.NO_DIFFERENCE:
        whole = [part for part in _statements(said, terms) if _names_both(part, profile)]
        terms = whole[-1] if whole else terms
    return terms[0][0][0].start, terms[-1][0][-1].end


def _without_asides(sentence: str, terms: list[_Term]) -> list[_Term]:
    beside = [aside.span() for aside in ASIDE.finditer(sentence)]
    return [term for term in terms if not any(start <= term[0][0].start < end for start, end in beside)]


def _statements(sentence: str, terms: Sequence[_Term]) -> list[list[_Term]]:
    cuts = [cut.start() for cut in chain(_CUT.finditer(sentence), _STOP.finditer(sentence))]
    by_place: dict[int, list[_Term]] = {}
    for words, concepts in terms:
        by_place.setdefault(sum(cut <= words[0].start for cut in cuts), []).append((words, concepts))
    return list(by_place.values())


def _names_both(terms: Sequence[_Term], profile: Profile) -> bool:
    named = reduce(or_, (concepts for _, concepts in terms))
    exposure = (profile.exposure | profile.statement) & ~profile.outcome
    return bool(named & exposure and named & ~exposure)
