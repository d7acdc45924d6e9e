"""A large library, made of the claims of a real one."""

from dataclasses import replace
from random import Random

from evidence.library import Library
from evidence.model import Claim

__all__ = ["generated"]


def generated(library: Library, count: int) -> Library:
    """Claims of a library, whole, under ids of their own, each with half the words of its statement those of others."""
    random, claims = Random(0), list(library.claims.values())
    pool = sorted({word for claim in claims for word in claim.statement.removesuffix(".").split()})
    made = [_other(claims[number % len(claims)], number, pool, random) for number in range(count)]
    return replace(library, all_claims={claim.id: claim for claim in made})


def _other(claim: Claim, number: int, pool: list[str], random: Random) -> Claim:
    words = claim.statement.removesuffix(".").split()
    said = " ".join(random.choice(pool) if random.random() < 0.5 else word for word in words)
    return replace(claim, id=f"{claim.id}-{number}", statement=f"{said[0].upper()}{said[1:]}.", opposes=(), chain=())
