"""A table as a record, where every value is of just the type that its field wants: as nearly all are.

`records` asks pydantic only about the others, and so to say what is wrong with them: it takes a tenth of a second to
come up, which a check of one sentence does not have.
"""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache, partial
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin

from evidence.model.record import Record

__all__ = ["Inexact", "exactly"]

_Record = TypeVar("_Record", bound=Record)
_Reader = Callable[[Any], Any]


class Inexact(Exception):
    """A value, or a field, that is not just what is wanted; whether it is wrong is not said."""


def exactly(type_: type[_Record], table: Mapping[str, Any]) -> _Record:
    """A table as a record of `type_`.

    Raises:
        Inexact: when a field is missing or not known, or a value is of another type.
    """
    if not isinstance(table, Mapping):
        raise Inexact
    wanted: Any = type_
    readers = _readers(wanted)
    try:
        return type_(**{name: readers[name](value) for name, value in table.items()})
    except (KeyError, TypeError) as error:
        raise Inexact from error


@cache
def _readers(type_: Any) -> dict[str, _Reader]:
    return {field.name: _reader(field.type) for field in dataclasses.fields(type_)}


def _reader(wanted: Any) -> _Reader:
    """What makes the value of a field out of what stands in the file; TOML has no null, so an option is its type."""
    if isinstance(wanted, type) and issubclass(wanted, Record):
        return partial(exactly, wanted)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return {member.value: member for member in wanted}.__getitem__
    if wanted in (str, int, bool, date):
        return partial(_of_type, wanted)
    (part,) = (one for one in get_args(wanted) if one not in (NoneType, ...))
    return partial(_items, _reader(part)) if get_origin(wanted) is tuple else _reader(part)


def _of_type(wanted: type, value: Any) -> Any:
    if type(value) is not wanted:
        raise Inexact
    return value


def _items(reader: _Reader, value: Any) -> tuple[Any, ...]:
    if type(value) is not list:
        raise Inexact
    return tuple([reader(item) for item in value])
