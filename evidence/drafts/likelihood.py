"""How likely tokens are in the texts of a claim, beside all texts: naive Bayes over phrasings."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import log, log1p

from evidence.drafts.packed import UNIT, OnDemand, packed, unpacked

__all__ = ["Likelihood"]

# How many texts' worth of the whole library's wording a document is taken to have besides its own, so that a token that
# it lacks is unlikely and not impossible: Dirichlet smoothing (Zhai and Lafferty 2004, A study of smoothing methods for
# language models applied to information retrieval, ACM TOIS 22).
_PRIOR = 2.0
# Up to so many documents the numbers of all are added at once.
_FEW = 4000


class Likelihood:
    """Documents, each a count of texts in which a token stands, out of its number of texts."""

    def __init__(self, documents: Sequence[Mapping[str, int]], lengths: Sequence[int]) -> None:
        self._documents, self._all = documents, sum(lengths)
        self._together = _together(documents)
        # A token that a document lacks weighs the same whatever token it is.
        self._absent = [log(_PRIOR / (length + _PRIOR)) for length in lengths]
        self._rows = OnDemand(self._row)

    def ratios(self, tokens: Sequence[str], places: Sequence[int]) -> list[float]:
        """For each place the logarithm of how much likelier the tokens are in that document than in all together."""
        if len(self._documents) > _FEW:
            gains = [sum([self._gain(token, place) for token in tokens]) for place in places]
        else:
            sums = unpacked(sum(map(self._rows.__getitem__, tokens)), len(self._documents))
            gains = [sums[place] / UNIT for place in places]
        count, absent = len(tokens), self._absent
        return [gain + count * absent[place] for gain, place in zip(gains, places, strict=True)]

    def _gain(self, token: str, place: int) -> float:
        """How much better it is for the document to hold the token than to lack it."""
        times = self._documents[place].get(token, 0)
        return log1p(times * self._all / (_PRIOR * self._together(token))) if times else 0.0

    def _row(self, token: str) -> int:
        holding = [place for place, tokens in enumerate(self._documents) if token in tokens]
        return packed([(place, self._gain(token, place)) for place in holding], len(self._documents))


def _together(documents: Sequence[Mapping[str, int]]) -> Callable[[str], int]:
    """In how many texts of all documents a token stands; of few documents counted when asked for."""
    if len(documents) <= _FEW:
        return cache(lambda token: sum([tokens.get(token, 0) for tokens in documents]))
    together = Counter[str]()
    for tokens in documents:
        together.update(tokens)
    return together.__getitem__
