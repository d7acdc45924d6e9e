"""From a start and reasoned steps to a certainty, with a receipt that anyone can redo.

The scheme is informed by GRADE (Balshem et al., GRADE guidelines 3, J Clin Epidemiol 2011;64:401-406); a rating made
here is not a GRADE rating.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NotRequired

from typing_extensions import TypedDict

from evidence.errors import InvalidRating
from evidence.model import Certainty, Domain, Rating, Start, Step

__all__ = ["RULES_VERSION", "Receipt", "ReceiptEntry", "ReceiptLine", "certainty", "faults", "receipt"]

RULES_VERSION = "1"


class StepEntry(TypedDict):
    """A step of a receipt as JSON shows it; `certainty` is where it arrives."""

    domain: str
    levels: int
    reason: str
    studies: list[str]
    certainty: str


class ReceiptEntry(TypedDict):
    """A receipt as JSON shows it."""

    rules: str
    start: str
    start_certainty: str
    steps: list[StepEntry]
    certainty: str
    digest: NotRequired[str]


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One step of a rating and the level at which it arrives (4 high … 1 very low; beyond these before clamping)."""

    step: Step
    level: int

    @property
    def certainty(self) -> Certainty:
        """The certainty at which this step arrives."""
        return Certainty.of_level(self.level)


@dataclass(frozen=True, slots=True)
class Receipt:
    """How a rating came about: start, each step with the level after it, the result, the rules' version, and a digest.

    `digest` is the SHA-256 of everything else as JSON with sorted keys and no blanks, in UTF-8.
    """

    start: Start
    lines: tuple[ReceiptLine, ...]
    certainty: Certainty
    rules: str = RULES_VERSION

    @property
    def digest(self) -> str:
        """The SHA-256 of the receipt, in hexadecimal digits."""
        canonical = json.dumps(self._content(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()

    def to_dict(self) -> ReceiptEntry:
        """The receipt as JSON shows it."""
        return {**self._content(), "digest": self.digest}

    def _content(self) -> ReceiptEntry:
        return {
            "rules": self.rules,
            "start": self.start.value,
            "start_certainty": self.start.certainty.value,
            "steps": [
                {
                    "domain": line.step.domain.value,
                    "levels": line.step.levels,
                    "reason": line.step.reason,
                    "studies": list(line.step.studies),
                    "certainty": line.certainty.value,
                }
                for line in self.lines
            ],
            "certainty": self.certainty.value,
        }


def faults(rating: Rating) -> tuple[str, ...]:
    """What the rules do not allow in `rating`, a sentence each; empty when it can be computed.

    GRADE guidelines 4-9 (J Clin Epidemiol 2011;64): each domain is judged once, down by one or two levels; only
    bodies of observational evidence are rated up.
    """
    found = [f"{domain.words} is stepped {count} times; join the steps" for domain, count in _repeated(rating.steps)]
    found += [fault for step in rating.steps for fault in _step_faults(step, rating.start)]
    return tuple(found)


def receipt(rating: Rating) -> Receipt:
    """Add the steps up, in their order, from the start; the result never leaves the scale.

    Raises:
        InvalidRating: with all faults of the steps.
    """
    if wrong := faults(rating):
        raise InvalidRating("; ".join(wrong))
    level = rating.start.certainty.level
    lines = []
    for step in rating.steps:
        level += step.levels
        lines.append(ReceiptLine(step, level))
    return Receipt(rating.start, tuple(lines), Certainty.of_level(level))


def certainty(rating: Rating) -> Certainty:
    """The certainty to which a rating's steps lead.

    Raises:
        InvalidRating: with all faults of the steps.
    """
    return receipt(rating).certainty


def _repeated(steps: Iterable[Step]) -> list[tuple[Domain, int]]:
    return [(domain, count) for domain, count in Counter(step.domain for step in steps).items() if count > 1]


def _step_faults(step: Step, start: Start) -> list[str]:
    if step.domain.raises:
        wrong = [] if step.levels in {1, 2} else [f"{step.domain.words} goes up by 1 or 2, not {step.levels:+d}"]
        if start is Start.RANDOMISED_TRIALS:
            wrong.append(f"{step.domain.words} may raise observational evidence only, not {start.words}")
        return wrong
    return [] if step.levels in {-1, -2} else [f"{step.domain.words} goes down by 1 or 2, not {step.levels:+d}"]
