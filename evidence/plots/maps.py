"""The evidence map: which interventions and outcomes the claims are about, what was found, and where nothing is."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from evidence.counting import counted
from evidence.errors import NothingToDraw
from evidence.library import Library
from evidence.model import Claim
from evidence.plots.drawing import Box, Label, Line, Part, Shape, Sign
from evidence.plots.frame import SMALL, framed, paragraph
from evidence.plots.grid import Grid, grid_of, outcome_of, row_of, topic_of
from evidence.plots.plot import Plot
from evidence.plots.signs import (
    certainty_key,
    claim_signs,
    rating_words,
    studies_of,
    studies_words,
    verdict_key,
    worst_first,
)
from evidence.plots.theme import Ink, Theme
from evidence.rows import Cell

__all__ = ["evidence_map"]

_LEFT, _SLOT_WIDTH, _SLOT_HEIGHT, _GAP = 150, 32, 44, 6
_TITLE_LINE = SMALL * 1.3
_LEAST, _MOST, _STEP = 9.0, 25.0, 3.2


def evidence_map(library: Library, claims: Iterable[Claim] | None = None, *, theme: Theme = Theme.LIGHT) -> Plot:
    """The claims (all, if none are given) as signs in a grid of interventions and outcomes; `data` has one row a claim.

    The row is that of `data/interventions.toml`; where a library has none, the topic. An outcome stands below the
    heading of `data/headings.toml` that has the concept which the claim's question names first; where a library has no
    headings, below that concept's own label. Signs are larger where more studies are cited.

    Raises:
        NothingToDraw: when there is no claim.
    """
    shown = sorted(library.claims.values() if claims is None else claims, key=worst_first)
    if not shown:
        raise NothingToDraw("There is no claim to put on the map.")
    grid = grid_of(shown, library)
    body, width, height = _body(grid)
    count = counted(len(shown), "claim")
    drawing = framed(
        body,
        width=width,
        height=height,
        records="claim",
        title=f"Evidence map: {count}",
        subtitle=f"By {grid.rows_are} and outcome. One sign a claim, larger with more studies.",
    )
    return Plot(
        title="Evidence map",
        description=f"{count} by {grid.rows_are} and outcome. {_summary(grid)}",
        text=_text(grid),
        data=tuple(_row(claim, library) for claim in shown),
        drawing=drawing,
        theme=Theme(theme),
    )


def _body(grid: Grid) -> tuple[list[Part], float, float]:
    lefts, width = _columns(grid)
    titles, top = _titles(grid, lefts)
    parts: list[Part] = list(titles)
    y = top
    for place, row in enumerate(grid.rows):
        height = float(grid.down(row) * _SLOT_HEIGHT + 2 * _GAP)
        if place % 2 == 0:
            parts.append(Box(0, y, width, y + height))
        parts += paragraph(6, y + 20, row, 12, _LEFT - 14, is_bold=True)
        for outcome, left in lefts.items():
            parts += _cell(grid.cells[row, outcome], grid.across(outcome), left + _GAP, y + _GAP)
        y += height
    parts += [Line(left, top, left, y) for left in (*lefts.values(), width)]
    parts += [Line(0, edge, width, edge) for edge in (top, y)]
    key, below = _key(y + 20, width)
    return [*parts, *key], width, below


def _columns(grid: Grid) -> tuple[dict[str, float], float]:
    """The left edge of each column, and the right edge of the last."""
    lefts: dict[str, float] = {}
    x = float(_LEFT)
    for outcome in grid.outcomes:
        lefts[outcome] = x
        x += grid.across(outcome) * _SLOT_WIDTH + 2 * _GAP
    return lefts, x


def _titles(grid: Grid, lefts: dict[str, float]) -> tuple[list[Part], float]:
    """The columns' titles, all ending on one line, and where the grid begins below them."""
    rooms = {outcome: grid.across(outcome) * _SLOT_WIDTH + _GAP for outcome in grid.outcomes}
    written = {outcome: paragraph(0, 0, outcome, SMALL, room, is_bold=True) for outcome, room in rooms.items()}
    most = max(map(len, written.values()))
    parts: list[Part] = [
        replace(line, x=lefts[outcome] + 4, y=_TITLE_LINE * (most - len(lines) + place))
        for outcome, lines in written.items()
        for place, line in enumerate(lines)
    ]
    return parts, most * _TITLE_LINE


def _cell(claims: tuple[Claim, ...], across: int, left: float, top: float) -> Iterator[Part]:
    for place, claim in enumerate(claims):
        x = left + _SLOT_WIDTH * (place % across + 0.5)
        yield from claim_signs(claim, x, top + _SLOT_HEIGHT * (place // across) + 15, _size(studies_of(claim)))


def _size(studies: int) -> float:
    """By the root of the number of studies, so that it is the area that grows with them."""
    return min(_MOST, _LEAST + _STEP * math.sqrt(studies))


def _key(y: float, width: float) -> tuple[list[Part], float]:
    """What signs, dots and sizes mean, and where it ends."""
    verdicts, height = verdict_key(y, width)
    parts = [*verdicts, certainty_key(y + height)]
    x, y = 8.0, y + height + 26
    for studies in (0, 1, 5, 15):
        parts += [
            Sign(x, y, Shape.CIRCLE, _size(studies), Ink.OPEN, False, tip=studies_words(studies)),
            Label(x + 15, y, studies_words(studies), SMALL),
        ]
        x += 96
    return parts, y + 14


def _summary(grid: Grid) -> str:
    (row, outcome), fullest = max(grid.cells.items(), key=lambda item: len(item[1]))
    return (
        f"{_counted_rows(grid)}, {len(grid.outcomes)} groups of outcomes; most claims, {len(fullest)}, are under "
        f"“{outcome}” in “{row}”. {len(grid.empty)} of {len(grid.cells)} cells are empty."
    )


def _counted_rows(grid: Grid) -> str:
    return (
        f"{len(grid.rows)} groups of interventions and exposures"
        if grid.by_intervention
        else f"{len(grid.rows)} topics"
    )


def _text(grid: Grid) -> str:
    lines = [f"Evidence map. {_summary(grid)}"]
    for row in grid.rows:
        cells = {outcome: grid.cells[row, outcome] for outcome in grid.outcomes}
        lines.append(f"{row}: {counted(sum(map(len, cells.values())), 'claim')}.")
        for outcome, claims in cells.items():
            if claims:
                lines += [f"  {outcome}: {len(claims)}.", *(f"    {_told(claim)}" for claim in claims)]
        if empty := [outcome for outcome, claims in cells.items() if not claims]:
            lines.append(f"  No claim on: {'; '.join(empty)}.")
    return "\n".join(lines)


def _told(claim: Claim) -> str:
    return f"{claim.statement} {rating_words(claim).capitalize()}; {studies_words(studies_of(claim))}."


def _row(claim: Claim, library: Library) -> dict[str, Cell]:
    return {
        "claim": claim.id,
        "statement": claim.statement,
        "intervention": row_of(claim, library) if library.interventions else None,
        "topic": topic_of(claim, library),
        "outcome": outcome_of(claim, library),
        "verdict": claim.verdict.value,
        "certainty": claim.certainty.value if claim.certainty else None,
        "studies": studies_of(claim),
    }
