"""A small sound library, and the means to put one fault into it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from evidence.library import Library
from evidence.model import (
    Access,
    Appearance,
    Appraisal,
    Arm,
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
    Heading,
    Integrity,
    IntegrityCheck,
    Intervention,
    Kind,
    Measure,
    Mode,
    NotClaim,
    NotClaimReason,
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
    Threshold,
    ThresholdKind,
    TitleFrom,
    Topic,
    Verdict,
    Wording,
)
from evidence.problems import Problem
from evidence.rules import validate
from evidence.sentences import digest

TODAY = date(2026, 11, 21)
TEXT = "Massage and knees\n\nMany people try massage. Massage eases knee pain within weeks.\n"


@dataclass(frozen=True)
class Records:
    """The records of a library. Each method gives them back with a few fields of one record changed."""

    article_: Article
    topics: tuple[Topic, ...]
    concepts: tuple[Concept, ...]
    headings: tuple[Heading, ...]
    interventions: tuple[Intervention, ...]
    thresholds: tuple[Threshold, ...]
    claims: tuple[Claim, ...]
    studies: tuple[Study, ...]
    texts: Mapping[str, str]

    @property
    def library(self) -> Library:
        return Library.of(
            articles=[self.article_],
            topics=self.topics,
            concepts=self.concepts,
            headings=self.headings,
            interventions=self.interventions,
            thresholds=self.thresholds,
            claims=self.claims,
            studies=self.studies,
        )

    @property
    def problems(self) -> tuple[Problem, ...]:
        return validate(self.library, today=TODAY, texts=self.texts)

    def but(self, **changes: Any) -> "Records":
        return replace(self, **changes)

    def article(self, **changes: Any) -> "Records":
        return self.but(article_=replace(self.article_, **changes))

    def not_claim(self, place: int = 0, /, **changes: Any) -> "Records":
        return self.article(not_claims=_changed(self.article_.not_claims, place, **changes))

    def threshold(self, **changes: Any) -> "Records":
        return self.but(thresholds=_changed(self.thresholds, 0, **changes))

    def heading(self, **changes: Any) -> "Records":
        return self.but(headings=_changed(self.headings, 0, **changes))

    def intervention(self, **changes: Any) -> "Records":
        return self.but(interventions=_changed(self.interventions, 0, **changes))

    def claim(self, place: int = 0, /, **changes: Any) -> "Records":
        return self.but(claims=_changed(self.claims, place, **changes))

    def opposite(self, **changes: Any) -> "Records":
        return self.claim(1, **changes)

    def chain(self, **changes: Any) -> "Records":
        return self.claim(2, **changes)

    def wording(self, **changes: Any) -> "Records":
        return self.claim(wording=replace(self.claims[0].wording, **changes))

    def citation(self, place: int = 0, /, **changes: Any) -> "Records":
        return self.claim(citations=_changed(self.claims[0].citations, place, **changes))

    def appearance(self, **changes: Any) -> "Records":
        return self.claim(appearances=_changed(self.claims[0].appearances, 0, **changes))

    def search(self, **changes: Any) -> "Records":
        return self.claim(searches=_changed(self.claims[0].searches, 0, **changes))

    def step(self, **changes: Any) -> "Records":
        rating = self.claims[0].rating
        assert rating is not None
        return self.claim(rating=replace(rating, steps=_changed(rating.steps, 0, **changes)))

    def study(self, place: int = 0, /, **changes: Any) -> "Records":
        appraisal = replace(self.studies[place].appraisal, **changes)
        return self.but(studies=_changed(self.studies, place, appraisal=appraisal))

    def review(self, **changes: Any) -> "Records":
        return self.study(1, **changes)

    def reference(self, place: int = 0, /, **changes: Any) -> "Records":
        reference = replace(self.studies[place].reference, **changes)
        return self.but(studies=_changed(self.studies, place, reference=reference))

    def result(self, place: int = 0, /, **changes: Any) -> "Records":
        results = _changed(self.studies[place].appraisal.results, 0, **changes)
        return self.study(place, results=results)

    def check(self, place: int = 0, /, **changes: Any) -> "Records":
        return self.study(checks=_changed(self.studies[0].appraisal.checks, place, **changes))

    def with_study(self, key: str) -> "Records":
        """With a third study under that key, which no claim cites."""
        reference = replace(self.studies[0].reference, key=key, doi="", pmid="", pmcid="")
        return self.but(studies=(*self.studies, replace(self.studies[0], key=key, reference=reference)))


def _changed(records: tuple[Any, ...], place: int, **changes: Any) -> tuple[Any, ...]:
    return (*records[:place], replace(records[place], **changes), *records[place + 1 :])


@pytest.fixture
def sound() -> Records:
    """Three claims, two studies, one article; no rule finds fault with them."""
    return Records(
        article_=Article(
            id="000_sample",
            title="Massage and knees",
            title_from=TitleFrom.TEXT,
            publisher="A clinic",
            address="https://clinic.example/massage",
            read_on=TODAY,
            digest=hashlib.sha256(TEXT.encode()).hexdigest(),
            sentences=(1, 2),
            not_claims=(
                NotClaim(paragraph=1, sentence=1, digest=digest("Massage and knees"), reason=NotClaimReason.HEADING),
                NotClaim(
                    paragraph=2,
                    sentence=1,
                    digest=digest("Many people try massage."),
                    reason=NotClaimReason.RESTATEMENT,
                    restates=(1, 1),
                ),
            ),
        ),
        topics=(Topic(id="knee", title="Knees", line="What is said of knees."),),
        concepts=(Concept(id="massage", slot=Slot.INTERVENTION, label="massage", terms=("rub", "massage")),),
        headings=(Heading(id="touch", title="Touch", concepts=("massage",)),),
        interventions=(
            Intervention(id="knee-massage", title="Massage", claims=tuple(one.id for one in _claims())),
            Intervention(id="rest", title="Rest", claims=()),
        ),
        thresholds=(_threshold(),),
        claims=_claims(),
        studies=(_trial(), _review()),
        texts={"000_sample": TEXT},
    )


def _claims() -> tuple[Claim, ...]:
    return _eases(), _leaves_unchanged(), _chain()


_SEARCH = Search(where="PubMed", query="massage knee pain", on=TODAY, read=9, kept=2)
_PHRASINGS = (
    "A rub takes the ache out of your knee.",
    "Manual therapy reduces patellofemoral discomfort.",
    "Kneading the thigh calms a sore joint.",
    "Soft-tissue work lessens symptoms below the thigh.",
    "Knees hurt less after bodywork.",
    "Hands-on treatment brings relief to aching legs.",
)


def _threshold() -> Threshold:
    return Threshold(
        id="knee-scale",
        instrument="Knee Scale",
        scale="0-100",
        written=("Knee Scale, 0-100",),
        outcome="knee pain",
        units=("points",),
        threshold="9.7",
        kind=ThresholdKind.ABSOLUTE,
        population="people with sore knees",
        citation="Doe et al. 2020, J Knees 1:1-9",
        doi="10.1000/scale",
        pmid="30543021",
        url="https://example.org/scale",
        on=TODAY,
    )


def _eases() -> Claim:
    return Claim(
        id="massage-eases-knee-pain",
        topic="knee",
        statement="Massage eases knee pain.",
        kind=Kind.EFFECT,
        verdict=Verdict.SUPPORTED,
        certainty=Certainty.MODERATE,
        answer="Massage probably eases knee pain.",
        summary="In a trial of 222 people pain fell by 8.16 points more with massage. A review of 12 trials agrees.",
        does_not_say="Nothing here says that massage mends cartilage.",
        phrasings=_PHRASINGS,
        opposes=("massage-leaves-knee-pain-unchanged",),
        read=Read.TWICE,
        reviewed=TODAY,
        review_by=date(2028, 11, 21),
        question=_question(Direction.DECREASES),
        wording=Wording(exact="Massage probably eases knee pain.", everyday="Massage helps many sore knees."),
        rating=_rating(),
        appearances=(_appearance(),),
        citations=_citations(Stance.SUPPORTS),
        searches=(_SEARCH,),
    )


def _leaves_unchanged() -> Claim:
    return Claim(
        id="massage-leaves-knee-pain-unchanged",
        topic="knee",
        statement="Massage leaves knee pain as it is.",
        kind=Kind.EFFECT,
        verdict=Verdict.CONTRADICTED,
        certainty=Certainty.MODERATE,
        answer="Knee pain is probably less after massage.",
        summary="A trial and a review found less pain. They agree with each other.",
        phrasings=_PHRASINGS,
        opposes=("massage-eases-knee-pain",),
        read=Read.ONCE,
        reviewed=TODAY,
        review_by=date(2028, 11, 21),
        question=_question(Direction.NO_DIFFERENCE),
        wording=Wording(exact="Massage probably eases knee pain.", everyday="Massage helps many sore knees."),
        rating=_rating(),
        citations=_citations(Stance.CONTRADICTS),
        searches=(_SEARCH,),
    )


def _chain() -> Claim:
    return Claim(
        id="foot-massage-saves-knees",
        topic="knee",
        statement="Massage eases pain, hence it saves knees.",
        kind=Kind.CHAIN,
        verdict=Verdict.NO_EVIDENCE_FOUND,
        answer="No study has looked at this.",
        summary="We searched for studies of the whole chain. None was found.",
        phrasings=_PHRASINGS,
        chain=("massage-eases-knee-pain", "massage-leaves-knee-pain-unchanged"),
        read=Read.ONCE,
        reviewed=TODAY,
        review_by=date(2028, 11, 21),
        question=_question(Direction.DECREASES),
        wording=Wording(exact="No study has tested whether massage saves knees.", everyday="Nobody has tested this."),
        searches=(_SEARCH,),
    )


def _question(direction: Direction) -> Question:
    return Question(
        population="adults", intervention="massage", comparator="rest", outcome="knee pain", direction=direction
    )


def _rating() -> Rating:
    step = Step(domain=Domain.IMPRECISION, levels=-1, reason="The trial is small.", studies=("alpha2019massage",))
    return Rating(start=Start.RANDOMISED_TRIALS, steps=(step,))


def _appearance() -> Appearance:
    return Appearance(
        article="000_sample",
        paragraph=2,
        sentence=2,
        digest=digest("Massage eases knee pain within weeks."),
        phrase="eases knee pain",
        mode=Mode.ASSERTED,
    )


def _citations(stance: Stance) -> tuple[Citation, ...]:
    return (
        Citation(study="alpha2019massage", stance=stance, results=("pain-8-weeks",), why="Randomised; less pain."),
        Citation(study="beta2020review", stance=stance, results=("pain-pooled",), why="Pools all trials; less pain."),
    )


def _checks(*fields: str) -> tuple[Check, ...]:
    url = "https://pubmed.ncbi.nlm.nih.gov/30543021/"
    return tuple(Check(url=url, on=TODAY, reading=reading, fields=fields) for reading in (1, 2))


def _trial() -> Study:
    result = Result(
        id="pain-8-weeks",
        outcome="knee pain",
        measure=Measure.MD,
        better=Better.LOWER,
        intervention="massage",
        comparator="rest",
        estimate="-8.16",
        low="-13.50",
        high="-2.81",
        level="95",
        p="0.003",
        n_intervention="110",
        n_comparator="112",
        favours=Favours.INTERVENTION,
        where="Table 2",
        finding="Pain fell more with massage.",
        read=Read.TWICE,
    )
    appraisal = Appraisal(
        design=Design.RANDOMISED_TRIAL,
        participants=222,
        population="Adults with knee pain.",
        registration="NCT01537484",
        access=Access.FULL_TEXT,
        integrity=IntegrityCheck(status=Integrity.CLEAR, on=TODAY, source="Crossref"),
        risk_of_bias=RiskOfBias(tool=RiskOfBiasTool.ROB2, judgement="some concerns", source="this library"),
        arms=(Arm(name="massage", participants=110), Arm(name="rest", participants=112)),
        results=(result,),
        checks=_checks("title", "authors", "year", "doi", "pmid", "pmcid", "results"),
    )
    reference = Reference(
        key="alpha2019massage",
        type="article",
        title="Massage for knee pain: a randomised trial",
        year="2019",
        doi="10.1000/alpha",
        pmid="30543021",
        pmcid="PMC6420526",
    )
    return Study(key="alpha2019massage", reference=reference, appraisal=appraisal)


def _review() -> Study:
    result = Result(
        id="pain-pooled",
        outcome="knee pain",
        measure=Measure.SMD,
        better=Better.LOWER,
        intervention="massage",
        comparator="any control",
        estimate="-0.45",
        low="-0.70",
        high="-0.20",
        level="95",
        favours=Favours.INTERVENTION,
        where="abstract",
        finding="Pain fell more with massage.",
        read=Read.TWICE,
    )
    appraisal = Appraisal(
        design=Design.META_ANALYSIS,
        participants=900,
        studies_included=12,
        population="Adults with knee pain.",
        access=Access.ABSTRACT,
        integrity=IntegrityCheck(status=Integrity.NOT_CHECKED),
        risk_of_bias=RiskOfBias(tool=RiskOfBiasTool.NOT_ASSESSED, reason="Only the abstract could be read."),
        results=(result,),
        checks=_checks("title", "authors", "year", "doi", "results"),
    )
    reference = Reference(
        key="beta2020review",
        type="article",
        title="Massage for knee pain: a systematic review",
        year="2020",
        doi="10.1000/beta",
    )
    return Study(key="beta2020review", reference=reference, appraisal=appraisal)
