"""Sets of places as whole numbers, a bit for each: to join, cut or count two of ten thousand is one operation."""

from collections.abc import Iterable, Iterator

__all__ = ["Bits", "bits", "places"]

Bits = int


def bits(places: Iterable[int]) -> Bits:
    """The set of these places, each 0 or more."""
    found = bytearray()
    for place in places:
        byte, bit = divmod(place, 8)
        if byte >= len(found):
            found.extend(bytes(byte + 1 - len(found)))
        found[byte] |= 1 << bit
    return int.from_bytes(found, "little")


def places(bits: Bits) -> Iterator[int]:
    """The places in a set, in ascending order."""
    return (place for place, digit in enumerate(reversed(f"{bits:b}")) if digit == "1")
