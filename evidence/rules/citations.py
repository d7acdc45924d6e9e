"""A claim cites what stands, for what it shows."""

from collections.abc import Iterator

from evidence.library import Library
from evidence.model import Citation, Claim, Direction, Integrity, Kind, Read, Result, Stance, Study
from evidence.results import shows_nothing
from evidence.rules.rule import FieldFault, Rule, each_claim, each_claim_in

__all__ = ["RULES"]


def _cited(citation: Citation, library: Library) -> list[Result]:
    """The results on which a citation rests, as far as they are there."""
    study = library.studies.get(citation.study)
    found = [study.result(id) for id in citation.results] if study else []
    return [result for result in found if result]


def _support(claim: Claim, library: Library) -> Iterator[FieldFault]:
    if claim.question.direction in {Direction.NO_DIFFERENCE, Direction.EXISTS} or claim.kind is Kind.PREVALENCE:
        return
    for place, citation in enumerate(claim.citations, 1):
        results = _cited(citation, library)
        if citation.stance is Stance.SUPPORTS and results and all(map(shows_nothing, results)):
            names = ", ".join(result.id for result in results)
            yield (
                f"citations[{place}].stance",
                (
                    f"is supports, but {names} of {citation.study} shows no effect; "
                    "write contradicts or inconclusive, or name the result that supports"
                ),
            )


def _has_result(claim: Claim) -> Iterator[FieldFault]:
    for place, citation in enumerate(claim.citations, 1):
        takes_side = citation.stance in {Stance.SUPPORTS, Stance.CONTRADICTS}
        if claim.verdict.is_rated and takes_side and not citation.results:
            yield f"citations[{place}].results", f"is empty; name the result of {citation.study} that {citation.stance}"


def _stands(claim: Claim, library: Library) -> Iterator[FieldFault]:
    for place, citation in enumerate(claim.citations, 1):
        if claim.verdict.is_rated and (why := _fallen(library.studies.get(citation.study))):
            yield f"citations[{place}].study", f"{citation.study} is {why}; take it out and rate the claim anew"
    for place, step in enumerate(claim.rating.steps if claim.rating else (), 1):
        for key in step.studies:
            if why := _fallen(library.studies.get(key)):
                yield f"rating.steps[{place}].studies", f"{key} is {why}; take it out and rate the claim anew"


def _fallen(study: Study | None) -> str:
    if study and study.appraisal.integrity.status is Integrity.RETRACTED:
        return "retracted"
    return "withdrawn from this library" if study and study.appraisal.withdrawn else ""


def _why(claim: Claim) -> Iterator[FieldFault]:
    for place, citation in enumerate(claim.citations, 1):
        if not citation.why.strip():
            yield (
                f"citations[{place}].why",
                f"is empty; say in one sentence why {citation.study} {citation.stance.words}",
            )


def _read_twice(claim: Claim, library: Library) -> Iterator[FieldFault]:
    if claim.read is not Read.TWICE:
        return
    for place, citation in enumerate(claim.citations, 1):
        once = [result.id for result in _cited(citation, library) if result.read is not Read.TWICE]
        if once:
            yield "read", f"is twice, but {', '.join(once)} of {citation.study} was read once; read again or write once"
        elif not _has_second_reading(library.studies.get(citation.study)):
            yield "read", f"is twice, but no check of {citation.study} (citations[{place}]) is of reading 2; write once"


def _has_second_reading(study: Study | None) -> bool:
    return study is None or any(check.reading == 2 for check in study.appraisal.checks)


RULES = (
    Rule("support-shows-effect", "No difference found is not support for an effect.", each_claim_in(_support)),
    Rule("stance-rests-on-result", "A stance without a figure is an opinion of the curator.", each_claim(_has_result)),
    Rule("no-retracted-study", "A rating may not rest on what was taken back.", each_claim_in(_stands)),
    Rule("citation-says-why", "Who disagrees with a stance must be able to see its reason.", each_claim(_why)),
    Rule("claim-read-twice", "A claim is read twice only when everything it rests on was.", each_claim_in(_read_twice)),
)
