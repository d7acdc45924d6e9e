"""A long draft is checked in a thread of its own, so that the pages answer meanwhile and say what is being done."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import streamlit as st

from evidence.dashboard.checked import Checked
from evidence.drafts.draft import Draft
from evidence.library import Library
from evidence.sentences import paragraphs, sentences

__all__ = ["LONG", "Waiting", "sentences_in", "start"]

LONG = 1500
"""From so many sentences on, which is a second or two of work, nobody should have to wait before an idle page."""

_AT_ONCE = 2


@dataclass(frozen=True)
class Waiting:
    """A draft that is being checked: its name, how many sentences it has, and when that began."""

    name: str
    sentences: int
    began: float
    result: Future[Checked]

    @property
    def seconds(self) -> int:
        """For how long it has been checked."""
        return int(time.monotonic() - self.began)


@st.cache_resource
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="draft")


def sentences_in(draft: Draft) -> int:
    """How many sentences a draft has, as `check` counts them."""
    return sum(1 for paragraph in paragraphs(draft.prose) for _ in sentences(paragraph.text))


def start(draft: Draft, library: Library, check: Callable[[Draft, Library], Checked]) -> Waiting:
    """Begin to check a draft; of all readers' long drafts two are checked at once, the others wait their turn."""
    result = _threads().submit(check, draft, library)
    return Waiting(draft.name, sentences_in(draft), time.monotonic(), result)
