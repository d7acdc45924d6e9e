"""What a result's figures say: its interval on the scale on which it is symmetric, its p, its side.

All comparisons allow for rounding: a figure is every value that is printed so.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from statistics import NormalDist

from evidence.figures import Figure, figure
from evidence.model import Better, Favours, Measure, Result

__all__ = ["Interval", "Span", "interval", "is_significant", "p_span", "plain", "shows_nothing", "side"]

_LINEAR = {Measure.MD, Measure.SMD, Measure.RD, Measure.CHANGE, Measure.COEFFICIENT}
_ALPHA = 0.05
_USUAL_LEVEL = Decimal(95)


@dataclass(frozen=True, slots=True)
class Span:
    """All values that a printed figure may stand for, from `least` to `most`."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Interval:
    """Estimate and ends on the scale on which the interval is symmetric and no effect is 0; level in percent."""

    estimate: Span
    low: Span
    high: Span
    level: float

    @property
    def asymmetry(self) -> float:
        """How far the estimate lies from the middle, in half-widths, beyond what rounding explains; 0 is none."""
        least, most = (self.low.least + self.high.least) / 2, (self.low.most + self.high.most) / 2
        gap = max(self.estimate.least - most, least - self.estimate.most, 0.0)
        return gap / ((self.high.most - self.low.least) / 2)

    @property
    def p(self) -> Span:
        """The two-sided p that the interval implies by the normal approximation."""
        nearest = max(self.estimate.least, -self.estimate.most, 0.0)
        farthest = max(abs(self.estimate.least), abs(self.estimate.most))
        return Span(
            self._p_of(farthest, max(0.0, self.high.least - self.low.most)),
            self._p_of(nearest, self.high.most - self.low.least),
        )

    def _p_of(self, distance: float, width: float) -> float:
        quantile = NormalDist().inv_cdf(0.5 + self.level / 200)
        z = distance * 2 * quantile / width if width else math.inf
        return math.erfc(z / math.sqrt(2))


def plain(text: str) -> Figure | None:
    """The figure in `text` when it is a number and not a bound."""
    found = figure(text)
    return found if found and not found.bound else None


def interval(result: Result) -> Interval | None:
    """The interval of a result whose measure has a symmetric scale; None where a part is missing or impossible."""
    scale = _scale(result.measure)
    level = plain(result.level)
    if scale is None or level is None or not 50 <= level.value <= Decimal("99.99"):
        return None
    spans = [_span(text, scale) for text in (result.estimate, result.low, result.high)]
    estimate, low, high = spans
    if estimate is None or low is None or high is None or low.least >= high.most:
        return None
    return Interval(estimate, low, high, float(level.value))


def _scale(measure: Measure) -> Callable[[float], float] | None:
    """The scale on which no effect is 0 and a usual interval symmetric: logarithm, Fisher's z, or as it is."""
    if measure.is_ratio:
        return math.log
    if measure is Measure.R:
        return math.atanh
    return float if measure in _LINEAR else None


def _span(text: str, scale: Callable[[float], float]) -> Span | None:
    found = plain(text)
    if found is None:
        return None
    try:
        return Span(scale(float(found.least)), scale(float(found.most)))
    except ValueError:  # rounding reaches beyond the scale, as a ratio printed 0.00 does: nothing can be said
        return None


def p_span(result: Result) -> Span | None:
    """All values that a result's printed p may stand for, within 0 and 1."""
    found = figure(result.p)
    return Span(max(0.0, float(found.least)), min(1.0, float(found.most))) if found else None


def is_significant(result: Result) -> bool | None:
    """Whether a 95 % interval leaves no effect out, else whether p is below 0.05; None where this cannot be told."""
    level = plain(result.level or "95")
    by_interval = _leaves_no_effect_out(result) if level and level.value == _USUAL_LEVEL else None
    if by_interval is not None:
        return by_interval
    p = p_span(result)
    if p is None or p.least < _ALPHA < p.most:
        return None
    return p.most <= _ALPHA


def _leaves_no_effect_out(result: Result) -> bool | None:
    low, high, no_effect = plain(result.low), plain(result.high), result.measure.no_effect
    if low is None or high is None or no_effect is None or no_effect in {low.value, high.value}:
        return None
    return not low.value < no_effect < high.value


def side(result: Result) -> Favours | None:
    """The side for which the estimate speaks by its sign and by which way is good; None where this cannot be told."""
    estimate, no_effect = plain(result.estimate), result.measure.no_effect
    if estimate is None or no_effect is None or result.better is Better.NEITHER:
        return None
    if estimate.value == no_effect:
        return Favours.NEITHER
    is_good = (estimate.value > no_effect) == (result.better is Better.HIGHER)
    return Favours.INTERVENTION if is_good else Favours.COMPARATOR


def shows_nothing(result: Result) -> bool:
    """Whether a result leaves open that there is no effect: by its figures, else by what is said of it."""
    significant = is_significant(result)
    return result.favours is Favours.NEITHER if significant is None else not significant
