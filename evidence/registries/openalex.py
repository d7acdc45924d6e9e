"""OpenAlex: `/works/doi:…`, `/works/pmid:…` and a search of titles.

| theirs | ours |
|---|---|
| `title` or `display_name` | title |
| `authorships[]` (`author_position`, `raw_author_name` or `author.display_name`) | authors, each one text |
| `publication_year` | years |
| `ids.doi`, `ids.pmid`, `ids.pmcid` | addresses there, identifiers here |
| `biblio`, `primary_location.source.display_name` | volume, number, pages, journal |
| `type` | kinds |
| `is_retracted` | a notice of retraction, without day or source |

It tells of retractions only: its silence says nothing of concerns and corrections.
"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from evidence.bibtex.latex import clean
from evidence.errors import NotAnswered
from evidence.identifiers import doi, pmcid, pmid
from evidence.model import Name
from evidence.registries.http import Http
from evidence.registries.records import Notice, NoticeKind, Sought, Source, Work, identifier
from evidence.registries.shapes import Shape, json_reader

__all__ = ["OpenAlex"]


class _Ids(Shape):
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""


class _Person(Shape):
    display_name: str = ""


class _Authorship(Shape):
    author_position: str = ""
    author: _Person = _Person()
    raw_author_name: str = ""


class _Biblio(Shape):
    volume: str = ""
    issue: str = ""
    first_page: str = ""
    last_page: str = ""


class _Venue(Shape):
    display_name: str = ""


class _Location(Shape):
    source: _Venue = _Venue()


class _Work(Shape):
    id: str
    title: str = ""
    display_name: str = ""
    publication_year: int = 0
    ids: _Ids = _Ids()
    authorships: tuple[_Authorship, ...] = ()
    biblio: _Biblio = _Biblio()
    primary_location: _Location = _Location()
    type: str = ""
    is_retracted: bool


class _Works(Shape):
    results: tuple[_Work, ...]


@dataclass(frozen=True, slots=True)
class OpenAlex:
    """An open index made from Crossref, PubMed and others."""

    http: Http
    source: Source = Source.OPENALEX

    def find(self, sought: Sought) -> tuple[Work, ...]:
        """As `Registry.find`."""
        for name in ("doi", "pmid", "pmcid"):
            if wanted := getattr(sought, name):
                return self._by_id(name, wanted)
        return self._by_title(sought.title) if sought.title else ()

    def _by_id(self, name: str, wanted: str) -> tuple[Work, ...]:
        answer = self.http.ask(self.source, f"works/{name}:{quote(wanted, safe='')}", json_reader(self.source, _Work))
        if answer.value is None:
            return ()
        work = _work(answer.value, answer.on)
        if getattr(work, name) != wanted:
            raise NotAnswered(self.source.words, f"was asked for {wanted} and answered for another work")
        return (work,)

    def _by_title(self, title: str) -> tuple[Work, ...]:
        # A comma ends a filter and a bar joins two.
        words = clean(title).replace(",", " ").replace("|", " ")
        params = {"filter": f"title.search:{words}", "per-page": "5"}
        answer = self.http.ask(self.source, "works", json_reader(self.source, _Works), **params)
        return tuple(_work(one, answer.on) for one in answer.value.results) if answer.value else ()


def _work(one: _Work, on: date) -> Work:
    biblio = one.biblio
    return Work(
        source=Source.OPENALEX,
        on=on,
        address=f"https://api.openalex.org/works/{one.id.rpartition('/')[2]}",
        title=clean(one.title or one.display_name),
        authors=_authors(one.authorships),
        years=(one.publication_year,) if one.publication_year else (),
        journal=clean(one.primary_location.source.display_name),
        volume=biblio.volume,
        number=biblio.issue,
        pages="-".join(dict.fromkeys(page for page in (biblio.first_page, biblio.last_page) if page)),
        doi=identifier(doi, one.ids.doi),
        pmid=identifier(pmid, one.ids.pmid.rstrip("/").rpartition("/")[2]),
        pmcid=identifier(pmcid, one.ids.pmcid.rstrip("/").rpartition("/")[2]),
        kinds=(one.type,) if one.type else (),
        notices=(Notice(kind=NoticeKind.RETRACTION, by="OpenAlex"),) if one.is_retracted else (),
    )


def _authors(authorships: tuple[_Authorship, ...]) -> tuple[Name, ...]:
    ordered = sorted(authorships, key=lambda one: one.author_position != "first")
    names = (clean(one.raw_author_name or one.author.display_name) for one in ordered)
    return tuple(Name(literal=name) for name in names if name)
