"""A reference on its way out, with what must or may be said beside it."""

from dataclasses import dataclass

from evidence.library import Library
from evidence.model import Citation, Claim, Integrity, IntegrityCheck, Reference, Study

__all__ = ["Cited", "cited", "warning"]

_WARNINGS = {Integrity.RETRACTED: "RETRACTED", Integrity.CONCERN: "EXPRESSION OF CONCERN"}


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference, a warning where its study no longer stands, what it proves, and the keys that it had before."""

    reference: Reference
    warning: str = ""
    proof: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What is said beside the reference, the warning first."""
        return tuple(note for note in (self.warning, self.proof) if note)


def cited(study: Study, library: Library, *, notes: bool = False) -> Cited:
    """A study as it is exported: the warning always, what it proves with `notes`."""
    proof = _proof(study, library) if notes else ""
    return Cited(study.reference, warning(study), proof, study.appraisal.aliases)


def warning(study: Study) -> str:
    """Why a study should not be relied on: retracted, under concern, or withdrawn here; empty when nothing is known."""
    if gone := study.appraisal.withdrawn:
        return f"WITHDRAWN from this library on {gone.on}: {gone.reason}"
    integrity = study.appraisal.integrity
    word = _WARNINGS.get(integrity.status)
    return f"{word}{_according_to(integrity)}." if word else ""


def _according_to(integrity: IntegrityCheck) -> str:
    asked = [part for part in (integrity.source, integrity.on and integrity.on.isoformat()) if part]
    return f" (according to {', '.join(asked)})" if asked else ""


def _proof(study: Study, library: Library) -> str:
    """Each claim that rests on the study: its id, the stance, the certainty, the day of the last full look."""
    said = [
        _bearing(claim, citation)
        for claim in library.claims_citing(study.key)
        for citation in claim.citations
        if citation.study == study.key
    ]
    return f"Evidence: {'; '.join(said)}." if said else ""


def _bearing(claim: Claim, citation: Citation) -> str:
    certainty = f"certainty {claim.certainty.words}" if claim.certainty else "certainty not rated"
    return f"{claim.id}, {citation.stance.words}, {certainty}, {claim.reviewed}"
