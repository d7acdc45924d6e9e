"""Records as rows of a table: one value a column, lists joined by `; `."""

from collections.abc import Iterable, Mapping

from evidence.library import Library
from evidence.listing import article_entry, claim_entry, study_entry
from evidence.model import Article, Claim, Study

__all__ = ["ARTICLE_COLUMNS", "CLAIM_COLUMNS", "STUDY_COLUMNS", "Cell", "article_row", "claim_row", "study_row"]

Cell = str | int | float | None

CLAIM_COLUMNS = (
    "id", "statement", "kind", "topic", "verdict", "certainty", "answer", "population", "intervention", "comparator",
    "outcome", "articles", "studies", "reviewed", "review_by",
)  # fmt: skip
STUDY_COLUMNS = (
    "key", "title", "authors", "year", "journal", "doi", "pmid", "pmcid", "design", "participants", "access",
    "integrity", "claims",
)  # fmt: skip
ARTICLE_COLUMNS = (
    "id", "title", "publisher", "address", "read_on", "claim_count", "verdicts", "certainties", "sentences",
    "with_claims", "not_claims", "unaccounted",
)  # fmt: skip


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
    covered = entry["coverage"]
    values = {
        **entry,
        **covered,
        "verdicts": _counted(entry["verdicts"]),
        "certainties": _counted(entry["certainties"]),
        "not_claims": _counted(covered["not_claims"]),
        "unaccounted": len(covered["unaccounted"]) if covered["sentences"] else None,
    }
    return _row(values, ARTICLE_COLUMNS)


def _counted(counts: Mapping[str, int]) -> list[str]:
    return [f"{name} {count}" for name, count in counts.items()]


def _row(values: Mapping[str, object], columns: Iterable[str]) -> dict[str, Cell]:
    return {column: _cell(values[column]) for column in columns}


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str | int):
        return value
    return "; ".join(str(item) for item in value) if isinstance(value, Iterable) else str(value)
