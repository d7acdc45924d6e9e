"""The evidence map has one column for an outcome and one row for a claim; what stands there exists."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from evidence.problems import Where
from evidence.rules.rule import Fault, Inspection, Rule

__all__ = ["RULES"]


def _exist(inspection: Inspection) -> Iterator[Fault]:
    known = {concept.id for concept in inspection.library.concepts}
    for heading in inspection.library.headings:
        for concept in heading.concepts:
            if concept not in known:
                yield _at(heading.id), f"{concept!r} is no concept of vocabulary.toml; mend its id or take it out"


def _once(inspection: Inspection) -> Iterator[Fault]:
    owners: dict[str, str] = {}
    for heading in inspection.library.headings:
        for concept in heading.concepts:
            if concept in owners:
                yield _at(heading.id), f"{concept!r} stands below {owners[concept]} already; keep it below one of them"
            owners.setdefault(concept, heading.id)


def _at(heading: str) -> Where:
    return Where("headings.toml", f"{heading}.concepts")


def _claims_exist(inspection: Inspection) -> Iterator[Fault]:
    """A claim whose file could not be read is there, and is told of as such."""
    library = inspection.library
    unread = {PurePosixPath(problem.where.file).stem for problem in library.problems}
    for row in library.interventions:
        for claim in row.claims:
            if claim not in library.all_claims and claim not in unread:
                yield _row(row.id), f"{claim!r} is no claim; mend its id or take it out"


def _each_in_one_row(inspection: Inspection) -> Iterator[Fault]:
    """Only where there are rows at all: without them the map goes by topic."""
    rows = inspection.library.interventions
    owners: dict[str, str] = {}
    for row in rows:
        for claim in row.claims:
            if claim in owners:
                yield _row(row.id), f"{claim!r} stands in {owners[claim]} already; keep it in one of them"
            owners.setdefault(claim, row.id)
    missing = [claim for claim in inspection.library.claims if rows and claim not in owners]
    yield from ((Where("interventions.toml", claim), "stands in no row; put its id in one") for claim in missing)


def _row(intervention: str) -> Where:
    return Where("interventions.toml", f"{intervention}.claims")


RULES = (
    Rule("heading-concepts-exist", "A heading over a concept that does not exist gathers nothing.", _exist),
    Rule("concept-one-heading", "An outcome below two headings would have two places on the map.", _once),
    Rule("intervention-claims-exist", "A row of claims that do not exist shows nothing.", _claims_exist),
    Rule(
        "claim-one-intervention",
        "A claim in no row would be missed on the map, one in two rows counted twice.",
        _each_in_one_row,
    ),
)
