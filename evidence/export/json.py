"""A report as JSON, in pieces: that of a book has hundreds of megabytes, most of it the same few findings."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from json import dumps
from json.encoder import encode_basestring
from typing import Any

from evidence.drafts.report import CheckedSentence, Finding, Report

__all__ = ["json_pieces"]

_STEP = "  "
# A line end with the blanks before an item of the report's sentences, and before one of a sentence's findings.
_SENTENCE = "\n" + 2 * _STEP
_FINDING = _SENTENCE + 2 * _STEP
# What JSON writes as Python does; to ask the encoder takes ten times as long.
_AS_IN_PYTHON = {int, list, dict}


class _Ready(str):
    """A piece of JSON that is text already."""

    __slots__ = ()


def json_pieces(report: Report) -> Iterator[str]:
    """The pieces that together are `json.dumps(report.to_dict(), ensure_ascii=False, indent=2)` and a line end."""
    frame = _text(replace(report, sentences=()).to_dict(), "\n")
    if not report.sentences:
        yield f"{frame}\n"
        return
    before, after = frame.rsplit("[]", 1)
    mark = f"{before}["
    for sentence in report.sentences:
        yield f"{mark}{_SENTENCE}{_text(_entry(sentence), _SENTENCE)}"
        mark = ","
    yield f"\n{_STEP}]{after}\n"


def _entry(sentence: CheckedSentence) -> dict[str, Any]:
    return {**sentence.to_dict(), "findings": [_finding(finding) for finding in sentence.findings]}


@lru_cache(maxsize=4096)
def _finding(finding: Finding) -> _Ready:
    return _Ready(_text(finding.to_dict(), _FINDING))


def _text(value: Any, end: str) -> str:
    """A value as JSON, `end` being a line end with the blanks before what holds it."""
    if isinstance(value, str):
        return value if isinstance(value, _Ready) else encode_basestring(value)
    inner = f"{end}{_STEP}"
    if value and isinstance(value, dict):
        items = [f"{encode_basestring(name)}: {_text(item, inner)}" for name, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(items)}{end}}}"
    if value and isinstance(value, list):
        return f"[{inner}{f',{inner}'.join([_text(item, inner) for item in value])}{end}]"
    return repr(value) if type(value) in _AS_IN_PYTHON else dumps(value)
