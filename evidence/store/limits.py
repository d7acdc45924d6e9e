"""How much of a draft is read: enough for any book, and little enough that no file can hang its reader."""

from evidence.errors import UnreadableDraft

__all__ = ["MOST_BYTES", "MOST_MARKUP", "MOST_TEXT", "hold_to_text_limit"]

MOST_BYTES = 50 * 1024 * 1024
"""How large a file may be, and how much a DOCX may unpack to, pictures and all."""

MOST_MARKUP = 20 * 1024 * 1024
"""How much of that may be XML: five times what python-docx writes for a book of 1,000 pages (three million characters),
and once read it takes twenty times the memory."""

MOST_TEXT = 10 * 1024 * 1024
"""How long the text may be, in bytes or characters: some thirty novels."""


def hold_to_text_limit(length: int, name: str) -> None:
    """Raises UnreadableDraft when a text is longer than `MOST_TEXT`."""
    if length > MOST_TEXT:
        raise UnreadableDraft(f"{name}: is longer than {MOST_TEXT // 1024**2} MB of text. Check it in parts.")
