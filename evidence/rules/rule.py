"""What a rule is, what it may look at, and how a look at one record becomes a look at all."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from evidence.library import Library
from evidence.model import Article, Claim, Result, Study
from evidence.problems import Problem, Where

__all__ = [
    "Fault",
    "FieldFault",
    "Inspection",
    "Rule",
    "article_at",
    "claim_at",
    "each_article",
    "each_claim",
    "each_claim_in",
    "each_reference",
    "each_result",
    "each_study",
    "each_study_in",
    "reference_at",
    "study_at",
]


@dataclass(frozen=True, eq=False)
class Inspection:
    """All that rules may look at: the library, the day on which this is done, the articles' texts at hand, by id."""

    library: Library
    today: date
    texts: Mapping[str, str] = field(default_factory=dict)


Fault = tuple[Where, str]
"""Where something is wrong, and what, with how to mend it."""

FieldFault = tuple[str, str]
"""The field of a record at hand in which something is wrong, and what, with how to mend it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that must be true of the data: its name, the reason why, and the function that finds the faults."""

    name: str
    reason: str
    faults: Callable[[Inspection], Iterable[Fault]]

    def problems(self, inspection: Inspection) -> tuple[Problem, ...]:
        """Every fault as a problem of this rule."""
        return tuple(Problem(where, self.name, message) for where, message in self.faults(inspection))


def claim_at(claim: Claim, field: str = "") -> Where:
    """A place in a claim's file."""
    return Where(f"claims/{claim.topic}/{claim.id}.toml", field)


def study_at(key: str, field: str = "") -> Where:
    """A place in a study's appraisal."""
    return Where(f"studies/{key}.toml", field)


def reference_at(key: str, field: str = "") -> Where:
    """A place in a study's entry in the bibliography."""
    return Where("studies.bib", f"{key}.{field}" if field else key)


def article_at(id: str, field: str = "") -> Where:
    """A place in an article's entry, named by its id: a place in the list would shift when another cannot be read."""
    return Where("articles.toml", f"{id}.{field}" if field else id)


_Faults = Callable[[Inspection], Iterator[Fault]]


def each_article(look: Callable[[Article], Iterable[FieldFault]]) -> _Faults:
    """Look at every article by itself."""

    def faults(inspection: Inspection) -> Iterator[Fault]:
        for id, article in inspection.library.articles.items():
            for field_, message in look(article):
                yield article_at(id, field_), message

    return faults


def each_claim(look: Callable[[Claim], Iterable[FieldFault]]) -> _Faults:
    """Look at every claim that stands."""
    return each_claim_in(lambda claim, _: look(claim))


def each_claim_in(look: Callable[[Claim, Library], Iterable[FieldFault]]) -> _Faults:
    """Look at every claim that stands, with the library about it."""

    def faults(inspection: Inspection) -> Iterator[Fault]:
        for claim in inspection.library.claims.values():
            for field_, message in look(claim, inspection.library):
                yield claim_at(claim, field_), message

    return faults


def each_study(look: Callable[[Study], Iterable[FieldFault]]) -> _Faults:
    """Look at every study; the fields are those of its appraisal."""
    return each_study_in(lambda study, _: look(study))


def each_study_in(look: Callable[[Study, Library], Iterable[FieldFault]]) -> _Faults:
    """Look at every study, with the library about it; the fields are those of its appraisal."""

    def faults(inspection: Inspection) -> Iterator[Fault]:
        for key, study in inspection.library.studies.items():
            for field_, message in look(study, inspection.library):
                yield study_at(key, field_), message

    return faults


def each_reference(look: Callable[[Study], Iterable[FieldFault]]) -> _Faults:
    """Look at every study; the fields are those of its reference."""

    def faults(inspection: Inspection) -> Iterator[Fault]:
        for key, study in inspection.library.studies.items():
            for field_, message in look(study):
                yield reference_at(key, field_), message

    return faults


def each_result(look: Callable[[Result], Iterable[FieldFault]]) -> _Faults:
    """Look at every result of every study by itself."""

    def results(study: Study) -> Iterator[FieldFault]:
        for place, result in enumerate(study.appraisal.results, 1):
            for field_, message in look(result):
                yield f"results[{place}].{field_}", message

    return each_study(results)
