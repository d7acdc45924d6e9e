"""`evidence import`."""

from argparse import Namespace
from pathlib import Path

from evidence.cli.exits import Exit
from evidence.cli.output import say, write
from evidence.curation.entries import FOR_THE_CURATOR
from evidence.curation.importing import import_references
from evidence.errors import UnreadableImport, UnreadableLibrary

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Take a file of references into a library."""
    if arguments.library is None:
        say("evidence: Name the library to import into with --library. See: evidence import --help")
        return Exit.USAGE
    if not arguments.library.is_dir():
        raise UnreadableLibrary(f"{arguments.library} is not a folder. Give the folder of a library with --library.")
    try:
        imported = import_references(arguments.library, _read(arguments.file))
    except UnreadableImport as error:
        raise UnreadableImport(f"{arguments.file} cannot be imported: {error}") from None
    write("".join(f"{key}\n" for key, _ in imported.taken))
    for where, remark in imported.remarks:
        say(f"{where}: {remark}")
    for where, reason in imported.refused:
        say(f"not taken: {where}: {reason}")
    say(f"{len(imported.taken)} taken, {len(imported.refused)} not taken")
    if imported.taken:
        say(f"To be filled in by the curator: {', '.join(FOR_THE_CURATOR)}. Then: evidence validate, evidence verify.")
    return Exit.PROBLEMS if imported.refused else Exit.FINE


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnreadableImport(error.strerror or str(error)) from None
