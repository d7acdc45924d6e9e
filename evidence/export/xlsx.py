"""Rows as a workbook that a spreadsheet opens without running, guessing or linking anything."""

import io
from collections.abc import Iterable, Mapping
from datetime import datetime

from evidence.errors import CannotWrite, MissingExtra
from evidence.rows import Cell

__all__ = ["xlsx_bytes"]

_LONGEST = 32_767  # characters in a cell (Microsoft, "Excel specifications and limits")
_WIDEST = 60
_SHEET = "evidence"
_AS_IT_IS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def xlsx_bytes(rows: Iterable[Mapping[str, Cell]], columns: Iterable[str] = ()) -> bytes:
    """The rows as an Office Open XML workbook of one sheet, the names of the columns in its first line.

    Text is text, whatever it looks like: `=1+1`, `NA`, a DOI, an address. Numbers are numbers. The same rows give the
    same bytes. Without rows the names come from `columns`.

    Raises:
        MissingExtra: when xlsxwriter is not installed.
        CannotWrite: when a text is longer than a cell may be; nothing is cut off.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise MissingExtra("A workbook", "tables") from error
    rows = list(rows)
    names = list(rows[0]) if rows else list(columns)
    lines: list[list[Cell]] = [list(names), *([row[name] for name in names] for row in rows)]
    _assert_fits(lines)
    out = io.BytesIO()
    workbook = Workbook(out, _AS_IT_IS)
    workbook.set_properties({"created": datetime(2000, 1, 1)})  # the same rows, the same bytes
    sheet = workbook.add_worksheet(_SHEET)
    sheet.freeze_panes(1, 0)
    for place, line in enumerate(lines):
        sheet.write_row(place, 0, line)
    for place, width in enumerate(_widths(lines)):
        sheet.set_column(place, place, width)
    workbook.close()
    return out.getvalue()


def _assert_fits(lines: list[list[Cell]]) -> None:
    for place, line in enumerate(lines, 1):
        for name, value in zip(lines[0], line, strict=True):
            length = len(str(value).encode("utf-16-le")) // 2  # as Excel counts
            if length > _LONGEST:
                raise CannotWrite(
                    f"Row {place}, {name}: {length} characters, but a cell holds {_LONGEST}. Write CSV instead."
                )


def _widths(lines: list[list[Cell]]) -> list[int]:
    return [min(_WIDEST, max(len(str(value)) for value in column) + 1) for column in zip(*lines, strict=True)]
