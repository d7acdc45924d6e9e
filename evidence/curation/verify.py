"""Studies held against the registries: the reference, whether it still stands, the figures in the abstract."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from evidence.curation.asking import Reply, ask
from evidence.curation.reports import Opinion, Outcome, Suspension, Verification
from evidence.library import Library
from evidence.model import Integrity, Reference, Study
from evidence.registries.abstracts import missing_figures, recorded_figures
from evidence.registries.agreement import TitleMatch, compare
from evidence.registries.integrity import Standing, standing
from evidence.registries.records import Registry, Sought, Source, Work
from evidence.suspension import SUSPENDING, rated_on

__all__ = ["opinions_of", "outcome_of", "verify", "verify_study"]

# Two registries must agree: one may have copied a slip.
_LEAST_AGREEING = 2
_WITH_ABSTRACTS = (Source.EUROPE_PMC, Source.PUBMED)
_IDENTIFIERS = ("doi", "pmid", "pmcid")


def verify(
    library: Library, studies: Iterable[Study], registries: Iterable[Registry], today: date
) -> Iterator[Verification]:
    """Each study as it is asked for; what has been found stays found when the asking is broken off."""
    registries = tuple(registries)
    for study in studies:
        yield verify_study(library, study, registries, today)


def verify_study(library: Library, study: Study, registries: Iterable[Registry], today: date) -> Verification:
    """One study held against all registries."""
    replies = ask(registries, Sought.of(study.reference))
    opinions = opinions_of(study.reference, replies)
    outcome, faults = outcome_of(study.reference, opinions)
    agreed = [one.work for one in opinions if one.outcome is Outcome.AGREES and one.work]
    stands = _standing(agreed, outcome)
    abstract = _abstract(agreed)
    return Verification(
        key=study.key,
        on=today,
        outcome=outcome,
        faults=faults,
        opinions=opinions,
        before=study.appraisal.integrity.status,
        standing=stands,
        abstract=abstract.source if abstract else None,
        looked_for=len(recorded_figures(study.appraisal)) if abstract else 0,
        missing=missing_figures(study.appraisal, abstract.abstract) if abstract else (),
        suspends=_suspended(library, study.key) if stands.status in SUSPENDING else (),
    )


def _standing(agreed: Iterable[Work], outcome: Outcome) -> Standing:
    """What the agreeing registries say. One is enough to tell of a retraction, not to say that it stands."""
    found = standing(agreed)
    if outcome is Outcome.AGREES or found.status in {Integrity.RETRACTED, Integrity.CONCERN}:
        return found
    return replace(found, status=Integrity.NOT_CHECKED)


def opinions_of(reference: Reference, replies: Iterable[Reply]) -> tuple[Opinion, ...]:
    """What each registry says of `reference`."""
    by_identifier = Sought.of(reference).has_identifier
    return tuple(_opinion(reference, reply, by_identifier) for reply in replies)


def _opinion(reference: Reference, reply: Reply, by_identifier: bool) -> Opinion:
    if reply.failure:
        return Opinion(reply.source, Outcome.NOT_CHECKED, faults=(reply.failure,))
    compared = [(compare(reference, work), work) for work in reply.works]
    for agreement, work in compared:
        if agreement.holds:
            return _of_agreeing(agreement.title, work)
    if compared and by_identifier:
        agreement, work = compared[0]
        faults = (*agreement.faults, *(f"what is registered so has a notice of {one.kind}" for one in work.notices))
        return Opinion(reply.source, Outcome.DISAGREES, agreement.title, faults, work)
    return Opinion(reply.source, Outcome.NOT_FOUND)


def _of_agreeing(title: TitleMatch, work: Work) -> Opinion:
    if work.announces:
        fault = f"{work.source.words} lists it as a notice of {work.announces[0]}, not as a paper"
        return Opinion(work.source, Outcome.DISAGREES, title, (fault,), work)
    return Opinion(work.source, Outcome.AGREES, title, (), work)


def outcome_of(reference: Reference, opinions: Iterable[Opinion]) -> tuple[Outcome, tuple[str, ...]]:
    """What the opinions come to, and all that speaks against the reference.

    It agrees when two registries do, one of them with its whole title, each identifier is one that an agreeing registry
    gives for it, and none lists it as a notice. What could not be asked is never counted as agreement.
    """
    opinions = tuple(opinions)
    agreeing = [one for one in opinions if one.outcome is Outcome.AGREES and one.work]
    works = [one.work for one in agreeing if one.work]
    faults = [f"{one.source.words}: {fault}" for one in opinions if _contradicts(one) for fault in one.faults]
    unconfirmed = list(_unconfirmed(reference, works))
    is_notice = any(one.work and one.work.announces for one in opinions)
    whole = any(one.title is not TitleMatch.REGISTRY_CUT for one in agreeing)
    enough = len(agreeing) >= _LEAST_AGREEING
    if enough and whole and not unconfirmed and not is_notice:
        return Outcome.AGREES, tuple(faults)
    if any(map(_contradicts, opinions)) or (enough and unconfirmed):
        return Outcome.DISAGREES, (*faults, *(unconfirmed if enough else ()))
    if any(one.outcome is Outcome.NOT_CHECKED for one in opinions):
        return Outcome.NOT_CHECKED, ()
    found = ", ".join(one.source.words for one in agreeing) or "none"
    return Outcome.NOT_FOUND, (f"fewer than two registries know it by this title, author and year: {found}",)


def _contradicts(opinion: Opinion) -> bool:
    return opinion.outcome is Outcome.DISAGREES


def _unconfirmed(reference: Reference, agreeing: list[Work]) -> Iterator[str]:
    for name in _IDENTIFIERS:
        ours = getattr(reference, name)
        if ours and all(getattr(work, name).lower() != ours.lower() for work in agreeing):
            yield f"no registry that knows the work gives it the {name.upper()} {ours}"


def _abstract(works: Iterable[Work]) -> Work | None:
    having = {work.source: work for work in works if work.abstract}
    return next((having[source] for source in _WITH_ABSTRACTS if source in having), None)


def _suspended(library: Library, key: str) -> tuple[Suspension, ...]:
    """The claims that cite the study and are rated: their ratings rest on it."""
    return tuple(Suspension(claim.id, claim.certainty) for claim in rated_on(key, library))
