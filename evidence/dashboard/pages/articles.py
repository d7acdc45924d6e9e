"""The articles, a report card each."""

import streamlit as st
from markupsafe import Markup

from evidence.dashboard import data, drawn, links, parts, takeaway, tiles
from evidence.errors import NothingToDraw
from evidence.library import Library
from evidence.model import Article, Verdict
from evidence.plots import report_card
from evidence.rows import ARTICLE_COLUMNS, Cell, article_row

_HOLDS = {Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED}


def page() -> None:
    """How each article does, the one that does worst first."""
    library = data.library()
    drawn.sheet()
    st.title("Articles", anchor=False)
    parts.text_html(
        "Each claim of an article is a sign: its shape tells which way the evidence points, its dots how sure that is. "
        "The worst stand first, articles and claims alike.",
        "ev-lead",
    )
    parts.problems_note(library)
    _draw_takeaway(library)
    parts.show(tiles.legend())
    for article in sorted(library.articles.values(), key=lambda article: _share_that_holds(article, library)):
        parts.show(_card(article, library))
    parts.disclaimer()


def _draw_takeaway(library: Library) -> None:
    with st.container(horizontal=True):
        takeaway.copy_link()
        takeaway.print_page()
        takeaway.download_csv(
            f"{len(library.articles)} articles (CSV)",
            lambda: [article_row(article, library) for article in library.articles.values()],
            "articles.csv",
            ARTICLE_COLUMNS,
        )
        takeaway.download_csv("Report cards, one row a claim (CSV)", lambda: _rows(library), "report-cards.csv")


def _rows(library: Library) -> list[dict[str, Cell]]:
    rows: list[dict[str, Cell]] = []
    for article in library.articles.values():
        try:
            rows += map(dict, report_card(library, article.id).data)
        except NothingToDraw:  # an article without claims has no rows
            continue
    return rows


def _share_that_holds(article: Article, library: Library) -> float:
    """From 0 to 1; an article without claims comes last."""
    claims = library.claims_in(article.id)
    return sum(claim.verdict in _HOLDS for claim in claims) / len(claims) if claims else 2.0


def _card(article: Article, library: Library) -> Markup:
    claims = library.claims_in(article.id)
    holding = sum(claim.verdict in _HOLDS for claim in claims)
    told = (
        f"{len(claims)} claims; {holding} of them hold, wholly or in part."
        if claims
        else "No claim of it is in this library."
    )
    return Markup(
        '<article class="ev-report"><h2>{}</h2><p class="ev-quiet">{}, read on {}</p><p>{}</p>{}</article>'
    ).format(links.article_link(article), article.publisher, article.read_on, told, tiles.by_verdict(claims))


page()
