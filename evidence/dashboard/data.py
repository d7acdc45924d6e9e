"""The library that the dashboard shows, read once for all visitors."""

import os
from dataclasses import dataclass
from datetime import date

import streamlit as st

from evidence.dashboard import basket
from evidence.dashboard.garbage import Keeper
from evidence.library import Library
from evidence.search import search
from evidence.store import load

__all__ = ["library", "read_again", "tidy", "today"]


@dataclass
class _Shelf:
    """Where the library lies that is shown now."""

    library: Library


def library() -> Library:
    """The library that `EVIDENCE_LIBRARY` names, or the one that ships; a page asks once a run, and keeps it."""
    found = _shelf(_folder()).library
    basket.forget(found.studies)
    return found


def read_again() -> None:
    """Read the files as they are now, for whoever asks next, in whatever session; until then all keep what they have.

    Raises:
        UnreadableLibrary: when the folder is gone or empty; the library that was shown is shown further.
    """
    folder = _folder()
    _shelf(folder).library = _read(folder)  # not cleared first: others would wait, or find nothing


@st.cache_resource(show_spinner=False)
def _keeper() -> Keeper:
    return Keeper()


def tidy() -> None:
    """After a page was drawn: keep the search for garbage, which Streamlit makes after every run, from taking long."""
    _keeper().tidy()


def _folder() -> str | None:
    return os.environ.get("EVIDENCE_LIBRARY") or None


@st.cache_resource(show_spinner="Reading the library …")
def _shelf(folder: str | None) -> _Shelf:
    return _Shelf(_read(folder))


def _read(folder: str | None) -> Library:
    found = load(folder)
    search(found, "evidence")  # makes the index now, so that the first reader to type need not wait for it
    return found


def today() -> date:
    """The day of this computer, from which reviews are overdue."""
    return date.today()
