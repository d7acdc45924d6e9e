"""Numbers with their nouns, as a person writes them."""

__all__ = ["counted"]


def counted(number: int, noun: str) -> str:
    """`1 problem`, `2 problems`, `1,204 sentences`: for nouns whose plural takes an s."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
