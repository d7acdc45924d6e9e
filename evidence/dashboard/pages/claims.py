"""The page on which claims are found."""

from collections import Counter

import streamlit as st

from evidence.dashboard import address
from evidence.dashboard.data import library as read_library
from evidence.dashboard.parts import (
    DISCLAIMER,
    certainty_html,
    claim_link,
    plain,
    problems_note,
    style,
    text_html,
    verdict_html,
)
from evidence.export import cite, csv_text, studies_behind
from evidence.filters import FACETS, Filter, Selection, facets, select
from evidence.library import Library
from evidence.model import Certainty, Claim, Kind, Verdict
from evidence.rows import CLAIM_COLUMNS, claim_row

_HEADINGS = {
    "certainty": "How sure",
    "verdict": "Verdict",
    "topic": "Topic",
    "article": "Said in",
    "kind": "Kind of claim",
}


def page() -> None:
    """Search and facets, then the claims that fit, with what can be taken away."""
    library = read_library()
    options = _options(library)
    unknown = address.read(options, words="q")
    style()
    st.title("What do the studies say?", anchor=False)
    text_html(
        f"{len(library.claims)} claims that {len(library.articles)} health articles make, held against "
        f"{len(library.studies)} studies. What is not here has not been looked at, which does not make it false."
    )
    problems_note(library)
    if unknown:
        st.warning(plain(f"This address asks for something that does not exist: {', '.join(unknown)}."), icon="⚠️")
    st.text_input(
        "Search the claims",
        key="q",
        placeholder="puffy knee, endorphins, flat feet …",
        live=True,
        help="Lay and medical words find the same claims.",
    )
    wanted = _wanted()
    with st.sidebar:
        _draw_facets(library, options, wanted)
    wanted = _wanted()
    address.write({"q": [wanted.words], **{facet: getattr(wanted, facet) for facet in FACETS}})
    selection = select(library, wanted)
    text_html("Filters: the » button at the top left.", "ev-text ev-narrow")
    _draw_summary(library, selection)
    for claim in selection.claims:
        _draw_card(claim)
    if not selection.claims:
        _draw_nothing(library, wanted)
    text_html(DISCLAIMER, "ev-quiet")


def _options(library: Library) -> dict[str, tuple[str, ...]]:
    return {
        "certainty": tuple(Certainty),
        "verdict": tuple(Verdict),
        "topic": tuple(library.topics),
        "article": tuple(library.articles),
        "kind": tuple(Kind),
    }


def _wanted() -> Filter:
    chosen = {facet: tuple(st.session_state.get(facet) or ()) for facet in FACETS}
    return Filter(words=st.session_state.get("q") or "", **chosen)


def _draw_facets(library: Library, options: dict[str, tuple[str, ...]], wanted: Filter) -> None:
    counts = facets(library, wanted)
    for facet, heading in _HEADINGS.items():
        chosen = getattr(wanted, facet)
        shown = [value for value in options[facet] if counts[facet][value] or value in chosen]
        labels = {value: _label(library, facet, value, counts[facet]) for value in shown}
        st.pills(heading, shown, selection_mode="multi", format_func=labels.__getitem__, key=facet)
    st.button("Clear all", on_click=_clear, disabled=wanted == Filter())


def _label(library: Library, facet: str, value: str, counts: Counter[str]) -> str:
    match facet:
        case "certainty":
            name = f"{Certainty(value).symbol} {Certainty(value).words}"
        case "topic":
            name = plain(library.topics[value].title)
        case "article":
            name = plain(library.articles[value].publisher)
        case _:
            name = value.replace("_", " ")
    return f"{name} · {counts[value]}"


def _clear() -> None:
    for facet in FACETS:
        st.session_state[facet] = []
    st.session_state["q"] = ""


def _draw_summary(library: Library, selection: Selection) -> None:
    found = selection.claims
    widened = [f"{part.words} (also {', '.join(part.also[:6])} …)" for part in selection.parts if part.also]
    said = f"{len(found)} of {len(library.claims)} claims"
    text_html(said + (f". Looked for {'; '.join(widened)}" if widened else ""))
    studies = studies_behind(library, [claim.id for claim in found])
    with st.container(horizontal=True):
        st.download_button(
            f"Download {len(found)} claims (CSV)",
            csv_text(map(claim_row, found), CLAIM_COLUMNS),
            "claims.csv",
            "text/csv",
            on_click="ignore",
            disabled=not found,
        )
        st.download_button(
            f"Export {len(studies)} references (BibTeX)",
            cite(library, [study.key for study in studies]),
            "evidence.bib",
            "application/x-bibtex",
            on_click="ignore",
            disabled=not studies,
        )


def _draw_card(claim: Claim) -> None:
    with st.container(border=True, gap="xsmall"):
        claim_link(claim)
        text_html(claim.answer)
        count = len({citation.study for citation in claim.citations})
        studies = f"{count} {'study' if count == 1 else 'studies'}"
        st.html(f'{verdict_html(claim)} {certainty_html(claim)} · <span class="ev-quiet">{studies}</span>')


def _draw_nothing(library: Library, wanted: Filter) -> None:
    """No claim fits: say which single choice, once dropped, would show how many."""
    st.info("No claim fits all of this.")
    for name in ["words", *FACETS]:
        if value := getattr(wanted, name):
            count = len(select(library, wanted.without(name)).claims)
            said = value if isinstance(value, str) else ", ".join(value).replace("_", " ")
            text_html(f"Without “{said}”: {count} claims.")


page()
