"""A result as an effect: estimate and standard error on the scale on which it is roughly normal.

Ratios are taken in logarithms, r by Fisher's z, differences as they are. "Handbook" is the Cochrane Handbook for
Systematic Reviews of Interventions, chapter 6 (Higgins, Li and Deeks).
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from evidence.model import Measure, Result
from evidence.results import interval, plain
from evidence.synthesis.pooling import Point
from evidence.synthesis.student import quantile, two_sided_p

__all__ = [
    "Effect",
    "NoEffect",
    "Source",
    "effect",
    "hedges",
    "p_from_se",
    "scaled",
    "se_from_interval",
    "se_from_p",
    "unscaled",
]

# How far, in half-widths, an estimate may lie from the middle of its interval. Wider than the rule over the data, which
# looks for misprints: adjusted and rounded ratios of sound studies lie up to a sixth away.
_LOPSIDED = 0.25
_USES = "pooling takes MD, SMD, RR, OR, HR, IRR, RD and r"
_NOT_POOLED = {
    Measure.PERCENT: f"a share in one group is not an effect; {_USES}",
    Measure.MEAN: f"a mean of one group is not an effect; {_USES}",
    Measure.CHANGE: "a change within one group is not a comparison",
    Measure.PERCENT_CHANGE: "a change in percent has no scale on which it could be pooled",
    Measure.COEFFICIENT: "a coefficient means something else in every model",
    Measure.OTHER: "the record gives no effect measure",
}


class NoEffect(ValueError):
    """A result that cannot be pooled; the text says why."""


class Source(StrEnum):
    """From which of a result's figures its standard error was worked out."""

    INTERVAL = "interval"
    P = "p"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Effect:
    """A result of a study on its natural scale; `turned` where the record states it for the other side."""

    study: str
    result: Result
    point: Point
    source: Source
    turned: bool = False

    @property
    def label(self) -> str:
        """The study and the result, as they are cited."""
        return f"{self.study} {self.result.id}"


def effect(study: str, result: Result, *, turned: bool = False) -> Effect:
    """The effect of a result: its standard error from the interval, else from p, else from the number of people.

    `turned` states it for the comparator instead of the intervention.

    Raises:
        NoEffect: with the reason why there is none.
    """
    if reason := _NOT_POOLED.get(result.measure):
        raise NoEffect(reason)
    printed = plain(result.estimate)
    if printed is None:
        raise NoEffect("the result that is cited has no figure of an effect")
    point, source = _point(result, scaled(float(printed.value), result.measure))
    if not 0 < point.se < math.inf:
        raise NoEffect("its standard error comes out as zero or without bound")
    return Effect(study, result, Point(-point.estimate, point.se) if turned else point, source, turned)


def _point(result: Result, estimate: float) -> tuple[Point, Source]:
    df = _df(result)
    if result.low and result.high:
        return Point(estimate, _se_of_interval(result, df)), Source.INTERVAL
    p = plain(result.p)
    if p and 0 < p.value < 1 and estimate:
        return Point(estimate, se_from_p(estimate, float(p.value), df)), Source.P
    return _by_people(result, estimate), Source.PEOPLE


def _se_of_interval(result: Result, df: float) -> float:
    found = interval(result)
    low, high, level = plain(result.low), plain(result.high), plain(result.level)
    if found is None or low is None or high is None or level is None:
        raise NoEffect("its interval or the interval's level cannot be computed with")
    if found.asymmetry > _LOPSIDED:
        raise NoEffect("its interval is not symmetric about the estimate, so that it gives no standard error")
    ends = (scaled(float(end.value), result.measure) for end in (low, high))
    return se_from_interval(*ends, level=float(level.value), df=df)


def _by_people(result: Result, estimate: float) -> Point:
    intervention, comparator = plain(result.n_intervention), plain(result.n_comparator)
    if result.measure is Measure.SMD and intervention and comparator:
        first, second = int(intervention.value), int(comparator.value)
        if min(first, second) >= 2:
            return hedges(estimate, first, second, is_corrected="hedges" in result.unit.lower())
    if result.measure is Measure.R and intervention and not comparator and intervention.value > 3:
        # Fisher's z: Handbook 6.3 names no r; the variance is Fisher's own (Metron 1921;1:3-32).
        return Point(estimate, 1 / math.sqrt(float(intervention.value) - 3))
    raise NoEffect("neither interval nor exact p was printed where it was read")


def _df(result: Result) -> float:
    """Degrees of freedom of a difference in means of two groups whose size is known, else of the normal (infinite).

    Handbook 6.5.2.2 and 6.5.2.3: for small groups t takes the place of 1.96.
    """
    sizes = [plain(result.n_intervention), plain(result.n_comparator)]
    people = sum(int(size.value) for size in sizes if size)
    is_known = result.measure is Measure.MD and all(sizes) and people > 2
    return people - 2 if is_known else math.inf


def se_from_interval(low: float, high: float, *, level: float, df: float = math.inf) -> float:
    """The standard error of an effect from its interval, both on the natural scale; `level` in percent.

    Handbook 6.3.1 (differences), 6.3.2 (ratios, in logarithms), 6.5.2.2 (t with small groups).
    """
    return (high - low) / (2 * quantile(level, df))


def se_from_p(estimate: float, p: float, df: float = math.inf) -> float:
    """The standard error of an effect, not zero, from its two-sided p, above 0 and below 1.

    Handbook 6.3.1 and 6.5.2.3; Altman and Bland, How to obtain the confidence interval from a P value, BMJ
    2011;343:d2090, with the exact quantile instead of their approximation.
    """
    return abs(estimate) / quantile(100 * (1 - p), df)


def p_from_se(estimate: float, se: float, df: float = math.inf) -> float:
    """The two-sided p of an effect.

    Altman and Bland, How to obtain the P value from a confidence interval, BMJ 2011;343:d2304, with the exact tail
    instead of their approximation.
    """
    return two_sided_p(estimate / se, df)


def hedges(d: float, n_intervention: int, n_comparator: int, *, is_corrected: bool = False) -> Point:
    """A standardised difference of two groups, corrected for small samples, with its standard error.

    Hedges (J Educ Stat 1981;6:107-28) with the exact factor; the variance for large samples, as metafor's `escalc` has
    it. `is_corrected` leaves a difference that is Hedges' g already as it is. Each group has at least two people.
    """
    df = n_intervention + n_comparator - 2
    factor = 1.0 if is_corrected else math.exp(math.lgamma(df / 2) - math.lgamma((df - 1) / 2)) / math.sqrt(df / 2)
    g = d * factor
    variance = 1 / n_intervention + 1 / n_comparator + g**2 / (2 * (n_intervention + n_comparator))
    return Point(g, math.sqrt(variance))


def scaled(value: float, measure: Measure) -> float:
    """A printed value on its natural scale.

    Raises:
        NoEffect: when it lies off the scale, as a ratio of 0 does.
    """
    try:
        if measure.is_ratio:
            return math.log(value)
        return math.atanh(value) if measure is Measure.R else value
    except ValueError as error:
        raise NoEffect(f"{value:g} lies at or beyond the end of the scale of {measure.value}") from error


def unscaled(value: float, measure: Measure) -> float:
    """A value on the natural scale as it is printed: ratios and r back on their own scale."""
    if measure.is_ratio:
        return math.exp(value)
    return math.tanh(value) if measure is Measure.R else value
