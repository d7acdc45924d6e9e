"""Which claims a reader wants to see, and how many there would be for each further choice."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from evidence.errors import InvalidFilter
from evidence.library import Library
from evidence.model import Certainty, Claim
from evidence.search import Part, search

__all__ = ["FACETS", "Filter", "Selection", "at_least", "certainties", "facets", "select"]

# A facet has, for each claim, the values under which it is found; without values a claim is found under none.
FACETS: dict[str, Callable[[Claim], tuple[str, ...]]] = {
    "certainty": lambda claim: (claim.certainty.value,) if claim.certainty else (),
    "verdict": lambda claim: (claim.verdict.value,),
    "topic": lambda claim: (claim.topic,),
    "article": lambda claim: tuple(dict.fromkeys(seen.article for seen in claim.appearances)),
    "kind": lambda claim: (claim.kind.value,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is wanted: words, and for each facet the values of which one must fit (none: any)."""

    words: str = ""
    certainty: tuple[str, ...] = ()
    verdict: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()

    def admits(self, claim: Claim) -> bool:
        """Whether a claim fits every facet (words aside)."""
        return all(self._fits(facet, claim) for facet in FACETS)

    def without(self, name: str) -> "Filter":
        """The same filter without one of its fields."""
        default: Any = "" if name == "words" else ()
        return replace(self, **{name: default})

    def _fits(self, facet: str, claim: Claim) -> bool:
        wanted = getattr(self, facet)
        return not wanted or any(value in wanted for value in FACETS[facet](claim))


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims that fit a filter, and what its words were taken to mean."""

    claims: tuple[Claim, ...]
    parts: tuple[Part, ...] = ()


def select(library: Library, wanted: Filter) -> Selection:
    """The standing claims that fit: by relevance when there are words, else in the library's order."""
    found = search(library, wanted.words)
    return Selection(tuple(claim for claim in found.claims if wanted.admits(claim)), found.parts)


def facets(library: Library, wanted: Filter) -> dict[str, Counter[str]]:
    """For each facet, how many claims there are under each of its values when all the other facets stay as they are."""
    found = search(library, wanted.words).claims
    return {facet: _count(facet, found, wanted.without(facet)) for facet in FACETS}


def _count(facet: str, claims: Iterable[Claim], others: Filter) -> Counter[str]:
    return Counter(value for claim in claims if others.admits(claim) for value in FACETS[facet](claim))


def at_least(certainty: Certainty) -> tuple[str, ...]:
    """The certainties that are `certainty` or more."""
    return tuple(one.value for one in Certainty if one.level >= certainty.level)


def certainties(words: str) -> tuple[str, ...]:
    """The certainties meant by `moderate`, `moderate+` (at least moderate) or `low,very_low`.

    Raises:
        InvalidFilter: when a word is not a certainty.
    """
    return tuple(dict.fromkeys(value for word in words.split(",") for value in _one_certainty(word.strip())))


def _one_certainty(word: str) -> tuple[str, ...]:
    name = word.removesuffix("+").strip().lower().replace(" ", "_").replace("-", "_")
    try:
        certainty = Certainty(name)
    except ValueError:
        known = ", ".join(Certainty)
        raise InvalidFilter(f"{word!r} is not a certainty. Say one of {known}, with + for at least: low+") from None
    return at_least(certainty) if word.endswith("+") else (certainty.value,)
