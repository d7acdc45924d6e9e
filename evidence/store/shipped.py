"""Where what ships with the package lies: beside its modules when installed, beside the package in a checkout."""

from pathlib import Path

__all__ = ["shipped"]

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped(name: str) -> Path:
    """The place of a shipped file or folder: `data`, `app.py`."""
    inside = _PACKAGE / name
    return inside if inside.exists() else _PACKAGE.parent / name
