"""References → a `.bib` file."""

from collections.abc import Iterable

from evidence.bibtex import Dialect, render
from evidence.model import Reference

__all__ = ["bibtex"]


def bibtex(references: Iterable[Reference], dialect: Dialect = Dialect.CLASSIC) -> str:
    """A `.bib` file of these references, sorted by key, a blank line between entries.

    Raises:
        InvalidIdentifier: when one of them has a key that cannot be cited.
    """
    ordered = sorted(references, key=lambda reference: reference.key)
    return "\n".join(render(reference, dialect) for reference in ordered)
