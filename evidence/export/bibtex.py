"""References → a `.bib` file."""

from collections.abc import Iterable

from evidence.bibtex import Dialect, render
from evidence.export.cited import Cited

__all__ = ["bibtex"]


def bibtex(cited: Iterable[Cited], dialect: Dialect = Dialect.CLASSIC) -> str:
    """A `.bib` file of these references, sorted by key, a blank line between entries.

    A warning stands in `note`, which bibliographies print; what a reference proves in `annote`, which they do not.

    Raises:
        InvalidIdentifier: when one of them has a key that cannot be cited.
    """
    ordered = sorted(cited, key=lambda one: one.reference.key)
    return "\n".join(
        render(one.reference, dialect, note=one.warning, annote=one.proof, aliases=one.aliases) for one in ordered
    )
