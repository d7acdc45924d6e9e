"""Which of the two sides of a result is the side that the claim asks about."""

from evidence.model import Question, Result
from evidence.words import stems

__all__ = ["is_turned"]

# Words on a side that say nothing of what was done, and words that say that it was not done.
_FILLING = frozenset(stems("any kind kinds other one more less same"))
_WITHOUT = frozenset(stems("no not never none without control controls usual each"))


def is_turned(result: Result, question: Question) -> bool:
    """Whether a result states as its comparator what the question calls the intervention.

    Where a page prints a difference the other way round, the record keeps the figures and swaps the names
    (`data/README.md`). Turned is a result of which only the comparator shares words with the question's intervention,
    and does not deny them; all others are read as recorded.
    """
    asked = _said(question.intervention) - _FILLING
    comparator = _said(result.comparator)
    return bool(asked & comparator) and not comparator & _WITHOUT and not asked & _said(result.intervention)


def _said(text: str) -> set[str]:
    # The stemmer does not know this plural, and here much is said of feet.
    return {"foot" if stem == "feet" else stem for stem in stems(text)}
