"""What a writer is told of a draft: sentences, their matches, findings, and how much of it the library covers."""

from dataclasses import dataclass
from enum import StrEnum

from evidence.drafts.entries import FindingEntry, MatchEntry, ReportEntry, SentenceEntry

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

    @property
    def gravity(self) -> int:
        """0 for none up to 3 for an error."""
        return {"none": 0, "note": 1, "warning": 2, "error": 3}[self.value]


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
    """One thing that a writer is told: the rule, how much it matters, why, what to write instead, and what to cite.

    `claim` is the claim that it is about; empty where it is about the sentence whatever it claims.
    """

    rule: str
    level: Level
    message: str
    rewrites: tuple[str, ...] = ()
    cite: tuple[str, ...] = ()
    claim: str = ""

    def to_dict(self) -> FindingEntry:
        """The finding as JSON shows it."""
        return {
            "rule": self.rule,
            "level": self.level.value,
            "message": self.message,
            "rewrites": list(self.rewrites),
            "cite": list(self.cite),
            "claim": self.claim,
        }


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
        levels = [] if self.ignored else [finding.level for finding in self.findings]
        return max(levels, key=lambda level: level.gravity, default=Level.NONE)

    def part(self, match: Match) -> str:
        """The part of the sentence that makes the claim."""
        return self.text[match.start - self.start : match.end - self.start]

    def match_of(self, finding: Finding) -> Match | None:
        """The match that a finding is about; None where it is about the sentence whatever it claims."""
        return next((match for match in self.matches if match.claim == finding.claim), None)

    def to_dict(self) -> SentenceEntry:
        """The sentence as JSON shows it."""
        return {
            "text": self.text,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
            "level": self.level.value,
            "matches": [self._match_entry(match) for match in self.matches],
            "findings": [finding.to_dict() for finding in self.findings],
            "nearest": list(self.nearest),
            "skipped": self.skipped,
            "ignored": self.ignored,
        }

    def _match_entry(self, match: Match) -> MatchEntry:
        return {
            "claim": match.claim,
            "probability": match.probability,
            "polarity": match.polarity.value,
            "why": list(match.why),
            "text": self.part(match),
        }


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many sentences there were: each matched a claim, is not in the library, or was skipped.

    `ignored` counts those among them of which the writer asked, with a reason, not to be told.
    """

    sentences: int
    matched: int
    not_in_library: int
    skipped: int
    ignored: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The findings on one draft.

    `version` is a digest of what the library says, `on` the day of its latest review.
    """

    name: str
    version: str
    on: str
    coverage: Coverage
    sentences: tuple[CheckedSentence, ...]
    approximate: bool = False

    @property
    def level(self) -> Level:
        """The gravest level in the draft."""
        levels = [sentence.level for sentence in self.sentences]
        return max(levels, key=lambda level: level.gravity, default=Level.NONE)

    def count(self, level: Level) -> int:
        """How many findings of a level there are, without those that the writer asked not to be told of."""
        told = (sentence for sentence in self.sentences if not sentence.ignored)
        return sum(1 for sentence in told for finding in sentence.findings if finding.level is level)

    @property
    def cited(self) -> tuple[str, ...]:
        """The citation keys of the studies that the draft's matched claims rest on, sorted, each once."""
        told = (sentence for sentence in self.sentences if not sentence.ignored)
        return tuple(sorted({key for sentence in told for finding in sentence.findings for key in finding.cite}))

    def to_dict(self) -> ReportEntry:
        """The report as `evidence check --format json` shows it."""
        coverage = self.coverage
        return {
            "name": self.name,
            "approximate": self.approximate,
            "library": {"version": self.version, "on": self.on},
            "coverage": {
                "sentences": coverage.sentences,
                "matched": coverage.matched,
                "not_in_library": coverage.not_in_library,
                "skipped": coverage.skipped,
                "ignored": coverage.ignored,
            },
            "sentences": [sentence.to_dict() for sentence in self.sentences],
        }
