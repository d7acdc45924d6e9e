"""Which studies a reader wants to see, in which order, and how many there would be for each further choice."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from evidence.library import Library
from evidence.model import Study

__all__ = ["FACETS", "Order", "Wanted", "counts", "select"]

# A facet has, for each study, the values under which it is found.
FACETS: Mapping[str, Callable[[Study, Library], tuple[str, ...]]] = {
    "design": lambda study, _: (study.appraisal.design.value,),
    "topic": lambda study, library: tuple(dict.fromkeys(claim.topic for claim in library.claims_citing(study.key))),
    "integrity": lambda study, _: (study.appraisal.integrity.status.value,),
    "access": lambda study, _: (study.appraisal.access.value,),
}


class Order(StrEnum):
    """The order in which studies are shown."""

    NAME = "name"
    NEWEST = "newest"
    PEOPLE = "people"
    CLAIMS = "claims"

    @property
    def words(self) -> str:
        """The order as it is shown to a reader."""
        return {
            "name": "A to Z",
            "newest": "newest first",
            "people": "most people first",
            "claims": "most claims first",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is wanted: words that all occur in the reference, and for each facet the values of which one must fit."""

    words: str = ""
    design: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    integrity: tuple[str, ...] = ()
    access: tuple[str, ...] = ()

    def admits(self, study: Study, library: Library) -> bool:
        """Whether a study fits the words and every facet."""
        said = _said(study)
        return all(word in said for word in self.words.casefold().split()) and all(
            self._fits(facet, study, library) for facet in FACETS
        )

    def without(self, facet: str) -> "Wanted":
        """The same without the choices in one facet."""
        nothing: Any = ()
        return replace(self, **{facet: nothing})

    def _fits(self, facet: str, study: Study, library: Library) -> bool:
        wanted = getattr(self, facet)
        return not wanted or any(value in wanted for value in FACETS[facet](study, library))


def select(library: Library, wanted: Wanted, order: Order = Order.NAME) -> tuple[Study, ...]:
    """The studies that fit, in the order asked for, and within that by name."""
    found = [study for study in library.studies.values() if wanted.admits(study, library)]
    return tuple(sorted(found, key=lambda study: (_rank(study, library, order), study.reference.label.casefold())))


def counts(library: Library, wanted: Wanted) -> dict[str, Counter[str]]:
    """For each facet, how many studies there are under each value when all other choices stay as they are."""
    return {facet: _count(facet, library, wanted.without(facet)) for facet in FACETS}


def _count(facet: str, library: Library, others: Wanted) -> Counter[str]:
    fitting = (study for study in library.studies.values() if others.admits(study, library))
    return Counter(value for study in fitting for value in FACETS[facet](study, library))


def _said(study: Study) -> str:
    reference = study.reference
    identifiers = (study.key, reference.doi, reference.pmid, reference.pmcid)
    return " ".join(
        (*map(str, reference.authors), reference.title, reference.venue, reference.year, *identifiers)
    ).casefold()


def _rank(study: Study, library: Library, order: Order) -> int:
    """The smaller, the earlier; what is not known comes last."""
    match order:
        case Order.NEWEST:
            return -int(study.reference.year) if study.reference.year.isdecimal() else 0
        case Order.PEOPLE:
            return -(study.appraisal.participants or 0)
        case Order.CLAIMS:
            return -len(library.claims_citing(study.key))
        case Order.NAME:
            return 0
