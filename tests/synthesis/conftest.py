"""Published teaching data as effects, and records with results to pool."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from evidence.library import Library
from evidence.model import Citation, Stance, Study
from evidence.synthesis.pooling import Point

# 13 trials of BCG against tuberculosis: cases and others, vaccinated then not. Colditz et al., JAMA 1994;271:698-702,
# as `dat.bcg` in metadat and in metafor's README has them.
BCG = [
    (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761),
    (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232), (17, 1699, 65, 1600),
    (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825),
]  # fmt: skip


def log_risk_ratio(a: int, b: int, c: int, d: int) -> Point:
    return Point(math.log(a / (a + b) / (c / (c + d))), math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)))


def log_odds_ratio(a: float, b: float, c: float, d: float) -> Point:
    if 0 in {a, b, c, d}:
        a, b, c, d = (count + 0.5 for count in (a, b, c, d))
    return Point(math.log(a * d / (b * c)), math.sqrt(1 / a + 1 / b + 1 / c + 1 / d))


@pytest.fixture(scope="session")
def bcg() -> list[Point]:
    """The log risk ratios of the BCG trials."""
    return [log_risk_ratio(*table) for table in BCG]


@pytest.fixture(scope="session")
def magnesium() -> list[Point]:
    """Log odds ratios of 15 trials of magnesium in heart attacks: `dat.egger2001` in metadat, without ISIS-4."""
    tables = [
        (1, 40, 2, 36), (9, 135, 23, 135), (2, 200, 7, 200), (1, 48, 1, 46), (10, 150, 8, 148), (1, 59, 9, 56),
        (1, 25, 3, 23), (0, 22, 1, 21), (6, 76, 11, 75), (1, 27, 7, 27), (2, 89, 12, 80), (5, 23, 13, 33),
        (4, 130, 8, 122), (90, 1159, 118, 1157), (4, 107, 17, 108),
    ]  # fmt: skip
    return [log_odds_ratio(a, n - a, c, m - c) for a, n, c, m in tables]


@pytest.fixture
def trial(study_of: Callable[..., Study]) -> Callable[..., Study]:
    """A study under a key, with one result: changes to the result by field, to the appraisal in `appraisal`."""

    def make(key: str, *, appraisal: dict[str, Any] | None = None, **changes: Any) -> Study:
        study = study_of(key)
        result = replace(study.appraisal.results[0], **{"time": "4 weeks", **changes})
        fields: dict[str, Any] = {"results": (result,), **(appraisal or {})}
        return replace(study, appraisal=replace(study.appraisal, **fields))

    return make


@pytest.fixture
def cited(library_of: Callable[..., Library], claim_of: Callable[..., Any]) -> Callable[..., Library]:
    """A library of these studies, all cited by its one claim, each with all its results."""

    def make(*studies: Study, stance: Stance = Stance.SUPPORTS, **changes: Any) -> Library:
        citations = tuple(
            Citation(
                study=study.key,
                stance=stance,
                results=tuple(result.id for result in study.appraisal.results),
                why="It measured it.",
            )
            for study in studies
        )
        return library_of(studies=studies, claims=[claim_of(**{"citations": citations, **changes})])

    return make
