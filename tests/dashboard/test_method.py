"""How a rating is made, moved by hand, and the glossary."""

from html import unescape

import pytest

pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from evidence.dashboard.glossary import glossary
from evidence.model import Certainty, Domain, Start, Verdict
from evidence.rating import certainty


def result(app, shown):
    """What came out, as the page's HTML says it last."""
    return unescape(shown(app))


def test_every_verdict_and_certainty_is_explained(open_page, shown, library_of):
    text = unescape(shown(open_page("method", library_of())))

    for term in (*Verdict, *Certainty):
        assert term.meaning in text


# GRADE guidelines 3 (J Clin Epidemiol 2011;64:401-406): trials start high, observational studies low; each step moves
# the certainty by a level, and the sum stays on the scale.
@pytest.mark.parametrize(
    ("start", "steps", "arrives"),
    [
        (Start.RANDOMISED_TRIALS, {}, "high certainty"),
        (Start.RANDOMISED_TRIALS, {"risk_of_bias": "-1"}, "moderate certainty"),
        (Start.RANDOMISED_TRIALS, {"risk_of_bias": "-1", "imprecision": "-2"}, "very low certainty"),
        (Start.RANDOMISED_TRIALS, {"risk_of_bias": "-2", "imprecision": "-2"}, "very low certainty"),
        (Start.OBSERVATIONAL_STUDIES, {}, "low certainty"),
        (Start.OBSERVATIONAL_STUDIES, {"large_effect": "2"}, "high certainty"),
        (Start.RISK_COHORTS, {"indirectness": "-1"}, "moderate certainty"),
    ],
)
def test_steps_lead_to_the_certainty_that_the_rules_give(open_page, shown, library_of, start, steps, arrives):
    app = open_page("method", library_of(), part=["try"], start=[start.value])
    for domain, levels in steps.items():
        app.segmented_control(key=domain).set_value(levels).run()
    text = shown(app).split("ev-means")[1].split("</p>")[0] if "ev-means" in shown(app) else ""

    assert f' {arrives}</span> <span class="ev-means">' in shown(app), text
    for domain, levels in steps.items():
        assert app.query_params[domain] in (levels, [levels])


def test_a_step_that_the_rules_forbid_is_told(open_page, shown, library_of):
    app = open_page("method", library_of(), part=["try"], large_effect=["1"])

    assert "Large effect may raise observational evidence only, not randomised trials." in shown(app)


def test_a_linked_rating_opens_as_it_was(open_page, library_of):
    app = open_page("method", library_of(), part=["try"], start=["observational_studies"], dose_response=["1"])

    assert app.selectbox(key="start").value == "observational_studies"
    assert app.segmented_control(key="dose_response").value == "1"


def test_the_steps_of_a_claim_can_be_taken(open_page, shown, real):
    claim = next(claim for claim in real.claims.values() if claim.rating and len(claim.rating.steps) > 1)
    app = open_page("method", part=["try"])
    app.selectbox(key="method.claim").set_value(claim.id).run()

    assert not app.exception
    for domain in Domain:
        levels = sum(step.levels for step in claim.rating.steps if step.domain is domain)
        assert app.segmented_control(key=domain.value).value == str(levels)
    assert f"{certainty(claim.rating).words} certainty" in shown(app)


def test_limits_are_counted_from_the_library(open_page, shown, library_of):
    text = shown(open_page("method", library_of(), part=["limits"]))

    assert "No clinician has reviewed it" in text
    assert "Of 1 studies no registry was asked" in text


def test_the_glossary_is_the_one_in_the_docs(open_page, shown, root):
    text = unescape(shown(open_page("method", part=["glossary"])))
    rows = [line for line in (root / "docs/glossary.md").read_text().splitlines() if line.startswith("| ")]

    assert len(glossary()) == len(rows) - 1
    for word in glossary():
        assert word in text
