"""Links to pages, as HTML: an ordinary address that a new tab opens, and that a click follows without a new session."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from evidence.dashboard.assets import asset
from evidence.library import Library
from evidence.model import Article, Claim, Study

__all__ = ["article_link", "claim_link", "follow", "link", "study_link", "with_studies"]

# A reloaded page is a new session, in which the basket would be empty. So a plain click on a link of ours becomes a
# step in the browser's history, which Streamlit follows within the session; every other click stays the browser's.
_FOLLOW = st.components.v2.component("evidence_follow", html="<span></span>", js=asset("follow.js"))

_FIRST = "claims"
_KEY = re.compile(r"\b([a-z]+[0-9]{4}[a-z0-9]+)\b")


def follow() -> None:
    """Follow links of ours within the session; the frame does it before a page is drawn."""
    _FOLLOW(key="follow")


def link(path: str, text: str | Markup, query: Mapping[str, str | Sequence[str]] | None = None) -> Markup:
    """A link to the page of that address (`claims`, `studies`, `map` …) with these query parameters."""
    place = "./" if path == _FIRST else path  # Streamlit knows the first page by no other address
    address = f"{place}?{urlencode(query, doseq=True)}" if query else place
    return Markup('<a class="ev-go" href="{}" target="_self">{}</a>').format(address, text)


def claim_link(claim: Claim) -> Markup:
    """A claim's statement as a link to its page."""
    return link("claim", claim.statement, {"id": claim.id})


def study_link(study: Study) -> Markup:
    """A study's label as a link to its page."""
    return link("study", study.reference.label, {"id": study.key})


def with_studies(text: str, library: Library) -> Markup:
    """A text from a record with each key of a study in it turned into the link that a reader understands."""
    pieces = (study_link(library.studies[one]) if one in library.studies else one for one in _KEY.split(text))
    return Markup("").join(pieces)


def article_link(article: Article) -> Markup:
    """An article's title as a link to its page."""
    return link("article", article.title, {"id": article.id})
