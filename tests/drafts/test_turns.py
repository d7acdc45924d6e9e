import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.drafts import core, cues, harmless, mentions, views, wording
from evidence.drafts.turns import Turns, turns

_LISTS = {
    f"{module.__name__}.{name}": value
    for module in (core, cues, harmless, mentions, views, wording)
    for name, value in vars(module).items()
    if isinstance(value, Turns) and value.keys
}
_KEYED = [pytest.param(found, one, id=f"{name}: {one}") for name, found in _LISTS.items() for one in found.alternatives]


def _plain(alternative: str) -> str:
    """The expression without what only looks around; what stands for any word, or for the end of one, is one letter."""
    while around := re.search(r"\(\?<?[=!]", alternative):
        depth, end = 1, around.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(alternative[end], 0)
            end += 1
        alternative = alternative[: around.start()] + alternative[end:]
    for pattern, said in (
        (r"\w+n['’]t", "don't"),
        (r"\w*", ""),
        (r"\w+", "q"),
        (r"[\w-]+", "q"),
        ("(?:s|es|ing)?", "s?"),
    ):
        alternative = alternative.replace(pattern, said)
    return alternative


@pytest.mark.parametrize(("listed", "alternative"), _KEYED)
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_a_turn_of_phrase_matches_holds_one_of_the_key_words(listed, alternative, data):
    said = data.draw(
        st.from_regex(rf"\A(?:{_plain(alternative)})\Z", alphabet="Iabcdefghijklmnopqrstuvwxyz’'-, 0123456789%")
    )

    assert listed.may_stand_in(said)


def test_a_key_word_counts_in_every_form():
    found = turns(r"fail(?:s|ed|ing)? to\b", keys="fails")

    assert all(found.search(f"it {form} to help") for form in ("failed", "fails", "fail"))
    assert found.search("it tries to help") is None


def test_a_text_without_key_words_is_not_searched():
    assert turns(r"helps\b", keys="harms").search("it helps") is None


def test_what_is_found_is_masked_and_all_else_keeps_its_place():
    assert turns(r"not only\b", keys="not").masked("not only here") == "········ here"
