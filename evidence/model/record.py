"""What all records share."""

from typing import Any, ClassVar

__all__ = ["Record"]


class Record:
    """A frozen dataclass that stands in a file: a key in the file is a field here, and no other key is allowed."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}
