"""A study is a publication that was read, and its record says on which pages."""

import dataclasses
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from evidence.model import Check, Design, Integrity, RiskOfBiasTool, Study
from evidence.rules.rule import FieldFault, Rule, each_reference, each_study

__all__ = ["RULES", "is_page"]

# "Correction" alone may begin a real title ("Correction of pronation …"), and "protocol" may name a treatment.
_NOT_A_STUDY = re.compile(
    r"^\W*(?:retracted\b|retraction\b|withdrawn:|expression of concern|erratum\b|corrigend(?:um|a)\b|protocol\b|"
    r"correction(?::|\s+to\b))|\bstudy protocol\b|"
    r"\bprotocol (?:for|of) an?\b.*\b(?:trial|study|review|meta-analysis)\b",
    re.IGNORECASE,
)


def _checked(study: Study) -> Iterator[FieldFault]:
    checks = study.appraisal.checks
    if not checks:
        yield "checks", "is empty; name the page that was read, the day and the fields that were read there"
    for place, check in enumerate(checks, 1):
        if not is_page(check.url):
            yield (
                f"checks[{place}].url",
                f"{check.url!r} is not the address of a page; write it with http:// or https://",
            )


def is_page(url: str) -> bool:
    """Whether a text is the address of a page on the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in parts.netloc and not any(sign.isspace() for sign in url)


def _covered(study: Study) -> Iterator[FieldFault]:
    if not study.appraisal.checks:
        return
    read = {field for check in study.appraisal.checks for field in check.fields}
    for field in sorted(_to_be_read(study) - read):
        yield "checks", f"none covers {field}; read it on a page and name it in that check's fields"


# What a record says of itself; no page has to show it. The address is that of a page that was read.
_NOT_READ = frozenset({"key", "type", "url", "language", "et_al"})


def _to_be_read(study: Study) -> set[str]:
    filled = {field.name for field in dataclasses.fields(study.reference) if getattr(study.reference, field.name)}
    return (filled - _NOT_READ) | {"title"} | ({"results"} if study.appraisal.results else set())


def _reading(study: Study) -> Iterator[FieldFault]:
    for place, check in enumerate(study.appraisal.checks, 1):
        yield from ((f"checks[{place}].{field}", message) for field, message in _reading_faults(check))


def _reading_faults(check: Check) -> Iterator[FieldFault]:
    if check.reading not in {1, 2}:
        yield "reading", f"is {check.reading}; write 1 for the first reader, 2 for the second"
    if not check.fields:
        yield "fields", "is empty; name the fields that were read on this page"


def _integrity(study: Study) -> Iterator[FieldFault]:
    integrity = study.appraisal.integrity
    if integrity.status is Integrity.NOT_CHECKED:
        return
    if integrity.on is None:
        yield "integrity.on", f"is missing although the status is {integrity.status.value}; write the day of asking"
    if not integrity.source:
        yield "integrity.source", f"is missing although the status is {integrity.status.value}; name who was asked"


def _risk_of_bias(study: Study) -> Iterator[FieldFault]:
    bias = study.appraisal.risk_of_bias
    needed = ("reason",) if bias.tool is RiskOfBiasTool.NOT_ASSESSED else ("judgement", "source")
    for field in needed:
        if not getattr(bias, field):
            yield f"risk_of_bias.{field}", f"is empty although the tool is {bias.tool.value}; say {_SAY[field]}"


_SAY = {
    "reason": "why it could not be assessed",
    "judgement": "what was judged: low, high, 6/10",
    "source": "where the judgement stands, or write this library",
}


def _review_fields(study: Study) -> Iterator[FieldFault]:
    appraisal = study.appraisal
    if appraisal.design.is_synthesis or appraisal.design is Design.NARRATIVE_REVIEW:
        return
    for field in ("studies_included", "includes"):
        if getattr(appraisal, field):
            yield (
                field,
                f"belongs to reviews, and the design is {appraisal.design.value}; take it out or mend the design",
            )


def _title(study: Study) -> Iterator[FieldFault]:
    title = study.reference.title
    if not title.strip():
        yield "title", "is empty; copy the title from the page"
    elif _NOT_A_STUDY.search(title):
        yield "title", f"{title!r} is a notice or a plan, not a study; cite the paper itself and take this out"


RULES = (
    Rule(
        "study-is-checked",
        "Nothing from memory: every study was read on a page that its record names.",
        each_study(_checked),
    ),
    Rule("checks-cover", "A field that no page was read for is from memory.", each_study(_covered)),
    Rule("check-reading", "Who read what, first or second, is what makes a reading count.", each_study(_reading)),
    Rule(
        "integrity-sourced", "That a paper stands is true of a day on which somebody was asked.", each_study(_integrity)
    ),
    Rule("risk-of-bias-sourced", "A judgement names who judged; a missing one says why.", each_study(_risk_of_bias)),
    Rule("review-fields", "Only a review contains other studies.", each_study(_review_fields)),
    Rule("title-is-a-study", "A retraction, an erratum or a protocol reports no result.", each_reference(_title)),
)
