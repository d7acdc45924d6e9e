"""`evidence init`."""

from argparse import Namespace

from evidence.cli.exits import Exit
from evidence.cli.output import say, write
from evidence.store.start import start

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Start a new library."""
    folder = arguments.folder
    write("".join(f"{file}\n" for file in start(folder)))
    say(
        f"A library without claims in {folder}. Its README.md explains every file and field, with templates to copy.\n"
        f"References: evidence import FILE --library {folder}, or evidence add DOI --library {folder}\n"
        f"What is wrong or missing: evidence validate {folder}"
    )
    return Exit.FINE
