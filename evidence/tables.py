"""A library as pandas DataFrames: one tidy table for each noun, one row for each record.

The only module that imports pandas. Texts have the dtype `string`, counts `Int64` (both with a proper missing value),
days `datetime64[ns]`.
"""

import dataclasses
from collections.abc import Iterable, Mapping

from evidence.errors import MissingExtra
from evidence.library import Library
from evidence.model import Appearance, Citation, Claim, Result, Study
from evidence.rows import ARTICLE_COLUMNS, CLAIM_COLUMNS, STUDY_COLUMNS, Cell, article_row, claim_row, study_row

try:
    import pandas as pd
except ImportError as error:
    raise MissingExtra("A DataFrame", "tables") from error

__all__ = ["appearances", "articles", "citations", "claims", "results", "studies"]

_RESULT_FIELDS = tuple(field.name for field in dataclasses.fields(Result))
_RESULT_COLUMNS = ("study", *_RESULT_FIELDS)
_APPEARANCE_COLUMNS = ("claim", "article", "paragraph", "sentence", "phrase", "mode")
_CITATION_COLUMNS = (
    "claim", "study", "stance", "results", "why", "population_differs", "intervention_differs", "comparator_differs",
    "outcome_differs",
)  # fmt: skip
_COUNTS = frozenset({"year", "participants", "claim_count", "paragraph", "sentence"})
_DAYS = frozenset({"reviewed", "review_by", "read_on"})


def claims(library: Library) -> pd.DataFrame:
    """One row a claim, in the library's order: the columns of `evidence claims --format csv`."""
    return _frame(map(claim_row, library.claims.values()), CLAIM_COLUMNS)


def studies(library: Library) -> pd.DataFrame:
    """One row a study, by key: the columns of `evidence studies --format csv`."""
    return _frame((study_row(study, library) for study in library.studies.values()), STUDY_COLUMNS)


def articles(library: Library) -> pd.DataFrame:
    """One row an article: the columns of `evidence articles --format csv`."""
    return _frame((article_row(article, library) for article in library.articles.values()), ARTICLE_COLUMNS)


def appearances(library: Library) -> pd.DataFrame:
    """One row for each place where an article makes a claim; `paragraph` and `sentence` count from 1."""
    rows = (_appearance_row(claim, seen) for claim in library.claims.values() for seen in claim.appearances)
    return _frame(rows, _APPEARANCE_COLUMNS)


def citations(library: Library) -> pd.DataFrame:
    """One row for each claim and study that bears on it, with its stance and how its question differs."""
    rows = (_citation_row(claim, citation) for claim in library.claims.values() for citation in claim.citations)
    return _frame(rows, _CITATION_COLUMNS)


def results(library: Library) -> pd.DataFrame:
    """One row for each result of each study; figures are text as printed, in the `unit` of their row."""
    rows = (_result_row(study, result) for study in library.studies.values() for result in study.appraisal.results)
    return _frame(rows, _RESULT_COLUMNS)


def _appearance_row(claim: Claim, seen: Appearance) -> dict[str, Cell]:
    return {
        "claim": claim.id,
        "article": seen.article,
        "paragraph": seen.paragraph,
        "sentence": seen.sentence,
        "phrase": seen.phrase,
        "mode": seen.mode.value,
    }


def _citation_row(claim: Claim, citation: Citation) -> dict[str, Cell]:
    differs = citation.directness
    return {
        "claim": claim.id,
        "study": citation.study,
        "stance": citation.stance.value,
        "results": "; ".join(citation.results),
        "why": citation.why,
        "population_differs": differs.population,
        "intervention_differs": differs.intervention,
        "comparator_differs": differs.comparator,
        "outcome_differs": differs.outcome,
    }


def _result_row(study: Study, result: Result) -> dict[str, Cell]:
    return {"study": study.key, **{name: str(getattr(result, name)) for name in _RESULT_FIELDS}}


def _frame(rows: Iterable[Mapping[str, Cell]], columns: Iterable[str]) -> pd.DataFrame:
    """The rows with these columns, also where there is no row."""
    frame = pd.DataFrame(list(rows), columns=list(columns))
    return frame.astype({column: _dtype(column) for column in frame.columns})


def _dtype(column: str) -> str:
    if column in _DAYS:
        return "datetime64[ns]"
    return "Int64" if column in _COUNTS else "string"
