"""`evidence pool`."""

from argparse import Namespace
from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.output import print_json
from evidence.cli.terminal import console, print_sections
from evidence.counting import counted
from evidence.model import Certainty, Claim
from evidence.synthesis.direction import Direction
from evidence.synthesis.pool_entries import (
    DirectionsEntry,
    OverlapEntry,
    PooledEntry,
    PoolEntry,
    ScalesEntry,
    pool_entry,
)
from evidence.synthesis.pooling import Method
from evidence.synthesis.small_study import FEWEST

__all__ = ["run"]

_Line = str | Text | Table


def run(arguments: Namespace) -> Exit:
    """Show the results of one claim together."""
    library = open_library(arguments.library)
    claim = library.claim(arguments.claim)
    entry = pool_entry(claim, library)
    if arguments.format == "json":
        print_json(entry)
    else:
        _print(claim, entry)
    return Exit.FINE


def _print(claim: Claim, entry: PoolEntry) -> None:
    out = console()
    out.print(Text(claim.statement, style="bold"))
    out.print(f"{claim.id} · {claim.verdict.words}{f' · {claim.certainty.words}' if claim.certainty else ''}")
    print_sections(out, _sections(entry))


def _sections(entry: PoolEntry) -> Iterator[tuple[str, list[_Line]]]:
    for pooled in entry["pools"]:
        yield f"Pooled: {pooled['outcome']}, {pooled['window']}", list(_pooled(pooled))
    if not entry["pools"]:
        yield "Nothing can be pooled", [_why_not(entry)]
    if entry["left_out"]:
        reasons = ([f"{one['study']} {one['result']}", one["reason"]] for one in entry["left_out"])
        yield "Left out of every pool, and why", [_table(["result", "reason"], reasons)]
    if entry["results"]:
        yield "Results side by side", [_results(entry)]
        yield "Effect direction (primary studies)", list(_directions(entry["directions"]))
    yield "Studies on their own", list(_overlap(entry["overlap"]))
    yield "Scales side by side", list(_scales(entry["scales"]))


def _why_not(entry: PoolEntry) -> str:
    if not entry["results"]:
        return "No citation of this claim names a result."
    return "No two studies give an effect with its standard error for this question, outcome and window of time."


def _table(headings: list[str], rows: Iterator[list[str]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(heading)
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _pooled(pooled: PooledEntry) -> Iterator[_Line]:
    yield Text(f"{pooled['printed']}; {len(pooled['effects'])} studies; {pooled['better']} is better")
    effects = (
        [
            f"{effect['study']} {effect['result']}{' (turned round)' if effect['turned'] else ''}",
            f"{effect['estimate']:.4f}",
            f"{effect['standard_error']:.4f}",
            effect["source"],
            f"{effect['weight']:.0%}",
        ]
        for effect in pooled["effects"]
    )
    yield _table(["effect on the natural scale", "estimate", "SE", "SE from", "weight"], effects)
    estimates = (
        [
            Method(one["method"]).words,
            f"{one['estimate']:.4f}",
            f"{one['low']:.4f} to {one['high']:.4f}",
            f"{one['tau2']:.4f}",
            f"{one['i2']:.1f} %",
            "{:.4f} to {:.4f}".format(*one["prediction"]) if one["prediction"] else "",
        ]
        for one in pooled["estimates"]
    )
    yield _table(["method", "estimate", "95 % interval", "tau²", "I²", "95 % prediction"], estimates)
    yield f"Q {pooled['q']:.4f} on {pooled['df']} degrees of freedom"
    yield _small_study(pooled)


def _small_study(pooled: PooledEntry) -> str:
    if test := pooled["small_study"]:
        return f"Small studies (Egger): t {test['t']:.2f} on {test['df']} degrees of freedom, p {test['p']:.4f}"
    return f"Small studies: not checked, which takes {FEWEST} effects of differing size"


def _results(entry: PoolEntry) -> Table:
    rows = (
        [
            Direction(one["direction"]).sign,
            one["study"],
            one["stance"],
            ", ".join(part for part in (one["outcome"], one["time"]) if part),
            one["figure"] or one["finding"],
        ]
        for one in entry["results"]
    )
    return _table(["", "study", "stance", "outcome, time", "figure, else finding"], rows)


def _directions(entry: DirectionsEntry) -> Iterator[_Line]:
    for study in entry["studies"]:
        direction = Direction(study["direction"])
        apart = "" if study["counts"] else " (comparator or outcome differ: not counted)"
        yield Text(f"{direction.sign:<3}{' + '.join(study['studies'])}: {direction.words}{apart}")
    p = "no sign test" if entry["p"] is None else f"sign test p {entry['p']:.4f}"
    yield f"{entry['better']} better, {entry['worse']} worse: {p}"
    yield "▲ better ▼ worse ◄► split, for who gets what the claim asks about; ? the record does not tell a side"


def _overlap(entry: OverlapEntry) -> Iterator[_Line]:
    yield f"{counted(entry['citations'], 'citation')}, {entry['independent']} of them on their own"
    if entry["covered_area"] is not None:
        yield f"corrected covered area of the reviews {entry['covered_area']:.1%}"
    if entry["unknown"]:
        yield Text(f"overlap not known, since no record says what they contain: {', '.join(entry['unknown'])}")


def _scales(entry: ScalesEntry) -> Iterator[_Line]:
    certainty = Certainty(entry["certainty"]).words if entry["certainty"] else "none"
    yield f"certainty {certainty} (informed by GRADE) · OCEBM level {entry['ocebm'] or 'none'} (by design alone)"
    pedro = "no score" if entry["pedro"] is None else f"mean {entry['pedro']:.1f} of 10"
    yield f"PEDro {pedro}, {entry['pedro_scored']} of {entry['trials']} trials scored"
