"""The world of `tests/registries`, for what is decided on its answers."""

from registries.conftest import http, registries, settings, waited, world

__all__ = ["http", "registries", "settings", "waited", "world"]
