"""The pages' addresses."""

from pathlib import Path

import streamlit as st

__all__ = ["CLAIM", "CLAIMS"]

_PAGES = Path(__file__).with_name("pages")

CLAIMS = st.Page(_PAGES / "claims.py", title="Claims", url_path="claims", default=True)
CLAIM = st.Page(_PAGES / "claim.py", title="One claim", url_path="claim")
