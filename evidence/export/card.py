"""A claim with all that it rests on, as one Markdown text or one HTML page that needs nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from importlib import resources

from evidence.export.report import escaped
from evidence.library import Library
from evidence.model import Citation, Claim, Rating, Study
from evidence.rating import receipt
from evidence.result_words import result_lines
from evidence.suspension import suspension

__all__ = ["claim_html", "claim_markdown"]

_FOOT = (
    "General information from published studies, read by machine and not reviewed by a clinician. Not medical advice."
)


@dataclass(frozen=True, slots=True)
class _Section:
    heading: str
    lines: tuple[str, ...]


def claim_markdown(claim: Claim, library: Library) -> str:
    """The claim as Markdown (CommonMark)."""
    blocks = [f"# {escaped(claim.statement)}", *(escaped(line) for line in _head(claim, library))]
    for section in _sections(claim, library):
        lines = "\n".join(f"- {escaped(line)}" for line in section.lines)
        blocks += [f"## {section.heading}", lines]
    return "\n\n".join([*blocks, _FOOT]) + "\n"


def claim_html(claim: Claim, library: Library) -> str:
    """The claim as a page: no scripts, no fonts, no pictures, nothing from elsewhere; all text is escaped."""
    style = (resources.files("evidence.export") / "report.css").read_text(encoding="utf-8")
    title = escape(claim.statement)
    return "\n".join(
        [
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            f"<title>{title}</title><style>{style}</style></head><body><main>",
            f"<h1>{title}</h1>",
            *(f"<p>{escape(line)}</p>" for line in _head(claim, library)),
            *(_html(section) for section in _sections(claim, library)),
            f"<p><small>{_FOOT}</small></p>",
            "</main></body></html>\n",
        ]
    )


def _html(section: _Section) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in section.lines)
    return f"<section><h2>{section.heading}</h2><ul>{items}</ul></section>"


def _head(claim: Claim, library: Library) -> Iterator[str]:
    if claim.withdrawn:
        yield f"WITHDRAWN on {claim.withdrawn.on}: {claim.withdrawn.reason}"
    if fallen := suspension(claim, library):
        yield f"RATING SUSPENDED: {fallen.reason} What follows is the rating before."
    yield f"Verdict: {claim.verdict.words}. {claim.verdict.meaning}"
    if claim.certainty:
        yield f"Certainty: {claim.certainty.symbol} {claim.certainty.words}. {claim.certainty.meaning}"
    yield claim.answer
    yield claim.summary


def _sections(claim: Claim, library: Library) -> Iterator[_Section]:
    """What there is to tell; a section without a line is left out."""
    found = {
        "What may be printed": (f"Exact: {claim.wording.exact}", f"Everyday: {claim.wording.everyday}"),
        "What this does not say": (claim.does_not_say,) if claim.does_not_say else (),
        "Harms": (claim.harms,) if claim.harms else (),
        "Where it was said": tuple(_said(claim, library)),
        "Studies": tuple(_citation(citation, library) for citation in claim.citations),
        "How sure, and why": tuple(_receipt(claim.rating)) if claim.rating else (),
        "How it was searched": tuple(_searches(claim)),
        "References": tuple(map(_reference, library.studies_of(claim))),
        "This record": tuple(_record(claim)),
    }
    return (_Section(heading, lines) for heading, lines in found.items() if lines)


def _said(claim: Claim, library: Library) -> Iterator[str]:
    for seen in claim.appearances:
        article = library.articles.get(seen.article)
        where = f"{article.title}, {article.publisher}, {article.address}" if article else seen.article
        yield f"“{seen.phrase}” ({where}, paragraph {seen.paragraph}, sentence {seen.sentence}, {seen.mode.words})"


def _citation(citation: Citation, library: Library) -> str:
    study = library.studies.get(citation.study)
    if study is None:
        return f"{citation.study}: its record could not be read."
    appraisal = study.appraisal
    counted = f", {appraisal.counted}" if appraisal.counted else ""
    found = [next(result_lines(result)) for result in map(study.result, citation.results) if result]
    told = " ".join([citation.why, *(f"{one.rstrip('.')}." for one in found)])
    return f"{citation.stance.words}: {study.reference.label} ({appraisal.design.words}{counted}). {told}"


def _receipt(rating: Rating) -> Iterator[str]:
    done = receipt(rating)
    yield f"starts {done.start.certainty.words}: {done.start.words}"
    for line in done.lines:
        yield f"{line.step.levels:+d} {line.step.domain.words}: {line.step.reason} → {line.certainty.words}"
    yield f"receipt {done.digest}, rules {done.rules}; informed by GRADE, not a GRADE rating"


def _searches(claim: Claim) -> Iterator[str]:
    for one in claim.searches:
        yield f"{one.on}, {one.where}: “{one.query}”; {one.read} read, {one.kept} kept. {one.left_out}".strip()


def _reference(study: Study) -> str:
    reference = study.reference
    told = ". ".join(part.rstrip(".") for part in (reference.label, reference.title, reference.venue) if part)
    return f"{told}. {' '.join(reference.links.values())} [{study.key}]"


def _record(claim: Claim) -> Iterator[str]:
    yield f"{claim.id}; figures read {claim.read.words}, reviewed {claim.reviewed}, next review by {claim.review_by}"
    for change in claim.changes:
        yield f"{change.on}: {change.what} ({change.why})"
