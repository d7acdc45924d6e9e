"""CSL-JSON → references (schema csl-data 1.0.2)."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evidence.bibtex.latex import clean
from evidence.model import Name, Reference

__all__ = ["read_csl"]

_TYPES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "article": "article",
    "review": "article", "book": "book", "chapter": "incollection", "paper-conference": "incollection",
    "entry-encyclopedia": "incollection", "report": "techreport", "thesis": "phdthesis",
}  # fmt: skip
_BODY_OF = {"techreport": "institution", "phdthesis": "school", "book": "publisher", "incollection": "publisher"}

# Figures stand with or without quotes.
_Text = str | int | float


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", populate_by_name=True)


class _Name(_Part):
    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""
    particle: str = Field(default="", alias="non-dropping-particle")
    dropping: str = Field(default="", alias="dropping-particle")


class _Date(_Part):
    parts: list[list[int | str]] = Field(default_factory=list, alias="date-parts")
    raw: str = ""
    literal: str = ""


class _Item(_Part):
    id: _Text = ""
    type: str = ""
    title: str = ""
    author: list[_Name] = Field(default_factory=list)
    issued: _Date = Field(default_factory=_Date)
    container: str = Field(default="", alias="container-title")
    publisher: str = ""
    volume: _Text = ""
    issue: _Text = ""
    page: _Text = ""
    edition: _Text = ""
    doi: str = Field(default="", alias="DOI")
    pmid: _Text = Field(default="", alias="PMID")
    pmcid: str = Field(default="", alias="PMCID")
    url: str = Field(default="", alias="URL")
    language: str = ""


def read_csl(item: Any) -> Reference:
    """One item of a CSL-JSON file.

    Raises:
        ValueError: when it is no item; the text names the fields.
    """
    try:
        found = _Item.model_validate(item)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        paths = (f"{'.'.join(map(str, one['loc'])) or 'it'}: {one['msg'].lower()}" for one in faults)
        raise ValueError("; ".join(paths)) from None
    return _reference(found)


def _reference(item: _Item) -> Reference:
    type = _TYPES.get(item.type, "misc")
    year, month = _date(item.issued)
    in_book = type == "incollection"
    return Reference(
        key=str(item.id),
        type=type,
        title=clean(item.title),
        authors=tuple(name for author in item.author if (name := _name(author)) != Name()),
        journal="" if in_book else clean(item.container),
        booktitle=clean(item.container) if in_book else "",
        publisher=_body(item, type, "publisher"),
        institution=_body(item, type, "institution"),
        school=_body(item, type, "school"),
        edition=clean(str(item.edition)),
        year=year,
        month=month,
        volume=clean(str(item.volume)),
        number=clean(str(item.issue)),
        pages=clean(str(item.page)),
        doi=item.doi,
        pmid=str(item.pmid),
        pmcid=item.pmcid,
        url=item.url,
        language=item.language,
    )


def _body(item: _Item, type: str, field: str) -> str:
    return clean(item.publisher) if _BODY_OF.get(type) == field else ""


def _date(date: _Date) -> tuple[str, str]:
    """Year and month, from the parts or from a text such as `2019-03-01`."""
    text = (date.raw or date.literal).split("-") if not date.parts else [str(part) for part in date.parts[0]]
    year, month = (*(part.strip() for part in text), "", "")[:2]
    return year[:4] if year[:4].isdecimal() else "", month.lstrip("0") if month.isdecimal() else ""


def _name(author: _Name) -> Name:
    if author.literal or not (author.family and author.given):
        return Name(literal=clean(author.literal or author.family or author.given))
    particle = " ".join(part for part in (author.dropping, author.particle) if part)
    return Name(
        family=clean(author.family), given=clean(author.given), particle=clean(particle), suffix=clean(author.suffix)
    )
