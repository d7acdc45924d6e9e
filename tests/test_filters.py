import pytest

from evidence.errors import InvalidFilter
from evidence.filters import FACETS, Filter, certainties, facets, select


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
