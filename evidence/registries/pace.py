"""How fast a service may be asked: what it says in its headers, and never faster than politeness has it."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from evidence.registries.records import Source

__all__ = ["Pace", "asked_to_wait"]

# Seconds between two requests where a service says nothing. NCBI's help: three a second without a key.
_GAP = {Source.PUBMED: 0.34}
_USUAL_GAP = 0.1
_INTERVAL = re.compile(r"([0-9]{1,6})\s*(s|m|h)?")
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600}


class Pace:
    """The rhythm of requests to one service; `wait` and `clock` count in seconds."""

    def __init__(self, source: Source, wait: Callable[[float], object], clock: Callable[[], float]) -> None:
        self._gap = self._usual = _GAP.get(source, _USUAL_GAP)
        self._wait = wait
        self._clock = clock
        self._next = clock()

    def step(self) -> None:
        """Wait until the next request may go out."""
        pause = self._next - self._clock()
        if pause > 0:
            self._wait(pause)
        self._next = self._clock() + self._gap

    def learn(self, headers: Mapping[str, str]) -> None:
        """Slow down as the headers of an answer ask.

        Crossref tells requests in an interval, NCBI requests a second, OpenAlex what is left until a reset; no header
        makes us faster than we would be without.
        """
        limit = _number(headers.get("x-rate-limit-limit") or headers.get("x-ratelimit-limit"))
        interval = _interval(headers.get("x-rate-limit-interval", "1s"))
        if limit and interval:
            self._gap = max(self._usual, interval / limit)
        if headers.get("x-ratelimit-remaining", "").strip() == "0":
            self._next = self._clock() + min(_number(headers.get("x-ratelimit-reset")) or 1, 60)


def _number(text: str | None) -> int:
    return int(text.strip()) if text and re.fullmatch(r"\s*[0-9]{1,9}\s*", text, re.ASCII) else 0


def _interval(text: str) -> int:
    match = _INTERVAL.fullmatch(text.strip().lower())
    return int(match[1]) * _SECONDS[match[2] or ""] if match else 0


def asked_to_wait(header: str | None, now: datetime | None = None) -> float | None:
    """The seconds in a `Retry-After` header (RFC 9110 §10.2.3: a number, or a day and time); None when it says none."""
    text = (header or "").strip()
    if re.fullmatch(r"[0-9]{1,9}", text, re.ASCII):
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - (now or datetime.now(UTC))).total_seconds())
