"""Whether small studies show larger effects, as they do when small studies without an effect go unpublished."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from evidence.synthesis.pooling import Point
from evidence.synthesis.student import two_sided_p

__all__ = ["FEWEST", "Asymmetry", "egger"]

FEWEST = 10
"""Below ten effects the test cannot tell chance from asymmetry (Sterne et al., BMJ 2011;343:d4002)."""


@dataclass(frozen=True, slots=True)
class Asymmetry:
    """Egger's test: its t, the degrees of freedom, and the effect of a study so large that it has no error."""

    t: float
    df: int
    limit: float

    @property
    def p(self) -> float:
        """The two-sided p of a symmetric funnel."""
        return two_sided_p(self.t, self.df)


def egger(points: Sequence[Point]) -> Asymmetry | None:
    """Egger's regression of effect by standard error on precision (Egger et al., BMJ 1997;315:629-34).

    None below `FEWEST` effects, or where a line cannot be drawn or has no spread about it.
    """
    if len(points) < FEWEST:
        return None
    precisions = [1 / point.se for point in points]
    deviates = [point.estimate / point.se for point in points]
    middle, height = (math.fsum(values) / len(points) for values in (precisions, deviates))
    width = math.fsum((x - middle) ** 2 for x in precisions)
    if width <= 1e-12 * middle**2:
        return None
    slope = math.fsum((x - middle) * (y - height) for x, y in zip(precisions, deviates, strict=True)) / width
    intercept = height - slope * middle
    df = len(points) - 2
    residual = math.fsum((y - intercept - slope * x) ** 2 for x, y in zip(precisions, deviates, strict=True)) / df
    se = math.sqrt(residual * (1 / len(points) + middle**2 / width))
    return Asymmetry(intercept / se, df, slope) if se else None
