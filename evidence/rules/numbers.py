"""Every number that a reader is told was read in a study.

Digits only: small numbers in words ("two trials") are the prose's own. A number counts as found when a figure of the
cited studies, whatever its sign, rounds to it at the digits given (8 for -8.16); after "about", "over" and the like it
may be off by a twentieth. What the claim's own statement and question say may be repeated.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from evidence.figures import mentions
from evidence.library import Library
from evidence.model import Claim, Study
from evidence.rules.rule import FieldFault, Rule, each_claim_in
from evidence.rules.texts import texts_in

__all__ = ["RULES"]


def _prose(claim: Claim) -> dict[str, str]:
    return {
        "answer": claim.answer,
        "summary": claim.summary,
        "does_not_say": claim.does_not_say,
        "harms": claim.harms,
        "wording.exact": claim.wording.exact,
        "wording.everyday": claim.wording.everyday,
    }


def _sourced(claim: Claim, library: Library) -> Iterator[FieldFault]:
    own = _own_numbers(claim)
    cited = {number for study in library.studies_of(claim) for number in _study_numbers(study)}
    for field, text in _prose(claim).items():
        known = own | cited | _named_numbers(text, library)
        for mention in mentions(text):
            if not any(mention.stands_for(number) for number in known):
                yield (
                    field,
                    (
                        f"says {mention.text}, which is in no study that this claim cites; "
                        "correct it, record the result it comes from, or leave it out"
                    ),
                )


def _own_numbers(claim: Claim) -> set[Decimal]:
    return {*_numbers_in(claim.statement), *_numbers_in(claim.question)}


def _named_numbers(text: str, library: Library) -> set[Decimal]:
    """The numbers of studies that a text names by their keys, as harms do."""
    named = library.studies.keys() & set(re.findall(r"[a-z0-9]+", text))
    return {number for key in named for number in _study_numbers(library.studies[key])}


def _study_numbers(study: Study) -> Iterator[Decimal]:
    appraisal = study.appraisal
    yield from _numbers_in((study.reference.year, appraisal.population, appraisal.arms, appraisal.results))
    counts = (appraisal.participants, appraisal.studies_included, *(arm.participants for arm in appraisal.arms))
    yield from (Decimal(count) for count in counts if count is not None)


def _numbers_in(record: object) -> Iterator[Decimal]:
    for _, text in texts_in(record):
        yield from (mention.figure.value for mention in mentions(text))


RULES = (
    Rule(
        "prose-number-sourced",
        "A wrong figure in plain words does the most harm, and looks the most sure.",
        each_claim_in(_sourced),
    ),
)
