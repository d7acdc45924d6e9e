"""DOI, PMID, PMCID, slug, citation key: a type each, and the one function that makes it.

What has one of these types is in normal form and need not be looked at again.
"""

import re
from typing import NewType
from urllib.parse import unquote

from evidence.errors import InvalidIdentifier

__all__ = ["CitationKey", "Doi", "Pmcid", "Pmid", "Slug", "citation_key", "doi", "pmcid", "pmid", "slug"]

Doi = NewType("Doi", str)
Pmid = NewType("Pmid", str)
Pmcid = NewType("Pmcid", str)
Slug = NewType("Slug", str)
CitationKey = NewType("CitationKey", str)

# The DOI handbook (§2.2) sets no length and few limits; a registrant code has at least four digits, and no DOI that
# Crossref has registered ends in a mark that closes a sentence.
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"]*[^\s\".,;:]", re.IGNORECASE)
_DOI_PREFIX = re.compile(r"^(?:doi(?::\s*|\s+))?(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/)?", re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KEY = re.compile(r"[a-z]+[0-9]{4}[a-z0-9]+")


def doi(text: str) -> Doi:
    """The DOI in `text`, lower-case, without address or `doi:` before it and without percent escapes.

    DOIs are compared without regard to case (DOI handbook §2.4), so one case is kept.

    Raises:
        InvalidIdentifier: when `text` is not a DOI.
    """
    bare = unquote(_DOI_PREFIX.sub("", text.strip()))
    if not _DOI.fullmatch(bare):
        raise InvalidIdentifier(f"{text!r} is not a DOI: one looks like 10.1007/s11606-018-4763-5")
    return Doi(bare.lower())


def pmid(text: str) -> Pmid:
    """The PubMed number in `text`: one to eight digits, no zero first, without `PMID:` before it.

    Raises:
        InvalidIdentifier: when `text` is not one.
    """
    bare = re.sub(r"^pmid:?\s*", "", text.strip(), flags=re.IGNORECASE)
    if not re.fullmatch(r"[1-9][0-9]{0,7}", bare):
        raise InvalidIdentifier(f"{text!r} is not a PMID: one is a number such as 30543021")
    return Pmid(bare)


def pmcid(text: str) -> Pmcid:
    """The PubMed Central number in `text`, with `PMC` before its digits.

    Raises:
        InvalidIdentifier: when `text` is not one.
    """
    bare = re.sub(r"^(?:pmcid:?\s*)?(?:pmc)?", "", text.strip(), flags=re.IGNORECASE)
    if not re.fullmatch(r"[1-9][0-9]{0,8}", bare):
        raise InvalidIdentifier(f"{text!r} is not a PMCID: one looks like PMC6420526")
    return Pmcid(f"PMC{bare}")


def slug(text: str) -> Slug:
    """`text` as an id: lower-case ASCII words joined by single hyphens.

    Raises:
        InvalidIdentifier: when `text` is not one.
    """
    if not _SLUG.fullmatch(text):
        raise InvalidIdentifier(f"{text!r} is not an id: use lower-case words joined by hyphens")
    return Slug(text)


def citation_key(text: str) -> CitationKey:
    """`text` as a citation key: family name, year, word, all lower-case ASCII.

    Lower-case because BibTeX does not tell `a` from `A`.

    Raises:
        InvalidIdentifier: when `text` is not one.
    """
    if not _KEY.fullmatch(text):
        raise InvalidIdentifier(f"{text!r} is not a citation key: one looks like perlman2019efficacy")
    return CitationKey(text)
