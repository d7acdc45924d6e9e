"""`evidence validate`."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from evidence.cli.exits import Exit
from evidence.cli.output import print_json, say, write
from evidence.errors import UnreadableLibrary
from evidence.problems import Problem
from evidence.rules import validate
from evidence.store import article_texts, load, misformatted, shipped, sources_folder

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
    problems = _problems(folder, arguments.sources or sources_folder())
    if arguments.format == "json":
        print_json([problem.to_dict() for problem in problems])
    else:
        write("".join(f"{problem}\n" for problem in problems))
    say(f"Problems: {len(problems)}" if problems else "No problems.")
    return Exit.PROBLEMS if problems else Exit.FINE


def _problems(folder: Path, sources: Path | None) -> list[Problem]:
    library = load(folder)
    texts = article_texts(library, sources)
    if unread := len(library.articles.keys() - texts.keys()):
        say(f"The texts of {unread} article(s) are not at hand: what they say was not compared. See --sources.")
    found = validate(library, today=date.today(), texts=texts)
    return sorted([*found, *misformatted(library, folder)])
