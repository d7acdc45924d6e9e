"""`evidence plot`."""

from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path

from evidence import plots
from evidence.cli.exits import Exit
from evidence.cli.library import open_library
from evidence.cli.output import say, write
from evidence.export import csv_text
from evidence.library import Library
from evidence.plots import PictureFormat, Plot
from evidence.store.save import write_bytes, write_text

__all__ = ["run"]

_OF_ONE: dict[str, Callable[..., Plot]] = {
    "forest": plots.forest,
    "direction": plots.effect_direction,
    "bias": plots.risk_of_bias,
    "card": plots.report_card,
    "wording": plots.wording_against_evidence,
}


def run(arguments: Namespace) -> Exit:
    """Draw a plot into a file, or print it as text or as rows."""
    of_all = arguments.plot not in _OF_ONE
    if of_all is bool(arguments.id):
        say(f"evidence: {_TOO_MUCH if of_all else _MISSING} See: evidence plot --help")
        return Exit.USAGE
    if arguments.output and arguments.output.suffix.lower() not in _WRITERS:
        say(f"evidence: The file's ending says what is written: {', '.join(_WRITERS)}, not {arguments.output.name!r}.")
        return Exit.USAGE
    plot = _drawn(open_library(arguments.library), arguments)
    if arguments.output:
        _WRITERS[arguments.output.suffix.lower()](plot, arguments.output)
        say(f"wrote {arguments.output}")
    else:
        write(csv_text(plot.data) if arguments.format == "csv" else f"{plot.text}\n")
    return Exit.FINE


_MISSING = "Name the claim (forest, direction, bias) or the article (card, wording)."
_TOO_MUCH = "The map is of the whole library; it takes no id."


def _drawn(library: Library, arguments: Namespace) -> Plot:
    if arguments.plot in _OF_ONE:
        return _OF_ONE[arguments.plot](library, arguments.id, theme=plots.Theme(arguments.theme))
    return plots.evidence_map(library, theme=plots.Theme(arguments.theme))


def _picture(plot: Plot, path: Path, *, format: PictureFormat) -> None:
    write_bytes(path, plots.render(plot, format))


_WRITERS: dict[str, Callable[[Plot, Path], None]] = {
    **{f".{format.value}": partial(_picture, format=format) for format in PictureFormat},
    ".csv": lambda plot, path: write_text(path, csv_text(plot.data)),
    ".txt": lambda plot, path: write_text(path, f"{plot.text}\n"),
}
