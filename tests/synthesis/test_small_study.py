import pytest

from evidence.synthesis.pooling import Point
from evidence.synthesis.small_study import egger


def test_egger_is_that_of_metafor(magnesium):
    """`regtest(res, model="lm")` in metafor's docs/reference/regtest: t = -3.1783, df = 13, p = 0.0073, b = -0.1512."""
    found = egger(magnesium)

    assert (found.t, found.df) == (pytest.approx(-3.1783, abs=5.1e-5), 13)
    assert found.p == pytest.approx(0.0073, abs=5.1e-5)
    assert found.limit == pytest.approx(-0.1512, abs=5.1e-5)


def test_fewer_than_ten_effects_are_not_tested(magnesium):
    assert egger(magnesium[:10]) is not None
    assert egger(magnesium[:9]) is None


@pytest.mark.parametrize("estimates", [[0.1] * 10, list(range(10))])
def test_effects_of_one_precision_have_no_line(estimates):
    assert egger([Point(estimate, 0.1) for estimate in estimates]) is None
