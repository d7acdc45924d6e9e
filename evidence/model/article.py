"""The texts in which claims appear, the topics in which they are shown, and the words that mean the same."""

from dataclasses import dataclass
from datetime import date

from evidence.model.record import Record
from evidence.model.terms import NotClaimReason, Slot, TitleFrom

__all__ = ["Article", "Concept", "NotClaim", "Topic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotClaim(Record):
    """A sentence of an article that claims nothing that could be checked: its place, its SHA-256, and why it is none.

    `restates` is the place, paragraph and sentence, of the sentence that this one says again.
    """

    paragraph: int
    sentence: int
    digest: str
    reason: NotClaimReason
    restates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """A consumer text: where it was published and the day it was read. `digest` is the SHA-256 of the text as read.

    `sentences` is the number of sentences in each of its paragraphs: with it, every sentence can be accounted for
    where the text itself is not at hand.
    """

    id: str
    title: str
    title_from: TitleFrom
    publisher: str
    address: str
    read_on: date
    digest: str = ""
    sentences: tuple[int, ...] = ()
    not_claims: tuple[NotClaim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Record):
    """A group of claims: the folder's name, a title, and one line on what belongs there."""

    id: str
    title: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept(Record):
    """Lay and medical words that mean the same, and the part of a question in which they stand.

    `kind_of` is the id of the concept of which this one is a kind (SKOS: broader), as foot massage is of massage.
    """

    id: str
    slot: Slot
    label: str
    terms: tuple[str, ...]
    kind_of: str = ""
