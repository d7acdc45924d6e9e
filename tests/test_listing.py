import csv
import io
import json

import jsonschema
import pytest

from evidence.export.csv import csv_text
from evidence.listing import claim_entry, study_entry
from evidence.rows import ARTICLE_COLUMNS, CLAIM_COLUMNS, STUDY_COLUMNS, article_row, claim_row, study_row
from evidence.schemas import COMMANDS, current, schema


def test_a_claim_has_the_fields_of_the_contract(library_of):
    entry = claim_entry(library_of().claim("kneading-loosens-elbows"))

    assert entry["certainty"] == "moderate"
    assert entry["question"]["outcome"] == "stiffness"
    assert entry["appearances"][0] == {
        "article": "000_elbow",
        "paragraph": 1,
        "sentence": 1,
        "phrase": "frees",
        "mode": "asserted",
    }
    assert entry["citations"][0]["stance"] == "supports"


def test_a_study_has_the_fields_of_the_contract(library_of):
    library = library_of()
    entry = study_entry(library.study("miller2020kneading"), library)

    assert (entry["year"], entry["pmid"], entry["participants"]) == (2020, None, 80)
    assert entry["authors"] == ["Miller A", "van der Berg J"]
    assert entry["claims"] == ["kneading-loosens-elbows"]
    assert entry["checks"][0]["fields"] == ["title", "results"]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_shipped_schema_is_what_the_code_says(command):
    assert schema(command) == current(command)
    jsonschema.Draft202012Validator.check_schema(schema(command))


def test_a_schema_refuses_what_is_no_claim(library_of):
    entry = json.loads(json.dumps(claim_entry(library_of().claim("kneading-loosens-elbows"))))
    del entry["verdict"]

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([entry], schema("claims"))


def test_rows_have_their_columns_in_order(library_of):
    library = library_of()

    assert tuple(claim_row(library.claim("kneading-loosens-elbows"))) == CLAIM_COLUMNS
    assert tuple(study_row(library.study("miller2020kneading"), library)) == STUDY_COLUMNS
    assert tuple(article_row(library.article("000"), library)) == ARTICLE_COLUMNS


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("-8.16", "'-8.16"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("10.1000/abc", "10.1000/abc"),
        ("NA", "NA"),
        ('a, b “c” "d"\ne', 'a, b “c” "d"\ne'),
        (-3, "-3"),
        (None, ""),
    ],
)
def test_no_cell_is_run_by_a_spreadsheet_and_every_other_comes_back(value, cell):
    _, row = csv.reader(io.StringIO(csv_text([{"x": value, "y": "end"}]), newline=""))

    assert row == [cell, "end"]


def test_a_table_without_rows_still_names_its_columns():
    assert csv_text([], ("a", "b")) == "a,b\n"
