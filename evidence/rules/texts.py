"""Text is in one form, and what is in it can be seen."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from evidence.problems import Where
from evidence.rules.rule import Fault, Inspection, Rule, article_at, claim_at, reference_at, study_at

__all__ = ["RULES", "texts_in"]

# Control, format (zero-width, bidirectional, soft hyphen), surrogate, private use, line and paragraph separators.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_REPLACEMENT = "\ufffd"


def texts_in(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a record, with the path of the field in which it stands; places in a list are counted from one."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for place, item in enumerate(value, 1):
            yield from texts_in(item, f"{path}[{place}]")
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name), f"{path}.{field.name}".lstrip("."))


def _all_texts(inspection: Inspection) -> Iterator[tuple[Where, str]]:
    library = inspection.library
    for claim in library.all_claims.values():
        yield from ((claim_at(claim, path), text) for path, text in texts_in(claim))
    for key, study in library.studies.items():
        yield from ((study_at(key, path), text) for path, text in texts_in(study.appraisal))
        yield from ((reference_at(key, path), text) for path, text in texts_in(study.reference))
    for id, article in library.articles.items():
        yield from ((article_at(id, path), text) for path, text in texts_in(article))
    yield from _listed("topics.toml", library.topics.values())
    yield from _listed("vocabulary.toml", library.concepts)
    yield from _listed("headings.toml", library.headings)
    yield from _listed("interventions.toml", library.interventions)
    yield from _listed("thresholds.toml", library.thresholds)


def _listed(file: str, records: Iterable[Any]) -> Iterator[tuple[Where, str]]:
    for record in records:
        yield from ((Where(file, f"{record.id}.{path}"), text) for path, text in texts_in(record))


def _normal_form(inspection: Inspection) -> Iterator[Fault]:
    for where, text in _all_texts(inspection):
        if not unicodedata.is_normalized("NFC", text):
            yield where, f"{text!r} is not in Unicode's form NFC; save it so, or type its accented letters anew"


def _visible(inspection: Inspection) -> Iterator[Fault]:
    for where, text in _all_texts(inspection):
        unseen = sorted({sign for sign in text if unicodedata.category(sign) in _UNSEEN or sign == _REPLACEMENT})
        if unseen:
            codes = ", ".join(f"U+{ord(sign):04X}" for sign in unseen)
            yield where, f"{text!r} holds {codes}, which cannot be seen or read; delete it, and write text in one line"


RULES = (
    Rule("text-nfc", "The same word in two forms is two words to a search.", _normal_form),
    Rule(
        "text-visible",
        "What cannot be seen can change what a reader, a search or a program takes from a text.",
        _visible,
    ),
)
