"""The page of one article: how it does, its claims in the order of its text, and how sure it sounds."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from evidence.coverage import coverage
from evidence.dashboard import data, drawn, links, marks, parts, takeaway, tiles
from evidence.dashboard.pictures import picture
from evidence.errors import UnknownId
from evidence.library import Library
from evidence.model import Appearance, Article, Claim
from evidence.plots import Plot, Theme, wording_against_evidence
from evidence.rows import Cell

_COLUMNS = ("article", "paragraph", "sentence", "phrase", "mode", "claim", "statement", "verdict", "certainty")


def page() -> None:
    """The article that the address names."""
    library = data.library()
    id = st.query_params.get("id", "")
    try:
        article = library.article(id)
    except UnknownId as error:
        _draw_unknown(error, library)
    else:
        _draw(article, library)
    parts.disclaimer()


def _draw_unknown(error: UnknownId, library: Library) -> None:
    st.title("No such article", anchor=False)
    if error.wanted:
        parts.text_html(str(error))
    parts.listing([*map(links.article_link, library.articles.values()), links.link("articles", "All report cards")])


def _draw(article: Article, library: Library) -> None:
    st.set_page_config(page_title=f"{article.title} · Evidence")
    drawn.sheet()
    st.title(parts.plain(article.title), anchor=False)
    address = Markup('<a href="{}" target="_blank">{}</a>').format(article.address, article.publisher)
    parts.show(
        Markup('<p class="ev-text">{}, read on {}. {}</p>').format(address, article.read_on, _read(article, library))
    )
    made = _appearances(article, library)
    _draw_takeaway(article, made, library)
    st.header("How it does", anchor=False)
    parts.show(tiles.by_verdict(library.claims_in(article.id)))
    _draw_claims(article, made, library)
    st.header("How sure it sounds, and how sure one can be", anchor=False)
    clicked = picture(partial(_wording, library, article.id), key=f"wording-{article.id}", picked="claim")
    if clicked:
        parts.show(Markup("<p>{}</p>").format(links.claim_link(library.claim(clicked))))


def _wording(library: Library, id: str, theme: Theme) -> Plot:
    return wording_against_evidence(library, id, theme=theme)


def _read(article: Article, library: Library) -> str:
    """How much of the article the records account for, in words."""
    counted = coverage(article, library)
    if not counted.sentences:
        return "Its sentences have not been counted."
    none = sum(count for _, count in counted.not_claims)
    told = f"Of its {counted.sentences} sentences {counted.with_claims} make claims and {none} make none"
    left = len(counted.unaccounted)
    return f"{told}; {left} have not been looked at." if left else f"{told}."


def _appearances(article: Article, library: Library) -> list[tuple[Appearance, Claim]]:
    """Each place at which the article makes a claim, in the order of its text."""
    made = [
        (seen, claim)
        for claim in library.claims_in(article.id)
        for seen in claim.appearances
        if seen.article == article.id
    ]
    return sorted(made, key=lambda one: (one[0].paragraph, one[0].sentence, one[1].id))


def _draw_takeaway(article: Article, made: list[tuple[Appearance, Claim]], library: Library) -> None:
    with st.container(horizontal=True):
        takeaway.download_csv(
            f"{len(made)} places with claims (CSV)", [_csv_row(*one) for one in made], f"{article.id}.csv", _COLUMNS
        )
        takeaway.copy_link()
        takeaway.print_page()
    count = len(library.claims_in(article.id))
    parts.show(Markup("<p>{}</p>").format(links.link("claims", f"Filter its {count} claims", {"article": article.id})))


def _csv_row(seen: Appearance, claim: Claim) -> dict[str, Cell]:
    values = (
        seen.article,
        seen.paragraph,
        seen.sentence,
        seen.phrase,
        seen.mode.value,
        claim.id,
        claim.statement,
        claim.verdict.value,
        claim.certainty.value if claim.certainty else None,
    )
    return dict(zip(_COLUMNS, values, strict=True))


def _draw_claims(article: Article, made: list[tuple[Appearance, Claim]], library: Library) -> None:
    st.header("What it claims, in the order of its text", anchor=False)
    if not made:
        parts.text_html("No claim of this library appears in it.")
        return
    parts.table(
        ["where", "its words", "the claim", "put as", "verdict", "how sure"],
        [_row(article, seen, claim, library) for seen, claim in made],
        caption="A link in “its words” opens the article at the phrase",
        wide=["its words", "the claim"],
    )


def _row(article: Article, seen: Appearance, claim: Claim, library: Library) -> list[str | int | Markup]:
    return [
        Markup('<span class="ev-nowrap">¶ {}, sentence {}</span>').format(seen.paragraph, seen.sentence),
        Markup('<a href="{}" target="_blank">“{}”</a>').format(parts.said_at(article, seen.phrase), seen.phrase),
        links.claim_link(claim),
        seen.mode.words,
        marks.verdict_mark(claim.verdict),
        drawn.how_sure(claim, library),
    ]


page()
