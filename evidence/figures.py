"""Figures as they are printed: what they are worth, and how far rounding may have moved them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["MINUS_LIKE", "Figure", "Mention", "figure", "mentions"]

MINUS_LIKE = "\u2212\u2013\u2010\u2011\ufe63\uff0d"
"""Signs that look like a plain hyphen for minus; they are read as one, so that one fault is not told as two."""

# At most fifteen digits a part, so that no figure leaves the range of a float.
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9])|[0-9]{1,15})(?:\.[0-9]{1,15})?|\.[0-9]{1,15}"
_FIGURE = re.compile(rf"(?P<bound>[<>≤≥=]?)\s*(?P<sign>[-+{MINUS_LIKE}]?)(?P<digits>{_DIGITS})")

# Digits inside a word (`perlman2019efficacy`), after letters and a hyphen (COX-2) or in an ordinal are no figures.
_MENTION = re.compile(rf"(?<![\w.,])(?<![^\W\d_]-)(?P<digits>{_DIGITS})(?![0-9]|(?:st|nd|rd|th|s)\b)")
_NAME_BEFORE = re.compile(
    r"\b(?:topic|type|table|figure|grade|stage|phase|level|class|article|vitamin|omega|amstar|rob|covid)[ -]$",
    re.IGNORECASE,
)
_ABOUT_BEFORE = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|some|over|under|(?:more|less|fewer) than)\s+$",
    re.IGNORECASE,
)
# How far a figure after "about" may lie from the printed one: 1,000 for 1,012, but not 80 for 90.
_ABOUT = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure: `value`, half a unit of its last digit, and `<`, `>`, `≤` or `≥` where it is a bound."""

    value: Decimal
    half_unit: Decimal
    bound: str = ""

    @property
    def least(self) -> Decimal:
        """The smallest value that is printed so."""
        if self.bound:
            return self.value if self.bound in ">≥" else Decimal("-Infinity")
        return self.value - self.half_unit

    @property
    def most(self) -> Decimal:
        """The largest value that is printed so."""
        if self.bound:
            return self.value if self.bound in "<≤" else Decimal("Infinity")
        return self.value + self.half_unit


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in running text, without its sign; `is_about` where the words before it say that it is rounded."""

    text: str
    figure: Figure
    is_about: bool

    def stands_for(self, value: Decimal) -> bool:
        """Whether `value`, whatever its sign, comes out as this figure when rounded to the digits printed here."""
        tolerance = max(self.figure.half_unit, self.figure.value * _ABOUT if self.is_about else Decimal(0))
        return abs(abs(value) - self.figure.value) <= tolerance


def figure(text: str) -> Figure | None:
    """What `text` is worth (`0.70`, `-8.16`, `<0.001`, `1,234`); None when it is not a figure and nothing else."""
    match = _FIGURE.fullmatch(text.strip())
    if match is None:
        return None
    size = _figure(match["digits"])
    value = -size.value if match["sign"] not in {"", "+"} else size.value
    return Figure(value, size.half_unit, match["bound"].replace("=", ""))


def mentions(text: str) -> Iterator[Mention]:
    """The figures in running text; digits that are part of a name (COX-2, type 2) or of a key are none."""
    for match in _MENTION.finditer(text):
        before = text[: match.start()]
        if not _NAME_BEFORE.search(before):
            yield Mention(match["digits"], _figure(match["digits"]), bool(_ABOUT_BEFORE.search(before)))


def _figure(digits: str) -> Figure:
    bare = digits.replace(",", "")
    decimals = len(bare.partition(".")[2])
    return Figure(Decimal(bare), Decimal(5).scaleb(-decimals - 1))
