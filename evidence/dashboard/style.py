"""The style sheet of all pages."""

import streamlit as st

from evidence.dashboard.assets import asset

__all__ = ["put"]


def put() -> None:
    """Put the style sheet in place; the frame does it for every page."""
    st.html(f"<style>{asset('style.css')}</style>")
