"""The page of one claim: the answer first, then everything that it rests on."""

import streamlit as st

from evidence.dashboard import citing, data, links, parts, takeaway
from evidence.dashboard.claim.answer import draw_answer, draw_limits, draw_said, draw_wording
from evidence.dashboard.claim.record import draw_history, draw_rating, draw_searches
from evidence.dashboard.claim.studies import draw_chain, draw_hinge, draw_studies
from evidence.errors import UnknownId
from evidence.export.card import claim_html, claim_markdown
from evidence.library import Library
from evidence.model import Claim


def page() -> None:
    """The claim that the address names, or a choice of all."""
    library = data.library()
    id = st.query_params.get("id", "")
    if not id:
        _draw_choice(library)
    elif id in library.all_claims:
        _draw(library.all_claims[id], library)
    else:
        _draw_unknown(id, library)
    parts.disclaimer()


def _draw_choice(library: Library) -> None:
    st.title("One claim", anchor=False)
    parts.text_html("Choose a claim; its address can then be linked.")
    parts.listing(map(links.claim_link, library.claims.values()))


def _draw_unknown(id: str, library: Library) -> None:
    st.title("No such claim", anchor=False)
    try:
        library.claim(id)
    except UnknownId as unknown:
        parts.text_html(str(unknown))
        parts.listing(links.claim_link(library.claim(near)) for near in unknown.nearest)
    parts.show(links.link("claims", "Find another claim"))


def _draw(claim: Claim, library: Library) -> None:
    st.set_page_config(page_title=f"{claim.statement} · Evidence")
    parts.problems_note(library)
    draw_answer(claim, library)
    _draw_taking(claim, library)
    draw_wording(claim)
    draw_limits(claim, library)
    draw_chain(claim, library)
    draw_hinge(claim, library)
    draw_studies(claim, library)
    draw_rating(claim, library)
    draw_said(claim, library)
    draw_searches(claim)
    draw_history(claim)
    if claim.citations:
        st.header("Cite", anchor=False)
        citing.references(library, [claim.id], claim.id)


def _draw_taking(claim: Claim, library: Library) -> None:
    with st.container(horizontal=True):
        takeaway.copy_link()
        takeaway.print_page()
        takeaway.download("This page (HTML)", lambda: claim_html(claim, library), f"{claim.id}.html", "text/html")
        takeaway.download(
            "This page (Markdown)", lambda: claim_markdown(claim, library), f"{claim.id}.md", "text/markdown"
        )


page()
