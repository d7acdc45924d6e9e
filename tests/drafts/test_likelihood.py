from math import isclose, log
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from evidence.drafts.likelihood import Likelihood


def test_a_token_of_most_of_a_claims_texts_speaks_for_it_and_an_absent_one_against():
    likelihood = Likelihood([{"leads": 9, "hip": 10}, {"goes": 9, "hip": 10}], [10, 10])

    first, second = likelihood.ratios(["leads"], [0, 1])
    assert first > 0 > second
    assert isclose(likelihood.ratios(["hip"], [0])[0], 0.0, abs_tol=1e-4)


def test_the_ratio_is_that_of_dirichlet_smoothing():
    # (3 + 2 · 4/30) / (10 + 2), to 4/30: by hand
    likelihood = Likelihood([{"soothe": 3}, {"soothe": 1}], [10, 20])

    assert isclose(likelihood.ratios(["soothe"], [0])[0], log((3 + 2 * 4 / 30) / 12 / (4 / 30)), abs_tol=1e-4)


_DOCUMENTS = st.lists(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 20)), min_size=1, max_size=8)


@given(_DOCUMENTS, st.lists(st.sampled_from("abcdef"), unique=True))
def test_all_at_once_gives_what_one_by_one_gives(documents, tokens):
    lengths = [20] * len(documents)
    known = [token for token in tokens if any(token in document for document in documents)]
    likelihood = Likelihood(documents, lengths)
    places = range(len(documents))
    at_once = likelihood.ratios(known, places)
    with patch("evidence.drafts.likelihood._FEW", 0):  # as for a library of many claims
        one_by_one = likelihood.ratios(known, places)

    assert all(isclose(one, other, abs_tol=1e-3) for one, other in zip(at_once, one_by_one, strict=True))
