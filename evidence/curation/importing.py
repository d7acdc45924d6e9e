"""A file of references → studies of a library: every entry is taken, or told of."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evidence.bibtex import BibRule, read
from evidence.bibtex.fields import TYPES
from evidence.curation.csl import read_csl
from evidence.curation.entries import Shelf, normalised, propose_key
from evidence.curation.ris import is_ris, read_ris
from evidence.errors import CannotWrite, InvalidIdentifier, NotAdded, UnreadableImport
from evidence.identifiers import citation_key
from evidence.model import Integrity, IntegrityCheck, Reference

__all__ = ["Entry", "Imported", "entries_of", "import_references"]

# Types of BibTeX and biblatex that `studies.bib` writes under another name.
_TYPES = {
    "inproceedings": "incollection", "conference": "incollection", "inbook": "incollection", "report": "techreport",
    "thesis": "phdthesis", "mastersthesis": "phdthesis",
}  # fmt: skip
# What biblatex calls the same fields; dates have the year first, and a PMID stands beside the name of its archive.
_YEAR = r"\1year = {\2}"
_BIBLATEX = (
    (re.compile(r"^(\s*)journaltitle(\s*=)", re.IGNORECASE | re.MULTILINE), r"\1journal\2"),
    (re.compile(r"\beprint\s*=\s*\{(\d{1,8})\},\s*eprinttype\s*=\s*\{pubmed\}", re.IGNORECASE), r"pmid = {\1}"),
    (re.compile(r"\beprinttype\s*=\s*\{pubmed\},\s*eprint\s*=\s*\{(\d{1,8})\}", re.IGNORECASE), r"pmid = {\1}"),
    (
        re.compile(r"^(\s*)date\s*=\s*\{(\d{4})-0?(\d{1,2})(?:-\d\d)?\}", re.IGNORECASE | re.MULTILINE),
        _YEAR + r", month = {\3}",
    ),
    (re.compile(r"^(\s*)date\s*=\s*[{\"](\d{4})[^}\"\n]*[}\"]", re.IGNORECASE | re.MULTILINE), _YEAR),
)
# Faults of an entry that is read all the same.
_READ_ANYHOW = frozenset({BibRule.TYPE, BibRule.FIELD, BibRule.LATEX})


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file: where it stands, and its reference or why it has none; `remark` is what was left out."""

    where: str
    reference: Reference | None = None
    fault: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: keys taken (with where they stood), entries refused with the reason, remarks."""

    taken: tuple[tuple[str, str], ...]
    refused: tuple[tuple[str, str], ...]
    remarks: tuple[tuple[str, str], ...]
    files: tuple[str, ...]


def import_references(folder: Path, data: bytes) -> Imported:
    """Add every reference in `data` to the library in `folder`, with a skeleton of its appraisal.

    Raises:
        UnreadableImport: when `data` is no BibTeX, RIS or CSL-JSON in UTF-8.
        CannotWrite: when the bibliography has problems, or a file cannot be written; then nothing is.
    """
    entries = entries_of(data)
    shelf = Shelf(folder)
    taken, refused, remarks = [], [], []
    for entry in entries:
        if entry.remark:
            remarks.append((entry.where, entry.remark))
        if entry.reference is None:
            refused += [(entry.where, entry.fault)] if entry.fault else []
            continue
        try:
            key = _take(shelf, entry.reference)
        except (NotAdded, InvalidIdentifier, CannotWrite) as error:
            refused.append((entry.where, str(error)))
            continue
        taken.append((key, entry.where))
    return Imported(tuple(taken), tuple(refused), tuple(remarks), shelf.write())


def _take(shelf: Shelf, reference: Reference) -> str:
    if not reference.title:
        raise NotAdded("it has no title")
    reference = normalised(reference)
    if there := shelf.held(reference):
        raise NotAdded(f"is there already as {there[0]} ({there[1]})")
    reference = replace(reference, key=_key(shelf, reference))
    shelf.put(reference, IntegrityCheck(status=Integrity.NOT_CHECKED))
    return reference.key


def _key(shelf: Shelf, reference: Reference) -> str:
    """The entry's own key, if it has the form of ours and is free; else one that is proposed."""
    try:
        own = citation_key(reference.key)
    except InvalidIdentifier:
        own = None
    return own if own and own not in shelf.keys else propose_key(reference, shelf.keys)


def entries_of(data: bytes) -> tuple[Entry, ...]:
    """The entries of a file, whose format is told by its content.

    Raises:
        UnreadableImport: when it has none of the three.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableImport(f"byte {error.start} is not UTF-8; save the file as UTF-8") from None
    if text.lstrip()[:1] in {"[", "{"}:
        return tuple(_of_csl(text))
    if is_ris(text):
        return tuple(Entry(f"line {line}", reference) for line, reference in read_ris(text))
    if re.search(r"^\s*@\s*\w+\s*[{(]", text, re.MULTILINE):
        return tuple(_of_bib(text))
    raise UnreadableImport("it is no BibTeX (@article{…), no RIS (TY  - JOUR) and no CSL-JSON ([{…}])")


def _of_csl(text: str) -> Iterator[Entry]:
    try:
        items = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableImport(f"it begins as CSL-JSON and is no JSON: {error}") from None
    if isinstance(items, dict):
        items = items["items"] if isinstance(items.get("items"), list) else [items]
    for place, item in enumerate(items, 1):
        try:
            yield Entry(f"item {place}", read_csl(item))
        except ValueError as error:
            yield Entry(f"item {place}", fault=str(error))


def _of_bib(text: str) -> Iterator[Entry]:
    for pattern, ours in _BIBLATEX:
        text = pattern.sub(ours, text)
    references, problems = read(text, "")
    for reference in references:
        yield Entry(reference.key, _with_our_type(reference))
    for problem in problems:
        if problem.rule not in _READ_ANYHOW:
            yield Entry(problem.where.field, fault=problem.message)
        elif problem.rule != BibRule.TYPE or not any(f" {type!r}" in problem.message for type in _TYPES):
            yield Entry(problem.where.field, remark=f"left out or changed: {problem.message}")


def _with_our_type(reference: Reference) -> Reference:
    type = reference.type.lower()
    return replace(reference, type=type if type in TYPES else _TYPES.get(type, "misc"))
