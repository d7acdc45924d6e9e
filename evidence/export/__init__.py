"""What leaves the library for other programs: citations and tables."""

from evidence.export.citations import CitationFormat, cite, left_out, studies_behind
from evidence.export.csv import csv_text
from evidence.export.xlsx import xlsx_bytes

__all__ = ["CitationFormat", "cite", "csv_text", "left_out", "studies_behind", "xlsx_bytes"]
