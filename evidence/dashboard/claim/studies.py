"""The studies behind a claim: the picture, the table, which of them carries the answer, how far they overlap."""

from dataclasses import fields

import streamlit as st
from markupsafe import Markup

from evidence.dashboard import basket, links, marks, parts, pictures, takeaway
from evidence.library import Library
from evidence.model import Certainty, Citation, Claim, Study
from evidence.plots import best
from evidence.result_words import result_lines
from evidence.rows import STUDY_COLUMNS, Cell, study_row
from evidence.synthesis import hinge_words, overlap, scales, weakest, withdrawals
from evidence.synthesis import links as chain_links
from evidence.synthesis.hinge import Withdrawn
from evidence.synthesis.overlap import Overlap

__all__ = ["draw_chain", "draw_hinge", "draw_studies"]

_SLIGHT, _MODERATE, _HIGH = 0.05, 0.10, 0.15


def draw_studies(claim: Claim, library: Library) -> None:
    """What was found: in a picture, in a table, to tick and to take away."""
    count = len(claim.citations)
    st.header(f"Studies ({count})", anchor=False)
    if not count:
        parts.text_html("No study is cited: none was found, or none can be.")
        return
    studies = library.studies_of(claim)
    _draw_picture(claim, library)
    rows = [_row(citation, library) for citation in claim.citations]
    headings = [
        "Study",
        "Points",
        "Design",
        "People",
        "What it found",
        "How its question differs",
        "Risk of bias",
        "Still stands",
    ]
    parts.table(headings, rows, "Studies that bear on this claim", wide=["What it found"])
    with st.container(horizontal=True):
        basket.add_button(studies, "claim")
        takeaway.download_csv(
            "Studies (CSV)", lambda: [_csv_row(one, library) for one in claim.citations], f"{claim.id}-studies.csv"
        )
    with st.expander("Tick single studies for the basket", key="noprint-tick"):
        for study in studies:
            basket.tick(study, "claim", parts.plain(f"{study.reference.label}: {study.reference.title}"))
    _draw_overlap(overlap(claim, library), library)
    _draw_scales(claim, library)


def _draw_picture(claim: Claim, library: Library) -> None:
    if any(citation.results for citation in claim.citations):
        pictures.picture(lambda theme: best(library, claim.id, theme=theme), claim.id)


def _row(citation: Citation, library: Library) -> list[parts.Cell]:
    study = library.studies.get(citation.study)
    if study is None:
        return [citation.study, marks.stance_mark(citation.stance), "", "", "Its record could not be read.", "", "", ""]
    return [
        links.study_link(study),
        marks.stance_mark(citation.stance),
        study.appraisal.design.words,
        parts.people(study),
        _found(citation, study),
        "; ".join(f"{part}: {how}" for part, how in _differences(citation)),
        marks.bias_mark(study),
        marks.integrity_mark(study),
    ]


def _found(citation: Citation, study: Study) -> Markup:
    lines = Markup("").join(Markup("<li>{}</li>").format(one) for one in _results(citation, study))
    return Markup('{}<ul class="ev-found">{}</ul>').format(citation.why, lines)


def _results(citation: Citation, study: Study | None) -> list[str]:
    """The results on which a citation rests: a figure with what was measured, when, against whom; else the finding."""
    found = filter(None, map(study.result, citation.results)) if study else ()
    return [next(result_lines(result)) if result.figure else result.finding for result in found]


def _differences(citation: Citation) -> list[tuple[str, str]]:
    parts_ = ((field.name, getattr(citation.directness, field.name)) for field in fields(citation.directness))
    return [(name, how) for name, how in parts_ if how]


def _csv_row(citation: Citation, library: Library) -> dict[str, Cell]:
    study = library.studies.get(citation.study)
    known = study_row(study, library) if study else dict.fromkeys(STUDY_COLUMNS)
    return {
        **known,
        "key": citation.study,
        "stance": citation.stance.value,
        "why": citation.why,
        "results": "; ".join(_results(citation, study)),
        "differs": "; ".join(f"{part}: {how}" for part, how in _differences(citation)),
        "risk_of_bias": marks.bias_letter(study) if study else None,
    }


def draw_hinge(claim: Claim, library: Library) -> None:
    """Which study carries the answer: what the recorded rating leads to without each."""
    st.header("Which study carries this answer", anchor=False)
    found = withdrawals(claim, library)
    parts.text_html(hinge_words(claim, library))
    if not found:
        return
    turns = any(one.changes_certainty or one.changes_verdict for one in found)
    with st.expander("The answer without each study", expanded=turns):
        rows = [_without(one, claim, library) for one in found]
        headings = ["Without", "Certainty", "Verdict", "What falls away or holds it down"]
        parts.table(
            headings,
            rows,
            "By the recorded steps alone",
            wide=[headings[-1]],
            file_name=f"{claim.id}-without-each.csv",
        )
        parts.text_html(
            "What a curator would then decide, and what a review would find without a trial that it contains, this "
            "cannot tell.",
            "ev-quiet",
        )


def _names(one: Withdrawn, library: Library) -> str:
    return " and ".join(library.studies[key].reference.label for key in one.studies)


def _without(one: Withdrawn, claim: Claim, library: Library) -> list[parts.Cell]:
    falls = [f"{step.domain.words} no longer counts" for step in one.fallen]
    contained = [f"also in {library.studies[key].reference.label}, counted there still" for key in one.contained_in]
    return [
        _names(one, library),
        _changed(_certainty(one.certainty), changed=one.changes_certainty),
        _changed(" or ".join(verdict.words for verdict in one.verdicts[:3]), changed=one.changes_verdict)
        if one.changes_verdict
        else f"{claim.verdict.words} still",
        "; ".join([*falls, *one.limits, *contained]),
    ]


def _certainty(certainty: Certainty | None) -> str:
    return f"{certainty.symbol} {certainty.words}" if certainty else "none"


def _changed(text: str, *, changed: bool) -> Markup:
    return Markup("<strong>→ {}</strong>").format(text) if changed else Markup("{} still").format(text)


def _draw_overlap(found: Overlap, library: Library) -> None:
    if len(found.reviews) + len(found.unknown) == 0:
        return
    told = [f"{found.citations} citations, {found.independent} of them on their own."]
    if found.covered_area is not None:
        area = f"{found.covered_area:.0%}, {_amount(found.covered_area)}"
        told.append(f"The reviews share studies: corrected covered area {area}.")
    if found.unknown:
        names = ", ".join(library.studies[key].reference.label for key in found.unknown)
        told.append(f"How far these overlap is not known, since no record says what they contain: {names}.")
    parts.text_html(" ".join(told), "ev-text ev-quiet")


def _amount(area: float) -> str:
    """Pieper et al. 2014: up to 5 % slight, to 10 % moderate, to 15 % high, beyond very high."""
    bounds = ((_SLIGHT, "slight"), (_MODERATE, "moderate"), (_HIGH, "high"))
    return next((word for bound, word in bounds if area <= bound), "very high")


def _draw_scales(claim: Claim, library: Library) -> None:
    found = scales(claim, library)
    pedro = "no trial scored" if found.pedro is None else f"mean {found.pedro:.1f} of 10"
    rows: list[list[parts.Cell]] = [
        ["Certainty", _certainty(found.certainty), "Informed by GRADE; this library's own"],
        ["OCEBM 2011", f"level {found.ocebm}" if found.ocebm else "none", "By the best design alone, 1 to 5"],
        ["PEDro", pedro, f"{found.pedro_scored} of {found.trials} trials scored"],
    ]
    with st.expander("The same evidence on other scales"):
        parts.table(
            ["Scale", "Here", "What it goes by"], rows, "Scales side by side", file_name=f"{claim.id}-scales.csv"
        )


def draw_chain(claim: Claim, library: Library) -> None:
    """The links of a chain, of which the weakest carries it."""
    chain = chain_links(claim, library)
    if not chain:
        return
    st.header("A chain of claims", anchor=False)
    parts.text_html("All of these must hold for the whole to hold; it is no surer than its weakest link.")
    carrying = weakest(chain)
    line = Markup("{}<br>{}{}{}")
    parts.listing(
        (
            line.format(
                links.claim_link(library.claims[one.claim]),
                marks.verdict_mark(one.verdict),
                marks.certainty_mark(one.certainty),
                Markup("<strong>the weakest link</strong>") if one is carrying else "",
            )
            for one in chain
        ),
        ordered=True,
    )
