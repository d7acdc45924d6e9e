"""A draft with citations put in, as pandoc reads them."""

import re

from evidence.drafts.draft import Draft
from evidence.drafts.report import CheckedSentence, Finding, Report
from evidence.drafts.sources import behind, named_keys
from evidence.export.leading import leading
from evidence.library import Library

__all__ = ["annotated"]

# What closes markup that was opened before or in the sentence: the citation goes behind it, not into it.
_CLOSING = re.compile(r"""(?:\*+|_+|~~|`|["'”’»)]|\]\([^)\n]*\)|\]\[[^\]\n]*\]|</\w+>)*""")

_STOPS = ".!?…"

# How a citation is introduced: studies that do not bear a sentence out must not lend it their weight.
_BEARS_OUT = frozenset({"supported", "agrees", "honest-wording"})
_SPEAKS_AGAINST = frozenset({"contradicted", "denies-supported", "number-differs"})


def annotated(draft: Draft, report: Report, library: Library) -> str:
    """The draft's text with `[@key; @key]` at the end of each sentence that needs citations; nothing else is changed.

    Of the studies that a finding cites at most three are put in (see `leading`).

    Studies that speak against a sentence are introduced with "but see", those that bear it out only in part or not so
    surely with "cf.". Keys that the writer has put there already are not put in again, so that doing it twice changes
    nothing more.
    """
    pieces: list[str] = []
    done = 0
    for sentence in report.sentences:
        if keys := _missing(draft, sentence, library):
            place = _place(draft.text, sentence)
            pieces += [draft.text[done:place], f" [{_listed(keys)}]"]
            done = place
    return "".join([*pieces, draft.text[done:]])


def _place(text: str, sentence: CheckedSentence) -> int:
    """Before the full stop, as styles with authors and years want it; behind whatever closes there."""
    closing = _CLOSING.match(text, sentence.end)
    if closing and closing.group():
        return closing.end()
    return sentence.start + len(sentence.text.rstrip(_STOPS))


def _missing(draft: Draft, sentence: CheckedSentence, library: Library) -> dict[str, str]:
    """The keys that a sentence needs and does not have, each with what introduces it."""
    if sentence.ignored:
        return {}
    # The gravest finding comes first, and what it says of a study counts.
    needed = [(key, _introduction(finding)) for finding in sentence.findings for key in leading(finding, library)]
    present = named_keys(behind(draft, sentence.start, sentence.end)) if needed else ()
    return {key: introduction for key, introduction in reversed(needed) if key not in present}


def _introduction(finding: Finding) -> str:
    if finding.rule in _BEARS_OUT:
        return ""
    return "but see " if finding.rule in _SPEAKS_AGAINST else "cf. "


def _listed(keys: dict[str, str]) -> str:
    """The keys in the order of what introduces them, which is said once."""
    listed: list[str] = []
    for introduction in ("", "cf. ", "but see "):
        same = [f"@{key}" for key, one in sorted(keys.items()) if one == introduction]
        listed += [introduction + "; ".join(same)] if same else []
    return "; ".join(listed)
