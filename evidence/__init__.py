"""Health claims, each with its verdict, how sure it is, and the studies behind it.

>>> import evidence
>>> library = evidence.load()
>>> wanted = evidence.Filter(words="swelling", certainty=evidence.certainties("low+"))
>>> [claim.statement for claim in evidence.select(library, wanted).claims]  # doctest: +SKIP
"""

__version__ = "0.1.0"

from typing import TYPE_CHECKING, Any

from evidence.errors import EvidenceError
from evidence.export import cite
from evidence.filters import Filter, Selection, certainties, facets, select
from evidence.library import Library
from evidence.problems import Problem, Where
from evidence.rating import Receipt, receipt
from evidence.store import load

if TYPE_CHECKING:
    from evidence import tables

__all__ = [
    "EvidenceError",
    "Filter",
    "Library",
    "Problem",
    "Receipt",
    "Selection",
    "Where",
    "certainties",
    "cite",
    "facets",
    "load",
    "receipt",
    "select",
    "tables",
]


def __getattr__(name: str) -> Any:
    """`evidence.tables` on first use, so that `import evidence` does without pandas."""
    if name == "tables":
        from importlib import import_module

        return import_module("evidence.tables")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
