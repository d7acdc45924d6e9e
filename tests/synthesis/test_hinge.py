from dataclasses import replace

import pytest

from evidence.model import Access, Certainty, Design, Domain, Kind, Rating, Stance, Start, Step, Verdict
from evidence.synthesis.effects import Effect, Source
from evidence.synthesis.hinge import links, weakest, withdrawals, without_each
from evidence.synthesis.pooling import Method, Point, pool
from evidence.synthesis.pools import Pool, gather


@pytest.fixture
def rated(trial, cited):
    """A library with trials a, b and c, whose claim has these steps (domain, levels, studies), verdict and stances."""

    def make(*steps, verdict=Verdict.SUPPORTED, certainty=Certainty.MODERATE, stances="sss", appraisals=({}, {}, {})):
        words = {"s": Stance.SUPPORTS, "c": Stance.CONTRADICTS, "m": Stance.MIXED, "i": Stance.INCONCLUSIVE}
        studies = [trial(key, appraisal=appraisal) for key, appraisal in zip("abc", appraisals, strict=False)]
        library = cited(*studies[: len(stances)])
        claim = library.claim("kneading-loosens-elbows")
        citations = tuple(
            replace(one, stance=words[stance]) for one, stance in zip(claim.citations, stances, strict=True)
        )
        rating = Rating(
            start=Start.RANDOMISED_TRIALS,
            steps=tuple(
                Step(domain=domain, levels=levels, reason="So.", studies=tuple(keys)) for domain, levels, keys in steps
            ),
        )
        return replace(claim, verdict=verdict, certainty=certainty, rating=rating, citations=citations), library

    return make


def by_study(claim_and_library):
    return {one.studies[0]: one for one in withdrawals(*claim_and_library)}


def test_a_step_falls_away_with_the_last_study_that_it_names(rated):
    found = by_study(rated((Domain.IMPRECISION, -1, "a"), (Domain.INCONSISTENCY, -1, "bc"), certainty=Certainty.LOW))

    assert found["a"].certainty is Certainty.MODERATE
    assert [step.domain for step in found["a"].fallen] == [Domain.IMPRECISION]
    assert found["a"].changes_certainty
    assert (found["b"].certainty, found["b"].fallen, found["b"].changes_certainty) == (Certainty.LOW, (), False)


def test_a_step_that_names_no_study_stays(rated):
    assert by_study(rated((Domain.IMPRECISION, -1, "")))["a"].certainty is Certainty.MODERATE


@pytest.mark.parametrize(
    ("verdict", "stances", "holds", "allowed"),
    [
        (Verdict.SUPPORTED, "sc", True, [Verdict.CONTRADICTED, Verdict.INSUFFICIENT]),
        (Verdict.SUPPORTED, "ss", False, None),
        (Verdict.CONFLICTING, "sc", True, [Verdict.CONTRADICTED, Verdict.INSUFFICIENT]),
        (Verdict.CONFLICTING, "ssc", False, None),
        (Verdict.PARTLY_SUPPORTED, "sm", False, None),
        (Verdict.INSUFFICIENT, "ii", False, None),
        (Verdict.INSUFFICIENT, "i", True, [Verdict.NO_EVIDENCE_FOUND]),
    ],
)
def test_the_verdict_falls_when_the_stances_left_do_not_allow_it(rated, verdict, stances, holds, allowed):
    first = by_study(rated(verdict=verdict, stances=stances))["a"]

    assert first.changes_verdict is holds
    assert allowed is None or list(first.verdicts) == allowed
    assert holds or first.verdicts[0] is verdict


def test_one_study_left_is_never_high(rated):
    first = by_study(rated((Domain.IMPRECISION, -1, "a"), stances="ss"))["a"]

    assert (first.certainty, first.limits) == (Certainty.MODERATE, ("high never rests on one study",))


def test_abstracts_alone_are_never_moderate(rated):
    abstract = {"access": Access.ABSTRACT}
    found = by_study(rated((Domain.IMPRECISION, -1, "bc"), appraisals=({}, abstract, abstract)))

    assert (found["a"].certainty, found["a"].limits) == (Certainty.LOW, ("abstracts alone are left",))
    assert not found["b"].changes_certainty


@pytest.mark.parametrize("stances", ["s", "sm"])
def test_without_what_it_starts_from_nothing_can_be_rated(rated, stances):
    first = by_study(rated(stances=stances, appraisals=({}, {"design": Design.COHORT})))["a"]

    assert first.certainty is None
    assert first.changes_certainty


def test_all_reports_of_a_study_are_withdrawn_together(rated):
    found = withdrawals(*rated(appraisals=({"companions": ("b",)}, {"companions": ("a",)}, {})))

    assert [one.studies for one in found] == [("a", "b"), ("c",)]


def test_a_review_that_contains_the_study_is_named(rated):
    review = {"design": Design.META_ANALYSIS, "includes": ("a",)}

    assert by_study(rated(appraisals=({}, {}, review)))["a"].contained_in == ("c",)


def test_a_claim_without_rating_hangs_on_no_study(claim_of, library_of):
    assert withdrawals(claim_of(rating=None, certainty=None, verdict=Verdict.UNVERIFIABLE), library_of()) == ()


def test_certainty_moves_in_the_library_only_where_a_step_falls_or_a_rule_binds(real):
    for claim in real.claims.values():
        for one in withdrawals(claim, real):
            assert one.fallen or one.limits or not one.changes_certainty
            assert (claim.verdict in one.verdicts) is not one.changes_verdict


def pool_of(points, trial, cited):
    library = cited(trial("a"), trial("b"))
    family = gather(library.claim("kneading-loosens-elbows"), library).pools[0].family
    result = library.study("a").appraisal.results[0]
    effects = (Effect(f"trial{place}", result, point, Source.INTERVAL) for place, point in enumerate(points, 1))
    return Pool(family, tuple(effects))


# metafor, docs/reference/leave1out: BCG by REML without each trial in turn, estimate and tau².
LEAVE_ONE_OUT = [
    (-0.7071, 0.3362), (-0.6540, 0.2926), (-0.6856, 0.3207), (-0.6284, 0.2628), (-0.7642, 0.3278), (-0.7109, 0.3596),
    (-0.6552, 0.2930), (-0.7948, 0.2732), (-0.7412, 0.3495), (-0.6530, 0.2987), (-0.7579, 0.3405), (-0.7598, 0.3082),
    (-0.7775, 0.3037),
]  # fmt: skip


def test_leaving_one_out_is_that_of_metafor(bcg, trial, cited):
    found = without_each(pool_of(bcg, trial, cited))

    # Four digits, and metafor's rounds of REML end a little earlier than ours.
    assert [one.estimate.estimate for one in found] == pytest.approx([y for y, _ in LEAVE_ONE_OUT], abs=6e-5)
    assert [one.estimate.tau2 for one in found] == pytest.approx([t for _, t in LEAVE_ONE_OUT], abs=6e-5)
    assert not any(one.turns for one in found)


def test_the_study_that_makes_a_pool_significant_is_found(trial, cited):
    points = [Point(0.3, 0.3), Point(0.2, 0.3), Point(0.4, 0.3), Point(0.3, 0.3), Point(0.35, 0.02)]

    assert pool(points).by(Method.HARTUNG_KNAPP).leaves_no_effect_out
    assert [one.study for one in without_each(pool_of(points, trial, cited)) if one.turns] == ["trial5"]


def test_of_a_pool_of_two_no_estimate_is_left(bcg, trial, cited):
    assert [one.estimate for one in without_each(pool_of(bcg[:2], trial, cited))] == [None, None]


def test_a_chain_is_carried_by_its_weakest_link(claim_of, library_of):
    parts = {
        "one": (Verdict.SUPPORTED, Certainty.LOW),
        "two": (Verdict.INSUFFICIENT, Certainty.VERY_LOW),
        "three": (Verdict.SUPPORTED, Certainty.VERY_LOW),
    }
    claims = [claim_of(id, verdict=verdict, certainty=certainty) for id, (verdict, certainty) in parts.items()]
    chain = claim_of("chain", kind=Kind.CHAIN, chain=("one", "gone", "two", "three"))
    found = links(chain, library_of(claims=[*claims, chain]))

    assert [link.claim for link in found] == ["one", "two", "three"]
    assert weakest(found).claim == "two"
    assert weakest(()) is None


def test_a_link_without_a_certainty_is_the_weakest(claim_of, library_of):
    claims = [
        claim_of("one", certainty=Certainty.VERY_LOW),
        claim_of("two", verdict=Verdict.NO_EVIDENCE_FOUND, certainty=None),
    ]
    found = links(claim_of("chain", chain=("one", "two")), library_of(claims=claims))

    assert weakest(found).claim == "two"
