"""What is asked of a registry, and what it says of a work."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from evidence.bibtex.latex import clean
from evidence.errors import InvalidIdentifier
from evidence.identifiers import doi, pmcid, pmid
from evidence.model import Name, Reference

__all__ = ["Notice", "NoticeKind", "Registry", "Sought", "Source", "Work", "identifier", "person"]


class Source(StrEnum):
    """A registry."""

    CROSSREF = "crossref"
    PUBMED = "pubmed"
    EUROPE_PMC = "europe_pmc"
    OPENALEX = "openalex"

    @property
    def words(self) -> str:
        """The registry as it writes itself."""
        return {"crossref": "Crossref", "pubmed": "PubMed", "europe_pmc": "Europe PMC", "openalex": "OpenAlex"}[self]


class NoticeKind(StrEnum):
    """What a notice does to the work that it is about."""

    RETRACTION = "retraction"
    CONCERN = "concern"
    CORRECTION = "correction"
    REINSTATEMENT = "reinstatement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """That a work was retracted, doubted, corrected or reinstated: the day, who says so, and the notice's own id."""

    kind: NoticeKind
    on: date | None = None
    by: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a registry says of one publication, in our words and normal forms; empty where it says nothing.

    `on` is the day of the answer, `address` where anyone can read the same; `years` are all years of publication that
    it gives (print, online); `kinds` the registry's own types; `notices` are about this work, `announces` is what this
    work, being itself a notice, does to another.
    """

    source: Source
    on: date
    address: str
    title: str
    authors: tuple[Name, ...] = ()
    years: tuple[int, ...] = ()
    month: str = ""
    type: str = "article"
    journal: str = ""
    publisher: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    abstract: str = ""
    kinds: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    announces: tuple[NoticeKind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What a work is looked for by: identifiers in normal form and, where there is none, its title and author."""

    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    title: str = ""
    author: str = ""

    @classmethod
    def of(cls, reference: Reference) -> "Sought":
        """What a reference says of itself."""
        first = reference.authors[0] if reference.authors else Name()
        return cls(
            doi=identifier(doi, reference.doi),
            pmid=identifier(pmid, reference.pmid),
            pmcid=identifier(pmcid, reference.pmcid),
            title=reference.title,
            author=first.literal or first.family,
        )

    @property
    def has_identifier(self) -> bool:
        """Whether any identifier is known; then titles are not asked."""
        return bool(self.doi or self.pmid or self.pmcid)


class Registry(Protocol):
    """A service that knows publications."""

    @property
    def source(self) -> Source:
        """Which one."""

    def find(self, sought: Sought) -> tuple[Work, ...]:
        """The work with an identifier of `sought`; without any, the works that its search gives for the title.

        Empty when it knows none, or cannot look by what is known.

        Raises:
            NotAnswered: when it did not answer, or not in a way that could be understood.
        """


def identifier(normal: Callable[[str], str], text: str) -> str:
    """`text` in the normal form that `normal` makes; empty when it has none."""
    try:
        return normal(text) if text else ""
    except InvalidIdentifier:
        return ""


def person(family: str, given: str = "", suffix: str = "") -> Name:
    """A name whose small words before the family name (`van der`) are its particle."""
    words = clean(family).split()
    small = next((place for place, word in enumerate(words) if not word[:1].islower()), 0)
    return Name(
        particle=" ".join(words[:small]), family=" ".join(words[small:]), given=clean(given), suffix=clean(suffix)
    )
