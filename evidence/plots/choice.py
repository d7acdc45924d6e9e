"""Which plot of a claim's results says most."""

from evidence.errors import NothingToDraw
from evidence.library import Library
from evidence.plots.directions import effect_direction
from evidence.plots.forests import forest
from evidence.plots.plot import Plot
from evidence.plots.theme import Theme

__all__ = ["best"]


def best(library: Library, claim_id: str, *, theme: Theme = Theme.LIGHT) -> Plot:
    """The forest plot where at least two estimates are comparable, else the effect direction.

    Raises:
        UnknownId: when there is no such claim.
        NothingToDraw: when there is neither: no citation names a result of a primary study.
    """
    try:
        return forest(library, claim_id, theme=theme)
    except NothingToDraw:
        return effect_direction(library, claim_id, theme=theme)
