"""`evidence hinge`."""

from argparse import Namespace
from collections.abc import Iterator

from rich.text import Text

from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.output import print_json
from evidence.cli.terminal import console, print_sections
from evidence.model import Certainty, Claim, Domain, Verdict
from evidence.synthesis import hinge_words
from evidence.synthesis.hinge_entries import (
    HingeEntry,
    LinkEntry,
    PoolHingeEntry,
    WithdrawnEntry,
    WithoutEntry,
    hinge_entry,
)

__all__ = ["run"]

_LIMITS = (
    "By the recorded steps alone: a step falls away when every study that it names is withdrawn. "
    "What a curator would then decide, and what a review would find without a trial that it contains, this cannot tell."
)


def run(arguments: Namespace) -> Exit:
    """Show which study carries the answer of one claim."""
    library = open_library(arguments.library)
    claim = library.claim(arguments.claim)
    entry = hinge_entry(claim, library)
    if arguments.format == "json":
        print_json(entry)
    else:
        _print(claim, entry, hinge_words(claim, library))
    return Exit.FINE


def _print(claim: Claim, entry: HingeEntry, told: str) -> None:
    out = console()
    out.print(Text(claim.statement, style="bold"))
    out.print(f"{claim.id} · {claim.verdict.words}{f' · {claim.certainty.words}' if claim.certainty else ''}")
    print_sections(out, [("Which study carries this answer", [told]), *_sections(entry)])


def _sections(entry: HingeEntry) -> Iterator[tuple[str, list[str]]]:
    changing = [one for one in entry["withdrawals"] if one["changes_certainty"] or one["changes_verdict"]]
    holding = [one for one in entry["withdrawals"] if one not in changing]
    if changing:
        yield "The answer hangs on", [_withdrawn(one) for one in changing]
    if holding:
        yield "Withdrawn, each of these leaves the answer as it is", [_withdrawn(one) for one in holding]
    for pool in entry["pools"]:
        yield f"The pool without each study: {pool['outcome']}", list(_pool(pool))
    if entry["chain"]:
        yield "A chain is no surer than its weakest link", [_link(link) for link in entry["chain"]]
    yield "What this can tell", [_LIMITS]


def _withdrawn(one: WithdrawnEntry) -> str:
    return f"{' + '.join(one['studies'])}: {'; '.join(_consequences(one))}"


def _consequences(one: WithdrawnEntry) -> Iterator[str]:
    certainty = f"certainty {_certainty(one['certainty'])}"
    verdicts = [Verdict(verdict).words for verdict in one["verdicts"]]
    yield f"{certainty} instead" if one["changes_certainty"] else f"{certainty} still"
    yield (
        f"the verdict falls, the stances left allow {' or '.join(verdicts)}"
        if one["changes_verdict"]
        else (f"{verdicts[0]} still")
    )
    if one["fallen_steps"]:
        yield f"falls away: {', '.join(Domain(step).words for step in one['fallen_steps'])}"
    yield from one["limits"]
    if one["contained_in"]:
        yield f"also in {', '.join(one['contained_in'])}, counted there still"


def _certainty(certainty: str | None) -> str:
    return Certainty(certainty).words if certainty else "none"


def _pool(pool: PoolHingeEntry) -> Iterator[str]:
    for one in pool["without"]:
        yield f"without {one['study']}: {_left(one)}"


def _left(one: WithoutEntry) -> str:
    if one["left"] is None:
        return "one effect is left, nothing to pool"
    left = one["left"]
    turned = " · sign or significance turns" if one["turns"] else ""
    return f"{left['estimate']:.4f} ({left['low']:.4f} to {left['high']:.4f}) on the natural scale{turned}"


def _link(link: LinkEntry) -> str:
    carried = " · carries the chain" if link["carries"] else ""
    return f"{link['claim']}: {Verdict(link['verdict']).words}, certainty {_certainty(link['certainty'])}{carried}"
