"""Method: how a claim is judged, in plain words; a rating to try; the limits; the words."""

import streamlit as st
from markupsafe import Markup

from evidence.dashboard import address, data, drawn, links, marks, parts, takeaway
from evidence.dashboard.glossary import glossary
from evidence.library import Library
from evidence.model import Access, Certainty, Claim, Domain, Integrity, Rating, Start, Step, Verdict
from evidence.rating import Receipt, faults, receipt

_PARTS = {"method": "How it is judged", "try": "Try a rating", "limits": "Limits", "glossary": "Glossary"}
_ASKS = {
    Domain.RISK_OF_BIAS: "Were the studies made so that they could mislead?",
    Domain.INCONSISTENCY: "Do they disagree without a reason that can be seen?",
    Domain.INDIRECTNESS: "Did they look at other people, treatments or outcomes than the claim speaks of?",
    Domain.IMPRECISION: "Are they too few or too small to tell?",
    Domain.PUBLICATION_BIAS: "Are there signs that unwelcome studies were never published?",
    Domain.LARGE_EFFECT: "Is the effect so large that faults could hardly make it up?",
    Domain.DOSE_RESPONSE: "Does more of it do more?",
    Domain.OPPOSING_CONFOUNDING: "Would whatever else is at work have made the effect look smaller?",
}
_MAY_SAY = {
    Certainty.HIGH: "Massage reduces pain.",
    Certainty.MODERATE: "Massage probably reduces pain.",
    Certainty.LOW: "Massage may reduce pain.",
    Certainty.VERY_LOW: "It is very uncertain whether massage reduces pain.",
}
_DOWN, _UP = ("0", "-1", "-2"), ("0", "1", "2")
_LEVELS = {"0": "no", "-1": "down 1", "-2": "down 2", "1": "up 1", "2": "up 2"}
_VIEW = address.View(
    one={
        "part": tuple(_PARTS),
        "start": tuple(Start),
        **{domain.value: _UP if domain.raises else _DOWN for domain in Domain},
    }
)


def page() -> None:
    """The part that the address names."""
    library = data.library()
    _VIEW.read()
    drawn.sheet()
    st.title("Method", anchor=False)
    parts.text_html(
        "How a claim gets its verdict and its certainty, so that you can redo it, and what this library cannot tell.",
        "ev-lead",
    )
    with st.container(horizontal=True):
        takeaway.copy_link()
        takeaway.print_page()
    st.segmented_control(
        "Part", list(_PARTS), key="part", required=True, format_func=_PARTS.__getitem__, label_visibility="collapsed"
    )
    match st.session_state["part"]:
        case "try":
            _draw_try(library)
        case "limits":
            _draw_limits(library)
        case "glossary":
            _draw_glossary()
        case _:
            _draw_method()
    _VIEW.write()
    parts.disclaimer()


def _draw_method() -> None:
    st.header("Two answers, never one score", anchor=False)
    parts.text_html(
        "The verdict says which way the evidence points, the certainty how sure one can be of that. "
        "A claim can be contradicted with high certainty, or supported with very low certainty; "
        "one number could not tell the two apart."
    )
    parts.table(
        ["verdict", "what it says"],
        [[marks.verdict_mark(verdict), verdict.meaning] for verdict in Verdict],
        caption="Verdicts",
        file_name="verdicts.csv",
    )
    parts.table(
        ["certainty", "what it says", "and so one may write"],
        [[marks.certainty_mark(level), level.meaning, _MAY_SAY[level]] for level in Certainty],
        caption="Certainties",
        file_name="certainties.csv",
    )
    st.header("How a rating is made", anchor=False)
    starts = ", ".join(f"{start.words} at {start.certainty.words}" for start in Start)
    parts.listing(
        [
            "All studies that bear on one question are taken together, those for the claim and those against it.",
            f"The kind of study gives the start: {starts}.",
            (
                "Five questions can take one or two levels away, three can add some where people were only watched. "
                "Each is asked once, and each step has its reason and its studies."
            ),
            (
                "The sum is the certainty: very low, low, moderate or high. It is computed, never typed by hand, and "
                "each claim shows the receipt."
            ),
            (
                "High never rests on one study alone, and moderate never on abstracts alone unless a review that "
                "assessed its studies says so. A study and a review that contains it count once."
            ),
        ],
        ordered=True,
    )
    parts.text_html(
        "The scheme is informed by GRADE (Balshem et al., J Clin Epidemiol 2011;64:401–406); it is not a GRADE rating.",
        "ev-quiet",
    )


def _draw_try(library: Library) -> None:
    st.header("Move the steps", anchor=False)
    rated = {claim.id: claim for claim in library.claims.values() if claim.rating}
    st.selectbox(
        "Take the steps of a claim, or make your own below",
        list(rated),
        index=None,
        key="method.claim",
        format_func=lambda one: rated[one].statement,
        on_change=_take_steps,
        args=(rated,),
        placeholder="a claim of this library",
    )
    # What comes out stands first, so that it is not below the steps on a narrow screen.
    left, right = st.columns([2, 3], gap="large")
    with right:
        st.selectbox(
            "What kind of studies are there?", list(Start), key="start", format_func=lambda one: Start(one).words
        )
        for domain in Domain:
            _draw_step(domain)
    with left, st.container(border=True, key="method-result"):
        _draw_result(_rating())


def _take_steps(rated: dict[str, Claim]) -> None:
    """Set the steps to those of the claim that was chosen."""
    claim = rated.get(st.session_state["method.claim"] or "")
    if claim is None or claim.rating is None:
        return
    levels = {step.domain: step.levels for step in claim.rating.steps}
    st.session_state["start"] = claim.rating.start.value
    for domain in Domain:
        st.session_state[domain.value] = str(levels.get(domain, 0))


def _draw_step(domain: Domain) -> None:
    st.segmented_control(
        f"{domain.words.capitalize()}: {_ASKS[domain]}",
        _UP if domain.raises else _DOWN,
        key=domain.value,
        required=True,
        format_func=_LEVELS.__getitem__,
    )


def _rating() -> Rating:
    levels = {domain: int(st.session_state.get(domain.value) or 0) for domain in Domain}
    steps = (Step(domain=domain, levels=count, reason=_ASKS[domain]) for domain, count in levels.items() if count)
    return Rating(start=Start(st.session_state["start"]), steps=tuple(steps))


def _draw_result(rating: Rating) -> None:
    st.header("What comes out", anchor=False)
    if wrong := faults(rating):
        parts.text_html("The rules do not allow this:")
        parts.listing(f"{fault[0].upper()}{fault[1:]}." for fault in wrong)
        return
    done = receipt(rating)
    parts.show(Markup("<p>{}</p>").format(marks.certainty_mark(done.certainty, explained=True)))
    parts.show(Markup("<p>So one may write: <strong>{}</strong></p>").format(_MAY_SAY[done.certainty]))
    parts.table(
        ["step", "levels", "arrives at"],
        _receipt_rows(done),
        caption=f"The receipt, by rules {done.rules}",
        file_name="receipt.csv",
    )


def _receipt_rows(done: Receipt) -> list[list[str | int | Markup]]:
    start: list[str | int | Markup] = [f"Start: {done.start.words}", "", marks.certainty_mark(done.start.certainty)]
    steps: list[list[str | int | Markup]] = [
        [line.step.domain.words, f"{line.step.levels:+d}".replace("-", "−"), marks.certainty_mark(line.certainty)]
        for line in done.lines
    ]
    return [start, *steps]


def _draw_limits(library: Library) -> None:
    studies = library.studies.values()
    abstracts = sum(study.appraisal.access is not Access.FULL_TEXT for study in studies)
    unasked = sum(study.appraisal.integrity.status is Integrity.NOT_CHECKED for study in studies)
    st.header("What this library cannot tell", anchor=False)
    parts.listing(
        [
            "It was read by machine. No clinician has reviewed it, and nothing here is medical advice.",
            (
                f"It knows the {len(library.claims)} claims that were found in {len(library.articles)} articles. "
                "What is not here was not looked at: that makes it neither true nor false."
            ),
            (
                f"Of its {len(studies)} studies {abstracts} could be read as an abstract or an entry only: "
                "what their full texts would add is not known."
            ),
            f"Of {unasked} studies no registry was asked whether they were corrected or retracted.",
            "The searches are logged with each claim, but are no systematic review: a study can have been missed.",
            "A rating is a judgement by stated rules. Others may judge a step otherwise; then the receipt shows where.",
            "It reads English only.",
        ]
    )
    parts.show(Markup("<p>{}</p>").format(links.link("quality", "What is overdue, unread or amiss in the data")))


def _draw_glossary() -> None:
    st.header("Glossary", anchor=False)
    words = glossary()
    if not words:
        parts.text_html("The glossary did not come with this installation.")
        return
    parts.table(
        ["word", "meaning"],
        [[word, meaning] for word, meaning in words.items()],
        caption="One word for one thing: on these pages, in the files, in the code",
        file_name="glossary.csv",
    )


page()
