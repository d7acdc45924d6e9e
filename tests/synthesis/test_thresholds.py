"""Which change is too small to matter, and to which results a threshold applies."""

from dataclasses import replace
from datetime import date

import pytest

from evidence.model import Measure, Threshold, ThresholdKind
from evidence.synthesis.thresholds import matters, threshold_for, weighed


@pytest.fixture
def threshold():
    return Threshold(
        id="stiffness-scale",
        instrument="Stiffness Scale",
        scale="0-20",
        written=("Stiffness Scale, 0-20", "Elbow scale"),
        outcome="stiffness",
        units=("points", "units"),
        threshold="2.0",
        kind=ThresholdKind.ABSOLUTE,
        population="people with stiff elbows",
        citation="Doe et al. 2020, J Elbows 1:1-9",
        doi="10.1000/scale",
        url="https://example.org/scale",
        on=date(2026, 11, 21),
    )


@pytest.fixture
def result(study_of):
    return replace(study_of().appraisal.results[0], instrument="Stiffness Scale, 0-20")


@pytest.mark.parametrize(
    ("estimate", "low", "high", "words"),
    [
        (-1.0, -1.9, 1.9, "too small to matter"),
        (1.0, 0.5, 1.5, "too small to matter"),
        (-4.0, -6.0, -2.0, "large enough to matter"),
        (4.0, 2.0, 6.0, "large enough to matter"),
        (-1.0, -2.0, 0.0, "at its likeliest too small to matter, but the interval leaves both open"),
        (-3.0, -5.0, -1.0, "at its likeliest large enough to matter, but the interval leaves both open"),
        (0.0, -2.5, 2.5, "at its likeliest too small to matter, but the interval leaves both open"),
        (-1.9, None, None, "too small to matter by its estimate; no interval is known"),
        (-2.0, None, None, "large enough to matter by its estimate; no interval is known"),
    ],
)
def test_an_effect_beside_the_smallest_that_matters(threshold, estimate, low, high, words):
    assert matters(estimate, low, high, threshold) == words


@pytest.mark.parametrize(
    "change",
    [
        {"instrument": "ELBOW SCALE"},
        {"unit": "Units"},
        {"outcome": "morning stiffness of the elbow"},
    ],
)
def test_a_threshold_applies_to_its_very_instrument_unit_and_outcome(library_of, threshold, result, change):
    assert threshold_for(replace(result, **change), library_of(thresholds=[threshold])) == threshold


@pytest.mark.parametrize(
    "change", [{"instrument": "Stiffness Scale, 0-100"}, {"instrument": ""}, {"unit": "mm"}, {"outcome": "pain"}]
)
def test_and_to_nothing_else(library_of, threshold, result, change):
    assert threshold_for(replace(result, **change), library_of(thresholds=[threshold])) is None


def test_of_several_the_smallest_counts_and_relative_or_broken_ones_never(library_of, threshold, result):
    smaller = replace(threshold, id="smaller", threshold="1.5")
    others = [
        replace(threshold, id="relative", threshold="0.5", kind=ThresholdKind.RELATIVE),
        replace(threshold, id="broken", threshold="some"),
        replace(threshold, id="negative", threshold="-3"),
    ]

    assert threshold_for(result, library_of(thresholds=[threshold, smaller, *others])) == smaller


def test_a_result_is_weighed_in_words_with_the_source(library_of, threshold, result):
    words = weighed(result, library_of(thresholds=[threshold]))

    assert words == "large enough to matter (2.0 points on Stiffness Scale; Doe et al. 2020, J Elbows 1:1-9)"


@pytest.mark.parametrize("change", [{"measure": Measure.SMD}, {"estimate": ""}, {"estimate": "<4"}])
def test_what_is_no_difference_is_not_weighed(library_of, threshold, result, change):
    assert weighed(replace(result, **change), library_of(thresholds=[threshold])) == ""


def test_every_threshold_of_the_real_library_could_fit_a_result(real, result):
    for threshold in real.thresholds:
        fitting = replace(
            result, instrument=threshold.written[0], unit=threshold.units[-1], outcome=f"{threshold.outcome} at rest"
        )
        found = threshold_for(fitting, real)
        assert threshold.kind is ThresholdKind.RELATIVE or (
            found and float(found.threshold) <= float(threshold.threshold)
        )
