"""When a result was measured: the window of time in which results may be pooled."""

import re
from enum import StrEnum

from evidence.model import Design

__all__ = ["Window", "window"]


class Window(StrEnum):
    """Spans of time after the start. The bounds are ours; results on two sides of one are never pooled."""

    DAYS = "to one week"
    WEEKS = "over one week, to three months"
    MONTHS = "over three months, to one year"
    YEARS = "over one year"
    AT_ONE_TIME = "at one time"


_MINUTE = 1 / 1440
_DAYS = {"second": _MINUTE / 60, "minute": _MINUTE, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}
_BOUNDS = ((7, Window.DAYS), (92, Window.WEEKS), (366, Window.MONTHS))
_AT_ONCE = re.compile(r"\b(?:immediately|right after|directly after|during)\b", re.IGNORECASE)

# `6 weeks`, `to 72 hours`, `up to 84 months`: an amount and nothing that counts from elsewhere or names a second time.
_AMOUNT = re.compile(
    rf"(?:after |about |up to |to |at )?(?P<count>\d+(?:\.\d+)?) (?P<unit>{'|'.join(_DAYS)})s?", re.IGNORECASE
)
_ONE_LOOK = {Design.CROSS_SECTIONAL, Design.CASE_CONTROL}


def window(time: str, design: Design) -> Window | None:
    """The window of a result by its `time` as recorded; None where it names no time, or more than one.

    A study that looks once needs none.
    """
    if not time and design in _ONE_LOOK:
        return Window.AT_ONE_TIME
    if amount := _AMOUNT.fullmatch(time.strip()):
        days = float(amount["count"]) * _DAYS[amount["unit"].lower()]
        return next((window for bound, window in _BOUNDS if days <= bound), Window.YEARS)
    return Window.DAYS if _AT_ONCE.search(time) and not re.search(r"\d", time) else None
