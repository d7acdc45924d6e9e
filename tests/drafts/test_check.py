"""Whole drafts through the whole way, with the library that ships where a claim must be found."""

import json
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import evidence
from evidence.drafts import check as check_module
from evidence.drafts.draft import Draft, Ignore
from evidence.drafts.report import Match, Polarity
from evidence.drafts.rulebook import RULEBOOK
from evidence.store.drafts import read_draft

# What stands in planted.md, by line: the rules under which something must be found, and how grave the gravest is.
PLANTED = {
    8: ("none", set()),
    10: ("warning", {"stronger-than-evidence"}),
    11: ("error", {"contradicted"}),
    13: ("note", {"honest-wording"}),
    16: ("note", {"agrees"}),
    17: ("warning", {"stronger-than-evidence", "unnamed-research"}),
    18: ("warning", {"stronger-than-evidence", "toxins"}),
    19: ("error", {"contradicted", "no-side-effects"}),
    27: ("error", {"unverifiable", "unnamed-research"}),
    28: ("error", {"unverifiable", "unsourced-statistic"}),
    31: ("none", {"stronger-than-evidence"}),
    33: ("warning", {"stronger-than-evidence", "advice-without-evidence"}),
    35: ("warning", {"animals-to-people"}),
    36: ("note", {"partly-supported"}),
    38: ("error", {"stronger-than-evidence", "number-untraceable"}),
    39: ("error", {"stronger-than-evidence", "number-untraceable"}),
    40: ("error", {"stronger-than-evidence", "number-differs"}),
    42: ("none", set()),
}


@pytest.fixture(scope="module")
def planted(root, real):
    return evidence.check(read_draft(root / "tests/drafts/planted.md"), real)


@pytest.mark.parametrize("line", PLANTED)
def test_planted_faults_are_found_where_they_stand(planted, line):
    here = [sentence for sentence in planted.sentences if sentence.line == line]
    level, rules = PLANTED[line]

    assert rules <= {finding.rule for sentence in here for finding in sentence.findings}
    assert max(here, key=lambda sentence: sentence.level.gravity).level == level


def test_questions_quotations_code_and_front_matter_are_not_told_of(planted):
    silent = [sentence for sentence in planted.sentences if sentence.text.endswith("?")]

    assert [match.polarity for sentence in silent for match in sentence.matches] == [Polarity.ASKS]
    assert all(not sentence.findings for sentence in silent)
    assert not [sentence for sentence in planted.sentences if sentence.line in {*range(1, 5), 21, *range(23, 26)}]


def test_somebody_elses_view_is_a_note(planted):
    (view,) = [sentence for sentence in planted.sentences if sentence.text.startswith("My coach believes")]

    assert [(finding.rule, finding.level) for finding in view.findings] == [("reported-view", "note")]
    assert (view.line, view.column) == (14, 31)


def test_an_ignored_sentence_is_listed_with_its_reason_and_does_not_count(planted):
    (ignored,) = [sentence for sentence in planted.sentences if sentence.ignored]

    assert (ignored.line, ignored.ignored) == (31, "quoted from the brochure on purpose")
    assert ignored.findings
    assert ignored.level == "none"
    assert planted.coverage.ignored == 1


def test_the_coverage_adds_up(planted):
    counted = planted.coverage

    assert counted.sentences == len(planted.sentences)
    assert counted.sentences == counted.matched + counted.not_in_library + counted.skipped


def test_every_finding_has_a_rule_of_the_book_and_no_graver_level(planted):
    for sentence in planted.sentences:
        for finding in sentence.findings:
            assert finding.level.gravity <= RULEBOOK[finding.rule].level.gravity


def test_every_rule_is_explained_in_the_documentation(root):
    text = (root / "docs/checking.md").read_text()

    assert [rule for rule in RULEBOOK if f"`{rule}`" not in text] == []


def test_the_gravest_finding_comes_first(planted):
    for sentence in planted.sentences:
        levels = [finding.level.gravity for finding in sentence.findings]
        assert levels == sorted(levels, reverse=True)


def test_what_is_cited_is_in_the_library(planted, real):
    assert planted.cited
    assert set(planted.cited) <= set(real.studies)


def test_a_text_and_its_draft_are_checked_alike(real):
    text = "Massage releases endorphins."

    assert evidence.check(text, real) == evidence.check(Draft(text, text), real)


def test_the_same_text_gives_the_same_bytes_whatever_the_hash_seed(root):
    def checked(seed):
        command = [sys.executable, "-m", "evidence", "check", "tests/drafts/planted.md", "--format", "json"]
        done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, cwd=root, capture_output=True)
        return done.stdout

    assert checked("1") == checked("2") != b""


def test_the_library_is_named_by_what_it_says(library_of, claim_of):
    one, same, other = library_of(), library_of(), library_of(claims=[claim_of(answer="It does not.")])
    versions = [evidence.check("Nothing here.", library).version for library in (one, same, other)]

    assert versions[0] == versions[1] != versions[2]
    assert evidence.check("", one).on == "2026-11-21"
    assert evidence.check("", library_of(claims=[])).on == ""


class Stub:
    """A matcher that finds the one claim of the made-up library in every sentence that has a word for it."""

    def __init__(self, polarity=Polarity.ASSERTS):
        self.polarity = polarity
        self.contexts = []

    def carried(self, text, context):
        return context

    def match_carrying(self, text, context):
        self.contexts.append(context)
        start = text.lower().find("kneading")
        if start < 0:
            return ()
        return (Match("kneading-loosens-elbows", 0.9, self.polarity, ("kneading",), start, len(text)),)

    def nearest(self, text):
        return ("kneading-loosens-elbows",)


@pytest.fixture
def stub(monkeypatch):
    def put(**options):
        made = Stub(**options)
        monkeypatch.setattr(check_module, "_matcher", lambda library: made)
        return made

    return put


def test_offsets_lines_and_columns_are_those_of_the_draft(library_of, stub):
    stub()
    report = evidence.check("# Title here\n\nFirst one. So kneading loosens elbows.\n", library_of())
    *_, last = report.sentences

    assert (last.line, last.column, last.end_line, last.end_column) == (3, 12, 3, 39)
    assert last.part(last.matches[0]) == "kneading loosens elbows."


def test_the_sentences_before_say_what_it_means(library_of, stub):
    made = stub()
    evidence.check("One thing. Two things. Three things.\n\nFour things.", library_of())

    assert made.contexts == [
        ((), ()),
        ((), ("One thing.",)),
        ((), ("One thing.", "Two things.")),
        (("Two things.", "Three things."), ()),
    ]


@pytest.mark.parametrize("text", ["x" * 3000, "1 2 3.", "...", "Ok."])
def test_what_is_no_sentence_is_skipped_with_a_reason(library_of, stub, text):
    made = stub()
    report = evidence.check(Draft(text, text), library_of())

    assert report.coverage.skipped == 1
    assert report.sentences[0].skipped
    assert made.contexts == []


def test_an_unmatched_sentence_names_the_nearest_claims(library_of, stub):
    stub()
    (sentence,) = evidence.check("The bus leaves at nine.", library_of()).sentences

    assert sentence.nearest == ("kneading-loosens-elbows",)
    assert sentence.findings == ()


def test_figures_are_held_against_the_study_that_the_writer_names(library_of, study_of, stub):
    stub()
    other = study_of("berg2021rest", population="It helped 70% of them.")
    library = library_of(studies=[study_of(), other])
    rules = {
        text: [finding.rule for one in evidence.check(text, library).sentences for finding in one.findings]
        for text in (
            "Kneading can help 70% of us [@berg2021rest].",
            "Kneading can help 70% of us [@miller2020kneading].",
        )
    }

    assert list(rules.values()) == [["supported"], ["number-untraceable", "supported"]]


def test_a_source_of_the_writers_own_is_left_to_the_reader(library_of, stub):
    stub()
    text = "Kneading can help 70% of us (see https://example.org/trial)."
    (sentence,) = evidence.check(text, library_of()).sentences

    assert [finding.rule for finding in sentence.findings] == ["supported"]


def test_somebody_elses_words_are_not_held_against_the_writer(library_of, stub):
    stub(polarity=Polarity.REPORTS)
    (sentence,) = evidence.check("She says that kneading flushes toxins out in 80% of cases.", library_of()).sentences

    assert [finding.rule for finding in sentence.findings] == ["reported-view"]


@pytest.mark.parametrize(
    ("ignores", "reasons"),
    [
        ([], ["", "", ""]),
        ([Ignore("why", 11, 22)], ["", "why", ""]),
        ([Ignore("", 11, 22)], ["", "", ""]),
        ([Ignore("all", 0, 40), Ignore("one", 11, 22)], ["all", "all", "all"]),
        ([Ignore("late", 30, 31), Ignore("early", 0, 3)], ["early", "", "late"]),
    ],
)
def test_an_ignore_covers_the_sentences_that_it_touches(library_of, stub, ignores, reasons):
    stub()
    text = "Here one. Here two too. And here three."
    report = evidence.check(Draft(text, text, ignores=tuple(ignores)), library_of())

    assert [sentence.ignored for sentence in report.sentences] == reasons


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=300))
def test_no_text_is_too_strange(real, text):
    report = evidence.check(text, real)

    assert json.loads(json.dumps(report.to_dict())) == report.to_dict()
    for sentence in report.sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)
        assert (sentence.line, sentence.column) <= (sentence.end_line, sentence.end_column)


def test_findings_of_one_level_stand_as_their_claims_do_in_the_sentence(real):
    text = "Massage boosts circulation and releases endorphins, ending knee pain."
    (sentence,) = evidence.check(text, real).sentences
    starts = [sentence.match_of(finding).start for finding in sentence.findings]

    assert len({finding.level for finding in sentence.findings}) == 1
    assert len(starts) == 3
    assert starts == sorted(starts)
