"""Days on which something was done are real, and the next review is ahead of the last."""

from collections.abc import Iterator
from datetime import date

from evidence.model import Claim, Study, Withdrawal
from evidence.problems import Where
from evidence.rules.rule import (
    Fault,
    FieldFault,
    Inspection,
    Rule,
    article_at,
    claim_at,
    each_claim,
    reference_at,
    study_at,
)

__all__ = ["RULES"]

_FIRST_YEAR = 1800


def _not_in_future(inspection: Inspection) -> Iterator[Fault]:
    library, today = inspection.library, inspection.today
    days = [(claim_at(claim, field), on) for claim in library.all_claims.values() for field, on in _claim_days(claim)]
    days += [(study_at(key, field), on) for key, study in library.studies.items() for field, on in _study_days(study)]
    days += [(article_at(id, "read_on"), article.read_on) for id, article in library.articles.items()]
    days += [(Where("thresholds.toml", f"{one.id}.on"), one.on) for one in library.thresholds]
    for where, on in days:
        if on > today:
            yield where, f"{on} is after today, {today}; write the day on which it was done"


def _claim_days(claim: Claim) -> Iterator[tuple[str, date]]:
    yield "reviewed", claim.reviewed
    yield from ((f"searches[{place}].on", search.on) for place, search in enumerate(claim.searches, 1))
    yield from ((f"changes[{place}].on", change.on) for place, change in enumerate(claim.changes, 1))
    yield from _withdrawal_day(claim.withdrawn)


def _study_days(study: Study) -> Iterator[tuple[str, date]]:
    appraisal = study.appraisal
    yield from ((f"checks[{place}].on", check.on) for place, check in enumerate(appraisal.checks, 1))
    if appraisal.integrity.on:
        yield "integrity.on", appraisal.integrity.on
    yield from _withdrawal_day(appraisal.withdrawn)


def _withdrawal_day(withdrawn: Withdrawal | None) -> Iterator[tuple[str, date]]:
    if withdrawn:
        yield "withdrawn.on", withdrawn.on


def _review_ahead(claim: Claim) -> Iterator[FieldFault]:
    if claim.review_by <= claim.reviewed:
        yield "review_by", f"{claim.review_by} is not after reviewed, {claim.reviewed}; set the day of the next review"


def _year(inspection: Inspection) -> Iterator[Fault]:
    last = inspection.today.year
    for key, study in inspection.library.studies.items():
        year = study.reference.year
        if year and not (len(year) == 4 and year.isascii() and year.isdigit() and _FIRST_YEAR <= int(year) <= last):
            yield (
                reference_at(key, "year"),
                f"{year!r} is not a year from {_FIRST_YEAR} to {last}; copy it from the page",
            )


RULES = (
    Rule("date-not-in-future", "Nothing was read, asked or changed on a day that has not come.", _not_in_future),
    Rule(
        "review-ahead",
        "Evidence ages, so every claim has a day by which it is looked at again.",
        each_claim(_review_ahead),
    ),
    Rule("publication-year", "A year out of range is a slip, and sorts the study wrongly.", _year),
)
