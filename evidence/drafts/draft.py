"""What a writer hands in: a text, and which parts of it are prose of the writer's own."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

__all__ = ["Draft", "Ignore", "Place"]


class Place(NamedTuple):
    """A place in a draft as editors count it: 1-based line, 1-based column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Ignore:
    """A writer's wish not to be told of a sentence: the `reason` given, and the span that it covers."""

    reason: str
    start: int
    end: int


@dataclass(frozen=True)
class Draft:
    """A text as given, and its prose.

    `prose` has the same length as `text`; whatever is not the writer's own prose (markup, code, quotations, addresses,
    front matter) is blanked out in it, so that an offset in the one is the same place in the other. `approximate` says
    that the text was taken out of a format in which lines and columns mean little (PDF, DOCX).
    """

    text: str
    prose: str
    name: str = "draft"
    ignores: tuple[Ignore, ...] = ()
    approximate: bool = False

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(end.end() for end in re.finditer("\n", self.text)))

    def place(self, offset: int) -> Place:
        """Where the character at `offset` stands."""
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)
