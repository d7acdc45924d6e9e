"""What is set aside from the search for garbage."""

import gc
import weakref

import pytest

from evidence.dashboard.garbage import Keeper


class Node:
    """Refers to itself, so that only a search for garbage finds it."""

    def __init__(self):
        self.me = self


@pytest.fixture(autouse=True)
def _nothing_stays_aside():
    yield
    gc.unfreeze()


def test_what_lives_is_set_aside_and_found_at_the_keepers_next_turn_once_it_is_garbage():
    keeper, node = Keeper(), Node()
    watched = weakref.ref(node)
    keeper.tidy()
    del node
    gc.collect()
    assert watched(), "it was not set aside"

    keeper.due = 0
    keeper.tidy()
    assert not watched()


def test_between_its_turns_the_keeper_does_nothing():
    keeper = Keeper()
    keeper.tidy()
    aside = gc.get_freeze_count()
    others = [Node() for _ in range(10)]
    keeper.tidy()

    assert gc.get_freeze_count() <= aside
    assert len(others) == 10


def test_garbage_of_a_run_is_still_found_after_it():
    keeper = Keeper()
    keeper.tidy()
    watched = weakref.ref(Node())
    gc.collect()  # as Streamlit does

    assert not watched()
