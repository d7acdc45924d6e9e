from dataclasses import replace
from datetime import date

import pytest

from evidence.model import (
    Better,
    Design,
    Directness,
    Favours,
    Integrity,
    IntegrityCheck,
    Measure,
    Withdrawal,
)
from evidence.synthesis.pooling import Method, pool
from evidence.synthesis.pools import gather


def gathered(library):
    return gather(library.claim("kneading-loosens-elbows"), library)


def keys(library):
    return [[effect.study for effect in one.effects] for one in gathered(library).pools]


def reasons(library):
    return {one.study: one.reason for one in gathered(library).left_out}


def test_two_results_of_one_family_are_pooled(trial, cited):
    library = cited(trial("a"), trial("b"))

    assert keys(library) == [["a", "b"]]
    assert gathered(library).left_out == ()


# What one of two results has that keeps it from being pooled with the other.
@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": "pain"},
        {"measure": Measure.SMD},
        {"better": Better.HIGHER, "favours": Favours.COMPARATOR},
        {"time": "2 years"},
        {"unit": "mm"},
        {"instrument": "another scale"},
    ],
)
def test_results_of_two_families_are_not_pooled(trial, cited, changes):
    library = cited(trial("a"), trial("b", **changes))

    assert keys(library) == []
    assert all("no second study" in reason for reason in reasons(library).values())
    assert reasons(library).keys() == {"a", "b"}


@pytest.mark.parametrize(
    "changes", [{"outcome": "Stiffness"}, {"time": "12 weeks"}, {"unit": "Points"}, {"intervention": "firm kneading"}]
)
def test_spelling_and_days_within_a_window_do_not_part_results(trial, cited, changes):
    assert keys(cited(trial("a"), trial("b", **changes))) == [["a", "b"]]


def test_standardised_differences_are_pooled_over_units_and_instruments(trial, cited):
    first = trial("a", measure=Measure.SMD, unit="", instrument="one")
    second = trial("b", measure=Measure.SMD, unit="g", instrument="two")

    assert keys(cited(first, second)) == [["a", "b"]]


def test_ratios_of_risks_odds_and_hazards_are_kept_apart(trial, cited):
    ratio = {"estimate": "2", "low": "1", "high": "4"}
    studies = [trial(key, measure=measure, **ratio) for key, measure in zip("abc", ("RR", "OR", "HR"), strict=True)]
    studies = [
        replace(
            one, appraisal=replace(one.appraisal, results=(replace(one.appraisal.results[0], measure=Measure(name)),))
        )
        for one, name in zip(studies, ("RR", "OR", "HR"), strict=True)
    ]

    assert keys(cited(*studies)) == []


@pytest.mark.parametrize(
    ("appraisal", "says"),
    [
        ({"design": Design.META_ANALYSIS}, "count twice"),
        ({"design": Design.META_ANALYSIS, "includes": ("a",)}, "count twice"),
        ({"design": Design.GUIDELINE}, "count twice"),
        ({"design": Design.NARRATIVE_REVIEW}, "other studies"),
        ({"integrity": IntegrityCheck(status=Integrity.RETRACTED)}, "retracted"),
        ({"withdrawn": Withdrawal(on=date(2026, 1, 1), reason="wrong")}, "withdrawn"),
        ({"companions": ("a",)}, "in this pool already, with a stiffness-4-weeks"),
    ],
)
def test_some_studies_are_never_pooled(trial, cited, appraisal, says):
    library = cited(trial("a"), trial("b"), trial("c", appraisal=appraisal))

    assert keys(library) == [["a", "b"]]
    assert says in reasons(library)["c"]


@pytest.mark.parametrize("part", ["population", "intervention", "comparator", "outcome"])
def test_who_answers_another_question_is_left_out(trial, cited, part):
    library = cited(trial("a"), trial("b"), trial("c"))
    claim = library.claim("kneading-loosens-elbows")
    other = replace(claim.citations[2], directness=Directness(**{part: "horses"}))
    changed = replace(claim, citations=(*claim.citations[:2], other))

    found = gather(changed, library)

    assert [[effect.study for effect in one.effects] for one in found.pools] == [["a", "b"]]
    assert found.left_out[0].reason == f"another question: {part} not as asked"


def test_all_reasons_are_told_at_once(trial, cited):
    library = cited(trial("a", measure=Measure.OTHER, appraisal={"design": Design.META_ANALYSIS}))

    assert reasons(library) == {
        "a": "meta-analysis: made of studies that would count twice; the record gives no effect measure"
    }


@pytest.mark.parametrize(("time", "says"), [("", "not recorded"), ("4 and 8 weeks", "names no window")])
def test_a_time_that_is_not_one_is_told(trial, cited, time, says):
    assert says in reasons(cited(trial("a"), trial("b", time=time)))["b"]


def test_a_study_with_two_results_of_a_family_enters_once_by_the_first(trial, cited):
    first = trial("a")
    second = replace(
        first.appraisal.results[0],
        id="against-usual-care",
        comparator="usual care",
        estimate="-5.0",
        low="-7.0",
        high="-3.0",
    )
    doubled = replace(first, appraisal=replace(first.appraisal, results=(*first.appraisal.results, second)))
    library = cited(doubled, trial("b"))

    assert [effect.result.id for effect in gathered(library).pools[0].effects] == ["stiffness-4-weeks"] * 2
    assert gathered(library).left_out[0].result == "against-usual-care"


def test_a_result_stated_for_the_other_side_is_turned_round(trial, cited):
    swapped = {"intervention": "rest", "comparator": "kneading", "estimate": "4.0", "low": "2.0", "high": "6.0"}
    library = cited(trial("a"), trial("b", **swapped, favours=Favours.COMPARATOR))
    same, turned = gathered(library).pools[0].effects

    assert turned.turned
    assert not same.turned
    assert turned.point == same.point


def test_every_named_result_of_the_library_is_in_a_pool_or_left_out_with_a_reason(real):
    for claim in real.claims.values():
        found = gather(claim, real)
        pooled = [(one.study, one.result.id) for each in found.pools for one in each.effects]
        others = [(one.study, one.result) for one in found.left_out]

        assert sorted(pooled + others) == sorted((one.study, id) for one in claim.citations for id in one.results)
        assert all(one.reason for one in found.left_out)


# Hackshaw, Stat Methods Med Res 1998;7:119-36: lung cancer and a spouse's smoking, odds ratios with intervals as
# printed (`dat.hackshaw1998` in metadat).
HACKSHAW = """
1.18 0.90 1.54  1.45 1.02 2.08  2.02 0.48 8.56  1.20 0.80 1.60  0.75 0.43 1.30  2.07 0.81 5.25  2.13 1.19 3.83
0.80 0.34 1.90  0.79 0.25 2.45  2.01 1.09 3.72  1.23 0.81 1.87  1.20 0.50 3.30  1.52 0.87 2.63  1.03 0.41 2.55
1.55 0.90 2.67  1.03 0.61 1.74  2.34 0.81 6.75  1.65 1.16 2.35  1.19 0.82 1.73  1.52 0.39 5.96  2.16 1.08 4.29
1.08 0.64 1.82  2.55 0.74 8.78  1.62 0.90 2.91  1.06 0.74 1.52  0.79 0.62 1.02  0.74 0.32 1.69  2.27 0.75 6.82
0.97 0.78 1.21  1.60 0.80 3.00  1.19 0.66 2.13  1.66 0.73 3.78  1.26 1.04 1.54  1.10 0.62 1.96  1.66 1.12 2.45
1.16 0.80 1.69  1.11 0.67 1.84
"""


def test_printed_odds_ratios_are_pooled_as_by_metafor(trial, cited):
    """metadat's page of the data: DL 0.2139 (SE 0.0471), 0.1215 to 0.3062, tau² 0.0170, I² 24.21 %, Q 47.4979."""
    figures = HACKSHAW.split()
    studies = [
        trial(f"study{place:02}", measure=Measure.OR, estimate=estimate, low=low, high=high, unit="")
        for place, (estimate, low, high) in enumerate(zip(*(figures[start::3] for start in range(3)), strict=True))
    ]
    (one,) = gathered(cited(*studies)).pools
    pooled = pool(one.points)
    found = pooled.by(Method.DERSIMONIAN_LAIRD)

    assert len(one.effects) == 37
    assert pooled.heterogeneity.q == pytest.approx(47.4979, abs=5e-3)
    assert [found.tau2, found.estimate, found.se, found.low, found.high] == pytest.approx(
        [0.0170, 0.2139, 0.0471, 0.1215, 0.3062], abs=5.1e-5
    )
    assert found.i2 == pytest.approx(24.21, abs=0.01)
