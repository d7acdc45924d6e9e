"""Which capitals of a title a bibliography style may not lower: computed from the title, so no field need hold it."""

import re
from collections.abc import Iterator

from evidence.bibtex.latex import clean, encode

__all__ = ["render_title"]

# What stands between blanks, marks and hyphens: HIV, Parkinson's, U.S, and Meta-Analysis is two.
_LETTER = "[^\\W_][\u0300-\u036f]*"
_WORD = re.compile(f"(?:{_LETTER})+(?:['’.](?:{_LETTER})+)*")
# Words of four letters and more that a title in title case may leave small.
_SMALL = {
    "among", "between", "during", "from", "into", "over", "than", "that", "their", "through", "under", "upon", "versus",
    "with", "without",
}  # fmt: skip


def render_title(title: str, *, ascii: bool, language: str = "") -> str:
    """The value of a `title` field, the words whose capitals matter in braces: `{HIV}, pain and vitamin {D}`.

    These are words with a capital or a figure after the first letter (`pH`, `B12`), single capitals and, where the
    title is in sentence case or not in English, any capitalised word that opens neither the title nor a part of it.
    """
    title = clean(title)
    names_show = _in_sentence_case(title) or not _is_english(language)
    return "".join(
        f"{{{encode(text, ascii=ascii)}}}" if _is_protected(text, opens, names_show) else encode(text, ascii=ascii)
        for text, opens in _pieces(title)
    )


def _pieces(title: str) -> Iterator[tuple[str, bool]]:
    """Each word, and all that stands between words, with whether a word there opens the title or a part of it."""
    end = 0
    for word in _WORD.finditer(title):
        between = title[end : word.start()]
        yield between, False
        yield word[0], not end or any(mark in between for mark in ":.?!")
        end = word.end()
    yield title[end:], False


def _is_protected(text: str, opens: bool, names_show: bool) -> bool:
    first, rest = text[:1], text[1:]
    if any(char.isupper() for char in rest) or (first.isalpha() and any(char.isdigit() for char in rest)):
        return True
    single = first.isupper() and not rest and first != "A"
    return single or (names_show and first.isupper() and not opens)


def _in_sentence_case(title: str) -> bool:
    """Whether at least half of the words that title case would capitalise are small."""
    words = [text for text, opens in _pieces(title) if len(text) > 3 and text.isalpha() and not opens]
    telling = [word for word in words if word not in _SMALL and word[1:].islower()]
    return bool(telling) and 2 * sum(word.islower() for word in telling) >= len(telling)


def _is_english(language: str) -> bool:
    return not language or language.lower().startswith("en")
