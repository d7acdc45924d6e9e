"""A report as JSON shows it: a contract that other programs read.

Fields may be added; none is ever renamed or taken out.
"""

from typing_extensions import TypedDict

__all__ = ["ChangeEntry", "CoverageEntry", "FindingEntry", "LibraryEntry", "MatchEntry", "ReportEntry", "SentenceEntry"]


class LibraryEntry(TypedDict):
    """Which library was asked: the digest of what it says, and its latest review (empty when it has no claims)."""

    version: str
    on: str


class CoverageEntry(TypedDict):
    """How many sentences there were, matched a claim, are not in this library, were skipped, and were ignored."""

    sentences: int
    matched: int
    not_in_library: int
    skipped: int
    ignored: int


class MatchEntry(TypedDict):
    """A claim that a part of a sentence makes; `text` is that part."""

    claim: str
    probability: float
    polarity: str
    why: list[str]
    text: str


class FindingEntry(TypedDict):
    """One thing that a writer is told; `claim` is empty where it is about the sentence whatever it claims."""

    rule: str
    level: str
    message: str
    rewrites: list[str]
    cite: list[str]
    claim: str


class SentenceEntry(TypedDict):
    """A sentence, where it stands (1-based; the end is exclusive), and what was found."""

    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    level: str
    matches: list[MatchEntry]
    findings: list[FindingEntry]
    nearest: list[str]
    skipped: str
    ignored: str


class ReportEntry(TypedDict):
    """The findings on one draft."""

    name: str
    approximate: bool
    library: LibraryEntry
    coverage: CoverageEntry
    sentences: list[SentenceEntry]


class ChangeEntry(TypedDict):
    """What became of a claim from one draft to the next, and the sentences that make it."""

    claim: str
    drift: str
    before: SentenceEntry | None
    after: SentenceEntry | None
