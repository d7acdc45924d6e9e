"""The words of the command line, and the help."""

import argparse
from pathlib import Path

from evidence import __version__
from evidence.cli.curation_arguments import BEGINNING, CURATION
from evidence.cli.draft_arguments import DRAFTS
from evidence.cli.synthesis_arguments import SYNTHESIS
from evidence.cli.words import Commands, add_command, count, format_option, port, term
from evidence.export.formats import CitationFormat
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
  evidence check article.md

exit codes: 0 fine · 1 problems in the data, findings in a draft · 2 wrong usage · 3 unreadable input · 4 cannot write ·
5 network asked for and failed: not checked

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
    for add in (
        _claims,
        _show,
        *DRAFTS,
        _articles,
        _studies,
        _cite,
        _validate,
        _audit,
        _format,
        *SYNTHESIS,
        *CURATION,
        _app,
    ):
        _with_library(add(commands))
    for add in BEGINNING:
        add(commands)
    return top


def _with_library(command: argparse.ArgumentParser) -> None:
    command.add_argument("--library", metavar="DIR", type=Path, help="another library than the one that ships")


def _list_options(command: argparse.ArgumentParser) -> None:
    format_option(command, "table", "json", "csv", "xlsx")
    command.add_argument("--output", "-o", type=Path, metavar="FILE", help="write json, csv or xlsx to a file")


def _filter_options(command: argparse.ArgumentParser) -> None:
    """The words that narrow down claims; `evidence.cli.filters` reads them."""
    command.add_argument("--certainty", metavar="LEVEL", help="high, moderate, low, very_low; with + for at least")
    command.add_argument(
        "--verdict", action="append", default=[], type=term(Verdict), metavar="VERDICT", help=", ".join(Verdict)
    )
    command.add_argument("--topic", action="append", default=[], help="a topic's id")
    command.add_argument("--article", action="append", default=[], help="an article's id, or how it begins (000)")
    command.add_argument("--kind", action="append", default=[], type=term(Kind), metavar="KIND", help=", ".join(Kind))
    command.add_argument("--search", default="", metavar="WORDS", help="lay or medical words")


def _claims(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "claims",
        "List claims; each option narrows the list, the same option twice widens it.",
        "evidence claims --certainty moderate+          at least moderate",
        "evidence claims --certainty low                exactly low",
        "evidence claims --verdict contradicted --article 004",
        "evidence claims --search 'stiff knee' --format json",
        "evidence claims --topic feet-and-the-knee --format xlsx --output feet.xlsx",
    )
    _filter_options(command)
    _list_options(command)
    return command


def _show(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "show",
        "Show one claim (the answer, how sure, why, what may be written, the studies), or one study.",
        "evidence show massage-releases-endorphins",
        "evidence show perlman2019efficacy",
        "evidence show massage-releases-endorphins --format json",
    )
    command.add_argument("id", metavar="CLAIM|STUDY", help="a claim's id or a study's key")
    format_option(command, "text", "json")
    return command


def _articles(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "articles",
        "List the articles in which the claims were made: a report card each, by verdict and certainty.",
        "evidence articles",
        "evidence articles --coverage                   every sentence accounted for",
        "evidence articles --format csv --output articles.csv",
    )
    command.add_argument(
        "--coverage", action="store_true", help="per article: sentences, claims, those that claim nothing and why"
    )
    _list_options(command)
    return command


def _studies(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands, "studies", "List studies.", "evidence studies --design rct", "evidence studies --format csv"
    )
    command.add_argument(
        "--design",
        action="append",
        default=[],
        type=term([*DESIGN_GROUPS, *Design]),
        metavar="DESIGN",
        help=f"rct, review, or one of: {', '.join(Design)}",
    )
    _list_options(command)
    return command


def _cite(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "cite",
        "Print the references of claims, of studies, of all claims that fit, or of the whole library.",
        "evidence cite massage-releases-endorphins > endorphins.bib",
        "evidence cite massage-releases-endorphins --format vancouver",
        "evidence cite https://doi.org/10.1007/s11606-018-4763-5",
        "evidence cite --certainty moderate+ --format ris --notes > sure.ris",
        "evidence cite --draft article.md > article.bib",
        "evidence cite --all --format biblatex > everything.bib",
    )
    command.add_argument("ids", nargs="*", metavar="CLAIM|STUDY", help="ids of claims, keys or DOIs of studies")
    command.add_argument("--draft", metavar="FILE", help="what the claims in a draft need; - for standard input")
    command.add_argument("--all", action="store_true", help="every study of the library")
    _filter_options(command)
    command.add_argument("--notes", action="store_true", help="with each reference what it proves: claim, stance, …")
    command.add_argument(
        "--include-retracted",
        action="store_true",
        help="also studies that are retracted, under concern or withdrawn, which their note says",
    )
    format_option(command, *CitationFormat)
    return command


def _validate(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "validate",
        "Hold the data to the rules and print every problem: where, what, and how to mend it.",
        "evidence validate",
        "evidence validate my-library --format json",
        "evidence validate --summary",
    )
    command.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="the library's folder")
    command.add_argument(
        "--sources", type=Path, metavar="DIR", help="the articles' texts (default: EVIDENCE_SOURCES, ../shared/sources)"
    )
    command.add_argument(
        "--summary", action="store_true", help="numbers of the library, and shares that would betray one too credulous"
    )
    format_option(command, "text", "json")
    return command


def _audit(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "audit",
        "Draw figures and stances at random for a blind reading: forms that do not show what was read before.",
        "evidence audit sample --seed 2026",
        "evidence audit sample --seed 2026 --figures 10 --stances 0 --format json",
    )
    command.add_argument("action", choices=("sample",), help="sample: the same seed draws the same forms")
    command.add_argument("--seed", required=True, help="any word or number; publish it with the outcome")
    command.add_argument("--figures", type=count, default=60, metavar="N", help="default: 60")
    command.add_argument("--stances", type=count, default=60, metavar="N", help="default: 60")
    format_option(command, "text", "json")
    return command


def _format(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "format",
        "Put the data's files in canonical form: fields in their order, one a line. Nothing else changes.",
        "evidence format my-library",
    )
    command.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="the library's folder")
    return command


def _app(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands, "app", "Open the dashboard in the browser.", "evidence app", "evidence app --port 8600 --no-browser"
    )
    command.add_argument("--port", type=port, default=8501, help="default: 8501")
    command.add_argument("--no-browser", action="store_true", help="do not open a browser")
    return command
