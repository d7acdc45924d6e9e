"""Which results of a claim can stand on one axis, and where on it.

Comparable are estimates of one measure with one way that is good, seen from the side that the claim asks about; MD, RD
and percent also share unit and instrument. That is wider than what is pooled (`evidence.synthesis.pools`): outcomes and
windows of time may differ, for each row names its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence.library import Library
from evidence.model import Better, Claim, Integrity, Measure
from evidence.plots.numerals import printed, true_minus
from evidence.results import plain
from evidence.synthesis.effects import NoEffect, effect, scaled, unscaled
from evidence.synthesis.orientation import is_turned
from evidence.synthesis.pools import Named, named_results
from evidence.synthesis.student import quantile
from evidence.words import stems

__all__ = ["Estimate", "Kin", "NotShown", "comparable", "ordered"]

_IN_UNITS = {Measure.MD, Measure.RD, Measure.PERCENT}
_DRAWN = {*_IN_UNITS, Measure.SMD, Measure.RR, Measure.OR, Measure.HR, Measure.IRR, Measure.R}


@dataclass(frozen=True, slots=True)
class Kin:
    """What estimates on one axis share."""

    measure: Measure
    better: Better
    unit: str = ""
    instrument: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Estimate:
    """A result on its measure's own scale; `low` and `high` are None where no interval is known.

    `worked_out` names the figure from which an interval that was not printed was computed; `level` is in percent.
    """

    named: Named
    value: float
    low: float | None
    high: float | None
    level: str
    is_turned: bool
    worked_out: str = ""

    @property
    def kin(self) -> Kin:
        """What it must share to be comparable."""
        result = self.named.result
        if result.measure not in _IN_UNITS:
            return Kin(result.measure, result.better)
        return Kin(result.measure, result.better, result.unit.casefold(), frozenset(stems(result.instrument)))

    @property
    def differs(self) -> tuple[str, ...]:
        """The parts of the claim's question that the study does not answer as asked."""
        directness = self.named.citation.directness
        parts = ("population", "intervention", "comparator", "outcome")
        return tuple(part for part in parts if getattr(directness, part))

    @property
    def figure(self) -> str:
        """Estimate and interval: as printed, but for a sign that is turned; to two decimals where computed."""
        result = self.named.result
        value = self._shown(result.estimate, self.value)
        if self.low is None or self.high is None:
            return value
        ends = (result.high, result.low) if self.is_turned else (result.low, result.high)
        low, high = ("", "") if self.worked_out else ends
        return f"{value} [{self._shown(low, self.low)}, {self._shown(high, self.high)}]"

    def _shown(self, as_printed: str, value: float) -> str:
        if not as_printed or (self.is_turned and self.named.result.measure.is_ratio):
            return printed(value)
        if not self.is_turned:
            return true_minus(as_printed)
        return true_minus(as_printed.removeprefix("-") if as_printed.startswith("-") else f"-{as_printed}")

    @property
    def people(self) -> str:
        """How many people, by arm where both are known, else in all; not a review's for one of its figures."""
        result, appraisal = self.named.result, self.named.study.appraisal
        participants = None if appraisal.design.is_synthesis else appraisal.participants
        if result.n_intervention and result.n_comparator:
            arms = (result.n_intervention, result.n_comparator)
            return " + ".join(reversed(arms) if self.is_turned else arms)
        return result.n_intervention or (f"{participants:,}" if participants else "")


@dataclass(frozen=True, slots=True)
class NotShown:
    """A result that is not in the picture, and why."""

    named: Named
    reason: str


def comparable(claim: Claim, library: Library) -> tuple[dict[Kin, list[Estimate]], list[NotShown]]:
    """The estimates that a claim's citations name, those together that can stand on one axis; and all other results."""
    groups: dict[Kin, list[Estimate]] = {}
    others: list[NotShown] = []
    for named in named_results(claim, library):
        try:
            one = _estimate(named, claim)
        except NoEffect as reason:
            others.append(NotShown(named, str(reason)))
        else:
            groups.setdefault(one.kin, []).append(one)
    return groups, others


def _estimate(named: Named, claim: Claim) -> Estimate:
    """The estimate of a result.

    Raises:
        NoEffect: with the reason why it cannot be drawn.
    """
    result, appraisal = named.result, named.study.appraisal
    if appraisal.withdrawn or appraisal.integrity.status is Integrity.RETRACTED:
        raise NoEffect("the study no longer stands")
    stated = plain(result.estimate)
    if stated is None:
        raise NoEffect("the result that is cited has no figure of an effect")
    if result.measure not in _DRAWN:
        raise NoEffect("no comparison on a scale that others share")
    if result.measure in _IN_UNITS and not (result.unit or result.instrument):
        raise NoEffect("neither unit nor instrument is recorded")
    scaled(float(stated.value), result.measure)  # off the scale, as a ratio of 0 is: no place on the axis
    return _with_interval(named, float(stated.value), is_turned=is_turned(result, claim.question))


def _with_interval(named: Named, value: float, *, is_turned: bool) -> Estimate:
    result = named.result
    low, high, level = plain(result.low), plain(result.high), result.level or "95"
    if low is not None and high is not None:
        return _turned(Estimate(named, value, float(low.value), float(high.value), level, is_turned))
    try:
        found = effect(named.study.key, result)
    except NoEffect:
        return _turned(Estimate(named, value, None, None, level, is_turned))
    reach = quantile(95, float("inf")) * found.point.se
    lower, upper = (unscaled(found.point.estimate + sign * reach, result.measure) for sign in (-1, 1))
    return _turned(Estimate(named, value, lower, upper, "95", is_turned, found.source.value))


def _turned(one: Estimate) -> Estimate:
    """The estimate from the side that the claim asks about: differences change their sign, ratios are inverted."""
    if not one.is_turned:
        return one

    def other_side(value: float | None) -> float | None:
        if value is None:
            return None
        if one.named.result.measure.is_ratio:
            return 1 / value if value > 0 else float("inf")
        return -value

    return Estimate(
        one.named,
        other_side(one.value) or 0.0,
        other_side(one.high),
        other_side(one.low),
        one.level,
        True,
        one.worked_out,
    )


def ordered(estimates: Iterable[Estimate]) -> Iterator[Estimate]:
    """By year, then by study, the results of one study in their order."""
    return iter(sorted(estimates, key=lambda one: (one.named.study.reference.year, one.named.study.key)))
