"""The page on which claims are found."""

from typing import TypeVar

import streamlit as st
from markupsafe import Markup

from evidence.dashboard import basket, data, facets, links, marks, paging, parts, takeaway
from evidence.dashboard.address import View
from evidence.dashboard.examples import Example, examples
from evidence.dashboard.wider import Wider, wider
from evidence.export import cite, left_out, studies_behind
from evidence.filters import Filter, Order, Selection, select
from evidence.library import Library
from evidence.model import Claim, Study
from evidence.rows import CLAIM_COLUMNS, claim_row
from evidence.search import Part
from evidence.suspension import suspension

_One = TypeVar("_One")

_PAGE = 20
_VIEWS = {"cards": "Claims", "table": "Table", "references": "References"}
_WORDS_TOLD = 6
_BEST = (
    "Best match: first the claims whose own statement has your words, then those where a question, another wording or "
    "the answer has them; rare words count for more. Without words: the order of the library."
)


def page() -> None:
    """Search and facets, then the claims that fit, with what can be taken away."""
    library = data.library()
    view = View(
        many=facets.known(library),
        one={**facets.single(), "view": tuple(_VIEWS), "sort": tuple(Order)},
        text=("q",),
        number=("page",),
    )
    unknown = view.read()
    _draw_head(library)
    if unknown:
        st.warning(parts.plain(f"This address asks for something that does not exist: {', '.join(unknown)}."), icon="⚠️")
    _draw_search()
    with st.sidebar:
        facets.draw(library, _to_first_page)
    wanted = facets.wanted()
    # Always there, so that what follows keeps its place, which the browser would otherwise draw anew.
    with st.container(horizontal=True):
        if wanted == Filter():
            _draw_examples(library)
    selection = select(library, wanted, Order(st.session_state["sort"]), data.today())
    _draw_selection(library, wanted, selection)
    view.write()
    parts.disclaimer()


def _draw_head(library: Library) -> None:
    st.title("What do the studies say?", anchor=False)
    parts.text_html(
        f"{len(library.claims)} claims that {len(library.articles)} health articles make, held against "
        f"{len(library.studies)} studies. What is not here has not been looked at, which does not make it false.",
        "ev-lead",
    )
    parts.problems_note(library)


def _draw_search() -> None:
    st.text_input(
        "Search the claims",
        key="q",
        placeholder="Say it in your own words: puffy knee, natural painkillers, flat feet …",
        live=True,
        on_change=_to_first_page,
    )
    takeaway.filters_button()


def _to_first_page() -> None:
    st.session_state["page"] = 1


def _draw_examples(library: Library) -> None:
    for example in examples(library):
        st.button(
            parts.plain(f"{example.reader}: {example.asks}"),
            key=f"example-{example.reader}",
            on_click=_show,
            args=(example,),
        )


def _show(example: Example) -> None:
    st.session_state.update(example.choices)
    _to_first_page()


def _draw_selection(library: Library, wanted: Filter, selection: Selection) -> None:
    found = selection.claims
    studies = studies_behind(library, [claim.id for claim in found])
    _draw_summary(library, selection)
    _draw_taking(library, found, studies)
    if found:
        _draw_found(library, wanted, found, studies)
    else:
        _draw_nothing(library, wanted)


def _draw_found(library: Library, wanted: Filter, found: tuple[Claim, ...], studies: tuple[Study, ...]) -> None:
    if wanted.claim:
        st.button(f"Not only {_only(wanted)}", on_click=facets.drop, args=("claim",))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.segmented_control(
            "Show", list(_VIEWS), key="view", format_func=_VIEWS.__getitem__, required=True, on_change=_to_first_page
        )
        st.selectbox(
            "Order", list(Order), key="sort", format_func=lambda order: Order(order).words, help=_BEST, width=270
        )
    match st.session_state["view"]:
        case "table":
            _draw_table(_paged(found), library)
        case "references":
            _draw_references(_paged(studies), library)
        case _:
            _draw_cards(_paged(found), library)
    paging.turn(_last_page(len(studies) if st.session_state["view"] == "references" else len(found)))


def _draw_summary(library: Library, selection: Selection) -> None:
    said = f"{len(selection.claims)} of {len(library.claims)} claims"
    widened = [_widened(part) for part in selection.parts if part.also]
    told = said + (f". Looked for {'; '.join(widened)}" if widened else "")
    parts.show(Markup('<p class="ev-text" role="status">{}</p>').format(told))


def _widened(part: Part) -> str:
    more = " …" if len(part.also) > _WORDS_TOLD else ""
    return f"{part.words} (also {', '.join(part.also[:_WORDS_TOLD])}{more})"


def _draw_taking(library: Library, found: tuple[Claim, ...], studies: tuple[Study, ...]) -> None:
    """What can be taken away; what is always there comes first, so that it keeps its place."""
    fallen = left_out(library, [study.key for study in studies])
    with st.container(horizontal=True):
        takeaway.copy_link()
        takeaway.print_page()
        if found:
            _draw_downloads(library, found, [study.key for study in studies if study.key not in fallen])
            basket.add_button(studies, "found")
    for key, reason in fallen.items():
        parts.text_html(f"Left out of the export: {library.studies[key].reference.label}, {reason}", "ev-quiet")


def _draw_downloads(library: Library, found: tuple[Claim, ...], keys: list[str]) -> None:
    takeaway.download(
        f"Export {len(keys)} references (BibTeX)",
        lambda: cite(library, keys),
        "evidence.bib",
        "application/x-bibtex",
        help="A file with exactly these references, at once.",
    )
    takeaway.download_csv(
        f"Download {len(found)} claims (CSV)", lambda: map(claim_row, found), "claims.csv", CLAIM_COLUMNS
    )


def _paged(found: tuple[_One, ...]) -> tuple[_One, ...]:
    start = (paging.here(_last_page(len(found))) - 1) * _PAGE
    return found[start : start + _PAGE]


def _last_page(count: int) -> int:
    return max(1, -(-count // _PAGE))


def _draw_cards(claims: tuple[Claim, ...], library: Library) -> None:
    cards = Markup("").join(_card(claim, library) for claim in claims)
    parts.show(Markup('<ol class="ev-cards">{}</ol>').format(cards))


def _card(claim: Claim, library: Library) -> Markup:
    return Markup('<li><h2>{}</h2><p>{}</p><p>{}{} <span class="ev-means">{} · {}</span></p></li>').format(
        links.claim_link(claim),
        claim.answer,
        marks.verdict_mark(claim.verdict),
        _sure(claim, library),
        _meaning(claim, library),
        _studies(claim),
    )


def _sure(claim: Claim, library: Library) -> Markup:
    return marks.suspended_mark() if suspension(claim, library) else marks.certainty_mark(claim.certainty)


def _meaning(claim: Claim, library: Library) -> str:
    if suspension(claim, library):
        return "It rests on a study that no longer stands."
    return claim.certainty.meaning if claim.certainty else claim.verdict.meaning


def _studies(claim: Claim) -> str:
    count = len({citation.study for citation in claim.citations})
    return f"{count} {'study' if count == 1 else 'studies'}"


def _draw_table(claims: tuple[Claim, ...], library: Library) -> None:
    rows: list[list[parts.Cell]] = [
        [
            links.claim_link(claim),
            marks.verdict_mark(claim.verdict),
            _sure(claim, library),
            len({citation.study for citation in claim.citations}),
            claim.kind.words,
            Markup("<time>{}</time>").format(claim.reviewed),
        ]
        for claim in claims
    ]
    headings = ["Claim", "Verdict", "Certainty", "Studies", "Kind", "Reviewed"]
    parts.table(headings, rows, "The claims that fit; the CSV also has answer, question and topic", wide=["Claim"])


def _draw_references(studies: tuple[Study, ...], library: Library) -> None:
    parts.text_html("Tick what you want to cite; the page Export then has the ticked references in every format.")
    for study in studies:
        with st.container(gap=None):
            basket.tick(study, "found")
            parts.show(
                Markup('<p class="ev-quiet">{} · {}{} · bears on {} · {}</p>').format(
                    links.link("study", study.reference.title, {"id": study.key}),
                    study.appraisal.design.words,
                    f" · {study.appraisal.counted}" if study.appraisal.counted else "",
                    _bears_on(study, library),
                    marks.integrity_mark(study),
                )
            )


def _bears_on(study: Study, library: Library) -> str:
    count = len(library.claims_citing(study.key))
    return f"{count} {'claim' if count == 1 else 'claims'}"


def _draw_nothing(library: Library, wanted: Filter) -> None:
    """No claim fits: say which single word or choice, once dropped, lets how many fit, and offer to drop it."""
    offers = wider(library, wanted, data.today())
    if not offers:
        st.info("No claim fits all of this, and none would if any one word or choice were dropped.")
        st.button(f"Show all {len(library.claims)} claims", on_click=facets.clear)
        return
    st.info("No claim fits all of this. Leave something out, and some do:")
    for one in offers:
        said = _dropped(one, wanted, library)
        label = f"Without “{said}”: {one.count} {'claim' if one.count == 1 else 'claims'}"
        st.button(parts.plain(label), key=f"drop-{one.name}-{said}", on_click=_drop, args=(one,))


def _dropped(one: Wider, wanted: Filter, library: Library) -> str:
    if one.name == "words":
        return one.words
    if one.name == "claim":
        return f"only {_only(wanted)}"
    return ", ".join(facets.name_of(one.name, value, library) for value in getattr(wanted, one.name))


def _only(wanted: Filter) -> str:
    return "this claim" if len(wanted.claim) == 1 else f"these {len(wanted.claim)} claims"


def _drop(one: Wider) -> None:
    facets.drop(one.name)
    st.session_state["q"] = one.left.words


page()
