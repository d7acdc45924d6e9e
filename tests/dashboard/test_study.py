"""The page of a study."""

import re
from datetime import date
from html import unescape

import pytest

pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from evidence.export import cite
from evidence.model import Arm, Integrity, IntegrityCheck, RiskOfBias, RiskOfBiasTool, Withdrawal

KEY = "miller2020kneading"


def test_a_study_tells_all_that_is_known(open_page, shown, library_of, study_of):
    study = study_of(
        funding="The Elbow Fund.",
        registration="NCT01234567",
        arms=(Arm(name="kneading", participants=40, description="daily"),),
        risk_of_bias=RiskOfBias(tool=RiskOfBiasTool.ROB2, judgement="some concerns", source="the review of Berg"),
    )
    app = open_page("study", library_of(studies=[study]), id=KEY)
    text = shown(app)

    assert not app.exception
    assert app.title[0].value.replace("\\", "") == study.reference.title
    assert [header.value for header in app.header] == [
        "Claims it bears on (1)",
        "What it found (1)",
        "How far to trust it",
        "Where this was read",
        "Cite it",
    ]
    for told in (
        "Kneading loosens stiff elbows.",
        "It measured it.",
        "Stiffness fell more with kneading.",
        "MD -4.0 points (95% CI -6.0 to -2.0) [abstract]",
        "The Elbow Fund.",
        "NCT01234567",
        "kneading (n 40): daily",
        "RoB 2: some concerns",
        "after the review of Berg",
        "https://example.org/1",
    ):
        assert told in text


def test_what_was_not_found_is_not_shown_as_fine(open_page, shown, library_of):
    text = shown(open_page("study", library_of(), id=KEY))

    assert text.count("not found on the pages read") == 4  # groups, money, conflicts, registration
    assert "no registry has been asked whether it was corrected or retracted" in text


def test_the_standing_comes_with_its_day_and_source(open_page, shown, library_of, study_of):
    asked = IntegrityCheck(status=Integrity.CLEAR, on=date(2026, 11, 20), source="Crossref")
    text = shown(open_page("study", library_of(studies=[study_of(integrity=asked)]), id=KEY))

    assert re.search("clear.{0,60}2026-11-20", text)
    assert "asked: Crossref" in text


def test_a_retracted_study_suspends_what_rests_on_it(open_page, shown, library_of, study_of):
    gone = IntegrityCheck(status=Integrity.RETRACTED, on=date(2026, 11, 20), source="Crossref")
    text = shown(open_page("study", library_of(studies=[study_of(integrity=gone)]), id=KEY))

    assert re.search("retracted.{0,60}2026-11-20", text)
    assert "rating suspended" in text
    assert "moderate certainty" not in text


def test_a_withdrawn_study_says_so(open_page, library_of, study_of):
    library = library_of(studies=[study_of(withdrawn=Withdrawal(on=date(2026, 11, 20), reason="A *double* entry."))])
    app = open_page("study", library, id=KEY)

    assert "A *double* entry." in app.error[0].value.replace("\\", "")


def test_companions_are_linked_and_strangers_named(open_page, shown, library_of, study_of):
    library = library_of(studies=[study_of(companions=("berg2021rest", "ono2019gone")), study_of("berg2021rest")])
    text = shown(open_page("study", library, id=KEY))

    assert 'href="study?id=berg2021rest"' in text
    assert "ono2019gone (not in this library)" in text


def test_the_reference_comes_in_the_format_of_the_address(open_page, shown, library_of):
    library = library_of()

    assert cite(library, [KEY]).strip() in unescape(shown(open_page("study", library, id=KEY)))
    assert "TY  - JOUR" in shown(open_page("study", library, id=KEY, format=["ris"]))


def test_a_misspelt_key_offers_the_nearest(open_page, shown, library_of):
    app = open_page("study", library_of(), id="miler2020kneading")

    assert app.title[0].value == "No such study"
    assert f"study?id={KEY}" in shown(app)


def test_without_a_key_the_list_is_offered(open_page, shown, library_of):
    assert 'href="studies"' in shown(open_page("study", library_of()))


def test_a_study_of_every_design_has_a_page(open_page, real):
    for study in {study.appraisal.design: study for study in real.studies.values()}.values():
        assert not open_page("study", id=study.key).exception
