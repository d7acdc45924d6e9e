"""Text from records is shown as it is, whatever it looks like, and nothing in it is ever run or fetched."""

import random
from datetime import date

import pytest
from chromium import drawn, opened

from evidence.model import Change
from evidence.store.save import save

PIECES = [
    "<script>window.hacked = 1</script>",
    "<img src='http://evil.example/x.png' onerror='window.hacked = 1'>",
    "<a href='javascript:window.hacked = 1'>here</a>",
    "<style>* {display: none}</style>",
    "</p></li></ul></table></dl>",
    "<h1>big</h1>",
    "<!-- no remark -->",
    "&lt;b&gt; &amp; &#60;",
    "$x_1 + y^2$",
    "$$\\frac{1}{2}$$",
    "**bold** __too__",
    "*it* _it_",
    "`code` ~~gone~~",
    ":red[loud] :blue-background[x]",
    ":material/home: :smile:",
    "[link](http://evil.example) ![pic](http://evil.example/y.png)",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "| a | b |",
    "{{ 7 * 7 }} ${7*7} {0} %s %(x)s",
    "\\n \\\\ \\",
    "'; DROP TABLE claims; --",
    "=1+1 @SUM(A1)",
    "ﷺ 你好 مرحبا",
    "https://evil.example www.evil.example",
    "a" * 120,
]


def hostile(count):
    """That many texts, each put together of a few pieces: the same ones every time."""
    chance = random.Random(6)
    return [f"{number} {' '.join(chance.sample(PIECES, chance.randint(1, 3)))}" for number in range(count)]


@pytest.fixture(scope="module")
def shelf(library_of, claim_of, tmp_path_factory):
    """A library of twenty claims with hostile statements and answers; the first has a history of 160 more."""
    texts = hostile(200)
    claims = [
        claim_of(f"claim-{number:02}", statement=texts[2 * number], answer=texts[2 * number + 1])
        for number in range(20)
    ]
    history = tuple(Change(on=date(2026, 11, 21), what=text, why="") for text in texts[40:])
    first = claim_of("claim-00", statement=texts[0], answer=texts[1], changes=history)
    folder = tmp_path_factory.mktemp("shelf")
    save(library_of(claims=[first, *claims[1:]]), folder)
    return folder


@pytest.fixture(scope="module")
def served(serve, shelf):
    yield from serve(shelf)


def lines(locator):
    """The texts of all that a locator finds, blanks joined as a browser shows them."""
    return [" ".join(text.split()) for text in locator.all_text_contents()]


def test_two_hundred_hostile_texts_are_shown_as_they_are(page):
    texts = [" ".join(text.split()) for text in hostile(200)]
    opened(page, "/")
    page.get_by_text("20 of 20 claims").wait_for()
    assert lines(page.locator(".ev-cards h2")) == texts[0:40:2]
    assert lines(page.locator(".ev-cards h2 + p")) == texts[1:40:2]

    page.locator(".ev-cards a").first.click()
    page.get_by_role("heading", name="History").wait_for()
    drawn(page)
    assert lines(page.locator("h1")) == [texts[0]]
    assert lines(page.locator(".ev-answer")) == [texts[1]]
    told = lines(page.locator(".ev-list li").filter(has_text="2026-11-21:"))
    assert told == [f"2026-11-21: {text}" for text in texts[40:]]
    assert page.evaluate("window.hacked") is None
