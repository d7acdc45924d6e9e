"""The words of the commands that read a writer's draft."""

import argparse
from pathlib import Path

from evidence.cli.words import Commands, add_command, format_option

__all__ = ["DRAFTS"]


def _check(commands: "Commands[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    command = add_command(
        commands,
        "check",
        "Check a draft sentence by sentence: what holds, what is overstated, what nobody knows, and what to write "
        "instead. Nothing leaves this computer. docs/checking.md explains every finding.",
        "evidence check article.md",
        "evidence check article.docx --format html > report.html",
        "echo 'Massage releases endorphins.' | evidence check",
        "evidence check article.md --bib article.bib --annotate article.cited.md",
        "evidence check before.md after.md --drift",
    )
    command.add_argument(
        "files", nargs="*", metavar="FILE", help="md, txt, html, docx or pdf; - or none: standard input"
    )
    format_option(command, "text", "json", "sarif", "html", "markdown")
    command.add_argument(
        "--fail-on",
        choices=("error", "warning", "note", "never"),
        default="error",
        help="end with 1 when a finding is as grave as this (default: error)",
    )
    command.add_argument("--bib", type=Path, metavar="OUT.bib", help="write the references that the draft needs")
    command.add_argument("--annotate", type=Path, metavar="OUT.md", help="write the draft with pandoc citations put in")
    command.add_argument("--drift", action="store_true", help="compare two drafts: stronger, weaker, turned, new, gone")
    return command


DRAFTS = (_check,)
