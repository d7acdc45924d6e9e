"""What a forest plot shows: one group of comparable estimates, what of it is pooled, and what is left."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence.errors import NothingToDraw
from evidence.library import Library
from evidence.model import Claim, Threshold
from evidence.plots.estimates import Estimate, Kin, NotShown, comparable, ordered
from evidence.synthesis.effects import unscaled
from evidence.synthesis.pooling import Estimate as PooledEstimate
from evidence.synthesis.pooling import Method, Pooled, pool, weights
from evidence.synthesis.pools import Pool, gather
from evidence.synthesis.thresholds import threshold_for

__all__ = ["FEWEST", "Block", "Panel", "panel"]

FEWEST = 2
"""One estimate is no comparison."""


@dataclass(frozen=True, slots=True)
class Block:
    """Estimates that are pooled with each other (`pool`, with the share of each), or that are not (None).

    `is_left_out` says that others of the panel are pooled, and these are not.
    """

    estimates: tuple[Estimate, ...]
    pool: Pool | None = None
    shares: tuple[float, ...] = ()
    is_left_out: bool = False

    @property
    def rows(self) -> tuple[Estimate | None, ...]:
        """The estimates, and None for the pool below them."""
        return (*self.estimates, None) if self.pool else self.estimates

    def share(self, one: Estimate) -> float | None:
        """What share of the pool an estimate is; None where it is not pooled."""
        return self.shares[self.estimates.index(one)] if self.pool else None

    @property
    def pooled(self) -> Pooled | None:
        """The block's estimates pooled by every method."""
        return pool(self.pool.points) if self.pool else None

    @property
    def diamond(self) -> PooledEstimate | None:
        """The pooled estimate that is drawn, on its natural scale."""
        return self.pooled.by(Method.HARTUNG_KNAPP) if self.pooled else None

    @property
    def ends(self) -> tuple[float, float, float] | None:
        """Estimate and interval of the diamond on the measure's own scale; infinite beyond what a float holds."""
        if self.pool is None or self.diamond is None:
            return None
        try:
            low, value, high = (
                unscaled(one, self.pool.family.measure)
                for one in (self.diamond.low, self.diamond.estimate, self.diamond.high)
            )
        except OverflowError:
            return unscaled(self.diamond.estimate, self.pool.family.measure), 0.0, float("inf")
        return value, low, high


@dataclass(frozen=True, slots=True)
class Panel:
    """A claim's comparable estimates in blocks, what they share, and the results that are not among them."""

    claim: Claim
    kin: Kin
    blocks: tuple[Block, ...]
    not_shown: tuple[NotShown, ...]
    threshold: Threshold | None

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        """All estimates, in the order of their rows."""
        return tuple(one for block in self.blocks for one in block.estimates)

    @property
    def is_pooled(self) -> bool:
        """Whether any of them are pooled."""
        return any(block.pool for block in self.blocks)


def panel(claim: Claim, library: Library) -> Panel:
    """The largest group of comparable estimates: one that is pooled first, then by studies, then by estimates.

    Raises:
        NothingToDraw: when no two estimates are comparable.
    """
    groups, others = comparable(claim, library)
    pools = gather(claim, library).pools
    if not groups or max(map(len, groups.values())) < FEWEST:
        raise NothingToDraw(
            f"No two results of {claim.id} are estimates of one measure in one unit, so there is no forest plot; "
            "the effect direction may still be told."
        )
    kin = max(groups, key=lambda kin: _rank(groups[kin], pools))
    apart = [one for other, group in groups.items() if other != kin for one in group]
    others += [NotShown(one.named, "another measure, unit or direction of good than those shown") for one in apart]
    first = groups[kin][0].named.result
    return Panel(claim, kin, tuple(_blocks(groups[kin], pools)), tuple(others), threshold_for(first, library))


def _rank(group: Sequence[Estimate], pools: Sequence[Pool]) -> tuple[bool, bool, int, int]:
    is_pooled = any(block.pool for block in _blocks(group, pools))
    studies = len({one.named.study.key for one in group})
    return is_pooled, len(group) >= FEWEST, studies, len(group)


def _blocks(group: Sequence[Estimate], pools: Sequence[Pool]) -> Iterator[Block]:
    by_ids = {one.named.ids: one for one in group}
    shown: set[tuple[str, str]] = set()
    for one in pools:
        ids = [(effect.study, effect.result.id) for effect in one.effects]
        if set(ids) <= by_ids.keys():
            shown |= set(ids)
            shares = weights(one.points, pool(one.points).by(Method.REML).tau2)
            yield Block(tuple(by_ids[id] for id in ids), one, shares)
    if rest := [one for one in group if one.named.ids not in shown]:
        yield Block(tuple(ordered(rest)), is_left_out=bool(shown))
