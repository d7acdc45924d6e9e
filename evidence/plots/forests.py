"""The forest plot: estimates with their intervals on one axis, and the pooled effect where there is one."""

import math
from collections.abc import Iterator
from dataclasses import replace

from evidence.counting import counted
from evidence.library import Library
from evidence.model import Better, Kind, Measure
from evidence.plots.axis import Axis, axis
from evidence.plots.drawing import Align, Box, Label, Line, Part, Shape, Sign
from evidence.plots.estimates import Estimate
from evidence.plots.forest_words import (
    block_line,
    data_row,
    description,
    estimate_line,
    forest_text,
    measure_words,
    notes,
    shown_ends,
)
from evidence.plots.frame import SMALL, framed, paragraph, short_label
from evidence.plots.lettering import cut
from evidence.plots.numerals import percent, true_minus
from evidence.plots.panel import Block, Panel, panel
from evidence.plots.plot import Plot
from evidence.plots.theme import Ink, Theme
from evidence.synthesis.thresholds import size_of

__all__ = ["forest"]

_WIDTH = 980
_LABEL_ROOM, _LEFT, _RIGHT, _FIGURE = 300, 320, 650, 680
_ROW, _LINE, _HEAD, _POOL_ROW = 26, 15, 34, 56
_PEOPLE_ROOM = 90
_LEAST_SQUARE, _MOST_SQUARE = 7.0, 19.0
_DIAMOND_HEIGHT = 16
# Claims that something goes with something: to favour one side would be a strange word.
_ASSOCIATIONS = {Kind.CAUSE, Kind.CHAIN, Kind.HARM, Kind.PREVALENCE, Kind.STATISTIC}


def forest(library: Library, claim_id: str, *, theme: Theme = Theme.LIGHT) -> Plot:
    """The largest group of a claim's comparable estimates; `data` has one row an estimate and one a pool.

    Squares are as large as the weight in the pool; where nothing is pooled, as the precision (1 / SE²). A diamond
    stands where `evidence.synthesis` pools, by REML with Hartung–Knapp, and nowhere else.

    Raises:
        UnknownId: when there is no such claim.
        NothingToDraw: when no two of its results are estimates of one measure in one unit.
    """
    claim = library.claim(claim_id)
    shown = panel(claim, library)
    body, height = _body(shown, _axis(shown))
    drawing = framed(
        body,
        width=_WIDTH,
        height=height,
        records="study",
        title=claim.statement,
        subtitle=measure_words(shown),
        notes=[*notes(shown), *_left_out(shown)],
    )
    return Plot(
        title=f"Forest plot: {claim.statement}",
        description=description(shown),
        text=forest_text(shown),
        data=tuple(data_row(one, block, shown) for block in shown.blocks for one in block.rows),
        drawing=drawing,
        theme=Theme(theme),
    )


def _left_out(shown: Panel) -> Iterator[str]:
    if shown.not_shown:
        yield f"Not in this picture: {counted(len(shown.not_shown), 'result')}, each named with its reason in words."


def _axis(shown: Panel) -> Axis:
    measure = shown.kin.measure
    intervals = [(one.low, one.high) for one in shown.estimates if one.low is not None and one.high is not None]
    diamonds = [ends for block in shown.blocks if (ends := block.ends)]
    marks = [] if measure.no_effect is None else [measure.no_effect]
    marks += [_smallest_benefit(shown)] if shown.threshold else []
    from_zero = [] if marks else [0.0]
    return axis(
        _LEFT,
        _RIGHT,
        [*(one.value for one in shown.estimates), *(ends[0] for ends in diamonds), *from_zero],
        [*intervals, *((low, high) for _, low, high in diamonds)],
        marks=marks,
        is_ratio=measure.is_ratio,
    )


def _smallest_benefit(shown: Panel) -> float:
    """Where on the axis the smallest change that matters lies, on the good side of no effect."""
    size = size_of(shown.threshold) if shown.threshold else 0.0
    return -size if shown.kin.better is Better.LOWER else size


def _body(shown: Panel, scale: Axis) -> tuple[list[Part], float]:
    parts: list[Part] = list(_heads(shown))
    y, sizes = float(_HEAD), _sizes(shown)
    for block in shown.blocks:
        for one in block.estimates:
            below = _second_lines(one, shown)
            height = float(_ROW + _LINE * len(below))
            parts += _estimate(one, block, scale, y + height / 2, sizes[one.named.ids])
            parts += _named(one, below, y + 14)
            y += height
        if block.pool:
            parts += _pooled(block, scale, y)
            y += _POOL_ROW
    foot, height = _foot(shown, scale, y)
    return [*parts, *foot], y + height


def _heads(shown: Panel) -> Iterator[Part]:
    figure = f"{shown.kin.measure.words or 'Share'} [{_levels(shown)}% interval]"
    yield Label(0, 14, "Study", SMALL, ink=Ink.QUIET, is_bold=True)
    yield Label(_FIGURE, 14, figure, SMALL, ink=Ink.QUIET, is_bold=True)
    yield Label(_people_at(shown), 14, "People", SMALL, Align.RIGHT, Ink.QUIET, is_bold=True)
    if shown.is_pooled:
        yield Label(_WIDTH, 14, "Weight", SMALL, Align.RIGHT, Ink.QUIET, is_bold=True)
    yield Line(0, _HEAD - 6, _WIDTH, _HEAD - 6)


def _people_at(shown: Panel) -> float:
    """The right edge of the column of people: beside the weights, where there are any."""
    return _WIDTH - 64 if shown.is_pooled else _WIDTH


def _levels(shown: Panel) -> str:
    return " or ".join(sorted({one.level for one in shown.estimates if one.low is not None} or {"95"}))


def _sizes(shown: Panel) -> dict[tuple[str, str], float]:
    """The square of each estimate: its area by weight, the least for all that have none."""
    raw: dict[tuple[str, str], float] = {}
    for block in shown.blocks:
        alone = 0.0 if shown.is_pooled else None
        for one in block.estimates:
            weight = block.share(one)
            precision = _precision(one, shown.kin.measure) if alone is None else alone
            raw[one.named.ids] = precision if weight is None else weight
    most = max(raw.values()) or 1.0
    return {ids: max(_LEAST_SQUARE, _MOST_SQUARE * math.sqrt(weight / most)) for ids, weight in raw.items()}


def _precision(one: Estimate, measure: Measure) -> float:
    if one.low is None or one.high is None or one.high <= one.low or (measure.is_ratio and one.low <= 0):
        return 0.0
    width = math.log(one.high / one.low) if measure.is_ratio else one.high - one.low
    return 1 / width**2 if width and math.isfinite(width) else 0.0


def _second_lines(one: Estimate, shown: Panel) -> tuple[Label, ...]:
    """Outcome and time; where that does not tell a study's results apart, also what is compared, and by which means."""
    same_study = [other for other in shown.estimates if other.named.study == one.named.study]
    tellings = (_outcome, _comparison, _by_instrument)
    told = next(
        (tell for tell in tellings if [tell(other) for other in same_study].count(tell(one)) == 1), tellings[-1]
    )
    return paragraph(0, 0, told(one), SMALL, _LABEL_ROOM, ink=Ink.QUIET, lines=4)


def _outcome(one: Estimate) -> str:
    return ", ".join(part for part in (one.named.result.outcome, one.named.result.time) if part)


def _comparison(one: Estimate) -> str:
    return f"{_outcome(one)}: {one.named.result.intervention} against {one.named.result.comparator}"


def _by_instrument(one: Estimate) -> str:
    instrument = one.named.result.instrument
    return f"{_comparison(one)}, by {instrument}" if instrument else _comparison(one)


def _named(one: Estimate, below: tuple[Label, ...], y: float) -> Iterator[Part]:
    design = f"{_marks(one)}, {one.named.study.appraisal.design.words}"
    yield Label(0, y, short_label(one.named.study.reference, 13, _LABEL_ROOM, design), 13)
    for place, line in enumerate(below, 1):
        yield replace(line, y=y + 1 + _LINE * place)


def _estimate(one: Estimate, block: Block, scale: Axis, y: float, size: float) -> Iterator[Part]:
    is_filled, tip = one.low is not None and not block.is_left_out, estimate_line(one, block)
    yield from _whisker(one, scale, y)
    yield Sign(scale.x(one.value), y, Shape.SQUARE, size, Ink.HOLDS, is_filled, tip=tip, record=one.named.study.key)
    yield Label(_FIGURE, y, one.figure + ("*" if one.worked_out else ""), 13)
    share = block.share(one)
    people_at = _WIDTH if share is None and not block.is_left_out else _WIDTH - 64
    yield Label(people_at, y, cut(one.people or "–", 13, _PEOPLE_ROOM), 13, Align.RIGHT)
    if share is not None:
        yield Label(_WIDTH, y, percent(share), 13, Align.RIGHT)


def _marks(one: Estimate) -> str:
    return ("†" if one.differs else "") + ("‡" if one.is_turned else "")


def _whisker(one: Estimate, scale: Axis, y: float) -> Iterator[Part]:
    if one.low is None or one.high is None:
        return
    yield Line(scale.x(one.low), y, scale.x(one.high), y, Ink.TEXT, 1.4, is_front=True)
    yield from _cut_ends(one.low, one.high, scale, y, one.named.study.key)
    for end in filter(scale.holds, (one.low, one.high)):
        yield Line(scale.x(end), y - 4, scale.x(end), y + 4, Ink.TEXT, 1.4, is_front=True)


def _cut_ends(low: float, high: float, scale: Axis, y: float, study: str = "") -> Iterator[Part]:
    """An arrow at each end of an interval that lies beyond the axis."""
    for end, shape in ((low, Shape.TO_LEFT), (high, Shape.TO_RIGHT)):
        if not scale.holds(end):
            yield Sign(scale.x(end), y, shape, 11, Ink.TEXT, tip="goes on beyond the axis", record=study)


def _pooled(block: Block, scale: Axis, top: float) -> Iterator[Part]:
    y, ends, diamond = top + _POOL_ROW / 2, block.ends, block.diamond
    if ends is None or diamond is None or block.pool is None:
        return
    yield Box(-6, top, _WIDTH + 6, top + _POOL_ROW)
    outcome = block.estimates[0].named.result.outcome
    how = f"{block.pool.family.window.value}; random effects, REML, Hartung–Knapp; I² {diamond.i2:.0f}%"
    yield Label(0, top + 14, cut(f"Pooled: {outcome}", 13, _LABEL_ROOM, is_bold=True), 13, is_bold=True)
    yield from paragraph(0, top + 30, how, SMALL, _LABEL_ROOM, ink=Ink.QUIET, lines=2)
    yield _diamond(scale.x(ends[1]), scale.x(ends[0]), scale.x(ends[2]), y, block_line(block))
    yield from _cut_ends(ends[1], ends[2], scale, y)
    value, low, high = shown_ends(ends)
    yield Label(_FIGURE, y, f"{value} [{low}, {high}]", 13, is_bold=True)
    yield Label(_WIDTH, y, "100%", 13, Align.RIGHT)


def _diamond(low: float, middle: float, high: float, y: float, tip: str) -> Sign:
    """A diamond from end to end of the interval with its height at the estimate, as a path about its middle."""
    centre, half = (low + high) / 2, max((high - low) / 2, 1.0)
    tall, peak = _DIAMOND_HEIGHT / 2 / half, (middle - centre) / half
    path = f"M-1,0L{peak:.4f},{-tall:.4f}L1,0L{peak:.4f},{tall:.4f}Z"
    return Sign(centre, y, path, 2 * half, Ink.FAILS, tip=tip)


def _foot(shown: Panel, scale: Axis, y: float) -> tuple[list[Part], float]:
    """The axis below the rows, the lines that rise from it, and which side is whose; and how high that is."""
    parts: list[Part] = [Line(_LEFT, y, _RIGHT, y, Ink.TEXT)]
    for tick in scale.ticks:
        parts.append(Line(scale.x(tick), y, scale.x(tick), y + 5, Ink.TEXT))
        parts.append(Label(scale.x(tick), y + 14, true_minus(f"{tick:g}"), SMALL, Align.CENTER, Ink.QUIET))
    no_effect = shown.kin.measure.no_effect
    if no_effect is None:
        return parts, 26
    middle = scale.x(no_effect)
    parts.append(Line(middle, _HEAD - 6, middle, y, Ink.QUIET, 1.4))
    if shown.threshold:
        at = scale.x(_smallest_benefit(shown))
        parts.append(Line(at, _HEAD - 6, at, y, Ink.MIXED, 1.6, is_dashed=True))
        parts.append(Label(at, _HEAD - 16, "smallest that matters", SMALL, Align.CENTER, Ink.MIXED))
    sides = [
        *_side(_left_words(shown), middle - 8, y, Align.RIGHT),
        *_side(_right_words(shown), middle + 8, y, Align.LEFT),
    ]
    return parts + list(sides), max(side.y for side in sides) - y + 10


def _side(text: str, x: float, y: float, align: Align) -> tuple[Label, ...]:
    room = x if align is Align.RIGHT else _WIDTH - x
    return paragraph(x, y + 33, text, SMALL, min(room, 230), align=align, lines=3)


def _left_words(shown: Panel) -> str:
    """What it means to lie left of no effect."""
    if _is_neutral(shown):
        return f"◄\u00a0lower with {shown.claim.question.intervention}"
    return f"◄\u00a0favours {_sides(shown)[0]}"


def _right_words(shown: Panel) -> str:
    if _is_neutral(shown):
        return f"higher with {shown.claim.question.intervention}\u00a0►"
    return f"favours {_sides(shown)[1]}\u00a0►"


def _is_neutral(shown: Panel) -> bool:
    return shown.kin.better is Better.NEITHER or shown.claim.kind in _ASSOCIATIONS or shown.kin.measure is Measure.R


def _sides(shown: Panel) -> tuple[str, str]:
    question = shown.claim.question
    sides = (question.intervention, question.comparator or "the comparison")
    return sides if shown.kin.better is Better.LOWER else (sides[1], sides[0])
