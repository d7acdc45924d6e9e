"""`evidence export`."""

from argparse import Namespace

from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.output import say

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Write every table of the library into a folder."""
    # Not at the top: without pandas the words of the other commands must still be read.
    from evidence.datasets import DatasetFormat, write_datasets

    library = open_library(arguments.library)
    for path in write_datasets(library, arguments.folder, DatasetFormat(arguments.format)):
        say(f"wrote {path}")
    return Exit.FINE
