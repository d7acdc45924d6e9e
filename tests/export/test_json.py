"""The report in pieces is the report as the standard library writes it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.cli.output import json_text
from evidence.drafts.check import check
from evidence.drafts.report import CheckedSentence, Coverage, Finding, Level, Match, Polarity, Report
from evidence.export.json import json_pieces

TEXTS = st.text(max_size=12)
LISTS = st.lists(TEXTS, max_size=2).map(tuple)
MATCHES = st.builds(
    Match, TEXTS, st.floats(0, 1), st.sampled_from(Polarity), LISTS, start=st.integers(0, 3), end=st.integers(3, 9)
)
FINDINGS = st.builds(Finding, TEXTS, st.sampled_from([*Level][:3]), TEXTS, LISTS, LISTS, TEXTS)
SENTENCES = st.builds(
    CheckedSentence,
    text=TEXTS,
    start=st.just(0),
    end=st.just(12),
    line=st.integers(1, 9),
    column=st.integers(1, 9),
    end_line=st.integers(1, 9),
    end_column=st.integers(1, 9),
    matches=st.lists(MATCHES, max_size=2).map(tuple),
    findings=st.lists(FINDINGS, max_size=2).map(tuple),
    nearest=LISTS,
    skipped=TEXTS,
    ignored=TEXTS,
)
COVERAGES = st.builds(Coverage, *[st.integers(0, 9)] * 5)
REPORTS = st.builds(
    Report, TEXTS, TEXTS, TEXTS, COVERAGES, st.lists(SENTENCES, max_size=3).map(tuple), approximate=st.booleans()
)


@given(REPORTS)
def test_the_pieces_together_are_what_the_standard_library_writes(report):
    assert "".join(json_pieces(report)) == json_text(report.to_dict())


@pytest.mark.parametrize("name", ["plain", 'a "name" []\\'])
def test_the_report_of_a_draft_is_read_back_whole(library_of, name):
    report = check("Kneading loosens stiff elbows. “Zoë” 😀 asks why.\n\nKneading loosens stiff elbows.", library_of())
    report = Report(name, report.version, report.on, report.coverage, report.sentences)

    assert json.loads("".join(json_pieces(report))) == report.to_dict()
