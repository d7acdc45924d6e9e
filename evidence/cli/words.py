"""What the words of every command are made with."""

import argparse
from collections.abc import Iterable

__all__ = ["Commands", "add_command", "count", "format_option", "port", "term"]

Commands = argparse._SubParsersAction  # argparse has no public name for it


def add_command(
    commands: "Commands[argparse.ArgumentParser]", name: str, help: str, *examples: str
) -> argparse.ArgumentParser:
    """A command with its help and examples."""
    epilog = "\n".join(["examples:", *(f"  {example}" for example in examples)])
    formatter = argparse.RawDescriptionHelpFormatter
    return commands.add_parser(name, help=help, description=help, epilog=epilog, formatter_class=formatter)


def term(known: Iterable[str]) -> "type[str]":
    """A reader for a closed list that takes `partly supported` and `partly-supported` for `partly_supported`."""
    names = tuple(known)

    def read(word: str) -> str:
        name = word.strip().lower().replace(" ", "_").replace("-", "_")
        if name not in names:
            raise argparse.ArgumentTypeError(f"{word!r} is not one of: {', '.join(names)}")
        return name

    return read  # type: ignore[return-value]  # argparse takes any function from text


def format_option(command: argparse.ArgumentParser, *formats: str) -> None:
    """`--format`, the first of `formats` by default."""
    command.add_argument("--format", choices=formats, default=formats[0], help=f"default: {formats[0]}")


def count(word: str) -> int:
    """A reader for a number of things: 0 or more."""
    if not word.isdecimal():
        raise argparse.ArgumentTypeError(f"{word!r} is not a number of things: give 0 or more")
    return int(word)


def port(word: str) -> int:
    """A reader for a port that a server may take: 1 to 65535."""
    if not word.isdecimal() or not 1 <= int(word) <= 65535:
        raise argparse.ArgumentTypeError(f"{word!r} is not a port: give a number from 1 to 65535")
    return int(word)
