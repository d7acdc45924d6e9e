"""The JSON Schemas of what the commands print, as files in this folder made from the types in `evidence.listing`."""

import json
from importlib import resources
from typing import Any

from pydantic import TypeAdapter

from evidence.audit import SampleEntry
from evidence.curation.reports import CandidateEntry, VerificationEntry
from evidence.drafts.entries import ChangeEntry, ReportEntry
from evidence.listing import ArticleEntry, ClaimEntry, FullClaimEntry, StudyEntry
from evidence.problems import ProblemEntry
from evidence.sentences import SentencesEntry
from evidence.summary import SummaryEntry
from evidence.synthesis.hinge_entries import HingeEntry
from evidence.synthesis.pool_entries import PoolEntry

__all__ = ["COMMANDS", "current", "schema"]

# Each command with JSON output, and the type of what it prints; `drift` is `check --drift`, `summary` is
# `validate --summary`.
COMMANDS: dict[str, Any] = {
    "articles": list[ArticleEntry],
    "audit": SampleEntry,
    "check": ReportEntry,
    "claims": list[ClaimEntry],
    "drift": list[ChangeEntry],
    "hinge": HingeEntry,
    "pool": PoolEntry,
    "sentences": SentencesEntry,
    "show": FullClaimEntry,
    "studies": list[StudyEntry],
    "summary": SummaryEntry,
    "validate": list[ProblemEntry],
    "verify": list[VerificationEntry],
    "watch": list[CandidateEntry],
}


def schema(command: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what a command prints with `--format json`, as shipped.

    Raises:
        KeyError: when the command has no JSON output.
    """
    if command not in COMMANDS:
        raise KeyError(command)
    text = (resources.files(__name__) / f"{command}.schema.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def current(command: str) -> dict[str, Any]:
    """The schema as the code stands now; a test holds it against the shipped one."""
    made = TypeAdapter(COMMANDS[command]).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"evidence {command}", **made}
