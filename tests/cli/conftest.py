"""The world of `tests/registries`, to run commands against."""

from functools import partial

import pytest
from registries.conftest import SOURCES, world

from evidence.registries import Http

__all__ = ["registered", "world"]


@pytest.fixture
def registered(world, httpserver, monkeypatch, tmp_path):
    """The world, with the environment of the commands leading to it, and without waiting."""
    for name, source in SOURCES.items():
        monkeypatch.setenv(f"EVIDENCE_{source.name.replace('_', '')}_URL", httpserver.url_for(f"/{name}"))
    monkeypatch.setenv("EVIDENCE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("EVIDENCE_CONTACT", "ada@example.org")
    monkeypatch.setattr("evidence.cli.network.Http", partial(Http, wait=lambda seconds: None))
    return world


@pytest.fixture(autouse=True)
def wide_enough(monkeypatch):
    """Lines wrap at the width of the terminal that the tests run in; they look for words, not for line ends."""
    monkeypatch.setenv("COLUMNS", "200")
