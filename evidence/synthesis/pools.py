"""Which results of a claim may be pooled with each other, and why the others may not."""

from collections.abc import Iterator
from dataclasses import dataclass

from evidence.library import Library
from evidence.model import Better, Citation, Claim, Design, Directness, Integrity, Measure, Result, Study
from evidence.synthesis.effects import Effect, NoEffect, effect
from evidence.synthesis.orientation import is_turned
from evidence.synthesis.pooling import Point
from evidence.synthesis.windows import Window, window
from evidence.words import stems

__all__ = ["Family", "LeftOut", "Named", "Pool", "Pools", "gather", "named_results"]

# Scales on which one unit of one instrument is not one unit of another.
_IN_UNITS = {Measure.MD, Measure.RD}


@dataclass(frozen=True, slots=True)
class Family:
    """What results share that are pooled: outcome (by its words), measure, which way is good, and window of time.

    MD and RD also share unit and instrument.
    """

    outcome: frozenset[str]
    measure: Measure
    better: Better
    window: Window
    unit: str = ""
    instrument: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Named:
    """A result that a citation of a claim names."""

    citation: Citation
    study: Study
    result: Result

    @property
    def ids(self) -> tuple[str, str]:
        """The study's key and the result's id."""
        return self.study.key, self.result.id

    @property
    def reports(self) -> frozenset[str]:
        """The keys of all reports of the study."""
        return frozenset({self.study.key, *self.study.appraisal.companions})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A result that is in no pool, and why."""

    study: str
    result: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pool:
    """Effects of one family, at least two, each of another study."""

    family: Family
    effects: tuple[Effect, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """The effects as numbers, in their order."""
        return tuple(effect.point for effect in self.effects)

    @property
    def title(self) -> str:
        """Outcome, measure and window, in words."""
        first = self.effects[0].result
        return f"{first.outcome}, {self.family.measure.value}, {self.family.window.value}"


@dataclass(frozen=True, slots=True)
class Pools:
    """All results on which a claim's citations rest: those that are pooled, and the others with the reason."""

    pools: tuple[Pool, ...]
    left_out: tuple[LeftOut, ...]


def gather(claim: Claim, library: Library) -> Pools:
    """Sort the results that a claim's citations name, in their order, into pools.

    A review is never pooled: its figure is made of studies that may be in the pool themselves. A study whose question
    differs from the claim's (`directness`) answers another one. Reports of one study (`companions`) count once, by the
    result that is named first.
    """
    left_out: list[LeftOut] = []
    families: dict[Family, list[Effect]] = {}
    for named in named_results(claim, library):
        fitting = _fitting(named, claim)
        if isinstance(fitting, LeftOut):
            left_out.append(fitting)
        elif same := [one for one in families.get(fitting[0], []) if one.study in named.reports]:
            left_out.append(LeftOut(*named.ids, f"the study is in this pool already, with {same[0].label}"))
        else:
            families.setdefault(fitting[0], []).append(fitting[1])
    pools = tuple(Pool(family, tuple(effects)) for family, effects in families.items() if len(effects) > 1)
    alone = [effects[0] for effects in families.values() if len(effects) == 1]
    left_out += [LeftOut(one.study, one.result.id, _ALONE) for one in alone]
    return Pools(pools, tuple(left_out))


_ALONE = "no second study has this outcome, measure, unit, direction of good and window of time"


def named_results(claim: Claim, library: Library) -> Iterator[Named]:
    """The results that a claim's citations name; what leads nowhere is told by the rules over the data."""
    for citation in claim.citations:
        if study := library.studies.get(citation.study):
            for result in filter(None, map(study.result, citation.results)):
                yield Named(citation, study, result)


def _fitting(named: Named, claim: Claim) -> tuple[Family, Effect] | LeftOut:
    """The family and the effect of a result, or all reasons why it can be in no pool."""
    study, result = named.study, named.result
    when = window(result.time, study.appraisal.design)
    reasons = [_unfit(study), _differs(named.citation.directness)]
    try:
        one = effect(study.key, result, turned=is_turned(result, claim.question))
    except NoEffect as reason:
        return _left_out(named, [*reasons, str(reason)])
    if when is None:
        reasons.append(f"its time, {result.time!r}, names no window" if result.time else "its time is not recorded")
    if any(reasons) or when is None:
        return _left_out(named, reasons)
    return _family(result, when), one


def _left_out(named: Named, reasons: list[str]) -> LeftOut:
    return LeftOut(*named.ids, "; ".join(filter(None, reasons)))


def _family(result: Result, when: Window) -> Family:
    outcome = frozenset(stems(result.outcome))
    if result.measure not in _IN_UNITS:
        return Family(outcome, result.measure, result.better, when)
    unit, instrument = result.unit.casefold(), frozenset(stems(result.instrument))
    return Family(outcome, result.measure, result.better, when, unit, instrument)


def _unfit(study: Study) -> str:
    appraisal = study.appraisal
    if appraisal.withdrawn:
        return "the study's record is withdrawn"
    if appraisal.integrity.status is Integrity.RETRACTED:
        return "the study is retracted"
    if appraisal.design.is_synthesis:
        return f"{appraisal.design.words}: made of studies that would count twice"
    if appraisal.design is Design.NARRATIVE_REVIEW:
        return "narrative review: reports other studies"
    return ""


def _differs(directness: Directness) -> str:
    parts = ("population", "intervention", "comparator", "outcome")
    differing = [part for part in parts if getattr(directness, part)]
    return f"another question: {', '.join(differing)} not as asked" if differing else ""
