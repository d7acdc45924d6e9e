"""A horizontal axis: where a value stands on it, and at which values it is marked."""

import math
import statistics
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Axis", "axis"]

_STEPS = (1, 2, 2.5, 5, 10)
_MOST_TICKS = 7
# How far an interval may reach beyond the outermost estimate before it is cut, with an arrow at the cut: in lengths of
# a typical interval, or in parts of the distance between the outermost estimates.
_TYPICAL, _SPREAD = 2.0, 0.75
# What share of the axis stays free beyond the outermost estimate, and beyond a mark, so that both its sides are seen.
_MARGIN, _BESIDE = 0.06, 0.2


@dataclass(frozen=True, slots=True)
class Axis:
    """From `left` to `right` in pixels and from `low` to `high` in values; equal ratios have equal lengths if asked."""

    left: float
    right: float
    low: float
    high: float
    is_ratio: bool

    def x(self, value: float) -> float:
        """Where a value stands, in pixels; what lies beyond an end stands on it."""
        low, high, at = (_scaled(one, self.is_ratio) for one in (self.low, self.high, value))
        return self.left + (self.right - self.left) * min(1.0, max(0.0, (at - low) / (high - low)))

    def holds(self, value: float) -> bool:
        """Whether a value lies between the ends."""
        return self.low <= value <= self.high

    @property
    def ticks(self) -> tuple[float, ...]:
        """Round values between the ends, from low to high."""
        return _ratio_ticks(self.low, self.high) if self.is_ratio else _linear_ticks(self.low, self.high)


def axis(
    left: float,
    right: float,
    estimates: Iterable[float],
    intervals: Iterable[tuple[float, float]],
    *,
    marks: Iterable[float] = (),
    is_ratio: bool,
) -> Axis:
    """An axis that shows every estimate and mark, and every interval that is not far longer than the others."""
    marks = [_scaled(one, is_ratio) for one in marks]
    centres = [*(_scaled(one, is_ratio) for one in estimates), *marks]
    ends = [(_scaled(low, is_ratio), _scaled(high, is_ratio)) for low, high in intervals]
    finite = [end for pair in ends for end in pair if math.isfinite(end)]
    typical = statistics.median(high - low for low, high in ends) if ends else 0.0
    spread = max(centres) - min(centres)
    reach = max(_TYPICAL * typical, _SPREAD * spread) if math.isfinite(typical) else math.inf
    low = max(min(centres + finite), min(centres) - reach)
    high = min(max(centres + finite), max(centres) + reach)
    room = (high - low) * _MARGIN or abs(high) * 0.5 or 1.0
    beside = (high - low) * _BESIDE
    low = min([low - room, *(one - beside for one in marks)])
    high = max([high + room, *(one + beside for one in marks)])
    return Axis(left, right, _plain(low, is_ratio), _plain(high, is_ratio), is_ratio)


def _scaled(value: float, is_ratio: bool) -> float:
    if not is_ratio:
        return value
    return math.log(value) if value > 0 else -math.inf


def _plain(value: float, is_ratio: bool) -> float:
    return math.exp(value) if is_ratio else value


def _linear_ticks(low: float, high: float) -> tuple[float, ...]:
    unit = 10 ** math.floor(math.log10((high - low) / _MOST_TICKS))
    step = next(unit * one for one in _STEPS if (high - low) / (unit * one) <= _MOST_TICKS)
    return tuple(step * count for count in range(math.ceil(low / step), math.floor(high / step) + 1))


def _ratio_ticks(low: float, high: float) -> tuple[float, ...]:
    """Round multiples of powers of ten, as many as have room; where hardly any lie between, steps as of differences."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for factors in ((1, 1.5, 2, 3, 5, 7), (1, 2, 5), (1,)):
        found = [float(f"{factor}e{power}") for power in powers for factor in factors]
        found = [tick for tick in found if low <= tick <= high]
        if len(found) <= _MOST_TICKS:
            break
    every = -(-len(found) // _MOST_TICKS)
    return tuple(found[::every]) if len(found) >= 3 else _linear_ticks(low, high)
