"""What a writer is told of a draft: sentences, their matches, findings, and how much of it the library covers."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["CheckedSentence", "Coverage", "Finding", "Level", "Match", "Polarity", "Report"]


class Polarity(StrEnum):
    """What a sentence does with a claim: says it, says its opposite, asks, or tells of somebody else who says it."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ASKS = "asks"
    REPORTS = "reports"


class Level(StrEnum):
    """How much a finding matters, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Match:
    """A claim that a part of a sentence (offsets `start` to `end` in the draft) makes.

    `probability` is that of the pairing being right, from 0 to 1; `why` says which words met and which slots agree,
    differ, or are not stated.
    """

    claim: str
    probability: float
    polarity: Polarity
    why: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a writer is told: the rule, how much it matters, why, what to write instead, and what to cite."""

    rule: str
    level: Level
    message: str
    rewrites: tuple[str, ...] = ()
    cite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence of the draft (offsets `start` to `end`) with what was found.

    `nearest` are the claims that came closest when none matched; `skipped` is the reason when the sentence was not
    looked at, `ignored` the writer's reason when its findings are not counted.
    """

    text: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    matches: tuple[Match, ...] = ()
    findings: tuple[Finding, ...] = ()
    nearest: tuple[str, ...] = ()
    skipped: str = ""
    ignored: str = ""

    @property
    def level(self) -> Level:
        """The gravest level among the findings that count."""
        order = tuple(Level)
        levels = [] if self.ignored else [finding.level for finding in self.findings]
        return min(levels, key=order.index, default=Level.NONE)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many sentences there were, how many matched a claim, were not in the library, or were skipped."""

    sentences: int
    matched: int
    not_in_library: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Report:
    """The findings on one draft. `version` and `on` are those of the library: its version and its latest review."""

    name: str
    version: str
    on: str
    coverage: Coverage
    sentences: tuple[CheckedSentence, ...]
    approximate: bool = False
