"""`evidence validate`."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from evidence.cli.exits import Exit
from evidence.cli.output import print_json, say, write
from evidence.counting import counted
from evidence.errors import UnreadableLibrary
from evidence.library import Library
from evidence.problems import Problem
from evidence.rules import validate
from evidence.store import article_texts, load, misformatted, shipped, sources_folder
from evidence.summary import SummaryEntry, doubts, summary

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Print every problem of a library."""
    if arguments.folder and arguments.library:
        say("evidence: Name the library once: as DIR or with --library.")
        return Exit.USAGE
    folder = arguments.folder or arguments.library or shipped("data")
    if arguments.sources and not arguments.sources.is_dir():
        raise UnreadableLibrary(
            f"{arguments.sources} is not a folder: --sources names the one with the articles' texts."
        )
    if arguments.summary:
        return _summarise(load(folder), arguments.format)
    problems = _problems(folder, arguments.sources or sources_folder())
    if arguments.format == "json":
        print_json([problem.to_dict() for problem in problems])
    else:
        write("".join(f"{problem}\n" for problem in problems))
    say(f"Problems: {len(problems)}" if problems else "No problems.")
    return Exit.PROBLEMS if problems else Exit.FINE


def _summarise(library: Library, format: str) -> Exit:
    numbers = summary(library)
    if format == "json":
        print_json(numbers)
    else:
        write("".join(f"{line}\n" for line in _summary_lines(numbers)))
    for doubt in doubts(numbers):
        say(f"Look again: {doubt}.")
    if library.problems:
        found = counted(len(library.problems), "record")
        say(f"{found} could not be read, so not counted: evidence validate tells why.")
    return Exit.PROBLEMS if doubts(numbers) or library.problems else Exit.FINE


def _summary_lines(numbers: SummaryEntry) -> Iterator[str]:
    yield f"{numbers['claims']} claims, {numbers['studies']} studies, {numbers['results']} results"
    yield f"verdicts: {_listed(numbers['verdicts'])}"
    yield f"certainty: {_listed(numbers['certainties'])}, {numbers['claims'] - numbers['rated']} unrated"
    yield f"stances: {_listed(numbers['stances'])}"
    yield f"high certainty: {_percent(numbers['high_share'])} of the rated claims"
    yield f"supported: {_percent(numbers['supported_share'])} of the claims"
    yield f"stance supports: {_percent(numbers['supports_share'])} of the citations"
    single = numbers["single_study_ratings"]
    yield f"resting on a single study: {single}, {_percent(numbers['single_study_share'])} of the rated claims"
    yield f"read twice: {_percent(numbers['read_twice_share'])} of the results"


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items())


def _percent(share: float | None) -> str:
    return "none" if share is None else f"{share:.1%}"


def _problems(folder: Path, sources: Path | None) -> list[Problem]:
    library = load(folder)
    texts = article_texts(library, sources)
    if unread := len(library.articles.keys() - texts.keys()):
        missing = counted(unread, "article")
        say(f"Not at hand: the text of {missing}, so what it says was not compared. See --sources.")
    found = validate(library, today=date.today(), texts=texts)
    return sorted([*found, *misformatted(library, folder)])
