"""Computed numbers as they are shown; printed ones are shown as printed."""

import math

__all__ = ["percent", "printed", "true_minus"]

_LARGE, _SMALL, _LEAST_SHARE = 1000, 0.005, 0.005


def printed(value: float) -> str:
    """A computed number to two decimals, as many digits as it needs where it is very small; `∞` beyond all bounds."""
    size = abs(value)
    if math.isinf(value):
        text = "∞"
    elif size >= _LARGE:
        text = f"{size:,.0f}"
    else:
        text = f"{size:.2f}" if size >= _SMALL or not size else f"{size:.1g}"
    return true_minus(f"-{text}" if value < 0 else text)


def percent(share: float) -> str:
    """A share in percent; what rounds to none of it is not none."""
    return f"{share:.0%}" if share >= _LEAST_SHARE else "<1%"


def true_minus(text: str) -> str:
    """A number with the sign that is read aloud as minus, in place of the hyphen."""
    return text.replace("-", "\u2212")
