"""A plot → the bytes of a picture file, without a network or a browser."""

from enum import StrEnum

from evidence.errors import MissingExtra
from evidence.plots.plot import Plot

__all__ = ["PictureFormat", "render"]

# Twice the size in pixels at which it is shown: sharp on paper and on dense screens.
_SCALE = 2


class PictureFormat(StrEnum):
    """The kinds of picture file that a plot can become."""

    SVG = "svg"
    PDF = "pdf"
    PNG = "png"


def render(plot: Plot, format: PictureFormat | str) -> bytes:
    """The plot as a picture file.

    Raises:
        MissingExtra: when vl-convert is not installed.
        ValueError: when there is no such format.
    """
    wanted = PictureFormat(format)
    try:
        import vl_convert
    except ImportError as error:
        raise MissingExtra("A picture file", "figures") from error
    match wanted:
        case PictureFormat.SVG:
            return vl_convert.vegalite_to_svg(plot.spec).encode()
        case PictureFormat.PDF:
            return vl_convert.vegalite_to_pdf(plot.spec)
        case PictureFormat.PNG:
            return vl_convert.vegalite_to_png(plot.spec, scale=_SCALE)
