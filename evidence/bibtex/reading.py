"""`studies.bib` → references, and every fault in it."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from bibtexparser.model import Entry

from evidence.bibtex.blocks import entries_in, line_of
from evidence.bibtex.faults import BibRule, at_line, shortened
from evidence.bibtex.fields import ADDRESSES, FIELDS, TYPES, month_number, read_address, read_pages
from evidence.bibtex.latex import enclosed, unescape, unknown_commands
from evidence.bibtex.names import read_authors
from evidence.model import Reference
from evidence.problems import Problem, Where

__all__ = ["read"]

# A field that a missing comma or brace has made a part of the value before.
_FIELD_WITHIN = re.compile(r"\n\s*\w+\s*=\s*[{\"0-9]")


class _Fault(Exception):
    """What is wrong with one value."""

    def __init__(self, rule: BibRule, message: str) -> None:
        self.rule = rule
        super().__init__(message)


def read(text: str, file: str = "studies.bib") -> tuple[tuple[Reference, ...], tuple[Problem, ...]]:
    """The references in the text of a `.bib` file, in its order, and every fault found.

    Nothing is left out in silence: what is not among the references is among the problems. An entry is left out when
    it cannot be divided, when its key is not its own, when a field stands twice or when a value cannot be trusted; it
    is read when its type, a field or a LaTeX command is merely not known. Never raises.
    """
    lines = re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff"))
    entries, problems = entries_in(lines, file)
    results = [_reference(entry, file) for entry in entries]
    references = tuple(reference for reference, _ in results if reference)
    return references, (*problems, *(problem for _, found in results for problem in found))


def _reference(entry: Entry, file: str) -> tuple[Reference | None, list[Problem]]:
    problems = [*_unknown(entry, file)]
    faults = [*_doubled(entry, file)]
    parts: dict[str, Any] = {"title": ""}
    for field in entry.fields:
        try:
            parts |= _parts(field.key.lower(), field.value)
        except _Fault as fault:
            faults.append(_problem(entry, field.key, fault.rule, f"{fault}: {shortened(field.value)}", file))
    reference = None if faults else Reference(key=entry.key, type=entry.entry_type, **parts)
    return reference, problems + faults


def _problem(entry: Entry, name: str, rule: BibRule, message: str, file: str) -> Problem:
    return Problem(Where(file, f"{entry.key}.{name.lower()}"), rule, message)


def _doubled(entry: Entry, file: str) -> Iterator[Problem]:
    for name, times in Counter(field.key.lower() for field in entry.fields).items():
        if times > 1:
            message = f"stands {times} times in the entry; keep the one that is right"
            yield _problem(entry, name, BibRule.DUPLICATE_FIELD, message, file)


def _unknown(entry: Entry, file: str) -> Iterator[Problem]:
    """What is in an entry although nothing here knows it: its type, fields, LaTeX commands."""
    if entry.entry_type not in TYPES:
        yield at_line(file, line_of(entry), BibRule.TYPE, f"{entry.key}: {_no_such('type', entry.entry_type, TYPES)}")
    for field in entry.fields:
        name = field.key.lower()
        if name not in FIELDS:
            yield _problem(entry, shortened(name), BibRule.FIELD, _no_such("field", shortened(name), FIELDS), file)
        for command in () if name in ADDRESSES else unknown_commands(field.value):
            message = f"the command {command} has no text known here and is kept as it is; write the character itself"
            yield _problem(entry, name, BibRule.LATEX, message, file)


def _no_such(noun: str, name: str, known: tuple[str, ...]) -> str:
    nearest = get_close_matches(name, known, n=1)
    hint = f"did you mean {nearest[0]}?" if nearest else f"data/README.md lists the {noun}s"
    return f"there is no {noun} {name!r}; {hint}"


def _parts(name: str, raw: str) -> dict[str, Any]:
    """What a field gives to the reference; nothing for a field that is not known."""
    if name not in FIELDS:
        return {}
    value = _undelimited(name, raw)
    try:
        if name == "author":
            authors, et_al = read_authors(value)
            return {"authors": authors, "et_al": et_al}
        return {name: _text(name, value)}
    except ValueError as error:
        raise _Fault(BibRule.NAME, f"{error}; write `Family, Given and Family, Given`") from error
    except RecursionError as error:
        raise _Fault(BibRule.LATEX, "the commands are nested too deeply; write plain text") from error


def _text(name: str, value: str) -> str:
    if name in ADDRESSES:
        return read_address(value, is_doi=name == "doi")
    return read_pages(value) if name == "pages" else unescape(value)


def _undelimited(name: str, raw: str) -> str:
    """The value between its braces or quotes.

    Raises:
        _Fault: when it is anything but one text that BibTeX and bibtexparser end at the same place.
    """
    if _FIELD_WITHIN.search(raw):
        raise _Fault(BibRule.MISSING_COMMA, "a comma or a brace is missing before the next field")
    if enclosed(raw) or _quoted(raw):
        return raw[1:-1]
    if raw.isdecimal():
        return raw
    if name == "month" and (number := month_number(raw)):
        return str(number)
    raise _diagnosed(raw)


def _quoted(raw: str) -> bool:
    return len(raw) > 1 and raw[0] == raw[-1] == '"' and enclosed(f"{{{raw[1:-1]}}}") and '"' not in _outside(raw[1:-1])


def _diagnosed(raw: str) -> _Fault:
    outside = _outside(raw)
    if "=" in outside:
        return _Fault(BibRule.MISSING_COMMA, "a comma is missing before the next field")
    if "#" in outside:
        return _Fault(BibRule.VALUE, "texts joined by # are not read; write them as one")
    if "{" in raw or "}" in raw or '"' in raw:
        return _Fault(BibRule.BRACES, r"braces or quotes do not pair up; write {\textbraceleft} for a single brace")
    return _Fault(BibRule.VALUE, "a bare word is read only as a month; put the value in braces")


def _outside(raw: str) -> str:
    """What of a value stands outside braces."""
    depth, outside = 0, []
    for char in raw:
        depth += (char == "{") - (char == "}")
        if depth == 0 and char != "}":
            outside.append(char)
    return "".join(outside)
