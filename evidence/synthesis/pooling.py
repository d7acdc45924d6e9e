"""Effects pooled: equal and random effects, how much they differ, and where the next study may lie.

Effects are estimates with their standard errors on one scale on which they are roughly normal. The figures are held to
those of metafor (Viechtbauer, J Stat Softw 2010;36(3)) on its teaching data, to four digits, in `tests/synthesis`.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from evidence.synthesis.student import quantile, two_sided_p

__all__ = ["Estimate", "Heterogeneity", "Method", "Point", "Pooled", "heterogeneity", "pool", "weights"]

LEVEL = 95.0
"""The level of every interval here, in percent."""

_ROUNDS = 500
_PRECISION = 1e-12


class Method(StrEnum):
    """How effects are pooled, and how sure the pooled effect is held to be."""

    EQUAL_EFFECTS = "equal_effects"
    DERSIMONIAN_LAIRD = "dersimonian_laird"
    REML = "reml"
    HARTUNG_KNAPP = "hartung_knapp"

    @property
    def words(self) -> str:
        """The method as it is shown to a reader."""
        return _WORDS[self]


_WORDS = {
    Method.EQUAL_EFFECTS: "equal effects",
    Method.DERSIMONIAN_LAIRD: "random effects, DerSimonian–Laird",
    Method.REML: "random effects, REML",
    Method.HARTUNG_KNAPP: "random effects, REML, Hartung–Knapp",
}


@dataclass(frozen=True, slots=True)
class Point:
    """An effect: its estimate and its standard error, which is above zero."""

    estimate: float
    se: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A pooled effect with its 95 % interval. `df` is infinite where the interval is of the normal distribution.

    `tau2` is the variance of the true effects, `i2` what share of all variance it is, in percent (Higgins and Thompson,
    Stat Med 2002;21:1539-58). `prediction` is where 95 % of true effects in studies like these lie; None where effects
    are held to be equal.
    """

    method: Method
    estimate: float
    se: float
    df: float
    tau2: float
    i2: float
    prediction: tuple[float, float] | None

    @property
    def low(self) -> float:
        """The lower end of the 95 % interval."""
        return self.estimate - quantile(LEVEL, self.df) * self.se

    @property
    def high(self) -> float:
        """The upper end of the 95 % interval."""
        return self.estimate + quantile(LEVEL, self.df) * self.se

    @property
    def p(self) -> float:
        """The two-sided p of no effect."""
        return two_sided_p(self.estimate / self.se, self.df)

    @property
    def leaves_no_effect_out(self) -> bool:
        """Whether no effect, zero on this scale, lies outside the interval."""
        return not self.low <= 0 <= self.high


@dataclass(frozen=True, slots=True)
class Heterogeneity:
    """Cochran's Q of effects about their equal-effects mean, with its degrees of freedom."""

    q: float
    df: int


@dataclass(frozen=True, slots=True)
class Pooled:
    """The same effects pooled by every method, and how much they differ."""

    heterogeneity: Heterogeneity
    estimates: tuple[Estimate, ...]

    def by(self, method: Method) -> Estimate:
        """The estimate of that method."""
        return next(estimate for estimate in self.estimates if estimate.method is method)


def pool(points: Sequence[Point]) -> Pooled:
    """Pool at least two effects by every method.

    Equal effects: inverse variance. Random effects: tau² by DerSimonian and Laird (Control Clin Trials 1986;7:177-88)
    or by restricted maximum likelihood (Viechtbauer, J Educ Behav Stat 2005;30:261-93). Hartung and Knapp (Stat Med
    2001;20:3875-89) on the REML estimate, never narrower than without (Röver et al., BMC Med Res Methodol 2015;15:99):
    studies that agree by chance would else look certain.

    Raises:
        ValueError: when there are fewer than two effects, or a standard error is not above zero.
    """
    if len(points) < 2:
        raise ValueError("Pooling takes at least two effects.")
    if any(not point.se > 0 for point in points):
        raise ValueError("A standard error must be above zero.")
    found = heterogeneity(points)
    estimates = (
        _equal_effects(points, found),
        _random_effects(points, Method.DERSIMONIAN_LAIRD, _dersimonian_laird(points, found)),
        _random_effects(points, Method.REML, reml := _reml(points, _dersimonian_laird(points, found))),
        _hartung_knapp(points, reml),
    )
    return Pooled(found, estimates)


def heterogeneity(points: Sequence[Point]) -> Heterogeneity:
    """Cochran's Q (Biometrics 1954;10:101-29): the weighted squares of the distances from the mean."""
    mean = _mean(points, 0.0)
    return Heterogeneity(sum(((point.estimate - mean) / point.se) ** 2 for point in points), len(points) - 1)


def weights(points: Sequence[Point], tau2: float) -> tuple[float, ...]:
    """What share of the pooled effect each effect is, adding up to 1."""
    raw = _raw(points, tau2)
    return tuple(one / math.fsum(raw) for one in raw)


def _raw(points: Sequence[Point], tau2: float) -> list[float]:
    return [1 / (point.se**2 + tau2) for point in points]


def _mean(points: Sequence[Point], tau2: float) -> float:
    shares = weights(points, tau2)
    return math.fsum(share * point.estimate for share, point in zip(shares, points, strict=True))


def _typical_variance(points: Sequence[Point]) -> float:
    """The "typical" within-study variance of Higgins and Thompson (2002), equation 9."""
    raw = _raw(points, 0.0)
    total = math.fsum(raw)
    return (len(points) - 1) * total / (total**2 - math.fsum(one**2 for one in raw))


def _equal_effects(points: Sequence[Point], found: Heterogeneity) -> Estimate:
    se = 1 / math.sqrt(math.fsum(_raw(points, 0.0)))
    i2 = max(0.0, (found.q - found.df) / found.q) * 100 if found.q else 0.0
    return Estimate(Method.EQUAL_EFFECTS, _mean(points, 0.0), se, math.inf, 0.0, i2, None)


def _dersimonian_laird(points: Sequence[Point], found: Heterogeneity) -> float:
    raw = _raw(points, 0.0)
    total = math.fsum(raw)
    return max(0.0, (found.q - found.df) / (total - math.fsum(one**2 for one in raw) / total))


def _reml(points: Sequence[Point], tau2: float) -> float:
    """Fisher scoring for the restricted likelihood, kept at or above zero, from the estimate of DerSimonian–Laird."""
    share, last = 1.0, 0.0
    for _ in range(_ROUNDS):
        step = _scoring_step(points, tau2)
        # A step back means that the last one went too far; shorter ones end the swinging.
        share = share / 2 if step * last < 0 else share
        before, tau2, last = tau2, max(0.0, tau2 + share * step), step
        if abs(tau2 - before) <= _PRECISION * tau2:
            break
    return tau2


def _scoring_step(points: Sequence[Point], tau2: float) -> float:
    raw, mean = _raw(points, tau2), _mean(points, tau2)
    total, squares, cubes = (math.fsum(one**power for one in raw) for power in (1, 2, 3))
    distances = math.fsum(one**2 * (point.estimate - mean) ** 2 for one, point in zip(raw, points, strict=True))
    trace = total - squares / total
    information = squares - 2 * cubes / total + (squares / total) ** 2
    return (distances - trace) / information


def _random_effects(points: Sequence[Point], method: Method, tau2: float) -> Estimate:
    se = 1 / math.sqrt(math.fsum(_raw(points, tau2)))
    return _estimate(points, method, tau2, se, math.inf)


def _hartung_knapp(points: Sequence[Point], tau2: float) -> Estimate:
    raw, mean, df = _raw(points, tau2), _mean(points, tau2), len(points) - 1
    spread = math.fsum(one * (point.estimate - mean) ** 2 for one, point in zip(raw, points, strict=True)) / df
    se = math.sqrt(max(1.0, spread) / math.fsum(raw))
    return _estimate(points, Method.HARTUNG_KNAPP, tau2, se, df)


def _estimate(points: Sequence[Point], method: Method, tau2: float, se: float, df: float) -> Estimate:
    """The estimate with its prediction interval.

    Higgins, Thompson and Spiegelhalter (J R Stat Soc A 2009;172:137-59), with the same distribution as the interval,
    as metafor's `predict` does.
    """
    mean = _mean(points, tau2)
    reach = quantile(LEVEL, df) * math.sqrt(tau2 + se**2)
    i2 = 100 * tau2 / (tau2 + _typical_variance(points))
    return Estimate(method, mean, se, df, tau2, i2, (mean - reach, mean + reach))
