"""`evidence show`."""

from argparse import Namespace
from collections.abc import Iterator

from rich.console import Group
from rich.table import Table
from rich.text import Text

from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.output import print_json
from evidence.cli.show_study import bias_words, difference_lines, show_study
from evidence.cli.terminal import console, print_sections
from evidence.counting import counted
from evidence.errors import UnknownId
from evidence.library import Library, nearest
from evidence.listing import full_claim_entry
from evidence.model import Citation, Claim, Rating, RiskOfBiasTool, Study
from evidence.rating import receipt
from evidence.result_words import result_lines
from evidence.suspension import Suspension, suspension

__all__ = ["run"]

_Line = str | Text | Table
_Section = tuple[str, list[_Line]]


def run(arguments: Namespace) -> Exit:
    """Show one claim, or one study."""
    library = open_library(arguments.library)
    if arguments.id in library.studies:
        return show_study(library.study(arguments.id), library, arguments.format)
    if arguments.id not in library.all_claims:
        raise UnknownId("claim or study", arguments.id, nearest(arguments.id, [*library.all_claims, *library.studies]))
    claim = library.claim(arguments.id)
    if arguments.format == "json":
        print_json(full_claim_entry(claim, library))
    else:
        _print(claim, library)
    return Exit.FINE


def _print(claim: Claim, library: Library) -> None:
    out = console()
    out.print(Text(claim.statement, style="bold"))
    out.print(f"{claim.id} · {claim.kind.words} · {claim.topic}")
    out.print()
    if found := suspension(claim, library):
        out.print(_suspended(found))
    out.print(_verdict(claim))
    out.print(claim.answer)
    out.print()
    out.print(claim.summary)
    print_sections(out, _sections(claim, library))


def _verdict(claim: Claim) -> Text:
    line = Text(claim.verdict.words.upper(), style="bold")
    if claim.certainty:
        line.append(f"  {claim.certainty.symbol} {claim.certainty.words} certainty", style="not bold")
    if claim.withdrawn:
        line.append(f"  WITHDRAWN on {claim.withdrawn.on}: {claim.withdrawn.reason}")
    return line


def _suspended(found: Suspension) -> Text:
    before = found.before.words if found.before else "not rated"
    line = Text("RATING SUSPENDED", style="bold")
    line.append(f"  before: {before} certainty; after: none until somebody rates it anew. {found.reason}", "not bold")
    return line


def _sections(claim: Claim, library: Library) -> Iterator[_Section]:
    yield "You may write", [f"exact:    {claim.wording.exact}", f"everyday: {claim.wording.everyday}"]
    if claim.citations:
        yield "Studies", [_citation(citation, library) for citation in claim.citations]
    if claim.rating:
        yield "How sure, and why", list(_receipt(claim.rating))
    if claim.does_not_say:
        yield "What this does not say", [claim.does_not_say]
    if claim.harms:
        yield "Harms", [claim.harms]
    yield from _relations(claim, library)
    yield (
        "Said in",
        [
            f"{seen.article} paragraph {seen.paragraph}, sentence {seen.sentence}, {seen.mode.words}: “{seen.phrase}”"
            for seen in claim.appearances
        ],
    )
    yield "About this record", list(_record(claim))


def _citation(citation: Citation, library: Library) -> _Line:
    """The stance, and beside it everything about the study, so that wrapped lines stay in their column."""
    study = library.studies.get(citation.study)
    lines = _study(citation, study) if study else [f"{citation.study} (its record could not be read)"]
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=len("inconclusive"))
    grid.add_column(overflow="fold")  # a link that ends in … leads nowhere
    grid.add_row(citation.stance.words, Group(*lines))
    return grid


def _study(citation: Citation, study: Study) -> Iterator[str | Text]:
    appraisal = study.appraisal
    told = (appraisal.design.words, appraisal.counted, study.key)
    yield Text(study.reference.label, style="bold").append("".join(f" · {part}" for part in told if part), "not bold")
    yield _link(study)
    yield citation.why
    for result in filter(None, map(study.result, citation.results)):
        yield from result_lines(result)
    yield from difference_lines(citation.directness)
    bias = "" if appraisal.risk_of_bias.tool is RiskOfBiasTool.NOT_ASSESSED else f" · risk of bias, {bias_words(study)}"
    yield f"integrity {appraisal.integrity.status.words}{bias}"


def _link(study: Study) -> str:
    """The most lasting address; else the page on which it was first read, and when."""
    first = next(iter(study.appraisal.checks), None)
    read = f"read on {first.on} at {first.url}" if first else "no address"
    return next(iter(study.reference.links.values()), read)


def _receipt(rating: Rating) -> Iterator[_Line]:
    done = receipt(rating)
    yield f"starts {done.start.certainty.words:<9} {done.start.words}"
    for line in done.lines:
        studies = f" ({', '.join(line.step.studies)})" if line.step.studies else ""
        yield f"{line.step.levels:+d} {line.step.domain.words}: {line.step.reason}{studies}"
    yield f"= {done.certainty.symbol} {done.certainty.words}"
    yield f"receipt {done.digest} · rules {done.rules} · informed by GRADE, not a GRADE rating"


def _relations(claim: Claim, library: Library) -> Iterator[_Section]:
    for heading, ids in (("Articles also say the opposite", claim.opposes), ("A chain of these claims", claim.chain)):
        if ids:
            yield heading, [_other(id, library) for id in ids]


def _other(id: str, library: Library) -> str:
    claim = library.all_claims.get(id)
    return f"{claim.statement} ({claim.verdict.words}) · {id}" if claim else f"{id} (its record could not be read)"


def _record(claim: Claim) -> Iterator[str]:
    read = sum(search.read for search in claim.searches)
    last = max((search.on for search in claim.searches), default=None)
    if last:
        logged = f"{len(claim.searches)} search" + ("es" if len(claim.searches) > 1 else "")
        yield f"{logged} logged, the last on {last}; {counted(read, 'page')} read"
        yield from (f"left out: {search.left_out}" for search in claim.searches if search.left_out)
    yield f"figures read {claim.read.words} · reviewed {claim.reviewed} · next review by {claim.review_by}"
    yield "Read by machine, not reviewed by a clinician. General information, not medical advice."
