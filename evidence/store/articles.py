"""`articles.toml`, `topics.toml`, `vocabulary.toml`, … ↔ articles, topics, concepts: lists of records of one type."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from evidence.model import Article, Concept, Heading, Intervention, Threshold, Topic
from evidence.model.record import Record
from evidence.problems import Problem, Where
from evidence.store.records import parse, read_text, record, render_records

__all__ = ["LISTS", "read_list", "render_list"]

# Each type, the file in which its records stand, and the name of the list in that file.
LISTS: dict[type[Record], tuple[str, str]] = {
    Article: ("articles.toml", "articles"),
    Topic: ("topics.toml", "topics"),
    Concept: ("vocabulary.toml", "concepts"),
    Heading: ("headings.toml", "headings"),
    Intervention: ("interventions.toml", "interventions"),
    Threshold: ("thresholds.toml", "thresholds"),
}

_Record = TypeVar("_Record", bound=Record)


def read_list(type_: type[_Record], folder: Path) -> tuple[tuple[_Record, ...], tuple[Problem, ...]]:
    """The records of `type_` in their file; a broken one becomes problems and hides no other."""
    file, name = LISTS[type_]
    if not (folder / file).exists():
        return (), ()
    text, problems = read_text(folder / file, file)
    table, faults = parse(text, file) if text is not None else (None, ())
    if table is None:
        return (), (*problems, *faults)
    found = [record(type_, entry, file, f"{name}[{place}]") for place, entry in enumerate(table.pop(name, ()), 1)]
    unknown = [
        Problem(Where(file, key), "field-unknown", f"is not a list here; records stand under [[{name}]]")
        for key in table
    ]
    records = tuple(one for one, _ in found if one is not None)
    twins = [_twin(file, name, id) for id, count in Counter(map(_id, records)).items() if count > 1]
    return records, (*unknown, *twins, *(problem for _, more in found for problem in more))


def _id(one: Record) -> str:
    return str(getattr(one, "id", ""))


def _twin(file: str, name: str, id: str) -> Problem:
    return Problem(Where(file, name), "list-id-unique", f"has two records with the id {id!r}; rename or merge them")


def render_list(type_: type[Record], records: Iterable[Record]) -> str:
    """The file of a list of records in canonical form, in the order given."""
    return render_records(LISTS[type_][1], records)
