"""Whether the figures of an appraisal stand in an abstract. Pure.

That a figure stands there is no proof that it means what the appraisal says; that it does not is a reason to look.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidence.figures import MINUS_LIKE, figure
from evidence.model import Appraisal, Result

__all__ = ["RecordedFigure", "missing_figures", "recorded_figures"]

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORD = {word: value for value, word in enumerate([*_ONES, *_TEENS], 1)}
_WORD |= {word: 10 * place for place, word in enumerate(_TENS, 2)}
_ONE, _TEEN, _TEN = ("|".join(words) for words in (_ONES, _TEENS, _TENS))
_SPELT = re.compile(
    rf"\b(?:(?P<hundreds>{_ONE}|a)\s+hundred(?:\s+and)?\b\s*)?"
    rf"(?P<rest>(?:{_TEN})(?:[-\s](?:{_ONE}))?|{_TEEN}|{_ONE})?\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?P<bound>[<>≤≥])?\s*(?P<digits>\d{1,3}(?:[,\u2009\u202f ]\d{3})+(?!\d)(?:\.\d+)?|\d*\.\d+|\d+)")
_BOUND_WORDS = (("less than or equal to", "≤"), ("less than", "<"), ("greater than", ">"), ("more than", ">"))
_FIGURES = ("n_intervention", "n_comparator", "estimate", "low", "high", "p")


@dataclass(frozen=True, slots=True)
class RecordedFigure:
    """A recorded figure: the field of the appraisal in which it stands (places from one), and its text."""

    field: str
    figure: str
    where: str = ""


def recorded_figures(appraisal: Appraisal) -> tuple[RecordedFigure, ...]:
    """Every n, estimate, end of an interval and p of an appraisal."""
    return tuple(_recorded(appraisal))


def _recorded(appraisal: Appraisal) -> Iterator[RecordedFigure]:
    if appraisal.participants is not None:
        yield RecordedFigure("participants", str(appraisal.participants))
    for place, result in enumerate(appraisal.results, 1):
        yield from _of_result(place, result)


def _of_result(place: int, result: Result) -> Iterator[RecordedFigure]:
    for name in _FIGURES:
        if text := getattr(result, name):
            yield RecordedFigure(f"results[{place}].{name}", text, result.where)


def missing_figures(appraisal: Appraisal, abstract: str) -> tuple[RecordedFigure, ...]:
    """The recorded figures that do not stand in `abstract`.

    Compared digit by digit (0.70 is not 0.7), without sign: a fall of 8.16 is printed so and recorded as -8.16. A bound
    (`<0.001`) must be a bound there too. Numbers up to 999 are also found in words.
    """
    printed = set(_printed(abstract))
    return tuple(one for one in recorded_figures(appraisal) if not _wanted(one.figure) <= printed)


def _wanted(text: str) -> set[tuple[str, str]]:
    """The bound and digits of a recorded figure; of what is no single figure (`27 vs 29`), of each number in it."""
    known = figure(text)
    found = list(_numbers(text))
    return {found[0]} if known and found else set(found) or {("", text)}


def _printed(abstract: str) -> Iterator[tuple[str, str]]:
    text = abstract.replace("·", ".")  # as The Lancet prints decimals
    for words, sign in _BOUND_WORDS:
        text = re.sub(rf"\b{words}\s+(?=[\d.])", sign, text, flags=re.IGNORECASE)
    yield from _numbers(text)
    for match in _SPELT.finditer(text):
        if value := _value(match):
            yield "", str(value)


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    for match in _NUMBER.finditer(re.sub(f"[{MINUS_LIKE}]", "-", text)):
        digits = re.sub(r"[,\s]", "", match["digits"])
        yield match["bound"] or "", f"0{digits}" if digits.startswith(".") else digits


def _value(match: "re.Match[str]") -> int:
    hundreds = {"a": 1, "": 0}.get((match["hundreds"] or "").lower())
    if hundreds is None:
        hundreds = _WORD[match["hundreds"].lower()]
    words = re.split(r"[-\s]+", (match["rest"] or "").lower())
    return 100 * hundreds + sum(_WORD[word] for word in words if word)
