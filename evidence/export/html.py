"""A report as one HTML page that needs nothing else: no scripts, no fonts, no pictures, nothing from elsewhere."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources

from evidence.drafts.report import CheckedSentence, Finding, Level, Match, Report
from evidence.export.report import counts_line, coverage_line, is_unmatched, library_line, marked, references
from evidence.export.visible import visible
from evidence.library import Library
from evidence.model import Study

__all__ = ["html"]

# A sign beside the colour, for those who do not see the one or the other.
_SIGNS = {Level.ERROR: "✕", Level.WARNING: "!", Level.NOTE: "i", Level.NONE: "·"}


def html(report: Report, library: Library) -> str:
    """The report as a page. All text from the draft and from the records is escaped."""
    title = f"Evidence check: {_text(report.name)}"
    style = (resources.files("evidence.export") / "report.css").read_text(encoding="utf-8")
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{title}</title><style>{style}</style></head><body><main>",
            f"<h1>{title}</h1>",
            f"<p><strong>{counts_line(report)}</strong><br>{coverage_line(report)}<br>{library_line(report)}</p>",
            _draft(report),
            *_findings(report),
            *_list("Not in this library", map(_unmatched, filter(is_unmatched, report.sentences))),
            *_list("Skipped", (_reasoned(one, one.skipped) for one in report.sentences if one.skipped)),
            *_list("Ignored", (_reasoned(one, one.ignored) for one in report.sentences if one.ignored)),
            *_list("References", (_reference(study) for study in references(report, library))),
            "</main></body></html>\n",
        ]
    )


def _text(text: str) -> str:
    return escape(visible(text))


def _draft(report: Report) -> str:
    """The draft to read through: each sentence that was found something of leads to it."""
    paragraphs: list[list[str]] = []
    line = 0
    for place, sentence in enumerate(report.sentences):
        if sentence.line != line:
            paragraphs.append([])
        paragraphs[-1].append(_linked(place, sentence))
        line = sentence.end_line
    read = "\n".join(f"<p>{' '.join(paragraph)}</p>" for paragraph in paragraphs)
    return f'<section aria-label="The draft" class="draft"><h2>The draft</h2>\n{read}</section>'


def _linked(place: int, sentence: CheckedSentence) -> str:
    if not sentence.findings or sentence.ignored:
        return f'<span class="none">{_text(sentence.text)}</span>'
    level = sentence.level
    return f'<a class="{level}" href="#s{place}"><b class="sign">{_SIGNS[level]}</b>{_marked(sentence)}</a>'


def _marked(sentence: CheckedSentence) -> str:
    return "".join(f"<mark>{escape(piece)}</mark>" if inside else escape(piece) for piece, inside in marked(sentence))


def _findings(report: Report) -> Iterator[str]:
    yield "<h2>What was found</h2>"
    for place, sentence in enumerate(report.sentences):
        if sentence.findings and not sentence.ignored:
            level = sentence.level
            yield f'<article id="s{place}" class="{level}">'
            yield f'<h3><b class="sign">{_SIGNS[level]}</b>{level} · {_place(sentence)}</h3>'
            yield f"<blockquote>{_marked(sentence)}</blockquote>"
            yield from map(_finding, sentence.findings)
            yield from (_grounds(sentence, match) for match in sentence.matches)
            yield "</article>"


def _finding(finding: Finding) -> str:
    told = f'<p><b class="level">{finding.level}</b> <code>{finding.rule}</code> {_text(finding.message)}</p>'
    rewrites = (f'<p class="rewrite"><b>Write:</b> {_text(rewrite)}</p>' for rewrite in finding.rewrites)
    return f'<div class="finding {finding.level}">{told}{"".join(rewrites)}</div>'


def _grounds(sentence: CheckedSentence, match: Match) -> str:
    """Why a claim was found in the sentence, and what to cite for it: once, however many findings it has."""
    cite = next((finding.cite for finding in sentence.findings if finding.claim == match.claim), ())
    keys = ", ".join(f'<a href="#{_text(key)}">{_text(key)}</a>' for key in cite)
    cited = f" <b>Cite:</b> {keys}" if cite else ""
    return f'<p class="why"><b>Claim:</b> <code>{_text(match.claim)}</code> ({_text("; ".join(match.why))}).{cited}</p>'


def _list(title: str, items: Iterable[str]) -> list[str]:
    content = "\n".join(items)
    return [f"<section><h2>{title}</h2><ul>{content}</ul></section>"] if content else []


def _place(sentence: CheckedSentence) -> str:
    return f"line {sentence.line}, column {sentence.column}"


def _unmatched(sentence: CheckedSentence) -> str:
    near = f" <small>(nearest: {_text(', '.join(sentence.nearest))})</small>" if sentence.nearest else ""
    return f"<li><small>{_place(sentence)}</small> {_text(sentence.text)}{near}</li>"


def _reasoned(sentence: CheckedSentence, reason: str) -> str:
    return f"<li><small>{_place(sentence)}</small> {_text(sentence.text[:200])} <em>({_text(reason)})</em></li>"


def _reference(study: Study) -> str:
    reference = study.reference
    links = " · ".join(f'<a href="{escape(address)}">{place}</a>' for place, address in reference.links.items())
    told = f"{_text(reference.label)}. {_text(reference.title)}. {_text(reference.venue)}."
    return f'<li id="{_text(study.key)}"><code>{_text(study.key)}</code> {told} {links}</li>'
