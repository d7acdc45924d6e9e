"""Which documents speak of the same as a query: BM25, without any dependency."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, repeat
from math import log

from evidence.drafts.packed import UNIT, OnDemand, packed, unpacked

__all__ = ["Bm25"]

# Up to so many documents the scores of all are added at once; above, only those that hold a token are looked at.
_FEW = 4000
# How many entries of the index a query may read before it only refines the documents found so far. Rare tokens are
# read first, so that what is left out are documents that share nothing with the query but its commonest words.
_BUDGET = 300
_KEPT = 40

_Document = Mapping[str, int]


class Bm25:
    """An index of documents, each a count of its tokens.

    The weighting is that of Robertson and Zaragoza (2009, The Probabilistic Relevance Framework), with the inverse
    document frequency kept above zero as Lucene does. Of up to `few` documents all are compared at once.
    """

    def __init__(self, documents: Sequence[_Document], k1: float = 1.2, b: float = 0.6, few: int = _FEW) -> None:
        self.count, self._are_few = len(documents), len(documents) <= few
        lengths = [sum(tokens.values()) for tokens in documents]
        mean = sum(lengths) / max(1, self.count) or 1.0
        frequency = Counter(token for tokens in documents for token in tokens)
        self.idf = {token: self._rarity(n) for token, n in frequency.items()}
        self.unseen = self._rarity(0)
        self._documents, self._most = documents, k1 + 1
        self._norms = [k1 * (1 - b + b * length / mean) for length in lengths]
        self._rows = OnDemand(self._row)
        self._places: dict[str, list[int]] = {}
        if not self._are_few:
            self._places = {token: [] for token in frequency}
            for place, tokens in enumerate(documents):
                for token in tokens:
                    self._places[token].append(place)

    def _rarity(self, frequency: int) -> float:
        return log(1 + (self.count - frequency + 0.5) / (frequency + 0.5))

    def _score(self, token: str, place: int) -> float:
        times = self._documents[place].get(token, 0)
        return self.idf[token] * times * self._most / (times + self._norms[place])

    def top(self, tokens: Iterable[str], n: int, worth: float = 0.0) -> list[tuple[int, float]]:
        """The places and scores of the `n` best documents, the best first; equal scores in the order of the documents.

        Only those that reach the part `worth` of the best score. Among more than `few` documents those may be missed
        that share only common tokens with the query.
        """
        known = [token for token in tokens if token in self.idf]
        if self._are_few:
            return self._first(known, n, worth)
        best = _best(n, self._found(known))
        return [(place, -score) for score, place in best if score <= worth * best[0][0]]

    def _first(self, tokens: Sequence[str], n: int, worth: float) -> list[tuple[int, float]]:
        scores = unpacked(sum(map(self._rows.__getitem__, tokens)), self.count)
        least = max(1, int(worth * max(scores, default=0)))
        found = [place for place, score in enumerate(scores) if score >= least]
        found.sort(key=scores.__getitem__, reverse=True)
        return [(place, scores[place] / UNIT) for place in found[:n]]

    def _row(self, token: str) -> int:
        """The token's scores in all documents."""
        holding = [place for place, tokens in enumerate(self._documents) if token in tokens]
        return packed([(place, self._score(token, place)) for place in holding], self.count)

    def _found(self, tokens: Iterable[str]) -> dict[int, float]:
        by_rarity = sorted([(len(self._places[token]), token) for token in tokens])
        found: dict[int, float] = {}
        read = 0
        for number, (length, token) in enumerate(by_rarity):
            read += length
            if found and read > _BUDGET:
                rest = [token for _, token in by_rarity[number:]]
                best = _best(_KEPT, found)
                return {place: -score + sum(map(self._score, rest, repeat(place))) for score, place in best}
            for place in islice(self._places[token], _BUDGET):
                found[place] = found.get(place, 0.0) + self._score(token, place)
        return found


def _best(n: int, scores: Mapping[int, float]) -> list[tuple[float, int]]:
    """The `n` best, as negative scores with their places, the best first; equal ones in the order of their places."""
    least = sorted(scores.values())[-n] if len(scores) > n else 0.0  # to sort numbers takes a fifth of sorting pairs
    return sorted([(-score, place) for place, score in scores.items() if score >= least])[:n]
