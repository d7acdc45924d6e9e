"""The facets of claims at the side of a page: what can be chosen, with live counts, and what was."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import streamlit as st

from evidence.dashboard.assets import asset
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
_FIRST = ("at_least", "verdict", "topic", "article")
_SINGLE = ("at_least", "searched")

# Not Streamlit's pills: each reads its label as Markdown and measures it, with every answer anew (docs/decisions/026).
_KEY = "facets"
_ANSWERED = "facets.answered"
_FACETS = st.components.v2.component(
    "evidence_facets",
    html="<section></section><details><summary>More ways to narrow down</summary></details>",
    css=asset("facets.css"),
    js=asset("facets.js"),
)


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
    all = {**known(library), **single()}
    values = {facet: tuple(filter(None, all[facet])) for facet in HEADINGS}
    told = list(_told(library, wanted(), values))
    data = {"facets": told, "answered": st.session_state.get(_ANSWERED, 0)}
    _FACETS(key=_KEY, data=data, on_picked_change=partial(_take_over, values, on_change))
    st.button("Clear all", on_click=clear, disabled=wanted() == Filter())


def _told(library: Library, chosen: Filter, values: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, Any]]:
    """What the browser's part needs to know of each facet."""
    counts = facets(library, chosen)
    for facet, heading in HEADINGS.items():
        told = [
            {
                "value": value,
                "label": name_of(facet, value, library),
                "count": counts[facet][value],
                "chosen": value in getattr(chosen, facet),
            }
            for value in values[facet]
        ]
        yield {
            "name": facet,
            "heading": heading,
            "first": facet in _FIRST,
            "single": facet in _SINGLE,
            "values": told,
        }


def _take_over(values: Mapping[str, tuple[str, ...]], on_change: Callable[[], None]) -> None:
    """Choose what is chosen in the browser: of all facets, for a quick reader's clicks may arrive as one."""
    picked = st.session_state[_KEY]["picked"]
    st.session_state[_ANSWERED] = picked["number"]
    for facet, all in values.items():
        chosen = [value for value in all if value in picked["chosen"].get(facet, ())]
        st.session_state[facet] = next(iter(chosen), None) if facet in _SINGLE else chosen
    on_change()


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
