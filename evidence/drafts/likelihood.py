"""How likely a token is in the texts of a claim, beside how likely it is in all texts: naive Bayes over phrasings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

__all__ = ["Likelihood"]

# How many texts' worth of the whole library's wording a document is taken to have besides its own, so that a token that
# it lacks is unlikely and not impossible: Dirichlet smoothing (Zhai and Lafferty 2004, A study of smoothing methods for
# language models applied to information retrieval, ACM TOIS 22).
_PRIOR = 2.0


class Likelihood:
    """Documents, each a count of texts in which a token stands, out of its number of texts."""

    def __init__(self, documents: Sequence[Mapping[str, int]], lengths: Sequence[int]) -> None:
        self._documents, self._lengths = documents, lengths
        together: Counter[str] = Counter()
        for tokens in documents:
            together.update(tokens)
        self._together, self._all = together, sum(lengths)
        self._known: list[dict[str, float]] = [{} for _ in documents]
        # A token that a document lacks weighs the same whatever token it is.
        self.absent = [log(_PRIOR / (length + _PRIOR)) for length in lengths]

    def ratio(self, place: int, token: str) -> float:
        """The logarithm of how much likelier a token is in a document that holds it than in any."""
        known = self._known[place]
        if token not in known:
            among_all = self._together[token] / self._all
            own = (self._documents[place][token] + _PRIOR * among_all) / (self._lengths[place] + _PRIOR)
            known[token] = log(own / among_all)
        return known[token]
