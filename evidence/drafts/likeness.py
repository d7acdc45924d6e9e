"""How alike a piece of a sentence and the texts of one claim are, all texts compared at once."""

from collections.abc import Iterable, Mapping, Sequence

from evidence.drafts.packed import one_in, unpacked, whole

__all__ = ["Likeness"]

# A text is looked at closely when it shares at least this part of what the likest text shares.
_NEAR = 0.6


class Likeness:
    """The texts of a claim, each a run of tokens, weighed by the rarity of these."""

    def __init__(self, texts: Sequence[Sequence[str]], rarity: Mapping[str, float]) -> None:
        weights = [[(token, whole(rarity[token])) for token in text] for text in texts]
        self._count = count = len(texts)
        self._weights = [sum([weight for _, weight in text]) for text in weights]
        self._concepts = [sum([weight for token, weight in text if token[0] == "#"]) for text in weights]
        # What a token weighs in each text that holds it, and then the same again for concepts alone.
        self._rows: dict[str, int] = {}
        for place, text in enumerate(weights):
            here, again = one_in(place), one_in(place) + one_in(count + place)
            for token, weight in text:
                self._rows[token] = self._rows.get(token, 0) + weight * (again if token[0] == "#" else here)

    def to(self, tokens: Iterable[str], own: float) -> tuple[float, float]:
        """The weighed share of a text that a piece holds, and the Dice coefficient of weighed concepts.

        Both are those of the text for which they are highest, among those that share the most. `own` is the weight of
        all the piece's concepts.
        """
        shared = unpacked(sum(filter(None, map(self._rows.get, tokens))), 2 * self._count)
        held, alike, own = shared[: self._count], shared[self._count :], whole(own)
        near = _NEAR * max(held)
        likely = [text for text, weight in enumerate(held) if weight >= near]
        return (
            max([held[text] / self._weights[text] for text in likely]),
            max([2 * alike[text] / (self._concepts[text] + own) for text in likely]),
        )
