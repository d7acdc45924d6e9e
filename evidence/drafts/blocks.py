"""Markdown's blocks: which lines make a paragraph, and which are no prose.

Markdown → text of the same length in which a line is a paragraph: line ends within a paragraph are blanks, the marks of
headings, lists, tables and footnotes are blanks, and so are code, quotations, front matter and link definitions. What
stands within the paragraphs is left as it is. The rules are CommonMark 0.31.2's and, for tables, footnotes and task
lists, GitHub's; where CommonMark would hide text that a writer sees as a list, it is read as a list.
"""

import re

from evidence.drafts.characters import GONE
from evidence.drafts.tags import closing_tag

__all__ = ["one_paragraph_a_line"]

_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?=[\w\"'-]+[ \t]*:|\#)(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
    r"|\+\+\+[ \t]*\r?\n(?:.*\n)*?\+\+\+[ \t]*(?:\r?\n|\Z)"
)
_RAW = re.compile(r"[ ]{0,3}<(?:!--|(script|style|pre|textarea)(?=[\s>]))", re.IGNORECASE)
_COMMENT_END = re.compile("-->")
_FENCE = re.compile(r"(`{3,})[^`]*\Z|(~{3,})")
_RULE = re.compile(r"(?:(?:\*[ \t]*+){3,}|(?:-[ \t]*+){3,}|(?:_[ \t]*+){3,}|:{3,}.*)\Z")
_UNDERLINE = re.compile(r"(?:=++|-++)[ \t]*+\Z")
_HEADING = re.compile(r"#{1,6}(?=[ \t]|\Z)")
_MARK = re.compile(
    r"(?P<list>[-*+•◦▪‣·]|(?P<number>\d{1,9})[.)])(?P<blanks>[ \t]++|\Z)(?:\[[ xX]\](?=[ \t]))?"
    r"|\[\^[^\]\n]++\]:[ \t]*+|(?P<definition>:)[ \t]++"
)
_DEFINITION = re.compile(r"\[(?!\^)[^\]\n]++\]:[ \t]*+\S")
_CELL = re.compile(r"(?<!\\)\|")
_NOT_LINE_END = re.compile(r"[^\r\n]+")
_LINE_ENDS = {ord("\r"): " ", ord("\n"): " "}


def one_paragraph_a_line(text: str) -> str:
    """The Markdown with each paragraph on one line and everything blank that is marked as no prose."""
    return _Reader(text).read()


class _Reader:
    """Reads line by line; keeps what of the lines before decides how the next one is read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.ending = ""  # of the line before; written once it is known whether the paragraph goes on
        self.items: list[int] = []  # the columns at which the contents of the open list items start
        self.fence = ""
        self.paragraph = self.quotation = self.table = self.hard_break = False
        self.absent: set[str] = set()

    def read(self) -> str:
        front = _FRONT_MATTER.match(self.text)
        position = front.end() if front else 0
        self.pieces.append(_NOT_LINE_END.sub(lambda found: " " * len(found.group()), self.text[:position]))
        while position < len(self.text):
            position = self._raw(position) or self._line(position)
        return "".join((*self.pieces, self.ending))

    def _put(self, masked: str, ending: str, *, joined: bool = False) -> None:
        self.pieces += (" " * len(self.ending) if joined else self.ending, masked)
        self.ending = ending

    def _close(self) -> None:
        self.paragraph = self.quotation = self.table = self.hard_break = False

    def _line_at(self, position: int, end: int) -> tuple[str, str, int]:
        """The line that starts at `position` and holds `end`, what ends it, and where the next one starts."""
        stop = self.text.find("\n", end)
        line, after = (self.text[position:], len(self.text)) if stop < 0 else (self.text[position:stop], stop + 1)
        bare = line.removesuffix("\r")
        return bare, self.text[position + len(bare) : after], after

    def _raw(self, position: int) -> int:
        """HTML that runs over several lines, blank ones too: where it ends, or 0 when there is none here."""
        opening = None if self.fence else _RAW.match(self.text, position)
        if not opening:
            return 0
        pattern = closing_tag(opening[1].lower()) if opening[1] else _COMMENT_END
        closing = None if pattern.pattern in self.absent else pattern.search(self.text, opening.end())
        if not closing:
            self.absent.add(pattern.pattern)
            return 0
        line, ending, after = self._line_at(position, closing.end())
        self._leave_items(len(line) - len(line.lstrip(" ")))
        inside = closing.end() - position
        self._close()
        self._put((" " * inside if opening[1] else line[:inside]).translate(_LINE_ENDS) + line[inside:], ending)
        self.paragraph = bool(line[inside:].strip())
        return after

    def _line(self, position: int) -> int:
        line, ending, after = self._line_at(position, position)
        if self.fence:
            self._in_fence(line)
            self._put(" " * len(line), ending)
        elif not line.replace(GONE, "").strip():
            self._close()
            self._put(line, ending)
        else:
            self._in_containers(line, ending, after)
        return after

    def _in_fence(self, line: str) -> None:
        bare = line.strip()
        if len(bare) >= len(self.fence) and bare == self.fence[0] * len(bare):
            self.fence = ""

    def _in_containers(self, line: str, ending: str, after: int) -> None:
        """A line within lists and footnotes: their marks and indentation, then what they hold."""
        offset = len(line) - len(line.lstrip(" \t"))
        column = len(line[:offset].expandtabs(4))
        mark = None if _RULE.match(line, offset) else self._mark(line, offset)
        if mark or not self.paragraph:
            self._leave_items(column)
        is_deep = column - (self.items[-1] if self.items else 0) >= 4
        if is_deep and not self.paragraph and not (mark and self.items):
            self._put(" " * len(line), ending)
            return
        while mark:
            self._close()
            offset = mark.end()
            column += _width(mark)
            self.items.append(column)
            mark = self._mark(line, offset)
        goes_on = self.paragraph and not self.hard_break
        masked = " " * offset + self._content(line[offset:], after)
        self._put(masked, ending, joined=goes_on and self.paragraph)

    def _leave_items(self, column: int) -> None:
        """What starts at `column` stands in no item whose content starts further in."""
        while self.items and column < self.items[-1]:
            self.items.pop()

    def _mark(self, line: str, offset: int) -> re.Match[str] | None:
        """The mark of a list item, footnote or definition here; not a number at which a paragraph was wrapped."""
        mark = _MARK.match(line, offset)
        if not mark or (mark["definition"] and not self.paragraph):
            return None
        is_wrapped = self.paragraph and not self.items and mark["list"]
        return None if is_wrapped and (mark["number"] not in (None, "1") or not mark["blanks"]) else mark

    def _content(self, line: str, after: int) -> str:
        """A line without the marks of what it stands in."""
        if self._is_no_prose(line):
            return " " * len(line)
        if heading := _HEADING.match(line):
            self._close()
            return _heading(line, heading.end())
        if line.startswith("<!--") and line.rstrip().endswith("-->"):
            self._close()
            return line
        if self.table or self._starts_table(line, after):
            self._close()
            self.table = True
            return " " * len(line) if _is_delimiter(line) else _CELL.sub("\n", line)
        self.paragraph, self.hard_break = True, line.endswith(("  ", "\\"))
        return line[:-1] + " " if line.endswith("\\") else line

    def _is_no_prose(self, line: str) -> bool:
        """Whether a line is a quotation, the start of code, a rule or a definition; a quotation goes on unmarked."""
        is_quotation = line.startswith(">")
        fence = _FENCE.match(line)
        is_rule = _RULE.match(line) or (self.paragraph and _UNDERLINE.match(line))
        is_definition = not self.paragraph and _DEFINITION.match(line)
        if is_quotation or fence or is_rule or is_definition:
            self._close()
            self.quotation = is_quotation and bool(line.strip("> \t"))
            self.fence = (fence[1] or fence[2]) if fence else ""
            return True
        return self.quotation and not _HEADING.match(line) and not line.startswith("<!--")

    def _starts_table(self, line: str, after: int) -> bool:
        return "|" in line and after < len(self.text) and _is_delimiter(self._line_at(after, after)[0])


def _is_delimiter(line: str) -> bool:
    """Whether a line is that which stands below the head of a table."""
    return "|" in line and "-" in line and set(line) <= set(" \t|:-")


def _width(mark: re.Match[str]) -> int:
    """How far what a mark introduces is indented (CommonMark, list items; four columns for footnotes)."""
    if not mark["list"]:
        return 4
    blanks = len(mark["blanks"])
    return len(mark["list"]) + (blanks if 1 <= blanks <= 4 else 1)


def _heading(line: str, start: int) -> str:
    """A heading without its number signs."""
    bare = line.rstrip()
    core = bare.rstrip("#")
    if core[-1:] not in ("", " ", "\t"):
        core = bare
    return " " * start + core[start:].ljust(len(line) - start)
