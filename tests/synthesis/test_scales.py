import pytest

from evidence.model import Certainty, Design, RiskOfBias, RiskOfBiasTool, Start
from evidence.synthesis.scales import ocebm_level, pedro_score, scales


# The Oxford 2011 Levels of Evidence: the columns on treatment, prognosis and prevalence.
@pytest.mark.parametrize(
    ("start", "designs", "level"),
    [
        (Start.RANDOMISED_TRIALS, [Design.META_ANALYSIS, Design.CASE_SERIES], 1),
        (Start.RANDOMISED_TRIALS, [Design.RANDOMISED_TRIAL, Design.COHORT], 2),
        (Start.RANDOMISED_TRIALS, [Design.NON_RANDOMISED_TRIAL], 3),
        (Start.OBSERVATIONAL_STUDIES, [Design.META_ANALYSIS], 3),
        (Start.OBSERVATIONAL_STUDIES, [Design.CASE_CONTROL], 4),
        (Start.OBSERVATIONAL_STUDIES, [Design.LABORATORY, Design.ANIMAL], 5),
        (Start.RISK_COHORTS, [Design.SYSTEMATIC_REVIEW], 1),
        (Start.RISK_COHORTS, [Design.COHORT, Design.CROSS_SECTIONAL], 2),
        (Start.POPULATION_SURVEYS, [Design.META_ANALYSIS], 2),
        (Start.POPULATION_SURVEYS, [Design.CROSS_SECTIONAL], 3),
        (Start.RANDOMISED_TRIALS, [Design.GUIDELINE, Design.QUALITATIVE], None),
        (Start.RANDOMISED_TRIALS, [], None),
    ],
)
def test_ocebm_level_by_the_best_design(trial, start, designs, level):
    studies = [trial(f"study{place}", appraisal={"design": design}) for place, design in enumerate(designs)]

    assert ocebm_level(start, studies) == level


def scored(judgement, tool=RiskOfBiasTool.PEDRO):
    return {"risk_of_bias": RiskOfBias(tool=tool, judgement=judgement)}


@pytest.mark.parametrize(
    ("appraisal", "score"),
    [
        (scored("8/10"), 8),
        (scored(" 10 / 10 "), 10),
        (scored("high"), None),
        (scored(""), None),
        (scored("6/10", RiskOfBiasTool.OTHER), None),
    ],
)
def test_a_pedro_score_is_read_as_printed(trial, appraisal, score):
    assert pedro_score(trial("a", appraisal=appraisal)) == score


def test_a_body_on_all_scales(trial, cited):
    library = cited(trial("a", appraisal=scored("8/10")), trial("b", appraisal=scored("5/10")), trial("c"))
    found = scales(library.claim("kneading-loosens-elbows"), library)

    assert (found.certainty, found.ocebm, found.pedro) == (Certainty.MODERATE, 2, 6.5)
    assert (found.pedro_scored, found.trials) == (2, 3)
