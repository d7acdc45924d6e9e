"""The numbers of a library, and when they are not to be believed."""

import pytest

from evidence.model import Certainty, Citation, Domain, Rating, Stance, Start, Step, Verdict
from evidence.summary import doubts, summary


def cited(*stances):
    keys = ("miller2020kneading", "adams2019kneading")
    return tuple(Citation(study=key, stance=stance, why="x") for key, stance in zip(keys, stances, strict=False))


def test_counts_and_shares(library_of, claim_of, study_of):
    claims = [
        claim_of("a", citations=cited(Stance.SUPPORTS, Stance.INCONCLUSIVE)),
        claim_of("b", citations=cited(Stance.SUPPORTS, Stance.MIXED)),
        claim_of("c", verdict=Verdict.NO_EVIDENCE_FOUND, certainty=None, rating=None, citations=()),
    ]
    numbers = summary(library_of(claims=claims, studies=[study_of(), study_of("adams2019kneading")]))

    assert (numbers["claims"], numbers["studies"], numbers["results"], numbers["rated"]) == (3, 2, 2, 2)
    assert numbers["supported_share"] == 0.6667
    assert numbers["supports_share"] == 0.5
    assert (numbers["single_study_ratings"], numbers["single_study_share"]) == (1, 0.5)
    assert (numbers["high_share"], numbers["read_twice_share"]) == (0.0, 0.0)
    assert numbers["verdicts"]["supported"] == 2
    assert numbers["verdicts"]["contradicted"] == 0


def test_an_empty_library_has_no_shares(library_of):
    numbers = summary(library_of(claims=[], studies=[]))

    assert numbers["high_share"] is numbers["supported_share"] is numbers["single_study_share"] is None
    assert doubts(numbers) == ()


@pytest.mark.parametrize(("high", "of", "told"), [(1, 5, False), (2, 5, True), (2, 9, True)])
def test_more_than_one_high_in_five_is_doubted(library_of, claim_of, high, of, told):
    step = Step(domain=Domain.IMPRECISION, levels=-1, reason="One trial.")
    claims = [
        claim_of(
            f"claim-{place}",
            verdict=Verdict.INSUFFICIENT,
            certainty=Certainty.HIGH if place < high else Certainty.MODERATE,
            rating=Rating(start=Start.RANDOMISED_TRIALS, steps=() if place < high else (step,)),
        )
        for place in range(of)
    ]

    assert any("high certainty" in doubt for doubt in doubts(summary(library_of(claims=claims)))) is told


@pytest.mark.parametrize(("supported", "told"), [(8, False), (9, True), (10, True)])
def test_nine_supported_in_ten_are_doubted(library_of, claim_of, supported, told):
    claims = [
        claim_of(f"claim-{place}", verdict=Verdict.SUPPORTED if place < supported else Verdict.CONFLICTING)
        for place in range(10)
    ]

    assert any("supported" in doubt for doubt in doubts(summary(library_of(claims=claims)))) is told


def test_the_library_that_ships_is_to_be_believed(real):
    assert doubts(summary(real)) == ()
