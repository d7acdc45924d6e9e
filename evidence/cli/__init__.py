"""The command line: a command reads its words, calls one function, prints."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from evidence.cli.arguments import parser
from evidence.cli.exits import Exit, exit_for
from evidence.errors import EvidenceError

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit codes are those of `Exit`."""
    arguments = parser().parse_args(argv)
    command: Callable[..., Exit] = import_module(f"evidence.cli.{arguments.command}").run
    try:
        return command(arguments)
    except EvidenceError as error:
        print(f"evidence: {error}", file=sys.stderr)
        return exit_for(error)
    except BrokenPipeError:
        # The reader of our output has seen enough (`evidence claims | head`); nothing more may be flushed to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE
    except KeyboardInterrupt:
        return 130
