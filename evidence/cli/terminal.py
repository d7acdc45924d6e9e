"""Printing with rich: what is laid out, wrapped and coloured on a terminal."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from evidence.cli.output import is_laid_out, write

__all__ = ["Columns", "console", "print_sections", "print_table"]

Columns = Mapping[str, Mapping[str, Any]]
"""The headings of a table, each with the options of rich's `add_column`."""

# Wide enough for a table when there is no terminal to ask, for instance in a pipe.
_WIDTH_WITHOUT_TERMINAL = 120


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to `evidence.cli.main`, instead of ending the program here."""
        raise BrokenPipeError


def console() -> Console:
    """Standard output as rich sees it: colours only on a terminal, as wide as it or as `COLUMNS` says."""
    width = None if is_laid_out() else _WIDTH_WITHOUT_TERMINAL
    return _Console(width=width, highlight=False, soft_wrap=False, markup=False)


def print_table(columns: Columns, rows: Iterable[Iterable[str | Text]]) -> None:
    """Rows as a table."""
    table = Table(box=None, pad_edge=False, header_style="bold", show_lines=False, padding=(0, 2, 0, 0))
    for heading, options in columns.items():
        table.add_column(heading, **options)
    for row in rows:
        table.add_row(*row)
    out = console()
    with out.capture() as drawn:
        out.print(table)
    # Columns are filled up with blanks, which nobody wants at the ends of lines.
    write("".join(f"{line.rstrip()}\n" for line in drawn.get().splitlines()))


def print_sections(out: Console, sections: Iterable[tuple[str, Iterable[RenderableType]]]) -> None:
    """Each section's heading after a blank line, and its lines set in."""
    for heading, lines in sections:
        out.print()
        out.print(Text(heading, style="bold"))
        for line in lines:
            out.print(Padding(line, (0, 0, 0, 2), expand=False))
