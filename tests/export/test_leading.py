"""Whom to name behind a sentence, of all that a claim cites."""

import pytest

from evidence.drafts.report import Finding, Level
from evidence.export.leading import leading
from evidence.model import Citation, Design, Directness, Stance, Verdict

S, C, N = Stance.SUPPORTS, Stance.CONTRADICTS, Stance.INCONCLUSIVE
ELSEWHERE = Directness(population="people without elbows")
TRIAL, REVIEW, COHORT = Design.RANDOMISED_TRIAL, Design.SYSTEMATIC_REVIEW, Design.COHORT


@pytest.fixture
def named(library_of, claim_of, study_of):
    """The numbers of the studies that are named, for citations given as stance, design and differences."""

    def name(verdict, *given):
        keys = [f"key202{place}word" for place in range(len(given))]
        studies = [study_of(key, design=design) for key, (_, design, _) in zip(keys, given, strict=True)]
        cited = tuple(
            Citation(study=key, stance=stance, why=".", directness=differs)
            for key, (stance, _, differs) in zip(keys, given, strict=True)
        )
        library = library_of(studies=studies, claims=[claim_of("one", verdict=verdict, citations=cited)])
        found = leading(Finding("supported", Level.NOTE, ".", cite=tuple(keys), claim="one"), library)
        return [int(key[6]) for key in found]

    return name


SAME = Directness()


@pytest.mark.parametrize(
    ("verdict", "given", "expected"),
    [
        (Verdict.SUPPORTED, [(S, TRIAL, SAME), (N, REVIEW, SAME)], [0, 1]),
        (Verdict.SUPPORTED, [(N, REVIEW, SAME), *[(S, COHORT, SAME)] * 3], [1, 2, 3]),
        (Verdict.SUPPORTED, [(S, COHORT, SAME), (S, TRIAL, SAME), (S, REVIEW, SAME), (S, TRIAL, SAME)], [2, 1, 3]),
        (Verdict.SUPPORTED, [(S, REVIEW, ELSEWHERE), *[(S, COHORT, SAME)] * 3], [1, 2, 3]),
        (Verdict.CONTRADICTED, [*[(S, REVIEW, SAME)] * 3, (C, COHORT, SAME)], [3, 0, 1]),
        (Verdict.CONFLICTING, [*[(S, REVIEW, SAME)] * 4, (C, COHORT, SAME)], [0, 4, 1]),
        (Verdict.NOT_CHECKABLE, [(N, COHORT, SAME)] * 5, [0, 1, 2]),
    ],
)
def test_the_few_that_carry_a_verdict_are_named(named, verdict, given, expected):
    assert named(verdict, *given) == expected


def test_studies_without_a_claim_are_named_in_their_order(library_of, study_of):
    keys = [f"key202{place}word" for place in range(4)]
    library = library_of(claims=[], studies=[study_of(key) for key in keys])

    assert leading(Finding("number-differs", Level.ERROR, ".", cite=("gone2020", *keys)), library) == tuple(keys[:3])
