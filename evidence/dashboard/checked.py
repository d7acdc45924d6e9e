"""A draft that a visitor had checked: its findings numbered, cut into parts fit for a page, and the files to take away.

Nothing here knows Streamlit, and nothing is written anywhere: it lives as long as the visitor's session.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple

from evidence import __version__
from evidence.drafts.check import check
from evidence.drafts.draft import Draft
from evidence.drafts.report import CheckedSentence, Finding, Report
from evidence.export import cite
from evidence.export.annotated import annotated
from evidence.export.html import html
from evidence.export.leading import needed
from evidence.export.report import markdown
from evidence.export.sarif import sarif
from evidence.library import Library

__all__ = ["Checked", "File", "Mark", "Part"]

# What a page shows at once: enough for an article of some 1,500 words, little enough for any browser.
_MOST_MARKS = 60
_MOST_SENTENCES = 300


class File(NamedTuple):
    """Something to take away; of a long draft it takes a while to make, so it is made when it is asked for."""

    label: str
    name: str
    mime: str
    make: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding with its number, counted from 1 through the whole draft, and the sentence in which it stands."""

    number: int
    sentence: CheckedSentence
    finding: Finding

    @property
    def words(self) -> str:
        """The words that it is about: those that make the claim, else the whole sentence."""
        match = self.sentence.match_of(self.finding)
        return self.sentence.part(match) if match else self.sentence.text

    @property
    def why(self) -> tuple[str, ...]:
        """Why the claim was found in these words."""
        match = self.sentence.match_of(self.finding)
        return match.why if match else ()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the draft that a page shows at once."""

    sentences: tuple[CheckedSentence, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Checked:
    """A draft, and what the library has to say of it."""

    draft: Draft
    report: Report
    library: Library

    @classmethod
    def of(cls, draft: Draft, library: Library) -> "Checked":
        """Check the draft."""
        return cls(draft, check(draft, library), library)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Every finding that the writer did not ask to ignore, in the order of the text."""
        told = ((one, finding) for one in self.report.sentences if not one.ignored for finding in one.findings)
        return tuple(Mark(number, sentence, finding) for number, (sentence, finding) in enumerate(told, 1))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The draft in stretches that a page can show; a short one is one part."""
        found = {id(sentence): [] for sentence in self.report.sentences}  # type: dict[int, list[Mark]]
        for mark in self.marks:
            found[id(mark.sentence)].append(mark)
        return tuple(
            Part(tuple(stretch), tuple(mark for one in stretch for mark in found[id(one)]))
            for stretch in _stretches(self.report.sentences)
        )

    @cached_property
    def citable(self) -> tuple[str, ...]:
        """The keys of the studies that the draft with citations names."""
        return needed(self.report, self.library)

    @cached_property
    def files(self) -> tuple[File, ...]:
        """What can be taken away: the annotated draft and its references first, then the report in each form."""
        name, report, library = self._stem, self.report, self.library
        return (
            File(
                "Draft with citations",
                f"{name}.cited.md",
                "text/markdown",
                lambda: annotated(self.draft, report, library),
            ),
            File(
                f"{len(self.citable)} references (BibTeX)",
                f"{name}.bib",
                "application/x-bibtex",
                lambda: cite(library, self.citable),
            ),
            File("Report (HTML)", f"{name}.report.html", "text/html", lambda: html(report, library)),
            File("Report (Markdown)", f"{name}.report.md", "text/markdown", lambda: markdown(report, library)),
            File("Report (JSON)", f"{name}.report.json", "application/json", lambda: _json(report.to_dict())),
            File(
                "Report (SARIF)",
                f"{name}.sarif",
                "application/sarif+json",
                lambda: _json(sarif([report], __version__)),
            ),
        )

    @property
    def _stem(self) -> str:
        return re.sub(r"[^\w.-]+", "-", PurePath(self.draft.name).stem).strip("-.") or "draft"


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _stretches(sentences: tuple[CheckedSentence, ...]) -> Iterator[list[CheckedSentence]]:
    stretch: list[CheckedSentence] = []
    marks = 0
    for sentence in sentences:
        marks += len(sentence.findings)
        if stretch and (marks > _MOST_MARKS or len(stretch) == _MOST_SENTENCES):
            yield stretch
            stretch, marks = [], len(sentence.findings)
        stretch.append(sentence)
    if stretch:
        yield stretch
