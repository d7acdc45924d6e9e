"""Where each claim stands on the evidence map: the row by its topic, the column by the outcome that it asks about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidence.library import Library
from evidence.model import Claim, Concept, Slot
from evidence.vocabulary import terms
from evidence.words import stems

__all__ = ["OTHER", "Cells", "Grid", "grid_of", "outcome_of", "topic_of"]

OTHER = "Other outcomes"
"""The last column: outcomes that stand below no heading."""

_MOST_ACROSS = 3

Cells = Mapping[tuple[str, str], tuple[Claim, ...]]
"""The claims by the titles of row and column; an empty cell is there too."""


@dataclass(frozen=True, slots=True)
class Grid:
    """All cells, and the titles of rows and columns in their order."""

    topics: tuple[str, ...]
    outcomes: tuple[str, ...]
    cells: Cells

    def across(self, outcome: str) -> int:
        """How many claims stand beside each other in a column: two at least, so that its title has room."""
        most = max(len(self.cells[topic, outcome]) for topic in self.topics)
        return min(_MOST_ACROSS, max(2, most))

    def down(self, topic: str) -> int:
        """How many claims stand below each other in a row."""
        return max(-(-len(self.cells[topic, outcome]) // self.across(outcome)) for outcome in self.outcomes)

    @property
    def empty(self) -> tuple[tuple[str, str], ...]:
        """Row and column of every cell without a claim."""
        return tuple(place for place, claims in self.cells.items() if not claims)


def grid_of(claims: Sequence[Claim], library: Library) -> Grid:
    """The claims in their cells, in the order given; rows and columns without a claim are left out."""
    places = {claim.id: (topic_of(claim, library), outcome_of(claim, library)) for claim in claims}
    used_topics, used_outcomes = ({place[axis] for place in places.values()} for axis in (0, 1))
    titles = [topic.title for topic in library.topics.values()]
    headings = [heading.title for heading in library.headings]
    topics = _in_order(titles, used_topics)
    outcomes = _in_order(headings, used_outcomes - {OTHER}) + (OTHER,) * (OTHER in used_outcomes)
    cells = {
        (topic, outcome): tuple(claim for claim in claims if places[claim.id] == (topic, outcome))
        for topic in topics
        for outcome in outcomes
    }
    return Grid(topics, outcomes, cells)


def _in_order(known: Iterable[str], used: set[str]) -> tuple[str, ...]:
    """What is used, in the order in which it is known; what is not known after that, by its name."""
    return tuple(title for title in dict.fromkeys([*known, *sorted(used)]) if title in used)


def topic_of(claim: Claim, library: Library) -> str:
    """The title of the row in which a claim stands."""
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
