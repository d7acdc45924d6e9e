"""All studies: found by words and facets, each with its design, its people, its standing, and what rests on it."""

import streamlit as st
from markupsafe import Markup

from evidence.dashboard import address, basket, data, drawn, links, marks, paging, parts, takeaway
from evidence.dashboard.study_list import FACETS, Order, Wanted, counts, select
from evidence.library import Library
from evidence.model import Access, Design, Integrity, Study
from evidence.rows import STUDY_COLUMNS, study_row

_PAGE = 50
_HEADINGS = {
    "design": "How it was made",
    "topic": "Topic",
    "integrity": "Does it still stand?",
    "access": "What could be read",
}


def page() -> None:
    """Search and facets, then the table of the studies that fit."""
    library = data.library()
    options = {
        "design": tuple(Design),
        "topic": tuple(library.topics),
        "integrity": tuple(Integrity),
        "access": tuple(Access),
    }
    view = address.View(many=options, one={"sort": tuple(Order)}, text=("q",), number=("page",))
    unknown = view.read()
    drawn.sheet()
    st.title("Studies", anchor=False)
    parts.text_html("Every publication that a claim rests on, read on its own page, and for or against.", "ev-lead")
    parts.problems_note(library)
    if unknown:
        st.warning(parts.plain(f"This address asks for something that does not exist: {', '.join(unknown)}."), icon="⚠️")
    _draw_search()
    with st.sidebar:
        _draw_facets(library, options)
    found = select(library, _wanted(), Order(st.session_state["sort"]))
    _draw_takeaway(found, library)
    _draw_table(found, library)
    view.write()
    parts.disclaimer()


def _wanted() -> Wanted:
    chosen = {facet: tuple(st.session_state.get(facet) or ()) for facet in FACETS}
    return Wanted(words=st.session_state.get("q") or "", **chosen)


def _draw_search() -> None:
    left, right = st.columns([3, 1])
    with left:
        st.text_input(
            "Search the studies",
            key="q",
            placeholder="author, title, journal, year, DOI …",
            live=True,
            on_change=_first,
        )
    with right:
        st.selectbox("Order", tuple(Order), key="sort", format_func=lambda order: Order(order).words, on_change=_first)


def _draw_facets(library: Library, options: dict[str, tuple[str, ...]]) -> None:
    counted = counts(library, _wanted())
    for facet, heading in _HEADINGS.items():
        chosen = st.session_state.get(facet) or ()
        shown = [value for value in options[facet] if counted[facet][value] or value in chosen]
        labels = {value: f"{parts.plain(_name(facet, value, library))} · {counted[facet][value]}" for value in shown}
        st.pills(heading, shown, selection_mode="multi", format_func=labels.__getitem__, key=facet, on_change=_first)
    st.button("Clear all", on_click=_clear, disabled=_wanted() == Wanted())


def _name(facet: str, value: str, library: Library) -> str:
    if facet == "topic":
        return library.topics[value].title
    return Design(value).words if facet == "design" else value.replace("_", " ")


def _first() -> None:
    st.session_state["page"] = 1


def _clear() -> None:
    for facet in FACETS:
        st.session_state[facet] = []
    st.session_state["q"] = ""
    _first()


def _draw_takeaway(found: tuple[Study, ...], library: Library) -> None:
    parts.text_html(f"{len(found)} of {len(library.studies)} studies")
    with st.container(horizontal=True):
        takeaway.filters_button()
        takeaway.download_csv(
            f"Download {len(found)} studies (CSV)",
            lambda: [study_row(study, library) for study in found],
            "studies.csv",
            STUDY_COLUMNS,
        )
        basket.add_button(found, place="studies")
        takeaway.copy_link()
        takeaway.print_page()


def _draw_table(found: tuple[Study, ...], library: Library) -> None:
    if not found:
        st.info("No study fits all of this.")
        return
    pages = -(-len(found) // _PAGE)
    start = (paging.here(pages) - 1) * _PAGE
    parts.table(
        ["study", "design", "people", "standing", "claims"],
        [_row(study, library) for study in found[start : start + _PAGE]],
        caption="Studies, with what is known of their standing and the claims that rest on them",
        wide=["study"],
    )
    paging.turn(pages)


def _row(study: Study, library: Library) -> list[str | int | Markup]:
    title = Markup('{}<br><span class="ev-means">{}</span>').format(links.study_link(study), study.reference.title)
    return [
        title,
        study.appraisal.design.words,
        parts.people(study) or "not stated",
        marks.integrity_mark(study),
        _claims(study, library),
    ]


def _claims(study: Study, library: Library) -> str | Markup:
    claims = library.claims_citing(study.key)
    label = f"{len(claims)} {'claim' if len(claims) == 1 else 'claims'}"
    return links.link("claims", label, {"claim": [claim.id for claim in claims]}) if claims else "none"


page()
