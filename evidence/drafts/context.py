"""What a sentence takes over from the text before it: the subject behind "it", and the place the text is about."""

import re
from typing import NamedTuple

from evidence.drafts.slots import Lexicon, held
from evidence.model import Slot
from evidence.sentences import sentences
from evidence.words import Word, stems, words

__all__ = ["Carried", "carried", "refers_back"]

# How many characters of the text before are read, so that time stays the same however long the text is.
_READ = 1000

_BACK = re.compile(
    r"""^\W*(?:(?:and|but|so|also|yet|moreover|furthermore|additionally|in\ addition|besides|thus|therefore|indeed|
    however|nevertheless|still|in\ fact|likewise|similarly|then|now|overall|here\ are\ \w+(?:\ \w+)?\ (?:ways|reasons)|
    for\ example|as\ a\ result|first(?:ly)?|second(?:ly)?|finally|when|if|since|because|by|with|
    through|for|in|both\ of),?\s+)*
    (?:it|its|this|these|that|those|they|their|them|such|both|doing\ so|
    (?:the|regular|daily|weekly|a|traditional)\ (?:technique|therapy|treatment|practice|method|approach|session|
    procedure|remed)\w*|
    (?:sessions?|techniques?|treatments?)\b)\b
    # A heading without a subject: "Reducing Inflammation and Swelling".
    |^\W*[a-z]{3,}ing\s+[^.!?,;:]+$""",
    re.IGNORECASE | re.VERBOSE,
)


# What a line ends with that is no heading.
_STOPS = ".!?:;…\"'”’)"


class Carried(NamedTuple):
    """Words for what "it" stands for, and the concepts (bits) of the body sites and people that the text is about."""

    words: tuple[Word, ...]
    topic: int


def refers_back(sentence: str) -> bool:
    """Whether the sentence begins with a word for what was spoken of before: "it", "this technique", "sessions"."""
    return bool(_BACK.match(sentence))


def carried(sentence: str, before: str, lexicon: Lexicon) -> Carried:
    """What `sentence` takes over from the text `before` it, in which each paragraph is a line.

    The subject may come from any of it; the place only from the sentence's own paragraph and the heading above that.
    """
    if not before.strip():
        return Carried((), 0)
    before = before[-_READ:]
    topic = held(lexicon.said(stems(_near(before)))).all
    places = topic & (lexicon.slots[Slot.SITE] | lexicon.slots[Slot.POPULATION])
    return Carried(_subject(before, tuple(words(before)), lexicon) if refers_back(sentence) else (), places)


def _near(before: str) -> str:
    """The last line of a text, with the line above where that is a heading: one that ends without a full stop."""
    *above, own = before.split("\n")
    headings = [line for line in above if line.strip()][-1:]
    return " ".join([*(line for line in headings if line.rstrip()[-1] not in _STOPS), own])


def _subject(before: str, run: tuple[Word, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """The last intervention named before; without one, the sites and conditions of the last sentence."""
    found = _terms(run, lexicon, lexicon.slots[Slot.INTERVENTION])
    if found:
        return found[-1]
    last = [*sentences(before)][-1]
    things = lexicon.slots[Slot.SITE] | lexicon.slots[Slot.OUTCOME]
    return tuple(word for term in _terms(tuple(words(last.text)), lexicon, things) for word in term)


def _terms(run: tuple[Word, ...], lexicon: Lexicon, wanted: int) -> list[tuple[Word, ...]]:
    said = lexicon.said(tuple([word.stem for word in run]))
    return [run[one.first : one.last + 1] for one in said if one.concepts & wanted]
