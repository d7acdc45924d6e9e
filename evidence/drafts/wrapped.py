"""Plain text: which line ends are only wrapping, and which lines are quoted from somebody else's mail."""

import re
from itertools import pairwise

__all__ = ["one_paragraph_a_line"]

# Editors and mail programs wrap between these widths; longer lines are paragraphs, shorter ones headings or verse.
_NARROWEST, _WIDEST = 50, 120

_BLOCK = re.compile(r"^(?:[^\S\n]*+\S[^\n]*+(?:\n|\Z))+", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*+>[^\r\n]*", re.MULTILINE)
_STARTS_ITEM = re.compile(r"\s*(?:[-*+•◦▪‣·–]|\d{1,3}[.)])\s")


def one_paragraph_a_line(text: str) -> str:
    """The text with blanks for the line ends at which a paragraph was only wrapped, and for lines after `>`."""
    return _BLOCK.sub(lambda block: _joined(block.group()), _QUOTED.sub(lambda line: " " * len(line.group()), text))


def _joined(block: str) -> str:
    lines = block.splitlines(keepends=True)
    width = max(len(line.rstrip()) for line in lines)
    if len(lines) == 1 or not _NARROWEST <= width <= _WIDEST:
        return block
    ends = [_end(line, after, width, len(lines)) for line, after in pairwise(lines)]
    return "".join(line.rstrip("\r\n") + end for line, end in zip(lines, (*ends, _line_end(lines[-1])), strict=True))


def _end(line: str, after: str, width: int, count: int) -> str:
    """What stands at the end of a line: blanks when the next line only goes on with it."""
    end = _line_end(line)
    word = after.split(None, 1)[0]
    is_full = len(line.rstrip()) + 1 + len(word) > width and (count > 2 or word[:1].islower())
    return " " * len(end) if is_full and not _STARTS_ITEM.match(after) else end


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
