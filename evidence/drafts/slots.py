"""Which concepts of the vocabulary a text holds, and in which slot: the longest term wins."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import NamedTuple

from evidence.model import Concept, Slot
from evidence.vocabulary import terms
from evidence.words import Stems, stems

__all__ = ["Held", "Lexicon", "Said", "held"]

# How many runs of stems are remembered with their terms, and texts with their concepts: one sentence is asked about
# several times.
_MEMO = 1000


class Meaning(NamedTuple):
    """The concepts that a term stands for, one bit each, and what stands in an index for them and the broader ones.

    `broader` are concepts that the term's own words hold besides: “foot massage” is massage, and is about the foot.
    """

    concepts: int
    broader: int
    tokens: tuple[str, ...]


class Said(NamedTuple):
    """A term that a text holds, as positions in its stems, and its `Meaning`."""

    first: int
    last: int
    concepts: int
    broader: int
    tokens: tuple[str, ...]


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

    longer: dict[str, list[tuple[Stems, Meaning]]]
    single: Meaning | None


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The vocabulary made ready for reading texts; sets of concepts are integers with one bit for each concept."""

    concepts: tuple[Concept, ...]
    bits: dict[str, int]  # by the concept's id
    slots: dict[Slot, int]
    stems: frozenset[str]  # of all terms
    kin: dict[int, int]  # for each concept (bit) itself, what it is a kind of, and its own kinds
    _terms: dict[str, "_Terms"]  # by their first stem
    _memo: dict[Stems, tuple[Said, ...]] = field(default_factory=dict)
    _texts: dict[str, Held] = field(default_factory=dict)
    _labels: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, concepts: Sequence[Concept]) -> "Lexicon":
        """A lexicon of these concepts."""
        bit = {concept.id: 1 << place for place, concept in enumerate(concepts)}
        slots = {slot: sum(bit[one.id] for one in concepts if one.slot is slot) for slot in Slot}
        meanings = {run: sum(bit[one.id] for one in found) for run, found in terms(tuple(concepts)).items() if run}
        tokens = cache(lambda bits: tuple([f"#{concept.id}" for concept in _named(bits, concepts)]))
        broader = {run: _broader(run, meanings, slots) for run in meanings}
        found = {run: Meaning(own, broader[run], tokens(own | broader[run])) for run, own in meanings.items()}
        by_start = {run[0]: _Terms({}, found.get(run[:1])) for run in found}
        for run, meaning in sorted(found.items(), key=lambda one: -len(one[0])):
            if len(run) > 1:
                by_start[run[0]].longer.setdefault(run[1], []).append((run, meaning))
        return cls(
            tuple(concepts), bit, slots, frozenset(stem for run in found for stem in run), _kin(concepts, bit), by_start
        )

    @cached_property
    def things(self) -> int:
        """All concepts but directions."""
        return sum(bits for slot, bits in self.slots.items() if slot is not Slot.DIRECTION)

    def said(self, run: Stems) -> tuple[Said, ...]:
        """The terms in a run of stems, from left to right, each stem in one term at most."""
        found = self._memo.get(run)
        if found is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            found = self._memo[run] = tuple([Said(first, last, *one) for first, last, one in self._terms_in(run)])
        return found

    def held_by(self, text: str) -> Held:
        """The concepts of a text; one that was asked for is remembered, for it is so for every sentence near it."""
        found = self._texts.get(text)
        if found is None:
            if len(self._texts) >= _MEMO:
                self._texts.clear()
            found = self._texts[text] = held(self.meanings(stems(text)))
        return found

    def meanings(self, run: Stems) -> list[Meaning]:
        """The meanings of the terms in a run of stems, which are not remembered."""
        return [meaning for _, _, meaning in self._terms_in(run)]

    def _terms_in(self, run: Stems) -> Iterator[tuple[int, int, Meaning]]:
        after, terms = 0, self._terms
        for place, stem in enumerate(run):
            entry = terms.get(stem) if place >= after else None
            if entry is None:
                continue
            longer, single = entry
            if longer and (found := _longest(run, place, longer)):
                last = place + len(found[0]) - 1
                yield place, last, found[1]
                after = last + 1
            elif single:
                yield place, place, single

    def labels(self, concepts: int) -> str:
        """The labels of the concepts of a set of bits, with commas between."""
        found = self._labels.get(concepts)
        if found is None:
            if len(self._labels) >= _MEMO:
                self._labels.clear()
            found = self._labels[concepts] = ", ".join([concept.label for concept in self.named(concepts)])
        return found

    def named(self, concepts: int) -> Iterator[Concept]:
        """The concepts of a set of bits, in the order of the vocabulary."""
        return _named(concepts, self.concepts)


def _kin(concepts: Sequence[Concept], bit: dict[str, int]) -> dict[int, int]:
    kind_of = {concept.id: concept.kind_of for concept in concepts}
    kin = dict.fromkeys(bit.values(), 0)
    for id, own in bit.items():
        above, broader = own, kind_of[id]
        while broader in bit and not above & bit[broader]:
            above |= bit[broader]
            broader = kind_of[broader]
        kin[own] |= above
        for one in kin:
            if one & above:
                kin[one] |= own
    return kin


def _named(bits: int, concepts: Sequence[Concept]) -> Iterator[Concept]:
    while bits:
        lowest = bits & -bits
        yield concepts[lowest.bit_length() - 1]
        bits ^= lowest


def _longest(run: Stems, place: int, longer: dict[str, list[tuple[Stems, Meaning]]]) -> tuple[Stems, Meaning] | None:
    """The longest term of several words that begins at a place."""
    if place + 1 < len(run):
        for found in longer.get(run[place + 1], ()):
            term = found[0]
            if len(term) == 2 or run[place : place + len(term)] == term:
                return found
    return None


def held(said: Iterable[Said | Meaning]) -> Held:
    """All concepts of these terms."""
    named = broader = 0
    for one in said:
        named |= one.concepts
        broader |= one.broader
    return Held(named, broader & ~named)


def _broader(run: Stems, meanings: dict[Stems, int], slots: dict[Slot, int]) -> int:
    """What the words of a term mean by themselves: concepts of its own slot, and the body site it names."""
    own, found = meanings[run], 0
    for start in range(len(run)):
        for end in range(start + 1, len(run) + 1):
            found |= meanings.get(run[start:end], 0)
    found &= ~own
    return found and found & (sum(bits for bits in slots.values() if bits & own) | slots[Slot.SITE])
