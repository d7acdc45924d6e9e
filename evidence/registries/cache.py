"""Answers kept on disk for the day on which they were given, so that a broken-off run goes on where it stopped.

Own, and small: requests-cache reads a whole body before anyone can look at its size (docs/decisions).
"""

import hashlib
import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

__all__ = ["Cache"]

_SUFFIX = ".answer"
_KEPT_SECONDS = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Cache:
    """Answers by question, a file each: a line of JSON with question and day, then the body. None keeps nothing.

    A file that cannot be read or written is a missing one: the registry is asked again, and nothing is lost.
    """

    folder: Path | None

    def get(self, question: str, today: date) -> bytes | None:
        """The answer given today to `question`."""
        if self.folder is None:
            return None
        try:
            head, _, body = self._file(question).read_bytes().partition(b"\n")
            known = json.loads(head)
        except (OSError, ValueError):
            return None
        return body if known == {"question": question, "on": today.isoformat()} else None

    def keep(self, question: str, today: date, body: bytes) -> None:
        """Keep the answer to `question` for the rest of the day."""
        if self.folder is None:
            return
        file = self._file(question)
        temporary = file.with_suffix(f".{os.getpid()}")
        head = json.dumps({"question": question, "on": today.isoformat()}).encode()
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(head + b"\n" + body)
            temporary.replace(file)

    def sweep(self) -> None:
        """Delete answers of past weeks."""
        if self.folder is None:
            return
        for file in self.folder.glob(f"*{_SUFFIX}"):
            with suppress(OSError):
                if time.time() - file.stat().st_mtime > _KEPT_SECONDS:
                    file.unlink()

    def _file(self, question: str) -> Path:
        assert self.folder is not None  # noqa: S101  # both callers have looked
        return self.folder / f"{hashlib.sha256(question.encode()).hexdigest()}{_SUFFIX}"
