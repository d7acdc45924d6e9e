"""The library that a command works on."""

from pathlib import Path

from evidence.cli.output import say
from evidence.library import Library
from evidence.store import load

__all__ = ["open_library"]


def open_library(folder: Path | None) -> Library:
    """Load a library; records that could not be read are counted on standard error, never passed over in silence."""
    library = load(folder)
    if library.problems:
        count = len(library.problems)
        say(f"evidence: {count} problem(s) in the data; what they touch is left out. See: evidence validate")
    return library
