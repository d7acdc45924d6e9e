"""Claims by words: lay and medical words that mean the same find the same claims."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from evidence.library import Library
from evidence.model import Claim, Concept
from evidence.vocabulary import terms
from evidence.words import STOP, Stems, stems

__all__ = ["Found", "Part", "search"]

# What a match in each part of a claim counts; the best match of each word counts once.
_WEIGHTS = (("statement", 4.0), ("phrasings", 2.0), ("question", 2.0), ("answer", 1.0), ("topic", 1.0))


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


def search(library: Library, words: str) -> Found:
    """The claims in which every word of `words`, or a word that means the same, occurs.

    Words are compared by their stems (Porter's English stemmer); those of a concept in the vocabulary are widened to
    all of its terms. Blank `words` find every claim.
    """
    wanted = tuple(_wanted(words, library.concepts))
    parts = tuple(one.part for one in wanted)
    if not wanted:
        return Found(tuple(library.claims.values()), parts)
    scored = ((_score(fields, wanted), id) for id, fields in _index(library).items())
    ranked = sorted((-score, id) for score, id in scored if score > 0)
    return Found(tuple(library.claims[id] for _, id in ranked), parts)


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
def _index(library: Library) -> dict[str, tuple[tuple[float, str], ...]]:
    return {id: tuple(_fields(library, claim)) for id, claim in library.claims.items()}


def _fields(library: Library, claim: Claim) -> Iterator[tuple[float, str]]:
    topic = library.topics.get(claim.topic)
    texts: dict[str, Iterable[str]] = {
        "statement": [claim.statement],
        "phrasings": claim.phrasings,
        "question": [claim.question.population, claim.question.intervention, claim.question.outcome],
        "answer": [claim.answer],
        "topic": [topic.title] if topic else [],
    }
    for name, weight in _WEIGHTS:
        # Blanks round each stem, so that a run of stems is found by plain search and never inside a longer word.
        yield weight, " " + " | ".join(" ".join(stems(text)) for text in texts[name]) + " "


def _score(fields: tuple[tuple[float, str], ...], wanted: tuple[_Wanted, ...]) -> float:
    """The sum over all parts of the weight of the best field that holds it; 0 when a part is nowhere."""
    best = [
        max(chain([0.0], (weight for weight, text in fields if any(_holds(text, run) for run in one.alternatives))))
        for one in wanted
    ]
    return sum(best) if all(best) else 0.0


def _holds(text: str, run: Stems) -> bool:
    return f" {' '.join(run)} " in text
