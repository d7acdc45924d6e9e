"""The closed lists of claims: every word that a field may hold, with its meaning in `data/README.md`."""

from enum import StrEnum
from typing import Self

__all__ = [
    "Certainty",
    "Direction",
    "Domain",
    "Kind",
    "Mode",
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
