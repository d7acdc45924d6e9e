"""Rows as CSV and as a workbook: nothing runs, nothing is guessed, everything comes back."""

import csv
import io
import re

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from evidence.errors import CannotWrite
from evidence.export import csv_text, xlsx_bytes
from evidence.rows import STUDY_COLUMNS, study_row

FORMULAS = [
    "=1+1",
    "+1",
    "-8.16",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "{=1}",
    '=HYPERLINK("http://x","y")',
    "'=1",
    "''@x",
]
TEXTS = [
    "NA",
    "null",
    "TRUE",
    "1E5",
    "00123",
    "10.1000/x",
    "2019-05",
    "1-2",
    "https://x.org",
    "internal:a",
    "'tis",
    "",
    "a\nb",
]
CELLS = st.sampled_from(FORMULAS + TEXTS) | st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=20
)
ROWS = st.lists(
    st.builds(lambda a, b, c: {"a": a, "b": b, "c": c}, CELLS, CELLS | st.none(), st.integers(0, 10**9)), max_size=5
)


def csv_rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def without_apostrophe(text):
    return re.sub(r"^'(?='*[=+\-@\t\r\n＝＋－＠])", "", text)


@settings(max_examples=300)
@given(ROWS)
def test_csv_comes_back_and_no_cell_starts_a_formula(rows):
    read = csv_rows(csv_text(rows, ["a", "b", "c"]))

    assert [{name: without_apostrophe(value) for name, value in row.items()} for row in read] == [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in rows
    ]
    assert not any(
        value.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝")) for row in read for value in row.values()
    )


def as_excel(value):
    """What Excel shows: openpyxl leaves `_x000D_`, the format's own escape of signs that XML cannot hold, as it is."""
    return unescape(value) if isinstance(value, str) else value


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_a_workbook_comes_back_with_text_as_text(rows):
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(rows, ["a", "b", "c"]))).active
    names, *lines = sheet.iter_rows()

    assert [cell.value for cell in names] == ["a", "b", "c"]
    for line, row in zip(lines, rows, strict=True):
        assert [as_excel(cell.value) for cell in line] == [None if value == "" else value for value in row.values()]
        assert {cell.data_type for cell in line} <= {"s", "n"}
        assert not any(cell.hyperlink for cell in line)


def test_a_formula_would_have_been_seen():
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"
    assert book.active["A1"].data_type == "f"


def test_the_same_rows_give_the_same_bytes(real):
    rows = [study_row(study, real) for study in real.studies.values()]
    assert xlsx_bytes(rows, STUDY_COLUMNS) == xlsx_bytes(rows, STUDY_COLUMNS)


def test_every_study_comes_back_from_a_workbook(real):
    rows = [study_row(study, real) for study in real.studies.values()]
    lines = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(rows))).active.iter_rows(values_only=True, min_row=2)
    assert list(lines) == [tuple(value if value != "" else None for value in row.values()) for row in rows]


def test_without_rows_the_columns_are_named():
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([], ["a", "b"]))).active
    assert [cell.value for cell in sheet[1]] == ["a", "b"]


def test_a_text_that_no_cell_holds_is_refused():
    with pytest.raises(CannotWrite, match="Row 2, a: 32768 characters"):
        xlsx_bytes([{"a": "x" * 32_768}])
    xlsx_bytes([{"a": "x" * 32_767}])
