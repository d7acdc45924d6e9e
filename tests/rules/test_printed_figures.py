"""Figures as printed, in fields and in running text, and what an interval says."""

from dataclasses import replace
from decimal import Decimal

import pytest

from evidence.figures import figure, mentions
from evidence.model import Measure
from evidence.results import interval


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("0.70", "0.695", "0.705"),
        ("-8.16", "-8.165", "-8.155"),
        ("1,234", "1233.5", "1234.5"),
        (".5", "0.45", "0.55"),
        ("+3", "2.5", "3.5"),
        ("\u22123", "-3.5", "-2.5"),
        ("<0.001", "-Infinity", "0.001"),
        ("≥ 5", "5", "Infinity"),
        ("= 0.04", "0.035", "0.045"),
    ],
)
def test_a_printed_figure_is_every_value_that_is_printed_so(text, least, most):
    found = figure(text)

    assert found is not None
    assert (found.least, found.most) == (Decimal(least), Decimal(most))


@pytest.mark.parametrize(
    "text", ["", "-", ".", "1.", "0,70", "12,34", "1 234", "62 %", "nan", "1e5", "about 8", "٣", "9" * 16]
)
def test_what_is_not_a_figure_and_nothing_else_is_none(text):
    assert figure(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("8.16 points (95% CI 2.81-13.50), n=222.", ["8.16", "95", "2.81", "13.50", "222"]),
        ("1,012 people, 62% in 2019.", ["1,012", "62", "2019"]),
        ("COX-2, IL-6, B12, type 2, Table 3, AMSTAR 2, Topic 1, perlman2019efficacy", []),
        ("the 1st and 12th week of the 1990s", []),
        ("a 12-week course at 10mg", ["12", "10"]),
    ],
)
def test_figures_in_running_text_leave_out_names(text, found):
    assert [mention.text for mention in mentions(text)] == found


@pytest.mark.parametrize(
    ("text", "value", "stands"),
    [
        ("8", "-8.16", True),
        ("8.2", "8.16", True),
        ("8.1", "8.16", False),
        ("8", "8.51", False),
        ("about 1,000", "1012", True),
        ("1,000", "1012", False),
        ("about 80", "90", False),
    ],
)
def test_a_figure_stands_for_what_rounds_to_it(text, value, stands):
    (mention,) = mentions(text)

    assert mention.stands_for(Decimal(value)) is stands


def test_p_of_an_interval_is_the_published_one(sound):
    # Altman and Bland, How to obtain the confidence interval from a P value, BMJ 2011;343:d2090, example (a):
    # 17 percentage points with P=0.032 are 1.4 to 32.6; the p that rounds to 0.032 must be among those implied.
    result = sound.studies[0].appraisal.results[0]

    found = interval(replace(result, measure=Measure.RD, estimate="17.0", low="1.4", high="32.6"))

    assert found is not None
    assert found.p.least - 0.0005 <= 0.032 <= found.p.most + 0.0005
