"""The headings of the evidence map hold concepts that exist, each below one heading."""

from collections.abc import Iterator

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


RULES = (
    Rule("heading-concepts-exist", "A heading over a concept that does not exist gathers nothing.", _exist),
    Rule("concept-one-heading", "An outcome below two headings would have two places on the map.", _once),
)
