"""How much the reviews that a claim cites share their studies, and how many studies stand on their own."""

from dataclasses import dataclass

from evidence import bodies
from evidence.library import Library
from evidence.model import Claim

__all__ = ["Overlap", "corrected_covered_area", "overlap"]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Citations, the studies on their own among them, and reviews × primary studies.

    `reviews` gives for each review cited the studies of this library that its record says it contains. `unknown` are
    the reviews whose record names none: nobody wrote down what they contain, so their overlap is not known.
    `covered_area` (0 to 1) is over the other reviews, None where there are fewer than two.
    """

    citations: int
    independent: int
    reviews: dict[str, tuple[str, ...]]
    unknown: tuple[str, ...]
    covered_area: float | None


def overlap(claim: Claim, library: Library) -> Overlap:
    """The overlap of what a claim cites: reports of one study, and a review with what it contains, count once."""
    studies = {study.key: study for study in library.studies_of(claim)}
    reviews = {key: study.appraisal.includes for key, study in studies.items() if study.appraisal.design.is_synthesis}
    known = {key: includes for key, includes in reviews.items() if includes}
    unknown = tuple(key for key in reviews if key not in known)
    area = corrected_covered_area(known)
    return Overlap(len(claim.citations), len(bodies.groups(studies)), known, unknown, area)


def corrected_covered_area(reviews: dict[str, tuple[str, ...]]) -> float | None:
    """(N - r) / (rc - r): N inclusions of r primary studies in c reviews (Pieper et al., J Clin Epidemiol 2014;67:368).

    Up to 0.05 is slight, to 0.10 moderate, to 0.15 high, beyond very high. None for fewer than two reviews.
    """
    inclusions = sum(len(set(includes)) for includes in reviews.values())
    rows = len({key for includes in reviews.values() for key in includes})
    if len(reviews) < 2 or not rows:
        return None
    return (inclusions - rows) / (rows * len(reviews) - rows)
