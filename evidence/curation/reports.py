"""What verifying and watching find, and how JSON shows it: a contract like `evidence.listing`."""

from dataclasses import dataclass
from datetime import date

from typing_extensions import TypedDict

from evidence.model import Integrity
from evidence.model.terms import Certainty, Term
from evidence.registries.abstracts import RecordedFigure
from evidence.registries.agreement import TitleMatch
from evidence.registries.integrity import Standing
from evidence.registries.records import Source, Work

__all__ = [
    "CandidateEntry",
    "Opinion",
    "Outcome",
    "Suspension",
    "Verification",
    "VerificationEntry",
]


class Outcome(Term):
    """What asking came to, of one registry or of all."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    NOT_FOUND = "not_found"
    NOT_CHECKED = "not_checked"


class OpinionEntry(TypedDict):
    """What one registry says of a reference."""

    registry: str
    outcome: str
    title: str
    address: str
    faults: list[str]


class NoticeEntry(TypedDict):
    """A notice about a study."""

    kind: str
    on: str | None
    by: str
    id: str


class IntegrityEntry(TypedDict):
    """Whether a study stands: before, now, and who says what."""

    before: str
    status: str
    disputed: bool
    reinstated: bool
    registries: dict[str, str]
    notices: list[NoticeEntry]


class FigureEntry(TypedDict):
    """A recorded figure that was looked for in an abstract."""

    field: str
    figure: str
    where: str


class FiguresEntry(TypedDict):
    """How many recorded figures were looked for, in whose abstract, and which do not stand there."""

    abstract: str | None
    looked_for: int
    missing: list[FigureEntry]


class SuspensionEntry(TypedDict):
    """A claim whose rating rests on a study that fell: its certainty before; after, it is suspended."""

    claim: str
    before: str | None
    after: str


class VerificationEntry(TypedDict):
    """A study held against the registries."""

    key: str
    on: str
    outcome: str
    faults: list[str]
    registries: list[OpinionEntry]
    integrity: IntegrityEntry
    figures: FiguresEntry
    suspends: list[SuspensionEntry]


class CandidateEntry(TypedDict):
    """A work that a claim's searches give and the library does not hold."""

    claims: list[str]
    kind: str
    title: str
    authors: list[str]
    year: int | None
    journal: str
    doi: str | None
    pmid: str | None
    pmcid: str | None
    registry: str
    address: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one registry says of a reference: `work` is the one compared; `faults` say what is not as recorded."""

    source: Source
    outcome: Outcome
    title: TitleMatch = TitleMatch.NONE
    faults: tuple[str, ...] = ()
    work: Work | None = None

    def to_dict(self) -> OpinionEntry:
        """The opinion as JSON shows it."""
        return {
            "registry": self.source.value,
            "outcome": self.outcome.value,
            "title": self.title.value,
            "address": self.work.address if self.work else "",
            "faults": list(self.faults),
        }


@dataclass(frozen=True, slots=True)
class Suspension:
    """That a claim's rating rests on a study that was retracted or is under concern, and its certainty before."""

    claim: str
    before: Certainty | None

    def to_dict(self) -> SuspensionEntry:
        """The suspension as JSON shows it."""
        return {"claim": self.claim, "before": self.before.value if self.before else None, "after": "suspended"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """A study held against the registries: what each says, what that comes to, and what follows."""

    key: str
    on: date
    outcome: Outcome
    faults: tuple[str, ...]
    opinions: tuple[Opinion, ...]
    before: Integrity
    standing: Standing
    abstract: Source | None
    looked_for: int
    missing: tuple[RecordedFigure, ...]
    suspends: tuple[Suspension, ...]

    @property
    def is_fine(self) -> bool:
        """Whether it agrees and stands. Figures that an abstract does not have are a reason to look, not a fault."""
        return self.outcome is Outcome.AGREES and self.standing.status in {Integrity.CLEAR, Integrity.CORRECTED}

    @property
    def is_problem(self) -> bool:
        """Whether something is known to be wrong, as against not known."""
        return self.outcome in {Outcome.DISAGREES, Outcome.NOT_FOUND} or self.standing.status in {
            Integrity.RETRACTED,
            Integrity.CONCERN,
        }

    def to_dict(self) -> VerificationEntry:
        """The verification as JSON shows it."""
        return {
            "key": self.key,
            "on": self.on.isoformat(),
            "outcome": self.outcome.value,
            "faults": list(self.faults),
            "registries": [opinion.to_dict() for opinion in self.opinions],
            "integrity": self._integrity(),
            "figures": {
                "abstract": self.abstract.value if self.abstract else None,
                "looked_for": self.looked_for,
                "missing": [{"field": one.field, "figure": one.figure, "where": one.where} for one in self.missing],
            },
            "suspends": [one.to_dict() for one in self.suspends],
        }

    def _integrity(self) -> IntegrityEntry:
        return {
            "before": self.before.value,
            "status": self.standing.status.value,
            "disputed": self.standing.disputed,
            "reinstated": self.standing.reinstated,
            "registries": {source.value: status.value for source, status in self.standing.by_source},
            "notices": [
                {"kind": one.kind.value, "on": one.on.isoformat() if one.on else None, "by": one.by, "id": one.id}
                for one in self.standing.notices
            ],
        }
