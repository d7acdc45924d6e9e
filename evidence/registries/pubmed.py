"""PubMed's E-utilities: `esearch` (JSON) for numbers, `efetch` (XML) for records.

| theirs | ours |
|---|---|
| `MedlineCitation/PMID` | pmid |
| `Article/ArticleTitle` | title, without its final stop and the brackets of a translated one |
| `AuthorList/Author` (`LastName`, `ForeName` or `Initials`, `Suffix`, `CollectiveName`) | authors |
| `Journal/JournalIssue/PubDate` (`Year`, `Month` or `MedlineDate`), `ArticleDate/Year` | years, month |
| `Journal/Title`, `JournalIssue/Volume`, `Issue`, `Pagination/MedlinePgn` | journal, volume, number, pages |
| `Abstract/AbstractText` | abstract |
| `PublicationTypeList/PublicationType` | kinds; `Retracted Publication` is a notice about this work |
| `CommentsCorrections/@RefType` (`RetractionIn`, …) | notices about this work |
| the same (`RetractionOf`, `ErratumFor`, …) | announces: this work is itself a notice |
| `PubmedData/ArticleIdList/ArticleId` | doi, pmcid |
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element, ParseError  # parsing itself is left to defusedxml

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from pydantic import Field, ValidationError

from evidence.bibtex.fields import month_number
from evidence.bibtex.latex import clean
from evidence.errors import NotAnswered
from evidence.identifiers import doi, pmcid
from evidence.model import Name
from evidence.registries.http import Http
from evidence.registries.records import Notice, NoticeKind, Sought, Source, Work, identifier, person
from evidence.registries.shapes import Shape, json_reader, refused

__all__ = ["PubMed"]

# RefType → what has happened to the work that has it (DTD of PubMed, "CommentsCorrections").
_ABOUT_THIS = {
    "RetractionIn": NoticeKind.RETRACTION,
    "PartialRetractionIn": NoticeKind.CONCERN,
    "ExpressionOfConcernIn": NoticeKind.CONCERN,
    "ErratumIn": NoticeKind.CORRECTION,
    "CorrectedandRepublishedIn": NoticeKind.CORRECTION,
}
_OF_ANOTHER = {
    "RetractionOf": NoticeKind.RETRACTION,
    "PartialRetractionOf": NoticeKind.RETRACTION,
    "ExpressionOfConcernFor": NoticeKind.CONCERN,
    "ErratumFor": NoticeKind.CORRECTION,
}
_NOTICE_TYPES = {
    "Retraction of Publication": NoticeKind.RETRACTION,
    "Expression of Concern": NoticeKind.CONCERN,
    "Published Erratum": NoticeKind.CORRECTION,
}
_BATCH = 100


class _Ids(Shape):
    count: str
    idlist: tuple[str, ...]


class _Search(Shape):
    esearchresult: _Ids


class _Author(Shape):
    last: str = ""
    fore: str = ""
    suffix: str = ""
    collective: str = ""


class _Reference(Shape):
    type: str
    source: str = ""
    pmid: str = ""


class _Article(Shape):
    pmid: str = Field(alias="MedlineCitation/PMID", min_length=1)
    title: str = Field(alias="MedlineCitation/Article/ArticleTitle", min_length=1)
    authors: tuple[_Author, ...] = ()
    years: tuple[str, ...] = ()
    month: str = ""
    journal: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    abstract: str = ""
    types: tuple[str, ...] = ()
    references: tuple[_Reference, ...] = ()
    doi: str = ""
    pmcid: str = ""


@dataclass(frozen=True, slots=True)
class PubMed:
    """The index of the medical literature."""

    http: Http
    source: Source = Source.PUBMED

    def find(self, sought: Sought) -> tuple[Work, ...]:
        """As `Registry.find`."""
        if sought.pmid:
            works = self.fetch((sought.pmid,))
            if any(work.pmid != sought.pmid for work in works):
                raise NotAnswered(self.source.words, f"was asked for PMID {sought.pmid} and answered for another")
            return works
        if term := _term(sought):
            return self.fetch(self.search(term, most=5)[0])
        return ()

    def search(self, term: str, *, most: int, since: date | None = None) -> tuple[tuple[str, ...], int]:
        """The PMIDs that a search gives, newest first, at most `most`, and how many there are in all.

        `since` leaves out what was added to PubMed before that day.
        """
        params = {"db": "pubmed", "term": term, "retmode": "json", "retmax": str(most), "sort": "date"}
        if since:
            params |= {"datetype": "edat", "mindate": f"{since:%Y/%m/%d}", "maxdate": "3000"}
        found = self.http.ask(self.source, "esearch.fcgi", json_reader(self.source, _Search), **params).value
        if found is None or not all(id.isdecimal() for id in (*found.esearchresult.idlist, found.esearchresult.count)):
            raise NotAnswered(self.source.words, "answered a search with what are no numbers")
        return tuple(found.esearchresult.idlist), int(found.esearchresult.count)

    def fetch(self, pmids: tuple[str, ...]) -> tuple[Work, ...]:
        """The records of these PMIDs that PubMed has, in batches."""
        works: list[Work] = []
        for start in range(0, len(pmids), _BATCH):
            ids = ",".join(pmids[start : start + _BATCH])
            params = {"db": "pubmed", "id": ids, "retmode": "xml"}
            answer = self.http.ask(self.source, "efetch.fcgi", _articles, **params)
            works += [_work(article, answer.on) for article in answer.value or ()]
        return tuple(works)


def _term(sought: Sought) -> str:
    if sought.doi:
        return f'"{_bare(sought.doi)}"[doi]'
    if sought.pmcid:
        return f"{sought.pmcid}[pmcid]"
    return f'"{_bare(sought.title)}"[Title]' if sought.title else ""


def _bare(text: str) -> str:
    """Text that cannot end a quoted part of a query or name another field."""
    return re.sub(r'["\[\]]', " ", clean(text))


def _articles(body: bytes) -> tuple[_Article, ...]:
    try:
        # A DOCTYPE stands in every answer; entities, which bombs are made of, in none.
        root = fromstring(body, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError) as error:
        reason = f"answered with XML that is not read ({type(error).__name__}): {body[:40]!r}"
        raise NotAnswered(Source.PUBMED.words, reason) from None
    if root.tag != "PubmedArticleSet":
        raise NotAnswered(Source.PUBMED.words, f"answered with <{root.tag}> in place of <PubmedArticleSet>")
    try:
        return tuple(_Article.model_validate(_fields(article)) for article in root.iterfind("PubmedArticle"))
    except ValidationError as error:
        raise refused(Source.PUBMED, error, body) from None


def _fields(article: Element) -> dict[str, Any]:
    """The parts of an article that we use, under the names of `_Article`."""
    text = _texts(article)
    journal = "MedlineCitation/Article/Journal"
    dates = [f"{journal}/JournalIssue/PubDate/{part}" for part in ("Year", "MedlineDate")]
    return {
        **{path: text(path) for path in ("MedlineCitation/PMID", "MedlineCitation/Article/ArticleTitle")},
        "authors": tuple(
            {
                "last": _text(author, "LastName"),
                "fore": _text(author, "ForeName") or _text(author, "Initials"),
                "suffix": _text(author, "Suffix"),
                "collective": _text(author, "CollectiveName"),
            }
            for author in article.iterfind("MedlineCitation/Article/AuthorList/Author")
        ),
        "years": tuple(text(path) for path in (*dates, "MedlineCitation/Article/ArticleDate/Year")),
        "month": text(f"{journal}/JournalIssue/PubDate/Month"),
        "journal": text(f"{journal}/Title"),
        "volume": text(f"{journal}/JournalIssue/Volume"),
        "issue": text(f"{journal}/JournalIssue/Issue"),
        "pages": text("MedlineCitation/Article/Pagination/MedlinePgn"),
        "abstract": " ".join(
            "".join(part.itertext()) for part in article.iterfind("MedlineCitation/Article/Abstract/AbstractText")
        ),
        "types": tuple(_all_text(one) for one in article.iterfind(".//PublicationTypeList/PublicationType")),
        "references": tuple(
            {"type": one.get("RefType", ""), "source": _text(one, "RefSource"), "pmid": _text(one, "PMID")}
            for one in article.iterfind("MedlineCitation/CommentsCorrectionsList/CommentsCorrections")
        ),
        "doi": text("PubmedData/ArticleIdList/ArticleId[@IdType='doi']"),
        "pmcid": text("PubmedData/ArticleIdList/ArticleId[@IdType='pmc']"),
    }


def _texts(article: Element) -> Callable[[str], str]:
    return lambda path: _text(article, path)


def _text(element: Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else _all_text(found)


def _all_text(element: Element) -> str:
    return clean("".join(element.itertext()))


def _work(article: _Article, on: date) -> Work:
    month = month_number(article.month)
    return Work(
        source=Source.PUBMED,
        on=on,
        address=f"https://pubmed.ncbi.nlm.nih.gov/{article.pmid}/",
        title=re.sub(r"^\[(.*)\]$", r"\1", article.title.removesuffix(".")),
        authors=tuple(_name(author) for author in article.authors if author.last or author.collective),
        years=tuple(sorted({int(year[:4]) for year in article.years if year[:4].isdecimal()})),
        month=str(month) if month else "",
        journal=article.journal,
        volume=article.volume,
        number=article.issue,
        pages=article.pages,
        doi=identifier(doi, article.doi),
        pmid=article.pmid,
        pmcid=identifier(pmcid, article.pmcid),
        abstract=clean(article.abstract),
        kinds=tuple(article.types),
        notices=_notices(article),
        announces=(
            *(_OF_ANOTHER[one.type] for one in article.references if one.type in _OF_ANOTHER),
            *(_NOTICE_TYPES[type] for type in article.types if type in _NOTICE_TYPES),
        ),
    )


def _name(author: _Author) -> Name:
    return person(author.last, author.fore, author.suffix) if author.last else Name(literal=author.collective)


def _notices(article: _Article) -> tuple[Notice, ...]:
    told = tuple(
        Notice(kind=_ABOUT_THIS[one.type], on=_year_of(one.source), by="PubMed", id=one.pmid)
        for one in article.references
        if one.type in _ABOUT_THIS
    )
    retracted = any(notice.kind is NoticeKind.RETRACTION for notice in told)
    if "Retracted Publication" in article.types and not retracted:
        return (*told, Notice(kind=NoticeKind.RETRACTION, by="PubMed"))
    return told


def _year_of(source: str) -> date | None:
    """The first of January of the year in `Fertil Steril. 2011 Feb;95(2):819`: no more of the day is told."""
    year = re.search(r"\b(19|20)\d\d\b", source)
    return date(int(year[0]), 1, 1) if year else None
