"""Styles and scripts for the browser: files beside this one, constant, so no text from records is ever in them."""

from functools import cache
from pathlib import Path

__all__ = ["asset"]


@cache
def asset(name: str) -> str:
    """The content of a file of this folder."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
