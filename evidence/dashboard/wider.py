"""Where no claim fits what a reader asks: which single word or choice, once dropped, lets some fit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from evidence.filters import Filter, select
from evidence.library import Library

__all__ = ["Wider", "wider"]


@dataclass(frozen=True, slots=True)
class Wider:
    """A filter with something less: the field it was dropped from, the words dropped (none: a whole facet)."""

    name: str
    words: str
    left: Filter
    count: int


def wider(library: Library, wanted: Filter, day: date) -> tuple[Wider, ...]:
    """What may be dropped of `wanted` so that claims fit, with how many; words first, each alone before all of them."""
    counted = (
        Wider(name, words, left, len(select(library, left, day=day).claims))
        for name, words, left in _less(library, wanted, day)
    )
    return tuple(one for one in counted if one.count)


def _less(library: Library, wanted: Filter, day: date) -> Iterator[tuple[str, str, Filter]]:
    parts = dict.fromkeys(part.words for part in select(library, wanted, day=day).parts)
    for dropped in parts if len(parts) > 1 else ():
        yield "words", dropped, replace(wanted, words=" ".join(words for words in parts if words != dropped))
    for name in wanted.chosen:
        yield name, wanted.words if name == "words" else "", wanted.without(name)
