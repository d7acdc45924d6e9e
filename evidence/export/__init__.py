"""What leaves the library for other programs: citations and tables."""

from typing import TYPE_CHECKING

from evidence.on_first_use import on_first_use

if TYPE_CHECKING:
    from evidence.export.citations import cite, left_out, studies_behind
    from evidence.export.csv import csv_text
    from evidence.export.formats import CitationFormat
    from evidence.export.xlsx import xlsx_bytes

__all__ = ["CitationFormat", "cite", "csv_text", "left_out", "studies_behind", "xlsx_bytes"]

__getattr__ = on_first_use(
    __name__,
    {
        "citations": ("cite", "left_out", "studies_behind"),
        "csv": ("csv_text",),
        "formats": ("CitationFormat",),
        "xlsx": ("xlsx_bytes",),
    },
)
