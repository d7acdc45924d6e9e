"""The command line: a command reads its words, calls one function, prints."""

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module

from evidence.cli.arguments import parser
from evidence.cli.exits import Exit, exit_for
from evidence.errors import EvidenceError

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit codes are those of `Exit`."""
    _speak_utf8()
    arguments = parser().parse_args(argv)
    command: Callable[..., Exit] = import_module(f"evidence.cli.{arguments.command}").run
    try:
        with _uncollected():
            code = command(arguments)
        sys.stdout.flush()
    except EvidenceError as error:
        print(f"evidence: {error}", file=sys.stderr)
        return exit_for(error)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has seen enough (`evidence claims | head`).
        return _silenced(Exit.FINE)
    except OSError as error:
        print(f"evidence: Cannot write: {error.strerror or error}.", file=sys.stderr)
        return _silenced(Exit.CANNOT_WRITE)
    return code


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: a command makes many records that live to its end, and next to no cycles.

    The search takes about a fifth of the time of a short check.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _speak_utf8() -> None:
    """The same text wherever it goes: what we print holds signs that many a system's own encoding has not."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def _silenced(code: Exit) -> Exit:
    """Send the rest of our output nowhere, so that nothing is said of it at the program's end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
