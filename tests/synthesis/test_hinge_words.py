"""Which study carries an answer, said in words."""

from dataclasses import replace

import pytest

from evidence.model import Certainty, Citation, Domain, Rating, Stance, Start, Step
from evidence.synthesis import hinge_words

KEYS = ("one2020trial", "two2021trial")


@pytest.fixture
def told(library_of, claim_of, study_of):
    """What is told of a claim on two studies, for the studies that its step names and those that give an estimate."""

    def tell(named=KEYS, measured=()):
        (result,) = study_of().appraisal.results
        studies = [
            study_of(key, results=(result if key in measured else replace(result, estimate=""),)) for key in KEYS
        ]
        step = Step(domain=Domain.IMPRECISION, levels=-2, reason="Few people.", studies=named)
        rating = Rating(start=Start.RANDOMISED_TRIALS, steps=(step,)) if named is not None else None
        cited = tuple(Citation(study=key, stance=Stance.SUPPORTS, results=(result.id,), why=".") for key in KEYS)
        claim = claim_of(certainty=Certainty.LOW, rating=rating, citations=cited)
        return hinge_words(claim, library_of(claims=[claim], studies=studies))

    return tell


def test_a_study_whose_step_falls_with_it_is_named(told):
    assert told(named=KEYS[:1]).startswith("It hangs on")


@pytest.mark.parametrize("named", [KEYS, ()])
def test_where_steps_name_several_or_none_it_says_why_no_single_study_turns_it(told, named):
    text = told(named=named)

    assert "By the recorded steps no single one" in text
    assert "Each step names several studies or none" in text


@pytest.mark.parametrize(("measured", "alone"), [((), False), (KEYS[:1], True), (KEYS, False)])
def test_a_single_source_of_figures_is_named(told, measured, alone):
    assert ("gives an estimate in figures: how much is said rests on it alone" in told(measured=measured)) is alone


def test_without_a_rating_there_is_nothing_to_turn(told):
    assert told(named=None).startswith("None: the claim has no rating")
