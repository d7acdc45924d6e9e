"""What `evidence pool` tells of a claim, as JSON shows it: a contract that other programs read.

Fields may be added to an entry; none is ever renamed or taken out.
"""

import math

from typing_extensions import TypedDict

from evidence.library import Library
from evidence.model import Claim
from evidence.synthesis.direction import Directions, directions, of_result
from evidence.synthesis.effects import Effect, unscaled
from evidence.synthesis.overlap import overlap
from evidence.synthesis.pooling import Estimate, Method, pool, weights
from evidence.synthesis.pools import Named, Pool, gather, named_results
from evidence.synthesis.scales import scales
from evidence.synthesis.small_study import egger

__all__ = [
    "DirectionsEntry",
    "EstimateEntry",
    "OverlapEntry",
    "PoolEntry",
    "PooledEntry",
    "ScalesEntry",
    "estimate_entry",
    "pool_entry",
]


class EffectEntry(TypedDict):
    """A pooled effect: `estimate` and `standard_error` on the natural scale, `weight` adding up to 1 (REML)."""

    study: str
    result: str
    estimate: float
    standard_error: float
    source: str
    turned: bool
    weight: float


class EstimateEntry(TypedDict):
    """Effects pooled by one method; all figures on the natural scale, `i2` in percent."""

    method: str
    estimate: float
    low: float
    high: float
    p: float
    tau2: float
    i2: float
    prediction: tuple[float, float] | None


class AsymmetryEntry(TypedDict):
    """Egger's test."""

    t: float
    df: int
    p: float


class PooledEntry(TypedDict):
    """Effects of one family, pooled; `printed` is the estimate with its interval as on a page (Hartung–Knapp)."""

    outcome: str
    measure: str
    better: str
    window: str
    unit: str
    effects: list[EffectEntry]
    q: float
    df: int
    estimates: list[EstimateEntry]
    printed: str
    small_study: AsymmetryEntry | None


class LeftOutEntry(TypedDict):
    """A result that is in no pool, and why."""

    study: str
    result: str
    reason: str


class ResultEntry(TypedDict):
    """A result on which a citation rests, beside the others."""

    study: str
    result: str
    design: str
    stance: str
    outcome: str
    time: str
    figure: str
    finding: str
    direction: str


class StudyDirectionEntry(TypedDict):
    """Which way a study points, all its reports together."""

    studies: list[str]
    direction: str
    counts: bool


class DirectionsEntry(TypedDict):
    """The effect directions with the sign test over the studies that count; `p` is null where none points a way."""

    studies: list[StudyDirectionEntry]
    better: int
    worse: int
    p: float | None


class OverlapEntry(TypedDict):
    """How much the reviews cited share their studies."""

    citations: int
    independent: int
    reviews: dict[str, list[str]]
    unknown: list[str]
    covered_area: float | None


class ScalesEntry(TypedDict):
    """The same body of evidence on three scales."""

    certainty: str | None
    ocebm: int | None
    pedro: float | None
    pedro_scored: int
    trials: int


class PoolEntry(TypedDict):
    """All results of a claim together."""

    claim: str
    pools: list[PooledEntry]
    left_out: list[LeftOutEntry]
    results: list[ResultEntry]
    directions: DirectionsEntry
    overlap: OverlapEntry
    scales: ScalesEntry


def pool_entry(claim: Claim, library: Library) -> PoolEntry:
    """All results of a claim together, as `evidence pool --format json` shows them."""
    found = gather(claim, library)
    return {
        "claim": claim.id,
        "pools": [_pooled(one) for one in found.pools],
        "left_out": [{"study": one.study, "result": one.result, "reason": one.reason} for one in found.left_out],
        "results": [_result(named, claim) for named in named_results(claim, library)],
        "directions": _directions(directions(claim, library)),
        "overlap": _overlap(claim, library),
        "scales": _scales(claim, library),
    }


def _pooled(one: Pool) -> PooledEntry:
    pooled, asymmetry = pool(one.points), egger(one.points)
    shares = weights(one.points, pooled.by(Method.REML).tau2)
    family = one.family
    return {
        "outcome": one.effects[0].result.outcome,
        "measure": family.measure.value,
        "better": family.better.value,
        "window": family.window.value,
        "unit": family.unit,
        "effects": [_effect(effect, share) for effect, share in zip(one.effects, shares, strict=True)],
        "q": pooled.heterogeneity.q,
        "df": pooled.heterogeneity.df,
        "estimates": [estimate_entry(estimate) for estimate in pooled.estimates],
        "printed": _printed(pooled.by(Method.HARTUNG_KNAPP), one),
        "small_study": {"t": asymmetry.t, "df": asymmetry.df, "p": asymmetry.p} if asymmetry else None,
    }


def _effect(effect: Effect, share: float) -> EffectEntry:
    return {
        "study": effect.study,
        "result": effect.result.id,
        "estimate": effect.point.estimate,
        "standard_error": effect.point.se,
        "source": effect.source.value,
        "turned": effect.turned,
        "weight": share,
    }


def estimate_entry(estimate: Estimate) -> EstimateEntry:
    """A pooled estimate as JSON shows it."""
    return {
        "method": estimate.method.value,
        "estimate": estimate.estimate,
        "low": estimate.low,
        "high": estimate.high,
        "p": estimate.p,
        "tau2": estimate.tau2,
        "i2": estimate.i2,
        "prediction": estimate.prediction,
    }


def _printed(estimate: Estimate, one: Pool) -> str:
    measure = one.family.measure
    try:
        value, low, high = (unscaled(end, measure) for end in (estimate.estimate, estimate.low, estimate.high))
    except OverflowError:
        # Two ratios that disagree have an interval of twelve standard errors; beyond all bounds it says nothing.
        value, low, high = unscaled(estimate.estimate, measure), 0.0, math.inf
    unit = f" {one.effects[0].result.unit}".rstrip()
    return f"{measure.value} {value:.2f}{unit} (95% CI {low:.2f} to {high:.2f})"


def _result(named: Named, claim: Claim) -> ResultEntry:
    result = named.result
    return {
        "study": named.study.key,
        "result": result.id,
        "design": named.study.appraisal.design.value,
        "stance": named.citation.stance.value,
        "outcome": result.outcome,
        "time": result.time,
        "figure": result.figure,
        "finding": result.finding,
        "direction": of_result(result, claim.question).value,
    }


def _directions(found: Directions) -> DirectionsEntry:
    return {
        "studies": [
            {"studies": list(study.studies), "direction": study.direction.value, "counts": study.counts}
            for study in found.studies
        ],
        "better": found.sign_test.better,
        "worse": found.sign_test.worse,
        "p": found.sign_test.p,
    }


def _overlap(claim: Claim, library: Library) -> OverlapEntry:
    found = overlap(claim, library)
    return {
        "citations": found.citations,
        "independent": found.independent,
        "reviews": {review: list(includes) for review, includes in found.reviews.items()},
        "unknown": list(found.unknown),
        "covered_area": found.covered_area,
    }


def _scales(claim: Claim, library: Library) -> ScalesEntry:
    found = scales(claim, library)
    return {
        "certainty": found.certainty.value if found.certainty else None,
        "ocebm": found.ocebm,
        "pedro": found.pedro,
        "pedro_scored": found.pedro_scored,
        "trials": found.trials,
    }
