"""The facets of claims at the side of a page: what can be chosen, with live counts, and what was."""

from collections import Counter
from collections.abc import Callable

import streamlit as st

from evidence.dashboard.markdown import plain
from evidence.filters import Filter, Review, Searched, facets
from evidence.library import Library
from evidence.model import Certainty, Design, Kind, Verdict

__all__ = ["HEADINGS", "clear", "draw", "drop", "known", "name_of", "single", "wanted"]

HEADINGS = {
    "at_least": "How sure, at least",
    "verdict": "Verdict",
    "topic": "Topic",
    "article": "Said in",
    "kind": "Kind of claim",
    "design": "Design of a study",
    "searched": "Studies last searched for",
    "review": "Needs review",
}
_FIRST = ("at_least", "verdict", "topic")
_SINGLE = ("at_least", "searched")


def known(library: Library) -> dict[str, tuple[str, ...]]:
    """The values of each facet that a reader may choose several of."""
    return {
        "verdict": tuple(Verdict),
        "topic": tuple(library.topics),
        "article": tuple(library.articles),
        "kind": tuple(Kind),
        "design": tuple(Design),
        "review": tuple(Review),
        "claim": tuple(library.claims),
    }


def single() -> dict[str, tuple[str, ...]]:
    """The values of each facet of which a reader chooses one, none first."""
    return {"at_least": ("", *Certainty), "searched": ("", *Searched)}


def wanted() -> Filter:
    """The filter that the widgets hold."""
    state = st.session_state
    one = {facet: (state[facet],) for facet in _SINGLE if state.get(facet)}
    many = {facet: tuple(state.get(facet) or ()) for facet in (*HEADINGS, "claim") if facet not in _SINGLE}
    return Filter(words=state.get("q") or "", **many, **one)


def draw(library: Library, on_change: Callable[[], None]) -> None:
    """All facets; those that most readers do without are folded away until one of them is chosen."""
    chosen = wanted()
    counts = facets(library, chosen)
    for facet in _FIRST:
        _draw(facet, library, chosen, counts[facet], on_change)
    others = [facet for facet in HEADINGS if facet not in _FIRST]
    is_chosen = any(getattr(chosen, facet) for facet in others)
    with st.expander("More ways to narrow down", expanded=is_chosen, key="more", on_change="rerun") as more:
        # What is folded away is not made: it would take the browser a fifth of the time of every answer.
        for facet in others if is_chosen or more.open else ():
            _draw(facet, library, chosen, counts[facet], on_change)
    st.button("Clear all", on_click=clear, disabled=chosen == Filter())


def _draw(facet: str, library: Library, chosen: Filter, counts: Counter[str], on_change: Callable[[], None]) -> None:
    values = {**known(library), **single()}[facet]
    shown = [value for value in values if counts[value] or value in getattr(chosen, facet)]
    labels = {value: f"{plain(name_of(facet, value, library))} · {counts[value]}" for value in shown}
    if not shown:
        return
    if facet in _SINGLE:
        st.pills(HEADINGS[facet], shown, format_func=labels.__getitem__, key=facet, on_change=on_change)
    else:
        st.pills(
            HEADINGS[facet],
            shown,
            selection_mode="multi",
            format_func=labels.__getitem__,
            key=facet,
            on_change=on_change,
        )


def name_of(facet: str, value: str, library: Library) -> str:
    """A value of a facet as it is shown to a reader."""
    match facet:
        case "at_least":
            return f"{Certainty(value).symbol} {Certainty(value).words}"
        case "topic":
            return library.topics[value].title if value in library.topics else value
        case "article":
            return library.articles[value].publisher if value in library.articles else value
        case "searched":
            return Searched(value).words
        case "review":
            return Review(value).words
        case "design":
            return Design(value).words
        case _:
            return value.replace("_", " ")


def drop(name: str) -> None:
    """Choose nothing of a facet, or no words."""
    if name == "words":
        st.session_state["q"] = ""
    else:
        st.session_state[name] = None if name in _SINGLE else []
    st.session_state["page"] = 1


def clear() -> None:
    """Choose nothing at all."""
    for name in ("words", "claim", *HEADINGS):
        drop(name)
