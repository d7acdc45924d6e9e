"""`evidence claims`."""

from argparse import Namespace

from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.output import Columns, print_csv, print_json, print_table, say
from evidence.filters import Filter, Selection, certainties, select
from evidence.library import Library
from evidence.listing import claim_entry
from evidence.model import Claim
from evidence.rows import CLAIM_COLUMNS, claim_row

__all__ = ["run"]

_COLUMNS: Columns = {
    "claim": {"overflow": "fold"},
    "id": {"overflow": "fold"},
    "verdict": {},
    "certainty": {"no_wrap": True},
    "studies": {"justify": "right"},
}


def run(arguments: Namespace) -> Exit:
    """List the claims that fit."""
    library = open_library(arguments.library)
    selection = select(library, _filter(arguments, library))
    match arguments.format:
        case "json":
            print_json([claim_entry(claim) for claim in selection.claims])
        case "csv":
            print_csv(map(claim_row, selection.claims), CLAIM_COLUMNS)
        case _:
            _print(selection, library)
    return Exit.FINE


def _filter(arguments: Namespace, library: Library) -> Filter:
    return Filter(
        words=arguments.search,
        certainty=certainties(arguments.certainty) if arguments.certainty else (),
        verdict=tuple(arguments.verdict),
        topic=tuple(library.topic(id).id for id in arguments.topic),
        article=tuple(library.article(id).id for id in arguments.article),
        kind=tuple(arguments.kind),
    )


def _print(selection: Selection, library: Library) -> None:
    print_table(_COLUMNS, map(_row, selection.claims))
    for part in selection.parts:
        if part.also:
            say(f"{part.words}: also looked for {', '.join(part.also)}")
    say(f"{len(selection.claims)} of {len(library.claims)} claims")


def _row(claim: Claim) -> tuple[str, ...]:
    certainty = f"{claim.certainty.symbol} {claim.certainty.words}" if claim.certainty else "not rated"
    return claim.statement, claim.id, claim.verdict.words, certainty, str(len(claim.citations))
