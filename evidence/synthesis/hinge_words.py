"""Which study carries an answer, in words: what the recorded steps say, and why they say no more."""

from collections.abc import Iterator, Sequence

from evidence.library import Library
from evidence.model import Claim
from evidence.synthesis.hinge import Withdrawn, withdrawals

__all__ = ["hinge_words"]


def hinge_words(claim: Claim, library: Library) -> str:
    """Whether verdict or certainty hang on one study by the recorded steps, and whether the figures do.

    A step falls away only with every study that it names. So where each names several, no single study can turn the
    rating, and this says why: that is not the same as being borne out by many.
    """
    found = withdrawals(claim, library)
    if not found:
        return "None: the claim has no rating, so there is nothing that a single study could turn."
    return " ".join(_sentences(found, claim, library))


def _sentences(found: Sequence[Withdrawn], claim: Claim, library: Library) -> Iterator[str]:
    turning = [one for one in found if one.changes_certainty or one.changes_verdict]
    if turning:
        names = ", and on ".join(_names(one, library) for one in turning)
        yield f"It hangs on {names}: withdrawn, the answer would be another."
    else:
        yield "By the recorded steps no single one: without any of them verdict and certainty would stay as they are."
        if not any(one.fallen for one in found):
            yield "Each step names several studies or none, so none of them falls away with one study."
    measured = [study for study in library.studies_of(claim) if _has_estimate(study.key, claim, library)]
    if len(measured) == 1 and len(found) > 1:
        yield f"Only {measured[0].reference.label} gives an estimate in figures: how much is said rests on it alone."


def _names(one: Withdrawn, library: Library) -> str:
    return " with ".join(library.studies[key].reference.label for key in one.studies)


def _has_estimate(key: str, claim: Claim, library: Library) -> bool:
    """Whether a study gives a figure that compares: a mean of one group says nothing of how much something does."""
    cited = (id for citation in claim.citations if citation.study == key for id in citation.results)
    results = filter(None, map(library.studies[key].result, cited))
    return any(result.estimate and result.measure.no_effect is not None for result in results)
