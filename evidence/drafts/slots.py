"""Which concepts of the vocabulary a text holds, and in which slot: the longest term wins."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from evidence.model import Concept, Slot
from evidence.vocabulary import terms
from evidence.words import Stems

__all__ = ["Held", "Lexicon", "Said", "held"]

# How many runs of stems are remembered with their terms: one sentence is asked about several times.
_MEMO = 1000


class Said(NamedTuple):
    """A term that a text holds, as positions in its stems, and the concepts it stands for, one bit each.

    `broader` are concepts that the term's own words hold besides: “foot massage” is massage, and is about the foot.
    """

    first: int
    last: int
    concepts: int
    broader: int


class Held(NamedTuple):
    """The concepts of a text: those that it names, and those that follow from the words of what it names."""

    named: int
    broader: int

    @property
    def all(self) -> int:
        """Both, as one set of bits."""
        return self.named | self.broader


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The vocabulary made ready for reading texts; sets of concepts are integers with one bit for each concept."""

    concepts: tuple[Concept, ...]
    slots: dict[Slot, int]
    _terms: dict[Stems, tuple[tuple[Stems, int, int], ...]]  # by their first two stems, or their only one
    _memo: dict[Stems, tuple[Said, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, concepts: Sequence[Concept]) -> "Lexicon":
        """A lexicon of these concepts."""
        bit = {concept.id: 1 << place for place, concept in enumerate(concepts)}
        slots = {slot: sum(bit[one.id] for one in concepts if one.slot is slot) for slot in Slot}
        meanings = {run: sum(bit[one.id] for one in found) for run, found in terms(tuple(concepts)).items() if run}
        by_start: dict[Stems, list[tuple[Stems, int, int]]] = defaultdict(list)
        for run, meaning in meanings.items():
            by_start[run[:2]].append((run, meaning, _broader(run, meaning, meanings, slots)))
        ordered = {start: tuple(sorted(found, key=lambda one: -len(one[0]))) for start, found in by_start.items()}
        return cls(tuple(concepts), slots, ordered)

    @property
    def stems(self) -> Iterator[str]:
        """The stems of all terms, some of them more than once."""
        return (stem for found in self._terms.values() for run, _, _ in found for stem in run)

    def said(self, run: Stems) -> tuple[Said, ...]:
        """The terms in a run of stems, from left to right, each stem in one term at most."""
        found = self._memo.get(run)
        if found is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            found = self._memo[run] = tuple(self._said(run))
        return found

    def _said(self, run: Stems) -> Iterator[Said]:
        place, terms = 0, self._terms
        while place < len(run):
            several, single = terms.get(run[place : place + 2], ()), terms.get(run[place : place + 1], ())
            for term, meaning, broader in (*several, *single):
                length = len(term)
                if length <= 2 or run[place : place + length] == term:
                    yield Said(place, place + length - 1, meaning, broader)
                    place += length - 1
                    break
            place += 1

    def tokens(self, concepts: int) -> list[str]:
        """What stands in an index for each concept of a set of bits."""
        return [f"#{concept.id}" for concept in self.named(concepts)]

    def named(self, concepts: int) -> Iterator[Concept]:
        """The concepts of a set of bits, in the order of the vocabulary."""
        while concepts:
            lowest = concepts & -concepts
            yield self.concepts[lowest.bit_length() - 1]
            concepts ^= lowest


def held(said: Iterable[Said]) -> Held:
    """All concepts of these terms."""
    named = broader = 0
    for one in said:
        named |= one.concepts
        broader |= one.broader
    return Held(named, broader & ~named)


def _broader(run: Stems, meaning: int, meanings: dict[Stems, int], slots: dict[Slot, int]) -> int:
    """What the words of a term mean by themselves: concepts of its own slot, and the body site it names."""
    own = sum(bits for bits in slots.values() if bits & meaning) | slots[Slot.SITE]
    inner = (run[start:end] for start in range(len(run)) for end in range(start + 1, len(run) + 1))
    found = 0
    for part in inner:
        if part != run:
            found |= meanings.get(part, 0) & own
    return found & ~meaning
