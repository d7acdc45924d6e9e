import pytest

from evidence.model import Design
from evidence.synthesis.windows import Window, window


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("90 minutes", Window.DAYS),
        ("to 72 hours", Window.DAYS),
        ("7 days", Window.DAYS),
        ("8 days", Window.WEEKS),
        ("2 weeks", Window.WEEKS),
        ("about 8 weeks", Window.WEEKS),
        ("3 months", Window.WEEKS),
        ("12 weeks", Window.WEEKS),
        ("after 16 weeks", Window.MONTHS),
        ("6 months", Window.MONTHS),
        ("1 year", Window.MONTHS),
        ("18 months", Window.YEARS),
        ("up to 84 months", Window.YEARS),
        ("immediately", Window.DAYS),
        ("right after one massage", Window.DAYS),
        ("during touch", Window.DAYS),
        ("immediately after one 10-minute massage", None),
        ("4 and 8 weeks", None),
        ("day 7 and 3 months", None),
        ("2 to 6 months after treatment", None),
        ("4 weeks after treatment", None),
        ("end of treatment", None),
        ("all times", None),
        ("2019", None),
        ("at least 2 years", None),
        ("", None),
    ],
)
def test_a_time_falls_into_one_window_or_none(time, expected):
    assert window(time, Design.RANDOMISED_TRIAL) is expected


@pytest.mark.parametrize(
    ("design", "expected"),
    [(Design.CROSS_SECTIONAL, Window.AT_ONE_TIME), (Design.CASE_CONTROL, Window.AT_ONE_TIME), (Design.COHORT, None)],
)
def test_who_looks_once_needs_no_time(design, expected):
    assert window("", design) is expected
