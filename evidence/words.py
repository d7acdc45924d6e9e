"""Words and their stems: what search and matching compare texts by."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

__all__ = ["STOP", "Stems", "Word", "stem", "stems", "words"]

# Words that say nothing about what is looked for.
STOP = frozenset(
    """
    a an and are as at be by can could do does for from has have help helps how i if in into is it its me may might
    my of on or our s so that the their them then there this to was what when which will with would you your
    """.split()
)

_WORD = re.compile(r"[^\W_]+")
_stemmer = snowballstemmer.stemmer("english")

Stems = tuple[str, ...]


class Word(NamedTuple):
    """A word that says something: its stem, and where it stands in the text."""

    stem: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a lower-case word, by Porter's English stemmer."""
    return str(_stemmer.stemWord(word))


def words(text: str) -> Iterator[Word]:
    """The words of `text` that are not in `STOP`, in order."""
    for found in _WORD.finditer(text):
        word = found.group().lower()
        if word not in STOP:
            yield Word(stem(word), found.start(), found.end())


def stems(text: str) -> Stems:
    """The stems of the words of `text` that are not in `STOP`, in order."""
    return tuple(stem(word) for word in _WORD.findall(text.lower()) if word not in STOP)
