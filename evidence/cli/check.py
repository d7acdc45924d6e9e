"""`evidence check`."""

import sys
from argparse import Namespace
from collections.abc import Callable

from evidence import __version__
from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.output import print_json, say, write
from evidence.counting import counted
from evidence.drafts.crew import check_together
from evidence.drafts.draft import Draft
from evidence.drafts.ignores import faults
from evidence.drafts.report import Level, Report
from evidence.export.report import counts_line, coverage_line, markdown
from evidence.library import Library
from evidence.store.drafts import read_draft
from evidence.store.save import write_text

__all__ = ["run"]

# What only some calls need is imported where it is used: most of the time of a short check is loading.

_FOR_MANY = {"text", "sarif"}


def run(arguments: Namespace) -> Exit:
    """Check drafts, or compare two."""
    if wrong := _wrong(arguments):
        say(f"evidence: {wrong} See: evidence check --help")
        return Exit.USAGE
    drafts = [read_draft(file) for file in arguments.files or ["-"]]
    library = open_library(arguments.library)
    reports = [check_together(draft, library, _progress(draft)) for draft in drafts]
    for draft, report in zip(drafts, reports, strict=True):
        _say_faults(draft, report)
    if arguments.drift:
        return _compare(reports[0], reports[1], arguments)
    _write_files(arguments, drafts, reports, library)
    _print(reports, library, arguments.format)
    return Exit.PROBLEMS if _fails(reports, arguments.fail_on) else Exit.FINE


def _progress(draft: Draft) -> Callable[[float], None]:
    """Tells on a terminal how far a long check has come."""

    def tell(share: float) -> None:
        if sys.stderr.isatty():
            print(f"\r{draft.name}: {share:4.0%} checked", end="\n" if share == 1 else "", file=sys.stderr, flush=True)

    return tell


def _wrong(arguments: Namespace) -> str:
    """What is wrong with the words, as a sentence; empty when nothing is."""
    count = len(arguments.files)
    if arguments.drift and (count != 2 or arguments.format not in {"text", "json"}):
        return "--drift compares two files, as text or json."
    if arguments.drift and (arguments.bib or arguments.annotate):
        return "--drift writes neither --bib nor --annotate."
    if not arguments.drift and count > 1 and (arguments.annotate or arguments.format not in _FOR_MANY):
        return "Several files at once go with --format text or sarif and without --annotate."
    return ""


def _say_faults(draft: Draft, report: Report) -> None:
    """What the writer must know lest an empty report be taken for a clean one."""
    if not report.coverage.sentences:
        say(f"evidence: {draft.name}: no prose was found in it, so nothing was checked.")
    for fault in faults(draft):
        place = draft.place(fault.start)
        say(f"evidence: {draft.name}:{place.line}:{place.column}: the comment {fault.message}.")


def _write_files(arguments: Namespace, drafts: list[Draft], reports: list[Report], library: Library) -> None:
    if arguments.bib:
        from evidence.export import cite
        from evidence.export.leading import needed

        keys = sorted({key for report in reports for key in needed(report, library)})
        write_text(arguments.bib, cite(library, keys))
        say(f"{arguments.bib}: {counted(len(keys), 'reference')}")
    if arguments.annotate:
        from evidence.export.annotated import annotated

        write_text(arguments.annotate, annotated(drafts[0], reports[0], library))
        say(f"{arguments.annotate}: the draft with citations")


def _print(reports: list[Report], library: Library, format: str) -> None:
    match format:
        case "json":
            from evidence.export.json import json_pieces

            for piece in json_pieces(reports[0]):
                write(piece)
        case "sarif":
            from evidence.export.sarif import sarif

            print_json(sarif(reports, __version__))
        case "html":
            from evidence.export.html import html

            write(html(reports[0], library))
        case "markdown":
            write(markdown(reports[0], library))
        case _:
            from evidence.cli.reports import print_report

            for report in reports:
                print_report(report, library)
            return
    for report in reports:
        say(f"{report.name}: {counts_line(report)} · {coverage_line(report)}")


def _fails(reports: list[Report], fail_on: str) -> bool:
    return fail_on != "never" and any(report.level.gravity >= Level(fail_on).gravity for report in reports)


def _compare(before: Report, after: Report, arguments: Namespace) -> Exit:
    from evidence.cli.reports import print_drift
    from evidence.drafts.drift import drift

    changes = drift(before, after)
    if arguments.format == "json":
        print_json([change.to_dict() for change in changes])
    else:
        print_drift(before, after, changes)
    return Exit.PROBLEMS if _fails([after], arguments.fail_on) else Exit.FINE
