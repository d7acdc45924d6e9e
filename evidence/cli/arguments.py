"""The words of the command line, and the help."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from evidence import __version__
from evidence.export.citations import CitationFormat
from evidence.model import Design, Kind, Verdict

__all__ = ["DESIGN_GROUPS", "parser"]

# Everyday names for several designs at once.
DESIGN_GROUPS = {
    "rct": (Design.RANDOMISED_TRIAL, Design.CROSSOVER_TRIAL),
    "review": tuple(design for design in Design if design.is_synthesis),
}

_EPILOG = """\
examples:
  evidence claims --certainty moderate+ --verdict supported
  evidence claims --search "puffy knee" --format csv > swelling.csv
  evidence show massage-releases-endorphins
  evidence cite massage-releases-endorphins --format bibtex > endorphins.bib

exit codes: 0 fine · 1 problems in the data · 2 wrong usage · 3 unreadable input · 4 cannot write

General information from published studies, not medical advice.
"""


def parser() -> argparse.ArgumentParser:
    """The parser of `evidence`; each command's function is named in `arguments.command`."""
    top = argparse.ArgumentParser(
        prog="evidence",
        description="Health claims, each with its verdict, how sure it is, and the studies behind it.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"evidence {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for add in (_claims, _show, _articles, _studies, _cite, _validate, _format, _app):
        _with_library(add(commands))
    return top


_Commands = argparse._SubParsersAction  # argparse has no public name for it


def _with_library(command: argparse.ArgumentParser) -> None:
    command.add_argument("--library", metavar="DIR", type=Path, help="another library than the one that ships")


def _add(
    commands: "_Commands[argparse.ArgumentParser]", name: str, help: str, *examples: str
) -> argparse.ArgumentParser:
    epilog = "\n".join(["examples:", *(f"  {example}" for example in examples)])
    formatter = argparse.RawDescriptionHelpFormatter
    return commands.add_parser(name, help=help, description=help, epilog=epilog, formatter_class=formatter)


def _term(known: Iterable[str]) -> "type[str]":
    """A reader for a closed list that takes `partly supported` and `partly-supported` for `partly_supported`."""
    names = tuple(known)

    def read(word: str) -> str:
        name = word.strip().lower().replace(" ", "_").replace("-", "_")
        if name not in names:
            raise argparse.ArgumentTypeError(f"{word!r} is not one of: {', '.join(names)}")
        return name

    return read  # type: ignore[return-value]  # argparse takes any function from text


def _format_option(command: argparse.ArgumentParser, *formats: str) -> None:
    command.add_argument("--format", choices=formats, default=formats[0], help=f"default: {formats[0]}")


def _claims(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = _add(
        commands,
        "claims",
        "List claims; each option narrows the list, the same option twice widens it.",
        "evidence claims --certainty moderate+          at least moderate",
        "evidence claims --certainty low                exactly low",
        "evidence claims --verdict contradicted --article 000",
        "evidence claims --search 'stiff knee' --format json",
    )
    command.add_argument("--certainty", metavar="LEVEL", help="high, moderate, low, very_low; with + for at least")
    command.add_argument(
        "--verdict", action="append", default=[], type=_term(Verdict), metavar="VERDICT", help=", ".join(Verdict)
    )
    command.add_argument("--topic", action="append", default=[], help="a topic's id")
    command.add_argument("--article", action="append", default=[], help="an article's id, or how it begins (000)")
    command.add_argument("--kind", action="append", default=[], type=_term(Kind), metavar="KIND", help=", ".join(Kind))
    command.add_argument("--search", default="", metavar="WORDS", help="lay or medical words")
    _format_option(command, "table", "json", "csv")
    return command


def _show(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = _add(
        commands,
        "show",
        "Show one claim: the answer, how sure, why, what may be written, and the studies.",
        "evidence show massage-releases-endorphins",
        "evidence show massage-releases-endorphins --format json",
    )
    command.add_argument("claim", metavar="CLAIM", help="a claim's id")
    _format_option(command, "text", "json")
    return command


def _articles(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = _add(
        commands,
        "articles",
        "List the articles in which the claims were made, with their number of claims by verdict.",
        "evidence articles",
    )
    _format_option(command, "table", "json", "csv")
    return command


def _studies(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = _add(
        commands, "studies", "List studies.", "evidence studies --design rct", "evidence studies --format csv"
    )
    command.add_argument(
        "--design",
        action="append",
        default=[],
        type=_term([*DESIGN_GROUPS, *Design]),
        metavar="DESIGN",
        help=f"rct, review, or one of: {', '.join(Design)}",
    )
    _format_option(command, "table", "json", "csv")
    return command


def _cite(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = _add(
        commands,
        "cite",
        "Print the references of claims, of studies, or of the whole library.",
        "evidence cite massage-releases-endorphins > endorphins.bib",
        "evidence cite day1987effect --format biblatex",
        "evidence cite --all > everything.bib",
    )
    command.add_argument("ids", nargs="*", metavar="CLAIM|STUDY", help="ids of claims, keys of studies")
    command.add_argument("--all", action="store_true", help="every study of the library")
    _format_option(command, *CitationFormat)
    return command


def _validate(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = _add(
        commands,
        "validate",
        "Hold the data to the rules and print every problem: where, what, and how to mend it.",
        "evidence validate",
        "evidence validate my-library --format json",
    )
    command.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="the library's folder")
    command.add_argument(
        "--sources", type=Path, metavar="DIR", help="the articles' texts (default: EVIDENCE_SOURCES, ../shared/sources)"
    )
    _format_option(command, "text", "json")
    return command


def _format(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = _add(
        commands,
        "format",
        "Put the data's files in canonical form: fields in their order, one a line. Nothing else changes.",
        "evidence format my-library",
    )
    command.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="the library's folder")
    return command


def _app(commands: "_Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = _add(
        commands, "app", "Open the dashboard in the browser.", "evidence app", "evidence app --port 8600 --no-browser"
    )
    command.add_argument("--port", type=int, default=8501, help="default: 8501")
    command.add_argument("--no-browser", action="store_true", help="do not open a browser")
    return command
