"""Words that no text of the library holds, read as the word they are a form of: "electromyography", "arthritc"."""

from collections import defaultdict
from collections.abc import Iterable

__all__ = ["Forms"]

# Two stems are forms of one word when they begin alike and share at least this part of their runs of three letters
# (Dice). Of the shares tried on the development set 0.6 let in too many strangers ("station" is no statin).
_ALIKE = 0.75
_BEGINS = 3
_SHORTEST = 5
_MEMO = 10_000


class Forms(dict[str, str]):
    """For each stem the known stem of which it is a form, or itself where it is known or none is near.

    A strange stem is looked into when it is first asked for.
    """

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__((stem, stem) for stem in known)
        self._by_beginning: dict[str, list[str]] = defaultdict(list)
        for stem in sorted(self):
            if len(stem) > _BEGINS and stem.isalpha():
                self._by_beginning[stem[:_BEGINS]].append(stem)
        self._strange: list[str] = []

    def __missing__(self, stem: str) -> str:
        if len(self._strange) >= _MEMO:
            for forgotten in self._strange:
                del self[forgotten]
            self._strange.clear()
        self._strange.append(stem)
        found = self[stem] = self._nearest(stem)
        return found

    def _nearest(self, stem: str) -> str:
        if len(stem) < _SHORTEST:
            return stem
        own = _runs(stem)
        alike = ((_dice(own, _runs(known)), known) for known in self._by_beginning.get(stem[:_BEGINS], ()))
        share, known = max(alike, default=(0.0, stem))
        return known if share >= _ALIKE else stem


def _runs(stem: str) -> frozenset[str]:
    padded = f"^{stem}$"
    return frozenset(padded[start : start + 3] for start in range(len(padded) - 2))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
