import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.synthesis.student import quantile, two_sided_p


# Table of critical values of Student's t (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2), two-sided.
@pytest.mark.parametrize(
    ("level", "df", "expected"),
    [
        (95, 1, 12.706),
        (95, 2, 4.303),
        (95, 5, 2.571),
        (95, 12, 2.179),
        (95, 30, 2.042),
        (95, 100, 1.984),
        (99, 1, 63.657),
        (99, 10, 3.169),
        (99.8, 3, 10.215),
        (80, 4, 1.533),
        (95, math.inf, 1.960),
        (99, math.inf, 2.576),
    ],
)
def test_quantiles_are_those_of_the_published_table(level, df, expected):
    assert quantile(level, df) == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize("level", [1, 50, 95, 99.99])
def test_with_one_and_two_degrees_of_freedom_the_quantile_is_the_closed_form(level):
    share = level / 100

    assert quantile(level, 1) == pytest.approx(math.tan(math.pi * share / 2), rel=1e-9)
    assert quantile(level, 2) == pytest.approx(share * math.sqrt(2 / (1 - share**2)), rel=1e-9)


@given(st.floats(0.01, 99.99), st.integers(1, 10_000))
def test_a_quantile_leaves_out_what_it_says(level, df):
    assert two_sided_p(quantile(level, df), df) == pytest.approx(1 - level / 100, rel=1e-6)


@given(st.floats(0, 50), st.integers(1, 10_000))
def test_many_degrees_of_freedom_come_nearer_to_the_normal(t, df):
    normal = two_sided_p(t, math.inf)

    assert normal <= two_sided_p(t, df + 1) + 1e-12 <= two_sided_p(t, df) + 2e-12
    assert two_sided_p(t, 1e6) == pytest.approx(normal, abs=1e-5)


@pytest.mark.parametrize(("t", "p"), [(0, 1), (math.inf, 0), (1e200, 0)])
def test_the_ends_of_the_scale(t, p):
    assert two_sided_p(t, 7) == pytest.approx(p)
