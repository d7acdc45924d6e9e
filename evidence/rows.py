"""Records as rows of a table: one value a column, lists joined by `; `."""

from collections.abc import Iterable, Mapping

from evidence.library import Library
from evidence.listing import article_entry, claim_entry, study_entry
from evidence.model import Article, Claim, Study

__all__ = ["ARTICLE_COLUMNS", "CLAIM_COLUMNS", "STUDY_COLUMNS", "Cell", "article_row", "claim_row", "study_row"]

Cell = str | int | None

CLAIM_COLUMNS = (
    "id", "statement", "kind", "topic", "verdict", "certainty", "answer", "population", "intervention", "comparator",
    "outcome", "articles", "studies", "reviewed", "review_by",
)  # fmt: skip
STUDY_COLUMNS = (
    "key", "title", "authors", "year", "journal", "doi", "pmid", "pmcid", "design", "participants", "access",
    "integrity", "claims",
)  # fmt: skip
ARTICLE_COLUMNS = ("id", "title", "publisher", "address", "read_on", "claim_count", "verdicts")


def claim_row(claim: Claim) -> dict[str, Cell]:
    """A claim as one row, by `CLAIM_COLUMNS`: lists are joined by `; `."""
    question = claim.question
    values = {
        **claim_entry(claim),
        "population": question.population,
        "intervention": question.intervention,
        "comparator": question.comparator,
        "outcome": question.outcome,
        "articles": dict.fromkeys(seen.article for seen in claim.appearances),
        "studies": [citation.study for citation in claim.citations],
    }
    return _row(values, CLAIM_COLUMNS)


def study_row(study: Study, library: Library) -> dict[str, Cell]:
    """A study as one row, by `STUDY_COLUMNS`: lists are joined by `; `."""
    return _row(study_entry(study, library), STUDY_COLUMNS)


def article_row(article: Article, library: Library) -> dict[str, Cell]:
    """An article as one row, by `ARTICLE_COLUMNS`."""
    entry = article_entry(article, library)
    verdicts = [f"{verdict} {count}" for verdict, count in entry["verdicts"].items()]
    return _row({**entry, "verdicts": verdicts}, ARTICLE_COLUMNS)


def _row(values: Mapping[str, object], columns: Iterable[str]) -> dict[str, Cell]:
    return {column: _cell(values[column]) for column in columns}


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str | int):
        return value
    return "; ".join(str(item) for item in value) if isinstance(value, Iterable) else str(value)
