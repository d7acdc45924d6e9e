"""`evidence show STUDY`, and what it shares with a claim: bias and differences in words."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from rich.text import Text

from evidence.cli.exits import Exit
from evidence.cli.output import print_json
from evidence.cli.terminal import console, print_sections
from evidence.library import Library
from evidence.listing import study_entry
from evidence.model import Arm, Check, Directness, Result, Study
from evidence.result_words import result_lines

__all__ = ["bias_words", "difference_lines", "show_study"]


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
    yield "; ".join(map(str, reference.authors)) or "(the page read shows no authors)"
    told = (reference.venue, reference.year, appraisal.design.words, appraisal.counted)
    yield " · ".join(part for part in told if part)
    yield study.key
    yield from reference.links.values()


def _sections(study: Study, library: Library) -> Iterator[tuple[str, list[str]]]:
    appraisal = study.appraisal
    yield "Who", [appraisal.population]
    if appraisal.arms:
        yield "Groups", list(map(_arm, appraisal.arms))
    yield "Results", list(_results(appraisal.results))
    yield "Claims that rest on it", [f"{claim.statement} · {claim.id}" for claim in library.claims_citing(study.key)]
    yield "Risk of bias", [bias_words(study)]
    yield "Where it was read", list(_pages(appraisal.checks))
    yield "Standing", [f"integrity {appraisal.integrity.status.words}; read as {appraisal.access.words}"]


def _arm(arm: Arm) -> str:
    size = f" (n {arm.participants:,})" if arm.participants is not None else ""
    return f"{arm.name}{size}" + (f": {arm.description}" if arm.description else "")


def _results(results: Iterable[Result]) -> Iterator[str]:
    for result in results:
        yield from result_lines(result)
        yield f"  {result.where}; read {result.read.words}"


def _pages(checks: Iterable[Check]) -> Iterator[str]:
    """Each page with the day and the reading, and the fields that were found on it."""
    for check in checks:
        yield f"{check.on}, reading {check.reading}: {check.url}"
        yield f"  {', '.join(check.fields)}"


def bias_words(study: Study) -> str:
    """The tool with its judgement, else why there is none."""
    bias = study.appraisal.risk_of_bias
    return ": ".join(part for part in (bias.tool.words, bias.judgement or bias.reason) if part)


def difference_lines(directness: Directness) -> Iterator[str]:
    """How the study's question differs from the claim's, a line for each part that does."""
    for field in fields(directness):
        if how := getattr(directness, field.name):
            yield f"differs in {field.name}: {how}"
