"""What the kind of evidence behind a claim forbids, beyond how sure it is.

Two of these rules bear the names of pitfalls of wording (see `pitfalls`), for the same fault is found here from the
studies and there from the words; advice without evidence is found only here.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from evidence.drafts.findings import citable
from evidence.drafts.report import Finding, Level
from evidence.drafts.wording import Heard, Strength
from evidence.library import Library
from evidence.model import Claim, Design, Kind, Start, Verdict

__all__ = ["is_advice", "judge_support"]

_ADVICE = re.compile(
    r"\b(?:(?:you|people|patients|everyone|everybody|athletes|runners|(?:wo)?men|adults|anyone|sufferers) (?:\w+ )?"
    r"(?:should|must|need to|ought to|have to)\b"
    r"|(?:we|I|experts|doctors|therapists) (?:\w+ )?recommend\b|(?:is|(?<=['’])s) (?:\w+ )?recommended\b"
    r"|(?:make|be) sure to\b|it(?: is|['’]s) (?:\w+ )?(?:essential|important|vital|crucial) to\b"
    r"|(?:(?<=^)|(?<=[,:] ))(?:please |simply |just )?(?:"
    r"(?:try|start|add|incorporate|include|use|apply|get|avoid|stop|wear|forget)\b(?! (?:is|are|was|of|on)\b)"
    # Verbs that are nouns too, before what only a verb can have behind it.
    r"|(?:massage|rub|press|take|book|do|train|strengthen|breathe|swap|skip) "
    r"(?:your|the|a|an|both|each|every|it|them|this|these|some|gently|firmly|deeply|regularly|daily|in|into|out)\b))",
    re.IGNORECASE,
)
_NOT_ENOUGH = frozenset(
    {
        Verdict.CONTRADICTED,
        Verdict.CONFLICTING,
        Verdict.INSUFFICIENT,
        Verdict.NO_EVIDENCE_FOUND,
        Verdict.UNVERIFIABLE,
    }
)
_WITHOUT_TRIALS = frozenset({Start.OBSERVATIONAL_STUDIES, Start.RISK_COHORTS, Start.POPULATION_SURVEYS})
_CAUSES = re.compile(
    r"\b(?:caus(?:e[sd]?|ing)|lead(?:s|ing)? to|led to|results? in|bring(?:s|ing)? (?:about|on)|because|due to|"
    r"reasons?|roots?|source|to blame|trigger(?:s|ed|ing)?|makes?|gives?|from|ends? (?:up )?(?:as|in))\b",
    re.I,
)
_ANIMALS = re.compile(
    r"\b(?:mice|mouse|rats?|rodents?|rabbits?|animals?|cells?|dish|test tubes?|in vitro|lab(?:orator(?:y|ies))?)\b",
    re.I,
)


def is_advice(text: str) -> bool:
    """Whether a sentence tells the reader to do or to leave something."""
    return _ADVICE.search(text) is not None


def judge_support(text: str, claim: Claim, sounds: Heard, library: Library) -> Iterator[Finding]:
    """What is wrong with asserting `claim` in these words, whatever the certainty."""
    if claim.verdict in _NOT_ENOUGH and is_advice(text):
        yield _warning(
            "advice-without-evidence",
            "Advises the reader, though no evidence stands behind the advice.",
            claim,
            library,
        )
    if sounds.strength >= Strength.PLAIN and _has_no_trials(claim) and _CAUSES.search(text):
        yield _warning(
            "cause-from-correlation",
            "Says that one thing brings about the other, but the studies only watched who has both.",
            claim,
            library,
        )
    if _is_not_in_people(claim.id, library) and not _ANIMALS.search(text):
        yield _warning(
            "animals-to-people",
            "Speaks of people, but the studies were made in animals.",
            claim,
            library,
        )


def _warning(rule: str, message: str, claim: Claim, library: Library) -> Finding:
    return _made(rule, message, claim.id, library)


@lru_cache(maxsize=1024)
def _made(rule: str, message: str, id: str, library: Library) -> Finding:
    return Finding(rule, Level.WARNING, message, cite=citable(library.claim(id), library), claim=id)


def _has_no_trials(claim: Claim) -> bool:
    return claim.kind is Kind.CAUSE and claim.rating is not None and claim.rating.start in _WITHOUT_TRIALS


@lru_cache(maxsize=1024)
def _is_not_in_people(id: str, library: Library) -> bool:
    designs = {study.appraisal.design for study in library.studies_of(library.claim(id))}
    return designs == {Design.ANIMAL}
