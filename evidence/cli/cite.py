"""`evidence cite`."""

from argparse import Namespace

from evidence.cli.exits import Exit
from evidence.cli.filters import filter_from, narrows
from evidence.cli.library import open_library
from evidence.cli.output import say, write
from evidence.drafts.check import check
from evidence.export import cite, left_out
from evidence.export.citations import incomplete
from evidence.export.leading import needed
from evidence.filters import select
from evidence.library import Library
from evidence.store.drafts import read_draft

__all__ = ["run"]

# More keys than this on a line nobody reads.
_SHOWN = 5


def run(arguments: Namespace) -> Exit:
    """Print references."""
    if sum((arguments.all, bool(arguments.ids), bool(arguments.draft), narrows(arguments))) != 1:
        say(
            "evidence: Name claims, studies or a draft, narrow down, or say --all (not both). See: evidence cite --help"
        )
        return Exit.USAGE
    library = open_library(arguments.library)
    ids = _ids(arguments, library)
    write(cite(library, ids, arguments.format, arguments.notes, arguments.include_retracted))
    if ids == []:
        say("No claim fits, so there is nothing to cite.")
    for key, reason in {} if arguments.include_retracted else left_out(library, ids).items():
        say(f"evidence: left out {key}: {reason} --include-retracted takes it in.")
    for what, keys in incomplete(library, ids).items():
        say(f"evidence: {what} not read, so not printed: {_some(keys)}.")
    return Exit.FINE


def _some(keys: tuple[str, ...]) -> str:
    more = f" and {len(keys) - _SHOWN} more" if len(keys) > _SHOWN else ""
    return ", ".join(keys[:_SHOWN]) + more


def _ids(arguments: Namespace, library: Library) -> list[str] | None:
    if arguments.all:
        return None
    if arguments.draft:
        return list(needed(check(read_draft(arguments.draft), library), library))
    return arguments.ids or [claim.id for claim in select(library, filter_from(arguments, library)).claims]
