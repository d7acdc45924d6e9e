"""Pooled figures against metafor (Viechtbauer), as printed in its README, reference pages and tests.

Repository wviechtb/metafor at 71ae8f5 and wviechtb/metadat at 0cb96ce. Four digits are printed, so figures may differ
by half a unit of the fourth.
"""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.synthesis.pooling import Method, Point, pool, weights

PRINTED = 5.1e-5
BY = Method.EQUAL_EFFECTS, Method.DERSIMONIAN_LAIRD, Method.REML, Method.HARTUNG_KNAPP


def figures(estimate):
    return [estimate.tau2, estimate.i2, estimate.estimate, estimate.se, estimate.low, estimate.high]


# tau2, I2, estimate, se, low, high; None where metafor's page does not print it.
@pytest.mark.parametrize(
    ("method", "expected"),
    [
        # tests/testthat/test_misc_metan_vs_rma.uni_with_dat.bcg.r (agrees with Stata's metan)
        (Method.EQUAL_EFFECTS, [None, None, -0.4303, None, -0.5097, -0.3509]),
        (Method.DERSIMONIAN_LAIRD, [0.3088, 92.1173, -0.7141, None, -1.0644, -0.3638]),
        # README
        (Method.HARTUNG_KNAPP, [0.3132, 92.2214, -0.7145, 0.1808, -1.1084, -0.3206]),
    ],
)
def test_bcg_is_pooled_as_by_metafor(bcg, method, expected):
    found = figures(pool(bcg).by(method))

    for value, printed in zip(found, expected, strict=True):
        assert printed is None or value == pytest.approx(printed, abs=PRINTED)


def test_heterogeneity_of_bcg(bcg):
    pooled = pool(bcg)

    assert (pooled.heterogeneity.q, pooled.heterogeneity.df) == (pytest.approx(152.2330, abs=PRINTED), 12)
    assert pooled.by(Method.HARTUNG_KNAPP).p == pytest.approx(0.0019, abs=PRINTED)


def test_prediction_interval_of_bcg(bcg):
    low, high = pool(bcg).by(Method.HARTUNG_KNAPP).prediction
    _, reml_high = pool(bcg).by(Method.REML).prediction

    assert (round(math.exp(low), 2), round(math.exp(high), 2)) == (0.14, 1.76)  # README
    assert round(math.exp(reml_high), 2) == 1.55  # docs/reference/predict.rma


# Raudenbush 1984, 19 studies of teachers' expectancy (`dat.raudenbush1985`): estimates and variances.
PYGMALION = [
    (0.03, 0.0156), (0.12, 0.0216), (-0.14, 0.0279), (1.18, 0.1391), (0.26, 0.1362), (-0.06, 0.0106), (-0.02, 0.0106),
    (-0.32, 0.0484), (0.27, 0.0269), (0.80, 0.0630), (0.54, 0.0912), (0.18, 0.0497), (-0.02, 0.0835), (0.23, 0.0841),
    (-0.18, 0.0253), (-0.06, 0.0279), (0.30, 0.0193), (0.07, 0.0088), (-0.07, 0.0303),
]  # fmt: skip


# tests/testthat/test_analysis_example_raudenbush2009.r, which compares with Tables 16.3 of the Handbook of Research
# Synthesis. The variances above are themselves printed to four digits, hence the wider tolerance.
@pytest.mark.parametrize(
    ("method", "tau2", "estimate", "se", "low", "high"),
    [
        (Method.EQUAL_EFFECTS, 0, 0.0604, 0.0365, -0.0111, 0.1318),
        (Method.DERSIMONIAN_LAIRD, 0.0259, 0.0893, 0.0558, -0.02, 0.1987),
        (Method.REML, 0.0188, 0.0837, 0.0516, -0.0175, 0.1849),
        (Method.HARTUNG_KNAPP, 0.0188, 0.0837, 0.0616, -0.0457, 0.2131),
    ],
)
def test_pygmalion_is_pooled_as_by_metafor(method, tau2, estimate, se, low, high):
    found = pool([Point(y, math.sqrt(v)) for y, v in PYGMALION]).by(method)

    assert [found.tau2, *figures(found)[2:]] == pytest.approx([tau2, estimate, se, low, high], abs=2e-4)


# tests/testthat/test_analysis_example_viechtbauer2005.r: the two examples of J Educ Behav Stat 2005;30:261-93.
SMALL = list(zip(
    [-0.581, 0.530, 0.771, 1.031, 0.553, 0.295, 0.078, 0.573, -0.176, -0.232],
    [0.023, 0.052, 0.060, 0.115, 0.095, 0.203, 0.200, 0.211, 0.051, 0.040], strict=True,
))  # fmt: skip
LARGE = list(zip(
    [0.100, -0.162, -0.090, -0.049, -0.046, -0.010, -0.431, -0.261, 0.134, 0.019, 0.175, 0.056, 0.045, 0.103, 0.121,
     -0.482, 0.290, 0.342],
    [0.016, 0.015, 0.050, 0.050, 0.032, 0.052, 0.036, 0.024, 0.034, 0.033, 0.031, 0.034, 0.039, 0.167, 0.134, 0.096,
     0.016, 0.035], strict=True,
))  # fmt: skip


@pytest.mark.parametrize(
    ("data", "method", "tau2", "i2"),
    [
        (SMALL, Method.DERSIMONIAN_LAIRD, 0.2768, 80.4447),
        (SMALL, Method.REML, 0.2232, 76.8399),
        (LARGE, Method.DERSIMONIAN_LAIRD, 0.0126, 27.5275),
        (LARGE, Method.REML, 0.0157, 32.0203),
    ],
)
def test_heterogeneity_is_estimated_as_published(data, method, tau2, i2):
    found = pool([Point(y, math.sqrt(v)) for y, v in data]).by(method)

    # metafor ends its rounds of REML at a change of tau² below 1e-5, ours goes on: I² differs in the third digit.
    assert (found.tau2, found.i2) == (pytest.approx(tau2, abs=PRINTED), pytest.approx(i2, abs=2e-3))


points = st.builds(Point, st.floats(-5, 5), st.floats(0.01, 5))
bodies = st.lists(points, min_size=2, max_size=15)


@given(bodies)
def test_the_pooled_effect_lies_between_the_effects_and_within_its_intervals(body):
    pooled = pool(body)
    low, high = min(one.estimate for one in body), max(one.estimate for one in body)

    for estimate in pooled.estimates:
        assert low - 1e-9 <= estimate.estimate <= high + 1e-9
        assert estimate.low < estimate.estimate < estimate.high
        assert 0 <= estimate.i2 <= 100
        assert estimate.prediction is None or (
            estimate.prediction[0] <= estimate.low and estimate.high <= estimate.prediction[1]
        )


@given(bodies)
def test_random_effects_are_never_surer_than_equal_effects_nor_hartung_knapp_than_reml(body):
    pooled = pool(body)
    widths = {one.method: one.high - one.low for one in pooled.estimates}

    assert widths[Method.REML] >= widths[Method.EQUAL_EFFECTS] * (1 - 1e-9)
    assert widths[Method.HARTUNG_KNAPP] >= widths[Method.REML]


@given(bodies, st.floats(-3, 3))
def test_pooling_follows_a_shift_and_a_change_of_sign(body, shift):
    moved = pool([Point(one.estimate + shift, one.se) for one in body])
    turned = pool([Point(-one.estimate, one.se) for one in body])

    for before, after, mirrored in zip(pool(body).estimates, moved.estimates, turned.estimates, strict=True):
        assert after.estimate == pytest.approx(before.estimate + shift, abs=1e-4)
        assert mirrored.estimate == pytest.approx(-before.estimate, abs=1e-4)


@given(bodies)
def test_reml_stands_where_the_restricted_likelihood_is_highest_nearby(body):
    tau2 = pool(body).by(Method.REML).tau2
    scale = tau2 + min(one.se for one in body) ** 2
    here = restricted_likelihood(body, tau2)

    for aside in (tau2 * 0.99, tau2 + 0.01 * scale):
        assert restricted_likelihood(body, aside) <= here + 1e-6


def restricted_likelihood(body, tau2):
    raw = [1 / (one.se**2 + tau2) for one in body]
    mean = sum(share * one.estimate for share, one in zip(weights(body, tau2), body, strict=True))
    distances = sum(w * (one.estimate - mean) ** 2 for w, one in zip(raw, body, strict=True))
    return 0.5 * (sum(map(math.log, raw)) - math.log(sum(raw)) - distances)


def test_effects_that_agree_by_chance_are_not_held_to_be_certain():
    found = pool([Point(1.0, 0.5), Point(1.0, 0.5), Point(1.0, 0.5)]).by(Method.HARTUNG_KNAPP)

    assert found.se == pytest.approx(0.5 / math.sqrt(3))


@pytest.mark.parametrize("body", [[], [Point(1, 1)], [Point(1, 1), Point(1, 0)], [Point(1, 1), Point(1, math.nan)]])
def test_what_cannot_be_pooled_is_refused(body):
    with pytest.raises(ValueError, match=r"two effects|above zero"):
        pool(body)
