"""What a writer is told of a claim that a sentence makes: from verdict × certainty × how sure the sentence sounds.

The decisions, with their reasons, stand in `docs/checking.md`.
"""

from collections.abc import Callable
from functools import lru_cache

from evidence.drafts.report import Finding, Level, Match, Polarity
from evidence.drafts.rewrites import rewrites
from evidence.drafts.wording import Heard, Strength, allowed
from evidence.library import Library
from evidence.model import Certainty, Claim, Direction, Integrity, Study, Verdict

__all__ = ["citable", "judge"]

_STATUS = {
    Verdict.SUPPORTED: "the evidence supports it",
    Verdict.PARTLY_SUPPORTED: "the evidence supports only a part of it",
    Verdict.CONTRADICTED: "the evidence speaks against it",
    Verdict.CONFLICTING: "studies disagree on it",
    Verdict.INSUFFICIENT: "the studies are too few or too indirect to tell",
    Verdict.NO_EVIDENCE_FOUND: "no study was found that tested it",
    Verdict.UNVERIFIABLE: "no source could be found for it",
    Verdict.NOT_CHECKABLE: "studies cannot settle it",
}


def judge(match: Match, heard: Heard, library: Library) -> Finding | None:
    """What there is to say of one match; None where the sentence only asks."""
    claim = library.claim(match.claim)
    match match.polarity:
        case Polarity.ASKS:
            return None
        case Polarity.REPORTS:
            return _finding("reported-view", Level.NOTE, "Told as somebody's view", claim, library)
        case Polarity.DENIES:
            return _DENIED[claim.verdict](claim, heard, library)
        case Polarity.ASSERTS:
            return _ASSERTED[claim.verdict](claim, heard, library)


def citable(claim: Claim, library: Library) -> tuple[str, ...]:
    """The keys of the studies that a claim rests on, for it and against it, without those that no longer stand."""
    return tuple(study.key for study in library.studies_of(claim) if _stands(study))


def _stands(study: Study) -> bool:
    return study.appraisal.withdrawn is None and study.appraisal.integrity.status is not Integrity.RETRACTED


def _finding(rule: str, level: Level, head: str, claim: Claim, library: Library, *, rewritten: bool = True) -> Finding:
    return _made(rule, level, head, claim.id, library, rewritten)


@lru_cache(maxsize=4096)
def _made(rule: str, level: Level, head: str, id: str, library: Library, rewritten: bool) -> Finding:
    """One finding for all sentences of which there is the same to say."""
    claim = library.claim(id)
    sure = f" ({claim.certainty.words} certainty)" if claim.certainty else ""
    message = f"{head}; {_STATUS[claim.verdict]}{sure}: {claim.answer}"
    return Finding(rule, level, message, rewrites(claim) if rewritten else (), citable(claim, library), claim.id)


_Judge = Callable[[Claim, Heard, Library], Finding]


def _said(heard: Heard) -> str:
    return f"Said with “{heard.words}”" if heard.words else "Said as a fact"


def _supported(claim: Claim, heard: Heard, library: Library) -> Finding:
    if _too_sure(claim, heard):
        return _surer(claim, heard, library)
    if heard.strength is Strength.OPEN and allowed(claim.certainty) >= Strength.LIKELY:
        return _finding(
            "weaker-than-evidence", Level.NOTE, f"{_said(heard)}; it may be said more surely", claim, library
        )
    return _finding("supported", Level.NOTE, "Cite these studies", claim, library, rewritten=False)


def _partly(claim: Claim, heard: Heard, library: Library) -> Finding:
    if _too_sure(claim, heard):
        return _surer(claim, heard, library)
    level = Level.WARNING if heard.strength >= Strength.PLAIN else Level.NOTE
    return _finding("partly-supported", level, "Say for whom and when it holds", claim, library)


def _contradicted(claim: Claim, heard: Heard, library: Library) -> Finding:
    """An error; a warning where a hedge leaves it open, and where nobody is sure of the contrary either."""
    unsure = claim.certainty is Certainty.VERY_LOW
    open_ = heard.strength <= Strength.POSSIBLE and allowed(claim.certainty) < Strength.LIKELY
    level = Level.WARNING if unsure or open_ else Level.ERROR
    return _finding("contradicted", level, _said(heard), claim, library)


def _unsettled(claim: Claim, heard: Heard, library: Library) -> Finding:
    if _too_sure(claim, heard):
        return _surer(claim, heard, library)
    return _finding("honest-wording", Level.NOTE, f"{_said(heard)}, as it should be", claim, library, rewritten=False)


def _unverifiable(claim: Claim, _: Heard, library: Library) -> Finding:
    return _finding("unverifiable", Level.ERROR, "Nobody can look this up", claim, library)


def _not_checkable(claim: Claim, _: Heard, library: Library) -> Finding:
    return _finding("not-checkable", Level.NOTE, "Present it as what it is", claim, library)


def _too_sure(claim: Claim, heard: Heard) -> bool:
    return heard.strength > allowed(claim.certainty)


def _surer(claim: Claim, heard: Heard, library: Library) -> Finding:
    """A warning; only a note one step above the evidence, unless nothing settled is told as a fact."""
    one_step = heard.strength - allowed(claim.certainty) == 1
    settled = claim.verdict is Verdict.SUPPORTED or heard.strength <= Strength.LIKELY
    level = Level.NOTE if one_step and settled and heard.strength < Strength.ABSOLUTE else Level.WARNING
    return _finding("stronger-than-evidence", level, _said(heard), claim, library)


def _denied(claim: Claim) -> str:
    """Who denies that something is lacking promises it: "cures for good" is told what it is the opposite of."""
    if claim.question.direction is Direction.NO_DIFFERENCE:
        return f"Says the opposite of “{claim.statement.rstrip('.')}”"
    return "Denied"


def _denied_supported(claim: Claim, heard: Heard, library: Library) -> Finding:
    """An error where the evidence is sure and so is the denial; a note where little is known and little is said."""
    sure = allowed(claim.certainty) >= Strength.LIKELY
    if heard.strength <= Strength.POSSIBLE:
        level = Level.WARNING if sure else Level.NOTE
    else:
        level = Level.ERROR if sure else Level.WARNING
    return _finding("denies-supported", level, _denied(claim), claim, library)


def _denied_partly(claim: Claim, heard: Heard, library: Library) -> Finding:
    level = Level.NOTE if heard.strength <= Strength.POSSIBLE else Level.WARNING
    return _finding("denies-supported", level, _denied(claim), claim, library)


def _denied_contradicted(claim: Claim, heard: Heard, library: Library) -> Finding:
    """Agrees. That a denial is plainer than the evidence is let pass: it promises nobody anything."""
    if heard.strength is Strength.ABSOLUTE:
        return _surer(claim, heard, library)
    return _finding("agrees", Level.NOTE, "Denied, with the evidence", claim, library, rewritten=False)


def _denied_unsettled(claim: Claim, heard: Heard, library: Library) -> Finding:
    """That something was not shown is not that it is not so."""
    if heard.strength <= Strength.POSSIBLE:
        return _unsettled(claim, Heard(Strength.OPEN, heard.words), library)
    head = f"{_denied(claim)}, though nobody can rule it out"
    return _finding("stronger-than-evidence", Level.WARNING, head, claim, library)


def _denied_unverifiable(claim: Claim, _: Heard, library: Library) -> Finding:
    return _finding("agrees", Level.NOTE, "Doubted, with reason", claim, library, rewritten=False)


_ASSERTED: dict[Verdict, _Judge] = {
    Verdict.SUPPORTED: _supported,
    Verdict.PARTLY_SUPPORTED: _partly,
    Verdict.CONTRADICTED: _contradicted,
    Verdict.CONFLICTING: _unsettled,
    Verdict.INSUFFICIENT: _unsettled,
    Verdict.NO_EVIDENCE_FOUND: _unsettled,
    Verdict.UNVERIFIABLE: _unverifiable,
    Verdict.NOT_CHECKABLE: _not_checkable,
}
_DENIED: dict[Verdict, _Judge] = {
    Verdict.SUPPORTED: _denied_supported,
    Verdict.PARTLY_SUPPORTED: _denied_partly,
    Verdict.CONTRADICTED: _denied_contradicted,
    Verdict.CONFLICTING: _denied_unsettled,
    Verdict.INSUFFICIENT: _denied_unsettled,
    Verdict.NO_EVIDENCE_FOUND: _denied_unsettled,
    Verdict.UNVERIFIABLE: _denied_unverifiable,
    Verdict.NOT_CHECKABLE: _not_checkable,
}
