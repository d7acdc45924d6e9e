import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.drafts.forms import Forms

KNOWN = ["massag", "inflammatori", "orthopaed", "statin", "glute", "reflexolog"]


@pytest.mark.parametrize(
    ("strange", "known"),
    [
        ("inflamatori", "inflammatori"),
        ("orthopaedist", "orthopaed"),
        ("reflexolgi", "reflexolgi"),
        ("massag", "massag"),
    ],
)
def test_a_strange_word_is_read_as_the_form_that_it_resembles(strange, known):
    assert Forms(KNOWN)[strange] == known


@pytest.mark.parametrize("word", ["station", "gluten", "rest", "", "massif"])
def test_a_word_that_only_begins_alike_stays_itself(word):
    assert Forms(KNOWN)[word] == word


@given(st.text(max_size=12), st.sets(st.text("abcdef", min_size=1, max_size=8), max_size=8))
def test_the_answer_is_the_word_or_a_known_one_and_settles(word, known):
    forms = Forms(known)

    assert forms[word] in {word, *known}
    assert forms[forms[word]] == forms[word]
