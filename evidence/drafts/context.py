"""What a sentence takes over from the text before it: the subject behind "it", and the place the text is about."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evidence.drafts.slots import Lexicon
from evidence.model import Slot
from evidence.sentences import Span, paragraphs, sentences
from evidence.words import Word, words

__all__ = ["Before", "Carried", "carried", "in_context", "refers_back"]

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


class Before(NamedTuple):
    """The sentences before one, as far as they bear on it: those of its own paragraph, and those above that."""

    above: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str) -> "Before":
        """What stands before a sentence, given the text before it, of which only the end is read."""
        above, _, own = text[-_READ:].rpartition("\n")
        return cls(tuple(_sentences(above)), tuple(_sentences(own)))


def _sentences(text: str) -> Iterator[str]:
    return (sentence.text for line in paragraphs(text) for sentence in sentences(line.text))


def in_context(prose: str) -> Iterator[tuple[Span, Before]]:
    """The sentences of a text in which a line is a paragraph, each with those before that bear on it.

    They are two; for a heading also the headings above it, which are nearer to it than what stands between.
    """
    last: deque[str] = deque(maxlen=_SENTENCES)
    headings: deque[str] = deque(maxlen=_HEADINGS)
    for paragraph in paragraphs(prose):
        own = 0
        is_heading = _is_heading(paragraph.text)
        for sentence in sentences(paragraph.text):
            said = tuple(last)
            before = Before((*said[: len(said) - own], *(headings if is_heading else ())), said[len(said) - own :])
            yield Span(sentence.text, paragraph.start + sentence.start, paragraph.start + sentence.end), before
            last.append(sentence.text[-_READ:])
            own = min(own + 1, _SENTENCES)
        if is_heading:
            headings.append(paragraph.text[-_READ:])


def _is_heading(line: str) -> bool:
    return line.rstrip()[-1:] not in _STOPS


def refers_back(sentence: str) -> bool:
    """Whether the sentence begins with a word for what was spoken of before: "it", "this technique", "sessions"."""
    return _BACK.match(sentence) is not None


def carried(sentence: str, before: Before, lexicon: Lexicon) -> Carried:
    """What a sentence takes over from those before it.

    The subject may come from any of them; the place only from its own paragraph and the heading above that.
    """
    if not (before.above or before.own):
        return Carried((), 0)
    back = _BACK.match(sentence)
    subject = _subject((*before.above, *before.own), lexicon, several=bool(back["several"])) if back else ()
    return Carried(subject, 0 if _is_heading(sentence) else _topic(before, lexicon))


def _topic(before: Before, lexicon: Lexicon) -> int:
    found = 0
    for near in (*filter(_is_heading, before.above[-1:]), *before.own):
        found |= lexicon.held_by(near).all
    return found & (lexicon.slots[Slot.SITE] | lexicon.slots[Slot.POPULATION])


def _subject(before: Sequence[str], lexicon: Lexicon, *, several: bool) -> tuple[Word, ...]:
    """What the last sentence that names interventions names first, or all of them; else its sites and conditions."""
    for sentence in reversed(before):
        if found := _terms(_UNLIKE.sub("", sentence), lexicon, lexicon.slots[Slot.INTERVENTION]):
            return tuple(word for term in (found if several else found[:1]) for word in term)
    things = lexicon.slots[Slot.SITE] | lexicon.slots[Slot.OUTCOME]
    return tuple(word for term in _terms(before[-1], lexicon, things) for word in term)


def _terms(text: str, lexicon: Lexicon, wanted: int) -> list[tuple[Word, ...]]:
    run = tuple(words(text))
    said = lexicon.said(tuple([word.stem for word in run]))
    return [run[one.first : one.last + 1] for one in said if one.concepts & wanted]
