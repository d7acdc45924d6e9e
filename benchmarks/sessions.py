"""Many readers at once: open sessions that each do something every half minute, against the real server.

A session is the dashboard's own websocket with Streamlit's own messages, so that the server cannot tell it from a
browser's, while two hundred browsers would want the processor that is measured. What a session asks for are addresses,
as a reader's links, back and forward do; each is a whole run of a page.
"""

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from evidence.library import Library
from evidence.model import Certainty, Verdict

__all__ = ["EVERY", "Round", "visits"]

EVERY = 30.0
"""Seconds from one action of a session to its next."""

_PATIENCE = 60.0
_WORDS = (
    "swelling",
    "natural painkillers",
    "flat feet",
    "massage",
    "puffy knee",
    "hip strength",
    "blood flow",
    "sleep",
)
_LISTS = ("studies", "articles", "map", "quality", "method")

Page = tuple[str, str]


@dataclass
class Round:
    """What the sessions met in half a minute: seconds for each answer, what went wrong; then memory in MB, load."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory: float = 0.0
    load: float = 0.0


async def visits(
    address: str, library: Library, memory: Callable[[], float], sessions: int, rounds: int
) -> list[Round]:
    """Open that many sessions, let each do one thing a round at a moment of its own, and close them."""
    told = [Round() for _ in range(rounds + 1)]
    start = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for number in range(sessions):
            random = Random(number)
            first = start + random.uniform(0, EVERY)
            group.create_task(_session(address, _wishes(library, random), first, told))
        for number, one in enumerate(told, 1):
            await asyncio.sleep(start + EVERY * number - time.perf_counter())
            one.memory, one.load = memory(), os.getloadavg()[0]
    return told


async def _session(address: str, wishes: Iterator[Page], first: float, told: list[Round]) -> None:
    """Open one session in the first round, and act once in each that follows."""
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    try:
        # A browser sends no pings of its own either.
        async with connect(
            stream, subprotocols=[Subprotocol("streamlit")], max_size=None, ping_interval=None
        ) as socket:
            for number, (one, wish) in enumerate(zip(told, wishes, strict=False)):
                await asyncio.sleep(first + EVERY * number - time.perf_counter())
                await _act(socket, wish, one)
    except (OSError, WebSocketException) as error:
        told[0].errors.append(f"not connected: {error!r}")


async def _act(socket: ClientConnection, wish: Page, one: Round) -> None:
    begun = time.perf_counter()
    try:
        async with asyncio.timeout(_PATIENCE):
            one.errors.extend(await _answer(socket, wish))
    except (OSError, WebSocketException) as error:
        one.errors.append(f"{wish[0] or 'find'}: {error!r}")
    one.seconds.append(time.perf_counter() - begun)


async def _answer(socket: ClientConnection, wish: Page) -> list[str]:
    """Ask for a page and read all of it.

    Returns:
        The errors that it shows.
    """
    ask = BackMsg()
    ask.rerun_script.page_name, ask.rerun_script.query_string = wish
    await socket.send(ask.SerializeToString())
    errors = []
    while True:
        message = ForwardMsg.FromString(await socket.recv())
        kind = message.WhichOneof("type")
        if kind == "page_not_found" or message.delta.new_element.HasField("exception"):
            errors.append(f"{wish[0] or 'find'}: {message.delta.new_element.exception.message or kind}")
        if kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return errors


def _wishes(library: Library, random: Random) -> Iterator[Page]:
    """What one reader looks at: Find half of the time, often a claim, now and then anything else."""
    makes = (_filtered, _claim, _study, _listed, _checked)
    while True:
        (make,) = random.choices(makes, (10, 6, 2, 1, 1))
        yield make(library, random)


def _filtered(library: Library, random: Random) -> Page:
    choices = (
        {"verdict": random.choice(list(Verdict))},
        {"at_least": random.choice(list(Certainty))},
        {"topic": random.choice(list(library.topics)), "view": random.choice(["cards", "table", "references"])},
        {"q": random.choice(_WORDS)},
    )
    return "", urlencode(random.choice(choices))


def _claim(library: Library, random: Random) -> Page:
    return "claim", urlencode({"id": random.choice(list(library.claims))})


def _study(library: Library, random: Random) -> Page:
    return "study", urlencode({"id": random.choice(list(library.studies))})


def _listed(_library: Library, random: Random) -> Page:
    return random.choice(_LISTS), ""


def _checked(_library: Library, _random: Random) -> Page:
    return "check", "example=yes"
