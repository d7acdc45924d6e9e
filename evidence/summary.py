"""A library at one glance: shares that betray a library that believes too much."""

from collections import Counter

from typing_extensions import TypedDict

from evidence.bodies import body, groups
from evidence.library import Library
from evidence.model import Certainty, Stance, Verdict

__all__ = ["MOST_HIGH", "MOST_SUPPORTED", "SummaryEntry", "doubts", "summary"]

MOST_HIGH = 0.2
"""More claims of high certainty than one in five are not to be believed: of Cochrane's interventions 5.6 % had high
certainty for a benefit on a primary outcome (Howick et al., J Clin Epidemiol 2022;148:160-169)."""

MOST_SUPPORTED = 0.9
"""Nine supported claims in ten mean that only welcome studies were looked for."""


class SummaryEntry(TypedDict):
    """Numbers of a library; a share is from 0 to 1, and null where there is nothing to share out."""

    claims: int
    studies: int
    results: int
    verdicts: dict[str, int]
    certainties: dict[str, int]
    stances: dict[str, int]
    rated: int
    high_share: float | None
    supported_share: float | None
    supports_share: float | None
    single_study_ratings: int
    single_study_share: float | None
    read_twice_share: float | None


def summary(library: Library) -> SummaryEntry:
    """Counts and shares over the claims that stand.

    `supported_share` is of all claims, `supports_share` of all stances, `high_share` and `single_study_share` of the
    rated claims, `read_twice_share` of all results. A rating rests on a single study when all that it cites, but the
    inconclusive, counts as one (see `evidence.bodies.groups`).
    """
    claims = tuple(library.claims.values())
    results = [result for study in library.studies.values() for result in study.appraisal.results]
    rated = [claim for claim in claims if claim.certainty]
    stances = Counter(citation.stance for claim in claims for citation in claim.citations)
    verdicts = Counter(claim.verdict for claim in claims)
    single = sum(len(groups(body(claim, library))) == 1 for claim in rated)
    return {
        "claims": len(claims),
        "studies": len(library.studies),
        "results": len(results),
        "verdicts": {verdict.value: verdicts[verdict] for verdict in Verdict},
        "certainties": {level.value: sum(claim.certainty is level for claim in rated) for level in Certainty},
        "stances": {stance.value: stances[stance] for stance in Stance},
        "rated": len(rated),
        "high_share": _share(sum(claim.certainty is Certainty.HIGH for claim in rated), len(rated)),
        "supported_share": _share(verdicts[Verdict.SUPPORTED], len(claims)),
        "supports_share": _share(stances[Stance.SUPPORTS], stances.total()),
        "single_study_ratings": single,
        "single_study_share": _share(single, len(rated)),
        "read_twice_share": _share(sum(result.read.value == "twice" for result in results), len(results)),
    }


def doubts(numbers: SummaryEntry) -> tuple[str, ...]:
    """What in these numbers is not to be believed, in words; empty when nothing is."""
    found = []
    if (numbers["high_share"] or 0) > MOST_HIGH:
        found.append("more than one rated claim in five has high certainty: look at the ratings again")
    if (numbers["supported_share"] or 0) >= MOST_SUPPORTED:
        found.append("nine claims in ten are supported: were contrary results searched for?")
    return tuple(found)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
