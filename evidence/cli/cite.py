"""`evidence cite`."""

from argparse import Namespace

from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.output import say, write
from evidence.export import cite

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Print references."""
    if arguments.all == bool(arguments.ids):
        say("evidence: Name claims or studies, or say --all (not both). See: evidence cite --help")
        return Exit.USAGE
    library = open_library(arguments.library)
    write(cite(library, None if arguments.all else arguments.ids, arguments.format))
    return Exit.FINE
