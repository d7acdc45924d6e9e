"""Verdict, certainty and rating fit each other and the evidence cited."""

from collections.abc import Iterator

from evidence import bodies
from evidence import rating as ratings
from evidence.library import Library
from evidence.model import Certainty, Claim, Kind, Stance, Verdict
from evidence.rules.rule import FieldFault, Rule, each_claim, each_claim_in

__all__ = ["RULES"]

_NOT_CHECKABLE = {Kind.DEFINITION, Kind.TRADITION, Kind.ADVICE, Kind.OPINION}


def _rated(claim: Claim) -> Iterator[FieldFault]:
    for field in ("certainty", "rating"):
        is_there = getattr(claim, field) is not None
        if is_there and not claim.verdict.is_rated:
            yield field, f"stands beside the verdict {claim.verdict.words}, which has no body of evidence; take it out"
        if claim.verdict.is_rated and not is_there:
            yield field, f"is missing although the verdict is {claim.verdict.words}; rate the evidence"


def _steps(claim: Claim) -> Iterator[FieldFault]:
    for fault in ratings.faults(claim.rating) if claim.rating else ():
        yield "rating.steps", f"cannot be added up: {fault}"


def _recomputed(claim: Claim) -> Iterator[FieldFault]:
    if claim.rating is None or claim.certainty is None or ratings.faults(claim.rating):
        return
    computed = ratings.certainty(claim.rating)
    if computed is not claim.certainty:
        yield (
            "certainty",
            f"is {claim.certainty.value}, the rating's steps lead to {computed.value}; mend the one or the other",
        )


def _reasons(claim: Claim) -> Iterator[FieldFault]:
    for place, step in enumerate(claim.rating.steps if claim.rating else (), 1):
        if not step.reason.strip():
            yield f"rating.steps[{place}].reason", f"is empty; say why {step.domain.words} changes the level"
        if not step.studies:
            yield f"rating.steps[{place}].studies", f"is empty; name the studies on which {step.domain.words} rests"


def _several(claim: Claim, library: Library) -> Iterator[FieldFault]:
    body = bodies.body(claim, library)
    if claim.certainty is Certainty.HIGH and bodies.weight(body) < 2:
        yield (
            "certainty",
            f"is high from one study ({', '.join(body) or 'none'}); rate it down or cite a second, apart from it",
        )


def _beyond_abstracts(claim: Claim, library: Library) -> Iterator[FieldFault]:
    body = bodies.body(claim, library).values()
    if claim.certainty not in {Certainty.HIGH, Certainty.MODERATE}:
        return
    if body and not bodies.goes_beyond_abstracts(body):
        yield (
            "certainty",
            f"is {claim.certainty.value} on abstracts alone; read a full text, cite a systematic review, or rate down",
        )


def _start(claim: Claim, library: Library) -> Iterator[FieldFault]:
    designs = {study.appraisal.design for study in library.studies_of(claim)}
    if claim.rating and not bodies.has_starter(claim.rating.start, designs):
        needed = " or ".join(sorted(design.words for design in bodies.STARTERS[claim.rating.start]))
        yield (
            "rating.start",
            f"is {claim.rating.start.value}, but no {needed} or review is cited; start elsewhere or cite one",
        )


def _verdict(claim: Claim) -> Iterator[FieldFault]:
    stances = {citation.stance for citation in claim.citations}
    for needed in bodies.NEEDED.get(claim.verdict, ()):
        if not needed & stances:
            words = " or ".join(stance.value for stance in Stance if stance in needed)
            yield (
                "verdict",
                f"is {claim.verdict.value}, but no citation says {words}; mend the verdict or cite the evidence",
            )


def _nothing_found(claim: Claim) -> Iterator[FieldFault]:
    for place, citation in enumerate(claim.citations, 1):
        takes_side = citation.stance in {Stance.SUPPORTS, Stance.CONTRADICTS}
        if claim.verdict is Verdict.NO_EVIDENCE_FOUND and takes_side:
            yield (
                "verdict",
                f"is no_evidence_found, but citations[{place}] {citation.stance}; mend the verdict or the stance",
            )


def _searched(claim: Claim) -> Iterator[FieldFault]:
    if claim.verdict is not Verdict.NOT_CHECKABLE and not claim.searches:
        yield (
            "searches",
            f"is empty although the verdict is {claim.verdict.words}; log where, with which words and when",
        )


def _checkable(claim: Claim) -> Iterator[FieldFault]:
    if claim.verdict is Verdict.NOT_CHECKABLE and claim.kind not in _NOT_CHECKABLE:
        kinds = ", ".join(sorted(kind.value for kind in _NOT_CHECKABLE))
        yield "verdict", f"is not_checkable, but the kind is {claim.kind.value}; only {kinds} are, mend one of the two"


RULES = (
    Rule("rated-verdict", "A verdict on evidence says how sure it is, and no other can.", each_claim(_rated)),
    Rule("rating-steps", "A rating that the scheme does not allow cannot be redone by others.", each_claim(_steps)),
    Rule(
        "certainty-recomputed",
        "Certainty is entered twice, in the file and by its steps, so that a slip shows.",
        each_claim(_recomputed),
    ),
    Rule("step-reasoned", "Every step has a reason and names the studies it rests on.", each_claim(_reasons)),
    Rule("high-from-several", "High certainty never rests on one study.", each_claim_in(_several)),
    Rule("not-abstracts-alone", "An abstract hides what would lower the certainty.", each_claim_in(_beyond_abstracts)),
    Rule(
        "start-has-design", "A body starts high only with studies of the design that earns it.", each_claim_in(_start)
    ),
    Rule("verdict-has-stance", "A verdict shows the evidence that points its way.", each_claim(_verdict)),
    Rule(
        "no-evidence-means-none",
        "Who says that nothing was found cites nothing that takes a side.",
        each_claim(_nothing_found),
    ),
    Rule("search-logged", "A verdict is worth the search behind it.", each_claim(_searched)),
    Rule("not-checkable-kind", "Only what evidence cannot decide is left undecided.", each_claim(_checkable)),
)
