"""How wide a text is when drawn, and where to break it."""

import re
from collections.abc import Iterator

__all__ = ["FONT", "cut", "width_of", "wrap"]

FONT = "Helvetica, Arial, Liberation Sans, sans-serif"

# Widths in parts of the size, rounded up from the metrics that these typefaces share.
_WIDTHS = {
    **dict.fromkeys("ijl'|", 0.24),
    **dict.fromkeys(" \u00a0.,:;!/I()[]ft-·", 0.33),
    **dict.fromkeys('r"“”‘’', 0.36),
    **dict.fromkeys("cksvxyzJ", 0.5),
    **dict.fromkeys("ABEKPSVXY&", 0.67),
    **dict.fromkeys("CDHNRUwGOQ", 0.78),
    **dict.fromkeys("●○", 0.62),
    **dict.fromkeys("mMW%@—…", 0.95),
}
# Where a line may break: at every blank but the one that says not to.
_BLANKS = re.compile(r"[^\S\u00a0]+")
_USUAL = 0.58
_WIDE = 1.05


def width_of(text: str, size: float, *, is_bold: bool = False) -> float:
    """How wide a text is at a size, in pixels; rather too wide than too narrow."""
    return sum(map(_width, text)) * size * (1.08 if is_bold else 1)


def _width(sign: str) -> float:
    # Beyond Latin, Greek and Cyrillic most signs are as wide as high.
    return _WIDTHS.get(sign, _USUAL if ord(sign) < 0x0590 or 0x2000 <= ord(sign) < 0x2190 else _WIDE)


def wrap(text: str, size: float, room: float, *, lines: int = 99, is_bold: bool = False) -> tuple[str, ...]:
    """The text in lines of at most `room` pixels, broken at blanks where there are any; beyond `lines` it is cut."""
    found = list(_broken(text, size, room, is_bold))
    if len(found) <= lines:
        return tuple(found)
    rest = " ".join(found[lines - 1 :])
    return (*found[: lines - 1], cut(rest, size, room, is_bold=is_bold))


def _broken(text: str, size: float, room: float, is_bold: bool) -> Iterator[str]:
    line, words = "", _BLANKS.split(text.strip())
    for word in words:
        longer = f"{line} {word}".strip()
        if line and width_of(longer, size, is_bold=is_bold) > room:
            yield line
            longer = word
        while width_of(longer, size, is_bold=is_bold) > room and len(longer) > 1:
            fits = _fitting(longer, size, room, is_bold)
            yield longer[:fits]
            longer = longer[fits:]
        line = longer
    if line or not any(words):
        yield line


def cut(text: str, size: float, room: float, *, is_bold: bool = False) -> str:
    """The text, or as much of its beginning as has room together with an ellipsis."""
    if width_of(text, size, is_bold=is_bold) <= room:
        return text
    return f"{text[: _fitting(text, size, room - size, is_bold)].rstrip()}…"


def _fitting(text: str, size: float, room: float, is_bold: bool) -> int:
    """How many signs have room; at least one."""
    used = 0.0
    for place, sign in enumerate(text):
        used += width_of(sign, size, is_bold=is_bold)
        if used > room:
            return max(1, place)
    return len(text)
