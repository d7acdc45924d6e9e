"""Asking over the network from a command: the settings, and how far a long run has come."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import track

from evidence.cli.output import say
from evidence.registries import Http, Settings

__all__ = ["open_network", "with_progress"]

_Found = TypeVar("_Found")


def open_network() -> Http:
    """The way to the registries, as the environment sets it."""
    settings = Settings.of()
    if not settings.contact:
        say("evidence: Set EVIDENCE_CONTACT to your e-mail address; the registries then serve you better.")
    return Http(settings)


def with_progress(found: Iterable[_Found], total: int, what: str) -> Iterator[_Found]:
    """`found`, with a bar on standard error when that is a terminal; Ctrl-C ends it cleanly."""
    console = Console(stderr=True)
    return iter(track(found, description=what, total=total, console=console, disable=not sys.stderr.isatty()))
