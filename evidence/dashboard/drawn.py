"""Drawing for the pages of records: facts, how sure a claim is, and their style sheet."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from evidence.dashboard.marks import certainty_mark, suspended_mark
from evidence.dashboard.parts import show
from evidence.library import Library
from evidence.model import Claim
from evidence.suspension import suspension

__all__ = ["facts", "how_sure", "sheet"]


def sheet() -> None:
    """Put the style sheet of these drawings in place; once a page."""
    st.html(Path(__file__).with_suffix(".css"))


def facts(told: Mapping[str, str | Markup]) -> None:
    """Names with what there is to say of each."""
    lines = (Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, value) for name, value in told.items())
    show(Markup('<dl class="ev-facts">{}</dl>').format(Markup("").join(lines)))


def how_sure(claim: Claim, library: Library) -> Markup:
    """A claim's certainty; that it is suspended where it rests on a study that fell."""
    return suspended_mark() if suspension(claim, library) else certainty_mark(claim.certainty)
