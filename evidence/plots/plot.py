"""A plot: the picture, and everything that it shows in words and in rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evidence.errors import MissingExtra
from evidence.plots.drawing import Drawing
from evidence.plots.spec import to_vega_lite
from evidence.plots.theme import Theme
from evidence.rows import Cell

if TYPE_CHECKING:
    import altair

__all__ = ["Plot"]


@dataclass(frozen=True, slots=True)
class Plot:
    """A picture with its twins.

    `title` stands in the picture; `description` is what a reader is told who does not see it; `text` tells all that it
    shows, line by line, to be read aloud; `data` are the rows from which it was drawn, each with the same keys.
    """

    title: str
    description: str
    text: str
    data: tuple[Mapping[str, Cell], ...]
    drawing: Drawing
    theme: Theme

    @property
    def spec(self) -> dict[str, Any]:
        """The picture as a Vega-Lite specification."""
        return to_vega_lite(self.drawing, self.theme, title=self.title, description=self.description)

    @property
    def chart(self) -> "altair.LayerChart":
        """The picture as an Altair chart, with a selection named as the noun in `drawing.records`.

        Raises:
            MissingExtra: when Altair is not installed.
        """
        try:
            import altair
        except ImportError as error:
            raise MissingExtra("A chart", "figures") from error
        return altair.LayerChart.from_dict(self.spec)
