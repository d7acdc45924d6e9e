from dataclasses import replace

import pytest

from evidence.model import Design, Directness, Favours, Measure
from evidence.synthesis.direction import Direction, StudyDirection, directions, of_result, sign_test

BLANK = {"estimate": "", "low": "", "high": "", "level": ""}


# Exact two-sided binomial probabilities with one half, by hand: twice the sum of C(n, i) / 2^n over the smaller tail.
@pytest.mark.parametrize(
    ("better", "worse", "p"),
    [
        (0, 0, None),
        (1, 0, 1.0),
        (5, 0, 2 / 32),
        (0, 6, 2 / 64),
        (3, 3, 1.0),
        (9, 1, 2 * 11 / 1024),
        (2, 8, 2 * 56 / 1024),
    ],
)
def test_sign_test(better, worse, p):
    assert sign_test(better, worse).p == (p if p is None else pytest.approx(p))


# What a record says of lower-is-better stiffness, and the side on which it lies.
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Direction.BETTER),
        ({"estimate": "0.3", "low": "-1", "high": "1.6", "favours": Favours.NEITHER}, Direction.WORSE),
        ({**BLANK, "measure": Measure.OTHER, "favours": Favours.INTERVENTION}, Direction.BETTER),
        ({**BLANK, "measure": Measure.OTHER, "favours": Favours.COMPARATOR}, Direction.WORSE),
        ({**BLANK, "measure": Measure.OTHER, "favours": Favours.NEITHER}, Direction.NOT_TOLD),
        ({"favours": Favours.NOT_APPLICABLE}, Direction.NOT_TOLD),
        ({"estimate": "0", "low": "-1", "high": "1", "favours": Favours.NEITHER}, Direction.NOT_TOLD),
        ({"intervention": "rest", "comparator": "kneading"}, Direction.WORSE),
    ],
)
def test_the_side_of_the_estimate_counts_not_its_significance(claim_of, trial, changes, expected):
    (result,) = trial("a", **changes).appraisal.results

    assert of_result(result, claim_of().question) is expected


UP, DOWN, UNTOLD = Direction.BETTER, Direction.WORSE, Direction.NOT_TOLD


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ([UP], UP),
        ([UP] * 7 + [DOWN] * 3, UP),
        ([UP] * 2 + [DOWN], Direction.SPLIT),
        ([DOWN] * 3 + [UP], DOWN),
        ([UP, UNTOLD, UNTOLD], UP),
        ([UNTOLD], UNTOLD),
    ],
)
def test_a_study_points_where_seven_tenths_of_its_results_do(results, expected):
    assert StudyDirection(("a",), tuple(results), counts=True).direction is expected


def found(library):
    return directions(library.claim("kneading-loosens-elbows"), library)


def test_reports_of_one_study_count_once_and_reviews_not_at_all(trial, cited):
    studies = (
        trial("a", appraisal={"companions": ("b",)}),
        trial("b", appraisal={"companions": ("a",)}),
        trial("c"),
        trial("d", appraisal={"design": Design.META_ANALYSIS}),
    )

    assert [one.studies for one in found(cited(*studies)).studies] == [("a", "b"), ("c",)]
    assert found(cited(*studies)).sign_test.better == 2


@pytest.mark.parametrize(
    ("part", "counts"), [("population", 1), ("intervention", 1), ("comparator", 0), ("outcome", 0)]
)
def test_another_comparator_or_outcome_is_shown_but_not_counted(trial, cited, part, counts):
    library = cited(trial("a"))
    claim = library.claim("kneading-loosens-elbows")
    changed = replace(claim, citations=(replace(claim.citations[0], directness=Directness(**{part: "horses"})),))
    shown = directions(changed, library)

    assert shown.studies[0].direction is Direction.BETTER
    assert shown.sign_test.better == counts
