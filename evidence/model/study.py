"""A study: the reference that is cited, and the appraisal of what it found."""

from dataclasses import dataclass
from datetime import date

from evidence.model.claim import Withdrawal
from evidence.model.record import Record
from evidence.model.study_terms import Access, Adjusted, Better, Design, Favours, Integrity, Measure, RiskOfBiasTool
from evidence.model.terms import Read

__all__ = ["Appraisal", "Arm", "Check", "IntegrityCheck", "Name", "Reference", "Result", "RiskOfBias", "Study"]


# A given name in capitals as long as this is a run of initials, as PubMed prints them.
_LONGEST_INITIALS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """An author: a person, or a body (`literal`) that has no parts.

    `particle` is a lower-case part before the family name (`van der`), `suffix` what follows it (`Jr`).
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def initials(self) -> str:
        """The first letters of the given names, as in `van der Windt DA`; `KL` is taken for two initials."""
        parts = self.given.replace("-", " ").replace(".", " ").split()
        return "".join(part if part.isupper() and len(part) <= _LONGEST_INITIALS else part[0] for part in parts)

    def __str__(self) -> str:
        if self.literal:
            return self.literal
        return " ".join(part for part in (self.particle, self.family, self.initials, self.suffix) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The bibliography of a study, as `studies.bib` holds it: text without LaTeX, empty where nothing was read."""

    key: str
    type: str
    title: str
    authors: tuple[Name, ...] = ()
    et_al: bool = False
    journal: str = ""
    booktitle: str = ""
    publisher: str = ""
    institution: str = ""
    school: str = ""
    edition: str = ""
    year: str = ""
    month: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    url: str = ""
    language: str = ""

    @property
    def venue(self) -> str:
        """Where it was published: the journal, or the book, or who put it out."""
        return self.journal or self.booktitle or self.institution or self.school or self.publisher

    @property
    def label(self) -> str:
        """Author and year, as in running text: `Perlman et al. 2019`."""
        match self.authors:
            case ():
                who = f"“{self.title}”"
            case (one,):
                who = _surname(one) + (" et al." if self.et_al else "")
            case (one, other) if not self.et_al:
                who = f"{_surname(one)} and {_surname(other)}"
            case _:
                who = f"{_surname(self.authors[0])} et al."
        return f"{who} {self.year}".strip()

    @property
    def links(self) -> dict[str, str]:
        """Addresses at which it can be found, by the name of the place, the most lasting first."""
        places = {
            "DOI": self.doi and f"https://doi.org/{self.doi}",
            "PubMed": self.pmid and f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/",
            "PMC": self.pmcid and f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmcid}/",
            "Page": self.url,
        }
        return {place: address for place, address in places.items() if address}


def _surname(name: Name) -> str:
    return name.literal or " ".join(part for part in (name.particle, name.family) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm(Record):
    """A group of people in a study, how many, and what happened to them."""

    name: str
    participants: int | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Record):
    """One figure of a study. `estimate`, `low`, `high`, `level`, `p` and the n are text exactly as printed."""

    id: str
    outcome: str
    instrument: str = ""
    time: str = ""
    measure: Measure
    unit: str = ""
    better: Better
    intervention: str = ""
    comparator: str = ""
    estimate: str = ""
    low: str = ""
    high: str = ""
    level: str = ""
    p: str = ""
    n_intervention: str = ""
    n_comparator: str = ""
    adjusted: Adjusted = Adjusted.NOT_STATED
    favours: Favours
    where: str
    finding: str
    narrative: str = ""
    read: Read

    @property
    def figure(self) -> str:
        """The figure in one line as printed: `MD -8.16 points (95% CI -13.50 to -2.81)`; empty when there is none."""
        interval = f"{self.level}% CI {self.low} to {self.high}" if self.low and self.high else ""
        spread = "; ".join(part for part in (interval, _p(self.p)) if part)
        if not self.estimate:
            return spread
        unit = self.unit or ("%" if self.measure in {Measure.PERCENT, Measure.PERCENT_CHANGE} else "")
        head = " ".join(part for part in (self.measure.words, self.estimate, unit) if part)
        return f"{head} ({spread})" if spread else head


def _p(printed: str) -> str:
    """`p = 0.04`, `p < 0.001`; empty when nothing was printed."""
    if printed[:1] in {"<", ">", "≤", "≥", "="}:
        return f"p {printed[0]} {printed[1:].strip()}"
    return f"p = {printed}" if printed else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskOfBias(Record):
    """A judgement of a study's risk of bias: the tool, what it says, where the judgement stands, and why."""

    tool: RiskOfBiasTool
    judgement: str = ""
    source: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntegrityCheck(Record):
    """Whether the publication still stands: `on` which day which `source` was asked."""

    status: Integrity
    on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Record):
    """A page that was read, on which day, in which reading (1 or 2), and which fields were found there."""

    url: str
    on: date
    reading: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal(Record):
    """What a curator found out about a study; every field is explained in `data/README.md`."""

    design: Design
    participants: int | None = None
    studies_included: int | None = None
    population: str
    funding: str = ""
    conflicts: str = ""
    registration: str = ""
    access: Access
    companions: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    withdrawn: Withdrawal | None = None
    aliases: tuple[str, ...] = ()
    integrity: IntegrityCheck
    risk_of_bias: RiskOfBias
    arms: tuple[Arm, ...] = ()
    results: tuple[Result, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def counted(self) -> str:
        """How many took part: `222 people`, `6 animals`, or `n 14` in a laboratory, where it may be knees.

        Empty when it was not read.
        """
        if self.participants is None:
            return ""
        if self.design is Design.LABORATORY:
            return f"n {self.participants:,}"
        return f"{self.participants:,} {'animals' if self.design is Design.ANIMAL else 'people'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A publication that can be cited: its reference and its appraisal, under one citation key."""

    key: str
    reference: Reference
    appraisal: Appraisal

    def result(self, id: str) -> Result | None:
        """The result of that id, if the study has one."""
        return next((result for result in self.appraisal.results if result.id == id), None)
