"""Which documents speak of the same as a query: BM25 over an inverted index, without any dependency."""

from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import islice, repeat
from math import log

__all__ = ["Bm25"]

# How many entries of the index a query may read before it only refines the documents found so far. Rare tokens are
# read first, so that what is left out are documents that share nothing with the query but its commonest words.
_BUDGET = 300
_KEPT = 16
# Below this, sorting all is faster than picking the best.
_FEW = 500


class Bm25:
    """An index of documents, each a count of its tokens.

    The weighting is that of Robertson and Zaragoza (2009, The Probabilistic Relevance Framework), with the inverse
    document frequency kept above zero as Lucene does.
    """

    def __init__(self, documents: Sequence[Mapping[str, int]], k1: float = 1.2, b: float = 0.6) -> None:
        self.count = len(documents)
        lengths = [sum(tokens.values()) for tokens in documents]
        mean = sum(lengths) / max(1, self.count) or 1.0
        frequency: dict[str, int] = {}
        for tokens in documents:
            for token in tokens:
                frequency[token] = frequency.get(token, 0) + 1
        self.idf = {token: self._rarity(n) for token, n in frequency.items()}
        self.unseen = self._rarity(0)
        self._scores: list[dict[str, float]] = []
        self._places: dict[str, list[tuple[int, float]]] = {token: [] for token in frequency}
        for place, (tokens, length) in enumerate(zip(documents, lengths, strict=True)):
            norm = k1 * (1 - b + b * length / mean)
            self._scores.append({t: self.idf[t] * tf * (k1 + 1) / (tf + norm) for t, tf in tokens.items()})
            for token, score in self._scores[-1].items():
                self._places[token].append((place, score))

    def _rarity(self, frequency: int) -> float:
        return log(1 + (self.count - frequency + 0.5) / (frequency + 0.5))

    def top(self, tokens: Iterable[str], n: int, budget: int | None = _BUDGET) -> list[tuple[int, float]]:
        """The places and scores of the `n` best documents, the best first; equal scores in the order of the documents.

        With a `budget` at most about so many entries are read; None reads all of them.
        """
        known = sorted((len(self._places[token]), token) for token in tokens if token in self._places)
        found: dict[int, float] = {}
        score_of, read = found.get, 0
        for number, (length, token) in enumerate(known):
            read += length
            if budget is not None and found and read > budget:
                found = self._refined(found, [token for _, token in known[number:]])
                break
            for place, score in islice(self._places[token], budget):
                found[place] = score_of(place, 0.0) + score
        return [(place, -score) for score, place in _smallest(n, [(-score, place) for place, score in found.items()])]

    def _refined(self, found: dict[int, float], tokens: Sequence[str]) -> dict[int, float]:
        """The best of what was found, with what common tokens add to it."""
        best = _smallest(_KEPT, [(-score, place) for place, score in found.items()])
        return {place: sum(map(self._scores[place].get, tokens, repeat(0.0)), -score) for score, place in best}


def _smallest(n: int, pairs: list[tuple[float, int]]) -> list[tuple[float, int]]:
    return sorted(pairs)[:n] if len(pairs) < _FEW else nsmallest(n, pairs)
