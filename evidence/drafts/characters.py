"""Characters that nobody sees, taken out of a text without moving anything else.

Every function here gives back a text of the same length. What is to vanish without a gap (a zero-width space inside a
word, the mark of emphasis around half a word) becomes `GONE` first, and is closed up at the very end.
"""

import re

__all__ = ["GONE", "closed_up", "one_line_end", "plain"]

GONE = "\0"
"""Stands for a character that leaves no gap; `closed_up` takes it away again."""

# Zero-width spaces and joiners, soft hyphen, marks and overrides of direction, byte order marks, tags, and others that
# are drawn as nothing (Unicode 16, general category Cf, without the signs that are drawn, such as U+0600).
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_BREAKS = "\x85\u2028\u2029"
_STRAY = re.compile(f"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]|[{_BREAKS}]|[{_UNSEEN}]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_WORDS_AND_REST = re.compile(rf"[\w'’{GONE}-]+|[^\w'’{GONE}-]+")


def one_line_end(text: str) -> str:
    """The text with each lone carriage return (old Mac) as a line feed, so that lines count as editors count them."""
    return _LONE_RETURN.sub("\n", text)


def plain(text: str) -> str:
    """The text with control characters as blanks, every kind of line break as one, and what is unseen as `GONE`."""
    return _STRAY.sub(_replaced, text)


def _replaced(stray: re.Match[str]) -> str:
    if stray.group() in _BREAKS:
        return "\n"
    return GONE if stray.group() > "\xa0" else " "


def closed_up(text: str) -> str:
    """The text with each word's letters moved together over what is `GONE`, and blanks after the word instead."""
    if GONE not in text:
        return text
    return "".join(_closed(piece) if GONE in piece else piece for piece in _WORDS_AND_REST.findall(text))


def _closed(word: str) -> str:
    core = word.lstrip(GONE)
    letters = core.replace(GONE, "")
    return " " * (len(word) - len(core)) + letters + " " * (len(core) - len(letters))
