"""What verifying found, written into the library's records with day and source."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from evidence.curation.reports import Outcome, Verification
from evidence.model import Appraisal, Check, Integrity, IntegrityCheck, Reference, Study
from evidence.registries.integrity import Standing
from evidence.registries.records import Work
from evidence.store import load, save

__all__ = ["check_of", "check_of_copy", "integrity_of", "record", "recorded"]

_FALLEN = frozenset({Integrity.RETRACTED, Integrity.CONCERN})
# What a check of ours says; one that says more is a reader's.
_FIELDS = frozenset({"title", "authors", "year", "doi", "pmid", "pmcid"})


def record(folder: Path, verifications: Iterable[Verification]) -> tuple[str, ...]:
    """Store the checks and the integrity of every study that agrees, and every retraction or concern.

    The library is read anew, so that what was changed while registries were asked is not undone.

    Returns:
        The files that were written.

    Raises:
        CannotWrite: when the library has problems, or a file cannot be written.
    """
    library = load(folder)
    found = {one.key: one for one in verifications if one.outcome is Outcome.AGREES or one.standing.status in _FALLEN}
    studies = [_updated(study, found) for study in library.studies.values()]
    return save(replace(library, studies={study.key: study for study in studies}), folder)


def _updated(study: Study, found: Mapping[str, Verification]) -> Study:
    return replace(study, appraisal=recorded(study.appraisal, found[study.key])) if study.key in found else study


def recorded(appraisal: Appraisal, verification: Verification) -> Appraisal:
    """An appraisal with a check for each registry that agrees (in place of its earlier one), and the integrity."""
    agree = verification.outcome is Outcome.AGREES
    agreeing = [one.work for one in verification.opinions if agree and one.outcome is Outcome.AGREES and one.work]
    checks = tuple(map(check_of, agreeing))
    asked = {check.url for check in checks}
    kept = tuple(check for check in appraisal.checks if check.url not in asked or set(check.fields) - _FIELDS)
    return replace(appraisal, checks=(*kept, *checks), integrity=_integrity(appraisal.integrity, verification))


def check_of(work: Work) -> Check:
    """That a registry's record was read, on which day, and what was found there."""
    given = {"authors": work.authors, "year": work.years, "doi": work.doi, "pmid": work.pmid, "pmcid": work.pmcid}
    fields = ("title", *(name for name, value in given.items() if value))
    return Check(url=work.address, on=work.on, reading=1, fields=fields)


# Fields that are copied from a registry and compared by nobody, and what a registry's work calls them.
_COPIED = {"booktitle": "journal"} | {
    name: name for name in ("journal", "publisher", "month", "volume", "number", "pages")
}


def check_of_copy(work: Work, reference: Reference) -> Check:
    """As `check_of`, for a reference made from registries: also the fields that it has from this one."""
    copied = [
        name
        for name, source in _COPIED.items()
        if getattr(reference, name) and getattr(reference, name) == getattr(work, source)
    ]
    check = check_of(work)
    return replace(check, fields=(*check.fields, *copied))


def _integrity(before: IntegrityCheck, verification: Verification) -> IntegrityCheck:
    """The status found. Nothing replaces a retraction but another one or a reinstatement: silence does not."""
    found = verification.standing
    if found.status is Integrity.NOT_CHECKED or (
        before.status is Integrity.RETRACTED and found.status is not Integrity.RETRACTED and not found.reinstated
    ):
        return before
    return integrity_of(found, verification.on)


def integrity_of(found: Standing, today: date) -> IntegrityCheck:
    """A standing as an appraisal holds it: the status, the day, who was asked."""
    if found.status is Integrity.NOT_CHECKED:
        return IntegrityCheck(status=found.status)
    return IntegrityCheck(status=found.status, on=today, source=found.asked)
