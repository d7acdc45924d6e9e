"""`evidence cite`, and lists as files, as a user runs them."""

import csv
import io
import json

import openpyxl
import pytest

from evidence.cli import main
from evidence.model import Integrity, IntegrityCheck
from evidence.store import save


@pytest.fixture
def folder(tmp_path, library_of, study_of):
    doubted = study_of("gone2019kneading", title="Doubted", integrity=IntegrityCheck(status=Integrity.RETRACTED))
    save(library_of(studies=[study_of(), doubted]), tmp_path)
    return str(tmp_path)


def run(capsys, *words):
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


def test_what_is_left_out_is_told_on_standard_error(capsys, folder):
    code, out, err = run(capsys, "cite", "--all", "--library", folder)

    assert (code, out.count("@article")) == (0, 1)
    assert "left out gone2019kneading: RETRACTED. --include-retracted takes it in." in err


def test_what_is_taken_in_says_so(capsys, folder):
    _, out, err = run(capsys, "cite", "--all", "--include-retracted", "--format", "ris", "--library", folder)

    assert out.count("TY  - ") == 2
    assert "N1  - RETRACTED." in out
    assert err == ""


@pytest.mark.parametrize("options", [["--certainty", "low+"], ["--topic", "foot-massage"], ["--search", "sore foot"]])
def test_a_filter_cites_what_its_claims_rest_on(capsys, real, options):
    claims = json.loads(run(capsys, "claims", *options, "--format", "json")[1])
    items = json.loads(run(capsys, "cite", *options, "--format", "csl-json")[1])

    assert items
    assert {item["id"] for item in items} == {one["study"] for claim in claims for one in claim["citations"]}


@pytest.mark.parametrize(
    "doi",
    [
        "10.1007/s11606-018-4763-5",
        "doi:10.1007/S11606-018-4763-5",
        "https://doi.org/10.1007/s11606-018-4763-5",
        "dx.doi.org/10.1007%2fs11606-018-4763-5",
    ],
)
def test_a_doi_in_any_usual_spelling_does_for_a_key(capsys, doi):
    assert run(capsys, "cite", doi) == run(capsys, "cite", "perlman2019efficacy")


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("https://doi.org/10.1000/nowhere", "There is no study with the DOI '10.1000/nowhere' in this library."),
        ("10.1/x", "'10.1/x' is not a DOI: one looks like"),
        ("perlman2091efficacy", "Did you mean perlman2019efficacy"),
    ],
)
def test_what_no_study_has_is_told_on_one_line(capsys, wanted, told):
    code, out, err = run(capsys, "cite", "perlman2019efficacy", wanted)

    assert (code, out) == (2, "")
    assert told in err


def test_a_filter_that_nothing_fits_says_so(capsys, folder):
    code, out, err = run(capsys, "cite", "--verdict", "contradicted", "--library", folder)

    assert (code, out) == (0, "")
    assert "No claim fits" in err


@pytest.mark.parametrize("words", [["--all", "--kind", "effect"], ["perlman2019efficacy", "--search", "feet"], []])
def test_one_way_of_choosing_at_a_time(capsys, words):
    code, out, err = run(capsys, "cite", *words)

    assert (code, out) == (2, "")
    assert "evidence cite --help" in err


@pytest.mark.parametrize("command", ["claims", "studies", "articles"])
def test_a_list_goes_to_a_file_in_each_format(capsys, tmp_path, command):
    files = {name: tmp_path / f"list.{name}" for name in ("json", "csv", "xlsx")}
    for format, file in files.items():
        assert run(capsys, command, "--format", format, "--output", str(file)) == (0, "", "")

    count = len(json.loads(files["json"].read_text(encoding="utf-8")))
    rows = list(csv.reader(io.StringIO(files["csv"].read_text(encoding="utf-8"))))
    lines = list(openpyxl.load_workbook(files["xlsx"]).active.iter_rows(values_only=True))
    assert count > 0
    assert [len(rows) - 1, len(lines) - 1] == [count, count]
    assert list(lines[0]) == rows[0]


def test_a_workbook_never_goes_to_a_terminal(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    code, out, err = run(capsys, "claims", "--format", "xlsx")

    assert (code, out) == (2, "")
    assert "--output FILE" in err


def test_a_table_is_not_written_to_a_file(capsys, tmp_path):
    code, _, err = run(capsys, "claims", "--output", str(tmp_path / "x"))

    assert code == 2
    assert "--format csv, json or xlsx" in err


def test_a_file_that_cannot_be_written_is_said(capsys, tmp_path):
    (tmp_path / "taken").write_text("")
    code, _, err = run(capsys, "claims", "--format", "xlsx", "--output", str(tmp_path / "taken" / "x.xlsx"))

    assert code == 4
    assert "Cannot write" in err
