"""What a reader takes away: the page's address, a text, a file, a printed page."""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st

from evidence.dashboard.assets import asset
from evidence.export import csv_text
from evidence.rows import Cell

__all__ = ["copy_link", "copy_text", "download", "download_csv", "filters_button", "print_page"]

Rows = Iterable[Mapping[str, Cell]]

# One button for what only the browser can do. The texts come as data and are set as text, never as HTML.
_BUTTON = st.components.v2.component(
    "evidence_button",
    html='<span role="status" aria-live="polite"></span>',
    css=asset("button.css"),
    js=asset("button.js"),
)


def copy_link(label: str = "Copy link") -> None:
    """A button that copies the present address, filters and all; a fresh browser then shows the same view."""
    _BUTTON(key="copy-link", data={"act": "link", "label": label}, width="content")


def copy_text(text: str, key: str, label: str = "Copy") -> None:
    """A button that copies `text`; `key` tells it from the page's other buttons."""
    _BUTTON(key=f"copy-{key}", data={"act": "text", "label": label, "text": text}, width="content")


def print_page(label: str = "Print") -> None:
    """A button that opens the browser's print dialogue."""
    _BUTTON(key="print", data={"act": "print", "label": label}, width="content")


def filters_button() -> None:
    """A button that opens the panel at the side, where a narrow screen hides it."""
    _BUTTON(key="filters", data={"act": "filters", "label": "Filters"}, width="content")


def download(
    label: str,
    content: str | bytes | Callable[[], str | bytes],
    file_name: str,
    mime: str,
    *,
    disabled: bool = False,
    help: str | None = None,
) -> None:
    """A button that saves `content`, which is made when it is asked for if it is a function; one file name a page."""
    st.download_button(
        label, content, file_name, mime, key=f"download-{file_name}", on_click="ignore", disabled=disabled, help=help
    )


def download_csv(
    label: str, rows: Rows | Callable[[], Rows], file_name: str, columns: Iterable[str] = (), *, disabled: bool = False
) -> None:
    """A button that saves a table, made when it is asked for; `columns` names its columns where there may be no row."""
    download(
        label,
        lambda: csv_text(rows() if callable(rows) else rows, columns),
        file_name,
        "text/csv",
        disabled=disabled,
    )
