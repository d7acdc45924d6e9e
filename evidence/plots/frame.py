"""What every plot has about it: the title above, notes below, and the drawing between."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from evidence.model import Reference
from evidence.plots.drawing import Align, Box, Drawing, Label, Line, Part
from evidence.plots.lettering import cut, width_of, wrap
from evidence.plots.theme import Ink

__all__ = ["SMALL", "framed", "paragraph", "short_label"]

SMALL = 11
"""The size of second lines and notes."""

_TITLE, _SUBTITLE = 17, 13


def framed(
    body: Iterable[Part],
    *,
    width: float,
    height: float,
    records: str,
    title: str,
    subtitle: str = "",
    notes: Sequence[str] = (),
) -> Drawing:
    """A drawing of `height` with title and subtitle above it and notes below, all within `width`."""
    head = paragraph(0, 10, title, _TITLE, width, is_bold=True)
    head += paragraph(0, _below(head, 10) + 4, subtitle, _SUBTITLE, width, ink=Ink.QUIET) if subtitle else ()
    top = _below(head, 10) + 8
    foot: tuple[Label, ...] = ()
    for note in notes:
        foot += paragraph(0, _below(foot, top + height + 14), note, SMALL, width, ink=Ink.QUIET)
    parts = (*head, *(_shifted(part, top) for part in body), *foot)
    return Drawing(width, _below(foot, top + height), parts, records)


def paragraph(
    x: float,
    y: float,
    text: str,
    size: float,
    room: float,
    *,
    ink: Ink = Ink.TEXT,
    align: Align = Align.LEFT,
    is_bold: bool = False,
    lines: int = 99,
) -> tuple[Label, ...]:
    """A text in lines below each other, the first at `y`."""
    pieces = wrap(text, size, room, lines=lines, is_bold=is_bold)
    step = size * 1.3
    return tuple(
        Label(x, y + step * place, piece, size, align, ink, is_bold=is_bold) for place, piece in enumerate(pieces)
    )


def short_label(reference: Reference, size: float, room: float, after: str = "") -> str:
    """Author and year in that room: a long name is cut, the year never."""
    who, _, year = reference.label.rpartition(" ")
    end = f" {year}{after}"
    return f"{cut(who, size, room - width_of(end, size))}{end}"


def _below(labels: Sequence[Label], otherwise: float) -> float:
    """The middle of the line after the last of these."""
    return labels[-1].y + labels[-1].size * 1.3 if labels else otherwise


def _shifted(part: Part, by: float) -> Part:
    if isinstance(part, Box | Line):
        return replace(part, y=part.y + by, y2=part.y2 + by)
    return replace(part, y=part.y + by)
