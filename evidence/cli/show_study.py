"""`evidence show STUDY`, and what it shares with a claim: results and differences in words."""

from collections.abc import Iterator
from dataclasses import fields

from rich.text import Text

from evidence.cli.exits import Exit
from evidence.cli.output import console, print_json, print_sections
from evidence.library import Library
from evidence.listing import study_entry
from evidence.model import Better, Directness, Result, Study

__all__ = ["difference_lines", "result_lines", "show_study"]


def show_study(study: Study, library: Library, format: str) -> Exit:
    """Show one study: what it is, what it found, which claims rest on it, and where it was read."""
    if format == "json":
        print_json(study_entry(study, library))
        return Exit.FINE
    out = console()
    out.print(Text(study.reference.title, style="bold"))
    for line in _lines(study):
        out.print(line)
    print_sections(out, _sections(study, library))
    return Exit.FINE


def _lines(study: Study) -> Iterator[str]:
    reference, appraisal = study.reference, study.appraisal
    people = f"{appraisal.participants:,} people" if appraisal.participants is not None else ""
    yield "; ".join(map(str, reference.authors)) or "(the page read shows no authors)"
    yield " · ".join(part for part in (reference.venue, reference.year, appraisal.design.words, people) if part)
    yield study.key
    yield from reference.links.values()


def _sections(study: Study, library: Library) -> Iterator[tuple[str, list[str]]]:
    appraisal = study.appraisal
    yield "Who", [appraisal.population]
    yield "Results", [line for result in appraisal.results for line in result_lines(result)]
    yield "Claims that rest on it", [f"{claim.statement} · {claim.id}" for claim in library.claims_citing(study.key)]
    bias = appraisal.risk_of_bias
    yield (
        "Risk of bias",
        [": ".join(part for part in (bias.tool.words, bias.judgement or bias.reason) if part)],
    )
    yield "Read", [f"{check.on}, reading {check.reading}: {check.url}" for check in appraisal.checks]
    yield "Standing", [f"integrity {appraisal.integrity.status.words}; read as {appraisal.access.words}"]


def result_lines(result: Result) -> Iterator[str]:
    """A result in one or two lines: what was compared and the figure, or why there is none."""
    compared = " against ".join(part for part in (result.intervention, result.comparator) if part)
    what = ", ".join(part for part in (result.outcome, result.time, compared) if part)
    better = {Better.LOWER: "; lower is better", Better.HIGHER: "; higher is better"}.get(result.better, "")
    yield f"{what}: {result.figure}{better}" if result.figure else f"{what}: {result.finding}"


def difference_lines(directness: Directness) -> Iterator[str]:
    """How the study's question differs from the claim's, a line for each part that does."""
    for field in fields(directness):
        if how := getattr(directness, field.name):
            yield f"differs in {field.name}: {how}"
