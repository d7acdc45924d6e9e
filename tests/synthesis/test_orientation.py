from dataclasses import replace

import pytest

from evidence.synthesis.orientation import is_turned


@pytest.mark.parametrize(
    ("asked", "intervention", "comparator", "turned"),
    [
        ("massage", "massage", "rest", False),
        ("massage", "sham joint mobilisation", "massage of the quadriceps", True),
        ("hip-focused training", "quadriceps exercise", "hip exercise", True),
        ("iliotibial band tightness", "healthy runners", "iliotibial band syndrome", True),
        ("weak hip muscles", "patellofemoral pain", "healthy women", False),
        ("massage", "massage added to exercise", "massage alone", False),
        ("sports with high load", "soccer", "no such sport", False),
        ("massage of any kind", "foot reflexology", "control groups of several kinds", False),
        ("massage of the feet", "foot reflexotherapy", "conventional foot massage", False),
        ("massage", "exercise", "", False),
    ],
)
def test_a_result_is_turned_only_where_just_its_comparator_is_what_was_asked(
    claim_of, study_of, asked, intervention, comparator, turned
):
    question = replace(claim_of().question, intervention=asked)
    result = replace(study_of().appraisal.results[0], intervention=intervention, comparator=comparator)

    assert is_turned(result, question) is turned
