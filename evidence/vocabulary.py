"""Lay and medical words that mean the same, looked up by their stems."""

from functools import lru_cache

from evidence.model import Concept
from evidence.words import Stems, stems

__all__ = ["terms"]


@lru_cache(maxsize=8)
def terms(concepts: tuple[Concept, ...]) -> dict[Stems, tuple[Concept, ...]]:
    """The concepts that each term stands for, by the term's stems."""
    found: dict[Stems, tuple[Concept, ...]] = {}
    for concept in concepts:
        for one in dict.fromkeys(map(stems, concept.terms)):
            found[one] = (*found.get(one, ()), concept)
    return found
