"""A sample of figures and stances for a reader who is to read them anew without seeing what was read before.

Which ones are drawn follows from the seed and the records' names alone: by the SHA-256 of seed and name, lowest first.
Anyone can draw the same sample again, and a record more or less in the library changes it by little.
"""

import hashlib
from collections.abc import Iterable

from typing_extensions import TypedDict

from evidence.library import Library

__all__ = ["FigureForm", "SampleEntry", "StanceForm", "sample"]


class FigureForm(TypedDict):
    """A result to be read again: which, and on which pages; not what it says."""

    study: str
    title: str
    result: str
    outcome: str
    instrument: str
    time: str
    measure: str
    unit: str
    intervention: str
    comparator: str
    pages: list[str]


class StanceForm(TypedDict):
    """A study to be held against a claim again: which way it points is for the reader to say."""

    claim: str
    statement: str
    study: str
    title: str
    pages: list[str]


class SampleEntry(TypedDict):
    """What was drawn, and from how many."""

    seed: str
    figures_in_all: int
    figures: list[FigureForm]
    stances_in_all: int
    stances: list[StanceForm]


def sample(library: Library, seed: str, *, figures: int, stances: int) -> SampleEntry:
    """At most so many figures (results with an estimate) and stances (claim and study), drawn by `seed`.

    Only what some standing claim rests on is drawn. In the order of their names, so that a study is read once.
    """
    all_figures = sorted({name for claim in library.claims for name in _figures(library, claim)})
    all_stances = sorted({name for claim in library.claims for name in _stances(library, claim)})
    return {
        "seed": seed,
        "figures_in_all": len(all_figures),
        "figures": [_figure_form(library, *name) for name in _drawn(all_figures, seed, figures)],
        "stances_in_all": len(all_stances),
        "stances": [_stance_form(library, *name) for name in _drawn(all_stances, seed, stances)],
    }


_Name = tuple[str, str]


def _figures(library: Library, claim: str) -> Iterable[_Name]:
    for citation in library.claims[claim].citations:
        study = library.studies.get(citation.study)
        for result in map(study.result, citation.results) if study else ():
            if result and result.estimate:
                yield citation.study, result.id


def _stances(library: Library, claim: str) -> Iterable[_Name]:
    return (
        (claim, citation.study) for citation in library.claims[claim].citations if citation.study in library.studies
    )


def _drawn(names: Iterable[_Name], seed: str, count: int) -> list[_Name]:
    return sorted(sorted(names, key=lambda name: _lot(seed, name))[:count])


def _lot(seed: str, name: _Name) -> str:
    return hashlib.sha256("\n".join((seed, *name)).encode()).hexdigest()


def _figure_form(library: Library, key: str, id: str) -> FigureForm:
    study = library.studies[key]
    (result,) = (result for result in study.appraisal.results if result.id == id)
    return {
        "study": key,
        "title": study.reference.title,
        "result": id,
        "outcome": result.outcome,
        "instrument": result.instrument,
        "time": result.time,
        "measure": result.measure.value,
        "unit": result.unit,
        "intervention": result.intervention,
        "comparator": result.comparator,
        "pages": _pages(library, key),
    }


def _stance_form(library: Library, claim: str, key: str) -> StanceForm:
    return {
        "claim": claim,
        "statement": library.claims[claim].statement,
        "study": key,
        "title": library.studies[key].reference.title,
        "pages": _pages(library, key),
    }


def _pages(library: Library, key: str) -> list[str]:
    return list(dict.fromkeys(check.url for check in library.studies[key].appraisal.checks))
