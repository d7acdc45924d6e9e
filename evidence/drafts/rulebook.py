"""Every rule under which a writer is told something: what it says, the gravest level it has, and who says so."""

from typing import NamedTuple

from evidence.drafts.pitfalls import PITFALLS, SUMNER
from evidence.drafts.report import Level

__all__ = ["RULEBOOK", "Entry"]


class Entry(NamedTuple):
    """A rule: its gravest level, the reason for it, and the authority behind it."""

    level: Level
    reason: str
    authority: str


_SCALE = (
    "Adams et al., How readers understand causal and correlational expressions used in news headlines, J Exp Psychol "
    "Appl 2017;23:1-14; Santesso et al., GRADE guidelines 26, J Clin Epidemiol 2020;119:126-135"
)
_LIBRARY = "The verdict and the certainty of the claim in the library"

RULEBOOK: dict[str, Entry] = {
    "contradicted": Entry(Level.ERROR, "The evidence speaks against what the sentence says.", _LIBRARY),
    "unverifiable": Entry(
        Level.ERROR, "A statistic or an appeal to research whose source nobody could find.", _LIBRARY
    ),
    "number-differs": Entry(Level.ERROR, "A figure differs from those of the studies behind the claim.", _LIBRARY),
    "number-untraceable": Entry(Level.ERROR, "A figure stands in none of the studies behind the claim.", _LIBRARY),
    "denies-supported": Entry(Level.ERROR, "The sentence denies what the evidence supports.", _LIBRARY),
    "stronger-than-evidence": Entry(Level.WARNING, "The sentence sounds surer than the evidence is.", _SCALE),
    "partly-supported": Entry(Level.WARNING, "The claim is true for less than the sentence says.", _LIBRARY),
    "advice-without-evidence": Entry(
        Level.WARNING, "The sentence tells readers what to do, and no evidence stands behind it.", SUMNER
    ),
    "weaker-than-evidence": Entry(Level.NOTE, "The sentence leaves open what the evidence settles.", _SCALE),
    "supported": Entry(Level.NOTE, "The evidence supports the sentence as it is worded; cite it.", _LIBRARY),
    "agrees": Entry(
        Level.NOTE, "The sentence denies what the evidence speaks against, or what nobody can trace.", _LIBRARY
    ),
    "honest-wording": Entry(Level.NOTE, "The sentence is as unsure as the evidence.", _SCALE),
    "reported-view": Entry(
        Level.NOTE, "The sentence tells of somebody else's view; what is known stands beside it.", _LIBRARY
    ),
    "not-checkable": Entry(
        Level.NOTE, "A definition, tradition, advice or opinion, which studies cannot settle.", _LIBRARY
    ),
    **{pitfall.name: Entry(pitfall.level, pitfall.reason, pitfall.authority) for pitfall in PITFALLS},
}
"""The rules by their names, which never change."""
