from datetime import date, timedelta

import pytest

from evidence.errors import InvalidFilter
from evidence.filters import FACETS, Filter, Order, certainties, facets, select
from evidence.model import Certainty, Design

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("moderate", ("moderate",)),
        ("moderate+", ("high", "moderate")),
        ("very low+", ("high", "moderate", "low", "very_low")),
        ("Very-Low", ("very_low",)),
        ("low, high", ("low", "high")),
    ],
)
def test_certainty_is_asked_for_exactly_or_at_least(words, expected):
    assert certainties(words) == expected


@pytest.mark.parametrize("words", ["sure", "", "low++x", "moderate-"])
def test_a_word_that_is_no_certainty_is_refused_with_those_that_are(words):
    with pytest.raises(InvalidFilter, match="high, moderate, low, very_low"):
        certainties(words)


def test_facets_narrow_and_values_of_one_facet_widen(library_of, claim_of):
    library = library_of(claims=[claim_of("a"), claim_of("b", topic="knees", certainty=None)])

    assert len(select(library, Filter(topic=("elbows",))).claims) == 1
    assert len(select(library, Filter(topic=("elbows", "knees"))).claims) == 2
    assert len(select(library, Filter(topic=("knees",), certainty=("moderate",))).claims) == 0


def test_claims_without_certainty_have_none_of_any_level(library_of, claim_of):
    library = library_of(claims=[claim_of(certainty=None)])

    assert select(library, Filter(certainty=certainties("very_low+"))).claims == ()


def test_counts_say_what_a_further_choice_would_show(real):
    wanted = Filter(verdict=("insufficient",), certainty=("very_low",))
    counts = facets(real, wanted)

    for facet in FACETS:
        for value, count in counts[facet].items():
            chosen = Filter(**{**{name: getattr(wanted, name) for name in FACETS}, facet: (value,)})
            assert len(select(real, chosen).claims) == count


def test_at_least_counts_every_level_above(library_of, claim_of):
    library = library_of(
        claims=[
            claim_of("a", certainty=Certainty.HIGH),
            claim_of("b", certainty=Certainty.LOW),
            claim_of("c", certainty=None),
        ]
    )

    assert facets(library, Filter())["at_least"] == {"high": 1, "moderate": 1, "low": 2, "very_low": 2}


@pytest.mark.parametrize(
    ("days", "values"),
    [
        (0, {"month", "quarter", "year"}),
        (31, {"month", "quarter", "year"}),
        (32, {"quarter", "year"}),
        (93, {"year"}),
        (400, set()),
    ],
)
def test_how_recently_searched_is_told_from_the_day(library_of, days, values):
    library = library_of()

    assert set(facets(library, Filter(), DAY + timedelta(days=days))["searched"]) == values


def test_a_claim_without_a_logged_search_was_never_searched(library_of, claim_of):
    assert facets(library_of(claims=[claim_of(searches=())]), Filter(), DAY)["searched"] == {"never": 1}


@pytest.mark.parametrize(
    ("day", "why"), [("2028-11-22", "overdue"), ("2028-11-21", "soon"), ("2028-08-23", "soon"), ("2028-08-22", None)]
)
def test_a_review_is_overdue_after_its_day_and_due_soon_ninety_days_before(library_of, day, why):
    found = set(facets(library_of(), Filter(), date.fromisoformat(day))["review"])

    assert found == {"read_once"} | ({why} if why else set())


def test_designs_are_those_of_the_studies_cited(library_of, study_of, claim_of):
    library = library_of(
        claims=[claim_of("a"), claim_of("b", citations=())], studies=[study_of(design=Design.CROSSOVER_TRIAL)]
    )

    assert [claim.id for claim in select(library, Filter(design=("crossover_trial",))).claims] == ["a"]


def test_exactly_these_claims_can_be_asked_for(library_of, claim_of):
    library = library_of(claims=[claim_of("a"), claim_of("b"), claim_of("c")])

    assert [claim.id for claim in select(library, Filter(claim=("c", "a", "nobody"))).claims] == ["a", "c"]


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (Order.RELEVANCE, ["a", "b", "c"]),
        (Order.CERTAINTY, ["c", "a", "b"]),
        (Order.STUDIES, ["b", "c", "a"]),
        (Order.REVIEWED, ["b", "a", "c"]),
        (Order.STATEMENT, ["c", "b", "a"]),
    ],
)
def test_claims_come_in_the_order_asked_for(library_of, claim_of, order, ids):
    cited = claim_of().citations
    library = library_of(
        claims=[
            claim_of("a", certainty=Certainty.LOW, statement="Z", citations=()),
            claim_of("b", certainty=None, statement="y", reviewed=DAY + timedelta(days=1)),
            claim_of("c", certainty=Certainty.HIGH, statement="X", citations=cited, reviewed=DAY - timedelta(days=1)),
        ]
    )

    assert [claim.id for claim in select(library, Filter(), order).claims] == ids


def test_an_empty_library_has_no_claims_and_no_counts(library_of):
    library = library_of(claims=[])

    assert select(library, Filter(words="knee")).claims == ()
    assert not any(facets(library, Filter(words="knee")).values())
