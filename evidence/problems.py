"""A fault in the data, told so that it can be mended."""

from dataclasses import dataclass

from typing_extensions import TypedDict

__all__ = ["Problem", "ProblemEntry", "Where"]


class ProblemEntry(TypedDict):
    """A problem as JSON shows it."""

    rule: str
    file: str
    field: str
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in the data: the `file` (relative to the library's folder) and the `field` in it, both possibly empty."""

    file: str
    field: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.field}" if self.field else self.file


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault: the `rule` that was broken, `where`, and a `message` that says what is wrong and how to mend it."""

    where: Where
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message} [{self.rule}]"

    def to_dict(self) -> ProblemEntry:
        """The problem as JSON shows it."""
        return {"rule": self.rule, "file": self.where.file, "field": self.where.field, "message": self.message}
