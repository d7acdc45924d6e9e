"""`evidence format`."""

from argparse import Namespace

from evidence.cli.exits import Exit
from evidence.cli.output import say, write
from evidence.counting import counted
from evidence.store import load, save, shipped

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Put a library's files in canonical form."""
    folder = arguments.folder or arguments.library or shipped("data")
    written = save(load(folder), folder)
    write("".join(f"{file}\n" for file in written))
    say(f"{counted(len(written), 'file')} written")
    return Exit.FINE
