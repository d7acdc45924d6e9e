"""What a sentence takes over from the text before it: the subject behind "it", and the place the text is about."""

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from evidence.drafts.slots import Lexicon, held
from evidence.model import Slot
from evidence.sentences import Span, paragraphs, sentences
from evidence.words import Word, stems, words

__all__ = ["Carried", "carried", "in_context", "refers_back"]

# How many characters of the text before are read, so that time stays the same however long the text is.
_READ = 1000
_SENTENCES = 2
_HEADINGS = 6

_BACK = re.compile(
    r"""^\W*(?:(?:and|but|so|also|yet|moreover|furthermore|additionally|in\ addition|besides|thus|therefore|indeed|
    however|nevertheless|still|in\ fact|likewise|similarly|then|now|overall|here\ are\ \w+(?:\ \w+)?\ (?:ways|reasons)|
    for\ example|as\ a\ result|first(?:ly)?|second(?:ly)?|finally|when|if|since|because|by|with|
    through|for|in|both\ of),?\s+)*
    (?:it|its|this|(?P<several>these|those|such|both)|that|they|their|them|doing\ so|
    (?:the|regular|daily|weekly|a|traditional)\ (?:technique|therapy|treatment|practice|method|approach|session|
    procedure|remed)\w*|
    (?:sessions?|techniques?|treatments?)\b)\b
    # A heading without a subject: "Reducing Inflammation and Swelling".
    |^\W*[a-z]{3,}ing\s+[^.!?,;:]+$""",
    re.IGNORECASE | re.VERBOSE,
)


# What a sentence begins with that is not about it.
_UNLIKE = re.compile(r"^\W*(?:unlike|contrary to|instead of|rather than) [^,]*,", re.IGNORECASE)
# What a line ends with that is no heading.
_STOPS = ".!?:;…\"'”’)"


class Carried(NamedTuple):
    """Words for what "it" stands for, and the concepts (bits) of the body sites and people that the text is about."""

    words: tuple[Word, ...]
    topic: int


def in_context(prose: str) -> Iterator[tuple[Span, str]]:
    """The sentences of a text in which a line is a paragraph, each with as much of the text before as bears on it.

    That is two sentences; for a heading also the headings above it, which are nearer to it than what stands between.
    """
    starts = [0] * _SENTENCES
    headings: deque[str] = deque(maxlen=_HEADINGS)
    for paragraph in paragraphs(prose):
        is_heading = _is_heading(paragraph.text)
        for sentence in sentences(paragraph.text):
            start, end = paragraph.start + sentence.start, paragraph.start + sentence.end
            above = "".join([f"\n{heading}\n" for heading in headings]) if is_heading else ""
            yield Span(sentence.text, start, end), prose[starts[0] : start] + above
            starts = [*starts[1:], start]
        if is_heading:
            headings.append(paragraph.text)


def _is_heading(line: str) -> bool:
    return line.rstrip()[-1:] not in _STOPS


def refers_back(sentence: str) -> bool:
    """Whether the sentence begins with a word for what was spoken of before: "it", "this technique", "sessions"."""
    return _BACK.match(sentence) is not None


def carried(sentence: str, before: str, lexicon: Lexicon) -> Carried:
    """What `sentence` takes over from the text `before` it, in which each paragraph is a line.

    The subject may come from any of it; the place only from the sentence's own paragraph and the heading above that.
    """
    if not before.strip():
        return Carried((), 0)
    before = before[-_READ:]
    topic = held(lexicon.said(stems(_near(before)))).all
    places = 0 if _is_heading(sentence) else topic & (lexicon.slots[Slot.SITE] | lexicon.slots[Slot.POPULATION])
    back = _BACK.match(sentence)
    return Carried(_subject(before, lexicon, several=bool(back["several"])) if back else (), places)


def _near(before: str) -> str:
    """The last line of a text, with the line above where that is a heading: one that ends without a full stop."""
    *above, own = before.split("\n")
    headings = [line for line in above if line.strip()][-1:]
    return " ".join([*filter(_is_heading, headings), own])


def _subject(before: str, lexicon: Lexicon, *, several: bool) -> tuple[Word, ...]:
    """The last intervention named before, or all of that sentence; without one, sites and conditions of the last."""
    said = [sentence.text for line in paragraphs(before) for sentence in sentences(line.text)]
    for sentence in reversed(said):
        if found := _terms(_UNLIKE.sub("", sentence), lexicon, lexicon.slots[Slot.INTERVENTION]):
            return tuple(word for term in (found if several else found[:1]) for word in term)
    things = lexicon.slots[Slot.SITE] | lexicon.slots[Slot.OUTCOME]
    return tuple(word for term in _terms(said[-1], lexicon, things) for word in term)


def _terms(text: str, lexicon: Lexicon, wanted: int) -> list[tuple[Word, ...]]:
    run = tuple(words(text))
    said = lexicon.said(tuple([word.stem for word in run]))
    return [run[one.first : one.last + 1] for one in said if one.concepts & wanted]
