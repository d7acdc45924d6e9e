"""Several processes find in a long draft what one finds."""

import os

import pytest

from evidence.dashboard.sample import SAMPLE
from evidence.drafts import crew
from evidence.drafts.check import check
from evidence.drafts.crew import check_together
from evidence.drafts.markup import draft_of

BLANK = "\n" * 200_000  # longer than a part
IGNORED = "\n<!-- evidence: ignore it is told as a dream -->\nMassage releases endorphins.\n"


@pytest.fixture(scope="module")
def long():
    return draft_of(f"{IGNORED}{SAMPLE * 200}{BLANK}{SAMPLE * 200}{IGNORED}", "long.md")


@pytest.fixture(autouse=True)
def two_processors(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 1}, raising=False)


def test_many_processes_find_what_one_finds_and_tell_how_far_they_are(real, long):
    told = []
    together = check_together(long, real, told.append)

    assert together == check(long, real)
    assert together.coverage.ignored == 2
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) > 8


def test_a_process_that_dies_leaves_its_work_to_the_others(real, long, monkeypatch):
    work = crew._work
    monkeypatch.setattr(crew, "_work", lambda *told: os._exit(1) if told[2] else work(*told))

    assert check_together(long, real) == check(long, real)


def test_a_short_draft_is_not_divided(real, monkeypatch):
    monkeypatch.setattr(crew, "_worked", None)

    assert check_together(draft_of(SAMPLE), real) == check(SAMPLE, real)
