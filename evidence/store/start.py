"""A new library: an empty folder becomes one with its files, one topic, and the page that explains every field."""

from pathlib import Path

from evidence.errors import CannotWrite
from evidence.library import Library
from evidence.model import Topic
from evidence.store.save import canonical_files, write_text
from evidence.store.shipped import shipped

__all__ = ["start"]

_TOPIC = Topic(id="general", title="General", line="Rename this topic, or add others: each is a folder below claims.")
_EXPLAINED = "README.md"


def start(folder: Path) -> tuple[str, ...]:
    """Make a library without claims in `folder`, which may be there already if it is empty.

    Returns:
        The files that were written.

    Raises:
        CannotWrite: when the folder holds something, or cannot be written; nothing that was there is touched.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotWrite(f"{folder} is there and not empty. Name a new folder for the library.")
    files = {**canonical_files(Library.of(topics=[_TOPIC])), _EXPLAINED: _explained()}
    for file, text in files.items():
        write_text(folder / file, text)
    for place in (f"claims/{_TOPIC.id}", "studies"):
        (folder / place).mkdir(parents=True, exist_ok=True)
    return tuple(sorted(files))


def _explained() -> str:
    """The page on the fields, without the links that lead out of the library that ships."""
    text = (shipped("data") / _EXPLAINED).read_text(encoding="utf-8")
    return text.replace("[docs/method.md](../docs/method.md)", "the project's method")
