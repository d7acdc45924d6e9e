"""Rows as CSV that a spreadsheet opens without running anything."""

import re
from collections.abc import Iterable, Mapping

from evidence.rows import Cell

__all__ = ["csv_text"]

_SPECIAL = re.compile('[",\r\n]')
# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection").
# Full-width signs are formulas where spreadsheets are set to Japanese. Apostrophes before one are doubled by ours, so
# that taking one away gives every text back.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def csv_text(rows: Iterable[Mapping[str, Cell]], columns: Iterable[str] = ()) -> str:
    r"""The rows as CSV (RFC 4180, UTF-8, lines end in `\n`), with a line of column names first.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, which spreadsheets read as *this is
    text*; taking the first apostrophe from such a cell gives the text back. Without rows the names come from `columns`.
    """
    rows = list(rows)
    names = list(rows[0]) if rows else list(columns)
    lines = [names, *([_cell(row[name]) for name in names] for row in rows)]
    return "".join(f"{','.join(map(_quoted, line))}\n" for line in lines)


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    text = str(value)
    is_formula = isinstance(value, str) and _FORMULA.match(text)
    return f"'{text}" if is_formula else text


def _quoted(text: str) -> str:
    # Not by the csv module: when lines end in `\n` it leaves a text with `\r` without quotes, and no reader can tell.
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text
