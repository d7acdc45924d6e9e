"""The closed lists of claims: every word that a field may hold, with its meaning in `data/README.md`."""

from enum import StrEnum
from typing import Self

__all__ = [
    "Certainty",
    "Direction",
    "Domain",
    "Kind",
    "Mode",
    "NotClaimReason",
    "Read",
    "Size",
    "Slot",
    "Stance",
    "Start",
    "Term",
    "TitleFrom",
    "Verdict",
]


class Term(StrEnum):
    """A word of a closed list."""

    @property
    def words(self) -> str:
        """The term as it is shown to a reader: `very low` for `very_low`."""
        return self.value.replace("_", " ")


_VERDICT_MEANINGS = {
    "supported": "The studies say what the claim says.",
    "partly_supported": "True for less than the claim says.",
    "contradicted": "The studies show no effect, or the opposite.",
    "conflicting": "Comparable studies point both ways.",
    "insufficient": "There are studies, but too few or too far from the question to tell.",
    "no_evidence_found": "We searched and found no study that tested it.",
    "unverifiable": "A figure or an appeal to research whose source nobody could find.",
    "not_checkable": "A definition, tradition, advice or opinion: studies cannot decide it.",
}
_CERTAINTY_MEANINGS = {
    "high": "The truth very likely lies close to this answer.",
    "moderate": "The truth is probably close to this answer.",
    "low": "The truth may be quite different.",
    "very_low": "We can hardly tell; the truth is likely to be quite different.",
}


class Verdict(Term):
    """Which way the evidence points."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    CONTRADICTED = "contradicted"
    CONFLICTING = "conflicting"
    INSUFFICIENT = "insufficient"
    NO_EVIDENCE_FOUND = "no_evidence_found"
    UNVERIFIABLE = "unverifiable"
    NOT_CHECKABLE = "not_checkable"

    @property
    def is_rated(self) -> bool:
        """Whether a claim with this verdict has a certainty: not where there is no body of evidence to be sure of."""
        return self not in {Verdict.NO_EVIDENCE_FOUND, Verdict.UNVERIFIABLE, Verdict.NOT_CHECKABLE}

    @property
    def meaning(self) -> str:
        """What the verdict says, in one sentence for everybody."""
        return _VERDICT_MEANINGS[self.value]


class Certainty(Term):
    """How sure we are, from `high` to `very low`."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low"

    @property
    def level(self) -> int:
        """4 for high down to 1 for very low."""
        return {"high": 4, "moderate": 3, "low": 2, "very_low": 1}[self.value]

    @classmethod
    def of_level(cls, level: int) -> Self:
        """The certainty of a level; levels beyond the ends count as the ends."""
        bounded = min(4, max(1, level))
        return next(certainty for certainty in cls if certainty.level == bounded)

    @property
    def symbol(self) -> str:
        """Four circles, as many full as the level: the sign that GRADE tables use."""
        return "⊕" * self.level + "◯" * (4 - self.level)

    @property
    def meaning(self) -> str:
        """What the level says, in one sentence for everybody (after GRADE guidelines 3, table 2)."""
        return _CERTAINTY_MEANINGS[self.value]


class Kind(Term):
    """What sort of thing a claim says."""

    EFFECT = "effect"
    MECHANISM = "mechanism"
    CAUSE = "cause"
    PREVALENCE = "prevalence"
    HARM = "harm"
    STATISTIC = "statistic"
    APPEAL = "appeal"
    CHAIN = "chain"
    DEFINITION = "definition"
    TRADITION = "tradition"
    ADVICE = "advice"
    OPINION = "opinion"


class Size(Term):
    """How large an effect is."""

    NONE = "none"
    TRIVIAL = "trivial"
    SMALL = "small"
    MODERATE = "moderate"
    LARGE = "large"
    UNCLEAR = "unclear"


class Direction(Term):
    """What a claim promises of its outcome."""

    INCREASES = "increases"
    DECREASES = "decreases"
    NO_DIFFERENCE = "no_difference"
    EXISTS = "exists"


class Mode(Term):
    """How an article puts a claim."""

    ASSERTED = "asserted"
    HEDGED = "hedged"


class Stance(Term):
    """Which way a study points on a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    MIXED = "mixed"
    INCONCLUSIVE = "inconclusive"


class NotClaimReason(Term):
    """Why a sentence of an article is no claim."""

    HEADING = "heading"
    QUESTION = "question"
    INSTRUCTION = "instruction"
    GREETING = "greeting"
    DEFINITION = "definition"
    RESTATEMENT = "restatement"
    FILLER = "filler"


class Read(Term):
    """How often a record's figures were read from the page, by readers who did not see each other's."""

    ONCE = "once"
    TWICE = "twice"


class Start(Term):
    """The body of evidence from which a rating starts."""

    RANDOMISED_TRIALS = "randomised_trials"
    OBSERVATIONAL_STUDIES = "observational_studies"
    RISK_COHORTS = "risk_cohorts"
    POPULATION_SURVEYS = "population_surveys"

    @property
    def certainty(self) -> Certainty:
        """The level at which a body of this kind starts (GRADE guidelines 3, J Clin Epidemiol 2011;64:401-6)."""
        return Certainty.LOW if self is Start.OBSERVATIONAL_STUDIES else Certainty.HIGH


class Domain(Term):
    """A reason to rate a body of evidence down or up."""

    RISK_OF_BIAS = "risk_of_bias"
    INCONSISTENCY = "inconsistency"
    INDIRECTNESS = "indirectness"
    IMPRECISION = "imprecision"
    PUBLICATION_BIAS = "publication_bias"
    LARGE_EFFECT = "large_effect"
    DOSE_RESPONSE = "dose_response"
    OPPOSING_CONFOUNDING = "opposing_confounding"

    @property
    def raises(self) -> bool:
        """Whether this domain rates up instead of down."""
        return self in {Domain.LARGE_EFFECT, Domain.DOSE_RESPONSE, Domain.OPPOSING_CONFOUNDING}


class TitleFrom(Term):
    """Where an article's title was read."""

    TEXT = "text"
    ADDRESS = "address"


class Slot(Term):
    """A part of a claim's question that the vocabulary has words for."""

    INTERVENTION = "intervention"
    SITE = "site"
    POPULATION = "population"
    OUTCOME = "outcome"
    DIRECTION = "direction"
