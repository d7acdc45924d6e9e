"""How a claim's rating came about, how it was searched, and what became of the record."""

import json

import streamlit as st
from markupsafe import Markup

from evidence.dashboard import links, parts, takeaway
from evidence.library import Library
from evidence.model import Certainty, Claim, Step
from evidence.rating import Receipt, receipt

__all__ = ["draw_history", "draw_rating", "draw_searches"]


def draw_rating(claim: Claim, library: Library) -> None:
    """The receipt: from where the rating starts, each step with its reason, where it arrives."""
    if claim.rating is None:
        return
    st.header("How sure, and why", anchor=False)
    done = receipt(claim.rating)
    parts.table(
        ["Step", "Levels", "Because", "Studies", "Certainty"],
        _rows(done, library),
        "The rating's receipt",
        wide=["Because"],
        file_name=f"{claim.id}-receipt.csv",
    )
    parts.text_html(
        f"Informed by GRADE, not a GRADE rating. Rules {done.rules}, receipt SHA-256 {done.digest}", "ev-text ev-quiet"
    )
    takeaway.download(
        "Receipt (JSON)",
        json.dumps(done.to_dict(), ensure_ascii=False, indent=2) + "\n",
        f"{claim.id}-receipt.json",
        "application/json",
    )


def _rows(done: Receipt, library: Library) -> list[list[parts.Cell]]:
    rows: list[list[parts.Cell]] = [["start", "", done.start.words, "", _level(done.start.certainty)]]
    for line in done.lines:
        step = line.step
        levels = f"{step.levels:+d}".replace("-", "−")
        rows.append([step.domain.words, levels, step.reason, _named(step, library), _level(line.certainty)])
    return rows


def _named(step: Step, library: Library) -> Markup:
    studies = [links.study_link(library.studies[key]) if key in library.studies else key for key in step.studies]
    return Markup(", ").join(studies)


def _level(certainty: Certainty) -> str:
    return f"{certainty.symbol} {certainty.words}"


def draw_searches(claim: Claim) -> None:
    """The search log: where, with which words, when, and what was left out."""
    st.header("How it was searched", anchor=False)
    if not claim.searches:
        parts.text_html("No search is logged.")
        return
    last = max(search.on for search in claim.searches)
    read = sum(search.read for search in claim.searches)
    count = len(claim.searches)
    with st.expander(f"{count} {'search' if count == 1 else 'searches'}, the last on {last}; {read} pages read"):
        rows: list[list[parts.Cell]] = [
            [str(one.on), one.where, one.query, one.read, one.kept, one.left_out] for one in claim.searches
        ]
        headings = ["Day", "Where", "Words", "Read", "Kept", "Left out"]
        parts.table(headings, rows, "Search log", wide=["Words", "Left out"], file_name=f"{claim.id}-searches.csv")


def draw_history(claim: Claim) -> None:
    """When it was reviewed, when the next review is due, and what changed since."""
    st.header("History", anchor=False)
    parts.text_html(
        f"Figures read {claim.read.words}; reviewed {claim.reviewed}; next review by {claim.review_by}.", "ev-text"
    )
    parts.listing(f"{change.on}: {change.what} {change.why}".strip() for change in claim.changes)
