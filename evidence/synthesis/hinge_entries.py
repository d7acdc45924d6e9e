"""What `evidence hinge` tells of a claim, as JSON shows it: a contract that other programs read.

Fields may be added to an entry; none is ever renamed or taken out.
"""

from typing_extensions import TypedDict

from evidence.library import Library
from evidence.model import Claim
from evidence.synthesis.hinge import Link, Withdrawn, WithoutStudy, links, weakest, withdrawals, without_each
from evidence.synthesis.pool_entries import EstimateEntry, estimate_entry
from evidence.synthesis.pools import gather

__all__ = ["HingeEntry", "LinkEntry", "PoolHingeEntry", "WithdrawnEntry", "WithoutEntry", "hinge_entry"]


class WithoutEntry(TypedDict):
    """A pool without one study; `left` is null where a single effect is left."""

    study: str
    left: EstimateEntry | None
    turns: bool


class PoolHingeEntry(TypedDict):
    """A pool without each of its studies."""

    outcome: str
    without: list[WithoutEntry]


class WithdrawnEntry(TypedDict):
    """What the recorded rating leads to without a study."""

    studies: list[str]
    certainty: str | None
    verdicts: list[str]
    fallen_steps: list[str]
    limits: list[str]
    contained_in: list[str]
    changes_certainty: bool
    changes_verdict: bool


class LinkEntry(TypedDict):
    """A link of a chain; `carries` is true of the weakest."""

    claim: str
    verdict: str
    certainty: str | None
    carries: bool


class HingeEntry(TypedDict):
    """Which study, or which link of a chain, carries an answer."""

    claim: str
    verdict: str
    certainty: str | None
    withdrawals: list[WithdrawnEntry]
    pools: list[PoolHingeEntry]
    chain: list[LinkEntry]


def hinge_entry(claim: Claim, library: Library) -> HingeEntry:
    """Which study or link carries a claim's answer, as `evidence hinge --format json` shows it."""
    chain = links(claim, library)
    return {
        "claim": claim.id,
        "verdict": claim.verdict.value,
        "certainty": claim.certainty.value if claim.certainty else None,
        "withdrawals": [_withdrawn(one) for one in withdrawals(claim, library)],
        "pools": [
            {"outcome": one.effects[0].result.outcome, "without": [_without(left) for left in without_each(one)]}
            for one in gather(claim, library).pools
        ],
        "chain": [_link(link, carries=link is weakest(chain)) for link in chain],
    }


def _withdrawn(one: Withdrawn) -> WithdrawnEntry:
    return {
        "studies": list(one.studies),
        "certainty": one.certainty.value if one.certainty else None,
        "verdicts": [verdict.value for verdict in one.verdicts],
        "fallen_steps": [step.domain.value for step in one.fallen],
        "limits": list(one.limits),
        "contained_in": list(one.contained_in),
        "changes_certainty": one.changes_certainty,
        "changes_verdict": one.changes_verdict,
    }


def _without(one: WithoutStudy) -> WithoutEntry:
    return {"study": one.study, "left": estimate_entry(one.estimate) if one.estimate else None, "turns": one.turns}


def _link(link: Link, *, carries: bool) -> LinkEntry:
    certainty = link.certainty.value if link.certainty else None
    return {"claim": link.claim, "verdict": link.verdict.value, "certainty": certainty, "carries": carries}
