"""A result in words: what was measured, with what and when, who is compared with whom, the figure, what it means."""

from collections.abc import Iterator

from evidence.model import Better, Favours, Measure, Result

__all__ = ["result_lines"]

_DIFFERENCES = {Measure.MD, Measure.SMD, Measure.RD}
_OF_ONE_GROUP = {Measure.MEAN, Measure.CHANGE, Measure.PERCENT, Measure.PERCENT_CHANGE}
# What records write where nothing was compared; between two groups it is a comparator like another.
_NOTHING = {"", "none"}


def result_lines(result: Result) -> Iterator[str]:
    """A result in two lines, the figure and what it says; in one where no figure was printed."""
    instrument = f" ({result.instrument})" if result.instrument else ""
    what = "; ".join(part for part in (f"{result.outcome}{instrument}", result.time, _compared(result)) if part)
    if not result.figure:
        yield f"{what}: {result.finding}"
        return
    yield "; ".join(part for part in (f"{what}: {result.figure}", _better(result), _side(result)) if part)
    yield f"= {result.finding}"


def _compared(result: Result) -> str:
    """Who is compared with whom, the way round in which the figure was printed (`data/README.md`, `results`)."""
    one, other = result.intervention, result.comparator
    if result.estimate and result.measure in _DIFFERENCES and one and other:
        return f"{one} minus {other}"
    if result.measure is Measure.R:
        return f"with {one}" if one else ""
    if result.measure not in _DIFFERENCES and not result.measure.is_ratio and other in _NOTHING:
        other = ""
    if result.estimate and _is_of_one_group(result, other):
        return f"{one or 'one group'}, one group alone" + (f", beside {other}" if other else "")
    return " against ".join(part for part in (one, other) if part)


def _is_of_one_group(result: Result, other: str) -> bool:
    """Whether the figure tells of one group only, where a reader could take it for a difference between two."""
    match result.measure:
        case Measure.MEAN | Measure.CHANGE:
            return True
        case Measure.PERCENT:
            return bool(other)
        case _:
            return result.measure is Measure.PERCENT_CHANGE and not other


def _better(result: Result) -> str:
    return {Better.LOWER: "lower is better", Better.HIGHER: "higher is better"}.get(result.better, "")


def _side(result: Result) -> str:
    sides = {Favours.INTERVENTION: result.intervention, Favours.COMPARATOR: result.comparator}
    if result.measure in {*_OF_ONE_GROUP, Measure.R} or not (result.intervention and result.comparator):
        return ""
    if result.favours is Favours.NEITHER:
        return "speaks for neither"
    return f"speaks for {sides[result.favours]}" if result.favours in sides else ""
