"""Crossref: `/works/{doi}` and `/works?query.bibliographic=`, with the updates that Retraction Watch adds.

| theirs | ours |
|---|---|
| `title[0]`, `subtitle[0]` | title, joined by a colon |
| `author[].family`, `given`, `suffix`, `name` | authors; `sequence` = `first` comes first |
| `issued`, `published-print`, `published-online` | years; the month of the first that has one |
| `container-title[0]` | journal |
| `issue`, `page` or `article-number` | number, pages |
| `type` | type |
| `updated-by[]` (`type`, `source`, `updated`, `DOI`) | notices about this work |
| `update-to[]` (`type`) | announces: this work is itself a notice |
"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from pydantic import Field

from evidence.bibtex.latex import clean
from evidence.errors import NotAnswered
from evidence.identifiers import doi
from evidence.model import Name
from evidence.registries.http import Http
from evidence.registries.records import Notice, NoticeKind, Sought, Source, Work, identifier, person
from evidence.registries.shapes import Shape, json_reader

__all__ = ["Crossref"]

_TYPES = {
    "journal-article": "article",
    "proceedings-article": "incollection",
    "book-chapter": "incollection",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "report": "techreport",
    "dissertation": "phdthesis",
}
# Crossref's list of update types, and those that Retraction Watch adds. A part taken back leaves the rest in doubt.
_KINDS = {
    "retraction": NoticeKind.RETRACTION,
    "withdrawal": NoticeKind.RETRACTION,
    "removal": NoticeKind.RETRACTION,
    "partial retraction": NoticeKind.CONCERN,
    "expression of concern": NoticeKind.CONCERN,
    "correction": NoticeKind.CORRECTION,
    "corrigendum": NoticeKind.CORRECTION,
    "erratum": NoticeKind.CORRECTION,
    "addendum": NoticeKind.CORRECTION,
    "clarification": NoticeKind.CORRECTION,
    "reinstatement": NoticeKind.REINSTATEMENT,
}
_SOURCES = {"retraction-watch": "Retraction Watch", "publisher": "publisher"}


class _Date(Shape):
    date_parts: tuple[tuple[int | None, ...], ...] = Field(default=(), alias="date-parts")

    @property
    def parts(self) -> list[int]:
        return [part for part in (self.date_parts or ((),))[0] if part]

    @property
    def day(self) -> date | None:
        year, month, day = (*self.parts, 1, 1)[:3] if self.parts else (0, 0, 0)
        try:
            return date(year, month, day)
        except ValueError:
            return None


class _Author(Shape):
    family: str = ""
    given: str = ""
    suffix: str = ""
    name: str = ""
    sequence: str = ""


class _Update(Shape):
    type: str
    doi: str = Field(default="", alias="DOI")
    source: str = ""
    updated: _Date = _Date()


class _Message(Shape):
    doi: str = Field(alias="DOI")
    title: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    author: tuple[_Author, ...] = ()
    issued: _Date = _Date()
    published_print: _Date = Field(default=_Date(), alias="published-print")
    published_online: _Date = Field(default=_Date(), alias="published-online")
    container: tuple[str, ...] = Field(default=(), alias="container-title")
    publisher: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    article_number: str = Field(default="", alias="article-number")
    type: str = ""
    updated_by: tuple[_Update, ...] = Field(default=(), alias="updated-by")
    update_to: tuple[_Update, ...] = Field(default=(), alias="update-to")


class _One(Shape):
    message: _Message


class _Items(Shape):
    items: tuple[_Message, ...]


class _Many(Shape):
    message: _Items


@dataclass(frozen=True, slots=True)
class Crossref:
    """The registry of most DOIs."""

    http: Http
    source: Source = Source.CROSSREF

    def find(self, sought: Sought) -> tuple[Work, ...]:
        """As `Registry.find`; Crossref knows DOIs, and no PubMed numbers."""
        if sought.doi:
            return self._by_doi(sought.doi)
        return self._by_title(sought) if sought.title and not sought.has_identifier else ()

    def _by_doi(self, wanted: str) -> tuple[Work, ...]:
        answer = self.http.ask(self.source, f"works/{quote(wanted, safe='')}", json_reader(self.source, _One))
        if answer.value is None:
            return ()
        work = _work(answer.value.message, answer.on)
        if work.doi != wanted:
            raise NotAnswered(self.source.words, f"was asked for {wanted} and answered for {work.doi or 'no DOI'}")
        return (work,)

    def _by_title(self, sought: Sought) -> tuple[Work, ...]:
        query = {"query.bibliographic": sought.title, "query.author": sought.author, "rows": "5"}
        given = {name: value for name, value in query.items() if value}
        answer = self.http.ask(self.source, "works", json_reader(self.source, _Many), **given)
        return tuple(_work(item, answer.on) for item in answer.value.message.items) if answer.value else ()


def _work(message: _Message, on: date) -> Work:
    known = identifier(doi, message.doi)
    dates = [message.issued, message.published_print, message.published_online]
    return Work(
        source=Source.CROSSREF,
        on=on,
        address=f"https://api.crossref.org/works/{quote(known, safe='')}",
        title=clean(": ".join(part for part in (_first(message.title), _first(message.subtitle)) if part)),
        authors=_authors(message.author),
        years=tuple(sorted({one.parts[0] for one in dates if one.parts})),
        month=next((str(one.parts[1]) for one in dates if len(one.parts) > 1), ""),
        type=_TYPES.get(message.type, "misc"),
        journal=clean(_first(message.container)),
        publisher=clean(message.publisher),
        volume=clean(message.volume),
        number=clean(message.issue),
        pages=clean(message.page or message.article_number),
        doi=known,
        kinds=(message.type,),
        notices=tuple(_notice(update) for update in message.updated_by if _kind(update)),
        announces=tuple(kind for update in message.update_to if (kind := _kind(update))),
    )


def _first(texts: tuple[str, ...]) -> str:
    return texts[0] if texts else ""


def _authors(authors: tuple[_Author, ...]) -> tuple[Name, ...]:
    ordered = sorted(authors, key=lambda author: author.sequence != "first")
    return tuple(
        person(author.family, author.given, author.suffix) if author.family else Name(literal=clean(author.name))
        for author in ordered
        if author.family or author.name
    )


def _kind(update: _Update) -> NoticeKind | None:
    return _KINDS.get(update.type.lower().replace("_", " ").replace("-", " "))


def _notice(update: _Update) -> Notice:
    kind = _kind(update)
    assert kind is not None  # noqa: S101  # the caller has looked
    by = _SOURCES.get(update.source, update.source)
    return Notice(kind=kind, on=update.updated.day, by=by, id=identifier(doi, update.doi))
