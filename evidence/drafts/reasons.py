"""Why a piece of a sentence was taken for a claim, in plain words."""

from collections.abc import Iterator, Sequence

from evidence.drafts.profiles import Profile
from evidence.drafts.slots import Lexicon, held
from evidence.drafts.spans import Piece
from evidence.model import Slot
from evidence.words import Stems, Word, stems

__all__ = ["reasons"]

_SLOTS = (Slot.INTERVENTION, Slot.SITE, Slot.POPULATION, Slot.OUTCOME)


def reasons(
    sentence: str, piece: Piece, subject: Sequence[Word], profile: Profile, lexicon: Lexicon
) -> tuple[str, ...]:
    """Which words met through the vocabulary, and which slots agree, differ, or are not stated."""
    return (
        *dict.fromkeys(_met(sentence, piece, profile, lexicon)),
        *_carried(subject, profile, lexicon),
        *_slots(piece, subject, profile, lexicon),
    )


def _met(sentence: str, piece: Piece, profile: Profile, lexicon: Lexicon) -> Iterator[str]:
    """Other words for what the claim speaks of."""
    for one in lexicon.said(_stems(piece.words)):
        first, last = piece.words[one.first], piece.words[one.last]
        if first.start > last.end:
            continue
        text = sentence[first.start : last.end]
        for concept in lexicon.named(one.concepts & profile.asked & ~lexicon.slots[Slot.DIRECTION]):
            if stems(text) != stems(concept.label):
                yield f"“{text}” = {concept.label}"


def _carried(subject: Sequence[Word], profile: Profile, lexicon: Lexicon) -> Iterator[str]:
    named = held(lexicon.said(_stems(subject))).named & profile.known
    for concept in lexicon.named(named):
        yield f"{concept.label}: from the text before"


def _slots(piece: Piece, subject: Sequence[Word], profile: Profile, lexicon: Lexicon) -> Iterator[str]:
    have = held(lexicon.said(_stems([*subject, *piece.words])))
    asked = profile.asked
    for slot in _SLOTS:
        mask = lexicon.slots[slot]
        agree = [concept.label for concept in lexicon.named(have.all & asked & mask)]
        differ = [concept.label for concept in lexicon.named(have.named & ~profile.known & mask)]
        if agree:
            yield f"{slot.value} agrees: {', '.join(agree)}"
        if differ:
            yield f"{slot.value} differs: {', '.join(differ)} (not in the claim)"
    if not have.all & lexicon.slots[Slot.POPULATION] and profile.claim.question.population:
        yield f"population not stated (claim: {profile.claim.question.population})"


def _stems(words: Sequence[Word]) -> Stems:
    return tuple(word.stem for word in words)
