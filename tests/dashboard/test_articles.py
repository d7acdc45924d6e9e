"""The report cards, and the page of an article."""

import re
from html import unescape

import pytest

pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from evidence.dashboard import tiles
from evidence.model import Appearance, Mode, Verdict


def appearance(paragraph=1, sentence=1, phrase="frees", article="000_elbow"):
    return Appearance(
        article=article, paragraph=paragraph, sentence=sentence, digest="0" * 64, phrase=phrase, mode=Mode.HEDGED
    )


@pytest.fixture
def two(library_of, claim_of):
    """An article with a claim that holds and, later in its text, two more."""
    return library_of(
        claims=[
            claim_of(appearances=(appearance(3, 2, "well-known, 62% & more"),)),
            claim_of("rest-cures", verdict=Verdict.CONTRADICTED, appearances=(appearance(1, 1, "<i>cures</i>"),)),
            claim_of("elbows-fly", verdict=Verdict.UNVERIFIABLE, certainty=None, rating=None, citations=()),
        ]
    )


def test_every_article_has_a_card_with_its_claims_counted(open_page, shown, real):
    text = unescape(shown(open_page("articles")))

    for article in real.articles.values():
        assert article.title in text
        assert f"{len(real.claims_in(article.id))} claims; " in text


def test_the_worst_stands_first_in_a_card(two):
    text = str(tiles.by_verdict(two.claims.values()))

    assert re.findall(r"</span> ([a-z ]+)</span><strong>(\d+)", text) == [
        ("contradicted", "1"),
        ("unverifiable", "1"),
        ("supported", "1"),
    ]


def test_a_tile_says_in_words_what_it_shows_and_leads_to_its_claim(two):
    text = str(tiles.tile(two.claim("rest-cures")))

    assert 'href="claim?id=rest-cures"' in text
    assert re.search(r'class="ev-hidden">Kneading loosens stiff elbows\. Contradicted, moderate certainty', text)


def test_the_article_that_does_worst_comes_first(open_page, shown, real):
    text = unescape(shown(open_page("articles")))
    good = {Verdict.SUPPORTED, Verdict.PARTLY_SUPPORTED}

    def share(article):
        claims = real.claims_in(article.id)
        return sum(claim.verdict in good for claim in claims) / len(claims)

    places = [text.index(article.title) for article in sorted(real.articles.values(), key=share)]
    assert places == sorted(places)


def test_a_library_without_claims_is_drawn(open_page, library_of):
    assert not open_page("articles", library_of(claims=[])).exception
    assert not open_page("article", library_of(claims=[]), id="000").exception


def test_an_article_lists_its_claims_in_the_order_of_its_text(open_page, shown, two):
    app = open_page("article", two, id="000")
    text = shown(app)

    assert not app.exception
    assert [header.value for header in app.header] == [
        "How it does",
        "What it claims, in the order of its text",
        "How sure it sounds, and how sure one can be",
    ]
    assert text.index("“&lt;i&gt;cures&lt;/i&gt;”") < text.index("“well-known, 62% &amp; more”")
    assert "https://elbows.example/freed#:~:text=well%2Dknown%2C%2062%25%20%26%20more" in text


def test_the_figure_on_wording_has_its_twin_and_its_data(open_page, two):
    app = open_page("article", two, id="000")
    labels = [button.proto.label for button in app.get("download_button")]

    assert "The same in words" in [expander.label for expander in app.expander]
    assert labels == ["3 places with claims (CSV)", "Data of this picture (CSV)"]


def test_an_unknown_article_offers_all(open_page, shown, library_of):
    app = open_page("article", library_of(), id="zebra")

    assert app.title[0].value == "No such article"
    assert 'href="article?id=000_elbow"' in shown(app)


def test_every_article_that_ships_has_a_page(open_page, real):
    for id in real.articles:
        assert not open_page("article", id=id).exception
