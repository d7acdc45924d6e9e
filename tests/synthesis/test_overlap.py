import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.model import Design
from evidence.synthesis.overlap import corrected_covered_area, overlap


# Pieper et al., J Clin Epidemiol 2014;67:368-75: (N - r) / (rc - r), by hand.
@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        ({}, None),
        ({"one": ("a", "b")}, None),
        ({"one": (), "two": ()}, None),
        ({"one": ("a", "b"), "two": ("c",)}, 0),
        ({"one": ("a", "b"), "two": ("a", "b")}, 1),
        ({"one": ("a", "b", "c"), "two": ("c", "d")}, (5 - 4) / (4 * 2 - 4)),
        ({"one": ("a", "b"), "two": ("b", "c"), "three": ("a", "b", "d")}, (7 - 4) / (4 * 3 - 4)),
        ({"one": ("a", "a"), "two": ("a",)}, 1),
    ],
)
def test_corrected_covered_area(reviews, expected):
    assert corrected_covered_area(reviews) == expected


keys = st.lists(st.sampled_from("abcdefgh"), min_size=1).map(tuple)


@given(st.dictionaries(st.sampled_from("stuvwxyz"), keys, min_size=2))
def test_the_area_lies_between_no_and_full_overlap(reviews):
    assert 0 <= corrected_covered_area(reviews) <= 1


def test_reviews_and_what_they_contain_count_once_and_unknown_contents_are_told(trial, cited):
    library = cited(
        trial("a"),
        trial("b", appraisal={"companions": ("c",)}),
        trial("c", appraisal={"companions": ("b",)}),
        trial("review1", appraisal={"design": Design.META_ANALYSIS, "includes": ("a",)}),
        trial("review2", appraisal={"design": Design.SYSTEMATIC_REVIEW}),
    )
    found = overlap(library.claim("kneading-loosens-elbows"), library)

    assert (found.citations, found.independent) == (5, 3)
    assert found.reviews == {"review1": ("a",)}
    assert found.unknown == ("review2",)
    assert found.covered_area is None
