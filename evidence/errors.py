"""What can go wrong, as one family.

EvidenceError
├── UnknownId          an id or a key that the library does not hold
├── UnreadableLibrary  a folder that cannot be read as a library at all
├── UnreadableBib      a `.bib` file that cannot be trusted to have been read whole
├── InvalidIdentifier  a DOI, PMID or PMCID without the form of one
├── InvalidRating      steps that the rules of the rating do not allow
├── InvalidFilter      a filter's words that mean nothing
├── CannotWrite        a file that could not be written
├── InvalidSetting     a variable of the environment that cannot be used
├── NotAdded           a study that is there already, or on which the registries do not agree
├── NotAnswered        a registry that did not answer, or not in a way that could be understood
├── NothingToDraw      a picture of which the records hold nothing
├── UnreadableDraft    a text to be checked that cannot be read, or not as a whole
├── UnreadableImport   a file of references in no form that is known
└── MissingExtra       a part of the program that was not installed
"""

__all__ = [
    "CannotWrite",
    "EvidenceError",
    "InvalidFilter",
    "InvalidIdentifier",
    "InvalidRating",
    "InvalidSetting",
    "MissingExtra",
    "NotAdded",
    "NotAnswered",
    "NothingToDraw",
    "UnknownId",
    "UnreadableBib",
    "UnreadableDraft",
    "UnreadableImport",
    "UnreadableLibrary",
    "install_hint",
]


class EvidenceError(Exception):
    """Anything that this package raises on purpose; its text is fit to be shown to the user."""


class UnknownId(EvidenceError):
    """An id or a key that the library does not hold; `nearest` are ids that look like it, the likeliest first."""

    def __init__(self, noun: str, wanted: str, nearest: tuple[str, ...] = ()) -> None:
        self.wanted = wanted
        self.nearest = nearest
        hint = f" Did you mean {' or '.join(nearest)}?" if nearest else ""
        super().__init__(f"There is no {noun} {wanted!r} in this library.{hint}")


class UnreadableLibrary(EvidenceError):
    """A folder that cannot be read as a library at all."""


class UnreadableBib(EvidenceError):
    """A `.bib` file that cannot be trusted to have been read whole."""


class InvalidIdentifier(EvidenceError):
    """A DOI, PMID or PMCID without the form of one."""


class InvalidRating(EvidenceError):
    """Steps that the rules of the rating do not allow."""


class InvalidFilter(EvidenceError):
    """A filter's words that mean nothing."""


class CannotWrite(EvidenceError):
    """A file that could not be written."""


class MissingExtra(EvidenceError):
    """A part of the program that was not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs the extra {extra!r}. {install_hint(extra)}")


def install_hint(extra: str) -> str:
    """How to install an extra: from a checkout, since the name on PyPI belongs to somebody else's package."""
    return (
        f"In this project's folder: pip install -e '.[{extra}]' "
        "(not from PyPI, where the name evidence is another project's)."
    )


class InvalidSetting(EvidenceError):
    """A variable of the environment that cannot be used."""


class NotAdded(EvidenceError):
    """A study that is there already, or on which the registries do not agree."""


class NotAnswered(EvidenceError):
    """A registry that did not answer, or not in a way that could be understood: what was asked is *not checked*."""

    def __init__(self, registry: str, reason: str) -> None:
        self.reason = reason
        super().__init__(f"{registry} {reason}. Nothing was checked there.")


class NothingToDraw(EvidenceError):
    """A picture of which the records hold nothing; the text says what is missing."""


class UnreadableDraft(EvidenceError):
    """A text to be checked that cannot be read, or not as a whole."""


class UnreadableImport(EvidenceError):
    """A file of references in no form that is known."""
