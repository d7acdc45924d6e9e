"""RIS → references.

Own, for it is forty lines: rispy drops a last record without its `ER` in silence, and its line numbers are gone.
"""

import re
from collections.abc import Iterator

from evidence.bibtex.latex import clean
from evidence.identifiers import pmcid, pmid
from evidence.model import Name, Reference
from evidence.registries.records import identifier, person

__all__ = ["is_ris", "read_ris"]

_LINE = re.compile(r"^([A-Z][A-Z0-9])  ?-(?: (.*))?$")
_TYPES = {
    "JOUR": "article", "EJOUR": "article", "MGZN": "article", "NEWS": "article", "ABST": "article",
    "BOOK": "book", "EBOOK": "book", "EDBOOK": "book",
    "CHAP": "incollection", "ECHAP": "incollection", "CONF": "incollection", "CPAPER": "incollection",
    "RPRT": "techreport", "GOVDOC": "techreport", "STAND": "techreport", "THES": "phdthesis",
}  # fmt: skip

_Record = dict[str, list[str]]


def is_ris(text: str) -> bool:
    """Whether `text` begins as RIS does."""
    return bool(re.match(r"\s*TY  ?- ", text.removeprefix("\ufeff")))


def read_ris(text: str) -> Iterator[tuple[int, Reference]]:
    """Each record, with the line on which it starts (from 1); a record ends with `ER`, the next `TY`, or the file."""
    start, record, last = 0, _Record(), ""
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        match = _LINE.match(line.rstrip())
        if match and match[1] in {"TY", "ER"}:
            if record:
                yield start, _reference(record)
            start, record, last = number, {"TY": [match[2] or ""]} if match[1] == "TY" else {}, ""
        elif match and record:
            last = match[1]
            record.setdefault(last, []).append((match[2] or "").strip())
        elif record and last and line.strip():
            record[last][-1] += f" {line.strip()}"  # a value that goes on in the next line
    if record:
        yield start, _reference(record)


def _reference(record: _Record) -> Reference:
    type = _TYPES.get(record["TY"][0].strip().upper(), "misc")
    venue = _first(record, "JF", "T2", "JO", "BT", "JA", "J2")
    date = _first(record, "PY", "Y1", "DA")
    in_book, in_journal = type == "incollection", type == "article"
    body = "" if in_book or in_journal else _first(record, "PB")
    from_pubmed = re.search("pubmed|medline", _first(record, "DB"), re.IGNORECASE)
    return Reference(
        key=_first(record, "ID"),
        type=type,
        title=_first(record, "TI", "T1", "CT"),
        authors=tuple(_name(name) for tag in ("AU", "A1") for name in record.get(tag, ()) if name),
        journal="" if in_book else venue if in_journal else "",
        booktitle=venue if in_book else "",
        publisher=_first(record, "PB") if in_book or type == "book" else "",
        institution=body if type == "techreport" else "",
        school=body if type == "phdthesis" else "",
        edition=_first(record, "ET"),
        year=_part(date, r"\d{4}"),
        month=_part(_first(record, "DA") or date, r"(?<=\d{4}/)\d{1,2}").lstrip("0"),
        volume=_first(record, "VL"),
        number=_first(record, "IS"),
        pages="-".join(dict.fromkeys(part for tag in ("SP", "EP") if (part := _first(record, tag)))),
        doi=_first(record, "DO"),
        pmid=identifier(pmid, _first(record, "AN")) if from_pubmed else "",
        pmcid=identifier(pmcid, _first(record, "C2")) if _first(record, "C2").upper().startswith("PMC") else "",
        url=_first(record, "UR"),
        language=_first(record, "LA"),
    )


def _first(record: _Record, *tags: str) -> str:
    return next((clean(text) for tag in tags for text in record.get(tag, ()) if text), "")


def _part(text: str, pattern: str) -> str:
    match = re.search(pattern, text)
    return match[0] if match else ""


def _name(text: str) -> Name:
    """`Berg, Jo, Jr`, or a name of one part, after which EndNote and we write a comma."""
    if text.rstrip().endswith(","):
        return Name(literal=clean(text.rstrip().rstrip(",")))
    family, *rest = (clean(part) for part in text.split(","))
    return person(family, *rest[:2]) if rest else Name(literal=family)
