"""The page of one claim: the answer first, then everything that it rests on."""

from html import escape

import streamlit as st

from evidence.dashboard.data import library as read_library
from evidence.dashboard.parts import (
    DISCLAIMER,
    certainty_html,
    claim_link,
    plain,
    problems_note,
    said_at,
    stance_html,
    study_links,
    style,
    text_html,
    verdict_html,
)
from evidence.errors import UnknownId
from evidence.export import cite
from evidence.library import Library
from evidence.model import Citation, Claim, Rating, Study
from evidence.rating import Receipt, receipt


def page() -> None:
    """The claim that the address names, or a choice of all."""
    library = read_library()
    style()
    problems_note(library)
    id = st.query_params.get("id", "")
    if not id:
        _draw_choice(library)
        return
    try:
        claim = library.claim(id)
    except UnknownId as error:
        _draw_unknown(error, library)
        return
    _draw(claim, library)


def _draw_choice(library: Library) -> None:
    st.title("One claim", anchor=False)
    text_html("Choose a claim; its address can then be linked.")
    for claim in library.claims.values():
        claim_link(claim)


def _draw_unknown(error: UnknownId, library: Library) -> None:
    st.title("No such claim", anchor=False)
    text_html(str(error))
    for id in error.nearest:
        claim_link(library.claim(id))
    text_html(DISCLAIMER, "ev-quiet")


def _draw(claim: Claim, library: Library) -> None:
    st.set_page_config(page_title=f"{claim.statement} · Evidence")
    st.title(plain(claim.statement), anchor=False)
    st.html(f"{verdict_html(claim)} {certainty_html(claim)}")
    if claim.withdrawn:
        st.error(plain(f"Withdrawn on {claim.withdrawn.on}: {claim.withdrawn.reason}"))
    text_html(claim.answer, "ev-answer")
    text_html(claim.summary)
    _draw_wording(claim)
    _draw_limits(claim, library)
    _draw_appearances(claim, library)
    _draw_studies(claim, library)
    if claim.rating:
        _draw_rating(claim.rating)
    _draw_searches(claim)
    _draw_references(claim, library)
    text_html(DISCLAIMER, "ev-quiet")


def _draw_wording(claim: Claim) -> None:
    st.header("What you may write", anchor=False)
    for label, sentence in (("Exact", claim.wording.exact), ("Everyday", claim.wording.everyday)):
        text_html(label, "ev-quiet")
        st.code(sentence, language=None, wrap_lines=True)


def _draw_limits(claim: Claim, library: Library) -> None:
    for heading, text in (("What this does not say", claim.does_not_say), ("Harms", claim.harms)):
        if text:
            st.header(heading, anchor=False)
            text_html(text)
    for heading, ids in (("Articles also say the opposite", claim.opposes), ("A chain of these claims", claim.chain)):
        if ids:
            st.header(heading, anchor=False)
            for other in filter(None, map(library.all_claims.get, ids)):
                claim_link(other)


def _draw_appearances(claim: Claim, library: Library) -> None:
    st.header("Where it was said", anchor=False)
    items = []
    for seen in claim.appearances:
        article = library.articles.get(seen.article)
        where = f"paragraph {seen.paragraph}, sentence {seen.sentence}, {seen.mode.words}"
        source = (
            f'<a href="{escape(said_at(article, seen.phrase))}" target="_blank">{escape(article.title)}</a>, '
            f"{escape(article.publisher)}"
            if article
            else escape(seen.article)
        )
        items.append(f"<li>“{escape(seen.phrase)}” — {source}, {where}</li>")
    st.html(f'<ul class="ev-text">{"".join(items)}</ul>')


def _draw_studies(claim: Claim, library: Library) -> None:
    st.header(f"Studies ({len(claim.citations)})", anchor=False)
    if not claim.citations:
        text_html("No study is cited: none was found, or none can be.")
    for citation in claim.citations:
        with st.container(border=True, gap="xsmall"):
            study = library.studies.get(citation.study)
            if study is None:
                text_html(f"{citation.study}: its record could not be read.")
            else:
                _draw_study(citation, study)


def _draw_study(citation: Citation, study: Study) -> None:
    appraisal = study.appraisal
    people = f" · {appraisal.participants:,} people" if appraisal.participants is not None else ""
    integrity = f" · integrity {appraisal.integrity.status.words}"
    st.html(
        f"{stance_html(citation.stance)} <strong>{escape(study.reference.label)}</strong> · "
        f'{appraisal.design.words}{people} · {study_links(study)}<span class="ev-quiet">{integrity}</span>'
    )
    text_html(study.reference.title, "ev-text ev-quiet")
    text_html(citation.why)
    for result in filter(None, map(study.result, citation.results)):
        figure = f" {result.figure}" if result.figure else f" No figure: {result.narrative}"
        text_html(f"{result.finding}{figure}", "ev-text ev-quiet")
    for part, how in _differences(citation):
        text_html(f"Differs in {part}: {how}", "ev-text ev-quiet")


def _differences(citation: Citation) -> list[tuple[str, str]]:
    differs = citation.directness
    parts = {
        "population": differs.population,
        "intervention": differs.intervention,
        "comparator": differs.comparator,
        "outcome": differs.outcome,
    }
    return [(part, how) for part, how in parts.items() if how]


def _draw_rating(rating: Rating) -> None:
    st.header("How sure, and why", anchor=False)
    done = receipt(rating)
    st.table(_receipt_rows(done), hide_index=True)
    text_html(
        f"Informed by GRADE, not a GRADE rating. Rules {done.rules}, receipt SHA-256 {done.digest}", "ev-text ev-quiet"
    )


def _receipt_rows(done: Receipt) -> list[dict[str, str]]:
    start = {"step": "start", "levels": "", "because": plain(done.start.words), "certainty": done.start.certainty.words}
    steps = [
        {
            "step": line.step.domain.words,
            "levels": f"{line.step.levels:+d}".replace("-", "−"),
            "because": plain(line.step.reason),
            "certainty": line.certainty.words,
        }
        for line in done.lines
    ]
    return [start, *steps]


def _draw_searches(claim: Claim) -> None:
    if claim.searches:
        with st.expander(f"How it was searched ({len(claim.searches)})"):
            for search in claim.searches:
                text_html(f"{search.on} · {search.where} · “{search.query}” · {search.read} read, {search.kept} kept")
                if search.left_out:
                    text_html(f"Left out: {search.left_out}", "ev-text ev-quiet")
    text_html(
        f"Figures read {claim.read.words}; reviewed {claim.reviewed}; next review by {claim.review_by}.", "ev-quiet"
    )


def _draw_references(claim: Claim, library: Library) -> None:
    count = len(library.studies_of(claim))
    if not count:
        return
    st.header("Citations to copy", anchor=False)
    text = cite(library, [claim.id])
    st.download_button(
        f"Export {count} references (BibTeX)", text, f"{claim.id}.bib", "application/x-bibtex", on_click="ignore"
    )
    st.code(text, language=None, wrap_lines=True)


page()
