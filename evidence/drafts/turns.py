"""Turns of phrase: a list of expressions, looked for only where one of their key words stands."""

import re
import sys
from collections.abc import Iterator
from functools import cached_property, lru_cache

from evidence.words import stem

__all__ = ["Turns", "turns"]

_WORD = re.compile(r"[^\W_]+")
# How many texts are remembered with their stems: one sentence is asked about by a dozen lists, whole and in parts.
_MEMO = 32


class Turns:
    """Expressions for turns of phrase, each beginning at a word, joined to one that is compiled when it is needed.

    In whatever they match stands one of the `keys`, in some form; most sentences hold none and are spared the search,
    which for a long list takes twenty times as long as to see that. Without keys every sentence is searched.
    """

    def __init__(self, *alternatives: str, keys: str = "", flags: int = 0) -> None:
        self.alternatives = alternatives
        self.keys = frozenset(map(stem, keys.split()))
        self._flags = flags

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(self.alternatives)})", self._flags)

    def may_stand_in(self, text: str) -> bool:
        """Whether a text holds one of the key words."""
        return not self.keys or not self.keys.isdisjoint(_stems(text))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first of these turns in a part of a text."""
        return self._pattern.search(text, start, end) if self.may_stand_in(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All of these turns in a part of a text, none inside another."""
        return self._pattern.finditer(text, start, end) if self.may_stand_in(text) else iter(())

    def masked(self, text: str) -> str:
        """The text with these turns made unreadable, each character in its place."""
        return self._pattern.sub(_dots, text) if self.may_stand_in(text) else text


def turns(*alternatives: str, keys: str = "") -> Turns:
    """Turns of phrase in lower case."""
    return Turns(*alternatives, keys=keys)


@lru_cache(maxsize=_MEMO)
def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, _WORD.findall(text.lower())))


def _dots(found: re.Match[str]) -> str:
    return "·" * len(found.group())
