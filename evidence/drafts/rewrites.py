"""What may be written instead: the claim's own wording, which is as sure as its evidence and no surer."""

import re

from evidence.model import Claim, Size

__all__ = ["rewrites"]

_SIZES = {
    Size.TRIVIAL: "the effect is trivial",
    Size.SMALL: "the effect is small",
    Size.MODERATE: "the effect is of moderate size",
    Size.LARGE: "the effect is large",
}
_TELLS_SIZE = re.compile(
    r"\d|\b(?:slight\w*|small|little|modest\w*|large\w*|trivial|moderate\w*|minor|somewhat|uncertain|most|not)\b"
)


def rewrites(claim: Claim) -> tuple[str, str]:
    """Two sentences that may stand in place of the writer's: for a careful reader, and for everybody.

    Verdict and certainty are in the wording already, which the rules hold to them; a known size that the exact sentence
    leaves out is put behind it.
    """
    exact = claim.wording.exact
    size = _SIZES.get(claim.size) if claim.size else None
    if size and not _TELLS_SIZE.search(exact):
        exact = f"{exact.rstrip('.')} ({size})."
    return exact, claim.wording.everyday
