"""What must be said is said, and what is counted can be."""

from collections.abc import Iterator
from operator import attrgetter

from evidence.model import Claim, Study
from evidence.rules.rule import FieldFault, Rule, each_claim, each_study

__all__ = ["RULES"]

_SAID = (
    "statement",
    "answer",
    "summary",
    "question.population",
    "question.intervention",
    "question.outcome",
    "wording.exact",
    "wording.everyday",
)
# More people than live cannot have taken part.
_MOST_PEOPLE = 8_000_000_000


def _said(claim: Claim) -> Iterator[FieldFault]:
    for field in _SAID:
        if not attrgetter(field)(claim).strip():
            yield field, "is empty; say it, or the claim cannot be shown"


def _places(claim: Claim) -> Iterator[FieldFault]:
    for number, seen in enumerate(claim.appearances, 1):
        for field in ("paragraph", "sentence"):
            if getattr(seen, field) < 1:
                yield f"appearances[{number}].{field}", f"{getattr(seen, field)} is no place; count from 1"
    for number, search in enumerate(claim.searches, 1):
        if not 0 <= search.kept <= search.read:
            yield f"searches[{number}].kept", f"{search.kept} of {search.read} pages read cannot be; count both anew"


def _people(study: Study) -> Iterator[FieldFault]:
    appraisal = study.appraisal
    counts = {"participants": appraisal.participants, "studies_included": appraisal.studies_included}
    for number, arm in enumerate(appraisal.arms, 1):
        counts[f"arms[{number}].participants"] = arm.participants
    for field, count in counts.items():
        if count is not None and not 0 < count <= _MOST_PEOPLE:
            yield field, f"{count} is not a number that a page can mean; read it again, or leave it out"


RULES = (
    Rule("text-said", "A claim without its words has nothing to show.", each_claim(_said)),
    Rule("place-possible", "A place or a tally that cannot be hides a slip.", each_claim(_places)),
    Rule("people-possible", "An impossible number of people makes every figure doubtful.", each_study(_people)),
)
