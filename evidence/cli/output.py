"""Printing: results to standard output, everything else to standard error."""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from evidence.export.csv import csv_text
from evidence.rows import Cell

Columns = Mapping[str, Mapping[str, Any]]
"""The headings of a table, each with the options of rich's `add_column`."""

__all__ = ["Columns", "console", "print_csv", "print_json", "print_table", "say", "write"]

# Wide enough for a table when there is no terminal to ask, for instance in a pipe.
_WIDTH_WITHOUT_TERMINAL = 120


def console() -> Console:
    """Standard output as rich sees it, colours only on a terminal."""
    width = None if sys.stdout.isatty() else _WIDTH_WITHOUT_TERMINAL
    return Console(width=width, highlight=False, soft_wrap=False, markup=False)


def write(text: str) -> None:
    """Text to standard output as it is."""
    sys.stdout.write(text)


def print_json(value: Any) -> None:
    """JSON to standard output, readable, in UTF-8, keys in their order."""
    write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_csv(rows: Iterable[Mapping[str, Cell]], columns: Iterable[str] = ()) -> None:
    """Rows to standard output as CSV."""
    write(csv_text(rows, columns))


def print_table(columns: Columns, rows: Iterable[Iterable[str | Text]]) -> None:
    """Rows as a table."""
    table = Table(box=None, pad_edge=False, header_style="bold", show_lines=False, padding=(0, 2, 0, 0))
    for heading, options in columns.items():
        table.add_column(heading, **options)
    for row in rows:
        table.add_row(*row)
    console().print(table)


def say(text: str) -> None:
    """A remark to standard error."""
    print(text, file=sys.stderr)
