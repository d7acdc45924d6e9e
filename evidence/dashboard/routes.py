"""The pages' addresses.

Functions and no constants: Streamlit makes a page for the session that asks, and not while modules are imported.
"""

from pathlib import Path

import streamlit as st

from evidence.dashboard import basket

__all__ = [
    "article",
    "articles",
    "check",
    "claim",
    "claims",
    "evidence_map",
    "export",
    "method",
    "pages",
    "quality",
    "studies",
    "study",
]

_PAGES = Path(__file__).with_name("pages")


def pages() -> "list[st.Page]":
    """All pages; those of one record are reached through links and stand in no menu."""
    listed = [claims(), check(), studies(), articles(), evidence_map(), export(), method(), quality()]
    return [*listed, claim(), study(), article()]


def claims() -> "st.Page":
    """The page on which claims are found."""
    return st.Page(_PAGES / "claims.py", title="Find", url_path="claims", default=True)


def claim() -> "st.Page":
    """The page of one claim; the query parameter `id` names it."""
    return st.Page(_PAGES / "claim.py", title="Claim", url_path="claim", visibility="hidden")


def check() -> "st.Page":
    """The page on which a draft is checked."""
    return st.Page(_PAGES / "check.py", title="Check a draft", url_path="check")


def studies() -> "st.Page":
    """The list of studies."""
    return st.Page(_PAGES / "studies.py", title="Studies", url_path="studies")


def study() -> "st.Page":
    """The page of one study; the query parameter `id` is its key."""
    return st.Page(_PAGES / "study.py", title="Study", url_path="study", visibility="hidden")


def articles() -> "st.Page":
    """The list of articles, a report card each."""
    return st.Page(_PAGES / "articles.py", title="Articles", url_path="articles")


def article() -> "st.Page":
    """The page of one article; the query parameter `id` names it."""
    return st.Page(_PAGES / "article.py", title="Article", url_path="article", visibility="hidden")


def evidence_map() -> "st.Page":
    """What was looked at, by intervention and outcome."""
    return st.Page(_PAGES / "map.py", title="Evidence map", url_path="map")


def export() -> "st.Page":
    """The references in the basket; the query parameter `key`, once for each study, fills it."""
    count = len(basket.keys())
    return st.Page(_PAGES / "export.py", title=f"Export ({count})" if count else "Export", url_path="export")


def method() -> "st.Page":
    """How a rating is made, and what the words mean."""
    return st.Page(_PAGES / "method.py", title="Method", url_path="method")


def quality() -> "st.Page":
    """What is overdue, unread or amiss in the data."""
    return st.Page(_PAGES / "quality.py", title="Data quality", url_path="quality")
