"""References → RIS, which EndNote, Mendeley, RefWorks and Zotero read.

Written line by line: rispy's writer numbers the references, which pandoc refuses, and joins addresses by `;`.
Tags as in the "RIS Format Specifications" of Research Information Systems (2001, 2011).
"""

import re
from collections.abc import Iterable, Iterator

from evidence.bibtex.fields import language_tag, month_name, month_number
from evidence.bibtex.latex import clean
from evidence.export.cited import Cited
from evidence.model import Name, Reference

__all__ = ["ris"]

_TYPES = {"article": "JOUR", "book": "BOOK", "incollection": "CHAP", "techreport": "RPRT", "phdthesis": "THES"}
_RANGE = re.compile(r"([^\s,-]*\d[^\s,-]*)-([^\s,-]*\d[^\s,-]*)")
_OTHERS = "et al.,"  # EndNote's words for authors who are not named; without the comma it would take `al.` for a name


def ris(cited: Iterable[Cited]) -> str:
    """These references in RIS, sorted by key: a tag a line, a blank line after each reference."""
    ordered = sorted(cited, key=lambda one: one.reference.key)
    return "".join(f"TY  - {_type(one.reference)}\n{_body(one)}ER  - \n\n" for one in ordered)


def _type(reference: Reference) -> str:
    return _TYPES.get(reference.type) or ("ELEC" if reference.url else "GEN")


def _body(cited: Cited) -> str:
    # `clean` puts a value on one line, so none can start another tag.
    cleaned = ((tag, clean(text)) for tag, text in _fields(cited))
    return "".join(f"{tag}  - {text}\n" for tag, text in cleaned if text)


def _fields(cited: Cited) -> Iterator[tuple[str, str]]:
    reference = cited.reference
    yield "ID", reference.key
    yield from (("AU", _name(name)) for name in reference.authors)
    yield "AU", _OTHERS if reference.et_al else ""
    yield "TI", reference.title
    yield "T2", reference.journal or reference.booktitle
    yield "PY", reference.year
    yield "DA", _date(reference)
    yield "VL", reference.volume
    yield "IS", reference.number
    yield from _pages(clean(reference.pages))
    yield "ET", reference.edition
    yield from (("PB", maker) for maker in (reference.publisher, reference.institution, reference.school))
    yield "DO", reference.doi
    yield "AN", reference.pmid
    yield "C2", reference.pmcid
    yield "UR", reference.url
    yield "LA", language_tag(reference.language)
    yield from (("N1", note) for note in cited.notes)


def _name(name: Name) -> str:
    """`van der Berg, Jo, Jr`; `World Health Organization,`: the comma keeps readers from dividing a name of one part.

    So EndNote's manual asks ("Author and Editor Names": after a corporate author a comma); pandoc reads it so, too.
    """
    family = name.literal or " ".join(part for part in (name.particle, name.family) if part)
    rest = ", ".join(part for part in (name.given, name.suffix) if part)
    return f"{family}, {rest}".rstrip()


def _date(reference: Reference) -> str:
    """`2019/05//`, only when there is a month: without one the year says it all."""
    month = month_number(reference.month)
    is_dated = month and re.fullmatch("[0-9]{4}", reference.year)
    return f"{reference.year}/{month:02}//" if is_dated else month_name(reference.month)


def _pages(pages: str) -> Iterator[tuple[str, str]]:
    """First and last page; anything but one range stands as it is."""
    range_ = _RANGE.fullmatch(pages)
    yield "SP", range_[1] if range_ else pages
    yield "EP", range_[2] if range_ else ""
