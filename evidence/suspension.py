"""Ratings that no longer stand: they rest on a study that was retracted, or of which a journal voiced concern.

A rating is not computed anew here: what the other studies are worth without this one is for a curator to judge.
"""

from dataclasses import dataclass

from typing_extensions import TypedDict

from evidence.library import Library
from evidence.model import Certainty, Claim, Integrity, Study

__all__ = ["SUSPENDING", "SuspendedEntry", "Suspension", "rated_on", "suspension"]

SUSPENDING = frozenset({Integrity.RETRACTED, Integrity.CONCERN})
"""What a publication's standing must be for ratings that rest on it to be suspended."""


class SuspendedEntry(TypedDict):
    """That a rating is suspended: the certainty before, why, and the keys of the studies that fell."""

    before: str | None
    reason: str
    studies: list[str]


@dataclass(frozen=True, slots=True)
class Suspension:
    """That a claim's rating is suspended: the certainty before, and the studies that brought it about."""

    claim: str
    before: Certainty | None
    studies: tuple[Study, ...]

    def to_dict(self) -> SuspendedEntry:
        """The suspension as JSON shows it."""
        before = self.before.value if self.before else None
        return {"before": before, "reason": self.reason, "studies": [study.key for study in self.studies]}

    @property
    def reason(self) -> str:
        """Why, in one sentence that names each study, what befell it, and who says so since when."""
        return f"{'; '.join(map(_fallen, self.studies))}."


def suspension(claim: Claim, library: Library) -> Suspension | None:
    """Why a claim's rating is suspended, by what the records say of its studies; None where it stands."""
    fallen = tuple(study for study in library.studies_of(claim) if study.appraisal.integrity.status in SUSPENDING)
    return Suspension(claim.id, claim.certainty, fallen) if claim.rating and fallen else None


def rated_on(key: str, library: Library) -> tuple[Claim, ...]:
    """The claims that cite the study of that key and are rated: should it fall, their ratings fall with it."""
    return tuple(claim for claim in library.claims_citing(key) if claim.rating)


def _fallen(study: Study) -> str:
    integrity = study.appraisal.integrity
    what = "was retracted" if integrity.status is Integrity.RETRACTED else "is under an expression of concern"
    asked = ", ".join(part for part in (integrity.source, integrity.on and integrity.on.isoformat()) if part)
    return f"{study.reference.label} {what}{f' ({asked})' if asked else ''}"
