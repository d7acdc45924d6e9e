"""A file or the standard input → a Draft: Markdown, plain text, HTML, Word (DOCX) or PDF, told apart by content."""

import re
import sys
from pathlib import Path

from evidence.drafts.draft import Draft
from evidence.drafts.markup import Kind, draft_of
from evidence.errors import UnreadableDraft
from evidence.store.decoding import decoded
from evidence.store.limits import MOST_BYTES, hold_to_text_limit

__all__ = ["STANDARD_INPUT", "draft_of_bytes", "read_draft"]

STANDARD_INPUT = "-"

_PDF = re.compile(rb"[\0\s]*%PDF-")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_FOREIGN = {
    b"\xd0\xcf\x11\xe0": "is a Word document of the old kind or one with a password; save it as .docx without one",
    b"{\\rtf": "is rich text (RTF); save it as .docx, .md or .html",
}
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MARKDOWN = re.compile(r"^(?:\#{1,6}[ ]|```|~~~|---\s*$|[-*+][ ]|>[ ])|\]\(|\*\*\w|\[\^|\[@|<!--", re.MULTILINE)
_START = 100_000
_KINDS: dict[str, Kind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".qmd": "markdown",
    ".rmd": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
}


def read_draft(path: Path | str) -> Draft:
    """The draft in a file, or on the standard input when `path` is "-"; its kind by content first, then by name.

    Raises:
        MissingExtra: when a DOCX or PDF is given and the extra `documents` is not installed.
        UnreadableDraft: when it cannot be read, is too large, or is none of these; with how to mend it.
    """
    name = "standard input" if str(path) == STANDARD_INPUT else str(path)
    return draft_of_bytes(_bytes(path, name), name)


def draft_of_bytes(data: bytes, name: str) -> Draft:
    """The draft in a file's content; its kind by content first, then by `name`.

    Raises:
        MissingExtra: when a DOCX or PDF is given and the extra `documents` is not installed.
        UnreadableDraft: when it is too long, or is none of these; with how to mend it.
    """
    if _PDF.match(data):
        from evidence.store.pdf import pdf_draft  # not for every draft

        return pdf_draft(data, name)
    if data.startswith(_ZIP):
        from evidence.store.word import word_draft

        return word_draft(data, name)
    for start, reason in _FOREIGN.items():
        if data.startswith(start):
            raise UnreadableDraft(f"{name}: {reason}.")
    hold_to_text_limit(len(data), name)
    text = decoded(data, name)
    return draft_of(text, name, _kind(text, Path(name).suffix.lower()))


def _bytes(path: Path | str, name: str) -> bytes:
    try:
        if str(path) == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableDraft(f"{name}: cannot be read: {reason}") from error
    if len(data) > MOST_BYTES:
        raise UnreadableDraft(f"{name}: is larger than {MOST_BYTES // 1024**2} MB. Check it in parts.")
    return data


def _kind(text: str, suffix: str) -> Kind:
    start = text[:_START]
    if _HTML.match(start):
        return "html"
    return _KINDS.get(suffix) or ("markdown" if _MARKDOWN.search(start) else "text")
