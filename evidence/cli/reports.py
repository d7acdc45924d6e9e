"""Reports on drafts, as a terminal shows them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from evidence.cli.output import is_laid_out, write
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


class _Line(NamedTuple):
    """A line before it is wrapped: how far it is set in, and its pieces, each with a style."""

    indent: int
    pieces: tuple[tuple[str, str], ...]


def print_report(report: Report, library: Library) -> None:
    """The findings in the order of the draft, what is not in the library, the references, and a summary."""
    _show(_lines(report, library))


def _show(lines: Iterable[_Line]) -> None:
    if is_laid_out():
        _lay_out(lines)
    else:
        for line in lines:
            _write(line)


def _lay_out(lines: Iterable[_Line]) -> None:
    from rich.padding import Padding  # in a file or pipe it is not needed, and takes a while to load
    from rich.text import Text

    from evidence.cli.terminal import console

    out = console()
    for line in lines:
        out.print(Padding(Text.assemble(*line.pieces), (0, 0, 0, line.indent), expand=False))


def _write(line: _Line) -> None:
    """A line as it is, for whatever reads line by line; that of a book in a fifth of the time of wrapping it."""
    write(" " * line.indent + "".join([text for text, _ in line.pieces]) + "\n")


def _line(indent: int, *pieces: tuple[str, str]) -> _Line:
    return _Line(indent, pieces)


def _lines(report: Report, library: Library) -> Iterator[_Line]:
    for sentence in report.sentences:
        if sentence.findings and not sentence.ignored:
            yield from _sentence(report.name, sentence)
    for title, lines in _lists(report, library):
        yield _line(0, (title, "bold"))
        yield from (_line(2, (line, "")) for line in lines)
        yield _line(0)
    if report.approximate:
        yield _line(0, ("Lines and columns are those of the text that was taken out of the file.", ""))
    yield _line(0, (counts_line(report), _STYLES[report.level]))
    yield _line(0, (coverage_line(report), ""))
    yield _line(0, (library_line(report), ""))


def _sentence(name: str, sentence: CheckedSentence) -> Iterator[_Line]:
    yield _line(0, (f"{name}:{sentence.line}:{sentence.column} ", ""), (sentence.level.value, _STYLES[sentence.level]))
    # Brackets too, for where there is no underlining.
    yield _line(2, *((f"⟦{text}⟧", "underline") if inside else (text, "") for text, inside in marked(sentence)))
    for finding in sentence.findings:
        yield from _finding(sentence, finding)
    for match in sentence.matches:
        yield from _grounds(sentence, match)
    yield _line(0)


def _finding(sentence: CheckedSentence, finding: Finding) -> Iterator[_Line]:
    match = sentence.match_of(finding)
    about = f"“{_short(sentence.part(match))}”: " if match and len(sentence.matches) > 1 else ""
    told = f"{about}{visible(finding.message)}"
    yield _line(4, (finding.level.value, _STYLES[finding.level]), (f" {finding.rule}  ", "dim"), (told, ""))
    for rewrite in finding.rewrites:
        yield _line(6, (f"write: {visible(rewrite)}", "green"))


def _grounds(sentence: CheckedSentence, match: Match) -> Iterator[_Line]:
    """Why a claim was found in the sentence, and what to cite for it: once, however many findings it has."""
    yield _line(4, (f"claim: {match.claim} ({visible('; '.join(match.why))})", "dim"))
    if cite := next((finding.cite for finding in sentence.findings if finding.claim == match.claim), ()):
        yield _line(4, (f"cite: {', '.join(cite)}", "dim"))


def _lists(report: Report, library: Library) -> Iterator[tuple[str, list[str]]]:
    lists = (
        ("Not in this library", [_unmatched(one) for one in report.sentences if is_unmatched(one)]),
        ("Skipped", [_reasoned(one, one.skipped) for one in report.sentences if one.skipped]),
        ("Ignored", [_reasoned(one, one.ignored) for one in report.sentences if one.ignored]),
        ("References", [_reference(study) for study in references(report, library)]),
    )
    return ((title, lines) for title, lines in lists if lines)


def _unmatched(sentence: CheckedSentence) -> str:
    near = f" (nearest: {', '.join(sentence.nearest)})" if sentence.nearest else ""
    return f"{sentence.line}:{sentence.column} {_short(sentence.text)}{near}"


def _reasoned(sentence: CheckedSentence, reason: str) -> str:
    return f"{sentence.line}:{sentence.column} {_short(sentence.text)} ({visible(reason)})"


def _reference(study: Study) -> str:
    link = next(iter(study.reference.links.values()), "")
    return f"{study.key}: {study.reference.label} {link}".rstrip()


def _short(text: str) -> str:
    text = visible(text)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def print_drift(before: Report, after: Report, changes: tuple[Change, ...]) -> None:
    """What became of each claim from one draft to the next."""
    _show(_drift_lines(before, after, changes))


def _drift_lines(before: Report, after: Report, changes: tuple[Change, ...]) -> Iterator[_Line]:
    for change in changes:
        yield _line(0, (change.drift.value, "bold"), (f"  {change.claim}", ""))
        for sign, report, sentence in (("-", before, change.before), ("+", after, change.after)):
            if sentence:
                place = f"{report.name}:{sentence.line}:{sentence.column}"
                yield _line(2, (f"{sign} {place} {visible(sentence.text)}", ""))
    told = f"{counted(len(changes), 'change')}. Before: {counts_line(before)}. After: {counts_line(after)}."
    yield _line(0, (told, ""))
