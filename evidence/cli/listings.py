"""A list of records, in the format and at the place asked for."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from evidence.cli.exits import Exit
from evidence.cli.output import json_text, say, write
from evidence.export import csv_text, xlsx_bytes
from evidence.rows import Cell
from evidence.store.save import write_bytes, write_text

__all__ = ["deliver"]


def deliver(
    arguments: Namespace,
    *,
    entries: Iterable[Any],
    rows: Iterable[Mapping[str, Cell]],
    columns: Iterable[str],
    show: Callable[[], None],
) -> Exit:
    """A list as JSON (`entries`), as CSV or as a workbook (`rows` by `columns`), or as a table, which `show` prints."""
    to_terminal = arguments.output is None and sys.stdout.isatty()
    match arguments.format:
        case "json":
            _put(json_text(list(entries)), arguments)
        case "csv":
            _put(csv_text(rows, columns), arguments)
        case "xlsx" if to_terminal:
            say("evidence: A workbook is no text; name a file for it with --output FILE.")
            return Exit.USAGE
        case "xlsx":
            _put(xlsx_bytes(rows, columns), arguments)
        case _ if arguments.output:
            say("evidence: A table is for the eye; with --output say --format csv, json or xlsx.")
            return Exit.USAGE
        case _:
            show()
    return Exit.FINE


def _put(content: str | bytes, arguments: Namespace) -> None:
    match content, arguments.output:
        case str(), None:
            write(content)
        case bytes(), None:
            sys.stdout.buffer.write(content)
        case str(), path:
            write_text(path, content)
        case _, path:
            write_bytes(path, content)
