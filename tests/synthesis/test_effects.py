import math
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.model import Measure
from evidence.synthesis.effects import (
    NoEffect,
    Source,
    effect,
    hedges,
    p_from_se,
    scaled,
    se_from_interval,
    se_from_p,
    unscaled,
)


@pytest.fixture
def result(study_of):
    """Makes a result by changing fields of one without estimate, interval, p or n."""
    blank = {"estimate": "", "low": "", "high": "", "level": "", "p": ""}
    return lambda **changes: replace(study_of().appraisal.results[0], **{**blank, **changes})


def test_interval_to_p_as_altman_and_bland():
    """BMJ 2011;343:d2304: a ratio of 0.81 (0.70 to 0.94) has the standard error 0.075 and p 0.005."""
    se = se_from_interval(math.log(0.70), math.log(0.94), level=95)

    assert se == pytest.approx(0.075, abs=5e-4)
    assert p_from_se(math.log(0.81), se) == pytest.approx(0.005, abs=5e-4)


def test_p_to_standard_error_as_altman_and_bland():
    """BMJ 2011;343:d2090: a difference of 17 with p 0.032 has the standard error 7.94 by their approximation."""
    assert se_from_p(17, 0.032) == pytest.approx(7.94, rel=0.005)


@given(
    st.floats(-10, 10).filter(lambda x: abs(x) > 1e-3),
    st.floats(0.01, 10),
    st.one_of(st.just(math.inf), st.integers(2, 200)),
)
def test_the_conversions_are_each_others_inverse(estimate, se, df):
    p = p_from_se(estimate, se, df)

    if 1e-9 < p < 1 - 1e-3:
        assert se_from_p(estimate, p, df) == pytest.approx(se, rel=1e-5)


def test_hedges_g_is_that_of_metafor():
    """tests/testthat/test_misc_escalc.r on `dat.normand1999` (Normand, Stat Med 1999;18:321-59): yi and vi of SMD."""
    rows = [
        ((155, 55, 47), (156, 75, 64), -0.3552, 0.0131),
        ((31, 27, 7), (32, 29, 4), -0.3479, 0.0645),
        ((75, 64, 17), (71, 119, 29), -2.3176, 0.0458),
        ((18, 66, 20), (18, 137, 48), -1.8880, 0.1606),
    ]
    for (n, mean, sd), (m, other, spread), g, variance in rows:
        pooled = math.sqrt(((n - 1) * sd**2 + (m - 1) * spread**2) / (n + m - 2))
        found = hedges((mean - other) / pooled, n, m)

        assert found.estimate == pytest.approx(g, abs=5.1e-5)
        assert found.se**2 == pytest.approx(variance, abs=5.1e-5)


def test_correlations_by_fishers_z_are_those_of_metafor(result):
    """tests/testthat/test_misc_escalc.r on `dat.mcdaniel1994`: measure ZCOR."""
    for r, n, z, variance in [
        ("0.00", "123", 0, 0.0083),
        (".62", "15", 0.7250, 0.0833),
        ("-.13", "41", -0.1307, 0.0263),
    ]:
        found = effect("a", result(measure=Measure.R, estimate=r, n_intervention=n))

        assert found.point.estimate == pytest.approx(z, abs=5.1e-5)
        assert found.point.se**2 == pytest.approx(variance, abs=5.1e-5)


# A scale, an estimate with its interval, and the estimate and standard error on the natural scale.
@pytest.mark.parametrize(
    ("measure", "printed", "estimate", "se"),
    [
        (Measure.MD, ("-4", "-6", "-2"), -4, 2 / 1.959964),
        (Measure.SMD, ("0.56", "0.21", "0.90"), 0.56, 0.345 / 1.959964),
        (Measure.RD, ("-8.1", "-17.6", "1.3"), -8.1, 9.45 / 1.959964),
        (Measure.OR, ("2", "1", "4"), math.log(2), math.log(2) / 1.959964),
        (Measure.HR, ("0.5", "0.25", "1"), -math.log(2), math.log(2) / 1.959964),
        (Measure.IRR, ("2", "1", "4"), math.log(2), math.log(2) / 1.959964),
        (Measure.R, ("0", "-0.5", "0.5"), 0, math.atanh(0.5) / 1.959964),
    ],
)
def test_an_interval_gives_the_standard_error_on_the_natural_scale(result, measure, printed, estimate, se):
    middle, low, high = printed
    found = effect("a", result(measure=measure, estimate=middle, low=low, high=high, level="95"))

    assert found.source is Source.INTERVAL
    assert (found.point.estimate, found.point.se) == (pytest.approx(estimate), pytest.approx(se, rel=1e-6))


def test_small_groups_take_t_and_another_level_its_own_quantile(result):
    interval = {"estimate": "0", "low": "-1", "high": "1"}

    small = effect("a", result(**interval, level="95", n_intervention="6", n_comparator="7"))
    narrow = effect("a", result(**interval, level="90"))

    assert small.point.se == pytest.approx(1 / 2.201, abs=1e-3)  # t with 11 degrees of freedom
    assert narrow.point.se == pytest.approx(1 / 1.645, abs=1e-3)


def test_p_is_taken_where_there_is_no_interval(result):
    found = effect("a", result(measure=Measure.MD, estimate="3.26", p=".030"))

    assert (found.source, found.point.se) == (Source.P, pytest.approx(3.26 / 2.1701, abs=1e-3))


def test_an_effect_turned_round_has_the_other_sign(result):
    printed = result(measure=Measure.OR, estimate="2", low="1", high="4", level="95")

    assert effect("a", printed, turned=True).point.estimate == -effect("a", printed).point.estimate


def test_a_difference_called_hedges_g_is_not_corrected_again(result):
    counts = {"measure": Measure.SMD, "estimate": "0.5", "n_intervention": "8", "n_comparator": "8"}

    assert effect("a", result(**counts, unit="Hedges' g")).point.estimate == 0.5
    assert effect("a", result(**counts, unit="d")).point.estimate == pytest.approx(0.5 * 0.945, abs=1e-3)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"measure": Measure.OTHER}, "no effect measure"),
        ({"measure": Measure.CHANGE, "estimate": "-2", "low": "-3", "high": "-1", "level": "95"}, "within one group"),
        ({"measure": Measure.MEAN, "estimate": "10"}, "one group"),
        ({"measure": Measure.PERCENT, "estimate": "10"}, "one group"),
        ({"measure": Measure.PERCENT_CHANGE, "estimate": "10"}, "percent"),
        ({"measure": Measure.COEFFICIENT, "estimate": "1", "low": "0", "high": "2", "level": "95"}, "every model"),
        ({"measure": Measure.MD}, "no figure of an effect"),
        ({"measure": Measure.MD, "estimate": "2"}, "neither interval nor exact p"),
        ({"measure": Measure.MD, "estimate": "2", "p": "<0.001"}, "neither interval nor exact p"),
        ({"measure": Measure.MD, "estimate": "0", "p": "0.9"}, "neither interval nor exact p"),
        ({"measure": Measure.MD, "estimate": "2", "low": "1", "high": "3"}, "level"),
        ({"measure": Measure.MD, "estimate": "2", "low": "1", "high": "9", "level": "95"}, "not symmetric"),
        ({"measure": Measure.MD, "estimate": "2", "low": "2", "high": "2", "level": "95"}, "standard error"),
        ({"measure": Measure.OR, "estimate": "0", "low": "0", "high": "2", "level": "95"}, "end of the scale"),
        ({"measure": Measure.R, "estimate": "1", "n_intervention": "9"}, "end of the scale"),
        ({"measure": Measure.R, "estimate": "0.2", "n_intervention": "3"}, "neither interval nor exact p"),
        ({"measure": Measure.SMD, "estimate": "0.2", "n_intervention": "1", "n_comparator": "9"}, "neither interval"),
    ],
)
def test_what_is_no_effect_says_why(result, changes, says):
    with pytest.raises(NoEffect, match=says):
        effect("a", result(**changes))


@given(st.sampled_from(Measure), st.floats(0.01, 0.99))
def test_a_value_comes_back_from_its_natural_scale(measure, value):
    assert unscaled(scaled(value, measure), measure) == pytest.approx(value)


def test_every_result_of_the_library_is_an_effect_or_refused(real):
    for study in real.studies.values():
        for result in study.appraisal.results:
            with suppress(NoEffect):
                assert effect(study.key, result).point.se > 0


# Pooled figures that reviews in the library print with interval and p: the one must lead to the other.
@pytest.mark.parametrize("study", ["guo2017massage", "chen2025analgesic", "chen2022effect"])
def test_intervals_of_reviews_lead_to_the_p_that_they_print(real, study):
    results = real.study(study).appraisal.results
    printed = [result for result in results if result.low and result.p and "<" not in result.p]

    assert printed
    for result in printed:
        point = effect(study, result).point
        # Estimate and interval have two digits, p often one: 0.0015 is printed as 0.001.
        assert p_from_se(point.estimate, point.se) == pytest.approx(float(result.p), rel=0.55)
