"""Figures are as printed, possible, and agree with each other.

Tolerances, each wide enough that only what rounding and usual methods cannot explain is told:

* symmetry: the estimate may lie a tenth of the interval's half-width from its middle, after rounding (exact and
  bootstrapped intervals are a little lopsided); ratios on the logarithm, r on Fisher's z; percent, mean, other exempt;
* p and interval: no word on significance for a p from 0.04 to 0.06 or an end that rounds to no effect; p recomputed
  by the normal approximation may differ threefold, and all below 0.01 counts as 0.01, where small samples stray.
"""

from collections.abc import Iterator
from decimal import Decimal

from evidence.figures import MINUS_LIKE, figure
from evidence.model import Measure, Result
from evidence.results import Interval, Span, interval, p_span, plain
from evidence.rules.rule import FieldFault, Rule, each_result

__all__ = ["RULES"]

_NUMBERS = ("estimate", "low", "high", "level", "n_intervention", "n_comparator")
_COUNTS = ("n_intervention", "n_comparator")
_ENDS = ("estimate", "low", "high")
_LEVELS = (Decimal(50), Decimal("99.99"))
_ASYMMETRY = 0.10
_P_FACTOR = 3
_P_FLOOR = 0.01
# About the level's own p, what significance says is a matter of method: 0.04 to 0.06 at 95 %.
_BAND = 0.2


def _form(result: Result) -> Iterator[FieldFault]:
    for field in _NUMBERS:
        text: str = getattr(result, field)
        if text and plain(text) is None:
            yield (
                field,
                f"{text!r} is not a number as printed; write digits alone, the rest belongs into unit or finding",
            )
    if result.p and figure(result.p) is None:
        yield "p", f"{result.p!r} is not a p value; write it as in '0.04' or '<0.001', words belong into finding"


def _counts(result: Result) -> Iterator[FieldFault]:
    for field in _COUNTS:
        found = plain(getattr(result, field))
        if found and (found.value < 0 or found.value % 1):
            yield field, f"{getattr(result, field)!r} is not a number of people; write the whole number that is printed"


def _minus(result: Result) -> Iterator[FieldFault]:
    for field in (*_NUMBERS, "p"):
        text: str = getattr(result, field)
        if any(sign in text for sign in MINUS_LIKE):
            yield field, f"{text!r} holds a typographic minus or dash; write the plain hyphen -"


def _p_range(result: Result) -> Iterator[FieldFault]:
    found = figure(result.p)
    if found and not 0 <= found.value <= 1:
        yield "p", f"{result.p!r} is not between 0 and 1; read the page again"


def _complete(result: Result) -> Iterator[FieldFault]:
    for field, other in (("low", "high"), ("high", "low")):
        if getattr(result, other) and not getattr(result, field):
            yield (
                field,
                f"is missing although {other} is {getattr(result, other)}; an interval has both ends, or neither",
            )
    if (result.low or result.high) and not result.level:
        yield "level", "is missing although there is an interval; write the level that the page states, such as 95"


def _level(result: Result) -> Iterator[FieldFault]:
    found = plain(result.level)
    if found and not _LEVELS[0] <= found.value <= _LEVELS[1]:
        yield "level", f"{result.level!r} is not a level of an interval; write it in percent, between 50 and 99.99"


def _order(result: Result) -> Iterator[FieldFault]:
    low, estimate, high = (plain(getattr(result, field)) for field in ("low", "estimate", "high"))
    if low and high and low.value > high.value:
        yield "low", f"{result.low} lies above high, {result.high}; swap them or mend a lost minus"
    elif estimate and low and estimate.value < low.value:
        yield (
            "estimate",
            f"{result.estimate} lies below the interval, {result.low} to {result.high}; read the page again",
        )
    elif estimate and high and estimate.value > high.value:
        yield (
            "estimate",
            f"{result.estimate} lies above the interval, {result.low} to {result.high}; read the page again",
        )


def _ratio(result: Result) -> Iterator[FieldFault]:
    for field in _ENDS if result.measure.is_ratio else ():
        found = plain(getattr(result, field))
        if found and found.most <= 0:
            yield (
                field,
                f"{getattr(result, field)} cannot be: {result.measure.value} is above 0; mend the figure or measure",
            )


def _correlation(result: Result) -> Iterator[FieldFault]:
    for field in _ENDS if result.measure is Measure.R else ():
        found = plain(getattr(result, field))
        if found and abs(found.value) > 1:
            yield field, f"{getattr(result, field)} cannot be: r lies from -1 to 1; mend the figure or the measure"


def _symmetric(result: Result) -> Iterator[FieldFault]:
    found = interval(result)
    if found and found.asymmetry > _ASYMMETRY:
        scale = "in logarithms " if result.measure.is_ratio else ""
        yield (
            "estimate",
            (
                f"{result.estimate} is {scale}too far from the middle of {result.low} to {result.high}; "
                "look for a misprinted or lost sign or digit on the page"
            ),
        )


def _p_agrees(result: Result) -> Iterator[FieldFault]:
    p, found = p_span(result), interval(result)
    if p is None or found is None or p.least > p.most:
        return
    if not _same_significance(p, found):
        yield "p", f"{result.p} and the {result.level} % interval {result.low} to {result.high} disagree; {_READ_BOTH}"
    elif not _near(p, found.p):
        recomputed = f"{found.p.least:.2g} to {found.p.most:.2g}"
        yield "p", f"{result.p} is far from what {result.low} to {result.high} implies, {recomputed}; {_READ_BOTH}"


_READ_BOTH = "read both again, and leave p empty if it belongs to another test"


def _same_significance(p: Span, found: Interval) -> bool:
    alpha = round(1 - found.level / 100, 6)
    includes = found.low.most < 0 < found.high.least
    excludes = found.low.least > 0 or found.high.most < 0
    says_effect = p.most <= alpha * (1 - _BAND) or (p.least == 0 and p.most <= alpha)
    says_nothing = p.least >= alpha * (1 + _BAND) or (p.most == 1 and p.least >= alpha)
    return not ((includes and says_effect) or (excludes and says_nothing))


def _near(p: Span, other: Span) -> bool:
    least, most, other_least, other_most = (max(_P_FLOOR, x) for x in (p.least, p.most, other.least, other.most))
    return least <= other_most * _P_FACTOR and other_least <= most * _P_FACTOR


RULES = (
    Rule("figure-form", "Only a number as printed can be compared and computed with.", each_result(_form)),
    Rule("count-form", "People are whole.", each_result(_counts)),
    Rule("plain-minus", "Programs read a typographic minus as text, and the sign is lost.", each_result(_minus)),
    Rule("p-range", "A probability lies between 0 and 1.", each_result(_p_range)),
    Rule("interval-complete", "Half an interval, or one without its level, says nothing.", each_result(_complete)),
    Rule("interval-level", "A level out of range is a slip, such as 0.95 for 95.", each_result(_level)),
    Rule("interval-order", "An estimate lies within its own interval.", each_result(_order)),
    Rule(
        "ratio-positive",
        "A ratio of risks, odds, hazards or rates is above zero; a difference is not a ratio.",
        each_result(_ratio),
    ),
    Rule("correlation-range", "A correlation lies from -1 to 1.", each_result(_correlation)),
    Rule(
        "interval-symmetric",
        "A usual interval is symmetric about its estimate; a misprint breaks that.",
        each_result(_symmetric),
    ),
    Rule(
        "p-matches-interval",
        "P and interval come from one test and cannot contradict each other.",
        each_result(_p_agrees),
    ),
)
