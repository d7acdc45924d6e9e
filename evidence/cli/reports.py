"""Reports on drafts, as a terminal shows them."""

from collections.abc import Iterator

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from evidence.cli.output import console
from evidence.counting import counted
from evidence.drafts.drift import Change
from evidence.drafts.report import CheckedSentence, Finding, Level, Match, Report
from evidence.export.report import counts_line, coverage_line, is_unmatched, library_line, marked, references
from evidence.export.visible import visible
from evidence.library import Library
from evidence.model import Study

__all__ = ["print_drift", "print_report"]

_STYLES = {Level.ERROR: "bold red", Level.WARNING: "bold yellow", Level.NOTE: "bold cyan", Level.NONE: "dim"}
_SHORT = 90


def print_report(report: Report, library: Library) -> None:
    """The findings in the order of the draft, what is not in the library, the references, and a summary."""
    out = console()
    for sentence in report.sentences:
        if sentence.findings and not sentence.ignored:
            out.print(_sentence(report.name, sentence))
    for title, lines in _lists(report, library):
        out.print(Text(title, style="bold"))
        out.print(Padding(Group(*lines), (0, 0, 0, 2), expand=False))
        out.print()
    if report.approximate:
        out.print("Lines and columns are those of the text that was taken out of the file.")
    out.print(Text(counts_line(report), style=_STYLES[report.level]))
    out.print(coverage_line(report))
    out.print(library_line(report))


def _sentence(name: str, sentence: CheckedSentence) -> Group:
    head = Text(f"{name}:{sentence.line}:{sentence.column} ")
    head.append(sentence.level.value, style=_STYLES[sentence.level])
    text = Text()
    for piece, inside in marked(sentence):
        # Brackets too, for where there is no underlining.
        text.append(f"⟦{piece}⟧" if inside else piece, style="underline" if inside else "")
    findings = [part for finding in sentence.findings for part in _finding(sentence, finding)]
    grounds = [part for match in sentence.matches for part in _grounds(sentence, match)]
    return Group(head, Padding(text, (0, 0, 0, 2), expand=False), *findings, *grounds, Text())


def _finding(sentence: CheckedSentence, finding: Finding) -> Iterator[Padding]:
    match = sentence.match_of(finding)
    about = f"“{_short(sentence.part(match))}”: " if match and len(sentence.matches) > 1 else ""
    told = Text(finding.level.value, style=_STYLES[finding.level])
    told.append(f" {finding.rule}  ", style="not bold dim").append(
        f"{about}{visible(finding.message)}", style="not bold default"
    )
    yield Padding(told, (0, 0, 0, 4), expand=False)
    for rewrite in finding.rewrites:
        yield Padding(Text(f"write: {visible(rewrite)}", style="green"), (0, 0, 0, 6), expand=False)


def _grounds(sentence: CheckedSentence, match: Match) -> Iterator[Padding]:
    """Why a claim was found in the sentence, and what to cite for it: once, however many findings it has."""
    cite = next((finding.cite for finding in sentence.findings if finding.claim == match.claim), ())
    lines = [f"claim: {match.claim} ({visible('; '.join(match.why))})", *([f"cite: {', '.join(cite)}"] if cite else [])]
    yield from (Padding(Text(line, style="dim"), (0, 0, 0, 4), expand=False) for line in lines)


def _lists(report: Report, library: Library) -> Iterator[tuple[str, list[Text]]]:
    lists = (
        ("Not in this library", [_unmatched(one) for one in report.sentences if is_unmatched(one)]),
        ("Skipped", [_reasoned(one, one.skipped) for one in report.sentences if one.skipped]),
        ("Ignored", [_reasoned(one, one.ignored) for one in report.sentences if one.ignored]),
        ("References", [_reference(study) for study in references(report, library)]),
    )
    return ((title, lines) for title, lines in lists if lines)


def _unmatched(sentence: CheckedSentence) -> Text:
    near = f" (nearest: {', '.join(sentence.nearest)})" if sentence.nearest else ""
    return Text(f"{sentence.line}:{sentence.column} {_short(sentence.text)}{near}")


def _reasoned(sentence: CheckedSentence, reason: str) -> Text:
    return Text(f"{sentence.line}:{sentence.column} {_short(sentence.text)} ({visible(reason)})")


def _reference(study: Study) -> Text:
    link = next(iter(study.reference.links.values()), "")
    return Text(f"{study.key}: {study.reference.label} {link}")


def _short(text: str) -> str:
    text = visible(text)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def print_drift(before: Report, after: Report, changes: tuple[Change, ...]) -> None:
    """What became of each claim from one draft to the next."""
    out = console()
    for change in changes:
        out.print(Text(change.drift.value, style="bold").append(f"  {change.claim}", style="not bold"))
        for sign, report, sentence in (("-", before, change.before), ("+", after, change.after)):
            if sentence:
                place = f"{report.name}:{sentence.line}:{sentence.column}"
                out.print(Padding(Text(f"{sign} {place} {visible(sentence.text)}"), (0, 0, 0, 2), expand=False))
    out.print(f"{counted(len(changes), 'change')}. Before: {counts_line(before)}. After: {counts_line(after)}.")
