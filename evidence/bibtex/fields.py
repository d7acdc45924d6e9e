"""What an entry of `studies.bib` may hold: its types, its fields in their order, and the forms of some of them."""

import re
from urllib.parse import quote, unquote

from evidence.bibtex.latex import clean, escape, unescape

__all__ = [
    "ADDRESSES",
    "FIELDS",
    "KEY",
    "LANGUAGES",
    "MONTHS",
    "TYPES",
    "language_tag",
    "month_name",
    "month_number",
    "read_address",
    "read_pages",
    "render_address",
    "render_pages",
]

TYPES = ("article", "book", "incollection", "techreport", "phdthesis", "misc")
FIELDS = (
    "author", "title", "journal", "booktitle", "publisher", "institution", "school", "edition", "year", "month",
    "volume", "number", "pages", "doi", "pmid", "pmcid", "url", "language",
)  # fmt: skip
# Fields whose value is no LaTeX but stands for itself.
ADDRESSES = ("doi", "pmid", "pmcid", "url")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
# ISO 639-1 as registries give it → the name that babel has.
LANGUAGES = {
    "en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese",
    "nl": "dutch", "pl": "polish", "ru": "russian", "sv": "swedish", "da": "danish", "no": "norwegian", "fi": "finnish",
    "tr": "turkish",
}  # fmt: skip
# What bibtex, biber and pandoc all take; a key with anything else could end the line on which it stands.
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9:_./+-]*")

_UNSAFE = re.compile(r"[{}\\^\s]")
_UNSAFE_OR_NOT_ASCII = re.compile(r"[{}\\^]|[^!-~]")
_QUOTED_IN_DOIS = re.compile("%(?:7[BD]|5[CE])", re.IGNORECASE)
_BACKSLASHED = re.compile(r"\\([&%$#_~^{}])")
_DASHES = re.compile("[-–]+")
_RANGE = re.compile(r"\b(\d+)-(\d+)\b")


def month_name(month: str) -> str:
    """The English name of a month given in any form that `month_number` reads; anything else as it is."""
    number = month_number(month)
    return MONTHS[number - 1].capitalize() if number else month


def language_tag(language: str) -> str:
    """A language given as a tag or by its English name as a tag without its region: `de` for `German` and `de-CH`."""
    word = language.strip().lower()
    return next((tag for tag, name in LANGUAGES.items() if word == name), word.split("-")[0])


def month_number(month: str) -> int | None:
    """1 to 12 for a month given as figures or as an English name of three letters or more; None for anything else."""
    word = month.strip().rstrip(".").lower()
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= 12 else None
    return next((i for i, name in enumerate(MONTHS, 1) if len(word) > 2 and name.startswith(word)), None)


def render_address(text: str, *, ascii: bool) -> str:
    """A DOI, a PMID or a URL as the value of a field: verbatim, but for characters that no field can hold.

    Braces, backslashes, blanks and `^` (to TeX, `^^5c` is a backslash) become `%7B` and the like, as RFC 3986 asks of
    any address. Nothing is escaped: a backslash before `_` would be part of it for every reader but LaTeX.
    """
    unsafe = _UNSAFE_OR_NOT_ASCII if ascii else _UNSAFE
    return unsafe.sub(lambda char: quote(char[0], safe=""), clean(text))


def read_address(value: str, *, is_doi: bool = False) -> str:
    """The DOI, PMID or URL in a field's `value`, also where another program has escaped it."""
    bare = clean(_BACKSLASHED.sub(r"\1", value))
    return _QUOTED_IN_DOIS.sub(lambda char: unquote(char[0]), bare) if is_doi else bare


def render_pages(pages: str, *, ascii: bool) -> str:
    """The value of a `pages` field: two hyphens in a range of numbers, anything else (`e30248`, `S1-S10`) as it is."""
    return _RANGE.sub(r"\1--\2", escape(_DASHES.sub("-", pages), ascii=ascii))


def read_pages(value: str) -> str:
    """The pages in a field's `value`, with one hyphen in a range: `379-386`."""
    return _DASHES.sub("-", unescape(value))
