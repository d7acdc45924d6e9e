"""Whether a writer says where something comes from."""

import re

from evidence.drafts.draft import Draft

__all__ = ["behind", "named_keys", "names_source"]

_SOURCE = re.compile(
    r"https?://|www\.|\bdoi\b|\b10\.\d{4,9}/|\bPMC?ID\b"  # addresses and identifiers
    r"|\[[^\]]*@\w|\[\^|\[\d+(?:[,–-] ?\d+)*\]|\]\(|<(?:a|cite|sup)\b|[¹²³⁴-⁹]"  # citations, notes and links
    r"|\bet al\b|\([^()]{0,80}\b(?:19|20)\d\d[a-z]?\)|\b[A-Z]\w+,? \(?(?:19|20)\d\d\b"  # authors and years
)
_KEY = re.compile(r"@([A-Za-z0-9][\w:.+-]*\w)")
# What belongs to a sentence though it stands behind its full stop: notes and citations, up to the next prose.
_MOST_BEHIND = 300


def behind(draft: Draft, start: int, end: int) -> str:
    """A sentence as the writer gave it, markup and all, with what stands behind it on its line up to the next prose."""
    after = end
    while (
        after < min(len(draft.text), end + _MOST_BEHIND) and draft.prose[after].isspace() and draft.text[after] != "\n"
    ):
        after += 1
    return draft.text[start:after]


def names_source(text: str) -> bool:
    """Whether a text as the writer gave it names a source: a link, a citation, a note, or authors and a year.

    Any of these is enough, for which study is meant is then the reader's to see.
    """
    return _SOURCE.search(text) is not None


def named_keys(text: str) -> tuple[str, ...]:
    """The citation keys that a text names as pandoc does (`[@perlman2019efficacy]`)."""
    return tuple(dict.fromkeys(_KEY.findall(text)))
