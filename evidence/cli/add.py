"""`evidence add`."""

from argparse import Namespace
from datetime import date

from evidence.cli.exits import Exit
from evidence.cli.network import open_network
from evidence.cli.output import say, write
from evidence.curation.add import Added, add
from evidence.curation.entries import FOR_THE_CURATOR
from evidence.model import Integrity
from evidence.registries import all_of
from evidence.store import shipped

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Add one study."""
    folder = arguments.library or shipped("data")
    added = add(folder, arguments.identifier, all_of(open_network()), date.today())
    write("".join(f"{file}\n" for file in added.files))
    _tell(added)
    fallen = added.standing.status in {Integrity.RETRACTED, Integrity.CONCERN}
    return Exit.PROBLEMS if fallen else Exit.FINE


def _tell(added: Added) -> None:
    reference = added.reference
    say(f"{reference.key}: {reference.label}. {reference.title}. {reference.venue}")
    for opinion in added.opinions:
        say(f"  {opinion.source.words}: {opinion.outcome.words}{_because(opinion.faults)}")
    say(f"  integrity: {added.standing.status.words} ({added.standing.asked})")
    if added.kinds:
        say(f"  the registries call it: {', '.join(added.kinds)}")
    say(f"To be filled in by the curator: {', '.join(FOR_THE_CURATOR)}, results. See: evidence validate")


def _because(faults: tuple[str, ...]) -> str:
    return f" ({'; '.join(faults)})" if faults else ""
