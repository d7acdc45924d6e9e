"""Which services are asked, under whose name, and where answers are kept: read from the environment."""

import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from evidence.errors import InvalidSetting
from evidence.registries.records import Source

__all__ = ["SERVICES", "Settings", "is_loopback"]

SERVICES = {
    Source.CROSSREF: "https://api.crossref.org",
    Source.PUBMED: "https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
    Source.EUROPE_PMC: "https://www.ebi.ac.uk/europepmc/webservices/rest",
    Source.OPENALEX: "https://api.openalex.org",
}
# What a header and an address can hold.
_CONTACT = re.compile(r"[^\s<>();,@]+@[^\s<>();,@]+\.[^\s<>();,@]+", re.ASCII)
_KEY = re.compile(r"[!-~]*")


@dataclass(frozen=True, slots=True)
class Settings:
    """`services`: the address of each; `contact`: whom a service may write to; `cache`: the folder of kept answers."""

    services: Mapping[Source, str] = field(default_factory=lambda: dict(SERVICES))
    contact: str = ""
    openalex_key: str = ""
    cache: Path | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """The settings in the variables that `docs/registries.md` lists.

        Raises:
            InvalidSetting: when one of them cannot be used; it names the variable.
        """
        services = {source: _address(environment, source) for source in SERVICES}
        contact = environment.get("EVIDENCE_CONTACT", "").strip()
        if contact and not _CONTACT.fullmatch(contact):
            raise InvalidSetting(f"EVIDENCE_CONTACT is {contact!r}; give one e-mail address, or leave it unset")
        key = environment.get("EVIDENCE_OPENALEX_KEY", "").strip()
        if not _KEY.fullmatch(key):
            raise InvalidSetting("EVIDENCE_OPENALEX_KEY holds blanks or signs that no key has; copy it again")
        return cls(services, contact, key, _cache(environment))

    def identity(self, source: Source) -> dict[str, str]:
        """How each service wants to be told who is asking; none of it is part of the question or ever shown."""
        match source:
            case Source.CROSSREF:
                given = {"mailto": self.contact}
            case Source.PUBMED:
                given = {"tool": "evidence", "email": self.contact}
            case Source.EUROPE_PMC:
                given = {"email": self.contact}
            case Source.OPENALEX:
                given = {"mailto": self.contact, "api_key": self.openalex_key}
        return {name: value for name, value in given.items() if value}


def is_loopback(host: str) -> bool:
    """Whether `host` can only be this computer."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _address(environment: Mapping[str, str], source: Source) -> str:
    name = f"EVIDENCE_{source.name.replace('_', '')}_URL"
    address = environment.get(name, "").strip().rstrip("/") or SERVICES[source]
    try:
        parts = urlsplit(address)
        usable = parts.port != 0 and parts.hostname and not (parts.username or parts.query or parts.fragment)
    except ValueError:
        raise InvalidSetting(f"{name} is {address!r}, which is no address; write https://host/path") from None
    if not usable or parts.scheme not in {"https", "http"}:
        raise InvalidSetting(f"{name} is {address!r}; write https://host/path, without user, ? or #")
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise InvalidSetting(f"{name} is {address!r}; http goes unprotected and is taken for this computer only")
    return address


def _cache(environment: Mapping[str, str]) -> Path | None:
    named = environment.get("EVIDENCE_CACHE", "").strip()
    if named == "off":
        return None
    home = environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA") or Path.home() / ".cache"
    return Path(named) if named else Path(home) / "evidence"
