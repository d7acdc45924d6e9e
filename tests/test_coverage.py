"""How the sentences of an article are accounted for."""

from dataclasses import replace

import pytest

from evidence.coverage import coverage, places_of_claims
from evidence.model import Appearance, Mode, NotClaim, NotClaimReason


def appearance(paragraph, sentence, article="000_elbow"):
    return Appearance(
        article=article, paragraph=paragraph, sentence=sentence, digest="0" * 64, phrase="x", mode=Mode.ASSERTED
    )


def passed(paragraph, sentence, reason=NotClaimReason.HEADING):
    return NotClaim(paragraph=paragraph, sentence=sentence, digest="0" * 64, reason=reason)


@pytest.fixture
def covered(library_of, claim_of):
    """The coverage of the made-up article by two claims."""

    def make(*, sentences, not_claims=(), first=(), second=()):
        made = library_of(
            claims=[claim_of(appearances=tuple(first)), claim_of("elbows-rest", appearances=tuple(second))]
        )
        article = replace(made.articles["000_elbow"], sentences=sentences, not_claims=tuple(not_claims))
        return coverage(article, made)

    return make


def test_a_sentence_with_two_claims_counts_once_and_its_claims_twice(covered):
    found = covered(sentences=(1, 1), not_claims=[passed(1, 1)], first=[appearance(2, 1)], second=[appearance(2, 1)])

    assert (found.sentences, found.with_claims, found.claims, found.appearances) == (2, 1, 2, 2)
    assert found.not_claims == ((NotClaimReason.HEADING, 1),)
    assert found.is_complete


def test_what_no_record_speaks_of_is_told_in_the_order_of_the_text(covered):
    found = covered(sentences=(1, 3, 2), not_claims=[passed(2, 2)], first=[appearance(3, 1)])

    assert found.unaccounted == ((1, 1), (2, 1), (2, 3), (3, 2))
    assert not found.is_complete


def test_an_article_whose_sentences_were_not_counted_is_not_complete(covered):
    assert not covered(sentences=(), first=[appearance(1, 1)]).is_complete


def test_what_another_article_says_accounts_for_nothing_here(covered):
    found = covered(sentences=(1,), first=[appearance(1, 1, article="001_knee"), appearance(1, 1, article="000_elbow")])

    assert (found.appearances, found.claims) == (1, 1)


def test_every_sentence_of_the_articles_is_accounted_for(real):
    found = [coverage(article, real) for article in real.articles.values()]

    assert [one.article for one in found if not one.is_complete] == []
    assert [one.sentences for one in found] == [one.with_claims + sum(n for _, n in one.not_claims) for one in found]


def test_the_places_of_claims_follow_the_text(real):
    for article in real.articles.values():
        places = [place for place, _ in places_of_claims(article, real)]
        assert places == sorted(places)
