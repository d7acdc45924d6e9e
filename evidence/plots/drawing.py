"""What a plot is drawn with: boxes, lines, signs and labels, at places in pixels from the upper left corner.

All places are computed here and not left to a charting library: columns of text beside an axis, several claims in one
cell and pooled diamonds then stand where they should in every browser and on paper, and nothing is cut.
"""

from dataclasses import dataclass
from enum import StrEnum

from evidence.plots.theme import Ink

__all__ = ["Align", "Box", "Drawing", "Label", "Line", "Part", "Shape", "Sign"]


class Align(StrEnum):
    """On which side of its place a label stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Shape(StrEnum):
    """The outline of a sign; the value is Vega's name for it, or a path within -1 and 1."""

    CIRCLE = "circle"
    SQUARE = "square"
    DIAMOND = "diamond"
    UP = "M-1,0.85L0,-0.9L1,0.85Z"
    DOWN = "M-1,-0.85L0,0.9L1,-0.85Z"
    LEFT_RIGHT = "M-1,0L-0.3,-0.65L-0.3,-0.25L0.3,-0.25L0.3,-0.65L1,0L0.3,0.65L0.3,0.25L-0.3,0.25L-0.3,0.65Z"
    CROSS = "M-0.9,-0.6L-0.6,-0.9L0,-0.3L0.6,-0.9L0.9,-0.6L0.3,0L0.9,0.6L0.6,0.9L0,0.3L-0.6,0.9L-0.9,0.6L-0.3,0Z"
    DASH = "M-0.9,-0.22L0.9,-0.22L0.9,0.22L-0.9,0.22Z"
    TO_LEFT = "M-0.5,0L0.5,-0.7L0.5,0.7Z"
    TO_RIGHT = "M0.5,0L-0.5,-0.7L-0.5,0.7Z"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, behind everything else."""

    x: float
    y: float
    x2: float
    y2: float
    ink: Ink = Ink.BAND


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line, below the signs or (`is_front`) above them."""

    x: float
    y: float
    x2: float
    y2: float
    ink: Ink = Ink.RULE
    width: float = 1
    is_dashed: bool = False
    is_front: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """A symbol that stands for something: `size` across, `tip` when pointed at, `record` the id that it stands for.

    `shape` is one of `Shape`, or a path of its own within -1 and 1, which `size` stretches.
    """

    x: float
    y: float
    shape: str
    size: float
    ink: Ink
    is_filled: bool = True
    is_dashed: bool = False
    tip: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text, its middle at `y`."""

    x: float
    y: float
    text: str
    size: float = 12
    align: Align = Align.LEFT
    ink: Ink = Ink.TEXT
    is_bold: bool = False


Part = Box | Line | Sign | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """All parts of a plot; `records` says of which noun the ids of its signs are: claim, or study."""

    width: float
    height: float
    parts: tuple[Part, ...]
    records: str
