"""The text of a `.bib` file → its entries, and whatever did not become one.

bibtexparser divides the text. It passes over some faults in silence, so its blocks are checked against the text: each
line that starts an entry belongs to an entry that is handed on, or to a problem.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence

from bibtexparser.entrypoint import parse_string
from bibtexparser.exceptions import BlockAbortedException
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
)

from evidence.bibtex.faults import BibRule, at_line, shortened
from evidence.bibtex.fields import KEY
from evidence.problems import Problem

__all__ = ["entries_in", "line_of"]

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # it logs what is told here as a problem

_STARTS_ENTRY = re.compile(r"\s*@\s*\w+\s*[{(]")
_FIELD = re.compile(r"\w\s*=\s*[{\"0-9]")
_ENTRY_IN_COMMENT = re.compile(
    r"(?:^[ \t]*@\s*(?!(?:comment|string|preamble)\b)\w|@(?!(?:comment|string|preamble)\b)\w+[ \t]*\{).*",
    re.IGNORECASE | re.MULTILINE,
)


def entries_in(text: str, file: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of a `.bib` file that stand on their own under a key of their own, and the faults in the rest."""
    blocks = [_unwrapped(block) for block in parse_string(text, parse_stack=[]).blocks]
    ghosts = list(_ghosts(blocks))
    found = [block for block in blocks if isinstance(block, Entry) and not any(block is ghost for ghost in ghosts)]
    entries, problems = _keyed(found, file)
    return entries, (
        *problems,
        *(_broken(block, file) for block in blocks if isinstance(block, ParsingFailedBlock)),
        *(_ghost(block, file) for block in ghosts),
        *(_leftover(block, file) for block in blocks if isinstance(block, ImplicitComment) and _is_leftover(block)),
        *_hidden(text, blocks, file),
    )


def line_of(block: Block) -> int:
    """The line on which a block starts, counted from 1."""
    return (block.start_line or 0) + 1


def _unwrapped(block: Block) -> Block:
    """A block with a key or a field twice as the entry that it is; both are looked for here without regard to case."""
    if isinstance(block, (DuplicateBlockKeyBlock, DuplicateFieldKeyBlock)):
        return block.ignore_error_block or block
    return block


def _ghosts(blocks: Iterable[Block]) -> Iterator[Entry]:
    """Entries made from the inside of a value.

    A line of it that starts with `@` has cut the entry around it in two: what is before the ghost is broken off, and
    what is after it closes braces that nothing has opened.
    """
    after_break: list[Entry] | None = None
    for block in blocks:
        if isinstance(block, ParsingFailedBlock):
            after_break = []
        elif isinstance(block, Entry) and after_break is not None:
            after_break.append(block)
        elif isinstance(block, ImplicitComment):
            if block.comment.count("}") > block.comment.count("{"):
                yield from after_break or ()
            after_break = None


def _keyed(entries: Iterable[Entry], file: str) -> tuple[tuple[Entry, ...], list[Problem]]:
    keyed: dict[str, Entry] = {}
    problems = []
    for entry in entries:
        first = keyed.get(entry.key.lower())
        if fault := _key_fault(entry.key, first):
            problems.append(at_line(file, line_of(entry), *fault))
        else:
            keyed[entry.key.lower()] = entry
    return tuple(keyed.values()), problems


def _key_fault(key: str, first: Entry | None) -> tuple[BibRule, str] | None:
    if not KEY.fullmatch(key):
        return BibRule.KEY, f"{shortened(key)!r} is no citation key; use ASCII letters, figures and : _ . / + -"
    if first:
        same = "" if first.key == key else f" as {first.key} (BibTeX does not tell capitals)"
        return (
            BibRule.DUPLICATE_KEY,
            f"the key {key} stands in line {line_of(first)} already{same}; give one another key",
        )
    return None


def _broken(block: ParsingFailedBlock, file: str) -> Problem:
    reason = block.error.abort_reason if isinstance(block.error, BlockAbortedException) else str(block.error)
    message = f"what starts here cannot be read ({reason.strip(' .')}); look for a missing brace, comma or `=`"
    return at_line(file, line_of(block), BibRule.SYNTAX, f"{message}: {shortened(block.raw or '')}")


def _ghost(entry: Entry, file: str) -> Problem:
    message = "starts with `@` inside a value of the entry before and cuts that in two; join the line to the one above"
    return at_line(file, line_of(entry), BibRule.GHOST_ENTRY, f"{message}: {shortened(entry.raw or '')}")


def _is_leftover(block: ImplicitComment) -> bool:
    stray = block.comment.count("}") > block.comment.count("{") or _FIELD.search(block.comment)
    return bool(stray) and not _in_comment(block)  # that is told as a hidden entry


def _leftover(block: ImplicitComment, file: str) -> Problem:
    message = "this belongs to no entry: the one before has ended too early; look there for a brace too many"
    return at_line(file, line_of(block), BibRule.BRACES, f"{message}: {shortened(block.comment)}")


def _hidden(text: str, blocks: Sequence[Block], file: str) -> list[Problem]:
    begun = {line_of(block) for block in blocks if not isinstance(block, ImplicitComment)}
    lines = enumerate(text.split("\n"), 1)
    hidden = {number: line for number, line in lines if number not in begun and _STARTS_ENTRY.match(line)}
    for block in blocks:
        if isinstance(block, (ExplicitComment, ImplicitComment)):
            hidden |= _in_comment(block)
    message = "an entry that starts here is not read: it stands in a comment or lacks its brace; mend or delete it"
    return [
        at_line(file, number, BibRule.HIDDEN_ENTRY, f"{message}: {shortened(raw)}") for number, raw in hidden.items()
    ]


def _in_comment(block: Block) -> dict[int, str]:
    raw = block.raw or ""
    found = _ENTRY_IN_COMMENT.finditer(raw)
    return {line_of(block) + raw.count("\n", 0, match.start()): match[0] for match in found}
