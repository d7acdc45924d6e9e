"""Why a piece of a sentence was taken for a claim, in plain words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from evidence.drafts.profiles import Profile
from evidence.drafts.slots import Held, Lexicon, Said, held
from evidence.drafts.spans import Piece
from evidence.model import Slot
from evidence.words import Word, stems

__all__ = ["reasons"]

_stems = lru_cache(maxsize=4096)(stems)  # of terms and labels, which come again and again
_SLOTS = (Slot.INTERVENTION, Slot.SITE, Slot.POPULATION, Slot.OUTCOME)


def reasons(
    sentence: str, piece: Piece, subject: Sequence[Word], profile: Profile, lexicon: Lexicon
) -> tuple[str, ...]:
    """Which words met through the vocabulary, and which slots agree, differ, or are not stated."""
    carried, own = (tuple([word.stem for word in words]) for words in (subject, piece.words))
    said = lexicon.said(own)
    have = held(lexicon.said(carried + own) if carried else said)
    return (
        *dict.fromkeys(_met(sentence, piece, said, profile, lexicon)),
        *_carried(held(lexicon.said(carried)), profile, lexicon),
        *_slots(have, profile, lexicon),
    )


def _met(sentence: str, piece: Piece, said: Iterable[Said], profile: Profile, lexicon: Lexicon) -> Iterator[str]:
    """Other words for what the claim speaks of."""
    things = profile.asked & lexicon.things
    for one in said:
        if one.concepts & things and piece.words[one.first].start <= piece.words[one.last].end:
            text = sentence[piece.words[one.first].start : piece.words[one.last].end]
            for concept in lexicon.named(one.concepts & things):
                if _stems(text) != _stems(concept.label):
                    yield f"“{text}” = {concept.label}"


def _carried(carried: Held, profile: Profile, lexicon: Lexicon) -> Iterator[str]:
    for concept in lexicon.named(carried.named & profile.known):
        yield f"{concept.label}: from the text before"


def _slots(have: Held, profile: Profile, lexicon: Lexicon) -> Iterator[str]:
    agreeing, differing = have.all & profile.asked, have.named & ~profile.known
    for slot in _SLOTS:
        mask = lexicon.slots[slot]
        if agreeing & mask:
            yield f"{slot.value} agrees: {lexicon.labels(agreeing & mask)}"
        if differing & mask:
            yield f"{slot.value} differs: {lexicon.labels(differing & mask)} (not in the claim)"
    if not have.all & lexicon.slots[Slot.POPULATION] and profile.claim.question.population:
        yield f"population not stated (claim: {profile.claim.question.population})"
