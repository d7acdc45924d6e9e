import csv
import json
import os

import pytest

if not os.environ.get("EVIDENCE_REQUIRE_TOOLS"):
    for module in ("pandas", "pyarrow", "duckdb", "openpyxl"):
        pytest.importorskip(module, reason=f"{module} is not installed: the extras `datasets` and `test`")

import duckdb
import openpyxl
import pandas as pd

from evidence import tables
from evidence.cli import main
from evidence.cli.arguments import parser
from evidence.datasets import DatasetFormat, frames, write_datasets
from evidence.errors import CannotWrite, MissingExtra
from evidence.library import Library
from evidence.store import save


def test_parquet_comes_back_as_the_same_tables(real, tmp_path):
    write_datasets(real, tmp_path, DatasetFormat.PARQUET)

    for name, frame in frames(real).items():
        read = pd.read_parquet(tmp_path / f"{name}.parquet").astype(frame.dtypes)
        pd.testing.assert_frame_equal(read, frame)


def test_a_database_holds_every_table_whole_and_answers_the_question_in_the_documentation(real, tmp_path, root):
    (path,) = write_datasets(real, tmp_path, DatasetFormat.DUCKDB)
    query = (root / "docs/tables.md").read_text().split("```sql\n")[1].split("```")[0]

    with duckdb.connect(str(path), read_only=True) as database:
        for name, frame in frames(real).items():
            count = database.execute(f"SELECT count(*) FROM {name}").fetchone()
            assert count == (len(frame),)
        found = database.execute(query).fetchall()
        low = database.execute("SELECT low FROM results WHERE estimate = '-8.16'").fetchall()

    assert {row[0] for row in found} <= real.claims.keys()
    assert set(low) == {("-13.50",)}


def test_json_csv_and_workbooks_hold_the_same_rows(real, tmp_path):
    for format in (DatasetFormat.JSON, DatasetFormat.CSV, DatasetFormat.XLSX):
        write_datasets(real, tmp_path, format)

    for name in tables.__all__:
        rows = json.loads((tmp_path / f"{name}.json").read_text())
        with (tmp_path / f"{name}.csv").open(newline="") as file:
            lines = list(csv.DictReader(file))
        sheet = openpyxl.load_workbook(tmp_path / f"{name}.xlsx").active
        cells = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2)]

        assert [[str(value or "") for value in row.values()] for row in rows] == [
            [str(value or "") for value in line] for line in cells
        ]
        assert [[text.removeprefix("'") for text in line.values()] for line in lines] == [
            ["" if value is None else str(value).removeprefix("'") for value in row.values()] for row in rows
        ]


def test_days_are_written_as_days_and_what_is_missing_as_null(library_of, claim_of, tmp_path):
    write_datasets(library_of(claims=[claim_of(certainty=None)]), tmp_path, DatasetFormat.JSON)
    (row,) = json.loads((tmp_path / "claims.json").read_text())

    assert (row["reviewed"], row["certainty"]) == ("2026-11-21", None)


@pytest.mark.parametrize("format", DatasetFormat)
def test_an_empty_library_gives_every_table_with_its_columns(tmp_path, format):
    assert write_datasets(Library(), tmp_path, format)
    assert all(len(frame.columns) for frame in frames(Library()).values())


@pytest.mark.parametrize("name", tables.__all__)
def test_every_column_is_documented(root, name):
    text = (root / "docs/tables.md").read_text()
    (line,) = (line for line in text.splitlines() if line.startswith(f"| `{name}` |"))

    assert [column for column in frames(Library())[name].columns if f"`{column}`" not in line] == []


def test_the_command_writes_the_files_it_names(capsys, library_of, tmp_path):
    save(library_of(), tmp_path / "library")
    code = main(["export", str(tmp_path / "new" / "tables"), "--library", str(tmp_path / "library")])

    assert code == 0
    assert {path.name for path in (tmp_path / "new/tables").iterdir()} == {f"{name}.csv" for name in tables.__all__}
    assert str(tmp_path / "new/tables/claims.csv") in capsys.readouterr().err


def test_the_command_offers_every_format():
    command = parser()._subparsers._group_actions[0].choices["export"]
    (choices,) = (action.choices for action in command._actions if "--format" in action.option_strings)

    assert list(choices) == [format.value for format in DatasetFormat]


def test_a_folder_that_is_a_file_is_refused_and_kept(library_of, tmp_path):
    path = tmp_path / "file"
    path.write_text("mine")

    with pytest.raises(CannotWrite, match="Name a folder"):
        write_datasets(library_of(), path, DatasetFormat.CSV)
    assert path.read_text() == "mine"


def test_without_what_writes_a_format_nothing_is_written(library_of, monkeypatch, tmp_path):
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)

    with pytest.raises(MissingExtra, match=r"'\.\[datasets\]'"):
        write_datasets(library_of(), tmp_path / "new", DatasetFormat.DUCKDB)
    assert not (tmp_path / "new").exists()
