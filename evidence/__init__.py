"""Health claims, each with its verdict, how sure it is, and the studies behind it.

>>> import evidence
>>> library = evidence.load()
>>> wanted = evidence.Filter(words="sleep", certainty=evidence.certainties("low+"))
>>> [claim.statement for claim in evidence.select(library, wanted).claims]  # doctest: +SKIP
>>> evidence.check("Massage releases endorphins.", library).level  # doctest: +SKIP
<Level.WARNING: 'warning'>
"""

__version__ = "0.1.0"

from typing import TYPE_CHECKING

from evidence.on_first_use import on_first_use

if TYPE_CHECKING:
    from evidence import notebook, plots, synthesis, tables
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

__getattr__ = on_first_use(
    __name__,
    {
        "drafts.check": ("check",),
        "drafts.draft": ("Draft",),
        "drafts.report": ("Level", "Report"),
        "errors": ("EvidenceError",),
        "export": ("cite", "left_out"),
        "filters": ("Filter", "Selection", "certainties", "facets", "select"),
        "library": ("Library",),
        "notebook": (),
        "plots": (),
        "problems": ("Problem", "Where"),
        "rating": ("Receipt", "receipt"),
        "store": ("load",),
        "synthesis": (),
        "tables": (),
    },
)
