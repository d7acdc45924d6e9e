"""What helps to read results and claims: which change matters, and where on the map a claim is shown."""

from dataclasses import dataclass
from datetime import date

from evidence.model.record import Record
from evidence.model.terms import Term

__all__ = ["Heading", "Intervention", "Threshold", "ThresholdKind"]


class ThresholdKind(Term):
    """Whether the smallest change that matters is a number of units, or a share of where one started."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Record):
    """The smallest change on an instrument that people notice as mattering, and the page on which that was read.

    `threshold` is the figure as printed, in the first of `units`, or in percent where `kind` is relative. `written` are
    the names, and `units` the units, under which results give this very instrument on this very scale. `citation` names
    the study, with its `doi` or `pmid`; `url` is the page and `on` the day.
    """

    id: str
    instrument: str
    scale: str
    written: tuple[str, ...]
    outcome: str
    units: tuple[str, ...]
    threshold: str
    kind: ThresholdKind
    population: str
    citation: str
    doi: str = ""
    pmid: str = ""
    url: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Record):
    """A column of the evidence map: a title, and the ids of the concepts whose outcomes stand below it."""

    id: str
    title: str
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention(Record):
    """A row of the evidence map: what is done, taken or present, and the claims that ask what comes of it."""

    id: str
    title: str
    claims: tuple[str, ...]
