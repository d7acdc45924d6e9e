"""`evidence claims`."""

from argparse import Namespace

from evidence.cli.exits import Exit
from evidence.cli.filters import filter_from
from evidence.cli.library import open_library
from evidence.cli.listings import deliver
from evidence.cli.output import say
from evidence.cli.terminal import Columns, print_table
from evidence.filters import Selection, select
from evidence.library import Library
from evidence.listing import claim_entry
from evidence.model import Claim
from evidence.rows import CLAIM_COLUMNS, claim_row

__all__ = ["run"]

_COLUMNS: Columns = {
    "claim and id": {"overflow": "fold"},
    "verdict": {},
    "certainty": {"no_wrap": True},
    "studies": {"justify": "right"},
}

_WORDS_TOLD = 6


def run(arguments: Namespace) -> Exit:
    """List the claims that fit."""
    library = open_library(arguments.library)
    selection = select(library, filter_from(arguments, library))
    return deliver(
        arguments,
        entries=map(claim_entry, selection.claims),
        rows=map(claim_row, selection.claims),
        columns=CLAIM_COLUMNS,
        show=lambda: _print(selection, library),
    )


def _print(selection: Selection, library: Library) -> None:
    print_table(_COLUMNS, map(_row, selection.claims))
    for part in selection.parts:
        if part.also:
            more = " …" if len(part.also) > _WORDS_TOLD else ""
            say(f"{part.words}: also looked for {', '.join(part.also[:_WORDS_TOLD])}{more}")
    say(f"{len(selection.claims)} of {len(library.claims)} claims")
    if not selection.claims:
        say("Nothing in this library fits, which makes nothing true or false. Fewer words or options find more.")


def _row(claim: Claim) -> tuple[str, ...]:
    certainty = f"{claim.certainty.symbol} {claim.certainty.words}" if claim.certainty else "not rated"
    return f"{claim.statement}\n{claim.id}", claim.verdict.words, certainty, str(len(claim.citations))
