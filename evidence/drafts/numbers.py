"""Figures in a sentence against those of the studies behind its claims: percentages, people, weeks, minutes.

A figure agrees when one of the studies' figures, whatever its sign, rounds to it at the digits given; after "about" and
the like it may be off by a twentieth (see `evidence.figures`). A ratio of 0.38 may be told as 62 % fewer.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from evidence.drafts.report import Finding, Level
from evidence.figures import Mention, figure, mentions
from evidence.model import Measure, Result, Study

__all__ = ["Quantity", "Unit", "judge_numbers", "quantities", "stored"]


class Unit(StrEnum):
    """What a figure counts."""

    PERCENT = "percent"
    PEOPLE = "people"
    WEEKS = "weeks"
    MINUTES = "minutes"


class Quantity(NamedTuple):
    """A figure with its unit, as a sentence has it."""

    text: str
    unit: Unit
    mention: Mention


_WORDS = {
    word: str(value)
    for value, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_QUANTITY = re.compile(
    rf"(?<![\w.,])(?P<number>\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(_WORDS)})\b)"
    r"(?:(?P<percent>\s?%|[\s-]?per ?cent\b)|[\s-](?P<weeks>weeks?\b)|[\s-](?P<minutes>min(?:ute)?s?\b)|"
    r"\s(?:[\w-]+\s){0,2}?"
    r"(?P<people>people|participants|patients|adults|volunteers|women|men|athletes|runners|students|subjects)\b)"
    r"|\bn\s?=\s?(?P<n>\d[\d,]*)",
    re.IGNORECASE,
)
_TELLS_OF_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|research(?:ers)?|participants|volunteers|reviews?|meta-analys[ie]s|experiments?|"
    r"survey(?:s|ed)?|randomi[sz]ed)\b",
    re.IGNORECASE,
)
# "Within two weeks" promises a time; "for two weeks" only says what to do.
_PROMISES_TIME = re.compile(r"\b(?:after|within|in (?:just|only|as little as))\s+(?:\w+\s+)?$", re.IGNORECASE)

Stored = Mapping[Unit, frozenset[Decimal]]
"""The figures of some studies, by what they count."""


def quantities(text: str) -> Iterator[Quantity]:
    """The percentages, numbers of people, weeks and minutes in a text; `one` to `twelve` also as words."""
    for found in _QUANTITY.finditer(text):
        group = "n" if found["n"] else "number"
        unit = Unit.PEOPLE if found["n"] else next(unit for unit in Unit if found[unit.value])
        digits = _WORDS.get(found[group].lower(), found[group])
        # With the words before it, for "about" and "over" give a figure some room.
        *_, last = [None, *mentions(text[: found.start(group)] + digits)]
        if last and last.text == digits:
            yield Quantity(found.group(), unit, last)


def stored(studies: Iterable[Study]) -> Stored:
    """The figures of studies: those of their results, and those that their descriptions mention."""
    found: dict[Unit, set[Decimal]] = {unit: set() for unit in Unit}
    for study in studies:
        for unit, value in _study_figures(study):
            found[unit].add(abs(value))
    return {unit: frozenset(values) for unit, values in found.items()}


def _study_figures(study: Study) -> Iterator[tuple[Unit, Decimal]]:
    appraisal = study.appraisal
    counts = (appraisal.participants, *(arm.participants for arm in appraisal.arms))
    yield from ((Unit.PEOPLE, Decimal(count)) for count in counts if count is not None)
    for text in (appraisal.population, *(arm.description for arm in appraisal.arms)):
        yield from _figures_in(text)
    for result in appraisal.results:
        yield from _result_figures(result)


def _figures_in(text: str) -> Iterator[tuple[Unit, Decimal]]:
    yield from ((found.unit, found.mention.figure.value) for found in quantities(text))


def _result_figures(result: Result) -> Iterator[tuple[Unit, Decimal]]:
    printed = [found.value for found in map(figure, (result.estimate, result.low, result.high)) if found]
    if result.measure in {Measure.PERCENT, Measure.PERCENT_CHANGE} or re.search(r"%|per ?cent", result.unit):
        yield from ((Unit.PERCENT, value) for value in printed)
    if result.measure.is_ratio:
        yield from ((Unit.PERCENT, (1 - value) * 100) for value in printed)
    groups = [found.value for found in map(figure, (result.n_intervention, result.n_comparator)) if found]
    yield from ((Unit.PEOPLE, value) for value in (*groups, sum(groups, Decimal(0))) if value)
    texts = (result.time, result.outcome, result.unit, result.intervention, result.comparator)
    for text in (*texts, result.finding, result.narrative):
        yield from _figures_in(text)


def judge_numbers(text: str, studies: tuple[Study, ...]) -> Iterator[Finding]:
    """The figures in a sentence that none of the studies behind it gives.

    Percentages always count; people, weeks and minutes only where the sentence tells of a study, or promises a time.
    """
    told = [quantity for quantity in quantities(text) if _is_told(text, quantity)]
    known = stored(studies if told else ())
    for quantity in told:
        if not any(quantity.mention.stands_for(value) for value in known[quantity.unit]):
            yield _finding(quantity, known[quantity.unit], studies)


def _is_told(text: str, quantity: Quantity) -> bool:
    if quantity.unit is Unit.PERCENT or _TELLS_OF_STUDY.search(text):
        return True
    before = text[: text.index(quantity.text)]
    return quantity.unit is not Unit.PEOPLE and _PROMISES_TIME.search(before) is not None


def _finding(quantity: Quantity, known: frozenset[Decimal], studies: tuple[Study, ...]) -> Finding:
    cite = tuple(study.key for study in studies)
    if not known:
        message = f"“{quantity.text}” stands in none of the studies behind this claim; name its source or leave it out."
        return Finding("number-untraceable", Level.ERROR, message, cite=cite)
    near = min(known, key=lambda value: (abs(value - quantity.mention.figure.value), value))
    message = (
        f"“{quantity.text}” differs from the studies behind this claim, whose nearest figure is "
        f"{near.normalize():f} {quantity.unit.value}; correct it or name its source."
    )
    return Finding("number-differs", Level.ERROR, message, cite=cite)
