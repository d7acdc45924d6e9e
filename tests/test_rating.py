import hashlib
import json
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import InvalidRating
from evidence.model import Certainty, Domain, Rating, Start, Step
from evidence.rating import certainty, faults, receipt

DOWN = [domain for domain in Domain if not domain.raises]


def rating(start: str, **levels: int) -> Rating:
    steps = tuple(Step(domain=Domain(domain), levels=level, reason="Because.") for domain, level in levels.items())
    return Rating(start=Start(start), steps=steps)


# "Levels of quality of a body of evidence in the GRADE approach": randomised trials, or double-upgraded observational
# studies, are high; downgraded trials or upgraded observational studies moderate; double-downgraded trials or
# observational studies low; triple-downgraded trials or downgraded observational studies very low. The Cochrane
# Handbook's table, as reprinted by two systematic reviews in Br J Sports Med (table 1 of each, read 2026-11-21).
COCHRANE_LEVELS = [
    (rating("randomised_trials"), "high"),
    (rating("observational_studies", large_effect=2), "high"),
    (rating("randomised_trials", risk_of_bias=-1), "moderate"),
    (rating("observational_studies", large_effect=1), "moderate"),
    (rating("randomised_trials", risk_of_bias=-1, imprecision=-1), "low"),
    (rating("randomised_trials", imprecision=-2), "low"),
    (rating("observational_studies"), "low"),
    (rating("randomised_trials", risk_of_bias=-1, inconsistency=-1, imprecision=-1), "very_low"),
    (rating("observational_studies", risk_of_bias=-1), "very_low"),
]

# Guyatt et al., GRADE guidelines 9, J Clin Epidemiol 2011;64:1311-1316 (abstract read 2026-11-21): a rigorous
# observational body goes up one level for a two-fold and two levels for a five-fold change in risk; one more reason to
# go up is a dose-response gradient.
GUIDELINES_9 = [
    (rating("observational_studies", large_effect=1, dose_response=1), "high"),
    (rating("observational_studies", dose_response=1), "moderate"),
    (rating("observational_studies", opposing_confounding=1), "moderate"),
]


@pytest.mark.parametrize(("body", "expected"), COCHRANE_LEVELS + GUIDELINES_9)
def test_certainty_agrees_with_the_published_levels(body, expected):
    assert certainty(body) == expected


def test_the_scale_has_a_floor_and_a_ceiling():
    assert certainty(rating("observational_studies", risk_of_bias=-2, imprecision=-2)) == "very_low"
    assert certainty(rating("risk_cohorts", large_effect=2)) == "high"


@pytest.mark.parametrize(
    ("body", "fragment"),
    [
        (rating("randomised_trials", risk_of_bias=-3), "down by 1 or 2, not -3"),
        (rating("randomised_trials", imprecision=1), "down by 1 or 2, not +1"),
        (rating("observational_studies", large_effect=-1), "up by 1 or 2, not -1"),
        (rating("randomised_trials", large_effect=1), "may raise observational evidence only"),
    ],
)
def test_steps_that_the_rules_do_not_allow_are_refused(body, fragment):
    with pytest.raises(InvalidRating, match=fragment.replace("+", r"\+")):
        receipt(body)


def test_all_faults_are_told_at_once():
    steps = rating("randomised_trials", risk_of_bias=-3, imprecision=0).steps
    body = Rating(start=Start.RANDOMISED_TRIALS, steps=(*steps, steps[0]))

    assert len(faults(body)) == 4


def test_a_receipt_can_be_redone_by_hand_from_its_json():
    shown = json.loads(json.dumps(receipt(rating("randomised_trials", imprecision=-1, risk_of_bias=-1)).to_dict()))
    digest = shown.pop("digest")
    text = json.dumps(shown, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    assert hashlib.sha256(text.encode()).hexdigest() == digest
    assert [step["certainty"] for step in shown["steps"]] == ["moderate", "low"]


def test_any_change_of_a_reason_changes_the_digest():
    body = rating("randomised_trials", imprecision=-1)
    reworded = replace(body, steps=(replace(body.steps[0], reason="Because!"),))

    assert receipt(body).digest != receipt(reworded).digest


@given(st.sampled_from(Start), st.dictionaries(st.sampled_from(DOWN), st.sampled_from([-1, -2])))
def test_one_more_step_down_never_raises_the_certainty(start, levels):
    steps = [Step(domain=domain, levels=level, reason="x") for domain, level in levels.items()]
    reached = [certainty(Rating(start=start, steps=tuple(steps[:n]))).level for n in range(len(steps) + 1)]

    assert reached == sorted(reached, reverse=True)


@given(st.permutations([Domain.RISK_OF_BIAS, Domain.IMPRECISION, Domain.INDIRECTNESS]))
def test_the_order_of_steps_does_not_matter_to_the_result(domains):
    steps = tuple(Step(domain=domain, levels=-1, reason="x") for domain in domains)

    assert certainty(Rating(start=Start.RANDOMISED_TRIALS, steps=steps)) == Certainty.VERY_LOW


@pytest.mark.parametrize(("one", "other"), list(product(Certainty, Certainty)))
def test_more_circles_mean_more_certainty(one, other):
    assert (one.symbol.count("⊕") > other.symbol.count("⊕")) == (one.level > other.level)
