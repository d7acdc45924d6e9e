"""All tables of a library as files that other programs analyse: built from the records, never edited."""

import io
import json
import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from evidence import tables
from evidence.errors import CannotWrite, MissingExtra
from evidence.export import csv_text, xlsx_bytes
from evidence.library import Library
from evidence.rows import Cell
from evidence.store.save import write_bytes

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["DatasetFormat", "frames", "write_datasets"]

DATABASE = "evidence.duckdb"


class DatasetFormat(StrEnum):
    """How tables are written: a file each, but one database for all."""

    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"
    PARQUET = "parquet"
    DUCKDB = "duckdb"


def frames(library: Library) -> "dict[str, DataFrame]":
    """Every table of `evidence.tables`, by its name."""
    return {name: getattr(tables, name)(library) for name in tables.__all__}


def write_datasets(library: Library, folder: Path, format: DatasetFormat) -> tuple[Path, ...]:
    """Write every table into `folder`, which is made where it is not there; the files written, in their order.

    Each file is replaced whole or left as it was.

    Raises:
        MissingExtra: when what writes this format is not installed.
        CannotWrite: when a file cannot be written.
    """
    made = {folder / name: content for name, content in _contents(library, format)}
    _make(folder)
    for path, content in made.items():
        write_bytes(path, content)
    return tuple(made)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(
            f"{folder} cannot be made: {error.strerror}. Name a folder that can be written to."
        ) from error


def _contents(library: Library, format: DatasetFormat) -> Iterator[tuple[str, bytes]]:
    if format is DatasetFormat.DUCKDB:
        yield DATABASE, _duckdb(frames(library))
        return
    for name, frame in frames(library).items():
        yield f"{name}.{format.value}", _content(frame, format)


def _content(frame: "DataFrame", format: DatasetFormat) -> bytes:
    match format:
        case DatasetFormat.PARQUET:
            return _parquet(frame)
        case DatasetFormat.XLSX:
            return xlsx_bytes(_rows(frame), frame.columns)
        case DatasetFormat.JSON:
            return (json.dumps(_rows(frame), ensure_ascii=False, indent=2) + "\n").encode()
        case _:
            return csv_text(_rows(frame), frame.columns).encode()


def _rows(frame: "DataFrame") -> list[Mapping[str, Cell]]:
    """The rows of a table, a missing value as None and a day as `2026-11-21`."""
    present = frame.notna().to_dict("records")
    return [
        {str(name): _cell(value) if there[name] else None for name, value in row.items()}
        for row, there in zip(frame.to_dict("records"), present, strict=True)
    ]


def _cell(value: Cell | datetime) -> Cell:
    return value.date().isoformat() if isinstance(value, datetime) else value


def _parquet(frame: "DataFrame") -> bytes:
    _module("pyarrow", "Parquet")
    out = io.BytesIO()
    frame.to_parquet(out, engine="pyarrow", index=False)
    return out.getvalue()


def _duckdb(found: "Mapping[str, DataFrame]") -> bytes:
    duckdb, arrow = _module("duckdb", "A DuckDB database"), _module("pyarrow", "A DuckDB database")
    with TemporaryDirectory() as folder:
        path = Path(folder) / DATABASE
        with duckdb.connect(os.fspath(path)) as database:
            for name, frame in found.items():
                database.register("frame", arrow.Table.from_pandas(frame, preserve_index=False))
                # A name of `evidence.tables`, never a reader's word.
                database.execute(f"CREATE TABLE {name} AS SELECT * FROM frame")  # noqa: S608
                database.unregister("frame")
        return path.read_bytes()


def _module(name: str, what: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtra(what, "datasets") from error
