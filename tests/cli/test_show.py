"""`evidence show`: whether a reader can take each line at its word."""

import json
import re

import pytest

from evidence.cli import main
from evidence.model import Better, Check, Design, Favours, Measure, Read, Result, RiskOfBias, RiskOfBiasTool
from evidence.result_words import result_lines
from evidence.store import save


def result(**changes):
    fields = {
        "id": "x",
        "outcome": "pain",
        "measure": Measure.OTHER,
        "better": Better.LOWER,
        "intervention": "kneading",
        "comparator": "rest",
        "estimate": "0.7",
        "favours": Favours.INTERVENTION,
        "where": "abstract",
        "finding": "It hurt less.",
        "read": Read.ONCE,
    }
    return Result(**{**fields, **changes})


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        # The page printed it the other way round, so the record has the names swapped (data/README.md, results).
        (
            {"measure": Measure.MD, "unit": "points", "intervention": "sham", "comparator": "kneading",
             "favours": Favours.COMPARATOR},
            "pain; sham minus kneading: MD 0.7 points; lower is better; speaks for kneading",
        ),
        (
            {"measure": Measure.OR, "favours": Favours.NEITHER, "low": "0.4", "high": "1.3", "level": "95"},
            "pain; kneading against rest: OR 0.7 (95% CI 0.4 to 1.3); lower is better; speaks for neither",
        ),
        (
            {"measure": Measure.PERCENT, "estimate": "19.9", "comparator": "none"},
            "pain; kneading: 19.9 %; lower is better",
        ),
        ({"measure": Measure.PERCENT, "unit": "percent of runners"}, None),
        (
            {"measure": Measure.MEAN, "unit": "mL", "instrument": "plethysmograph", "time": "10 minutes"},
            "pain (plethysmograph); 10 minutes; kneading, one group alone, beside rest: mean 0.7 mL; lower is better",
        ),
        (
            {"measure": Measure.CHANGE, "unit": "points", "comparator": ""},
            "pain; kneading, one group alone: change 0.7 points; lower is better",
        ),
        (
            {"measure": Measure.PERCENT_CHANGE, "comparator": "before", "estimate": "-5.2"},
            "pain; kneading against before: change -5.2 %; lower is better",
        ),
        (
            {"measure": Measure.R, "intervention": "strong hips", "comparator": "weak hips", "better": Better.NEITHER,
             "favours": Favours.COMPARATOR},
            "pain; with strong hips: r 0.7",
        ),
        (
            {"measure": Measure.SMD, "comparator": "none"},
            "pain; kneading minus none: SMD 0.7; lower is better; speaks for kneading",
        ),
    ],
)  # fmt: skip
def test_a_figure_says_whose_it_is_in_what_unit_and_for_whom_it_speaks(changes, line):
    first, second = result_lines(result(**changes))

    assert first == line or (line is None and "0.7 percent of runners" in first)
    assert second == "= It hurt less."


def test_without_a_figure_the_finding_stands_on_the_line():
    assert list(result_lines(result(estimate="", time="4 weeks"))) == [
        "pain; 4 weeks; kneading against rest: It hurt less."
    ]


@pytest.mark.parametrize(
    ("design", "counted"),
    [(Design.ANIMAL, "6 animals"), (Design.LABORATORY, "n 6"), (Design.COHORT, "6 people")],
)
@pytest.mark.parametrize("id", ["kneading-loosens-elbows", "miller2020kneading"])
def test_only_people_are_called_people(capsys, tmp_path, library_of, study_of, design, counted, id):
    save(library_of(studies=[study_of(design=design, participants=6)]), tmp_path)
    assert main(["show", id, "--library", str(tmp_path)]) == 0

    out = capsys.readouterr().out
    assert f"{design.words} · {counted}" in out
    assert ("people" in counted) == bool(re.search(r"\b6 people", out))


def test_each_study_of_a_claim_has_a_link_and_its_judged_bias(capsys, tmp_path, library_of, study_of):
    bias = RiskOfBias(tool=RiskOfBiasTool.PEDRO, judgement="7/10", source="PEDro")
    save(library_of(studies=[study_of(risk_of_bias=bias)]), tmp_path)
    main(["show", "kneading-loosens-elbows", "--library", str(tmp_path)])

    out = capsys.readouterr().out
    assert "https://doi.org/10.1000/miller2020kneading" in out
    assert "7/10" in out


def test_a_link_is_never_cut(capsys, monkeypatch, real):
    monkeypatch.setenv("COLUMNS", "80")
    main(["show", "massage-relieves-knee-pain-in-osteoarthritis"])
    out = "".join(capsys.readouterr().out.split())

    for citation in real.claim("massage-relieves-knee-pain-in-osteoarthritis").citations:
        study = real.study(citation.study)
        links = list(study.reference.links.values()) or [study.appraisal.checks[0].url]
        assert links[0] in out


def test_a_study_says_where_and_when_it_was_read(capsys, tmp_path, library_of, study_of, root):
    checks = (
        Check(url="https://example.org/page", on=study_of().appraisal.checks[0].on, reading=2, fields=("title",)),
    )
    save(library_of(studies=[study_of(checks=checks)]), tmp_path)
    main(["show", "miller2020kneading", "--library", str(tmp_path)])

    out = capsys.readouterr().out
    assert "2026-11-21, reading 2: https://example.org/page" in out
    assert "abstract; read once" in out


def test_no_study_of_the_library_compares_with_none_or_prints_a_bare_percent(capsys, real):
    for study in real.studies.values():
        for one in study.appraisal.results:
            line = next(iter(result_lines(one)))
            assert "against none" not in line
            assert not re.search(r": [\d.]+(?: \(|;|$)", line) or one.measure is not Measure.PERCENT


def test_what_a_search_left_out_is_shown(capsys, real):
    claim = next(claim for claim in real.claims.values() if any(search.left_out for search in claim.searches))
    main(["show", claim.id])
    out = " ".join(capsys.readouterr().out.split())
    shown = json.dumps([search.left_out for search in claim.searches], ensure_ascii=False)

    assert out.count("left out: ") == sum(bool(search.left_out) for search in claim.searches), shown
