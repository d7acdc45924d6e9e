"""References → CSL-JSON, which Zotero, pandoc and every citation processor read (CSL 1.0.2, "CSL-JSON")."""

import json
import re
from collections.abc import Iterable
from typing import Any

from evidence.bibtex.fields import language_tag, month_name, month_number
from evidence.bibtex.latex import clean
from evidence.export.cited import Cited
from evidence.model import Name, Reference

__all__ = ["OTHERS", "csl_item", "csl_json"]

OTHERS = {"literal": "others"}
"""The author who stands for all that are not named; CSL has no `et al.` of its own, and pandoc writes it so too."""

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "techreport": "report",
    "phdthesis": "thesis",
}
_YEAR = re.compile("[0-9]{4}")


def csl_json(cited: Iterable[Cited]) -> str:
    """These references as a list of CSL-JSON items, sorted by key."""
    items = [csl_item(one) for one in sorted(cited, key=lambda one: one.reference.key)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_item(cited: Cited) -> dict[str, Any]:
    """A reference as a CSL-JSON item: plain text without markup, empty variables left out."""
    reference = cited.reference
    values = {
        "id": reference.key,
        "citation-key": reference.key,
        "type": _type(reference),
        "author": [*map(_name, filter(str, reference.authors)), *([OTHERS] if reference.et_al else [])],
        "issued": _issued(reference),
        **{variable: clean(text) for variable, text in _texts(cited).items()},
    }
    return {variable: value for variable, value in values.items() if value}


def _texts(cited: Cited) -> dict[str, str]:
    reference = cited.reference
    makers = (reference.publisher, reference.institution, reference.school)
    return {
        "title": reference.title,
        "container-title": reference.journal or reference.booktitle,
        "publisher": "; ".join(dict.fromkeys(filter(None, makers))),
        "edition": reference.edition,
        "volume": reference.volume,
        "issue" if reference.type == "article" else "number": reference.number,
        "page": reference.pages,
        "DOI": reference.doi,
        "PMID": reference.pmid,
        "PMCID": reference.pmcid,
        "URL": reference.url,
        "language": language_tag(reference.language),
        "note": " ".join(cited.notes),
    }


def _type(reference: Reference) -> str:
    return _TYPES.get(reference.type) or ("webpage" if reference.url else "document")


def _name(name: Name) -> dict[str, str]:
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    if name.literal or not (name.family and name.given):
        parts = {"literal": name.literal or " ".join(part for part in (name.particle, name.given, name.family) if part)}
    return {variable: clean(text) for variable, text in parts.items() if text}


def _issued(reference: Reference) -> dict[str, Any]:
    """Year and month as numbers; as they are printed when they are no numbers (`in press`, `Spring 2020`)."""
    month = month_number(reference.month)
    if _YEAR.fullmatch(reference.year) and (month or not reference.month):
        return {"date-parts": [[int(reference.year), *([month] if month else [])]]}
    printed = clean(f"{month_name(reference.month)} {reference.year}")
    return {"literal": printed} if printed else {}
