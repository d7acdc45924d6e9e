"""The pages' addresses.

Functions and no constants: Streamlit makes a page for the session that asks, and not while modules are imported.
"""

from pathlib import Path

import streamlit as st

__all__ = ["claim", "claims"]

_PAGES = Path(__file__).with_name("pages")


def claims() -> "st.Page":
    """The page on which claims are found."""
    return st.Page(_PAGES / "claims.py", title="Claims", url_path="claims", default=True)


def claim() -> "st.Page":
    """The page of one claim; the query parameter `id` names it."""
    return st.Page(_PAGES / "claim.py", title="One claim", url_path="claim")
