"""The signs for verdicts, certainties and stances, the same in every plot and on every page."""

from collections.abc import Iterator

from evidence.model import Certainty, Claim, Verdict
from evidence.plots.drawing import Align, Label, Part, Shape, Sign
from evidence.plots.frame import SMALL
from evidence.plots.lettering import width_of
from evidence.plots.theme import Ink

__all__ = [
    "WORST_FIRST",
    "certainty_key",
    "claim_signs",
    "claim_tip",
    "pips",
    "rating_words",
    "studies_of",
    "studies_words",
    "verdict_key",
    "verdict_sign",
    "worst_first",
]

_VERDICTS: dict[Verdict, tuple[Shape, Ink, bool]] = {
    Verdict.SUPPORTED: (Shape.UP, Ink.HOLDS, True),
    Verdict.PARTLY_SUPPORTED: (Shape.UP, Ink.HOLDS, False),
    Verdict.CONTRADICTED: (Shape.DOWN, Ink.FAILS, True),
    Verdict.CONFLICTING: (Shape.DIAMOND, Ink.MIXED, True),
    Verdict.INSUFFICIENT: (Shape.DIAMOND, Ink.OPEN, False),
    Verdict.NO_EVIDENCE_FOUND: (Shape.CIRCLE, Ink.OPEN, False),
    Verdict.UNVERIFIABLE: (Shape.CROSS, Ink.FAILS, True),
    Verdict.NOT_CHECKABLE: (Shape.DASH, Ink.OPEN, True),
}

WORST_FIRST = (
    Verdict.CONTRADICTED,
    Verdict.UNVERIFIABLE,
    Verdict.NO_EVIDENCE_FOUND,
    Verdict.INSUFFICIENT,
    Verdict.CONFLICTING,
    Verdict.PARTLY_SUPPORTED,
    Verdict.SUPPORTED,
    Verdict.NOT_CHECKABLE,
)
"""Verdicts from what a text should least have said to what it may say; what cannot be checked is neither, and last."""


def worst_first(claim: Claim) -> tuple[int, int, str]:
    """A key to sort claims by: the worst verdict first; the surer the worse it is, and the better a good one is."""
    level = claim.certainty.level if claim.certainty else 0
    is_good = claim.verdict in {Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED}
    return WORST_FIRST.index(claim.verdict), level if is_good else -level, claim.id


def verdict_sign(verdict: Verdict, x: float, y: float, size: float, *, tip: str = "", record: str = "") -> Sign:
    """The sign of a verdict: shape, filling and colour all tell it."""
    shape, ink, is_filled = _VERDICTS[verdict]
    return Sign(x, y, shape, size, ink, is_filled, tip=tip or verdict.words, record=record)


def pips(certainty: Certainty | None) -> str:
    """Four dots, as many full as the certainty's level; none without a certainty."""
    return "●" * certainty.level + "○" * (4 - certainty.level) if certainty else ""


def claim_signs(claim: Claim, x: float, y: float, size: float) -> Iterator[Part]:
    """A claim as its verdict's sign with the dots of its certainty below."""
    yield verdict_sign(claim.verdict, x, y, size, tip=claim_tip(claim), record=claim.id)
    if claim.certainty:
        yield Label(x, y + 19, pips(claim.certainty), 8.5, Align.CENTER, Ink.QUIET)


def rating_words(claim: Claim) -> str:
    """Verdict and certainty in words; says so where nothing could be rated."""
    return f"{claim.verdict.words}, " + (f"{claim.certainty.words} certainty" if claim.certainty else "not rated")


def claim_tip(claim: Claim) -> str:
    """What is told of a claim when its sign is pointed at."""
    return f"{claim.statement} {rating_words(claim).capitalize()}. {studies_words(studies_of(claim)).capitalize()}."


def studies_of(claim: Claim) -> int:
    """How many studies a claim cites, each once."""
    return len({citation.study for citation in claim.citations})


def studies_words(count: int) -> str:
    """`1 study`, `4 studies`."""
    return f"{count} {'study' if count == 1 else 'studies'}"


def verdict_key(y: float, width: float) -> tuple[list[Part], float]:
    """What the verdicts' signs mean, in rows of at most `width`; and the height of it."""
    parts: list[Part] = []
    x, row = 8.0, y
    for verdict in WORST_FIRST:
        needed = 14 + width_of(verdict.words, SMALL) + 16
        if x + needed > width:
            x, row = 8.0, row + 20
        parts += [verdict_sign(verdict, x, row, 13), Label(x + 13, row, verdict.words, SMALL)]
        x += needed
    return parts, row + 20 - y


def certainty_key(y: float) -> Label:
    """What the dots mean."""
    words = " · ".join(f"{pips(certainty)} {certainty.words}" for certainty in Certainty)
    return Label(0, y, f"Certainty: {words} · no dots: not rated", SMALL)
