"""Records to test with: small, sound, and made up, unlike the real library that `real` gives."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import evidence
from evidence.library import Library
from evidence.model import (
    Access,
    Appearance,
    Appraisal,
    Article,
    Better,
    Certainty,
    Check,
    Citation,
    Claim,
    Concept,
    Design,
    Direction,
    Domain,
    Favours,
    Integrity,
    IntegrityCheck,
    Kind,
    Measure,
    Mode,
    Name,
    Question,
    Rating,
    Read,
    Reference,
    Result,
    RiskOfBias,
    RiskOfBiasTool,
    Search,
    Slot,
    Stance,
    Start,
    Step,
    Study,
    TitleFrom,
    Topic,
    Verdict,
    Wording,
)

DAY = date(2026, 11, 21)


def make_study(key: str = "miller2020kneading", *, title: str = "Kneading for stiff elbows", **changes: Any) -> Study:
    """A randomised trial with one result; `changes` go into the appraisal."""
    appraisal: dict[str, Any] = {
        "design": Design.RANDOMISED_TRIAL,
        "participants": 80,
        "population": "Adults with stiff elbows.",
        "access": Access.FULL_TEXT,
        "integrity": IntegrityCheck(status=Integrity.NOT_CHECKED),
        "risk_of_bias": RiskOfBias(tool=RiskOfBiasTool.NOT_ASSESSED, reason="Nobody looked."),
        "results": (
            Result(
                id="stiffness-4-weeks",
                outcome="stiffness",
                measure=Measure.MD,
                unit="points",
                better=Better.LOWER,
                intervention="kneading",
                comparator="rest",
                estimate="-4.0",
                low="-6.0",
                high="-2.0",
                level="95",
                favours=Favours.INTERVENTION,
                where="abstract",
                finding="Stiffness fell more with kneading.",
                read=Read.ONCE,
            ),
        ),
        "checks": (Check(url="https://example.org/1", on=DAY, reading=1, fields=("title", "results")),),
    }
    reference = Reference(
        key=key,
        type="article",
        title=title,
        authors=(Name(family="Miller", given="Ada"), Name(family="Berg", given="Jo", particle="van der")),
        journal="Journal of Elbows",
        year="2020",
        doi=f"10.1000/{key}",
    )
    return Study(key=key, reference=reference, appraisal=Appraisal(**{**appraisal, **changes}))


def make_claim(id: str = "kneading-loosens-elbows", **changes: Any) -> Claim:
    """A supported claim, moderate certainty, that rests on `make_study()`."""
    fields: dict[str, Any] = {
        "topic": "elbows",
        "statement": "Kneading loosens stiff elbows.",
        "kind": Kind.EFFECT,
        "verdict": Verdict.SUPPORTED,
        "certainty": Certainty.MODERATE,
        "answer": "Kneading probably loosens stiff elbows.",
        "summary": "One trial looked. It found less stiffness.",
        "phrasings": ("Rubbing frees the elbow.",),
        "read": Read.ONCE,
        "reviewed": DAY,
        "review_by": date(2028, 11, 21),
        "question": Question(
            population="adults with stiff elbows",
            intervention="kneading",
            comparator="rest",
            outcome="stiffness",
            direction=Direction.DECREASES,
        ),
        "wording": Wording(exact="Kneading probably reduces stiffness.", everyday="Kneading probably helps."),
        "rating": Rating(
            start=Start.RANDOMISED_TRIALS,
            steps=(Step(domain=Domain.IMPRECISION, levels=-1, reason="One trial.", studies=("miller2020kneading",)),),
        ),
        "appearances": (
            Appearance(
                article="000_elbow", paragraph=1, sentence=1, digest="0" * 64, phrase="frees", mode=Mode.ASSERTED
            ),
        ),
        "citations": (
            Citation(
                study="miller2020kneading",
                stance=Stance.SUPPORTS,
                results=("stiffness-4-weeks",),
                why="It measured it.",
            ),
        ),
        "searches": (Search(where="PubMed", query="kneading elbow", on=DAY, read=3, kept=1),),
    }
    return Claim(id=id, **{**fields, **changes})


def make_library(**changes: Any) -> Library:
    """One claim, one study, one article, one topic and two concepts."""
    parts: dict[str, Any] = {
        "articles": [
            Article(
                id="000_elbow",
                title="Elbows, freed",
                title_from=TitleFrom.TEXT,
                publisher="elbows.example",
                address="https://elbows.example/freed",
                read_on=DAY,
            )
        ],
        "topics": [Topic(id="elbows", title="Elbows", line="All about elbows.")],
        "claims": [make_claim()],
        "studies": [make_study()],
        "concepts": [
            Concept(id="stiffness", slot=Slot.OUTCOME, label="stiffness", terms=("stiffness", "rigid joint", "stiff")),
            Concept(id="kneading", slot=Slot.INTERVENTION, label="kneading", terms=("kneading", "petrissage")),
        ],
    }
    return Library.of(**{**parts, **changes})


@pytest.fixture(scope="session")
def study_of() -> Callable[..., Study]:
    """`make_study`."""
    return make_study


@pytest.fixture(scope="session")
def claim_of() -> Callable[..., Claim]:
    """`make_claim`."""
    return make_claim


@pytest.fixture(scope="session")
def library_of() -> Callable[..., Library]:
    """`make_library`."""
    return make_library


@pytest.fixture(scope="session")
def real() -> Library:
    """The library that ships."""
    return evidence.load()


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout's folder."""
    return Path(__file__).resolve().parents[1]
