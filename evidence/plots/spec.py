"""A drawing → a Vega-Lite specification (https://vega.github.io/vega-lite/docs/spec.html), as a plain dictionary.

One layer for each kind of part, the same every time: no counter, no clock, no order of a set goes in.
"""

import re
from collections.abc import Iterable
from typing import Any

from evidence.export.visible import visible
from evidence.plots.drawing import Box, Drawing, Label, Line, Sign
from evidence.plots.lettering import FONT
from evidence.plots.theme import Ink, Theme

__all__ = ["to_vega_lite"]

_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
# One number would do for Vega-Lite, but Streamlit writes into the sides.
_PADDING = dict.fromkeys(("left", "top", "right", "bottom"), 12)
_DASHES = [4, 3]
_SIGNS = "signs"
# Two signs that XML forbids and `visible` lets through.
_NOT_IN_XML = re.compile("[\ufffe\uffff]")


def to_vega_lite(drawing: Drawing, theme: Theme, *, title: str, description: str) -> dict[str, Any]:
    """The specification of a drawing on a ground; `title` and `description` are read to who does not see it."""
    layers = (
        _boxes(drawing, theme),
        _lines(drawing, theme, is_front=False),
        _signs(drawing, theme),
        _lines(drawing, theme, is_front=True),
        _labels(drawing, theme),
    )
    return {
        "$schema": _SCHEMA,
        "description": _clean(f"{title}. {description}"),
        "width": drawing.width,
        "height": drawing.height,
        "padding": dict(_PADDING),
        "background": theme.colour(Ink.GROUND),
        "config": {"view": {"stroke": None}, "font": FONT, "aria": True},
        "params": [_selection(drawing)],
        "layer": list(layers),
    }


def _selection(drawing: Drawing) -> dict[str, Any]:
    """That a sign can be chosen. At the top, since Altair loses track of where one inside a layer belongs."""
    select = {"type": "point", "fields": [drawing.records]}
    return {"name": drawing.records, "select": select, "views": [_SIGNS]}


def _boxes(drawing: Drawing, theme: Theme) -> dict[str, Any]:
    rows = [
        {"x": part.x, "y": part.y, "x2": part.x2, "y2": part.y2, "colour": theme.colour(part.ink)}
        for part in drawing.parts
        if isinstance(part, Box)
    ]
    return _layer({"type": "rect", "aria": False}, rows, drawing, _ends() | {"color": _as_is("colour")})


def _lines(drawing: Drawing, theme: Theme, *, is_front: bool) -> dict[str, Any]:
    rows = [
        {
            "x": part.x,
            "y": part.y,
            "x2": part.x2,
            "y2": part.y2,
            "colour": theme.colour(part.ink),
            "width": part.width,
            "dash": _DASHES if part.is_dashed else [1, 0],
        }
        for part in drawing.parts
        if isinstance(part, Line) and part.is_front is is_front
    ]
    encoding = _ends() | {
        "color": _as_is("colour"),
        "strokeWidth": _as_is("width", "quantitative"),
        "strokeDash": _as_is("dash"),
    }
    return _layer({"type": "rule", "aria": False}, rows, drawing, encoding)


def _signs(drawing: Drawing, theme: Theme) -> dict[str, Any]:
    rows = [_sign(part, drawing, theme) for part in drawing.parts if isinstance(part, Sign)]
    encoding = {
        "shape": _as_is("shape"),
        "size": _as_is("size", "quantitative"),
        "fill": _as_is("fill"),
        "stroke": _as_is("colour"),
        "strokeDash": _as_is("dash"),
        "tooltip": {"field": "tip", "type": "nominal"},
        "description": {"field": "tip", "type": "nominal"},
    }
    layer = _layer({"type": "point", "opacity": 1, "strokeWidth": 1.6}, rows, drawing, encoding)
    return layer | {"name": _SIGNS}


def _sign(part: Sign, drawing: Drawing, theme: Theme) -> dict[str, Any]:
    return {
        "x": part.x,
        "y": part.y,
        "shape": str(part.shape),
        "size": part.size**2,
        "colour": theme.colour(part.ink),
        "fill": theme.colour(part.ink if part.is_filled else Ink.GROUND),
        "dash": [2.5, 2] if part.is_dashed else [1, 0],
        "tip": _clean(part.tip),
        drawing.records: part.record,
    }


def _labels(drawing: Drawing, theme: Theme) -> dict[str, Any]:
    rows = [
        {
            "x": part.x,
            "y": part.y,
            "text": _clean(part.text),
            "size": part.size,
            "align": part.align.value,
            "weight": "bold" if part.is_bold else "normal",
            "colour": theme.colour(part.ink),
        }
        for part in drawing.parts
        if isinstance(part, Label)
    ]
    mark = {
        "type": "text",
        "baseline": "middle",
        "align": {"expr": "datum.align"},
        "fontWeight": {"expr": "datum.weight"},
        "fontSize": {"expr": "datum.size"},
        "tooltip": None,
    }
    encoding = {"text": {"field": "text", "type": "nominal"}, "color": _as_is("colour")}
    return _layer(mark, rows, drawing, encoding)


def _layer(
    mark: dict[str, Any], rows: Iterable[dict[str, Any]], drawing: Drawing, encoding: dict[str, Any]
) -> dict[str, Any]:
    places = {"x": _place("x", [0, drawing.width]), "y": _place("y", [drawing.height, 0])}
    return {"mark": mark, "data": {"values": list(rows)}, "encoding": places | encoding}


def _place(name: str, domain: list[float]) -> dict[str, Any]:
    scale = {"domain": domain, "nice": False, "zero": False}
    return {"field": name, "type": "quantitative", "scale": scale, "axis": None}


def _ends() -> dict[str, Any]:
    return {"x2": {"field": "x2"}, "y2": {"field": "y2"}}


def _as_is(field: str, type: str = "nominal") -> dict[str, Any]:
    """A field whose values are what is drawn, not steps on a scale."""
    return {"field": field, "type": type, "scale": None, "legend": None}


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("·", visible(text))
