"""The same body of evidence on other scales than the certainty, so that a reader sees where scales disagree.

OCEBM: the Oxford 2011 Levels of Evidence (OCEBM Levels of Evidence Working Group), from 1 to 5, by design alone; the
table lets a level go down for quality, imprecision, indirectness and inconsistency, which here the certainty does.
PEDro: the score from 0 to 10 that the PEDro database or a review prints.
"""

import re
import statistics
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidence.library import Library
from evidence.model import Certainty, Claim, Design, RiskOfBiasTool, Start, Study

__all__ = ["Scales", "ocebm_level", "pedro_score", "scales"]

_TRIALS = {Design.RANDOMISED_TRIAL, Design.CROSSOVER_TRIAL}
_MECHANISM = {Design.LABORATORY: 5, Design.ANIMAL: 5}
_TREATMENT = {
    **dict.fromkeys(_TRIALS, 2),
    Design.NON_RANDOMISED_TRIAL: 3,
    Design.COHORT: 3,
    **dict.fromkeys((Design.BEFORE_AFTER, Design.CASE_CONTROL, Design.CASE_SERIES, Design.CROSS_SECTIONAL), 4),
    **_MECHANISM,
}
_PROGNOSIS = {
    Design.COHORT: 2,
    **dict.fromkeys(_TRIALS, 3),
    **dict.fromkeys((Design.CASE_CONTROL, Design.CASE_SERIES, Design.CROSS_SECTIONAL), 4),
    **_MECHANISM,
}
_PREVALENCE = {**dict.fromkeys((Design.CROSS_SECTIONAL, Design.COHORT), 3), Design.CASE_SERIES: 4, **_MECHANISM}
_LEVELS: Mapping[Start, Mapping[Design, int]] = {
    Start.RANDOMISED_TRIALS: _TREATMENT,
    Start.OBSERVATIONAL_STUDIES: _TREATMENT,
    Start.RISK_COHORTS: _PROGNOSIS,
    Start.POPULATION_SURVEYS: _PREVALENCE,
}
# The level of a systematic review of the studies that a body starts from.
_REVIEW = {
    Start.RANDOMISED_TRIALS: 1,
    Start.OBSERVATIONAL_STUDIES: 3,
    Start.RISK_COHORTS: 1,
    Start.POPULATION_SURVEYS: 2,
}
_REVIEWS = {Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW, Design.OVERVIEW}


@dataclass(frozen=True, slots=True)
class Scales:
    """Certainty, OCEBM level (None where no design has one) and mean PEDro score (None where none is scored).

    `pedro_scored` of `trials` trials have a score.
    """

    certainty: Certainty | None
    ocebm: int | None
    pedro: float | None
    pedro_scored: int
    trials: int


def scales(claim: Claim, library: Library) -> Scales:
    """What a claim cites on each scale, the inconclusive included: they too were found at their level."""
    body = library.studies_of(claim)
    trials = [study for study in body if study.appraisal.design in _TRIALS]
    scores = [score for score in map(pedro_score, body) if score is not None]
    level = ocebm_level(claim.rating.start, body) if claim.rating else None
    mean = statistics.fmean(scores) if scores else None
    return Scales(claim.certainty, level, mean, len(scores), len(trials))


def ocebm_level(start: Start, studies: Iterable[Study]) -> int | None:
    """The best level that a study has by its design, in the column of the question from which the rating starts."""
    designs = {study.appraisal.design for study in studies}
    levels = [level for design, level in _LEVELS[start].items() if design in designs]
    return min(levels + [_REVIEW[start]] * bool(designs & _REVIEWS), default=None)


def pedro_score(study: Study) -> float | None:
    """The PEDro score that stands in a study's record, as `6/10`."""
    if study.appraisal.risk_of_bias.tool is not RiskOfBiasTool.PEDRO:
        return None
    printed = re.fullmatch(r"(\d+(?:\.\d+)?)\s*/\s*10", study.appraisal.risk_of_bias.judgement.strip())
    return float(printed[1]) if printed else None
