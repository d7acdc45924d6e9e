"""`evidence sentences`."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from evidence.cli.exits import Exit
from evidence.cli.output import print_json, write
from evidence.errors import UnreadableDraft
from evidence.sentences import SentencesEntry, sentences_entry

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Print the sentences of an article with the places and digests that records need."""
    entry = sentences_entry(_read(arguments.file))
    if arguments.format == "json":
        print_json(entry)
    else:
        write("".join(f"{line}\n" for line in _lines(entry)))
    return Exit.FINE


def _read(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise UnreadableDraft(f"{file} cannot be read: {error.strerror or error}.") from None
    except UnicodeDecodeError as error:
        raise UnreadableDraft(f"{file}: byte {error.start} is not UTF-8; save the file as UTF-8.") from None


def _lines(entry: SentencesEntry) -> Iterator[str]:
    yield f'digest = "{entry["digest"]}"'
    yield f"sentences = {entry['sentences']}"
    for place in entry["places"]:
        yield ""
        yield place["text"]
        yield f"paragraph = {place['paragraph']}"
        yield f"sentence = {place['sentence']}"
        yield f'digest = "{place["digest"]}"'
