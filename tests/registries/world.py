"""A small world of publications, and the four services that know it, answering in the shapes that they document.

Everything here is made up; the shapes are those of Crossref's REST API, PubMed's E-utilities, Europe PMC's REST search
and OpenAlex, from their public documentation.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import unquote_plus

from werkzeug import Request, Response

DOCTYPE = (
    '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n'
)
ALL = ("crossref", "pubmed", "europepmc", "openalex")


@dataclass(frozen=True)
class Paper:
    """One publication as it truly is; `known_to` are the services that have it."""

    title: str
    doi: str
    pmid: str
    pmcid: str = ""
    subtitle: str = ""
    family: str = "Miller"
    given: str = "Ada Mary"
    year: int = 2020
    journal: str = "Journal of Elbows"
    abstract: str = ""
    types: tuple[str, ...] = ("Journal Article",)
    updated_by: tuple[dict[str, Any], ...] = ()
    update_to: tuple[dict[str, Any], ...] = ()
    comments: tuple[tuple[str, str], ...] = ()  # PubMed's RefType, PMID of the notice
    is_retracted: bool = False
    known_to: tuple[str, ...] = ALL

    @property
    def whole(self) -> str:
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title


def crossref(paper: Paper) -> dict[str, Any]:
    return {
        "DOI": paper.doi.upper(),
        "type": "journal-article",
        "title": [paper.title],
        "subtitle": [paper.subtitle] if paper.subtitle else [],
        "author": [
            {"given": paper.given, "family": paper.family, "sequence": "first", "affiliation": []},
            {"given": "Jo", "family": "van der Berg", "sequence": "additional", "affiliation": []},
        ],
        "issued": {"date-parts": [[paper.year, 3, 1]]},
        "published-online": {"date-parts": [[paper.year]]},
        "container-title": [paper.journal],
        "publisher": "Elbow Press",
        "volume": "34",
        "issue": "3",
        "page": "379-386",
        "language": None,
        "reference-count": 40,
        "updated-by": list(paper.updated_by) or None,
        "update-to": list(paper.update_to),
    }


def update(
    type: str, *, source: str = "retraction-watch", year: int = 2022, doi: str = "10.1000/notice"
) -> dict[str, Any]:
    """An entry of Crossref's `updated-by` or `update-to`."""
    return {
        "DOI": doi,
        "type": type,
        "label": type.title(),
        "source": source,
        "updated": {"date-parts": [[year, 5, 2]], "date-time": f"{year}-05-02T00:00:00Z", "timestamp": 0},
        "record-id": "4711",
    }


def pubmed(paper: Paper) -> str:
    types = "".join(f'<PublicationType UI="D016428">{escape(one)}</PublicationType>' for one in paper.types)
    comments = "".join(
        f'<CommentsCorrections RefType="{kind}"><RefSource>J Elbows. 2022 May;3(1):9</RefSource>'
        f'<PMID Version="1">{id}</PMID></CommentsCorrections>'
        for kind, id in paper.comments
    )
    abstract = f"<Abstract><AbstractText>{escape(paper.abstract)}</AbstractText></Abstract>" if paper.abstract else ""
    pmc = f'<ArticleId IdType="pmc">{paper.pmcid}</ArticleId>' if paper.pmcid else ""
    initials = "".join(part[0] for part in paper.given.split())
    return (
        f'<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">{paper.pmid}</PMID>'
        f'<Article PubModel="Print"><Journal><JournalIssue CitedMedium="Internet"><Volume>34</Volume><Issue>3</Issue>'
        f"<PubDate><Year>{paper.year}</Year><Month>Mar</Month></PubDate></JournalIssue>"
        f"<Title>{escape(paper.journal)}</Title></Journal>"
        f"<ArticleTitle>{escape(paper.whole)}.</ArticleTitle>"
        f"<Pagination><StartPage>379</StartPage><MedlinePgn>379-386</MedlinePgn></Pagination>{abstract}"
        f'<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>{escape(paper.family)}</LastName>'
        f"<ForeName>{escape(paper.given)}</ForeName><Initials>{initials}</Initials></Author></AuthorList>"
        f"<PublicationTypeList>{types}</PublicationTypeList></Article>"
        f"<CommentsCorrectionsList>{comments}</CommentsCorrectionsList></MedlineCitation>"
        f'<PubmedData><ArticleIdList><ArticleId IdType="pubmed">{paper.pmid}</ArticleId>'
        f'<ArticleId IdType="doi">{paper.doi}</ArticleId>{pmc}</ArticleIdList></PubmedData></PubmedArticle>'
    )


_COMMENT = {
    "RetractionIn": "Retraction in",
    "RetractionOf": "Retraction of",
    "ExpressionOfConcernIn": "Expression of concern in",
    "ErratumIn": "Erratum in",
    "ErratumFor": "Erratum for",
    "ExpressionOfConcernFor": "Expression of concern for",
}


def europepmc(paper: Paper) -> dict[str, Any]:
    initials = "".join(part[0] for part in paper.given.split())
    return {
        "id": paper.pmid,
        "source": "MED",
        "pmid": paper.pmid,
        **({"pmcid": paper.pmcid} if paper.pmcid else {}),
        "doi": paper.doi,
        "title": f"{paper.whole}.",
        "authorString": f"{paper.family} {initials}, van der Berg J.",
        "authorList": {
            "author": [
                {
                    "fullName": f"{paper.family} {initials}",
                    "firstName": paper.given,
                    "lastName": paper.family,
                    "initials": initials,
                },
                {"collectiveName": "Elbow Study Group"},
            ]
        },
        "journalInfo": {
            "issue": "3",
            "volume": "34",
            "journalIssueId": 2,
            "monthOfPublication": 3,
            "yearOfPublication": paper.year,
            "journal": {"title": paper.journal, "medlineAbbreviation": "J Elbows"},
        },
        "pubYear": str(paper.year),
        "pageInfo": "379-386",
        **({"abstractText": f"<h4>Results</h4>{paper.abstract}"} if paper.abstract else {}),
        "pubTypeList": {"pubType": [one.lower() for one in paper.types]},
        "commentCorrectionList": {
            "commentCorrection": [
                {"id": id, "source": "MED", "reference": "J Elbows. 2022", "type": _COMMENT[kind], "orderIn": 1}
                for kind, id in paper.comments
            ]
        },
        "isOpenAccess": "N",
        "firstPublicationDate": f"{paper.year}-02-11",
    }


def openalex(paper: Paper) -> dict[str, Any]:
    pmc = f"https://www.ncbi.nlm.nih.gov/pmc/articles/{paper.pmcid.removeprefix('PMC')}"
    return {
        "id": f"https://openalex.org/W{paper.pmid}",
        "doi": f"https://doi.org/{paper.doi}",
        "title": paper.whole,
        "display_name": paper.whole,
        "publication_year": paper.year,
        "ids": {
            "openalex": f"https://openalex.org/W{paper.pmid}",
            "doi": f"https://doi.org/{paper.doi}",
            "pmid": f"https://pubmed.ncbi.nlm.nih.gov/{paper.pmid}",
            **({"pmcid": pmc} if paper.pmcid else {}),
        },
        "authorships": [
            {
                "author_position": "first",
                "author": {"id": "https://openalex.org/A1", "display_name": f"{paper.given} {paper.family}"},
                "raw_author_name": f"{paper.given} {paper.family}",
            }
        ],
        "biblio": {"volume": "34", "issue": "3", "first_page": "379", "last_page": "386"},
        "primary_location": {"source": None},
        "type": "article",
        "is_retracted": paper.is_retracted,
    }


RENDER: dict[str, Callable[[Paper], Any]] = {
    "crossref": crossref,
    "pubmed": pubmed,
    "europepmc": europepmc,
    "openalex": openalex,
}
Change = Callable[[Any], Any]


@dataclass
class World:
    """The papers that there are; `changes` alter what one service says of one DOI, `broken` replaces all it says."""

    papers: list[Paper] = field(default_factory=list)
    changes: dict[tuple[str, str], Change] = field(default_factory=dict)
    broken: dict[str, Callable[[Request], Response]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def add(self, paper: Paper) -> Paper:
        self.papers.append(paper)
        return paper

    def __call__(self, request: Request) -> Response:
        service, _, rest = request.path.strip("/").partition("/")
        self.asked.append(f"{service}: {unquote_plus(request.full_path)}")
        if service in self.broken:
            return self.broken[service](request)
        return getattr(self, f"_{service}")(rest, request)

    def _known(self, service: str) -> list[Paper]:
        return [paper for paper in self.papers if service in paper.known_to]

    def _said(self, service: str, paper: Paper) -> Any:
        change = self.changes.get((service, paper.doi))
        if change and service == "pubmed":
            return RENDER[service](change(paper))
        said = RENDER[service](paper)
        return change(said) if change else said

    def _crossref(self, rest: str, request: Request) -> Response:
        known = self._known("crossref")
        if rest == "works":
            title = request.args["query.bibliographic"]
            items = [self._said("crossref", one) for one in known if _alike(title, one)]
            return _json({"status": "ok", "message-type": "work-list", "message": {"items": items}})
        doi = rest.removeprefix("works/").lower()
        found = [self._said("crossref", one) for one in known if one.doi == doi]
        if not found:
            return Response("Resource not found.", status=404, content_type="text/plain")
        headers = {"x-rate-limit-limit": "50", "x-rate-limit-interval": "1s"}
        return _json({"status": "ok", "message-type": "work", "message": found[0]}, headers)

    def _pubmed(self, rest: str, request: Request) -> Response:
        known = self._known("pubmed")
        if rest == "esearch.fcgi":
            found = [one.pmid for one in known if _matches(request.args["term"], one)]
            ids = {"count": str(len(found)), "retmax": "5", "retstart": "0", "idlist": found}
            return _json({"header": {"type": "esearch"}, "esearchresult": ids})
        ids = request.args["id"].split(",")
        articles = "".join(self._said("pubmed", one) for one in known if one.pmid in ids)
        return Response(f"{DOCTYPE}<PubmedArticleSet>{articles}</PubmedArticleSet>", content_type="text/xml")

    def _europepmc(self, rest: str, request: Request) -> Response:
        assert rest == "search"
        found = [
            self._said("europepmc", one) for one in self._known("europepmc") if _matches(request.args["query"], one)
        ]
        return _json({"version": "6.9", "hitCount": len(found), "request": {}, "resultList": {"result": found}})

    def _openalex(self, rest: str, request: Request) -> Response:
        known = self._known("openalex")
        if rest == "works":
            title = request.args["filter"].removeprefix("title.search:")
            return _json({"meta": {}, "results": [self._said("openalex", one) for one in known if _alike(title, one)]})
        name, _, wanted = rest.removeprefix("works/").partition(":")
        found = [self._said("openalex", one) for one in known if getattr(one, name) == wanted]
        return _json(found[0]) if found else _json({"error": "Not found"}, status=404)


def _json(value: Any, headers: dict[str, str] | None = None, status: int = 200) -> Response:
    return Response(json.dumps(value), status=status, headers=headers, content_type="application/json")


def _words(text: str) -> set[str]:
    return set(text.lower().replace(":", " ").replace(".", " ").split())


def _alike(title: str, paper: Paper) -> bool:
    """As a search engine finds: half of the words in common."""
    words = _words(title)
    return len(words & _words(paper.whole)) * 2 >= len(words)


def _matches(query: str, paper: Paper) -> bool:
    """A query for an identifier, a title, or any words."""
    ids = (f'"{paper.doi}"[doi]', f'DOI:"{paper.doi}"', f"EXT_ID:{paper.pmid} AND SRC:MED", f"PMCID:{paper.pmcid}")
    if query in ids or query == f"{paper.pmcid}[pmcid]":
        return True
    if query.startswith(("DOI:", "EXT_ID:", "PMCID:")) or query.endswith(("[doi]", "[pmcid]")):
        return False
    text = query.partition(") AND (FIRST_PDATE")[0].removeprefix("TITLE:").removesuffix("[Title]").strip('"()')
    return _alike(text, paper)
