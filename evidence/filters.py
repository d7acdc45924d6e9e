"""Which claims a reader wants to see, in which order, and how many there would be for each further choice."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache, reduce
from operator import and_, or_
from typing import Any

from evidence.bitsets import Bits, bits
from evidence.errors import InvalidFilter
from evidence.library import Library
from evidence.model import Certainty, Claim, Read, Verdict
from evidence.search import Part, search
from evidence.suspension import suspension

__all__ = [
    "FACETS",
    "Filter",
    "Order",
    "Review",
    "Searched",
    "Selection",
    "at_least",
    "certainties",
    "facets",
    "select",
]


class Searched(StrEnum):
    """How recently studies were last searched for; a claim of last month is also one of last year."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    NEVER = "never"

    @property
    def words(self) -> str:
        """The value as it is shown to a reader."""
        return {"month": "last month", "quarter": "last 3 months", "year": "last year", "never": "no search logged"}[
            self
        ]


class Review(StrEnum):
    """Why somebody should look at a claim again."""

    OVERDUE = "overdue"
    SOON = "soon"
    READ_ONCE = "read_once"
    SUSPENDED = "suspended"

    @property
    def words(self) -> str:
        """The value as it is shown to a reader."""
        return {
            "overdue": "review overdue",
            "soon": "due within 90 days",
            "read_once": "figures read once",
            "suspended": "rating suspended",
        }[self]


class Order(StrEnum):
    """The order in which claims are shown."""

    RELEVANCE = "relevance"
    CERTAINTY = "certainty"
    STUDIES = "studies"
    REVIEWED = "reviewed"
    STATEMENT = "statement"

    @property
    def words(self) -> str:
        """The order as it is shown to a reader."""
        return {
            "relevance": "best match: statement first",
            "certainty": "surest first",
            "studies": "most studies first",
            "reviewed": "newest review first",
            "statement": "A to Z",
        }[self]


_DAYS = {Searched.MONTH: 31, Searched.QUARTER: 92, Searched.YEAR: 366}
_SOON = 90


def _searched(claim: Claim, _library: Library, day: date) -> tuple[str, ...]:
    last = max((search.on for search in claim.searches), default=None)
    if last is None:
        return (Searched.NEVER,)
    return tuple(span for span, days in _DAYS.items() if (day - last).days <= days)


def _review(claim: Claim, library: Library, day: date) -> tuple[str, ...]:
    left = (claim.review_by - day).days
    applies = {
        Review.OVERDUE: left < 0,
        Review.SOON: 0 <= left <= _SOON,
        Review.READ_ONCE: claim.read is Read.ONCE,
        Review.SUSPENDED: suspension(claim, library) is not None,
    }
    return tuple(why for why, does in applies.items() if does)


def _designs(claim: Claim, library: Library, _day: date) -> tuple[str, ...]:
    return tuple(dict.fromkeys(study.appraisal.design.value for study in library.studies_of(claim)))


# A facet has, for each claim, the values under which it is found; without values a claim is found under none.
FACETS: Mapping[str, Callable[[Claim, Library, date], tuple[str, ...]]] = {
    "certainty": lambda claim, _library, _day: (claim.certainty.value,) if claim.certainty else (),
    "at_least": lambda claim, _library, _day: _at_most(claim.certainty) if claim.certainty else (),
    "verdict": lambda claim, _library, _day: (claim.verdict.value,),
    "topic": lambda claim, _library, _day: (claim.topic,),
    "article": lambda claim, _library, _day: tuple(dict.fromkeys(seen.article for seen in claim.appearances)),
    "kind": lambda claim, _library, _day: (claim.kind.value,),
    "design": _designs,
    "searched": _searched,
    "review": _review,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is wanted: words, and for each facet the values of which one must fit (none: any).

    `at_least` is the certainty that a claim must reach, `claim` the ids of the only claims that are wanted.
    """

    words: str = ""
    certainty: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    verdict: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    design: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    claim: tuple[str, ...] = ()

    def without(self, name: str) -> "Filter":
        """The same filter without one of its fields."""
        default: Any = "" if name == "words" else ()
        return replace(self, **{name: default})

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the fields that narrow anything down."""
        return tuple(one.name for one in fields(self) if getattr(self, one.name))


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims that fit a filter, and what its words were taken to mean."""

    claims: tuple[Claim, ...]
    parts: tuple[Part, ...] = ()


def select(library: Library, wanted: Filter, order: Order = Order.RELEVANCE, day: date | None = None) -> Selection:
    """The standing claims that fit: by relevance when there are words, else in the library's order; or as `order` says.

    `day` is the day from which reviews are overdue and searches long past: today when it is not given.
    """
    index = _index(library, day or date.today())
    found = search(library, wanted.words)
    fitting = reduce(and_, index.fitting(wanted).values(), index.everything)
    claims = [claim for claim in found.claims if fitting >> index.place[claim.id] & 1]
    return Selection(tuple(_sorted(claims, order)), found.parts)


def facets(library: Library, wanted: Filter, day: date | None = None) -> dict[str, Counter[str]]:
    """For each facet, how many claims there are under each of its values when all the other facets stay as they are."""
    index = _index(library, day or date.today())
    fitting = {**index.fitting(wanted), "words": index.of(search(library, wanted.words).claims)}
    return {
        facet: index.count(facet, reduce(and_, (one for name, one in fitting.items() if name != facet)))
        for facet in FACETS
    }


@dataclass(frozen=True, slots=True)
class _Index:
    """Which claims stand under each value of each facet, as sets of their places in the library's order."""

    place: dict[str, int]
    everything: Bits
    under: dict[str, dict[str, Bits]]

    def of(self, claims: Iterable[Claim]) -> Bits:
        """The set of these claims."""
        return bits(self.place[claim.id] for claim in claims)

    def fitting(self, wanted: Filter) -> dict[str, Bits]:
        """For each facet (words aside) the claims that fit it."""
        chosen = bits(self.place[id] for id in wanted.claim if id in self.place) if wanted.claim else self.everything
        return {"claim": chosen, **{facet: self._fitting(facet, getattr(wanted, facet)) for facet in FACETS}}

    def _fitting(self, facet: str, values: tuple[str, ...]) -> Bits:
        return reduce(or_, (self.under[facet].get(value, 0) for value in values)) if values else self.everything

    def count(self, facet: str, among: Bits) -> Counter[str]:
        """How many of the claims `among` stand under each value."""
        return Counter(
            {value: number for value, one in self.under[facet].items() if (number := (one & among).bit_count())}
        )


@lru_cache(maxsize=8)
def _index(library: Library, day: date) -> _Index:
    place = {id: number for number, id in enumerate(library.claims)}
    under = {facet: _under(facet, library, day) for facet in FACETS}
    return _Index(place, (1 << len(place)) - 1, under)


def _under(facet: str, library: Library, day: date) -> dict[str, Bits]:
    found: dict[str, list[int]] = {}
    for number, claim in enumerate(library.claims.values()):
        for value in FACETS[facet](claim, library, day):
            found.setdefault(value, []).append(number)
    return {value: bits(numbers) for value, numbers in found.items()}


def _sorted(claims: list[Claim], order: Order) -> list[Claim]:
    keys: dict[Order, Callable[[Claim], Any]] = {
        Order.CERTAINTY: lambda claim: (-claim.certainty.level if claim.certainty else 0, _VERDICTS[claim.verdict]),
        Order.STUDIES: lambda claim: -len({citation.study for citation in claim.citations}),
        Order.REVIEWED: lambda claim: -claim.reviewed.toordinal(),
        Order.STATEMENT: lambda claim: claim.statement.casefold(),
    }
    return sorted(claims, key=keys[order]) if order in keys else claims


_VERDICTS = {verdict: number for number, verdict in enumerate(Verdict)}


def at_least(certainty: Certainty) -> tuple[str, ...]:
    """The certainties that are `certainty` or more."""
    return tuple(one.value for one in Certainty if one.level >= certainty.level)


def _at_most(certainty: Certainty) -> tuple[str, ...]:
    return tuple(one.value for one in Certainty if one.level <= certainty.level)


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
