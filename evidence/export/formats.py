"""The formats of references, by name: the command line lists them without loading what writes them."""

from enum import StrEnum

__all__ = ["CitationFormat"]


class CitationFormat(StrEnum):
    """The formats in which references can be had."""

    BIBTEX = "bibtex"
    BIBLATEX = "biblatex"
    CSL_JSON = "csl-json"
    RIS = "ris"
    APA = "apa"
    VANCOUVER = "vancouver"
    AMA = "ama"
    CHICAGO = "chicago"
