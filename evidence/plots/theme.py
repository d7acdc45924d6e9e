"""Colours by what they mean, for a light and a dark ground.

Blue against vermilion, amber between them and grey for what is open: told apart by every kind of colour vision (after
the palette of Okabe and Ito), and never the only sign: a shape, a letter or a word always stands beside.
"""

from enum import StrEnum

__all__ = ["Ink", "Theme"]


class Theme(StrEnum):
    """The ground on which a plot is drawn."""

    LIGHT = "light"
    DARK = "dark"

    def colour(self, ink: "Ink") -> str:
        """The colour of an ink on this ground, as `#rrggbb`."""
        return _COLOURS[ink][self is Theme.DARK]


class Ink(StrEnum):
    """What a colour means. All but the ground, the band and the rule can be read on ground and band (WCAG 2.2 AA)."""

    GROUND = "ground"
    BAND = "band"
    RULE = "rule"
    TEXT = "text"
    QUIET = "quiet"
    HOLDS = "holds"
    FAILS = "fails"
    MIXED = "mixed"
    OPEN = "open"


_COLOURS = {
    Ink.GROUND: ("#ffffff", "#12161b"),
    Ink.BAND: ("#f3f5f7", "#1c2229"),
    Ink.RULE: ("#b9c1c9", "#4a545f"),
    Ink.TEXT: ("#1b1f24", "#edf0f3"),
    Ink.QUIET: ("#4a545f", "#b9c1c9"),
    Ink.HOLDS: ("#0060a0", "#7cc4f5"),
    Ink.FAILS: ("#a83e00", "#ffa36b"),
    Ink.MIXED: ("#7a5600", "#f0cb6a"),
    Ink.OPEN: ("#57626d", "#b3bdc7"),
}
