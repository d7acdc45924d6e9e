"""The library that the dashboard shows, read once for all visitors."""

import gc
import os
from datetime import date

import streamlit as st

from evidence.library import Library
from evidence.search import search
from evidence.store import load

__all__ = ["library", "read_again", "today"]


def library() -> Library:
    """The library that `EVIDENCE_LIBRARY` names, or the one that ships."""
    return _read(os.environ.get("EVIDENCE_LIBRARY") or None)


@st.cache_resource(show_spinner="Reading the library …")
def _read(folder: str | None) -> Library:
    found = load(folder)
    search(found, "evidence")  # makes the index now, so that the first reader to type need not wait for it
    gc.freeze()  # it lives as long as the server: Streamlit looks for garbage after every run, but not among it
    return found


def read_again() -> None:
    """Let whoever asks for the library next, in whatever session, get it as its files are now."""
    _read.clear()


def today() -> date:
    """The day of this computer, from which reviews are overdue."""
    return date.today()
