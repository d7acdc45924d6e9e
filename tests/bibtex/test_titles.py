"""Which words of a title are protected."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibtex.latex import clean, unescape
from evidence.bibtex.titles import render_title


@pytest.mark.parametrize(
    "title",
    [
        "Efficacy and Safety of Massage for Osteoarthritis of the Knee: a Randomized Clinical Trial",
        "{HIV}, pain and {COVID}-19 in {Iran}: A review of {Parkinson's} disease",
        "Vitamin {D} and {B12} for pain",
        "The {pH} of {TNF}-α in {Swedish} adults",
        "Meta-Analysis of {X}-Ray Findings in Patients With {IL}-1β",
        "Effects of massage. A pilot study in {O'Brien's} ({US}) clinic",
        "Swedish massage for low back pain",
        "Hepatitis {B} in Low Back Pain",
        "10 minutes of non-{Hodgkin} care",
        "按摩对疼痛的影响",
        "",
    ],
)
def test_protected_words(title: str) -> None:
    assert render_title(title.replace("{", "").replace("}", ""), ascii=False) == title


def test_every_capital_shows_in_other_languages() -> None:
    assert render_title("Wirkung der Massage", ascii=False, language="de") == "Wirkung der {Massage}"
    assert render_title("Effect of Massage", ascii=False, language="en-US") == "Effect of Massage"


def test_protection_is_no_letter_to_bibtex() -> None:
    assert render_title("École ÉCOLE", ascii=True) == r"{\'E}cole {{\'E}COLE}"


@settings(max_examples=200)
@given(st.text(max_size=30) | st.text(alphabet="aA1é\u0301:. -/–{}\\$_'’µ王&;", max_size=25), st.booleans())
def test_title_comes_back(title: str, ascii: bool) -> None:
    assert unescape(render_title(title, ascii=ascii)) == clean(title)
