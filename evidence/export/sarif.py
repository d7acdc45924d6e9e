"""A report as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the text."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from evidence.drafts.report import CheckedSentence, Finding, Report
from evidence.drafts.rulebook import RULEBOOK

__all__ = ["sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_RULES = {name: index for index, name in enumerate(RULEBOOK)}


def sarif(reports: Iterable[Report], version: str) -> dict[str, Any]:
    """Reports as one SARIF log; `version` is that of this program.

    The rules keep their names; a result keeps its fingerprint when lines move. Ignored sentences are there, suppressed
    with their reason.
    """
    reports = tuple(reports)
    run = {
        "tool": {"driver": {"name": "evidence", "semanticVersion": version, "rules": _rules()}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(report) for report in reports],
        "results": [result for report in reports for result in _results(report)],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _artifact(report: Report) -> dict[str, Any]:
    entry = report.to_dict()
    properties = {name: entry[name] for name in ("library", "coverage", "approximate")}
    return {"location": {"uri": _uri(report.name)}, "properties": properties}


def _rules() -> list[dict[str, Any]]:
    return [
        {
            "id": name,
            "shortDescription": {"text": entry.reason},
            "help": {"text": f"{entry.reason} Authority: {entry.authority}."},
            "defaultConfiguration": {"level": entry.level.value},
        }
        for name, entry in RULEBOOK.items()
    ]


def _results(report: Report) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for sentence in report.sentences:
        for finding in sentence.findings:
            print_ = _fingerprint(sentence, finding)
            seen[print_] += 1
            yield _result(report.name, sentence, finding, f"{print_}:{seen[print_]}")


def _result(name: str, sentence: CheckedSentence, finding: Finding, print_: str) -> dict[str, Any]:
    suppression = {"kind": "inSource", "justification": sentence.ignored}
    return {
        "ruleId": finding.rule,
        "ruleIndex": _RULES[finding.rule],
        "level": finding.level.value,
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": _location(name, sentence)}],
        "partialFingerprints": {"evidenceSentence/v1": print_},
        "properties": {"claim": finding.claim, "rewrites": list(finding.rewrites), "cite": list(finding.cite)},
        **({"suppressions": [suppression]} if sentence.ignored else {}),
    }


def _message(finding: Finding) -> str:
    rewrite = f" Write: {finding.rewrites[0]}" if finding.rewrites else ""
    return finding.message + rewrite


def _location(name: str, sentence: CheckedSentence) -> dict[str, Any]:
    region = {
        "startLine": sentence.line,
        "startColumn": sentence.column,
        "endLine": sentence.end_line,
        "endColumn": sentence.end_column,
        "snippet": {"text": sentence.text},
    }
    return {"artifactLocation": {"uri": _uri(name)}, "region": region}


def _uri(name: str) -> str:
    """A path as a URI: relative as it was given, or of the whole computer."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _fingerprint(sentence: CheckedSentence, finding: Finding) -> str:
    """The same wherever in the draft the sentence stands."""
    parts = (finding.rule, finding.claim, " ".join(sentence.text.split()))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
