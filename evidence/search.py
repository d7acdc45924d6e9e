"""Claims by words: lay and medical words that mean the same find the same claims."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, reduce
from math import log
from operator import and_, or_

from evidence.bitsets import Bits, bits, places
from evidence.library import Library
from evidence.model import Claim, Concept
from evidence.vocabulary import terms
from evidence.words import STOP, Stems, stems

__all__ = ["Found", "Part", "search"]

# What a match in each part of a claim counts; the statement is the first, for it goes before all others.
_WEIGHTS = (
    ("statement", 4.0), ("outcome", 3.0), ("phrasings", 2.0), ("question", 2.0), ("answer", 1.0), ("topic", 1.0),
)  # fmt: skip
# A word belongs to what is said of a claim when at least one in so many of its phrasings has it.
_ONE_IN = 20


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was looked for: the reader's words, and the other words through which it was also looked for."""

    words: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The claims that hold every part of what was asked, the best first, and the parts."""

    claims: tuple[Claim, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    part: Part
    alternatives: tuple[Stems, ...]


@dataclass(frozen=True, slots=True)
class _Field:
    """One part of every claim: what a match in it counts, its text in stems, and which claims have a stem in it."""

    weight: float
    texts: tuple[str, ...]
    having: dict[str, Bits]


@lru_cache(maxsize=64)
def search(library: Library, words: str) -> Found:
    """The claims in which every word of `words`, or a word that means the same, occurs.

    Words that a claim's phrasings use only in passing count where nothing else is found.

    Words are compared by their stems (Porter's English stemmer); those of a concept in the vocabulary are widened to
    all of its terms. Blank `words` find every claim.
    """
    wanted = tuple(_wanted(words, library.concepts))
    parts = tuple(one.part for one in wanted)
    claims = tuple(library.claims.values())
    if not wanted:
        return Found(claims, parts)
    matches, fitting = _fitting(library, wanted, in_passing=False)
    if not fitting:
        matches, fitting = _fitting(library, wanted, in_passing=True)
    if not fitting:
        return Found((), parts)
    ranks = _ranks(matches, fitting, len(claims))
    return Found(tuple(claims[place] for place in sorted(ranks, key=lambda at: (ranks[at], claims[at].id))), parts)


_Matches = list[list[tuple[float, Bits]]]


def _fitting(library: Library, wanted: Iterable[_Wanted], in_passing: bool) -> tuple[_Matches, Bits]:
    """What of each part matches, and the claims that hold every part."""
    matches = [_matches(library, one.alternatives, in_passing) for one in wanted]
    return matches, reduce(and_, (reduce(or_, (having for _, having in fields)) for fields in matches))


def _ranks(matches: _Matches, fitting: Bits, count: int) -> dict[int, tuple[int, float]]:
    """What to sort the fitting claims by: first how many parts their statements hold, then how much holds them in all.

    What a reader sees of a claim in a list is its statement: one that says what was asked comes before one in which
    only a phrasing or its question does. A part that few of the `count` claims hold tells more than one that most do,
    by the logarithm of how rare it is (Spärck Jones 1972, J Doc 28:11-21).
    """
    stated = dict.fromkeys(places(fitting), 0)
    scores = dict.fromkeys(stated, 0.0)
    for fields in matches:
        rarity = log(1 + count / reduce(or_, (having for _, having in fields)).bit_count())
        for place in places(fitting & fields[0][1]):
            stated[place] += 1
        for weight, having in fields:
            for place in places(fitting & having):
                scores[place] += weight * rarity
    return {place: (-stated[place], -scores[place]) for place in stated}


def _wanted(words: str, concepts: tuple[Concept, ...]) -> Iterator[_Wanted]:
    tokens = [text for text in re.findall(r"[^\W_]+", words.lower()) if text not in STOP]
    known = terms(concepts)
    while tokens:
        length = next((n for n in range(len(tokens), 0, -1) if stems(" ".join(tokens[:n])) in known), 1)
        said, tokens = " ".join(tokens[:length]), tokens[length:]
        yield _widened(said, known.get(stems(said), ()))


def _widened(said: str, concepts: tuple[Concept, ...]) -> _Wanted:
    same = list(dict.fromkeys(term for concept in concepts for term in concept.terms))
    alternatives = dict.fromkeys([stems(said), *map(stems, same)])
    also = tuple(term for term in same if stems(term) != stems(said))
    return _Wanted(Part(said, also), tuple(one for one in alternatives if one))


@lru_cache(maxsize=8)
def _index(library: Library, in_passing: bool) -> tuple[_Field, ...]:
    claims = [tuple(_texts(library, claim, in_passing)) for claim in library.claims.values()]
    columns = zip(*claims, strict=True) if claims else [()] * len(_WEIGHTS)
    return tuple(_Field(weight, column, _having(column)) for (_, weight), column in zip(_WEIGHTS, columns, strict=True))


def _texts(library: Library, claim: Claim, in_passing: bool) -> Iterator[str]:
    topic = library.topics.get(claim.topic)
    texts: dict[str, Iterable[str]] = {
        "statement": [claim.statement],
        "phrasings": [],
        "outcome": [claim.question.outcome],
        "question": [claim.question.population, claim.question.intervention],
        "answer": [claim.answer],
        "topic": [topic.title] if topic else [],
    }
    for name, _ in _WEIGHTS:
        runs = _phrasings(claim, in_passing) if name == "phrasings" else map(stems, texts[name])
        # Blanks round each stem, so that a run of stems is found by plain search and never inside a longer word.
        yield " " + " | ".join(" ".join(run) for run in runs) + " "


def _phrasings(claim: Claim, in_passing: bool) -> Iterator[Stems]:
    """The phrasings in stems, without those that only one in twenty or fewer use, if these are not wanted.

    A story may name a swelling in passing; a reader who looks for swelling looks for claims on it.
    """
    runs = [stems(phrasing) for phrasing in claim.phrasings]
    times = Counter(stem for run in runs for stem in set(run))
    for run in runs:
        yield run if in_passing else tuple(stem if times[stem] * _ONE_IN >= len(runs) else "·" for stem in run)


def _having(texts: Iterable[str]) -> dict[str, Bits]:
    found: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        for stem in set(text.split()):
            found.setdefault(stem, []).append(place)
    return {stem: bits(having) for stem, having in found.items()}


def _matches(library: Library, alternatives: tuple[Stems, ...], in_passing: bool) -> list[tuple[float, Bits]]:
    """For each field what a match counts and the claims in which an alternative occurs; the statement is the first.

    Last come the statements that have the reader's own words, which are the first alternative: they count once more.
    """
    found = [_holding(library, run, in_passing) for run in alternatives]
    fields = _index(library, in_passing)
    widened = [(field.weight, reduce(or_, (one[number] for one in found))) for number, field in enumerate(fields)]
    return [*widened, (fields[0].weight, found[0][0])]


@lru_cache(maxsize=4096)
def _holding(library: Library, run: Stems, in_passing: bool) -> tuple[Bits, ...]:
    """For each field the claims that hold this run of stems."""
    return tuple(_holding_in(field, run) for field in _index(library, in_passing))


def _holding_in(field: _Field, run: Stems) -> Bits:
    together = reduce(and_, (field.having.get(stem, 0) for stem in run))
    if len(run) == 1:
        return together
    sought = f" {' '.join(run)} "
    return bits(place for place in places(together) if sought in field.texts[place])
