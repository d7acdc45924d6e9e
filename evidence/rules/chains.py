"""A chain (A, hence B) names its links and is no surer than the weakest."""

from collections.abc import Iterator

from evidence.counting import counted
from evidence.library import Library
from evidence.model import Claim, Kind
from evidence.rules.rule import FieldFault, Rule, each_claim, each_claim_in

__all__ = ["RULES"]


def _links_exist(claim: Claim, library: Library) -> Iterator[FieldFault]:
    for id in claim.chain:
        if id not in library.claims:
            yield "chain", f"there is no claim {id!r} that stands; add it or name another link"


def _links_for_chains(claim: Claim) -> Iterator[FieldFault]:
    if claim.kind is Kind.CHAIN and len(set(claim.chain)) < 2:
        yield "chain", f"has {counted(len(set(claim.chain)), 'link')}; a claim of kind chain names at least two claims"
    if claim.kind is not Kind.CHAIN and claim.chain:
        yield "kind", f"is {claim.kind.value}, yet the claim names links; make it chain or empty the field chain"


def _cycle(claim: Claim, library: Library) -> Iterator[FieldFault]:
    if claim.id in _below(claim, library):
        yield "chain", f"leads back to {claim.id}; take out the link that closes the circle"


def _below(claim: Claim, library: Library) -> set[str]:
    found: set[str] = set()
    waiting = list(claim.chain)
    while waiting:
        id = waiting.pop()
        if id not in found and id in library.claims:
            waiting += library.claims[id].chain
        found.add(id)
    return found


def _weakest_link(claim: Claim, library: Library) -> Iterator[FieldFault]:
    links = [library.claims[id] for id in claim.chain if id in library.claims]
    levels = [link.certainty for link in links if link.certainty]
    weakest = min(levels, key=lambda certainty: certainty.level, default=None)
    if claim.certainty and weakest and claim.certainty.level > weakest.level:
        yield (
            "certainty",
            f"is {claim.certainty.words}, its weakest link {weakest.words}; rate it {weakest.words} or below",
        )


RULES = (
    Rule("chain-links-exist", "A chain with a link missing shows nothing.", each_claim_in(_links_exist)),
    Rule("chain-has-links", "A chain is its links; other claims have none.", each_claim(_links_for_chains)),
    Rule("chain-without-circle", "A claim cannot be the reason for itself.", each_claim_in(_cycle)),
    Rule("chain-weakest-link", "A chain is no surer than its weakest link.", each_claim_in(_weakest_link)),
)
