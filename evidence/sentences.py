"""Where sentences begin and end in running text, and how one is known again."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from typing_extensions import TypedDict

__all__ = ["PlaceEntry", "SentencesEntry", "Span", "digest", "paragraphs", "sentences", "sentences_entry"]

_BOUNDARY = re.compile(r"""[.!?…]+ ["'”’»)\]]* \s+ (?= ["'“‘«(\[•\-–—]* \s* [^\W_] )""", re.VERBOSE)

_LIST_MARK = re.compile(r"^\s*(?:[•▪◦‣·*–-]\s+)+")

# A full stop after these does not end a sentence. Latin shorthand, titles, and what stands before a number.
_ABBREVIATIONS = frozenset(
    """
    e.g i.e cf vs al viz approx ca dr mr mrs ms prof st jr sr fig figs tab no nos vol vols p pp ch sec eq ref refs
    ed eds suppl dept univ inc ltd co etc
    """.split()
)
# Those among them that do end one when a capital follows: the list is over.
_MAY_END = frozenset({"etc", "inc", "ltd", "co", "al", "no", "p", "st", "ed", "sec", "ref", "tab", "fig"})
_BEFORE_NUMBER = frozenset({"no", "p", "fig", "tab", "sec", "ref", "ed", "al"})


class Span(NamedTuple):
    """A stretch of a text: `text` is exactly what stands from offset `start` up to offset `end`."""

    text: str
    start: int
    end: int


class PlaceEntry(TypedDict):
    """A sentence of a text: where it stands, counted from one, its digest, and itself."""

    paragraph: int
    sentence: int
    digest: str
    text: str


class SentencesEntry(TypedDict):
    """A text as an article's record counts it: SHA-256, number of sentences in each paragraph, the sentences."""

    digest: str
    sentences: list[int]
    places: list[PlaceEntry]


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of `text` that are not blank, without a list mark before them or blanks at their ends."""
    for line in re.finditer(r"[^\r\n]+", text):
        content = _LIST_MARK.sub("", line.group()).strip()
        if content:
            start = line.start() + line.group().index(content)
            yield Span(content, start, start + len(content))


def sentences(text: str) -> Iterator[Span]:
    """The sentences of one paragraph, in order; together they hold all of its text but the blanks between them."""
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        if _ends_sentence(text, start, boundary):
            yield _trimmed(text, start, boundary.end())
            start = boundary.end()
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def digest(sentence: str) -> str:
    """The SHA-256 of a sentence in NFC with each run of blanks as one, in UTF-8: 64 hexadecimal digits."""
    folded = " ".join(unicodedata.normalize("NFC", sentence).split())
    return hashlib.sha256(folded.encode()).hexdigest()


def sentences_entry(text: str) -> SentencesEntry:
    """The sentences of a whole text with their places: what `articles.toml` and appearances say of it."""
    found = [[span.text for span in sentences(line.text)] for line in paragraphs(text)]
    return {
        "digest": hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest(),
        "sentences": [len(line) for line in found],
        "places": [
            {"paragraph": paragraph, "sentence": place, "digest": digest(sentence), "text": sentence}
            for paragraph, line in enumerate(found, 1)
            for place, sentence in enumerate(line, 1)
        ],
    }


def _trimmed(text: str, start: int, end: int) -> Span:
    stripped = text[start:end].strip()
    start = text.index(stripped, start)
    return Span(stripped, start, start + len(stripped))


def _ends_sentence(text: str, start: int, boundary: re.Match[str]) -> bool:
    mark = boundary.group().strip()
    following = text[boundary.end() :].lstrip("\"'“‘«([•-–— ")[:1]
    if following.islower():
        return False
    if mark.rstrip("\"'”’»)]") != ".":
        return True
    word = text[start : boundary.start()].split()[-1:] or [""]
    return _word_may_end(word[0].lstrip("(\"'“‘[").lower(), following)


def _word_may_end(word: str, following: str) -> bool:
    if word in _BEFORE_NUMBER:
        return not following.isdigit()
    if word in _ABBREVIATIONS:
        return word in _MAY_END
    is_initial = len(word) == 1 and word.isalpha() and word not in "iabcdek"
    return not is_initial
