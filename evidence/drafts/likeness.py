"""How alike a piece of a sentence and the texts of one claim are, all texts compared at once."""

from collections.abc import Mapping, Sequence

from evidence.drafts.packed import one_in, unpacked, whole

__all__ = ["Likeness"]

# A text is looked at closely when it shares at least this part of what the likest text shares.
_NEAR = 0.6

_Weighed = Sequence[tuple[str, int]]


class Likeness:
    """The texts of a claim, each a run of tokens, weighed by the rarity of these."""

    def __init__(self, texts: Sequence[Sequence[str]], rarity: Mapping[str, float]) -> None:
        weights = [[(token, whole(rarity[token])) for token in text] for text in texts]
        self._weights = [sum([weight for _, weight in text]) for text in weights]
        self._concepts = [sum([weight for token, weight in text if token[0] == "#"]) for text in weights]
        self._rows: dict[str, int] = {}  # in which texts a token stands
        for place, text in enumerate(texts):
            here = one_in(place)
            for token in text:
                self._rows[token] = self._rows.get(token, 0) | here

    def to(self, words: _Weighed, concepts: _Weighed, own: float) -> tuple[float, float]:
        """The weighed share of a text that a piece holds, and the Dice coefficient of weighed concepts.

        Both are those of the text for which they are highest, among those that share the most. The piece's words and
        concepts come each with its rarity as `packed.whole` gives it; `own` is the weight of all its concepts.
        """
        rows = self._rows
        shared = sum([rows[token] * weight for token, weight in concepts if token in rows])
        alike = unpacked(shared, len(self._weights))
        shared += sum([rows[token] * weight for token, weight in words if token in rows])
        held, own = unpacked(shared, len(self._weights)), whole(own)
        near = _NEAR * max(held)
        likely = [text for text, weight in enumerate(held) if weight >= near]
        return (
            max([held[text] / self._weights[text] for text in likely]),
            max([2 * alike[text] / (self._concepts[text] + own) for text in likely]),
        )
