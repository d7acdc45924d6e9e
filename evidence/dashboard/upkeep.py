"""What those who keep a library have to do: faults to mend, figures to read again, registries to ask, gaps to fill."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidence.library import Library
from evidence.model import Access, Claim, Integrity, Read, RiskOfBiasTool, Study
from evidence.problems import Problem
from evidence.rows import Cell
from evidence.rules import validate
from evidence.store import article_texts, misformatted, shipped, sources_folder

__all__ = ["Gap", "Inspected", "gap_rows", "gaps", "inspected", "read_once", "unasked"]

_STUDY_FIELDS: Mapping[str, Callable[[Study], bool]] = {
    "participants": lambda study: study.appraisal.participants is None,
    "risk_of_bias": lambda study: study.appraisal.risk_of_bias.tool is RiskOfBiasTool.NOT_ASSESSED,
    "funding": lambda study: not study.appraisal.funding,
    "conflicts": lambda study: not study.appraisal.conflicts,
    "registration": lambda study: not study.appraisal.registration,
    "results": lambda study: not study.appraisal.results,
    "full text": lambda study: study.appraisal.access is not Access.FULL_TEXT,
    "doi": lambda study: not study.reference.doi,
}
_CLAIM_FIELDS: Mapping[str, Callable[[Claim], bool]] = {
    "size": lambda claim: claim.verdict.is_rated and claim.size is None,
    "does_not_say": lambda claim: not claim.does_not_say,
    "harms": lambda claim: not claim.harms,
    "searches": lambda claim: not claim.searches,
}


@dataclass(frozen=True, slots=True)
class Inspected:
    """Every problem of a library, and how many of its articles' texts were not at hand to be compared."""

    problems: tuple[Problem, ...]
    texts_missing: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A field that is empty in these `records` (ids or keys), out of `total`."""

    noun: str
    field: str
    records: tuple[str, ...]
    total: int

    @property
    def plural(self) -> str:
        """The noun for several."""
        return {"study": "studies"}.get(self.noun, f"{self.noun}s")


def inspected(library: Library, day: date) -> Inspected:
    """Hold the library that the dashboard shows to all rules, as `evidence validate` does."""
    folder = Path(os.environ.get("EVIDENCE_LIBRARY") or shipped("data"))
    texts = article_texts(library, sources_folder())
    found = validate(library, today=day, texts=texts)
    return Inspected(
        tuple(sorted({*found, *misformatted(library, folder)})), len(library.articles.keys() - texts.keys())
    )


def read_once(library: Library) -> tuple[tuple[Study, int], ...]:
    """The studies with results that were read only once, and how many of them; the most first."""
    counted = [
        (study, sum(result.read is Read.ONCE for result in study.appraisal.results))
        for study in library.studies.values()
    ]
    return tuple(sorted((one for one in counted if one[1]), key=lambda one: -one[1]))


def unasked(library: Library) -> tuple[Study, ...]:
    """The studies of which no registry was asked whether they still stand."""
    return tuple(
        study for study in library.studies.values() if study.appraisal.integrity.status is Integrity.NOT_CHECKED
    )


def gaps(library: Library) -> tuple[Gap, ...]:
    """The fields that are empty somewhere, those of studies before those of claims, the emptiest first."""
    studies, claims = library.studies.values(), library.claims.values()
    found = [
        *(
            Gap("study", field, tuple(study.key for study in studies if is_empty(study)), len(studies))
            for field, is_empty in _STUDY_FIELDS.items()
        ),
        *(
            Gap("claim", field, tuple(claim.id for claim in claims if is_empty(claim)), len(claims))
            for field, is_empty in _CLAIM_FIELDS.items()
        ),
    ]
    return tuple(
        sorted((gap for gap in found if gap.records), key=lambda gap: (gap.noun == "claim", -len(gap.records)))
    )


def gap_rows(found: tuple[Gap, ...]) -> list[dict[str, Cell]]:
    """One row for each record and field that is empty in it."""
    return [{"noun": gap.noun, "record": record, "empty": gap.field} for gap in found for record in gap.records]
