"""Many small numbers side by side in one integer: adding two of these adds all numbers at once.

Each stands in 32 bits as a whole number of units, 65,536 of which make 1; a sum must stay below 65,536.
"""

import sys
from array import array
from collections.abc import Callable, Iterable

__all__ = ["UNIT", "OnDemand", "one_in", "packed", "unpacked", "whole"]

UNIT = 1 << 16
_BYTES = 4
_BITS = 8 * _BYTES


class OnDemand(dict[str, int]):
    """The row of each token, made when it is first asked for."""

    def __init__(self, make: Callable[[str], int]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, token: str) -> int:
        row = self[token] = self._make(token)
        return row


def whole(number: float) -> int:
    """A number, in units."""
    return round(number * UNIT)


def one_in(place: int) -> int:
    """An integer with one unit at a place; times `whole(x)` it holds x there."""
    return 1 << _BITS * place


def packed(numbers: Iterable[tuple[int, float]], count: int) -> int:
    """One integer that holds these numbers at these of `count` places, and zeros; none is negative."""
    row = array("I", bytes(count * _BYTES))
    for place, number in numbers:
        row[place] = round(number * UNIT)
    return int.from_bytes(row.tobytes(), sys.byteorder)


def unpacked(together: int, count: int) -> list[int]:
    """The `count` numbers that an integer holds, in units."""
    return array("I", together.to_bytes(count * _BYTES, sys.byteorder)).tolist()
