"""The pieces of a sentence that each make a claim of their own, with the subject they share.

"Massage improves circulation, reduces swelling and releases endorphins" is three pieces, each about massage.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from evidence.drafts.slots import Lexicon, Said
from evidence.model import Slot
from evidence.words import Word, stems

__all__ = ["Piece", "pieces"]

_CLAUSE = re.compile(r"[;:—–]|\s-\s|\bwhich\b", re.IGNORECASE)
_CONJUNCTIONS = frozenset(stems("but whereas while although however"))
_JOINED = re.compile(r"[,/]|\b(?:and|or|nor)\b|&", re.IGNORECASE)

# Verbs that begin a piece when they follow a comma or "and"; a closed list, as no grammar is at hand.
_VERBS = frozenset(
    stems(
        """
        accelerate alleviate attenuate boost break bring build calm combat cure cut dampen decrease deepen diminish
        drain ease elevate enhance feed fight flush foster heal heighten improve increase keep lessen lift loosen lower
        make melt mend mitigate mobilise prevent promote protect raise reduce relax release relieve remove restore rid
        set shorten shrink slow soothe speed stimulate strengthen supply support tame treat trigger ward widen
        """
    )
)


# "Studies show that massage helps" is about massage: what stands behind "that" is a piece.
_THAT = re.compile(r"\bthat\b")
_TELLING = frozenset(
    stems(
        """
        argue argues assume assumed believe believed believes claim claimed claims conclude concluded confirm confirmed
        demonstrate demonstrated evidence find finds found idea indicate indicated know known notion proof prove proved
        proven report reported reveal revealed say says said show showed shown shows suggest suggested suggests think
        thought true
        """
    )
)

# So that time stays in proportion to the length of a sentence that is a long list.
_MOST = 15
# Within how many words behind a comma or "and" an outcome makes a piece of its own: "and even digestive issues".
_SOON = 3


class Piece(NamedTuple):
    """A stretch of a sentence (offsets `start` to `end`) and the words it is read with, its subject's included."""

    start: int
    end: int
    words: tuple[Word, ...]


def pieces(sentence: str, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Piece]:
    """The whole sentence first, and then, if there are several, its pieces in order: those that name something."""
    if not words:
        return
    yield Piece(words[0].start, words[-1].end, tuple(words))
    said = lexicon.said(tuple([word.stem for word in words]))
    cuts = sorted({0, *islice(_cuts(sentence, words, said, lexicon.slots[Slot.OUTCOME]), _MOST)})
    if len(cuts) > 1:
        things = lexicon.things
        for first, stop in zip(cuts, [*cuts[1:], len(words)], strict=True):
            if not any(one.concepts & things for one in said if first <= one.first < stop):
                continue
            subject = _subject(words, said, first, stop, lexicon)
            yield Piece(words[first].start, words[stop - 1].end, (*subject, *words[first:stop]))


def _cuts(sentence: str, words: Sequence[Word], said: Sequence[Said], outcomes: int) -> Iterator[int]:
    """The places of words at which a new piece begins."""
    begins = {one.first: one.concepts & outcomes for one in said if one.concepts & outcomes}
    before, last = 0, words[0]
    for place, word in enumerate(words):
        gap = sentence[last.end : word.start]
        if word.stem in _CONJUNCTIONS:
            yield place
        elif gap != " ":  # it is one nearly always
            soon = next((begins[near] for near in range(place, place + _SOON) if near in begins), 0)
            told = last.stem in _TELLING and _THAT.search(gap)
            if told or _CLAUSE.search(gap) or (before and _joins(gap, word.stem, soon & ~before)):
                yield place
        before |= begins.get(place, 0)
        last = word


def _joins(gap: str, stem: str, new: int) -> bool:
    """Whether a gap joins a piece with a verb of its own, or a `new` outcome, to what was said of the subject."""
    return bool((stem in _VERBS or new) and _JOINED.search(gap))


def _subject(words: Sequence[Word], said: Sequence[Said], first: int, stop: int, lexicon: Lexicon) -> tuple[Word, ...]:
    """What a piece without an intervention of its own is about: the sentence's interventions, sites and people."""
    interventions = lexicon.slots[Slot.INTERVENTION]
    if any(one.concepts & interventions for one in said if first <= one.first < stop):
        wanted = lexicon.slots[Slot.POPULATION]
    else:
        wanted = interventions | lexicon.slots[Slot.SITE] | lexicon.slots[Slot.POPULATION]
    return tuple(
        word
        for one in said
        if one.concepts & wanted and not first <= one.first < stop
        for word in words[one.first : one.last + 1]
    )
