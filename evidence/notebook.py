"""What a notebook shows: pictures, checked drafts, tables that can be read, commands as in a terminal.

No script and no network is needed to show any of it, so that a notebook looks the same in JupyterLab and as a page.
"""

import os
import shlex
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from evidence.drafts.report import Report
from evidence.export.html import html
from evidence.library import Library
from evidence.plots import PictureFormat, Plot, render

if TYPE_CHECKING:
    from pandas import DataFrame
    from pandas.io.formats.style import Styler

__all__ = ["CheckedDraft", "Picture", "run", "table"]

_COLUMNS = "100"
_FRAME = "width: 100%; height: 28rem; border: 1px solid #999"


@dataclass(frozen=True, slots=True)
class Picture:
    """A plot as a notebook shows it: still, with its description for who does not see it, and the same in words below.

    Where a notebook shows no pictures (a terminal) it is its words alone.
    """

    plot: Plot

    def __repr__(self) -> str:
        """The plot's twin in words."""
        return self.plot.text

    def _repr_html_(self) -> str:
        """The picture and its twin as a part of a page.

        Raises:
            MissingExtra: when the extra `figures` is not installed.
        """
        image = b64encode(render(self.plot, PictureFormat.SVG)).decode()
        return (
            '<figure style="margin: 0">'
            f'<img alt="{escape(self.plot.description)}" src="data:image/svg+xml;base64,{image}" '
            'style="max-width: 100%; height: auto">'
            "<details><summary>The same in words</summary>"
            f'<pre style="white-space: pre-wrap">{escape(self.plot.text)}</pre></details></figure>'
        )


@dataclass(frozen=True, slots=True)
class CheckedDraft:
    """A report as a notebook shows it: the page of `evidence check --format html` in a frame that can be scrolled."""

    report: Report
    library: Library

    def _repr_html_(self) -> str:
        """The page within the notebook's; it holds no script, and the frame would run none."""
        page = escape(html(self.report, self.library))
        return f'<iframe title="The checked draft" sandbox srcdoc="{page}" style="{_FRAME}"></iframe>'


def table(frame: "DataFrame") -> "Styler":
    """A DataFrame for reading: whole texts, set flush left, a dash where a value is missing, no row numbers."""
    left = {"text-align": "left", "vertical-align": "top"}
    heads = [{"selector": "th", "props": list(left.items())}]
    styled = frame.style.hide(axis="index").format(na_rep="–", escape="html")
    return styled.set_properties(**left).set_table_styles(heads)  # type: ignore[arg-type]


def run(command: str, *, folder: Path | None = None) -> int:
    """Run a command such as `evidence validate socks` in `folder`, print all that it says, and give its exit code.

    It finds the `evidence` that this notebook imports, whether or not a terminal would.

    Raises:
        ValueError: when the command is not one of `evidence`.
    """
    words = shlex.split(command)
    if words[:1] != ["evidence"]:
        raise ValueError(f"{command!r} is no command of evidence; begin with evidence.")
    done = subprocess.run(  # noqa: S603 (our own program, without a shell)
        [sys.executable, "-m", "evidence", *words[1:]],
        cwd=folder,
        env={**os.environ, "COLUMNS": _COLUMNS},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    print(done.stdout, end="")  # noqa: T201 (a cell's output)
    return done.returncode
