"""A long draft, checked by several processes at once: each takes every so-manyth part of it."""

import os
import signal
from collections.abc import Callable, Iterator
from itertools import chain, groupby
from typing import TYPE_CHECKING

from evidence.drafts.check import Checker, check, report_on
from evidence.drafts.draft import Draft
from evidence.drafts.report import CheckedSentence, Report
from evidence.library import Library

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

__all__ = ["check_together"]

# `multiprocessing` is imported where it is used: a short check does without.
# How many characters of prose are worth the trouble: less than that is checked in half a second.
_LONG = 300_000
# Into how many parts the work of a process is divided: after each it is told how far it has come.
_PARTS = 8
_MOST = 8

_Part = tuple[int, tuple[CheckedSentence, ...]]


def check_together(draft: Draft, library: Library, told: Callable[[float], None] = lambda share: None) -> Report:
    """What `check` says of a draft, found by as many processes as there are processors, where it is long.

    `told` is called with the share of the draft that is done, now and then. Where the system cannot divide a process in
    two, which shares the library without reading it again, one does it all.
    """
    count = _processes(draft)
    if count < 2:
        return check(draft, library)
    Checker(library)  # it builds the matcher, which all processes then share
    parts: dict[int, tuple[CheckedSentence, ...]] = {}
    for number, sentences in _worked(draft, library, count):
        parts[number] = sentences
        told(len(parts) / (count * _PARTS))
    if sorted(parts) != [*range(count * _PARTS)]:  # a process came to its end before its time
        return check(draft, library)
    return report_on(draft, library, tuple(chain.from_iterable(parts[number] for number in sorted(parts))))


def _processes(draft: Draft) -> int:
    if len(draft.prose) < _LONG or not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return min(_MOST, len(os.sched_getaffinity(0)))


def _worked(draft: Draft, library: Library, count: int) -> Iterator[_Part]:
    """The parts of a draft as they come in."""
    from multiprocessing import get_context
    from multiprocessing.connection import wait

    context = get_context("fork")
    open_ends: list[Connection] = []
    for place in range(count):
        receives, sends = context.Pipe(duplex=False)
        context.Process(target=_work, args=(draft, library, place, count, sends), daemon=True).start()
        sends.close()
        open_ends.append(receives)
    while open_ends:
        ready = wait(open_ends)
        for end in [one for one in open_ends if one in ready]:
            try:
                yield end.recv()
            except (EOFError, OSError):  # the latter when it died in the middle of a part
                open_ends.remove(end)


def _work(draft: Draft, library: Library, place: int, count: int, sends: "Connection") -> None:
    """Send every `count`th part of a draft, from part `place` on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever breaks off wants to read no traceback
    parts, length = count * _PARTS, len(draft.prose)

    def part(start: int) -> int:
        return start * parts // length

    own = Checker(library).sentences(draft, lambda start: part(start) % count == place)
    waiting = set(range(place, parts, count))
    for number, sentences in groupby(own, lambda sentence: part(sentence.start)):
        sends.send((number, tuple(sentences)))
        waiting.remove(number)
    for number in waiting:  # nothing stands in them
        sends.send((number, ()))
    sends.close()
