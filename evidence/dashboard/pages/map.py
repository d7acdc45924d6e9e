"""The evidence map: topics and outcomes as a grid, with what was found in each cell, and where nothing is."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from evidence.dashboard import data, drawn, parts, takeaway, tiles
from evidence.errors import NothingToDraw
from evidence.library import Library
from evidence.model import Claim
from evidence.plots import Plot, evidence_map, render


def page() -> None:
    """The grid, what its signs mean, the same in words, and its empty cells by name."""
    library = data.library()
    drawn.sheet()
    st.title("Evidence map", anchor=False)
    parts.text_html(
        "What the claims are about, by outcome and topic. Each sign is a claim; a cell's link leads to all its claims. "
        "An empty cell means that no article of this library claims anything there.",
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
    cells = _cells(plot, library)
    topics = _ordered({f"{row['topic']}" for row in plot.data}, [topic.title for topic in library.topics.values()])
    outcomes = _ordered({f"{row['outcome']}" for row in plot.data}, [heading.title for heading in library.headings])
    parts.show(tiles.grid(outcomes, topics, cells, "Claims by outcome and topic"))
    st.header("Where nothing is", anchor=False)
    parts.listing(_empty(topic, [one for one in outcomes if (one, topic) not in cells]) for topic in topics)
    with st.expander("The same in words"):
        parts.show(Markup('<p class="ev-text ev-lines">{}</p>').format(plot.text))


def _draw_takeaway(plot: Plot) -> None:
    with st.container(horizontal=True):
        takeaway.download_csv("Map (CSV)", plot.data, "evidence-map.csv")
        takeaway.download("Map (SVG)", lambda: render(plot, "svg"), "evidence-map.svg", "image/svg+xml")
        takeaway.copy_link()
        takeaway.print_page()


def _ordered(found: set[str], known: Sequence[str]) -> list[str]:
    """The titles in the library's order, all others behind."""
    places = {title: place for place, title in enumerate(known)}
    return sorted(found, key=lambda title: (places.get(title, len(places)), title))


def _cells(plot: Plot, library: Library) -> dict[tuple[str, str], Sequence[Claim]]:
    """The claims by outcome and topic."""
    cells: dict[tuple[str, str], list[Claim]] = {}
    for row in plot.data:
        cells.setdefault((f"{row['outcome']}", f"{row['topic']}"), []).append(library.claim(f"{row['claim']}"))
    return dict(cells)


def _empty(topic: str, outcomes: Sequence[str]) -> str:
    return f"{topic}: no claim on {'; '.join(outcomes).lower()}." if outcomes else f"{topic}: a claim on every outcome."


page()
