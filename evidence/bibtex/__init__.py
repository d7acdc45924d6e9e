"""BibTeX ↔ references: text in, text out, no files."""

from evidence.bibtex.entries import Dialect, render
from evidence.bibtex.faults import BibRule
from evidence.bibtex.reading import read

__all__ = ["BibRule", "Dialect", "read", "render"]
