"""Whether a registry speaks of the work that a reference names: title, first author, year, identifiers. Pure.

Never by similarity: two titles are one when they are equal after their spelling is made one, or when one of them is the
other without its subtitle, which is then said. "Vitamin C" is not nearly "vitamin D".
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from evidence.bibtex.latex import clean
from evidence.model import Name, Reference
from evidence.registries.records import Work

__all__ = [
    "Agreement",
    "TitleMatch",
    "bare_title",
    "compare",
    "folded",
    "normal_title",
    "same_author",
    "title_forms",
    "title_match",
]

# What publishers put before the title of a work that was taken back. `Retraction:` opens a notice, and stays.
_FATE = re.compile(
    r"^\W*(?:(?:article\s+)?(?:retracted|withdrawn|removed)(?:\s+(?:article|chapter|paper))?|temporary\s+removal)"
    r"\s*[\]\):.-]+\s*",
    re.IGNORECASE,
)
_GREEK = re.compile(r"GREEK (?:SMALL|CAPITAL) LETTER (?:FINAL )?(\w+)")
# Signs whose loss would make two different titles equal: CD4+ and CD4, under and over 65.
_SIGNS = {
    "&": " and ",
    "+": " plus ",
    "<": " less ",
    ">": " more ",
    "≤": " atmost ",
    "≥": " atleast ",
    "%": " percent ",
}
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"})
# How German, Danish and Swedish names are written where their letters are not at hand.
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_SUBTITLE = re.compile(r":\s+|\.\s+|\?\s+|\s+[-–—]\s+|[—]|\s+\((?=[^)]*\)$)|;\s+")
# Fewer words than these name a topic, not a work.
_LEAST_WORDS = 4


class TitleMatch(StrEnum):
    """How two titles agree."""

    EXACT = "exact"
    REFERENCE_CUT = "reference_cut"
    """The reference has the registry's title without its subtitle."""
    REGISTRY_CUT = "registry_cut"
    """The registry has the reference's title without its subtitle."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a reference agrees with a work: the titles, and in `faults`, a sentence each, all that does not agree."""

    title: TitleMatch
    faults: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether title, first author, year and identifiers all agree."""
        return not self.faults


def compare(reference: Reference, work: Work) -> Agreement:
    """A reference held against what a registry says."""
    match = title_match(reference.title, work.title)
    return Agreement(match, tuple(_faults(reference, work, match)))


def _faults(reference: Reference, work: Work, match: TitleMatch) -> Iterator[str]:
    there = work.source.words
    if match is TitleMatch.NONE:
        yield f"the title at {there} is “{work.title}”"
    first = reference.authors[0] if reference.authors else None
    other = work.authors[0] if work.authors else None
    if first is None:
        yield "the reference names no author"
    elif other is None:
        yield f"{there} names no author"
    elif not same_author(first, other):
        yield f"the first author at {there} is {other}"
    if not reference.year.isdecimal():
        yield "the reference has no year"
    elif all(abs(int(reference.year) - year) > 1 for year in work.years):
        yield f"the year at {there} is {' or '.join(map(str, work.years)) or 'not given'}"
    for name in ("doi", "pmid", "pmcid"):
        ours, theirs = getattr(reference, name), getattr(work, name)
        if ours and theirs and ours.lower() != theirs.lower():
            yield f"the {name.upper()} at {there} is {theirs}"


def title_match(ours: str, theirs: str) -> TitleMatch:
    """How the title of a reference agrees with that of a registry."""
    if normal_title(ours) == normal_title(theirs):
        return TitleMatch.EXACT if normal_title(ours) else TitleMatch.NONE
    if _is_main_part(ours, theirs):
        return TitleMatch.REFERENCE_CUT
    return TitleMatch.REGISTRY_CUT if _is_main_part(theirs, ours) else TitleMatch.NONE


def _is_main_part(short: str, long: str) -> bool:
    """Whether `short` is `long` up to one of the marks that open a subtitle, and names more than a topic."""
    title = bare_title(long)
    if len(bare_title(short).split()) < _LEAST_WORDS:
        return False
    return any(normal_title(title[: mark.start()]) == normal_title(short) for mark in _SUBTITLE.finditer(title))


def title_forms(title: str) -> frozenset[str]:
    """The forms by which titles that may match can be looked up: the whole, and each beginning that a subtitle follows.

    Two titles that match share one.
    """
    bare = bare_title(title)
    mains = (bare[: mark.start()] for mark in _SUBTITLE.finditer(bare))
    return frozenset({normal_title(bare), *(normal_title(main) for main in mains)}) - {""}


def bare_title(title: str) -> str:
    """A title without markup, without what was put before it when the work was taken back, and without final stop."""
    return _FATE.sub("", clean(title)).rstrip(" .")


def normal_title(title: str) -> str:
    """A title as it is compared: letters and figures in one case, without accents, Greek letters by name.

    Blanks and marks go, for registries differ in them (`CO 2`), but stay between figures: 1.5 is not 15.
    """
    text = "".join(_SIGNS.get(char) or _greek(char) for char in bare_title(title))
    words = " ".join(re.findall(r"[^\W_]+", folded(text)))
    return re.sub(r"(?<!\d) | (?!\d)", "", words)


def _greek(char: str) -> str:
    match = _GREEK.match(unicodedata.name(char, ""))
    if not match:
        return char
    return {"LAMDA": "lambda"}.get(match[1], match[1].lower())


def folded(text: str) -> str:
    """`text` in one case, without accents, in the letters a to z where it can be."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))


def same_author(ours: Name, theirs: Name) -> bool:
    """Whether two names can be one person's, or are one body's.

    The family names are equal, with or without particle; of the given names, where both are known, the first letters.
    A name that a registry gives as one text has the family name last, and the given name first.
    """
    if ours.literal or theirs.literal:
        return _same_literal(ours, theirs)
    same_family = _spellings(ours.family) & _spellings(theirs.family) or (
        _spellings(f"{ours.particle} {ours.family}") & _spellings(f"{theirs.particle} {theirs.family}")
    )
    return bool(same_family) and _same_initial(ours.given, theirs.given)


def _same_literal(ours: Name, theirs: Name) -> bool:
    if _spellings(_whole(ours)) & _spellings(_whole(theirs)):
        return True
    person, text = (ours, theirs.literal) if theirs.literal else (theirs, ours.literal)
    family = person.literal or person.family
    places = range(1, len(text.split()))
    if any(_spellings(" ".join(text.split()[place:])) & _spellings(family) for place in places):
        return _same_initial(person.given, text)
    # `Perlman A`, and a body of one word that is a family name.
    first, _, rest = text.partition(" ")
    initials = re.fullmatch(r"[^\W\d_]{0,3}", rest)
    return bool(initials and _spellings(first) & _spellings(family)) and _same_initial(person.given, rest)


def _whole(name: Name) -> str:
    return name.literal or " ".join(part for part in (name.given, name.particle, name.family) if part)


def _spellings(text: str) -> set[str]:
    """The letters of a name without accents, and with them spelt out (`Müller`, `Mueller`)."""
    lower = unicodedata.normalize("NFC", text).casefold()
    return {re.sub(r"[\W\d_]+", "", folded(one)) for one in (lower, lower.translate(_SPELT_OUT))} - {""}


def _same_initial(ours: str, theirs: str) -> bool:
    first, second = (re.sub(r"[\W\d_]+", "", folded(given)) for given in (ours, theirs))
    return not first or not second or first[0] == second[0]
