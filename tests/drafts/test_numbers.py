from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.drafts.numbers import Unit, judge_numbers, quantities, stored
from evidence.model import Arm, Measure


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pain fell by 62%.", [("62%", "percent")]),
        ("Pain fell by 12.5 per cent.", [("12.5 per cent", "percent")]),
        ("A trial with 68 older adults", [("68 older adults", "people")]),
        ("(n = 1,012)", [("n = 1,012", "people")]),
        ("after eight weeks", [("eight weeks", "weeks")]),
        ("a 4-week course of 30-minute sessions", [("4-week", "weeks"), ("30-minute", "minutes")]),
        ("10 minutes, twice a week", [("10 minutes", "minutes")]),
        ("vitamin D3 and type 2 diabetes", []),
        ("in 2019 nobody asked", []),
        ("miller2020kneading", []),
    ],
)
def test_figures_are_read_with_their_units(text, found):
    assert [(one.text, one.unit.value) for one in quantities(text)] == found


@pytest.fixture
def study(study_of):
    made = study_of(participants=80, arms=(Arm(name="kneading", participants=41), Arm(name="rest", participants=39)))
    (result,) = made.appraisal.results
    results = (
        replace(result, time="4 weeks", n_intervention="40", n_comparator="38"),
        replace(result, id="share", measure=Measure.PERCENT, estimate="24.6", low="", high=""),
        replace(result, id="ratio", measure=Measure.RR, estimate="0.38", low="0.20", high="0.71"),
        replace(result, id="told", measure=Measure.OTHER, finding="Stiffness fell in 9% after 30 minutes."),
    )
    return replace(made, appraisal=replace(made.appraisal, results=results))


def test_the_figures_of_a_study_are_those_of_its_results_and_groups(study):
    known = stored([study])

    assert known[Unit.PEOPLE] >= {Decimal(number) for number in (80, 41, 39, 40, 38, 78)}
    assert known[Unit.PERCENT] >= {Decimal("24.6"), Decimal("62.00"), Decimal(9)}
    assert known[Unit.WEEKS] == {Decimal(4)}
    assert known[Unit.MINUTES] == {Decimal(30)}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Kneading helped 24.6% of the patients.", None),
        ("Kneading helped about 25% of the patients.", None),
        ("Kneading led to 62% fewer attacks.", None),
        ("Kneading helped 70% of the patients.", "number-differs"),
        ("A trial with 80 adults found less stiffness.", None),
        ("A trial with 800 adults found less stiffness.", "number-differs"),
        ("Sixty of 800 people in town knead.", None),
        ("A study found relief after 4 weeks.", None),
        ("A study found relief after 12 weeks.", "number-differs"),
        ("Stiffness is gone within two weeks.", "number-differs"),
        ("Knead for two weeks.", None),
        ("Knead for 10 minutes a day.", None),
        ("Kneading works after 5 minutes.", "number-differs"),
    ],
)
def test_a_figure_that_no_study_gives_is_an_error(study, text, rule):
    assert [finding.rule for finding in judge_numbers(text, (study,))] == ([rule] if rule else [])


def test_a_figure_of_a_kind_that_no_study_gives_cannot_be_traced(study_of):
    (finding,) = judge_numbers("Kneading helped 70% of the patients.", (study_of(),))

    assert (finding.rule, finding.level.value) == ("number-untraceable", "error")


def test_the_nearest_figure_is_told(study):
    (finding,) = judge_numbers("Kneading helped 70% of the patients.", (study,))

    assert "“70%” differs" in finding.message
    assert "62 percent" in finding.message
    assert finding.cite == ("miller2020kneading",)


@given(
    value=st.decimals(min_value=0, max_value=10**6, places=1),
    unit=st.sampled_from(["%", " per cent", " weeks", " minutes", " patients"]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_a_study_says_of_itself_is_never_called_wrong(study_of, value, unit):
    made = study_of(population=f"A trial in which {value}{unit} were counted.")

    assert not list(judge_numbers(f"A trial counted {value}{unit}.", (made,)))
