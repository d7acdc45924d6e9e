"""TOML text ↔ records: every fault told, fixed order of fields, one field a line."""

import dataclasses
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import rtoml
import tomli_w

from evidence.model.record import Record
from evidence.problems import Problem, Where
from evidence.store.exact import Inexact, exactly

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = ["READING_RULES", "parse", "read_text", "record", "render", "render_records"]

_Record = TypeVar("_Record", bound=Record)

# What can be wrong before there is a record at all; the reasons stand in docs/rules.md.
READING_RULES = {
    "file-unreadable": "A file that is not UTF-8 text cannot be read the same way everywhere.",
    "toml-syntax": "A record with broken syntax is no record; a field written twice would hide one of its values.",
    "field-missing": "A record without this field cannot be shown honestly.",
    "field-unknown": "A misspelt field would be a silent loss.",
    "field-value": "A value outside its closed list or type would be shown as something that it is not.",
}


def read_text(path: Path, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file; None and the fault when it is not readable as UTF-8."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        return None, (_unreadable(file, error.strerror or str(error)),)
    except UnicodeDecodeError as error:
        return None, (_unreadable(file, f"byte {error.start} is not UTF-8; save the file as UTF-8"),)
    if text.startswith("\ufeff"):
        return None, (_unreadable(file, "it begins with a byte-order mark; save the file as UTF-8 without one"),)
    if "\0" in text:
        return None, (_unreadable(file, "it holds a NUL character; take it out, or write the file anew"),)
    return text, ()


def _unreadable(file: str, reason: str) -> Problem:
    return Problem(Where(file), "file-unreadable", f"cannot be read: {reason}")


def parse(text: str, file: str) -> tuple[dict[str, Any] | None, tuple[Problem, ...]]:
    """TOML text as a table; None and the fault when its syntax is broken."""
    try:
        return rtoml.loads(text), ()
    except rtoml.TomlParsingError:
        return _parse_again(text, file)


def _parse_again(text: str, file: str) -> tuple[dict[str, Any] | None, tuple[Problem, ...]]:
    """The same by the standard library, whose messages say more: it has the last word on what is no TOML."""
    try:
        return tomllib.loads(text), ()
    except tomllib.TOMLDecodeError as error:
        return None, (Problem(Where(file), "toml-syntax", f"is not TOML: {error}"),)
    except RecursionError:
        return None, (Problem(Where(file), "toml-syntax", "is nested too deep to be a record; write it anew"),)


def record(
    type_: type[_Record], table: Mapping[str, Any], file: str, within: str = ""
) -> tuple[_Record | None, tuple[Problem, ...]]:
    """A table as a record of `type_`; None and every fault of every field when it is not one.

    `within` is the place of the table in its file, put before the names of its fields.
    """
    try:
        return exactly(type_, table), ()
    except Inexact:
        return _validated(type_, table, file, within)


def _validated(
    type_: type[_Record], table: Mapping[str, Any], file: str, within: str
) -> tuple[_Record | None, tuple[Problem, ...]]:
    from pydantic import ValidationError

    wanted: Any = type_
    try:
        return _adapter(wanted).validate_python(table), ()
    except ValidationError as error:
        return None, tuple(_problem(type_, fault, file, within) for fault in error.errors(include_url=False))


@cache
def _adapter(type_: Any) -> "TypeAdapter[Any]":
    """Making one takes longer than using it, hence one for each type."""
    from pydantic import TypeAdapter

    return TypeAdapter(type_)


def _problem(type_: type, fault: Any, file: str, within: str) -> Problem:
    where = Where(file, ".".join(part for part in (within, _path(fault["loc"])) if part))
    value = fault["input"]
    match fault["type"]:
        case "missing" | "missing_argument" | "missing_keyword_only_argument":
            return Problem(where, "field-missing", "is missing; README.md in the library says what belongs here")
        case "unexpected_keyword_argument":
            return Problem(where, "field-unknown", f"is not a field here{_nearest(type_, str(fault['loc'][-1]))}")
        case "enum":
            expected = fault["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
            return Problem(where, "field-value", f"{_shown(value)} is not in the list: {expected}")
        case "string_type":
            return Problem(where, "field-value", f"must be text in quotation marks, not {_shown(value)}")
        case "int_parsing" | "int_type" | "int_from_float":
            return Problem(where, "field-value", f"must be a whole number, not {_shown(value)}")
        case "date_type" | "date_parsing" | "date_from_datetime_parsing" | "date_from_datetime_inexact":
            return Problem(
                where, "field-value", f"must be a day such as 2026-11-21, without time or quotes, not {_shown(value)}"
            )
        case "tuple_type":
            return Problem(where, "field-value", f"must be a list, not {_shown(value)}")
        case _:
            return Problem(where, "field-value", f"{fault['msg'].lower()}, not {_shown(value)}")


def _shown(value: object) -> str:
    """A value as a message shows it: days as they are written, long ones cut."""
    text = str(value) if isinstance(value, date) else repr(value)
    return text if len(text) <= 60 else f"{text[:57]} …"


def _path(loc: tuple[int | str, ...]) -> str:
    """`citations[2].study`: places in a list are counted from one, as a reader of the file does."""
    path = ""
    for part in loc:
        path += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return path.lstrip(".")


def _nearest(type_: type, name: str) -> str:
    known = [field.name for field in dataclasses.fields(type_)]
    close = get_close_matches(name, known, n=1)
    return f"; did you mean {close[0]}?" if close else "; README.md in the library lists the fields"


def render(record: Record, leave_out: frozenset[str] = frozenset()) -> str:
    """A record in canonical form: fields in the order of the class, empty ones left out."""
    return tomli_w.dumps(_table(record, leave_out))


def render_records(name: str, records: Iterable[Record]) -> str:
    """A list of records in canonical form, in the order given, each under `[[name]]`."""
    return "\n".join(f"[[{name}]]\n{_below(name, render(one))}" for one in records)


def _below(name: str, text: str) -> str:
    """The headings of a record's own tables, put below the record's: `[[articles.not_claims]]`."""
    return re.sub(r"^(\[{1,2})(?=\w)", rf"\g<1>{name}.", text, flags=re.MULTILINE)


def _table(record: Any, leave_out: frozenset[str] = frozenset()) -> dict[str, Any]:
    return {
        field.name: _plain(value)
        for field in dataclasses.fields(record)
        if field.name not in leave_out and not _is_default(field, value := getattr(record, field.name))
    }


def _is_default(field: "dataclasses.Field[Any]", value: Any) -> bool:
    return field.default is not dataclasses.MISSING and bool(value == field.default)


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return _table(value)
    if isinstance(value, Enum):
        return value.value
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
