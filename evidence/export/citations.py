"""The references that somebody asked for, in the format asked for."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from evidence.bibtex import Dialect
from evidence.errors import UnknownId
from evidence.export.bibtex import bibtex
from evidence.export.cited import Cited, cited, warning
from evidence.export.csl import csl_json
from evidence.export.formats import CitationFormat
from evidence.export.formatted import formatted
from evidence.export.ris import ris
from evidence.export.styles import Style
from evidence.library import Library, nearest
from evidence.model import Study

__all__ = ["cite", "left_out", "studies_behind"]


_WRITERS: Mapping[CitationFormat, Callable[[Iterable[Cited]], str]] = {
    CitationFormat.BIBTEX: partial(bibtex, dialect=Dialect.CLASSIC),
    CitationFormat.BIBLATEX: partial(bibtex, dialect=Dialect.BIBLATEX),
    CitationFormat.CSL_JSON: csl_json,
    CitationFormat.RIS: ris,
    CitationFormat.APA: partial(formatted, style=Style.APA),
    CitationFormat.VANCOUVER: partial(formatted, style=Style.VANCOUVER),
    CitationFormat.AMA: partial(formatted, style=Style.AMA),
    CitationFormat.CHICAGO: partial(formatted, style=Style.CHICAGO),
}


def cite(
    library: Library,
    ids: Iterable[str] | None = None,
    format: str = CitationFormat.BIBTEX,
    notes: bool = False,
    include_retracted: bool = False,
) -> str:
    """The references behind `ids` (claims, studies by key or DOI; None for all studies), each once.

    With `notes` each says what it proves. Studies that are retracted, under concern or withdrawn from the library are
    left out (`left_out` names them), or with `include_retracted` say so in their note. Numbered styles keep the order
    of `ids`; the others have their own.

    Raises:
        UnknownId: when an id is neither a claim nor a study.
        InvalidIdentifier: when one has a slash, as only a DOI has, and is no DOI.
        MissingExtra: when a formatted style is asked for and the extra `refs` is not installed.
        ValueError: when `format` is not one of `CitationFormat`.
    """
    write = _WRITERS[CitationFormat(format)]
    studies = [study for study in studies_behind(library, ids) if include_retracted or not warning(study)]
    return write([cited(study, library, notes=notes) for study in studies])


def left_out(library: Library, ids: Iterable[str] | None = None) -> dict[str, str]:
    """The keys of the studies behind `ids` that `cite` leaves out unless told otherwise, each with the reason.

    Raises:
        UnknownId: when an id is neither a claim nor a study.
        InvalidIdentifier: when one has a slash, as only a DOI has, and is no DOI.
    """
    return {study.key: reason for study in studies_behind(library, ids) if (reason := warning(study))}


def incomplete(library: Library, ids: Iterable[str] | None = None) -> dict[str, tuple[str, ...]]:
    """What no page showed, and the keys of the studies behind `ids` whose references lack it: nothing is guessed.

    Raises:
        UnknownId: when an id is neither a claim nor a study.
        InvalidIdentifier: when one has a slash, as only a DOI has, and is no DOI.
    """
    references = [study.reference for study in studies_behind(library, ids)]
    lacking = {
        "authors": (one.key for one in references if not one.authors),
        "further authors": (one.key for one in references if one.et_al),
        "year": (one.key for one in references if not one.year),
    }
    return {what: found for what, keys in lacking.items() if (found := tuple(keys))}


def studies_behind(library: Library, ids: Iterable[str] | None = None) -> tuple[Study, ...]:
    """The studies that `ids` name, or that the claims which they name cite: each once, in the order met; None for all.

    Raises:
        UnknownId: when an id is neither a claim nor a study.
        InvalidIdentifier: when one has a slash, as only a DOI has, and is no DOI.
    """
    if ids is None:
        return tuple(library.studies.values())
    found = (study for id in ids for study in _studies(library, id))
    return tuple({study.key: study for study in found}.values())


def _studies(library: Library, id: str) -> tuple[Study, ...]:
    if "/" in id:  # which stands in no id and no key, and in every DOI
        return (library.study_with_doi(id),)
    if id in library.all_claims:
        return library.studies_of(library.all_claims[id])
    try:
        return (library.study(id),)
    except UnknownId as unknown:
        known = [*library.all_claims, *library.studies]
        raise UnknownId("claim or study", id, nearest(id, known)) from unknown
