"""A reference → a BibTeX entry, in the form of `studies.bib` and in those that others read."""

import re
from enum import StrEnum

from evidence.bibtex.fields import ADDRESSES, FIELDS, KEY, MONTHS, TYPES, month_number, render_address, render_pages
from evidence.bibtex.latex import escape
from evidence.bibtex.names import render_authors
from evidence.bibtex.titles import render_title
from evidence.errors import InvalidIdentifier
from evidence.model import Reference

__all__ = ["Dialect", "render"]


class Dialect(StrEnum):
    """A form of BibTeX."""

    STORED = "stored"
    """`studies.bib`: every field, in UTF-8."""
    CLASSIC = "bibtex"
    """What every style since 1985 understands: standard fields, accents as commands, months as macros."""
    BIBLATEX = "biblatex"
    """For biblatex and biber: its own types and fields, in UTF-8."""


_BIBLATEX_FIELDS = {"journal": "journaltitle", "school": "institution", "pmid": "eprint", "language": "langid"}
_BIBLATEX_TYPES = {"techreport": "report", "phdthesis": "thesis"}
# ISO 639-1 as registries give it → the name that babel has.
_LANGIDS = {
    "en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese",
    "nl": "dutch", "pl": "polish", "ru": "russian", "sv": "swedish", "da": "danish", "no": "norwegian", "fi": "finnish",
    "tr": "turkish",
}  # fmt: skip


def render(reference: Reference, dialect: Dialect) -> str:
    """The entry of `reference`, one field a line in a fixed order, ending with a newline.

    Whatever the reference holds, the entry has no other field and no command that was not put there on purpose. A type
    that `studies.bib` does not know is written as `misc`.

    Raises:
        InvalidIdentifier: when the key could not be cited; no other key can stand for it.
    """
    if not KEY.fullmatch(reference.key):
        raise InvalidIdentifier(
            f"{reference.key!r} cannot be a citation key: use ASCII letters, figures and : _ . / + -"
        )
    type, fields = _RENDERERS[dialect](reference)
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@{type}{{{reference.key},\n{lines}}}\n"


def _stored(reference: Reference) -> tuple[str, dict[str, str]]:
    return _type(reference), _braced(_values(reference, ascii=False))


def _classic(reference: Reference) -> tuple[str, dict[str, str]]:
    values = _values(reference, ascii=True)
    values["url"] = "" if values["doi"] else _page(reference)
    fields = _braced({name: value for name, value in values.items() if name not in ("pmid", "pmcid", "language")})
    if month := month_number(reference.month):
        fields["month"] = MONTHS[month - 1][:3]  # a macro, so without braces
    return _type(reference), fields


def _biblatex(reference: Reference) -> tuple[str, dict[str, str]]:
    type, date = _type(reference), _date(reference)
    values = _values(reference, ascii=False)
    values |= {"year": date or values["year"], "month": "", "pmcid": "", "language": _langid(reference.language)}
    names = _BIBLATEX_FIELDS | ({"year": "date"} if date else {})
    fields = {names.get(name, name): value for name, value in values.items() if value}
    if "eprint" in fields:
        fields["eprinttype"] = "pubmed"
    if type in _BIBLATEX_TYPES:
        fields["type"] = type  # biblatex prints it in the language of the document
    online = type == "misc" and reference.url
    return "online" if online else _BIBLATEX_TYPES.get(type, type), _braced(fields)


_RENDERERS = {Dialect.STORED: _stored, Dialect.CLASSIC: _classic, Dialect.BIBLATEX: _biblatex}


def _values(reference: Reference, *, ascii: bool) -> dict[str, str]:
    """The value of every field of `studies.bib`, without braces, in the order in which they are written."""
    return {name: _value(reference, name, ascii) for name in FIELDS}


def _value(reference: Reference, name: str, ascii: bool) -> str:
    match name:
        case "author":
            return render_authors(reference.authors, et_al=reference.et_al, ascii=ascii)
        case "title":
            return render_title(reference.title, ascii=ascii, language=reference.language)
        case "pages":
            return render_pages(reference.pages, ascii=ascii)
    text: str = getattr(reference, name)
    return render_address(text, ascii=ascii) if name in ADDRESSES else escape(text, ascii=ascii)


def _type(reference: Reference) -> str:
    return reference.type if reference.type in TYPES else "misc"


def _braced(values: dict[str, str]) -> dict[str, str]:
    return {name: f"{{{value}}}" for name, value in values.items() if value}


def _page(reference: Reference) -> str:
    """Where a reference without a DOI can be read; styles that know no PMID can link this."""
    links = reference.links
    return render_address(reference.url or links.get("PubMed") or links.get("PMC", ""), ascii=True)


def _date(reference: Reference) -> str:
    """Year and month as ISO 8601 has them; empty when the year is no year (`in press`)."""
    if not re.fullmatch("[0-9]{4}", reference.year):
        return ""
    month = month_number(reference.month)
    return f"{reference.year}-{month:02}" if month else reference.year


def _langid(language: str) -> str:
    lower = language.lower()
    return escape(_LANGIDS.get(lower.split("-")[0], lower), ascii=False)
