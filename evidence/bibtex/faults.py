"""What can be wrong in a `.bib` file, and how it is told."""

from enum import StrEnum

from evidence.problems import Problem, Where

__all__ = ["BibRule", "at_line", "shortened"]

_SHORT = 80


class BibRule(StrEnum):
    """The rules that reading a `.bib` file holds it to."""

    SYNTAX = "bib-syntax"
    """An entry is `@type{key, name = {value}, …}`, all its braces closed."""
    HIDDEN_ENTRY = "bib-hidden-entry"
    """An entry that readers pass over, as in a comment, is no entry."""
    GHOST_ENTRY = "bib-ghost-entry"
    """No value has a line that starts with `@`: programs take it for a new entry."""
    KEY = "bib-key"
    """A key has only ASCII letters, figures and `: _ . / + -`."""
    DUPLICATE_KEY = "bib-duplicate-key"
    """A key stands once; BibTeX does not tell `a` from `A`."""
    DUPLICATE_FIELD = "bib-duplicate-field"
    """A field stands once in an entry; which one a program keeps is chance."""
    MISSING_COMMA = "bib-missing-comma"
    """A comma ends every field, or the next field becomes a part of it."""
    VALUE = "bib-value"
    """A value is one text in braces: no `#`, no `@string`, no bare word but the name of a month."""
    BRACES = "bib-braces"
    """Braces pair up within a value; BibTeX counts `\\{` too."""
    TYPE = "bib-type"
    """The type is one that `data/README.md` lists."""
    FIELD = "bib-field"
    """The field is one that `data/README.md` lists."""
    NAME = "bib-name"
    """Authors are `Family, Given`, joined by `and`."""
    LATEX = "bib-latex"
    """A LaTeX command in a value is one whose text is known."""


def at_line(file: str, line: int, rule: BibRule, message: str) -> Problem:
    """A problem at a line (counted from 1) of a `.bib` file."""
    return Problem(Where(file, f"line {line}"), rule, message)


def shortened(raw: str) -> str:
    """The beginning of a piece of the file on one line, fit for a message."""
    text = " ".join(raw.split())
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
