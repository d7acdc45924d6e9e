"""The library that a command works on."""

from pathlib import Path

from evidence.cli.output import say
from evidence.counting import counted
from evidence.library import Library
from evidence.store import load

__all__ = ["open_library"]


def open_library(folder: Path | None) -> Library:
    """Load a library; records that could not be read are counted on standard error, never passed over in silence."""
    library = load(folder)
    if library.problems:
        found = counted(len(library.problems), "problem")
        say(f"evidence: {found} in the data; what is touched is left out. See: evidence validate")
    return library
