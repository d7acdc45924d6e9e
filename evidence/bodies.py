"""The body of evidence of a claim: which studies are in it, how many stand on their own, what it allows.

Both the rules over the data and the synthesis ask these questions, and must get the same answers.
"""

from collections.abc import Iterable, Mapping

from evidence.library import Library
from evidence.model import Access, Claim, Design, Stance, Start, Study, Verdict

__all__ = ["NEEDED", "STARTERS", "body", "goes_beyond_abstracts", "groups", "has_starter", "weight"]

STARTERS = {
    Start.RANDOMISED_TRIALS: {Design.RANDOMISED_TRIAL, Design.CROSSOVER_TRIAL},
    Start.RISK_COHORTS: {Design.COHORT},
    Start.POPULATION_SURVEYS: {Design.CROSS_SECTIONAL, Design.COHORT},
}
"""The designs with one of which, or with a review, a body may start as high as this."""

NEEDED = {
    Verdict.SUPPORTED: ({Stance.SUPPORTS},),
    Verdict.PARTLY_SUPPORTED: ({Stance.SUPPORTS, Stance.MIXED},),
    Verdict.CONTRADICTED: ({Stance.CONTRADICTS},),
    Verdict.CONFLICTING: ({Stance.SUPPORTS}, {Stance.CONTRADICTS}),
    Verdict.INSUFFICIENT: (set(Stance),),
}
"""For each verdict the stances of which at least one must be cited, group by group."""


def body(claim: Claim, library: Library) -> dict[str, Study]:
    """The studies on which a claim's certainty rests, by key: all that it cites but the inconclusive."""
    keys = [citation.study for citation in claim.citations if citation.stance is not Stance.INCONCLUSIVE]
    return {key: library.studies[key] for key in keys if key in library.studies}


def groups(studies: Mapping[str, Study]) -> list[set[str]]:
    """The keys of `studies`, those together that count once: reports of one study, a review with what it contains."""
    found: list[set[str]] = []
    for key, study in studies.items():
        related = {key, *study.appraisal.companions, *study.appraisal.includes} & studies.keys()
        touching = [group for group in found if group & related]
        found = [group for group in found if not group & related] + [related.union(*touching)]
    return found


def weight(studies: Mapping[str, Study]) -> int:
    """How many studies these are, each group once; a review stands for as many as it says it included."""
    return sum(max(_weight(studies[key]) for key in group) for group in groups(studies))


def _weight(study: Study) -> int:
    return max(1, study.appraisal.studies_included or 1)


def goes_beyond_abstracts(studies: Iterable[Study]) -> bool:
    """Whether a full text, or a review or guideline that assessed its studies, was read."""
    return any(study.appraisal.access is Access.FULL_TEXT or study.appraisal.design.is_synthesis for study in studies)


def has_starter(start: Start, designs: Iterable[Design]) -> bool:
    """Whether one of the designs, or a review, earns the level from which this body starts."""
    starters = STARTERS.get(start)
    return starters is None or any(design in starters or design.is_synthesis for design in designs)
