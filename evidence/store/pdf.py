"""A PDF → a Draft: the text of its pages, its lines made paragraphs again."""

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from evidence.drafts.draft import Draft
from evidence.drafts.markup import draft_of
from evidence.errors import MissingExtra, UnreadableDraft
from evidence.store.limits import hold_to_text_limit

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["MOST_PAGES", "pdf_draft"]

MOST_PAGES = 2_000

# Instructions to the printer, over all pages and the forms drawn on them. A full page of text has some 3,000.
_MOST_INSTRUCTIONS = 2_000_000
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 20_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "xform_maximum_invocations_per_extraction": 500,
}

_HYPHEN = re.compile(r"(\w+)[-‐\u00ad]\Z")
_COMPOUND = re.compile(r"\w+-\w+")
_ITEM = re.compile(r"(?:[-*+•◦▪‣·–]|\d{1,3}[.)])\s")
# A line that is at least this much of the usual width was full, and so the next one goes on with it.
_FULL = 0.75


class _TooMuch(Exception):
    """More than any text needs: a file made to hang its readers."""


def pdf_draft(data: bytes, name: str) -> Draft:
    """The draft in a PDF, lines joined to paragraphs and words cut at line ends made whole; positions approximate.

    Raises:
        MissingExtra: when pypdf is not installed.
        UnreadableDraft: when the file is broken, encrypted, too large, or holds no text.
    """
    try:
        pages = tuple(_pages(data, name))
    except (MissingExtra, UnreadableDraft):
        raise
    except _TooMuch as error:
        raise UnreadableDraft(
            f"{name}: holds more than {error} and was not read further. Check it in parts."
        ) from error
    except Exception as error:  # what pypdf raises at broken files is no closed list
        raise UnreadableDraft(f"{name}: is no sound PDF: {error}. Export it again, or check its source.") from error
    if not any(page.strip() for page in pages):
        raise UnreadableDraft(
            f"{name}: has pages but no text; it is probably scanned. Recognise its text first, as with: ocrmypdf IN OUT"
        )
    return replace(draft_of("\n\n".join(_paragraphs(pages)), name, "text"), approximate=True)


def _pages(data: bytes, name: str) -> Iterator[str]:
    try:
        from pypdf import Configuration, PdfReader, apply_configuration
    except ModuleNotFoundError as error:
        raise MissingExtra("Reading PDF files", "documents") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every small fault in a file; we tell the great
    with apply_configuration(Configuration(**_LIMITS)):
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not _opens(reader):
            raise UnreadableDraft(f"{name}: is encrypted. Save a copy without a password.")
        if len(reader.pages) > MOST_PAGES:
            raise _TooMuch(f"{MOST_PAGES:,} pages")
        yield from _texts(reader, name)


def _opens(reader: "PdfReader") -> bool:
    """Whether the file opens without a password; many are encrypted only to forbid printing."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _texts(reader: "PdfReader", name: str) -> Iterator[str]:
    instructions = characters = 0

    def count(*_: Any) -> None:
        nonlocal instructions
        instructions += 1
        if instructions > _MOST_INSTRUCTIONS:
            raise _TooMuch(f"{_MOST_INSTRUCTIONS:,} drawing instructions")

    for page in reader.pages:
        text = page.extract_text(visitor_operand_before=count)
        count()  # pypdf swallows what is raised within a form
        characters += len(text)
        hold_to_text_limit(characters, name)
        yield text


def _paragraphs(pages: Iterable[str]) -> Iterator[str]:
    """The paragraphs of all pages; page numbers are left out, so that a sentence goes on over the page."""
    lines = [line for page in pages for line in map(str.strip, page.splitlines()) if not line.isdigit()]
    compounds = {compound for line in lines for compound in _COMPOUND.findall(line)}
    width = _median([len(line) for line in lines if line])
    paragraph = lines[:1]
    for line, after in pairwise(lines):
        if not _goes_on(line, after, width):
            yield "".join(paragraph)
            paragraph = []
        elif cut := after[:1].islower() and _HYPHEN.search(line):
            paragraph[-1] = _mended(paragraph[-1], f"{cut[1]}-{after.split(None, 1)[0]}", compounds)
        else:
            paragraph.append(" ")
        paragraph.append(after)
    yield "".join(paragraph)


def _median(lengths: list[int]) -> int:
    return sorted(lengths)[len(lengths) // 2] if lengths else 0


def _goes_on(line: str, after: str, width: int) -> bool:
    if not line or not after or _ITEM.match(after):
        return False
    return after[:1].islower() or len(line) >= _FULL * width


def _mended(line: str, word: str, compounds: set[str]) -> str:
    """A line that ends in half a word; its hyphen stays when the whole word has one elsewhere in the text."""
    match = _COMPOUND.match(word)
    return line if match and match.group() in compounds else line[:-1]
