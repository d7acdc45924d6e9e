"""Printing: results to standard output, everything else to standard error."""

import json
import os
import sys
from typing import Any

__all__ = ["is_laid_out", "json_text", "print_json", "say", "write"]


def is_laid_out() -> bool:
    """Whether lines are to be as long as a terminal is wide, or as `COLUMNS` says; in a file or pipe they need not."""
    return sys.stdout.isatty() or "COLUMNS" in os.environ


def write(text: str) -> None:
    """Text to standard output as it is."""
    sys.stdout.write(text)


def json_text(value: Any) -> str:
    """JSON, readable, in UTF-8, keys in their order."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def print_json(value: Any) -> None:
    """`json_text` to standard output."""
    write(json_text(value))


def say(text: str) -> None:
    """A remark to standard error."""
    print(text, file=sys.stderr)
