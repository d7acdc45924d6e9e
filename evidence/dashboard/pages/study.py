"""The page of one study: what it bears on, what it found, how far to trust it, and how to cite it."""

import streamlit as st
from markupsafe import Markup

from evidence.dashboard import basket, citing, data, drawn, links, marks, parts, takeaway
from evidence.errors import UnknownId
from evidence.library import Library
from evidence.model import Appraisal, Arm, Check, Claim, Integrity, Result, Study

_NOT_READ = "not found on the pages read"
_READINGS = {1: "first", 2: "second"}


def page() -> None:
    """The study that the address names."""
    library = data.library()
    id = st.query_params.get("id", "")
    try:
        study = library.study(id)
    except UnknownId as error:
        _draw_unknown(error, library)
    else:
        _draw(study, library)
    parts.disclaimer()


def _draw_unknown(error: UnknownId, library: Library) -> None:
    st.title("No such study", anchor=False)
    if error.wanted:
        parts.text_html(str(error))
    near = [links.study_link(library.studies[key]) for key in error.nearest]
    parts.listing([*near, links.link("studies", "All studies")])


def _draw(study: Study, library: Library) -> None:
    st.set_page_config(page_title=f"{study.reference.label} · Evidence")
    st.title(parts.plain(study.reference.title), anchor=False)
    drawn.sheet()
    _draw_head(study, library)
    _draw_claims(study, library)
    _draw_results(study)
    _draw_appraisal(study)
    _draw_related(study.appraisal, library)
    _draw_checks(study)
    st.header("Cite it", anchor=False)
    citing.references(library, [study.key], study.key)


def _draw_head(study: Study, library: Library) -> None:
    reference, appraisal = study.reference, study.appraisal
    authors = ", ".join(map(str, reference.authors)) + (" et al." if reference.et_al else "")
    told = Markup(" · ").join(filter(None, (authors, reference.venue, reference.year, parts.reference_links(study))))
    parts.show(Markup('<p class="ev-text">{}</p>').format(told))
    people = f" · {appraisal.counted}" if appraisal.counted else ""
    parts.show(Markup("<p>{}{} &nbsp; {}</p>").format(appraisal.design.words, people, marks.integrity_mark(study)))
    if gone := appraisal.withdrawn:
        st.error(parts.plain(f"Withdrawn from this library on {gone.on}: {gone.reason}"))
    with st.container(horizontal=True):
        basket.add_button([study], place="study")
        takeaway.copy_link()
        takeaway.print_page()


def _draw_claims(study: Study, library: Library) -> None:
    claims = library.claims_citing(study.key)
    st.header(f"Claims it bears on ({len(claims)})", anchor=False)
    if not claims:
        parts.text_html("No claim cites it.")
        return
    parts.table(
        ["claim", "which way it points", "why", "verdict", "how sure"],
        [row for claim in claims for row in _claim_rows(claim, study, library)],
        caption="Verdict and certainty are those of the claim, from all its studies together",
        wide=["claim", "why"],
        file_name=f"{study.key}-claims.csv",
    )


def _claim_rows(claim: Claim, study: Study, library: Library) -> list[list[str | int | Markup]]:
    return [
        [
            links.claim_link(claim),
            marks.stance_mark(citation.stance),
            citation.why,
            marks.verdict_mark(claim.verdict),
            drawn.how_sure(claim, library),
        ]
        for citation in claim.citations
        if citation.study == study.key
    ]


def _draw_results(study: Study) -> None:
    results = study.appraisal.results
    st.header(f"What it found ({len(results)})", anchor=False)
    if not results:
        parts.text_html("No result of it was recorded.")
        return
    parts.table(
        ["outcome", "finding", "figure", "compared", "when", "speaks for", "read"],
        [_result_row(result) for result in results],
        caption="Figures as they are printed, each with where it stands",
        wide=["finding", "figure"],
        file_name=f"{study.key}-results.csv",
    )


def _result_row(result: Result) -> list[str | int | Markup]:
    instrument = f" ({result.instrument})" if result.instrument else ""
    compared = " against ".join(part for part in (result.intervention, result.comparator) if part)
    figure = result.figure or (f"none printed: {result.narrative}" if result.narrative else "none printed")
    return [
        f"{result.outcome}{instrument}",
        result.finding,
        f"{figure} [{result.where}]",
        compared or _NOT_READ,
        result.time or "not stated",
        result.favours.words,
        result.read.words,
    ]


def _draw_appraisal(study: Study) -> None:
    st.header("How far to trust it", anchor=False)
    appraisal = study.appraisal
    included = {} if appraisal.studies_included is None else {"Studies included": f"{appraisal.studies_included:,}"}
    drawn.facts(
        {
            "Risk of bias": _bias(study),
            "Does it still stand?": _standing(study),
            "Who took part": appraisal.population,
            **included,
            "Groups": "; ".join(map(_arm, appraisal.arms)) or _NOT_READ,
            "Who paid": appraisal.funding or _NOT_READ,
            "Conflicts of interest": appraisal.conflicts or _NOT_READ,
            "Registered as": appraisal.registration or _NOT_READ,
            "What could be read": appraisal.access.words,
        }
    )


def _bias(study: Study) -> Markup:
    bias = study.appraisal.risk_of_bias
    source = f" (after {bias.source})" if bias.source else ""
    reason = f". {bias.reason}" if bias.reason else ""
    return Markup("{}{}{}").format(marks.bias_mark(study), source, reason)


def _standing(study: Study) -> Markup:
    integrity = study.appraisal.integrity
    asked = f"asked: {integrity.source}" if integrity.source else ""
    if integrity.status is Integrity.NOT_CHECKED:
        asked = "no registry has been asked whether it was corrected or retracted"
    return Markup("{} {}").format(marks.integrity_mark(study), asked)


def _arm(arm: Arm) -> str:
    people = "" if arm.participants is None else f" (n {arm.participants:,})"
    return f"{arm.name}{people}" + (f": {arm.description}" if arm.description else "")


def _draw_related(appraisal: Appraisal, library: Library) -> None:
    for heading, keys in (
        ("Reports of the same study", appraisal.companions),
        ("Studies it includes", appraisal.includes),
    ):
        if keys:
            st.header(heading, anchor=False)
            parts.listing(_named(key, library) for key in keys)


def _named(key: str, library: Library) -> Markup:
    study = library.studies.get(key)
    if study is None:
        return Markup("{} (not in this library)").format(key)
    return Markup("{}: {}").format(links.study_link(study), study.reference.title)


def _draw_checks(study: Study) -> None:
    checks = study.appraisal.checks
    st.header("Where this was read", anchor=False)
    parts.table(
        ["page", "day", "reading", "what was read there"],
        [[_page_link(check.url), _day(check), _READINGS.get(check.reading, ""), _fields(check)] for check in checks],
        caption="Nothing on this page is from memory: each field was read on one of these pages",
        wide=["page", "what was read there"],
        file_name=f"{study.key}-pages-read.csv",
    )


def _page_link(url: str) -> str | Markup:
    if not url.startswith(("https://", "http://")):
        return url
    return Markup('<a href="{}" target="_blank">{}</a>').format(url, url)


def _day(check: Check) -> Markup:
    return Markup("<time>{}</time>").format(check.on)


def _fields(check: Check) -> str:
    return ", ".join(check.fields).replace("_", " ")


page()
