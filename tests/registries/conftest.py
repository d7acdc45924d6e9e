"""The world's services on a real local server, and settings that lead to them."""

import re

import pytest
from registries.world import ALL, World

from evidence.registries import Http, Settings, Source, all_of

SOURCES = dict(zip(ALL, Source, strict=True))


@pytest.fixture
def world(httpserver):
    made = World()
    httpserver.expect_request(re.compile("/.*")).respond_with_handler(made)
    return made


@pytest.fixture
def settings(httpserver):
    return Settings({source: httpserver.url_for(f"/{name}") for name, source in SOURCES.items()})


@pytest.fixture
def waited():
    return []


@pytest.fixture
def http(settings, waited):
    return Http(settings, wait=waited.append)


@pytest.fixture
def registries(world, http):
    return all_of(http)
