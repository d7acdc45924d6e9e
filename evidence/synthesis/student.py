"""Student's t without a numerical library: tail probabilities and quantiles.

The incomplete beta function is summed as the continued fraction of DLMF 8.17.22 (NIST Digital Library of Mathematical
Functions) by Lentz's method. An infinite number of degrees of freedom is the normal distribution.
"""

import math
from statistics import NormalDist

__all__ = ["quantile", "two_sided_p"]

_TINY = 1e-300
_PRECISION = 1e-15
_TERMS = 10_000


def two_sided_p(t: float, df: float) -> float:
    """The probability of a value at least as far from 0 as `t`, with `df` > 0 degrees of freedom."""
    if math.isinf(df):
        return math.erfc(abs(t) / math.sqrt(2))
    square = t * t
    if math.isinf(square):
        return 0.0
    return _beta(df / (df + square), square / (df + square), df / 2, 0.5)


def quantile(level: float, df: float) -> float:
    """The t that `level` percent of values lie within, on both sides of 0: 1.96 for 95 and an infinite `df`.

    `level` lies between 0 and 100.
    """
    if math.isinf(df):
        return NormalDist().inv_cdf(0.5 + level / 200)
    outside = 1 - level / 100
    low, high = 0.0, 1.0
    while two_sided_p(high, df) > outside:
        low, high = high, high * 2
    while high - low > _PRECISION * high:
        middle = (low + high) / 2
        if middle in {low, high}:
            break
        low, high = (middle, high) if two_sided_p(middle, df) > outside else (low, middle)
    return (low + high) / 2


def _beta(x: float, rest: float, a: float, b: float) -> float:
    """The regularised incomplete beta function at `x`; `rest` is 1 - `x`, given apart so that no digits are lost."""
    if x == 0 or rest == 0:
        return float(rest == 0)
    logarithm = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + b * math.log(rest)
    logarithm += a * (math.log1p(-rest) if rest < x else math.log(x))
    # The fraction converges fast only left of the mean; to its right the other tail is taken.
    if x > (a + 1) / (a + b + 2):
        return 1 - math.exp(logarithm) * _fraction(rest, b, a) / b
    return math.exp(logarithm) * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    value = c = 1.0
    d = _inverse(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = _inverse(1 + even * d), _apart(1 + even / c)
        value *= d * c
        d, c = _inverse(1 + odd * d), _apart(1 + odd / c)
        value *= d * c
        if abs(d * c - 1) < _PRECISION:
            break
    return value


def _inverse(value: float) -> float:
    return 1 / _apart(value)


def _apart(value: float) -> float:
    """`value`, kept apart from zero."""
    return value if abs(value) > _TINY else _TINY
