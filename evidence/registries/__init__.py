"""The network, inwards: what Crossref, PubMed, Europe PMC and OpenAlex say of a publication."""

from evidence.registries.crossref import Crossref
from evidence.registries.europepmc import EuropePmc
from evidence.registries.http import Http, Limits
from evidence.registries.openalex import OpenAlex
from evidence.registries.pubmed import PubMed
from evidence.registries.records import Notice, NoticeKind, Registry, Sought, Source, Work
from evidence.registries.settings import Settings

__all__ = [
    "Crossref",
    "EuropePmc",
    "Http",
    "Limits",
    "Notice",
    "NoticeKind",
    "OpenAlex",
    "PubMed",
    "Registry",
    "Settings",
    "Sought",
    "Source",
    "Work",
    "all_of",
]


def all_of(http: Http) -> tuple[Registry, ...]:
    """The four registries, asked through `http`."""
    return Crossref(http), PubMed(http), EuropePmc(http), OpenAlex(http)
