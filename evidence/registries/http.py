"""The only place that opens a connection.

Whatever a server does, one request ends within a set time, with an answer of bounded size from a host that was meant,
or with `NotAnswered`. Nothing here ever turns a failure into an answer.
"""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from threading import Thread
from typing import Generic, TypeVar
from urllib.parse import urlencode, urljoin, urlsplit

import requests
import urllib3

from evidence.errors import NotAnswered
from evidence.registries.cache import Cache
from evidence.registries.pace import Pace, asked_to_wait
from evidence.registries.records import Source
from evidence.registries.settings import Settings, is_loopback

__all__ = ["Answer", "Http", "Limits"]

_Value = TypeVar("_Value")

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({429, 500, 502, 503, 504})
_CHUNK = 65536


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may cost: seconds in all, bytes after decoding, redirects, tries, seconds of waiting between.

    After `failures` requests in a row that came to nothing a service is left alone: a long run ends all the same.
    """

    seconds: float = 20.0
    size: int = 10_000_000
    redirects: int = 3
    tries: int = 3
    longest_wait: float = 60.0
    failures: int = 3


@dataclass(frozen=True, slots=True)
class Answer(Generic[_Value]):
    """What a service said, understood, and on which day; None when it does not know what was asked for (404)."""

    value: _Value | None
    on: date


@dataclass(frozen=True, slots=True)
class _Page:
    status: int
    headers: Mapping[str, str]
    body: bytes


class _Passing(Exception):
    """A failure that may pass; `after` is how long the service asks to be left alone."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        self.after = after
        super().__init__(reason)


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: requests would read the body of a redirect, however large, before we could look at it."""


class Http:
    """Asks the services of `settings`. `wait`, `clock` and `today` are given by tests."""

    def __init__(
        self,
        settings: Settings,
        *,
        limits: Limits = Limits(),  # immutable
        wait: Callable[[float], object] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._settings = settings
        self._limits = limits
        self._wait = wait
        self._clock = clock
        self._today = today
        self._cache = Cache(settings.cache)
        self._cache.sweep()
        self._paces = {source: Pace(source, wait, clock) for source in settings.services}
        self._failures = Counter[Source]()
        self._session = self._new_session()

    def ask(self, source: Source, path: str, understand: Callable[[bytes], _Value], **params: str) -> Answer[_Value]:
        """What `understand` makes of the answer of a service to `path` with `params`.

        Only an answer that was understood is kept for the day.

        Raises:
            NotAnswered: when there was no answer within the limits, or `understand` refused it.
        """
        address = f"{self._settings.services[source]}/{path}"
        question = f"{address}?{urlencode(sorted(params.items()))}" if params else address
        if (kept := self._cache.get(question, self._today())) is not None:
            return Answer(understand(kept), self._today())
        page = self._page(source, address, {**params, **self._settings.identity(source)})
        if page.status == 404:
            return Answer(None, self._today())
        value = understand(page.body)
        self._cache.keep(question, self._today(), page.body)
        return Answer(value, self._today())

    def _page(self, source: Source, address: str, params: Mapping[str, str]) -> _Page:
        """The page at `address`, tried again while the failure is one that may pass."""
        if self._failures[source] >= self._limits.failures:
            raise NotAnswered(source.words, f"failed {self._limits.failures} times in a row and was left alone")
        for attempt in range(1, self._limits.tries + 1):
            self._paces[source].step()
            try:
                page = self._settled(self._within_time(address, params))
            except _Passing as fault:
                self._wait(self._pause(source, fault, attempt))
            except NotAnswered as fault:
                raise NotAnswered(source.words, fault.reason) from None
            else:
                self._failures[source] = 0
                self._paces[source].learn(page.headers)
                return page
        raise AssertionError("the last try returns or raises")

    def _pause(self, source: Source, fault: _Passing, attempt: int) -> float:
        """The seconds until the next try.

        Raises:
            NotAnswered: when there is none, or the service asks for more patience than we have.
        """
        longest = self._limits.longest_wait
        pause = min(2.0**attempt, longest) if fault.after is None else fault.after
        if pause <= longest and attempt < self._limits.tries:
            return pause
        self._failures[source] += 1
        patience = f", and asks to be left alone for {pause:.0f} seconds" if pause > longest else f" ({attempt} tries)"
        raise NotAnswered(source.words, f"{fault}{patience}")

    def _settled(self, page: _Page) -> _Page:
        if page.status in _PASSING:
            raise _Passing(f"answered with status {page.status}", asked_to_wait(page.headers.get("retry-after")))
        if page.status not in {200, 404}:
            raise NotAnswered("", f"answered with status {page.status}")
        return page

    def _within_time(self, address: str, params: Mapping[str, str]) -> _Page:
        """The exchange in a thread of its own: names, handshakes and headers can drip past every time-out of a socket.

        A thread that is given up ends with the program; its session is not used again.
        """
        box: Future[_Page] = Future()
        session, end = self._session, self._clock() + self._limits.seconds

        def exchange() -> None:
            try:
                box.set_result(self._followed(session, address, params, end))
            except BaseException as error:  # noqa: BLE001  # handed on to the thread that waits
                box.set_exception(error)

        Thread(target=exchange, daemon=True).start()
        try:
            return box.result(timeout=self._limits.seconds)
        except TimeoutError:
            self._session = self._new_session()
            raise _Passing(f"did not answer within {self._limits.seconds:g} seconds") from None
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise _Passing(f"broke off ({type(error).__name__})") from None

    def _followed(self, session: requests.Session, address: str, params: Mapping[str, str], end: float) -> _Page:
        for _ in range(self._limits.redirects + 1):
            with session.get(
                address, params=params, stream=True, allow_redirects=False, timeout=self._limits.seconds
            ) as response:
                headers = {name.lower(): value for name, value in response.headers.items()}
                if response.status_code not in _REDIRECTS:
                    return _Page(response.status_code, headers, self._body(response, end))
            # The new address has its own words for what was asked, and learns neither contact nor key.
            address, params = self._allowed(address, headers.get("location", "")), {}
        raise NotAnswered("", f"redirected more than {self._limits.redirects} times")

    def _body(self, response: requests.Response, end: float) -> bytes:
        parts, size = [], 0
        while part := response.raw.read1(_CHUNK, decode_content=True):
            parts.append(part)
            size += len(part)
            if size > self._limits.size:
                raise NotAnswered("", f"sent more than {self._limits.size / 1e6:g} MB")
            if self._clock() > end:
                raise _Passing(f"did not answer within {self._limits.seconds:g} seconds")
        return b"".join(parts)

    def _allowed(self, base: str, target: str) -> str:
        """Where a redirect from `base` leads, if it is at one of the services, over https or on this computer."""
        origins = {_origin(service) for service in self._settings.services.values()}
        try:
            address = urljoin(base, target)
            parts = urlsplit(address)
            origin, safe = _origin(address), not parts.username and not parts.password
        except ValueError:
            raise NotAnswered("", "redirected to what is no address") from None
        if not safe or origin not in origins or (origin[0] != "https" and not is_loopback(origin[1])):
            raise NotAnswered("", f"redirected to {origin[0]}://{origin[1]}, which is not among the services")
        return address

    def _new_session(self) -> requests.Session:
        session = _Session()
        contact = f" (mailto:{self._settings.contact})" if self._settings.contact else ""
        session.headers["User-Agent"] = f"evidence/{version('evidence')}{contact}"
        session.headers["Accept-Encoding"] = "gzip"
        return session


def _origin(address: str) -> tuple[str, str, int]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
