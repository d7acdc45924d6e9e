"""The evidence map: interventions and outcomes as a grid, with what was found in each cell, and where nothing is."""

import streamlit as st
from markupsafe import Markup

from evidence.counting import counted
from evidence.dashboard import cells, data, drawn, parts, takeaway, tiles
from evidence.errors import NothingToDraw
from evidence.library import Library
from evidence.plots import Plot, evidence_map, render
from evidence.plots.grid import Grid, grid_of
from evidence.plots.signs import worst_first


def page() -> None:
    """The grid, what its signs mean, the same in words, and its empty cells by name."""
    library = data.library()
    drawn.sheet()
    st.title("Evidence map", anchor=False)
    parts.text_html(
        "What is said to do what, and how that stands up. Each sign is a claim and leads to it; a cell's link leads to "
        "all its claims. An empty cell means that no article of this library claims anything there.",
        "ev-lead",
    )
    parts.problems_note(library)
    try:
        _draw(evidence_map(library), library)
    except NothingToDraw as reason:
        parts.text_html(str(reason))
    parts.disclaimer()


def _draw(plot: Plot, library: Library) -> None:
    _draw_takeaway(plot)
    parts.show(tiles.legend())
    grid = grid_of(sorted(library.claims.values(), key=worst_first), library)
    parts.show(cells.table(grid, f"Claims by {grid.rows_are} and outcome"))
    st.header("Where nothing is", anchor=False)
    parts.text_html(f"{counted(len(grid.empty), 'cell')} of {len(grid.cells)} hold no claim.")
    with st.expander("The empty cells by name"):
        parts.listing(_empty(grid, row) for row in grid.rows)
    with st.expander("The same in words"):
        parts.show(Markup('<p class="ev-text ev-lines">{}</p>').format(plot.text))


def _draw_takeaway(plot: Plot) -> None:
    with st.container(horizontal=True):
        takeaway.download_csv("Map (CSV)", plot.data, "evidence-map.csv")
        takeaway.download("Map (SVG)", lambda: render(plot, "svg"), "evidence-map.svg", "image/svg+xml")
        takeaway.copy_link()
        takeaway.print_page()


def _empty(grid: Grid, row: str) -> str:
    outcomes = [outcome for outcome in grid.outcomes if not grid.cells[row, outcome]]
    return f"{row}: no claim on {'; '.join(outcomes).lower()}." if outcomes else f"{row}: a claim on every outcome."


page()
