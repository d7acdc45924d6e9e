"""The two servers that are measured: this library's dashboard, and Datasette with the same tables."""

import csv
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import psutil

__all__ = ["Server", "dashboard", "datasette"]

_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Server:
    """A server that answers: its address without a slash at the end, and its process."""

    address: str
    process: psutil.Process

    @property
    def memory(self) -> float:
        """What it and the processes that it started hold in memory, in MB (resident)."""
        held: int = sum(one.memory_info().rss for one in self._processes)
        return held / _BYTES

    @property
    def worked(self) -> float:
        """The processor time that it and the processes that it started have had, in seconds."""
        return sum(sum(one.cpu_times()[:2]) for one in self._processes)

    @property
    def _processes(self) -> tuple[psutil.Process, ...]:
        return (self.process, *self.process.children(recursive=True))


@contextmanager
def dashboard(folder: Path | None = None) -> Iterator[Server]:
    """`evidence app`, with the library that ships or another."""
    library = ["--library", str(folder)] if folder else []
    command = [sys.executable, "-m", "evidence", "app", "--no-browser", "--port", str(_free_port()), *library]
    environment = {name: value for name, value in os.environ.items() if name != "EVIDENCE_LIBRARY"}
    with _serve(command, r"The dashboard: (http://\S+)", environment) as server:
        yield server


@contextmanager
def datasette(tables: Path, page_size: int) -> Iterator[Server]:
    """Datasette on a folder of CSV tables, as many rows a page as the dashboard shows."""
    file = tables / "evidence.db"
    _write_database(tables, file)
    options = ["--port", str(_free_port()), "--setting", "default_page_size", str(page_size)]
    command = [sys.executable, "-m", "datasette", "serve", str(file), *options]
    with _serve(command, r"running on (http://[\w.:]+)", dict(os.environ)) as server:
        yield server


def _free_port() -> int:
    """A port of this computer that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def _serve(command: list[str], announced: str, environment: dict[str, str]) -> Iterator[Server]:
    """Start a server, wait until it says its address, and end it with all that it started."""
    process = subprocess.Popen(  # noqa: S603  # our own words
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**environment, "PYTHONUNBUFFERED": "1"},
        start_new_session=True,
    )
    try:
        said = (re.search(announced, line) for line in process.stdout or ())
        found = next(filter(None, said), None)
        if found is None:
            raise RuntimeError(f"It did not start: {' '.join(command)}")
        Thread(target=deque, args=(process.stdout, 0), daemon=True).start()  # a full pipe would make the server wait
        yield Server(found[1], psutil.Process(process.pid))
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _write_database(tables: Path, file: Path) -> None:
    database = sqlite3.connect(file)
    with database:
        for path in sorted(tables.glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as lines:
                heading, *rows = csv.reader(lines)
            names = ", ".join(f'"{name}"' for name in heading)
            database.execute(f'create table "{path.stem}" ({names})')
            marks = ", ".join("?" * len(heading))
            database.executemany(f'insert into "{path.stem}" values ({marks})', rows)  # noqa: S608  # our own names
    database.close()
