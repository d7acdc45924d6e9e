"""A Word document (DOCX) → a Draft: its paragraphs in order, as a reader sees them."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from evidence.drafts.draft import Draft
from evidence.drafts.markup import draft_of
from evidence.errors import MissingExtra, UnreadableDraft
from evidence.store.limits import MOST_BYTES, MOST_MARKUP, hold_to_text_limit

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["word_draft"]

_MOST_PARTS = 10_000
_CHUNK = 1 << 16

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What was deleted, moved away, or is drawn a second time for old readers; a paragraph within one is read by itself.
_UNREAD = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "p", "pPr", "rPr")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_SHOWN = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
# Built-in names of styles are the same in every language of Word.
_NOT_OWN_PROSE = frozenset(("quote", "intense quote", "block text", "html preformatted", "source code", "macro"))


def word_draft(data: bytes, name: str) -> Draft:
    """The draft in a Word document: body, tables, text boxes, footnotes; insertions, but no deletions.

    Paragraphs in a style for quotations or code are blank in its prose. Lines count paragraphs, and are approximate.

    Raises:
        MissingExtra: when python-docx is not installed.
        UnreadableDraft: when the bytes are no sound Word document, or one too large.
    """
    _refuse_unless_word(data, name)
    try:
        paragraphs = tuple(_paragraphs(_document(data)))
    except MissingExtra:
        raise
    except Exception as error:  # what zip, XML and python-docx raise at broken files is no closed list
        raise UnreadableDraft(f"{name}: is no sound Word document: {error}. Save it again as .docx.") from error
    hold_to_text_limit(sum(len(paragraph) for paragraph, _ in paragraphs), name)
    return _draft(paragraphs, name)


def _refuse_unless_word(data: bytes, name: str) -> None:
    """Unpack once, counting, before anything is kept: what a zip says of its sizes need not be true."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            is_larger = _says_it_is_larger(archive) or _is_larger(archive)
            names = archive.namelist()
    except Exception as error:  # zipfile raises nearly anything at a broken archive
        raise UnreadableDraft(f"{name}: is a broken zip archive: {error}. Save it again as .docx.") from error
    if is_larger:
        raise UnreadableDraft(
            f"{name}: unpacks to more than {MOST_BYTES // 1024**2} MB, or {MOST_MARKUP // 1024**2} MB of markup, and"
            " was not opened. Save a copy without pictures, or only the chapter to be checked."
        )
    if "[Content_Types].xml" not in names or not any(part.startswith("word/") for part in names):
        raise UnreadableDraft(f"{name}: is a zip archive, but no Word document. Save the text as .docx, .md or .html.")


def _says_it_is_larger(archive: ZipFile) -> bool:
    parts = archive.infolist()
    markup = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    return len(parts) > _MOST_PARTS or markup > MOST_MARKUP or sum(part.file_size for part in parts) > MOST_BYTES


def _is_larger(archive: ZipFile) -> bool:
    left = MOST_BYTES
    for part in archive.infolist():
        with archive.open(part) as stream:
            while left >= 0 and (chunk := stream.read(_CHUNK)):
                left -= len(chunk)
    return left < 0


def _document(data: bytes) -> "Document":
    try:
        from docx import Document
    except ModuleNotFoundError as error:
        raise MissingExtra("Reading Word documents", "documents") from error
    return Document(BytesIO(data))


def _paragraphs(document: "Document") -> Iterator[tuple[str, bool]]:
    """Each paragraph's text, and whether it is the writer's own prose."""
    styles = {style.get(f"{_W}styleId"): _name(style) for style in document.styles.element.iter(f"{_W}style")}
    for root in (document.element.body, *_notes(document)):
        for paragraph in root.iter(f"{_W}p"):
            if not any(above.tag in _UNREAD - {f"{_W}p"} for above in paragraph.iterancestors()):
                style = paragraph.find(f"{_W}pPr/{_W}pStyle")
                of_style = styles.get(style.get(f"{_W}val"), "") if style is not None else ""
                yield "".join(_shown(paragraph)), of_style not in _NOT_OWN_PROSE


def _name(style: Any) -> str:
    name = style.find(f"{_W}name")
    return str(name.get(f"{_W}val")).lower() if name is not None else ""


def _notes(document: "Document") -> Iterator[Any]:
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")):
            yield parse_xml(relation.target_part.blob)


def _shown(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SHOWN:
            yield _SHOWN[child.tag]
        elif child.tag not in _UNREAD:
            yield from _shown(child)


def _draft(paragraphs: tuple[tuple[str, bool], ...], name: str) -> Draft:
    text = "\n\n".join(paragraph for paragraph, _ in paragraphs)
    draft = draft_of(text, name, "text")
    prose, start = [], 0
    for paragraph, is_own in paragraphs:
        end = start + len(paragraph)
        prose.append(draft.prose[start:end] if is_own else " " * len(paragraph))
        start = end + 2
    return replace(draft, prose="\n\n".join(prose), approximate=True)
