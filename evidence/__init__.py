"""Health claims, each with its verdict, how sure it is, and the studies behind it.

>>> import evidence
>>> library = evidence.load()
>>> wanted = evidence.Filter(words="sleep", certainty=evidence.certainties("low+"))
>>> [claim.statement for claim in evidence.select(library, wanted).claims]  # doctest: +SKIP
>>> evidence.check("Massage releases endorphins.", library).level  # doctest: +SKIP
<Level.WARNING: 'warning'>
"""

__version__ = "0.1.0"

from typing import TYPE_CHECKING, Any

from evidence.drafts.check import check
from evidence.drafts.draft import Draft
from evidence.drafts.report import Level, Report
from evidence.errors import EvidenceError
from evidence.export import cite, left_out
from evidence.filters import Filter, Selection, certainties, facets, select
from evidence.library import Library
from evidence.problems import Problem, Where
from evidence.rating import Receipt, receipt
from evidence.store import load

if TYPE_CHECKING:
    from evidence import notebook, plots, synthesis, tables

__all__ = [
    "Draft",
    "EvidenceError",
    "Filter",
    "Level",
    "Library",
    "Problem",
    "Receipt",
    "Report",
    "Selection",
    "Where",
    "certainties",
    "check",
    "cite",
    "facets",
    "left_out",
    "load",
    "notebook",
    "plots",
    "receipt",
    "select",
    "synthesis",
    "tables",
]

_ON_FIRST_USE = frozenset({"notebook", "plots", "synthesis", "tables"})


def __getattr__(name: str) -> Any:
    """A module on its first use: whoever does `import evidence` to look up one claim waits for none of them."""
    if name in _ON_FIRST_USE:
        from importlib import import_module

        return import_module(f"evidence.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
