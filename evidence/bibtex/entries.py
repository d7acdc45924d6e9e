"""A reference → a BibTeX entry, in the form of `studies.bib` and in those that others read."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from evidence.bibtex.fields import (
    ADDRESSES,
    FIELDS,
    KEY,
    LANGUAGES,
    MONTHS,
    TYPES,
    language_tag,
    month_number,
    render_address,
    render_pages,
)
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
_PARTS = ("journal", "booktitle", "publisher", "institution", "school", "edition", "volume", "number", "pages")
# Which of these a type has in biblatex's data model (blx-dm.def).
_BIBLATEX_PARTS = {
    "article": ("journal", "volume", "number", "pages"),
    "book": ("publisher", "edition", "volume", "number", "pages"),
    "incollection": ("booktitle", "publisher", "edition", "volume", "number", "pages"),
    "techreport": ("institution", "number", "pages"),
    "phdthesis": ("school", "pages"),
    "misc": (),
}
_LISTS = ("publisher", "institution", "school")  # of which biblatex takes `and` for the start of another
_ABBREVIATIONS = {"edition": "ed. ", "volume": "vol. ", "number": "no. ", "pages": "pp. "}
# What stands in the place of a year, as biblatex knows it in every language.
_STATES = {"in press": "inpress", "in preparation": "inpreparation"}
_BIBLATEX_TYPES = {"techreport": "report", "phdthesis": "thesis"}


def render(
    reference: Reference, dialect: Dialect, *, note: str = "", annote: str = "", aliases: Sequence[str] = ()
) -> str:
    """The entry of `reference`, one field a line in a fixed order, ending with a newline.

    Whatever the reference holds, the entry has no other field and no command that was not put there on purpose. A type
    that `studies.bib` does not know is written as `misc`. `note` is printed in bibliographies, `annote` is not. Under
    `aliases`, keys that it had before, biblatex finds the entry too; classic BibTeX knows no such thing.

    Raises:
        InvalidIdentifier: when the key could not be cited; no other key can stand for it.
    """
    if not KEY.fullmatch(reference.key):
        raise InvalidIdentifier(
            f"{reference.key!r} cannot be a citation key: use ASCII letters, figures and : _ . / + -"
        )
    type, fields = _RENDERERS[dialect](reference)
    said = {"note": note, "annote": annote, "ids": ",".join(aliases) if dialect is Dialect.BIBLATEX else ""}
    fields |= _braced({name: escape(text, ascii=dialect is Dialect.CLASSIC) for name, text in said.items()})
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@{type}{{{reference.key},\n{lines}}}\n"


def _stored(reference: Reference) -> tuple[str, dict[str, str]]:
    return _type(reference), _braced(_values(reference, ascii=False))


def _classic(reference: Reference) -> tuple[str, dict[str, str]]:
    values = _values(reference, ascii=True)
    values["url"] = values["url"] or ("" if values["doi"] else _page(reference))
    fields = _braced({name: value for name, value in values.items() if name not in ("pmid", "pmcid", "language")})
    if month := month_number(reference.month):
        fields["month"] = MONTHS[month - 1][:3]  # a macro, so without braces
    return _type(reference), fields


def _biblatex(reference: Reference) -> tuple[str, dict[str, str]]:
    type, date = _type(reference), _date(reference)
    values = _values(reference, ascii=False)
    month = "" if month_number(reference.month) else values["month"]
    values |= {"year": date or _STATES.get(values["year"].lower(), values["year"])}
    values |= {"month": month, "language": _langid(reference.language)}
    values |= {name: _unlisted(values[name]) for name in _LISTS}
    addendum = _addendum(type, values)
    values = {name: value for name, value in values.items() if _has_room(type, name, value)}
    names = _BIBLATEX_FIELDS | {"year": "date" if date else "pubstate"}
    fields = {names.get(name, name): value for name, value in values.items() if value} | _eprint(values)
    fields.pop("pmcid", None)
    if type in _BIBLATEX_TYPES:
        fields["type"] = type  # biblatex prints it in the language of the document
    online = type == "misc" and reference.url
    return "online" if online else _BIBLATEX_TYPES.get(type, type), _braced(fields | {"addendum": addendum})


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


def _unlisted(value: str) -> str:
    return f"{{{value}}}" if re.search(r"\band\b", value, re.IGNORECASE) else value


def _addendum(type: str, values: Mapping[str, str]) -> str:
    """What the type has no field for, to be printed at the end: `vol. 9, no. 1`."""
    homeless = [name for name in _PARTS if values[name] and not _has_room(type, name, values[name])]
    return ", ".join(_ABBREVIATIONS.get(name, "") + values[name] for name in homeless)


def _has_room(type: str, name: str, value: str) -> bool:
    """Whether a type has the field in biblatex, and it may hold the value: a volume is a whole number there."""
    is_fit = name != "volume" or not value or value.isdecimal()
    return is_fit and (name not in _PARTS or name in _BIBLATEX_PARTS[type])


def _eprint(values: Mapping[str, str]) -> dict[str, str]:
    """The number in PubMed or, where there is none, in PubMed Central: biblatex has room for one."""
    places = {"pubmed": values["pmid"], "PMCID": values["pmcid"]}
    return next(({"eprint": number, "eprinttype": place} for place, number in places.items() if number), {})


def _langid(language: str) -> str:
    return escape(LANGUAGES.get(language_tag(language), language.lower()), ascii=False)
