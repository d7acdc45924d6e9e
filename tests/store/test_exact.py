"""What is read without pydantic is what pydantic would read; all else is left to it."""

import dataclasses
import subprocess
import sys
from datetime import date, datetime
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from evidence.model import Appraisal, Claim
from evidence.model.record import Record
from evidence.store.exact import Inexact, exactly
from evidence.store.records import parse, record, render


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Part(Record):
    name: str
    colour: Colour = Colour.RED


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Record):
    title: str
    count: int | None = None
    is_new: bool = False
    on: date | None = None
    part: Part | None = None
    parts: tuple[Part, ...] = ()
    names: tuple[str, ...] = ()
    colours: tuple[Colour, ...] = ()


WHOLE = TypeAdapter(Whole)
# Values that TOML can hold, most of them wrong for most fields.
SCALARS = st.one_of(
    st.sampled_from(["red", "green", "", "1", "true", "2026-11-21"]),
    st.integers(-2, 3),
    st.booleans(),
    st.floats(allow_nan=False),
    st.dates(),
    st.datetimes(),
)
PARTS = st.dictionaries(st.sampled_from(["name", "colour", "extra"]), SCALARS, max_size=3)
VALUES = st.one_of(SCALARS, PARTS, st.lists(st.one_of(SCALARS, PARTS), max_size=3))
FIELDS = [field.name for field in dataclasses.fields(Whole)]
RIGHT = {
    "title": "a",
    "count": 3,
    "is_new": True,
    "on": date(2026, 11, 21),
    "part": {"name": "b"},
    "parts": [{"name": "b", "colour": "blue"}],
    "names": ["x"],
    "colours": ["red"],
}


@given(st.dictionaries(st.sampled_from([*FIELDS, "extra"]), VALUES), st.sets(st.sampled_from(FIELDS)))
def test_what_is_read_is_what_pydantic_reads(strange, right):
    table = {**strange, **{name: RIGHT[name] for name in right}}
    try:
        found = exactly(Whole, table)
    except Inexact:
        return
    assert found == WHOLE.validate_python(table)


def test_every_kind_of_field_is_read():
    assert exactly(Whole, RIGHT) == WHOLE.validate_python(RIGHT)


@pytest.mark.parametrize(
    "change",
    [
        {"title": 1},
        {"count": True},
        {"count": "3"},
        {"is_new": 1},
        {"on": datetime(2026, 11, 21, 0, 0)},  # as TOML gives a time
        {"part": "b"},
        {"part": {}},
        {"parts": {"name": "b"}},
        {"names": "x"},
        {"colours": ["green"]},
        {"colours": [["red"]]},
        {"extra": 1},
    ],
)
def test_what_is_of_another_type_is_left_to_pydantic(change):
    with pytest.raises(Inexact):
        exactly(Whole, {**RIGHT, **change})


def test_what_pydantic_would_take_is_still_taken():
    """A whole number as text, for instance: refusing it is not for the fast way to decide."""
    found, problems = record(Whole, {"title": "a", "count": "3"}, "file")

    assert (found, problems) == (Whole(title="a", count=3), ())


@pytest.mark.parametrize("table", ["text", 3, [1]])
def test_what_is_no_table_is_a_fault_and_no_traceback(table):
    found, problems = record(Part, table, "parts.toml", "parts[1]")

    assert found is None
    assert [(problem.where.field, problem.rule) for problem in problems] == [("parts[1]", "field-value")]


def test_every_shipped_record_is_read_without_pydantic(real):
    for study in real.studies.values():
        table, _ = parse(render(study.appraisal), "file")
        assert exactly(Appraisal, table) == study.appraisal
    for claim in real.all_claims.values():
        table, _ = parse(render(claim), "file")
        assert exactly(Claim, table) == claim == TypeAdapter(Claim).validate_python(table)


def test_a_sound_library_is_checked_against_without_loading_what_nobody_asked_for():
    code = (
        "import sys, evidence; evidence.check('Massage helps.', evidence.load());"
        "print(*{'pydantic', 'rich', 'zipfile', 'csv', 'evidence.export.citations'} & {*sys.modules})"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.split() == []
