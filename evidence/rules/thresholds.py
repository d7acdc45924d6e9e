"""A threshold is a figure that was read on a page, for an instrument that results can be matched with."""

from collections.abc import Callable, Iterator

from evidence.errors import InvalidIdentifier
from evidence.identifiers import doi, pmid
from evidence.model import Threshold
from evidence.problems import Where
from evidence.results import plain
from evidence.rules.rule import Fault, FieldFault, Inspection, Rule
from evidence.rules.studies import is_page

__all__ = ["RULES"]


def _at(threshold: Threshold, field: str) -> Where:
    return Where("thresholds.toml", f"{threshold.id}.{field}")


def _sized(inspection: Inspection) -> Iterator[Fault]:
    for one in inspection.library.thresholds:
        figure = plain(one.threshold)
        if figure is None or figure.value <= 0:
            yield _at(one, "threshold"), f"{one.threshold!r} is no size of a change; write it without sign: 9.7"


def _sourced(inspection: Inspection) -> Iterator[Fault]:
    for one in inspection.library.thresholds:
        yield from ((_at(one, field), message) for field, message in _source_faults(one))


def _source_faults(one: Threshold) -> Iterator[FieldFault]:
    if not one.citation.strip():
        yield "citation", "is empty; name authors, year, journal and pages"
    if not (one.doi or one.pmid):
        yield "doi", "is missing, and pmid too; write one of them, as the page shows it"
    for field, normal in (("doi", doi), ("pmid", pmid)):
        if (given := getattr(one, field)) and not _is_normal(given, normal):
            yield field, f"{given!r} is not in normal form; write it bare and in lower case"
    if not is_page(one.url):
        yield "url", f"{one.url!r} is not the address of a page; name the page on which the figure was read"


def _is_normal(text: str, normal: Callable[[str], str]) -> bool:
    try:
        return bool(normal(text) == text)
    except InvalidIdentifier:
        return False


def _matchable(inspection: Inspection) -> Iterator[Fault]:
    for one in inspection.library.thresholds:
        for field in ("written", "units"):
            if not any(name.strip() for name in getattr(one, field)):
                yield _at(one, field), "is empty; list how results write it, as in their instrument and unit"


RULES = (
    Rule("threshold-sized", "A smallest change that is no number, or none, makes every effect matter.", _sized),
    Rule("threshold-sourced", "What is too small to matter is for those to say who asked people.", _sourced),
    Rule("threshold-matchable", "A threshold that fits no result's instrument and unit is never used.", _matchable),
)
