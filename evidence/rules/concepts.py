"""The vocabulary: each concept once, and a kind of one that is there."""

from collections import Counter
from collections.abc import Iterator

from evidence.model import Concept
from evidence.problems import Where
from evidence.rules.rule import Fault, Inspection, Rule

__all__ = ["RULES"]


def _ids(inspection: Inspection) -> Iterator[Fault]:
    for id, count in Counter(concept.id for concept in inspection.library.concepts).items():
        if count > 1:
            yield Where("vocabulary.toml", id), f"{id!r} is the id of several concepts; join them or rename one"


def _kinds(inspection: Inspection) -> Iterator[Fault]:
    by_id = {concept.id: concept for concept in inspection.library.concepts}
    for concept in by_id.values():
        if concept.kind_of and (fault := _kind_fault(concept, by_id)):
            yield Where("vocabulary.toml", f"{concept.id}.kind_of"), fault


def _kind_fault(concept: Concept, by_id: dict[str, Concept]) -> str:
    broader = by_id.get(concept.kind_of)
    if broader is None:
        return f"{concept.kind_of!r} is no concept; mend its id or take it out"
    if broader.slot is not concept.slot:
        return f"{broader.id!r} stands in the slot {broader.slot.value}; name one in {concept.slot.value}"
    seen = {concept.id}
    while broader and broader.id not in seen:
        seen.add(broader.id)
        broader = by_id.get(broader.kind_of)
    return f"comes round to {broader.id!r} again; take out one of the links" if broader else ""


RULES = (
    Rule("concept-id-unique", "Of two concepts with one id, one would be lost.", _ids),
    Rule(
        "concept-kind-exists",
        "A kind of what is not there, of another slot, or of itself, is a kind of nothing.",
        _kinds,
    ),
)
