"""Rows as CSV that a spreadsheet opens without running anything."""

import csv
import io
from collections.abc import Iterable, Mapping

from evidence.rows import Cell

__all__ = ["csv_text"]

# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_text(rows: Iterable[Mapping[str, Cell]], columns: Iterable[str] = ()) -> str:
    r"""The rows as CSV (RFC 4180, UTF-8, lines end in `\n`), with a line of column names first.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, which spreadsheets read as *this is
    text*. Without rows the names come from `columns`.
    """
    rows = list(rows)
    names = list(rows[0]) if rows else list(columns)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_cell(row[name]) for name in names] for row in rows)
    return out.getvalue()


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    text = str(value)
    is_formula = isinstance(value, str) and text.startswith(_FORMULA_STARTS)
    return f"'{text}" if is_formula else text
