"""Which change is too small to matter: thresholds of instruments, and what they say of a result.

The thresholds are of changes that people felt (`data/thresholds.toml`, each with the page on which it was read). Held
against a difference between groups they are a yardstick, no test: some people change by more than the mean.
"""

from evidence.library import Library
from evidence.model import Measure, Result, Threshold, ThresholdKind
from evidence.results import plain
from evidence.words import stems

__all__ = ["matters", "size_of", "threshold_for", "threshold_words", "weighed"]


def threshold_for(result: Result, library: Library) -> Threshold | None:
    """The threshold of the very instrument, unit and outcome of a result; None where none was read.

    Where several fit, for other people, the smallest: what lies below it lies below all. A relative threshold takes
    where people started, which a difference does not tell.
    """
    fitting = [one for one in library.thresholds if one.kind is ThresholdKind.ABSOLUTE and _fits(one, result)]
    return min((one for one in fitting if size_of(one) > 0), key=size_of, default=None)


def size_of(threshold: Threshold) -> float:
    """A threshold as a number; 0 where the record has none that can be computed with, as a rule over the data tells."""
    printed = plain(threshold.threshold)
    return float(printed.value) if printed else 0.0


def _fits(threshold: Threshold, result: Result) -> bool:
    instruments, units = map(stems, threshold.written), {unit.casefold() for unit in threshold.units}
    is_same = stems(result.instrument) in instruments and result.unit.casefold() in units
    return is_same and set(stems(threshold.outcome)) <= set(stems(result.outcome))


def weighed(result: Result, library: Library) -> str:
    """What a difference or a change comes to beside the smallest that matters; empty where that cannot be told."""
    threshold, estimate = threshold_for(result, library), plain(result.estimate)
    if threshold is None or estimate is None or result.measure not in {Measure.MD, Measure.CHANGE}:
        return ""
    low, high = (float(end.value) if end else None for end in map(plain, (result.low, result.high)))
    size = f"{threshold.threshold} {threshold.units[0]} on {threshold.instrument}"
    return f"{matters(float(estimate.value), low, high, threshold)} ({size}; {threshold.citation})"


def matters(estimate: float, low: float | None, high: float | None, threshold: Threshold) -> str:
    """What a difference comes to beside the smallest change that matters, whichever its sign, in words."""
    size = size_of(threshold)
    likeliest = _TOO_SMALL if abs(estimate) < size else _LARGE_ENOUGH
    if low is None or high is None:
        return f"{likeliest} by its estimate; no interval is known"
    if max(abs(low), abs(high)) < size:
        return _TOO_SMALL
    if low >= size or high <= -size:
        return _LARGE_ENOUGH
    return f"at its likeliest {likeliest}, but the interval leaves both open"


_TOO_SMALL, _LARGE_ENOUGH = "too small to matter", "large enough to matter"


def threshold_words(threshold: Threshold) -> str:
    """A threshold with its source, as it stands below a plot."""
    unit = "%" if threshold.kind is ThresholdKind.RELATIVE else f" {threshold.units[0]}"
    return (
        f"Dashed line: the smallest change that matters, {threshold.threshold}{unit} on {threshold.instrument} "
        f"({threshold.scale}), in {threshold.population} ({threshold.citation}). "
        "Beside a difference between groups it is a yardstick, no test."
    )
