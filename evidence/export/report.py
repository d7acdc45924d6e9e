"""A report as Markdown, and the sentences that all its forms share."""

import re
from collections.abc import Iterator

from evidence.counting import counted
from evidence.drafts.report import CheckedSentence, Finding, Level, Report
from evidence.export.visible import visible
from evidence.library import Library
from evidence.model import Study

__all__ = [
    "counts_line",
    "coverage_line",
    "escaped",
    "is_unmatched",
    "library_line",
    "markdown",
    "marked",
    "references",
]

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~!$&{}])")


def coverage_line(report: Report) -> str:
    """How much of the draft was looked at: `34 sentences: 28 matched, 6 not in this library, 0 skipped`."""
    told = report.coverage
    ignored = f", {told.ignored} ignored" if told.ignored else ""
    return (
        f"{counted(told.sentences, 'sentence')}: {told.matched} matched, {told.not_in_library} not in this library, "
        f"{told.skipped} skipped{ignored}"
    )


def library_line(report: Report) -> str:
    """Which library was asked, and how new it is."""
    on = f", last reviewed on {report.on}" if report.on else ""
    return f"Library {report.version}{on}. General information from published studies, not medical advice."


def references(report: Report, library: Library) -> tuple[Study, ...]:
    """The studies that the draft's matched claims rest on, sorted by key."""
    return tuple(library.studies[key] for key in report.cited if key in library.studies)


def marked(sentence: CheckedSentence) -> Iterator[tuple[str, bool]]:
    """The sentence in pieces, each with whether it makes a claim of the library."""
    text = visible(sentence.text)
    inside = [False] * len(text)
    for match in sentence.matches:
        begin, end = match.start - sentence.start, match.end - sentence.start
        inside[begin:end] = [True] * (end - begin)
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or inside[place] != inside[start]:
            yield text[start:place], inside[start]
            start = place


def markdown(report: Report, library: Library) -> str:
    """The report as Markdown (CommonMark), fit for a comment on a change or for a colleague."""
    told = [sentence for sentence in report.sentences if sentence.findings and not sentence.ignored]
    blocks = [
        f"# Evidence check: {escaped(report.name)}",
        f"{counts_line(report)}  \n{coverage_line(report)}  \n{library_line(report)}",
        *(_sentence(sentence) for sentence in told),
        *_section("Not in this library", (_unmatched(one) for one in report.sentences if is_unmatched(one))),
        *_section("Skipped", (f"- {_place(one)}: {one.skipped}" for one in report.sentences if one.skipped)),
        *_section("Ignored", (f"- {_place(one)}: {escaped(one.ignored)}" for one in report.sentences if one.ignored)),
        *_section("References", map(_reference, references(report, library))),
    ]
    return "\n\n".join(blocks) + "\n"


def counts_line(report: Report) -> str:
    """How many findings of each level: `1 error, 4 warnings, 9 notes`."""
    levels = (Level.ERROR, Level.WARNING, Level.NOTE)
    return ", ".join(counted(report.count(level), level.value) for level in levels)


def _sentence(sentence: CheckedSentence) -> str:
    text = "".join(f"**{escaped(piece)}**" if inside else escaped(piece) for piece, inside in _whole_words(sentence))
    head = f"## {sentence.level.value} · {_place(sentence)}\n\n> {text}"
    return "\n\n".join([head, *(_finding(finding) for finding in sentence.findings)])


def _whole_words(sentence: CheckedSentence) -> Iterator[tuple[str, bool]]:
    """Pieces with the blanks at their ends outside the marks, as Markdown wants it."""
    for piece, inside in marked(sentence):
        core = piece.strip()
        before, after = piece[: len(piece) - len(piece.lstrip())], piece[len(piece.rstrip()) :]
        yield from (
            (part, is_core and inside) for part, is_core in ((before, False), (core, True), (after, False)) if part
        )


def _finding(finding: Finding) -> str:
    lines = [f"- **{finding.level.value}** `{finding.rule}`: {escaped(finding.message)}"]
    lines += [f"  - write: {escaped(rewrite)}" for rewrite in finding.rewrites]
    lines += [f"  - claim: `{finding.claim}`"] if finding.claim else []
    lines += [f"  - cite: {', '.join(f'`{key}`' for key in finding.cite)}"] if finding.cite else []
    return "\n".join(lines)


def _section(title: str, lines: Iterator[str]) -> list[str]:
    content = "\n".join(lines)
    return [f"## {title}", content] if content else []


def is_unmatched(sentence: CheckedSentence) -> bool:
    """Whether a sentence was looked at and makes no claim of the library."""
    return not (sentence.matches or sentence.skipped)


def _unmatched(sentence: CheckedSentence) -> str:
    near = f" (nearest: {', '.join(sentence.nearest)})" if sentence.nearest else ""
    return f"- {_place(sentence)}: {escaped(visible(sentence.text))}{near}"


def _place(sentence: CheckedSentence) -> str:
    return f"line {sentence.line}, column {sentence.column}"


def _reference(study: Study) -> str:
    reference = study.reference
    links = " · ".join(f"[{place}](<{address}>)" for place, address in reference.links.items())
    told = f"{escaped(reference.label)}: {escaped(reference.title)}. {escaped(reference.venue)}."
    return f"- `{study.key}` {told} {links}"


def escaped(text: str) -> str:
    """Text with a backslash before whatever Markdown would act upon."""
    return _SPECIAL.sub(r"\\\1", text)
