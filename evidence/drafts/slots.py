"""Which concepts of the vocabulary a text holds, and in which slot: the longest term wins."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from evidence.model import Concept, Slot
from evidence.vocabulary import terms
from evidence.words import Stems

__all__ = ["Held", "Lexicon", "Said", "held"]

# How many runs of stems are remembered with their terms, and how many sets of concepts with their tokens: one sentence
# is asked about several times.
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


class _Terms(NamedTuple):
    """The terms that begin with one stem, each with its meaning and what is broader.

    Those of more words stand by the second of them, the longest first.
    """

    longer: dict[str, list[tuple[Stems, int, int]]]
    single: tuple[int, int] | None


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The vocabulary made ready for reading texts; sets of concepts are integers with one bit for each concept."""

    concepts: tuple[Concept, ...]
    bits: dict[str, int]  # by the concept's id
    slots: dict[Slot, int]
    stems: frozenset[str]  # of all terms
    _terms: dict[str, "_Terms"]  # by their first stem
    _memo: dict[Stems, tuple[Said, ...]] = field(default_factory=dict)
    _tokens: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, concepts: Sequence[Concept]) -> "Lexicon":
        """A lexicon of these concepts."""
        bit = {concept.id: 1 << place for place, concept in enumerate(concepts)}
        slots = {slot: sum(bit[one.id] for one in concepts if one.slot is slot) for slot in Slot}
        meanings = {run: sum(bit[one.id] for one in found) for run, found in terms(tuple(concepts)).items() if run}
        found = {run: (meaning, _broader(run, meaning, meanings, slots)) for run, meaning in meanings.items()}
        by_start = {run[0]: _Terms({}, found.get(run[:1])) for run in found}
        for run, (meaning, broader) in sorted(found.items(), key=lambda one: -len(one[0])):
            if len(run) > 1:
                by_start[run[0]].longer.setdefault(run[1], []).append((run, meaning, broader))
        return cls(tuple(concepts), bit, slots, frozenset(stem for run in found for stem in run), by_start)

    def said(self, run: Stems) -> tuple[Said, ...]:
        """The terms in a run of stems, from left to right, each stem in one term at most."""
        found = self._memo.get(run)
        if found is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            found = self._memo[run] = tuple(self._said(run))
        return found

    def _said(self, run: Stems) -> Iterator[Said]:
        after, terms = 0, self._terms
        for place, stem in enumerate(run):
            entry = terms.get(stem) if place >= after else None
            if entry is None:
                continue
            longer, single = entry
            if longer and (said := _longest(run, place, longer)):
                yield said
                after = said.last + 1
            elif single:
                yield Said(place, place, *single)

    def held(self, run: Stems) -> Held:
        """All concepts in a run of stems, which is not remembered."""
        return held(self._said(run))

    def tokens(self, concepts: int) -> tuple[str, ...]:
        """What stands in an index for each concept of a set of bits."""
        found = self._tokens.get(concepts)
        if found is None:
            if len(self._tokens) >= _MEMO:
                self._tokens.clear()
            found = self._tokens[concepts] = tuple([f"#{concept.id}" for concept in self.named(concepts)])
        return found

    def named(self, concepts: int) -> Iterator[Concept]:
        """The concepts of a set of bits, in the order of the vocabulary."""
        while concepts:
            lowest = concepts & -concepts
            yield self.concepts[lowest.bit_length() - 1]
            concepts ^= lowest


def _longest(run: Stems, place: int, longer: dict[str, list[tuple[Stems, int, int]]]) -> Said | None:
    """The longest term of several words that begins at a place."""
    if place + 1 < len(run):
        for term, meaning, broader in longer.get(run[place + 1], ()):
            if len(term) == 2 or run[place : place + len(term)] == term:
                return Said(place, place + len(term) - 1, meaning, broader)
    return None


def held(said: Iterable[Said]) -> Held:
    """All concepts of these terms."""
    named = broader = 0
    for one in said:
        named |= one.concepts
        broader |= one.broader
    return Held(named, broader & ~named)


def _broader(run: Stems, meaning: int, meanings: dict[Stems, int], slots: dict[Slot, int]) -> int:
    """What the words of a term mean by themselves: concepts of its own slot, and the body site it names."""
    if len(run) == 1:
        return 0
    own = sum(bits for bits in slots.values() if bits & meaning) | slots[Slot.SITE]
    inner = (run[start:end] for start in range(len(run)) for end in range(start + 1, len(run) + 1))
    found = 0
    for part in inner:
        if part != run:
            found |= meanings.get(part, 0) & own
    return found & ~meaning
