"""A claim, where it was said, what bears on it, and how sure we are."""

from dataclasses import dataclass
from datetime import date

from evidence.model.record import Record
from evidence.model.terms import Certainty, Direction, Domain, Kind, Mode, Read, Size, Stance, Start, Verdict

__all__ = [
    "Appearance",
    "Change",
    "Citation",
    "Claim",
    "Directness",
    "Question",
    "Rating",
    "Search",
    "Step",
    "Withdrawal",
    "Wording",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """What a claim asks: PICO, and what it promises of the outcome."""

    population: str
    intervention: str
    comparator: str
    outcome: str
    direction: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Record):
    """Sentences that may be printed: for a careful reader, and for everybody."""

    exact: str
    everyday: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Record):
    """A step down (negative `levels`) or up in a rating, its reason and the citation keys of the studies it names."""

    domain: Domain
    levels: int
    reason: str
    studies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Record):
    """Where a body of evidence starts, and the steps from there."""

    start: Start
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance(Record):
    """Where an article makes a claim: 1-based `paragraph` (line that is not blank) and `sentence` in it.

    `digest` is the sentence's SHA-256 (see `evidence.sentences.digest`); `phrase` at most ten words quoted from it.
    """

    article: str
    paragraph: int
    sentence: int
    digest: str
    phrase: str
    mode: Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class Directness(Record):
    """How a study's question differs from the claim's; a part that agrees is empty."""

    population: str = ""
    intervention: str = ""
    comparator: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Record):
    """A study that bears on a claim: its key, which way it points, on which of its results this rests, and why."""

    study: str
    stance: Stance
    results: tuple[str, ...] = ()
    why: str
    directness: Directness = Directness()


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Record):
    """One search for evidence: where, the query's words, the day, pages read, studies kept, nearest misses."""

    where: str
    query: str
    on: date
    read: int
    kept: int
    left_out: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Record):
    """What changed in a released record, when and why."""

    on: date
    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Record):
    """That a record no longer stands: the day and the reason."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """One checkable proposition with its verdict, its certainty and all that they rest on.

    `id` and `topic` are the file's name and folder. Every field is explained in `data/README.md`.
    """

    id: str
    topic: str
    statement: str
    kind: Kind
    verdict: Verdict
    certainty: Certainty | None = None
    size: Size | None = None
    answer: str
    summary: str
    does_not_say: str = ""
    harms: str = ""
    phrasings: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    read: Read
    reviewed: date
    review_by: date
    withdrawn: Withdrawal | None = None
    question: Question
    wording: Wording
    rating: Rating | None = None
    appearances: tuple[Appearance, ...] = ()
    citations: tuple[Citation, ...] = ()
    searches: tuple[Search, ...] = ()
    changes: tuple[Change, ...] = ()
