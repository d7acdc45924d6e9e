"""A picture with its twins: the chart, the same in words, its data as CSV."""

from collections.abc import Callable
from typing import Any

import streamlit as st
from markupsafe import Markup

from evidence.dashboard.parts import show, text_html
from evidence.dashboard.takeaway import download_csv
from evidence.errors import NothingToDraw
from evidence.plots import Plot, Theme

__all__ = ["picture", "theme"]

_PADDING = 12


def theme() -> Theme:
    """The theme in which the reader sees the page."""
    return Theme.DARK if st.context.theme.type == "dark" else Theme.LIGHT


def picture(draw: Callable[[Theme], Plot], key: str, *, picked: str = "") -> str | None:
    """Draw a plot with its twin in words and its data; where there is nothing to draw, say why.

    `picked` names the chart's selection (`claim` or `study`), if a click on a mark should be told of.

    Returns:
        The id of the record whose mark was clicked.
    """
    try:
        plot = draw(theme())
    except NothingToDraw as reason:
        text_html(str(reason), "ev-quiet")
        return None
    # Shown only where the screen is narrower than the picture.
    text_html("The picture goes on to the right: swipe it, or read the same in words below.", "ev-quiet ev-swipe")
    with st.container(key=f"plot-{theme()}-{key}"):
        chosen = _chart(plot, f"chart-{key}", picked)
    with st.expander("The same in words"):
        show(Markup('<p class="ev-text ev-lines">{}</p>').format(plot.text))
    download_csv("Data of this picture (CSV)", lambda: plot.data, f"{key}.csv")
    return chosen


def _chart(plot: Plot, key: str, picked: str) -> str | None:
    # theme=None: our colours, whose contrast is tested, and not Streamlit's.
    spec = _for_streamlit(plot.spec, picked)
    if not picked:
        st.vega_lite_chart(spec=spec, theme=None, width="content", key=key)
        return None
    event = st.vega_lite_chart(spec=spec, theme=None, width="content", key=key, on_select="rerun")
    marks = event.selection.get(picked) or [{}]
    found: str | None = marks[0].get(picked)
    return found


def _for_streamlit(spec: dict[str, Any], picked: str) -> dict[str, Any]:
    """The specification with what Streamlit's browser part asks for: padding by side, selections at the top."""
    params = [
        {**param, "views": [layer["name"]]}
        for layer in spec["layer"]
        for param in layer.get("params", ())
        if param["name"] == picked
    ]
    layers = [{name: value for name, value in layer.items() if name != "params"} for layer in spec["layer"]]
    padding = dict.fromkeys(("left", "top", "right", "bottom"), _PADDING)
    return {**spec, "padding": padding, "layer": layers, **({"params": params} if params else {})}
