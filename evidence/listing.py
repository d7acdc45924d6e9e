"""Records as JSON shows them: a contract that other programs read.

Fields may be added to an entry; none is ever renamed or taken out. The JSON Schemas in `evidence/schemas` are made from
these types.
"""

from collections.abc import Sequence

from typing_extensions import TypedDict

from evidence.coverage import coverage
from evidence.library import Library
from evidence.model import Article, Certainty, Citation, Claim, Study, Verdict
from evidence.rating import ReceiptEntry, receipt
from evidence.suspension import SuspendedEntry, suspension

__all__ = [
    "AppearanceEntry",
    "ArticleEntry",
    "ChangeEntry",
    "CheckEntry",
    "CitationEntry",
    "ClaimEntry",
    "CoverageEntry",
    "FullClaimEntry",
    "QuestionEntry",
    "SearchEntry",
    "StudyEntry",
    "WordingEntry",
    "article_entry",
    "claim_entry",
    "full_claim_entry",
    "study_entry",
]


class QuestionEntry(TypedDict):
    """The question of a claim."""

    population: str
    intervention: str
    comparator: str
    outcome: str
    direction: str


class AppearanceEntry(TypedDict):
    """Where a claim was said: the article's id, 1-based paragraph and sentence."""

    article: str
    paragraph: int
    sentence: int
    phrase: str
    mode: str


class CitationEntry(TypedDict):
    """A study that bears on a claim, and which way."""

    study: str
    stance: str
    why: str


class ClaimEntry(TypedDict):
    """A claim in a list."""

    id: str
    statement: str
    kind: str
    topic: str
    verdict: str
    certainty: str | None
    answer: str
    question: QuestionEntry
    appearances: list[AppearanceEntry]
    citations: list[CitationEntry]
    opposes: list[str]
    reviewed: str
    review_by: str


class WordingEntry(TypedDict):
    """Sentences that may be printed."""

    exact: str
    everyday: str


class SearchEntry(TypedDict):
    """One search for evidence."""

    where: str
    query: str
    on: str
    read: int
    kept: int
    left_out: str


class ChangeEntry(TypedDict):
    """What changed in a released record."""

    on: str
    what: str
    why: str


class CheckEntry(TypedDict):
    """A page that was read, the day, and the fields found there."""

    url: str
    on: str
    reading: int
    fields: list[str]


class StudyEntry(TypedDict):
    """A study in a list."""

    key: str
    title: str
    authors: list[str]
    year: int | None
    journal: str
    doi: str | None
    pmid: str | None
    pmcid: str | None
    design: str
    participants: int | None
    access: str
    integrity: str
    claims: list[str]
    checks: list[CheckEntry]


class FullClaimEntry(ClaimEntry):
    """A claim with all that it rests on; `suspended` is null where the rating stands."""

    size: str | None
    summary: str
    does_not_say: str
    harms: str
    wording: WordingEntry
    chain: list[str]
    read: str
    receipt: ReceiptEntry | None
    suspended: SuspendedEntry | None
    studies: list[StudyEntry]
    searches: list[SearchEntry]
    changes: list[ChangeEntry]


class CoverageEntry(TypedDict):
    """How an article's sentences are accounted for; `sentences` is null where they were not counted."""

    sentences: int | None
    with_claims: int
    appearances: int
    not_claims: dict[str, int]
    unaccounted: list[list[int]]


class ArticleEntry(TypedDict):
    """An article in a list, with its number of claims by verdict and by certainty (`unrated` where there is none)."""

    id: str
    title: str
    publisher: str
    address: str
    read_on: str
    claim_count: int
    verdicts: dict[str, int]
    certainties: dict[str, int]
    coverage: CoverageEntry


def claim_entry(claim: Claim) -> ClaimEntry:
    """A claim as `evidence claims --format json` shows it."""
    question = claim.question
    return {
        "id": claim.id,
        "statement": claim.statement,
        "kind": claim.kind.value,
        "topic": claim.topic,
        "verdict": claim.verdict.value,
        "certainty": claim.certainty.value if claim.certainty else None,
        "answer": claim.answer,
        "question": {
            "population": question.population,
            "intervention": question.intervention,
            "comparator": question.comparator,
            "outcome": question.outcome,
            "direction": question.direction.value,
        },
        "appearances": [
            {
                "article": seen.article,
                "paragraph": seen.paragraph,
                "sentence": seen.sentence,
                "phrase": seen.phrase,
                "mode": seen.mode.value,
            }
            for seen in claim.appearances
        ],
        "citations": [_citation_entry(citation) for citation in claim.citations],
        "opposes": list(claim.opposes),
        "reviewed": claim.reviewed.isoformat(),
        "review_by": claim.review_by.isoformat(),
    }


def _citation_entry(citation: Citation) -> CitationEntry:
    return {"study": citation.study, "stance": citation.stance.value, "why": citation.why}


def full_claim_entry(claim: Claim, library: Library) -> FullClaimEntry:
    """A claim as `evidence show --format json` shows it: the list's entry with all that it rests on."""
    return {
        **claim_entry(claim),
        "size": claim.size.value if claim.size else None,
        "summary": claim.summary,
        "does_not_say": claim.does_not_say,
        "harms": claim.harms,
        "wording": {"exact": claim.wording.exact, "everyday": claim.wording.everyday},
        "chain": list(claim.chain),
        "read": claim.read.value,
        "receipt": receipt(claim.rating).to_dict() if claim.rating else None,
        "suspended": fallen.to_dict() if (fallen := suspension(claim, library)) else None,
        "studies": [study_entry(study, library) for study in library.studies_of(claim)],
        "searches": [
            {
                "where": one.where,
                "query": one.query,
                "on": one.on.isoformat(),
                "read": one.read,
                "kept": one.kept,
                "left_out": one.left_out,
            }
            for one in claim.searches
        ],
        "changes": [{"on": one.on.isoformat(), "what": one.what, "why": one.why} for one in claim.changes],
    }


def study_entry(study: Study, library: Library) -> StudyEntry:
    """A study as `evidence studies --format json` shows it."""
    reference, appraisal = study.reference, study.appraisal
    return {
        "key": study.key,
        "title": reference.title,
        "authors": [str(author) for author in reference.authors],
        "year": int(reference.year) if reference.year.isdecimal() else None,
        "journal": reference.venue,
        "doi": reference.doi or None,
        "pmid": reference.pmid or None,
        "pmcid": reference.pmcid or None,
        "design": appraisal.design.value,
        "participants": appraisal.participants,
        "access": appraisal.access.value,
        "integrity": appraisal.integrity.status.value,
        "claims": [claim.id for claim in library.claims_citing(study.key)],
        "checks": [
            {"url": check.url, "on": check.on.isoformat(), "reading": check.reading, "fields": list(check.fields)}
            for check in appraisal.checks
        ],
    }


def article_entry(article: Article, library: Library) -> ArticleEntry:
    """An article as `evidence articles --format json` shows it."""
    claims = library.claims_in(article.id)
    certainties = [claim.certainty.value if claim.certainty else "unrated" for claim in claims]
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "address": article.address,
        "read_on": article.read_on.isoformat(),
        "claim_count": len(claims),
        "verdicts": _counts([*Verdict], [claim.verdict for claim in claims]),
        "certainties": _counts([*Certainty, "unrated"], certainties),
        "coverage": _coverage_entry(article, library),
    }


def _counts(order: Sequence[str], values: Sequence[str]) -> dict[str, int]:
    """How often each value occurs, in the order of its closed list; those that do not are left out."""
    return {str(value): values.count(value) for value in order if value in values}


def _coverage_entry(article: Article, library: Library) -> CoverageEntry:
    covered = coverage(article, library)
    return {
        "sentences": covered.sentences or None,
        "with_claims": covered.with_claims,
        "appearances": covered.appearances,
        "not_claims": {reason.value: count for reason, count in covered.not_claims},
        "unaccounted": [list(place) for place in covered.unaccounted],
    }
