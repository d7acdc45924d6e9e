"""Answers as models: what we need is there and of its type, or the answer is refused with the path of the field."""

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from evidence.errors import NotAnswered
from evidence.registries.records import Source

__all__ = ["Shape", "json_reader", "refused"]


class Shape(BaseModel):
    """A part of an answer. Fields that we do not use may come and go; null is the same as absent."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, value: Any) -> Any:
        return (
            {name: _frozen(part) for name, part in value.items() if part is not None}
            if isinstance(value, dict)
            else value
        )


def _frozen(value: Any) -> Any:
    """Lists as tuples, which is what strict models take."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


_Shape = TypeVar("_Shape", bound=Shape)


def json_reader(source: Source, shape: type[_Shape]) -> Callable[[bytes], _Shape]:
    """A reader of JSON answers of that shape; it raises NotAnswered with every field that is not as it should be."""

    def understand(body: bytes) -> _Shape:
        try:
            return shape.model_validate_json(body)
        except ValidationError as error:
            raise refused(source, error, body) from None

    return understand


def refused(source: Source, error: ValidationError, body: bytes) -> NotAnswered:
    """What is said of an answer that is not of the shape expected."""
    faults = error.errors(include_url=False, include_context=False)
    if faults[0]["type"] == "json_invalid":
        return NotAnswered(source.words, f"answered with what is no JSON: {body[:40]!r}")
    paths = [f"{'.'.join(map(str, fault['loc'])) or 'the whole'} ({fault['msg'].lower()})" for fault in faults[:3]]
    more = f" and {len(faults) - 3} more" if len(faults) > 3 else ""
    return NotAnswered(source.words, f"answered in a form that is not known: {', '.join(paths)}{more}")
