"""`<!-- evidence: ignore REASON -->`: what a writer does not want to be told of, and why.

Alone in its paragraph the comment covers the paragraph that follows, before or in a sentence it covers that sentence;
`ignore-start REASON` and `ignore-end` enclose a region. A comment that cannot be followed (no reason, nothing after it,
a start without an end) is kept as an Ignore that has no reason and covers only itself; `faults` says how to mend it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from evidence.drafts.draft import Draft, Ignore
from evidence.sentences import Span, sentences

__all__ = ["Fault", "faults", "ignores"]

_IGNORE, _START, _END = "ignore", "ignore-start", "ignore-end"
_TEXT = re.compile(r"\S")


class Fault(NamedTuple):
    """A comment that was meant to ignore something and does not: how to mend it, and where it stands."""

    message: str
    start: int
    end: int


class _Command(NamedTuple):
    word: str
    reason: str
    start: int
    end: int


def ignores(text: str, prose: str, comments: Iterable[tuple[int, int]]) -> tuple[Ignore, ...]:
    """What the comments at these places ignore, in their order."""
    reader = _Reader(prose)
    for start, end in comments:
        if command := _command(text, start, end):
            reader.read(command)
    return reader.finished()


def faults(draft: Draft) -> tuple[Fault, ...]:
    """The comments in a draft that ignore nothing, though they were meant to."""
    broken = [ignore for ignore in draft.ignores if not ignore.reason]
    commands = [_command(draft.text, ignore.start, ignore.end) for ignore in broken]
    return tuple(Fault(_message(command), command.start, command.end) for command in commands if command)


def _command(text: str, start: int, end: int) -> _Command | None:
    name, _, rest = text[start:end].removeprefix("<!--").removesuffix("-->").partition(":")
    word, *reason = rest.split(None, 1) or [""]
    if name.strip() != "evidence" or not word.startswith(_IGNORE):
        return None
    return _Command(word, " ".join(" ".join(reason).split()), start, end)


def _message(command: _Command) -> str:
    if command.word not in (_IGNORE, _START, _END):
        return f"{command.word!r} means nothing; write ignore, ignore-start or ignore-end, then a blank and the reason"
    if command.word == _END:
        return f"ends nothing; put <!-- evidence: {_START} REASON --> before it, or take it out"
    if not command.reason:
        return f"ignores nothing without a reason; write <!-- evidence: {command.word} REASON -->"
    if command.word == _START:
        return f"is not ended by itself; put <!-- evidence: {_END} --> after its region and before another start"
    return "stands before no sentence; put it before the sentence, or alone on a line before the paragraph"


class _Reader:
    """Reads commands in their order; remembers the line it is in, so that many in one long line cost no more."""

    def __init__(self, prose: str) -> None:
        self.prose = prose
        self.done: list[Ignore] = []
        self.region: _Command | None = None
        self.line = (0, -1)
        self.spans: list[Span] = []
        self.next_text = -1

    def read(self, command: _Command) -> None:
        if command.word == _END and self.region:
            self.done.append(Ignore(self.region.reason, self.region.start, command.end))
            self.region = None
        elif command.word == _START and command.reason and not self.region:
            self.region = command
        elif command.word == _IGNORE and command.reason and (covered := self._covered(command)):
            self.done.append(Ignore(command.reason, *covered))
        else:
            self.done.append(Ignore("", command.start, command.end))

    def finished(self) -> tuple[Ignore, ...]:
        if self.region:
            self.done.append(Ignore("", self.region.start, self.region.end))
        return tuple(sorted(self.done, key=lambda ignore: (ignore.start, ignore.end)))

    def _covered(self, command: _Command) -> tuple[int, int] | None:
        """The paragraph or the sentence that follows, if there is one."""
        self._go_to_line(command.end)
        if not self.spans:
            return self._next_paragraph()
        start = self.line[0]
        place = bisect_right(self.spans, command.end - start, key=lambda span: span.end)
        return (start + self.spans[place].start, start + self.spans[place].end) if place < len(self.spans) else None

    def _go_to_line(self, offset: int) -> None:
        if offset > self.line[1]:
            start, end = self.prose.rfind("\n", 0, offset) + 1, self.prose.find("\n", offset)
            self.line = (start, len(self.prose) if end < 0 else end)
            self.spans = list(sentences(self.prose[start : self.line[1]]))

    def _next_paragraph(self) -> tuple[int, int] | None:
        if self.next_text < self.line[1]:
            found = _TEXT.search(self.prose, self.line[1])
            self.next_text = found.start() if found else len(self.prose)
        if self.next_text == len(self.prose):
            return None
        end = self.prose.find("\n", self.next_text)
        return self.next_text, len(self.prose) if end < 0 else end
