"""How long readers wait for the dashboard, beside Datasette with the same tables, with 10,000 claims, and in a crowd.

Run it from the checkout: `python -m benchmarks.dashboard`, after `pip install -e '.[bench]'`, with Debian's chromium
installed. It prints docs/benchmarks.md, "Dashboard", and asks nothing of another machine.
"""

import argparse
import asyncio
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser

import evidence
from benchmarks import browsing, servers, sessions
from benchmarks.browsing import Wait
from benchmarks.development import sentences
from benchmarks.generated import generated
from evidence.dashboard.checked import Checked
from evidence.datasets import DatasetFormat, write_datasets
from evidence.filters import Filter
from evidence.library import Library
from evidence.store import load
from evidence.store.drafts import draft_of_bytes
from evidence.store.save import save

_PARTS = ("waiting", "large", "crowd")
_MANY = 10_000
_WORDS = 1_000
# Reading 10,000 claims takes a while, in milliseconds.
_PATIENCE = 120_000


def main() -> None:
    """Measure what was asked for, and print."""
    arguments = _arguments()
    library = evidence.load()
    measures = {
        "waiting": lambda: _waiting(library, arguments.runs),
        "large": lambda: _large(library, arguments.runs),
        "crowd": lambda: _crowd(library, arguments.sessions, arguments.rounds),
    }
    for part in arguments.parts or _PARTS:
        before = os.getloadavg()[0]
        for line in measures[part]():
            print(line, flush=True)
        after = os.getloadavg()[0]
        print(f"\nLoad average {before:.1f} before, {after:.1f} after; {os.cpu_count()} cores.\n", flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dashboard", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"which to measure: {', '.join(_PARTS)}; default: all")
    parser.add_argument("--runs", type=int, default=9, help="how often each wait is measured (default: 9)")
    parser.add_argument("--sessions", type=int, default=200, help="open sessions of the crowd (default: 200)")
    parser.add_argument("--rounds", type=int, default=10, help="rounds of 30 seconds after they opened (default: 10)")
    arguments = parser.parse_args()
    if unknown := [part for part in arguments.parts if part not in _PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}")
    return arguments


def _waiting(library: Library, runs: int) -> Iterator[str]:
    """One reader, the library that ships, and Datasette with its tables on the same machine at the same time."""
    with browsing.browser() as chromium, TemporaryDirectory() as tables:
        write_datasets(library, Path(tables), DatasetFormat.CSV)
        yield _heading("one reader waits for")
        yield _row("cold start of `evidence app` to the first cards", [_cold_start(chromium) for _ in range(runs)])
        with servers.dashboard() as ours, servers.datasette(Path(tables), browsing.CARDS) as theirs:
            yield _row("Find in a fresh browser, server running", [_visit(chromium, ours.address) for _ in range(runs)])
            filters = _filters(chromium, ours.address, theirs.address, library, runs)
            yield from _filter_rows(*filters)
            yield _row("a claim opened", list(_claims(chromium, ours.address, library, runs)))
            yield _row(f"a draft of {_WORDS:,} words checked", list(_drafts(chromium, ours.address, library, runs)))
    yield _ratio(*filters)


def _heading(what: str) -> str:
    return (
        f"| {what} | times | painted: median, ms | middle half | slowest | in the page: median, ms |\n"
        "|---|---|---|---|---|---|"
    )


def _row(what: str, waits: Sequence[Wait]) -> str:
    there, painted = _medians(waits)
    first, _, third = quantiles((one.painted for one in waits), n=4)
    slowest = max(one.painted for one in waits)
    return f"| {what} | {len(waits)} | {painted:,.0f} | {first:,.0f}–{third:,.0f} | {slowest:,.0f} | {there:,.0f} |"


def _filter_rows(own: Sequence[Wait], other: Sequence[Wait]) -> Iterator[str]:
    yield _row("a filter of Find changed", own)
    yield _row("a facet of Datasette changed", other)


def _ratio(own: Sequence[Wait], other: Sequence[Wait]) -> str:
    there, painted = (mine / others for mine, others in zip(_medians(own), _medians(other), strict=True))
    return f"\nA filter of Find to a facet of Datasette: {painted:.2f} painted, {there:.2f} in the page."


def _medians(waits: Sequence[Wait]) -> Wait:
    return Wait(*map(median, zip(*waits, strict=True)))


def _cold_start(chromium: Browser) -> Wait:
    """From the command on; the browser is already running and has nothing cached."""
    begun = perf_counter()
    with servers.dashboard() as server:
        return _visit(chromium, server.address, begun)


def _visit(chromium: Browser, address: str, begun: float | None = None) -> Wait:
    """From the opening of the address, or from `begun`, until the first card can be seen."""
    begun = begun or perf_counter()
    page = chromium.new_page()
    browsing.first_paint(page, address)
    taken = (perf_counter() - begun) * 1000
    page.close()
    return Wait(taken, taken)


def _filters(chromium: Browser, ours: str, theirs: str, library: Library, runs: int) -> tuple[list[Wait], list[Wait]]:
    """The same changes here and there by turns, so that whatever else the machine does falls on both."""
    here, there = chromium.new_page(), chromium.new_page()
    here.set_default_timeout(_PATIENCE)
    browsing.first_paint(here, ours)
    own, other = [], []
    for verdict, wanted in islice(_changes(library), 2 * runs):
        here.bring_to_front()
        own.append(browsing.change_filter(here, library, verdict, wanted))
        there.bring_to_front()
        other.append(browsing.follow_facet(there, theirs, verdict if wanted.verdict else ""))
    here.close()
    there.close()
    return own, other


def _changes(library: Library) -> Iterator[tuple[str, Filter]]:
    """Each verdict of the library is chosen and then dropped, again and again: what is clicked, what is then wanted."""
    verdicts = dict.fromkeys(claim.verdict.value for claim in library.claims.values())
    for verdict in cycle(verdicts):
        yield verdict, Filter(verdict=(verdict,))
        yield verdict, Filter()


def _claims(chromium: Browser, address: str, library: Library, runs: int) -> Iterator[Wait]:
    shown = [claim for claim in list(library.claims.values())[: browsing.CARDS] if claim.citations]
    for claim in islice(cycle(shown), runs):
        page = chromium.new_page()
        browsing.first_paint(page, address)
        yield browsing.open_claim(page, claim)
        page.close()


def _drafts(chromium: Browser, address: str, library: Library, runs: int) -> Iterator[Wait]:
    for number in range(runs):
        draft = _draft(number)
        expected = Checked.of(draft_of_bytes(draft.encode(), "Pasted text"), library).parts[0].marks
        page = chromium.new_page()
        yield browsing.check_draft(page, address, draft, len(expected))
        page.close()


def _draft(seed: int) -> str:
    """Sentences of the development set until there are enough words: nearly all of them make a claim."""
    told: list[str] = []
    for one in Random(seed).sample(sentences(), len(sentences())):
        told.extend(one.text.split())
        if len(told) >= _WORDS:
            break
    return " ".join(told)


def _large(library: Library, runs: int) -> Iterator[str]:
    """One reader of a large library, and Datasette with its tables."""
    with browsing.browser() as chromium, TemporaryDirectory() as folder, TemporaryDirectory() as tables:
        save(generated(library, _MANY), Path(folder))
        many = load(folder)  # in the order in which the server has them
        write_datasets(many, Path(tables), DatasetFormat.CSV)
        with servers.dashboard(Path(folder)) as ours, servers.datasette(Path(tables), browsing.CARDS) as theirs:
            filters = _filters(chromium, ours.address, theirs.address, many, runs)
            yield _heading(f"with {_MANY:,} claims, one reader waits for")
            yield from _filter_rows(*filters)
            yield _ratio(*filters)
            yield f"The dashboard's server holds {ours.memory:,.0f} MB."


def _crowd(library: Library, count: int, rounds: int) -> Iterator[str]:
    with servers.dashboard() as server:
        before = server.worked
        told = asyncio.run(sessions.visits(server.address, library, lambda: server.memory, count, rounds))
        worked = (server.worked - before) * 1000 / sum(len(one.seconds) for one in told)
    yield f"| {count} sessions | answers | median, ms | 95 % within, ms | slowest, ms | errors | memory, MB | load |"
    yield "|---|---|---|---|---|---|---|---|"
    for number, one in enumerate(told):
        yield f"| {f'round {number}' if number else 'opening'} | {_crowd_cells(one)} |"
    seconds = [taken for one in told[1:] for taken in one.seconds]
    errors = [error for one in told for error in one.errors]
    within = f"95 % within {_percentile(seconds):,.0f} ms"
    yield f"\nAfter the opening: {len(seconds):,} answers, {within}; {len(errors)} errors in all."
    yield f"The server worked {worked:.0f} ms an answer."
    yield from (f"- {count} × {error}" for error, count in Counter(errors).most_common())


def _crowd_cells(one: sessions.Round) -> str:
    times = f"{median(one.seconds) * 1000:,.0f} | {_percentile(one.seconds):,.0f} | {max(one.seconds) * 1000:,.0f}"
    return f"{len(one.seconds)} | {times} | {len(one.errors)} | {one.memory:,.0f} | {one.load:.1f}"


def _percentile(seconds: Sequence[float]) -> float:
    """The time within which 95 of 100 answers came, in milliseconds."""
    return quantiles(seconds, n=20)[-1] * 1000


if __name__ == "__main__":
    main()
