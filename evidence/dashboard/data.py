"""The library that the dashboard shows, read once for all visitors."""

import os

import streamlit as st

from evidence.library import Library
from evidence.store import load

__all__ = ["library"]


@st.cache_resource(show_spinner="Reading the library …")
def library() -> Library:
    """The library that `EVIDENCE_LIBRARY` names, or the one that ships."""
    return load(os.environ.get("EVIDENCE_LIBRARY") or None)
