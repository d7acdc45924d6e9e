"""The texts in which claims appear, the topics in which they are shown, and the words that mean the same."""

from dataclasses import dataclass
from datetime import date

from evidence.model.record import Record
from evidence.model.terms import Slot, TitleFrom

__all__ = ["Article", "Concept", "Topic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """A consumer text: where it was published and the day it was read. `digest` is the SHA-256 of the text as read."""

    id: str
    title: str
    title_from: TitleFrom
    publisher: str
    address: str
    read_on: date
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Record):
    """A group of claims: the folder's name, a title, and one line on what belongs there."""

    id: str
    title: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept(Record):
    """Lay and medical words that mean the same, and the part of a question in which they stand."""

    id: str
    slot: Slot
    label: str
    terms: tuple[str, ...]
