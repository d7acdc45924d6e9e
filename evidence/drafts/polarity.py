"""What a sentence does with what it speaks of: says it, denies it, asks, or tells of somebody else who says it.

A cue is a turn of phrase that negates. It reaches forward to the end of its clause, or, when it passes judgement on
what was said ("is a myth"), over the whole clause. Cues inside one another cancel out; cues side by side do not. The
idea of cue lists with a scope is that of NegEx and ConText (Chapman et al. 2001; Harkema et al. 2009); the lists are
our own.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from evidence.drafts.cues import (
    ASIDE,
    CLAUSE_END,
    EQUAL,
    FORWARD,
    JUDGING,
    LESS,
    OVERLOOKS,
    PASSING,
    PERSISTS,
    RARE,
    REBUTS,
    SAFE,
    SIDE_BY_SIDE,
)
from evidence.drafts.harmless import GONE, HARMLESS, LITTLE, NO_GOOD, UNABLE
from evidence.drafts.report import Polarity
from evidence.drafts.turns import Turns
from evidence.drafts.views import ASKS, NO_VIEW, OWN, QUOTES, REPORTS, RESEARCH
from evidence.model import Claim, Direction, Kind

__all__ = ["polarity", "towards"]

_Span = tuple[int, int]
# A statement of what is not so beside what is: "lies not in the knee but in the hips".
_CONTRASTS = re.compile(r"\bnot (?!only)[^,]*\bbut\b|\bis a [^,]* without\b")
# A statement that something is passed over, which a negation says as well: "never think of their feet".
_OVERLOOKS = re.compile(r"\b(?:overlook|ignor|neglect)\w*")
_NOT_ITSELF = re.compile(
    r"\b(?:not|n['’]t|never|rarely|seldom|hardly|no)\b[^,.;]{0,40}\bitself\b|n['’]t\b[^,.;]{0,40}\bitself\b"
)
# A statement that people are kept from something.
_LIMITS = re.compile(r"\b(?:limit|restrict|hinder|impair|curtail)\w*")
# "Unlike painkillers, massage has no side effects" says that painkillers have.
_UNLIKE = re.compile(r"\bunlike\b")
_COMPARES = re.compile(r"\b(?:better|longer|more|beats?|than)\b")
# A statement of what people say they feel: who reports it asserts it.
_EXPERIENCE = re.compile(r"\b(?:notices?|reports?|swears?)\b")
_PROMISES = frozenset({Kind.EFFECT, Kind.MECHANISM, Kind.CHAIN})
# How far before a verb of saying its subject is looked for, in characters.
_SUBJECT = 60


def polarity(sentence: str, span: _Span) -> Polarity:
    """What `sentence` does with the proposition in its part from `span[0]` up to `span[1]`."""
    said = _lower(sentence)
    return _framed(said) or (Polarity.DENIES if _is_negated(said, span) else Polarity.ASSERTS)


def towards(claim: Claim, sentence: str, span: _Span) -> Polarity:
    """What `sentence` does with `claim`, given that its part `span` speaks of what the claim speaks of.

    A claim that something is lacking (its direction is `no_difference`) is asserted by a sentence that negates; what
    people say they feel is asserted by a sentence that reports it.
    """
    said, own = _lower(sentence), _manner(claim.statement, claim.kind, claim.question.direction)
    rebutted = REBUTS.search(said) is not None
    framed = None if rebutted else _framed(said)
    if framed is Polarity.ASKS or (framed is Polarity.REPORTS and not own.tells):
        return framed
    if claim.kind is Kind.HARM and _UNLIKE.search(said):
        return Polarity.ASSERTS
    if own.contrasts:
        return Polarity.DENIES if "itself" in said and not _NOT_ITSELF.search(said) else Polarity.ASSERTS
    if rebutted:
        return Polarity.ASSERTS if own.lacks else Polarity.DENIES
    return Polarity.DENIES if _is_negated(said, span, own.cues, own.harmless) != own.lacks else Polarity.ASSERTS


def _lower(sentence: str) -> str:
    """The sentence in lower case, each character in its place."""
    lower = sentence.lower()
    return lower if len(lower) == len(sentence) else "".join(sign.lower()[0] for sign in sentence)


class _Manner(NamedTuple):
    """How a claim is put: what negates it besides what negates any, and what does not, and what else is to be heeded.

    Whether it says that something is lacking, what is not so beside what is, or what people tell.
    """

    lacks: bool
    contrasts: bool
    tells: bool
    cues: tuple[Turns, ...]
    harmless: tuple[Turns, ...]


@lru_cache(maxsize=4096)
def _manner(statement: str, kind: Kind, direction: Direction) -> _Manner:
    overlooks = _OVERLOOKS.search(statement) is not None
    lacks = overlooks or direction is Direction.NO_DIFFERENCE
    compared = (EQUAL,) if _COMPARES.search(statement) else ()
    return _Manner(
        lacks,
        contrasts=not lacks and _CONTRASTS.search(statement) is not None,
        tells=_EXPERIENCE.search(statement) is not None,
        cues=(OVERLOOKS,) if overlooks else _own_cues(kind, direction, compared),
        harmless=_own_harmless(statement, kind, lacks),
    )


def _own_harmless(statement: str, kind: Kind, lacks: bool) -> tuple[Turns, ...]:
    """What negates no claim of this kind."""
    if kind is Kind.HARM:
        return (NO_GOOD,)
    if _LIMITS.search(statement):
        return (UNABLE,)
    return (GONE, LITTLE) if kind in _PROMISES and not lacks else ()


def _own_cues(kind: Kind, direction: Direction, compared: tuple[Turns, ...]) -> tuple[Turns, ...]:
    """Cues that negate only a claim of this kind."""
    if kind is Kind.HARM:
        return (SAFE,)
    if kind is Kind.PREVALENCE:
        return (RARE,)
    lasting = (PERSISTS,) if kind is Kind.EFFECT else ()
    fewer = (LESS,) if direction is Direction.INCREASES else ()
    passing = (PASSING,) if direction is Direction.NO_DIFFERENCE else ()
    return (*compared, *lasting, *fewer, *passing)


@lru_cache(maxsize=256)
def _framed(sentence: str) -> Polarity | None:
    """Whether the whole sentence asks, or tells of somebody's view."""
    if ASKS.search(sentence):
        return Polarity.ASKS
    plain = NO_VIEW.masked(sentence)
    found = REPORTS.search(plain) or QUOTES.search(plain)
    if found and found.re is QUOTES and JUDGING.search(plain):
        return None
    if not found or OWN.search(plain) or RESEARCH.search(plain, max(0, found.start() - _SUBJECT), found.end()):
        return None
    return Polarity.REPORTS


@lru_cache(maxsize=4096)
def _is_negated(sentence: str, span: _Span, more: tuple[Turns, ...] = (), harmless: tuple[Turns, ...] = ()) -> bool:
    """Whether an odd number of cues inside one another reach the span."""
    if not (_has_cue(sentence) or any(cues.search(sentence) for cues in more)):
        return False
    start, end = span
    masked = _without_asides(sentence, span)
    for what in (HARMLESS, *harmless):
        masked = what.masked(masked)
    start, end = _clause(sentence, start, end)
    found = [
        (*cue.span(), cues is FORWARD)
        for cues in (FORWARD, JUDGING, *more)
        for cue in cues.finditer(masked, start, end)
    ]
    nested, last, turns_round = 0, -1, True
    for first, stop, forward in sorted(found, key=lambda one: (one[0], -one[1])):
        # Of cues that say that nothing changed, a second only adds weight: "still hurts exactly as before".
        adds = last < 0 or ((forward or turns_round) and not SIDE_BY_SIDE.search(masked, last, first + 3))
        if first >= last and adds:
            nested += 1
            turns_round = forward
        last = max(last, stop)
    return nested % 2 == 1


@lru_cache(maxsize=256)
def _has_cue(sentence: str) -> bool:
    """Whether anything at all negates in a sentence: in most of them nothing does."""
    return bool(FORWARD.search(sentence) or JUDGING.search(sentence))


def _without_asides(sentence: str, span: _Span) -> str:
    """The sentence with the clauses beside the span made unreadable, each character in its place."""
    return ASIDE.sub(
        lambda found: found.group() if found.start() < span[1] and span[0] < found.end() else "·" * len(found.group()),
        sentence,
    )


def _clause(sentence: str, start: int, end: int) -> _Span:
    """From the beginning of the clause in which the span begins to the end of that in which it ends."""
    begin = 0
    for mark in CLAUSE_END.finditer(sentence):
        if mark.start() <= start:
            begin = mark.end()
        elif mark.start() >= end:
            return begin, mark.start()
    return begin, len(sentence)
