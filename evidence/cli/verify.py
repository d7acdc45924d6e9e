"""`evidence verify`."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.network import open_network, with_progress
from evidence.cli.output import print_json, say, write
from evidence.cli.terminal import Columns, print_table
from evidence.counting import counted
from evidence.curation.recording import record
from evidence.curation.reports import Opinion, Outcome, Verification
from evidence.curation.verify import verify
from evidence.errors import CannotWrite
from evidence.registries import all_of
from evidence.registries.agreement import TitleMatch
from evidence.store import shipped

__all__ = ["run"]

_COLUMNS: Columns = {
    "study": {"no_wrap": True},
    "reference": {"no_wrap": True},
    "registries": {},
    "integrity": {},
    "figures": {"justify": "right"},
}


def run(arguments: Namespace) -> Exit:
    """Hold studies against the registries."""
    library = open_library(arguments.library)
    if arguments.write and library.problems:
        raise CannotWrite("The problems must be mended before anything is written: evidence validate lists them.")
    studies = [library.study(key) for key in dict.fromkeys(arguments.studies)] or list(library.studies.values())
    verifications = verify(library, studies, all_of(open_network()), date.today())
    found = list(with_progress(verifications, len(studies), "asking the registries"))
    if arguments.format == "json":
        print_json([one.to_dict() for one in found])
    else:
        _print(found)
    if arguments.write:
        folder = arguments.library or shipped("data")
        say(f"{counted(len(record(folder, found)), 'file')} written")
    return _exit(found)


def _exit(found: list[Verification]) -> Exit:
    """A problem that is known outweighs what is not known; neither is ever fine."""
    if any(one.is_problem for one in found):
        return Exit.PROBLEMS
    return Exit.FINE if all(one.is_fine for one in found) else Exit.NETWORK


def _print(found: list[Verification]) -> None:
    print_table(_COLUMNS, map(_row, found))
    for one in found:
        write("".join(f"{line}\n" for line in _details(one)))
    count = {outcome: sum(one.outcome is outcome for one in found) for outcome in Outcome}
    say(", ".join(f"{number} {outcome.words}" for outcome, number in count.items() if number) or "no studies")


def _row(one: Verification) -> tuple[str, ...]:
    stands = "disputed: " if one.standing.disputed else "reinstated: " if one.standing.reinstated else ""
    found = f"{one.looked_for - len(one.missing)} of {one.looked_for}" if one.looked_for else "none recorded"
    return (
        one.key,
        one.outcome.words,
        _registries(one.opinions),
        f"{stands}{one.standing.status.words}",
        found if one.abstract else "not checked",
    )


def _registries(opinions: tuple[Opinion, ...]) -> str:
    """Who says what: `all agree`, or `agrees: Crossref, PubMed; not found: OpenAlex`."""
    by_outcome: dict[str, list[str]] = {}
    for opinion in opinions:
        cut = opinion.outcome is Outcome.AGREES and opinion.title is not TitleMatch.EXACT
        words = f"{opinion.outcome.words} without subtitle" if cut else opinion.outcome.words
        by_outcome.setdefault(words, []).append(opinion.source.words)
    if list(by_outcome) == [Outcome.AGREES.words]:
        return "all agree"
    return "; ".join(f"{words}: {', '.join(sources)}" for words, sources in by_outcome.items())


def _details(one: Verification) -> Iterator[str]:
    yield from (f"{one.key}: {fault}" for fault in one.faults)
    for opinion in one.opinions:
        if opinion.outcome is Outcome.NOT_CHECKED:
            yield f"{one.key}: not checked: {opinion.source.words} {opinion.faults[0]}"
    if one.standing.notices:
        yield f"{one.key}: {one.standing.asked}"
    for notice in one.standing.notices:
        yield f"{one.key}: {notice.kind} {notice.on or ''} by {notice.by} {notice.id}".replace("  ", " ").rstrip()
    for figure in one.missing:
        where = f" (recorded as in: {figure.where})" if figure.where else ""
        yield f"{one.key}: {figure.field} {figure.figure} is not in the abstract{where}"
    for claim in one.suspends:
        before = claim.before.words if claim.before else "not rated"
        status = one.standing.status.words
        yield f"{one.key} ({status}): {claim.claim}: before {before}, after suspended; rate it anew without it"
