"""The curator's page, on libraries with planted faults."""

import re
from datetime import date, timedelta
from html import unescape

import pytest

pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from evidence.dashboard.links import link
from evidence.dashboard.upkeep import gap_rows, gaps, inspected, read_once, unasked
from evidence.model import Certainty, Integrity, IntegrityCheck, Verdict

TODAY = date.today()


@pytest.fixture
def planted(tmp_path):
    """A file of a claim that cannot be read, in the folder in which `open_page` puts the library."""
    file = tmp_path / "claims" / "elbows" / "cannot-be-read.toml"
    file.parent.mkdir(parents=True)
    file.write_text('statement = "Elbows fly."\nverdict = "proven"\n')
    return file


@pytest.fixture
def overdue(claim_of):
    return claim_of(
        "review-me", reviewed=TODAY - timedelta(900), review_by=TODAY - timedelta(30), statement="Rest *helps*."
    )


def facts(app, shown):
    text = unescape(shown(app))
    return {
        name: text.split(f"<dt>{name}</dt><dd>")[1].split("</dd>")[0]
        for name in ("Problems", "Reviews overdue", "Claims read once", "Not asked of registries")
    }


def test_a_record_that_cannot_be_read_is_told_with_where_and_how_to_mend_it(open_page, shown, library_of, planted):
    text = unescape(shown(open_page("quality", library_of())))

    assert re.search("claims/elbows/cannot-be-read.toml</code>.*?>verdict</td>", text)
    assert "proven" in text


def test_a_broken_rule_is_told_with_its_reason(open_page, shown, library_of, claim_of):
    app = open_page("quality", library_of(claims=[claim_of(certainty=Certainty.HIGH)]))
    text = unescape(shown(app))

    assert not app.exception
    assert re.search("kneading-loosens-elbows.toml</code></th><td[^>]*>certainty</td>", text)
    assert "<code>certainty-recomputed</code>" in text
    assert "problems (CSV)" in " ".join(button.proto.label for button in app.get("download_button"))


def test_what_was_mended_is_read_again(open_page, shown, library_of, planted):
    app = open_page("quality", library_of())
    planted.unlink()
    next(button for button in app.button if button.label == "Read the files again").click().run()

    assert "cannot-be-read" not in shown(app)


def test_reviews_overdue_are_counted_listed_and_linked(open_page, shown, library_of, claim_of, overdue):
    app = open_page("quality", library_of(claims=[claim_of(), overdue]))
    text = unescape(shown(app))

    assert "Reviews overdue (1)" in [header.value for header in app.header]
    assert facts(app, shown)["Reviews overdue"] == link("claims", "1 of 2 claims", {"review": "overdue"})
    assert 'href="claim?id=review-me"' in text
    assert ">30</td>" in text


def test_what_was_not_done_is_never_shown_as_done(open_page, shown, library_of):
    app = open_page("quality", library_of())
    told = facts(app, shown)

    assert told["Not asked of registries"] == "1 of 1 studies"
    assert "1 of 1 claims" in told["Claims read once"]
    assert "Second readings open (1)" in [header.value for header in app.header]
    assert "The texts of 1 articles are not at hand" in shown(app)


def test_a_fallen_study_suspends_its_ratings(open_page, shown, library_of, study_of):
    gone = IntegrityCheck(status=Integrity.RETRACTED, on=date(2026, 11, 20), source="Crossref")
    app = open_page("quality", library_of(studies=[study_of(integrity=gone)]))

    assert "Ratings suspended (1)" in [header.value for header in app.header]
    assert "was retracted (Crossref, 2026-11-20)" in shown(app)


def test_an_empty_library_is_drawn(open_page, library_of):
    assert not open_page("quality", library_of(claims=[], studies=[])).exception


def test_studies_count_as_unasked_until_a_registry_was_asked(library_of, study_of):
    asked = study_of("berg2021rest", integrity=IntegrityCheck(status=Integrity.CLEAR, on=TODAY, source="Crossref"))

    assert [study.key for study in unasked(library_of(studies=[study_of(), asked]))] == ["miller2020kneading"]


def test_results_read_once_are_counted_by_study(library_of):
    assert [(study.key, count) for study, count in read_once(library_of())] == [("miller2020kneading", 1)]


def test_a_gap_names_its_records(library_of, study_of, claim_of):
    untested = claim_of("untested", verdict=Verdict.NO_EVIDENCE_FOUND, certainty=None, rating=None, searches=())
    library = library_of(studies=[study_of(funding="A fund.")], claims=[claim_of(size="small"), untested])
    found = {gap.field: gap for gap in gaps(library)}

    assert "funding" not in found
    assert found["conflicts"].records == ("miller2020kneading",)
    assert found["searches"].records == ("untested",)
    assert "size" not in found  # a claim without a body of evidence has no size to miss
    assert {"noun": "claim", "record": "untested", "empty": "searches"} in gap_rows(tuple(found.values()))


def test_the_library_that_ships_is_inspected_as_the_command_does(real, monkeypatch):
    monkeypatch.delenv("EVIDENCE_LIBRARY", raising=False)

    assert set(real.problems) <= set(inspected(real, TODAY).problems)
