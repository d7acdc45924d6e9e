"""The references that somebody asked for, in the format asked for."""

from collections.abc import Iterable
from enum import StrEnum

from evidence.bibtex import Dialect
from evidence.errors import UnknownId
from evidence.export.bibtex import bibtex
from evidence.library import Library, nearest
from evidence.model import Study

__all__ = ["CitationFormat", "cite", "studies_behind"]


class CitationFormat(StrEnum):
    """The formats in which references can be had."""

    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"


_DIALECTS = {CitationFormat.BIBTEX: Dialect.CLASSIC, CitationFormat.BIBLATEX: Dialect.BIBLATEX}


def cite(library: Library, ids: Iterable[str] | None = None, format: str = CitationFormat.BIBTEX) -> str:
    """The references behind `ids` (claims, studies or both; None for all studies), each once, sorted by key.

    Raises:
        UnknownId: when an id is neither a claim nor a study.
        ValueError: when `format` is not one of `CitationFormat`.
    """
    studies = library.studies.values() if ids is None else studies_behind(library, ids)
    return bibtex((study.reference for study in studies), _DIALECTS[CitationFormat(format)])


def studies_behind(library: Library, ids: Iterable[str]) -> tuple[Study, ...]:
    """The studies that `ids` name, or that the claims which they name cite: each once, in the order met.

    Raises:
        UnknownId: when an id is neither a claim nor a study.
    """
    found = (study for id in ids for study in _studies(library, id))
    return tuple({study.key: study for study in found}.values())


def _studies(library: Library, id: str) -> tuple[Study, ...]:
    if id in library.studies:
        return (library.studies[id],)
    if id in library.all_claims:
        return library.studies_of(library.all_claims[id])
    raise UnknownId("claim or study", id, nearest(id, [*library.all_claims, *library.studies]))
