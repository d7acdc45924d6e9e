"""Words and their stems: what search and matching compare texts by."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from Stemmer import Stemmer

__all__ = ["STOP", "Stems", "Word", "stem", "stems", "words"]

# Words that say nothing about what is looked for.
STOP = frozenset(
    """
    a an and are as at be by can could do does for from has have help helps how i if in into is it its me may might
    my of on or our s so that the their them then there this to was what when which will with would you your
    """.split()
)

# Words that the stemmer would make into a part of the body, or another word altogether: "backed by science", "solely".
_AS_IS = frozenset(
    """
    armed backed backing faced facing findings footed footing handed handing headed heading headings lively mindfulness
    organic shouldered solely sounded sounding sounds wasted
    """.split()
)
_WORD = re.compile(r"[^\W_]+")
# "Back" is the part of the body only where something of this kind stands before or behind it; else "give back".
_BEFORE_BACK = frozenset(
    """
    a aching and bad her his low lower mid my neck of or our painful sore stiff that the their this upper whose your
    """.split()
)
_BEHIND_BACK = frozenset(
    "ache aches complaint complaints hurts injury injuries issues massage muscle muscles pain pains problem problems "
    "sufferers trouble troubles".split()
)
# How many words are remembered with their stems.
_MEMO = 65_536
_stemmer = Stemmer("english", 0)  # it remembers nothing: its own memory takes three times as long as to stem again

Stems = tuple[str, ...]


class Word(NamedTuple):
    """A word that says something: its stem, and where it stands in the text."""

    stem: str
    start: int
    end: int


@lru_cache(maxsize=_MEMO)
def stem(word: str) -> str:
    """The stem of a lower-case word, by Porter's English stemmer."""
    return word if word in _AS_IS else str(_stemmer.stemWord(word))


class _Between(dict[str, Stems]):
    """The stems of what stands between blanks; most of it was seen before."""

    def __missing__(self, run: str) -> Stems:
        if len(self) >= _MEMO:
            self.clear()
        found = self[run] = tuple([stem(word) for word in _WORD.findall(run) if word not in STOP])
        return found


_between = _Between()


def words(text: str) -> Iterator[Word]:
    """The words of `text` that are not in `STOP`, in order."""
    found = [*_WORD.finditer(text)]
    said = [one.group().lower() for one in found]
    back = "back" in said
    for place, word in enumerate(said):
        if word not in STOP:
            yield Word(_meant(said, place) if back else stem(word), *found[place].span())


def stems(text: str) -> Stems:
    """The stems of the words of `text` that are not in `STOP`, in order."""
    text = text.lower()
    if "back" not in text:
        return tuple(chain.from_iterable(map(_between.__getitem__, text.split())))
    said = _WORD.findall(text)
    return tuple([_meant(said, place) for place, word in enumerate(said) if word not in STOP])


def _meant(said: Sequence[str], place: int) -> str:
    """The stem of a word among its neighbours; "back" as in "give back" has one of its own."""
    if said[place] != "back" or len(said) == 1:
        return stem(said[place])
    before = place > 0 and said[place - 1] in _BEFORE_BACK
    behind = place + 1 < len(said) and said[place + 1] in _BEHIND_BACK
    return "back" if before or behind else "aback"
