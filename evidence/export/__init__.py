"""What leaves the library for other programs: citations and tables."""

from evidence.export.citations import CitationFormat, cite, studies_behind
from evidence.export.csv import csv_text

__all__ = ["CitationFormat", "cite", "csv_text", "studies_behind"]
