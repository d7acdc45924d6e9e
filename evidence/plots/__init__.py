"""Plots for readers and for print: each a function from a library to a picture with its twin in words and in rows.

Neither Altair nor vl-convert is imported until a chart or a picture file is asked for: the words and rows need neither.
"""

from evidence.plots.bias import risk_of_bias
from evidence.plots.cards import report_card
from evidence.plots.choice import best
from evidence.plots.directions import effect_direction
from evidence.plots.files import PictureFormat, render
from evidence.plots.forests import forest
from evidence.plots.maps import evidence_map
from evidence.plots.plot import Plot
from evidence.plots.sounding import wording_against_evidence
from evidence.plots.theme import Theme

__all__ = [
    "PictureFormat",
    "Plot",
    "Theme",
    "best",
    "effect_direction",
    "evidence_map",
    "forest",
    "render",
    "report_card",
    "risk_of_bias",
    "wording_against_evidence",
]
