"""Where each claim stands on the evidence map: the row by what it is about, the column by the outcome it asks about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidence.library import Library
from evidence.model import Claim, Concept, Slot
from evidence.vocabulary import terms
from evidence.words import stems

__all__ = ["OTHER", "OTHER_ROW", "Cells", "Grid", "grid_of", "outcome_of", "row_of", "topic_of"]

OTHER = "Other outcomes"
"""The last column: outcomes that stand below no heading."""

OTHER_ROW = "Other interventions"
"""The last row: claims that stand in no row of `interventions.toml`."""

_MOST_ACROSS = 3

Cells = Mapping[tuple[str, str], tuple[Claim, ...]]
"""The claims by the titles of row and column; an empty cell is there too."""


@dataclass(frozen=True, slots=True)
class Grid:
    """All cells, the titles of rows and columns in their order, and whether the rows are interventions, else topics."""

    rows: tuple[str, ...]
    outcomes: tuple[str, ...]
    cells: Cells
    by_intervention: bool

    @property
    def rows_are(self) -> str:
        """What a row is, in words."""
        return "intervention or exposure" if self.by_intervention else "topic"

    def across(self, outcome: str) -> int:
        """How many claims stand beside each other in a column: two at least, so that its title has room."""
        most = max(len(self.cells[row, outcome]) for row in self.rows)
        return min(_MOST_ACROSS, max(2, most))

    def down(self, row: str) -> int:
        """How many claims stand below each other in a row."""
        return max(-(-len(self.cells[row, outcome]) // self.across(outcome)) for outcome in self.outcomes)

    @property
    def empty(self) -> tuple[tuple[str, str], ...]:
        """Row and column of every cell without a claim."""
        return tuple(place for place, claims in self.cells.items() if not claims)


def grid_of(claims: Sequence[Claim], library: Library) -> Grid:
    """The claims in their cells, in the order given; rows and columns without a claim are left out."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        found.setdefault((row_of(claim, library), outcome_of(claim, library)), []).append(claim)
    titles = [one.title for one in library.interventions or library.topics.values()]
    rows = _in_order(titles, {row for row, _ in found}, OTHER_ROW)
    outcomes = _in_order([heading.title for heading in library.headings], {outcome for _, outcome in found}, OTHER)
    cells = {(row, outcome): tuple(found.get((row, outcome), ())) for row in rows for outcome in outcomes}
    return Grid(rows, outcomes, cells, bool(library.interventions))


def _in_order(known: Iterable[str], used: set[str], last: str) -> tuple[str, ...]:
    """What is used, in the order in which it is known; what is not known after that, by its name, and `last` last."""
    ordered = dict.fromkeys([*known, *sorted(used - {last}), last])
    return tuple(title for title in ordered if title in used)


def row_of(claim: Claim, library: Library) -> str:
    """The title of the row in which a claim stands: its intervention's, or its topic's where a library has none."""
    if not library.interventions:
        return topic_of(claim, library)
    return next((one.title for one in library.interventions if claim.id in one.claims), OTHER_ROW)


def topic_of(claim: Claim, library: Library) -> str:
    """The title of the topic of a claim."""
    topic = library.topics.get(claim.topic)
    return topic.title if topic else claim.topic


def outcome_of(claim: Claim, library: Library) -> str:
    """The title of the column in which a claim stands, by the outcome that its question names first."""
    titles = _titles(library)
    named = (titles.get(concept.id) for concept in _concepts(claim.question.outcome, library.concepts))
    return next(filter(None, named), OTHER)


def _titles(library: Library) -> dict[str, str]:
    """The column of each concept: its heading, or its own label where a library has no headings."""
    if library.headings:
        return {concept: heading.title for heading in library.headings for concept in heading.concepts}
    return {concept.id: concept.label for concept in library.concepts if concept.slot is Slot.OUTCOME}


def _concepts(text: str, vocabulary: tuple[Concept, ...]) -> Iterable[Concept]:
    """The concepts that a text names, from its beginning on; of terms that begin together the longest first."""
    known, run = terms(vocabulary), stems(text)
    for start in range(len(run)):
        for end in range(len(run), start, -1):
            yield from known.get(run[start:end], ())
