"""The closed lists of studies: every word that a field may hold, with its meaning in `data/README.md`."""

from evidence.model.terms import Term

__all__ = ["Access", "Adjusted", "Better", "Design", "Favours", "Integrity", "Measure", "RiskOfBiasTool"]


# Designs whose name in the data does not read well.
_DESIGN_WORDS = {
    "meta_analysis": "meta-analysis",
    "non_randomised_trial": "non-randomised trial",
    "before_after": "before-and-after study",
    "cohort": "cohort study",
    "case_control": "case-control study",
    "cross_sectional": "cross-sectional study",
    "laboratory": "laboratory study",
    "animal": "animal study",
    "qualitative": "qualitative study",
}


class Design(Term):
    """How a study was made, from the most to the least filtered."""

    GUIDELINE = "guideline"
    OVERVIEW = "overview"
    META_ANALYSIS = "meta_analysis"
    SYSTEMATIC_REVIEW = "systematic_review"
    RANDOMISED_TRIAL = "randomised_trial"
    CROSSOVER_TRIAL = "crossover_trial"
    NON_RANDOMISED_TRIAL = "non_randomised_trial"
    BEFORE_AFTER = "before_after"
    COHORT = "cohort"
    CASE_CONTROL = "case_control"
    CROSS_SECTIONAL = "cross_sectional"
    CASE_SERIES = "case_series"
    LABORATORY = "laboratory"
    ANIMAL = "animal"
    NARRATIVE_REVIEW = "narrative_review"
    QUALITATIVE = "qualitative"

    @property
    def words(self) -> str:
        """The design as it is shown to a reader: `before-and-after study`."""
        return _DESIGN_WORDS.get(self.value) or super().words

    @property
    def is_synthesis(self) -> bool:
        """Whether this design looks systematically at other studies and assesses them."""
        return self in {Design.GUIDELINE, Design.OVERVIEW, Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW}


class Access(Term):
    """How much of a study could be read."""

    FULL_TEXT = "full_text"
    ABSTRACT = "abstract"
    REGISTRY_ENTRY = "registry_entry"


class Integrity(Term):
    """What the registries say of a publication's standing."""

    NOT_CHECKED = "not_checked"
    CLEAR = "clear"
    CORRECTED = "corrected"
    CONCERN = "concern"
    RETRACTED = "retracted"


class RiskOfBiasTool(Term):
    """The instrument with which a study's risk of bias was judged."""

    ROB2 = "rob2"
    ROBINS_I = "robins_i"
    AMSTAR2 = "amstar2"
    PEDRO = "pedro"
    OTHER = "other"
    NOT_ASSESSED = "not_assessed"


class Measure(Term):
    """What kind of figure a result is."""

    MD = "MD"
    SMD = "SMD"
    RR = "RR"
    OR = "OR"
    HR = "HR"
    IRR = "IRR"
    RD = "RD"
    R = "r"
    PERCENT = "percent"
    MEAN = "mean"
    CHANGE = "change"
    PERCENT_CHANGE = "percent_change"
    COEFFICIENT = "coefficient"
    OTHER = "other"

    @property
    def words(self) -> str:
        """What stands before the figure: nothing where the unit says it all."""
        return {"percent": "", "other": "", "percent_change": "change"}.get(self.value, self.value)

    @property
    def is_ratio(self) -> bool:
        """Whether the value of no effect is 1 and the scale logarithmic."""
        return self in {Measure.RR, Measure.OR, Measure.HR, Measure.IRR}

    @property
    def no_effect(self) -> float | None:
        """The value that means no effect; None where the measure has none."""
        if self.is_ratio:
            return 1.0
        return None if self in {Measure.PERCENT, Measure.MEAN, Measure.OTHER} else 0.0


class Better(Term):
    """Which way of an outcome is good for the person."""

    LOWER = "lower"
    HIGHER = "higher"
    NEITHER = "neither"


class Adjusted(Term):
    """Whether a figure was adjusted for other variables."""

    ADJUSTED = "adjusted"
    CRUDE = "crude"
    NOT_STATED = "not_stated"


class Favours(Term):
    """Which side a result speaks for."""

    INTERVENTION = "intervention"
    COMPARATOR = "comparator"
    NEITHER = "neither"
    NOT_APPLICABLE = "not_applicable"
