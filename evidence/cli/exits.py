"""The exit codes, with names."""

from enum import IntEnum

from evidence.errors import (
    CannotWrite,
    EvidenceError,
    NotAdded,
    NotAnswered,
    UnreadableBib,
    UnreadableDraft,
    UnreadableImport,
    UnreadableLibrary,
)

__all__ = ["Exit", "exit_for"]


class Exit(IntEnum):
    """What a command's exit code means."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2
    UNREADABLE = 3
    CANNOT_WRITE = 4
    NETWORK = 5


def exit_for(error: EvidenceError) -> Exit:
    """The exit code that tells of this error."""
    match error:
        case UnreadableLibrary() | UnreadableBib() | UnreadableDraft() | UnreadableImport():
            return Exit.UNREADABLE
        case CannotWrite():
            return Exit.CANNOT_WRITE
        case NotAdded():
            return Exit.PROBLEMS
        case NotAnswered():
            return Exit.NETWORK
        case _:
            return Exit.USAGE
