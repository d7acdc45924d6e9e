"""Printing: results to standard output, everything else to standard error."""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

Columns = Mapping[str, Mapping[str, Any]]
"""The headings of a table, each with the options of rich's `add_column`."""

__all__ = [
    "Columns",
    "console",
    "is_laid_out",
    "json_text",
    "print_json",
    "print_sections",
    "print_table",
    "say",
    "write",
]

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


def is_laid_out() -> bool:
    """Whether lines are to be as long as a terminal is wide, or as `COLUMNS` says; in a file or pipe they need not."""
    return sys.stdout.isatty() or "COLUMNS" in os.environ


def write(text: str) -> None:
    """Text to standard output as it is."""
    sys.stdout.write(text)


def json_text(value: Any) -> str:
    """JSON, readable, in UTF-8, keys in their order."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def print_json(value: Any) -> None:
    """`json_text` to standard output."""
    write(json_text(value))


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


def say(text: str) -> None:
    """A remark to standard error."""
    print(text, file=sys.stderr)
