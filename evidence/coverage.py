"""Which sentences of an article are accounted for: as claims, or as no claim with a reason."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from evidence.library import Library
from evidence.model import Article, NotClaimReason

__all__ = ["Coverage", "Place", "coverage", "places_of_claims"]

Place = tuple[int, int]
"""A sentence of an article: its 1-based paragraph (line that is not blank), and its 1-based number in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many sentences an article has, how many of them carry claims, and how many claim nothing, by reason.

    `claims` counts the claims of the article, `appearances` the places at which they are made: one sentence may make
    several. `unaccounted` are the sentences of which no record says anything, in their order.
    """

    article: str
    sentences: int
    with_claims: int
    claims: int
    appearances: int
    not_claims: tuple[tuple[NotClaimReason, int], ...]
    unaccounted: tuple[Place, ...]

    @property
    def is_complete(self) -> bool:
        """Whether the sentences were counted and each is accounted for."""
        return self.sentences > 0 and not self.unaccounted


def coverage(article: Article, library: Library) -> Coverage:
    """What the records say of each sentence of an article; where its sentences were not counted, of none."""
    claimed = places_of_claims(article, library)
    reasons = Counter(passed.reason for passed in article.not_claims)
    known = {place for place, _ in claimed} | {(passed.paragraph, passed.sentence) for passed in article.not_claims}
    return Coverage(
        article=article.id,
        sentences=sum(article.sentences),
        with_claims=len({place for place, _ in claimed}),
        claims=len({claim for _, claim in claimed}),
        appearances=len(claimed),
        not_claims=tuple((reason, reasons[reason]) for reason in NotClaimReason if reasons[reason]),
        unaccounted=tuple(place for place in _places(article) if place not in known),
    )


def places_of_claims(article: Article, library: Library) -> tuple[tuple[Place, str], ...]:
    """Each place at which the article makes a claim, with the claim's id, in the order of the text."""
    made = {
        ((seen.paragraph, seen.sentence), claim.id)
        for claim in library.claims_in(article.id)
        for seen in claim.appearances
        if seen.article == article.id
    }
    return tuple(sorted(made))


def _places(article: Article) -> Iterator[Place]:
    for paragraph, count in enumerate(article.sentences, 1):
        yield from ((paragraph, sentence) for sentence in range(1, count + 1))
