"""Which study carries an answer: what would change if it were withdrawn.

Two questions, each answered by the record alone. Of a pool: the effect without each study in turn. Of a rating: the
citations without the study, and without the steps that named no other study; then the arithmetic and the rules of the
rating anew. It cannot tell what a curator would decide: whether a step that stays should weigh more or less, or what a
review would find without a trial that it contains.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from evidence import bodies, rating
from evidence.library import Library
from evidence.model import Certainty, Claim, Rating, Step, Study, Verdict
from evidence.synthesis.pooling import Estimate, Method, pool
from evidence.synthesis.pools import Pool

__all__ = ["Link", "Withdrawn", "WithoutStudy", "links", "weakest", "withdrawals", "without_each"]


@dataclass(frozen=True, slots=True)
class WithoutStudy:
    """A pool without one study: what is left pooled by REML with Hartung–Knapp, or the one effect that is left."""

    study: str
    estimate: Estimate | None
    turns: bool


def without_each(pool_: Pool) -> tuple[WithoutStudy, ...]:
    """The pool without each study in turn; `turns` where sign or significance is no longer that of the whole pool.

    Of a pool of two no estimate is left.
    """
    whole = pool(pool_.points).by(Method.HARTUNG_KNAPP)
    return tuple(_without(pool_, place, whole) for place in range(len(pool_.effects)))


def _without(pool_: Pool, place: int, whole: Estimate) -> WithoutStudy:
    rest = [*pool_.points[:place], *pool_.points[place + 1 :]]
    study = pool_.effects[place].study
    if len(rest) < 2:
        return WithoutStudy(study, None, turns=True)
    left = pool(rest).by(Method.HARTUNG_KNAPP)
    is_other = (left.estimate > 0) != (whole.estimate > 0) or left.leaves_no_effect_out != whole.leaves_no_effect_out
    return WithoutStudy(study, left, is_other)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What the recorded rating leads to without a study (all reports of it).

    `certainty` is None where nothing is left that could be rated, `verdicts` are those that the stances left allow, the
    recorded one first. `fallen` are the steps that fall away, `limits` the rules that hold the certainty down,
    `contained_in` the reviews left that contain the study, whose own answer without it nobody knows.
    """

    studies: tuple[str, ...]
    certainty: Certainty | None
    verdicts: tuple[Verdict, ...]
    fallen: tuple[Step, ...]
    limits: tuple[str, ...]
    contained_in: tuple[str, ...]
    changes_certainty: bool
    changes_verdict: bool


def withdrawals(claim: Claim, library: Library) -> tuple[Withdrawn, ...]:
    """What the rating leads to without each study that the claim cites; empty where the claim has no rating."""
    if claim.rating is None or rating.faults(claim.rating):
        return ()
    seen: set[str] = set()
    found = []
    for study in library.studies_of(claim):
        if study.key not in seen:
            reports = _reports(study, claim)
            seen.update(reports)
            found.append(_withdraw(reports, claim, claim.rating, library))
    return tuple(found)


def _reports(study: Study, claim: Claim) -> tuple[str, ...]:
    cited = dict.fromkeys(citation.study for citation in claim.citations)
    return tuple(key for key in cited if key == study.key or key in study.appraisal.companions)


def _withdraw(keys: tuple[str, ...], claim: Claim, rated: Rating, library: Library) -> Withdrawn:
    left = replace(claim, citations=tuple(one for one in claim.citations if one.study not in keys))
    fallen = tuple(step for step in rated.steps if step.studies and set(step.studies) <= set(keys))
    kept = Rating(start=rated.start, steps=tuple(step for step in rated.steps if step not in fallen))
    certainty, limits = _rate(left, kept, library)
    verdicts = _verdicts(left)
    return Withdrawn(
        studies=keys,
        certainty=certainty,
        verdicts=verdicts,
        fallen=fallen,
        limits=limits,
        contained_in=_containing(keys, library.studies_of(left)),
        changes_certainty=certainty is not claim.certainty,
        changes_verdict=claim.verdict not in verdicts,
    )


def _rate(claim: Claim, rated: Rating, library: Library) -> tuple[Certainty | None, tuple[str, ...]]:
    """The certainty of a claim by these steps, no higher than the rules of the rating allow, and which held it down."""
    studies = library.studies_of(claim)
    if not studies:
        return None, ("no study is left",)
    if not bodies.has_starter(rated.start, {study.appraisal.design for study in studies}):
        return None, (f"no study is left from which {rated.start.words} could start",)
    level, limits = rating.certainty(rated).level, []
    body = bodies.body(claim, library)
    for ceiling, is_bound, reason in (
        (Certainty.MODERATE, bodies.weight(body) < 2, "high never rests on one study"),
        (Certainty.LOW, bool(body) and not bodies.goes_beyond_abstracts(body.values()), "abstracts alone are left"),
    ):
        if is_bound and level > ceiling.level:
            level = ceiling.level
            limits.append(reason)
    return Certainty.of_level(level), tuple(limits)


def _verdicts(claim: Claim) -> tuple[Verdict, ...]:
    stances = {citation.stance for citation in claim.citations}
    if not stances:
        return (Verdict.NO_EVIDENCE_FOUND,)
    allowed = [verdict for verdict, needed in bodies.NEEDED.items() if all(group & stances for group in needed)]
    return tuple(sorted(allowed, key=lambda verdict: verdict is not claim.verdict))


def _containing(keys: tuple[str, ...], studies: Iterable[Study]) -> tuple[str, ...]:
    return tuple(study.key for study in studies if set(keys) & set(study.appraisal.includes))


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a chain with its rating; `certainty` is None where it has none."""

    claim: str
    verdict: Verdict
    certainty: Certainty | None


def links(claim: Claim, library: Library) -> tuple[Link, ...]:
    """The links of a chain in their order; empty for any other claim."""
    found = (library.claims[id] for id in claim.chain if id in library.claims)
    return tuple(Link(one.id, one.verdict, one.certainty) for one in found)


def weakest(chain: tuple[Link, ...]) -> Link | None:
    """The link that carries a chain: one without a certainty, else the least certain, the first of equals."""
    return min(chain, key=lambda link: link.certainty.level if link.certainty else 0, default=None)
