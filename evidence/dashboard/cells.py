"""The evidence map as a table: rows and columns of claims as tiles, each cell a way to its claims."""

from markupsafe import Markup

from evidence.counting import counted
from evidence.dashboard.links import link
from evidence.dashboard.tiles import tile
from evidence.model import Claim
from evidence.plots.grid import Grid

__all__ = ["table"]

# From here on a cell is made wider, so that its row does not become a tower.
_MANY = 4


def table(grid: Grid, caption: str) -> Markup:
    """The map; on a narrow screen each row becomes a block with its filled cells, each after its outcome.

    The roles keep it a table for those who hear it, also where the style sheet draws blocks.
    """
    head = Markup("").join(
        Markup('<th scope="col" role="columnheader">{}</th>').format(outcome) for outcome in grid.outcomes
    )
    body = Markup("").join(_row(grid, row) for row in grid.rows)
    return Markup(
        '<div class="ev-scroll ev-map" role="region" tabindex="0" aria-label="{}">'
        '<table class="ev-table ev-grid" role="table"><caption>{}</caption><thead role="rowgroup"><tr role="row">'
        '<th scope="col" role="columnheader">{}</th>{}</tr></thead><tbody role="rowgroup">{}</tbody></table></div>'
    ).format(caption, caption, grid.rows_are.capitalize(), head, body)


def _row(grid: Grid, row: str) -> Markup:
    cells = Markup("").join(_cell(grid.cells[row, outcome], outcome) for outcome in grid.outcomes)
    return Markup('<tr role="row"><th scope="row" role="rowheader">{}</th>{}</tr>').format(row, cells)


def _cell(claims: tuple[Claim, ...], outcome: str) -> Markup:
    if not claims:
        return Markup('<td role="cell" class="ev-empty"><span class="ev-hidden">no claim</span></td>')
    leads = link("claims", counted(len(claims), "claim"), {"claim": [claim.id for claim in claims]})
    tiles = Markup("").join(map(tile, claims))
    kind = "ev-many" if len(claims) > _MANY else ""
    return Markup('<td role="cell" class="{}" data-label="{}">{}<div class="ev-tiles">{}</div></td>').format(
        kind, outcome, leads, tiles
    )
