"""What a sentence does with what it speaks of: says it, denies it, asks, or tells of somebody else who says it.

A cue is a turn of phrase that negates. It reaches forward to the end of its clause, or, when it passes judgement on
what was said ("is a myth"), over the whole clause. Cues inside one another cancel out; cues side by side do not. The
idea of cue lists with a scope is that of NegEx and ConText (Chapman et al. 2001; Harkema et al. 2009); the lists are
our own.
"""

import re
from functools import lru_cache

from evidence.drafts.cues import (
    ASKS,
    CLAUSE_END,
    FORWARD,
    HARMLESS,
    JUDGING,
    OWN,
    PASSING,
    RARE,
    REPORTS,
    RESEARCH,
    SAFE,
    SIDE_BY_SIDE,
)
from evidence.drafts.report import Polarity
from evidence.model import Claim, Direction, Kind

__all__ = ["polarity", "towards"]

_Span = tuple[int, int]


def polarity(sentence: str, span: _Span) -> Polarity:
    """What `sentence` does with the proposition in its part from `span[0]` up to `span[1]`."""
    if ASKS.search(sentence):
        return Polarity.ASKS
    if _is_reported(sentence, span):
        return Polarity.REPORTS
    return Polarity.DENIES if _is_negated(sentence, span, ()) else Polarity.ASSERTS


def towards(claim: Claim, sentence: str, span: _Span) -> Polarity:
    """What `sentence` does with `claim`, given that its part `span` speaks of what the claim speaks of.

    A claim that something is lacking (its direction is `no_difference`) is asserted by a sentence that negates; the
    opinion of others is asserted by a sentence that reports it.
    """
    found = polarity(sentence, span)
    if found is Polarity.ASKS or (found is Polarity.REPORTS and claim.kind is not Kind.OPINION):
        return found
    lacks = claim.question.direction is Direction.NO_DIFFERENCE
    negated = _is_negated(sentence, span, _own_cues(claim, lacks))
    return Polarity.DENIES if negated != lacks else Polarity.ASSERTS


def _own_cues(claim: Claim, lacks: bool) -> tuple[re.Pattern[str], ...]:
    if claim.kind is Kind.HARM:
        return (SAFE,)
    if claim.kind is Kind.PREVALENCE:
        return (RARE,)
    return (PASSING,) if lacks else ()


def _is_reported(sentence: str, span: _Span) -> bool:
    found = REPORTS.search(sentence)
    if not found or OWN.search(sentence):
        return False
    return not RESEARCH.search(sentence, max(0, found.start() - 60), found.end())


@lru_cache(maxsize=4096)
def _is_negated(sentence: str, span: _Span, more: tuple[re.Pattern[str], ...]) -> bool:
    """Whether an odd number of cues inside one another reach the span."""
    start, end = span
    start, end = _clause(sentence, start, end)
    masked = HARMLESS.sub(lambda found: "·" * len(found.group()), sentence)
    found = [cue.span() for cues in (FORWARD, JUDGING, *more) for cue in cues.finditer(masked, start, end)]
    nested, last = 0, -1
    for first, stop in sorted(found):
        if first < last:
            continue
        if last < 0 or not SIDE_BY_SIDE.search(masked, last, first + 3):
            nested += 1
        last = max(last, stop)
    return nested % 2 == 1


def _clause(sentence: str, start: int, end: int) -> _Span:
    """From the beginning of the clause in which the span begins to the end of that in which it ends."""
    begin = 0
    for mark in CLAUSE_END.finditer(sentence):
        if mark.start() <= start:
            begin = mark.end()
        elif mark.start() >= end:
            return begin, mark.start()
    return begin, len(sentence)
