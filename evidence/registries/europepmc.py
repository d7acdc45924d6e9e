"""Europe PMC: `/search` with `resultType=core`, JSON.

| theirs | ours |
|---|---|
| `title`, `abstractText` | title, abstract |
| `authorList.author[]` (`lastName`, `firstName` or `initials`, `collectiveName`) | authors |
| `pubYear`, `journalInfo.yearOfPublication`, `firstPublicationDate` | years |
| `journalInfo` (`volume`, `issue`, `monthOfPublication`, `journal.title`) | volume, number, month, journal |
| `pageInfo` | pages |
| `doi`, `pmid`, `pmcid` | the same |
| `pubTypeList.pubType[]` | kinds; `Retracted Publication` is a notice about this work |
| `commentCorrectionList.commentCorrection[]` (`type`, `id`) | notices (`Retraction in`), announces (`Retraction of`) |

Most of its records are PubMed's: for integrity and agreement it is a second copy more often than a second opinion.
"""

import re
from dataclasses import dataclass
from datetime import date

from pydantic import Field

from evidence.bibtex.latex import clean
from evidence.errors import NotAnswered
from evidence.identifiers import doi, pmcid, pmid
from evidence.model import Name
from evidence.registries.http import Http
from evidence.registries.records import Notice, NoticeKind, Sought, Source, Work, identifier, person
from evidence.registries.shapes import Shape, json_reader

__all__ = ["EuropePmc"]

_ABOUT_THIS = {
    "retraction in": NoticeKind.RETRACTION,
    "partial retraction in": NoticeKind.CONCERN,
    "expression of concern in": NoticeKind.CONCERN,
    "erratum in": NoticeKind.CORRECTION,
    "corrected and republished in": NoticeKind.CORRECTION,
}
_OF_ANOTHER = {
    "retraction of": NoticeKind.RETRACTION,
    "partial retraction of": NoticeKind.RETRACTION,
    "expression of concern for": NoticeKind.CONCERN,
    "erratum for": NoticeKind.CORRECTION,
}
_NOTICE_TYPES = {
    "retraction of publication": NoticeKind.RETRACTION,
    "expression of concern": NoticeKind.CONCERN,
    "published erratum": NoticeKind.CORRECTION,
}

# What divides its abstracts, besides the markup that titles have too.
_HEADINGS = re.compile(r"</?(?:h[1-6]|p|br|ul|ol|li)\s*/?>", re.IGNORECASE)


class _Author(Shape):
    last: str = Field(default="", alias="lastName")
    first: str = Field(default="", alias="firstName")
    initials: str = ""
    collective: str = Field(default="", alias="collectiveName")


class _Authors(Shape):
    author: tuple[_Author, ...] = ()


class _Journal(Shape):
    title: str = ""


class _Issue(Shape):
    volume: str = ""
    issue: str = ""
    year: int = Field(default=0, alias="yearOfPublication")
    month: int = Field(default=0, alias="monthOfPublication")
    journal: _Journal = _Journal()


class _Types(Shape):
    types: tuple[str, ...] = Field(default=(), alias="pubType")


class _Comment(Shape):
    type: str
    id: str = ""


class _Comments(Shape):
    comments: tuple[_Comment, ...] = Field(default=(), alias="commentCorrection")


class _Result(Shape):
    id: str
    source: str
    title: str
    pmid: str = ""
    pmcid: str = ""
    doi: str = ""
    authors: _Authors = Field(default=_Authors(), alias="authorList")
    issue: _Issue = Field(default=_Issue(), alias="journalInfo")
    year: str = Field(default="", alias="pubYear")
    first_day: str = Field(default="", alias="firstPublicationDate")
    pages: str = Field(default="", alias="pageInfo")
    abstract: str = Field(default="", alias="abstractText")
    types: _Types = Field(default=_Types(), alias="pubTypeList")
    comments: _Comments = Field(default=_Comments(), alias="commentCorrectionList")


class _Results(Shape):
    result: tuple[_Result, ...]


class _Search(Shape):
    count: int = Field(alias="hitCount")
    results: _Results = Field(alias="resultList")


@dataclass(frozen=True, slots=True)
class EuropePmc:
    """PubMed, PubMed Central, preprints and more, under one search."""

    http: Http
    source: Source = Source.EUROPE_PMC

    def find(self, sought: Sought) -> tuple[Work, ...]:
        """As `Registry.find`."""
        if not (query := _query(sought)):
            return ()
        works, _ = self.search(query, most=5)
        if not sought.has_identifier:
            return works
        if works and not any(_is(work, sought) for work in works):
            raise NotAnswered(self.source.words, f"was asked for {query} and answered for other works")
        return tuple(work for work in works if _is(work, sought))[:1]

    def search(self, query: str, *, most: int) -> tuple[tuple[Work, ...], int]:
        """The works that a search gives, at most `most`, and how many there are in all."""
        params = {"query": query, "resultType": "core", "format": "json", "pageSize": str(most)}
        answer = self.http.ask(self.source, "search", json_reader(self.source, _Search), **params)
        if answer.value is None:
            raise NotAnswered(self.source.words, "has no search at its address")
        return tuple(_work(one, answer.on) for one in answer.value.results.result), answer.value.count


def _query(sought: Sought) -> str:
    if sought.pmid:
        return f"EXT_ID:{sought.pmid} AND SRC:MED"
    if sought.doi:
        return f'DOI:"{_bare(sought.doi)}"'
    if sought.pmcid:
        return f"PMCID:{sought.pmcid}"
    return f'TITLE:"{_bare(sought.title)}"' if sought.title else ""


def _bare(text: str) -> str:
    """Text that cannot end a quoted part of a query."""
    return clean(text).replace('"', " ").replace("\\", " ")


def _is(work: Work, sought: Sought) -> bool:
    if sought.pmid:
        return work.pmid == sought.pmid
    return work.doi == sought.doi if sought.doi else work.pmcid == sought.pmcid


def _work(one: _Result, on: date) -> Work:
    kinds = [kind.lower() for kind in one.types.types]
    comments = [(comment.type.lower(), comment.id) for comment in one.comments.comments]
    years = {one.issue.year, *(int(text[:4]) for text in (one.year, one.first_day) if text[:4].isdecimal())}
    return Work(
        source=Source.EUROPE_PMC,
        on=on,
        address=f"https://europepmc.org/article/{one.source}/{one.id}",
        title=clean(one.title).removesuffix("."),  # as PubMed ends every title
        authors=tuple(_name(author) for author in one.authors.author if author.last or author.collective),
        years=tuple(sorted(years - {0})),
        month=str(one.issue.month or ""),
        journal=clean(one.issue.journal.title),
        volume=one.issue.volume,
        number=one.issue.issue,
        pages=one.pages,
        doi=identifier(doi, one.doi),
        pmid=identifier(pmid, one.pmid),
        pmcid=identifier(pmcid, one.pmcid),
        abstract=clean(_HEADINGS.sub(" ", one.abstract)),
        kinds=tuple(one.types.types),
        notices=_notices(kinds, comments),
        announces=(
            *(_OF_ANOTHER[type] for type, _ in comments if type in _OF_ANOTHER),
            *(_NOTICE_TYPES[kind] for kind in kinds if kind in _NOTICE_TYPES),
        ),
    )


def _name(author: _Author) -> Name:
    given = author.first or author.initials
    return person(author.last, given) if author.last else Name(literal=clean(author.collective))


def _notices(kinds: list[str], comments: list[tuple[str, str]]) -> tuple[Notice, ...]:
    told = tuple(Notice(kind=_ABOUT_THIS[type], by="Europe PMC", id=id) for type, id in comments if type in _ABOUT_THIS)
    retracted = any(notice.kind is NoticeKind.RETRACTION for notice in told)
    if "retracted publication" in kinds and not retracted:
        return (*told, Notice(kind=NoticeKind.RETRACTION, by="Europe PMC"))
    return told
