"""How alike a piece of a sentence and the texts of one claim are, all texts compared at once."""

from collections.abc import Iterable, Mapping, Sequence
from operator import truediv

from evidence.drafts.packed import one_in, unpacked, whole

__all__ = ["Likeness"]


class Likeness:
    """The texts of a claim, each a run of tokens, weighed by the rarity of these."""

    def __init__(self, texts: Sequence[Sequence[str]], rarity: Mapping[str, float]) -> None:
        weights = [[(token, whole(rarity[token])) for token in text] for text in texts]
        self._count = count = len(texts)
        self._weights = [sum([weight for _, weight in text]) or 1 for text in weights]
        self._concepts = [sum([weight for token, weight in text if token[0] == "#"]) for text in weights]
        # What a token weighs in each text that holds it, and then the same again for concepts alone.
        self._rows: dict[str, int] = {}
        for place, text in enumerate(weights):
            here, again = one_in(place), one_in(place) + one_in(count + place)
            for token, weight in text:
                self._rows[token] = self._rows.get(token, 0) + weight * (again if token[0] == "#" else here)

    def to(self, tokens: Iterable[str], own: float) -> tuple[float, float]:
        """The weighed share of a text that a piece holds, and the Dice coefficient of weighed concepts.

        Each is that of the text for which it is highest. `own` is the weight of all the piece's concepts.
        """
        shared = unpacked(sum(filter(None, map(self._rows.get, tokens))), 2 * self._count)
        held, alike = shared[: self._count], shared[self._count :]
        return (
            max(map(truediv, held, self._weights)),
            2 * max(map(truediv, alike, map(whole(own).__add__, self._concepts))),
        )
