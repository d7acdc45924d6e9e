"""Verdict, certainty, stance, bias and integrity as marks: a shape and a word, which a colour repeats."""

import re

from markupsafe import Markup

from evidence.model import Certainty, Integrity, RiskOfBiasTool, Stance, Study, Verdict
from evidence.suspension import SUSPENDING

__all__ = [
    "bias_letter",
    "bias_mark",
    "certainty_mark",
    "integrity_mark",
    "stance_mark",
    "suspended_mark",
    "verdict_mark",
    "verdict_sign",
]

_VERDICTS = {
    Verdict.SUPPORTED: ("▲", "holds"),
    Verdict.PARTLY_SUPPORTED: ("△", "holds"),
    Verdict.CONTRADICTED: ("▼", "fails"),
    Verdict.CONFLICTING: ("◆", "mixed"),
    Verdict.INSUFFICIENT: ("◇", "open"),
    Verdict.NO_EVIDENCE_FOUND: ("○", "open"),
    Verdict.UNVERIFIABLE: ("✕", "fails"),
    Verdict.NOT_CHECKABLE: ("–", "open"),
}
_STANCES = {
    Stance.SUPPORTS: ("▲", "holds"),
    Stance.CONTRADICTS: ("▼", "fails"),
    Stance.MIXED: ("◆", "mixed"),
    Stance.INCONCLUSIVE: ("◇", "open"),
}
_INTEGRITIES = {
    Integrity.NOT_CHECKED: ("?", "open"),
    Integrity.CLEAR: ("✓", "holds"),
    Integrity.CORRECTED: ("✎", "open"),
    Integrity.CONCERN: ("!", "fails"),
    Integrity.RETRACTED: ("✕", "fails"),
}
_TOOLS = {
    RiskOfBiasTool.ROB2: "RoB 2",
    RiskOfBiasTool.ROBINS_I: "ROBINS-I",
    RiskOfBiasTool.AMSTAR2: "AMSTAR 2",
    RiskOfBiasTool.PEDRO: "PEDro",
}
# Fonts draw these smaller than the other signs.
_SMALL = set("▲△▼◆")
_MEANS = Markup(' <span class="ev-means">{}</span>')


def verdict_mark(verdict: Verdict, *, explained: bool = False) -> Markup:
    """Which way the evidence points; with its meaning beside it when `explained`."""
    return _tag(*_VERDICTS[verdict], verdict.words) + (_MEANS.format(verdict.meaning) if explained else "")


def verdict_sign(verdict: Verdict) -> Markup:
    """The shape alone, for places where the words stand elsewhere."""
    shape, kind = _VERDICTS[verdict]
    return Markup('<span class="ev-{}{}" aria-hidden="true">{}</span>').format(kind, _larger(shape), shape)


def certainty_mark(certainty: Certainty | None, *, explained: bool = False) -> Markup:
    """How sure, as circles and words; says so when there is no rating."""
    if certainty is None:
        none = Markup('<span class="ev-certainty">not rated</span>')
        return none + (_MEANS.format("There is no body of evidence to be sure of.") if explained else "")
    circles = Markup('<span class="ev-circles" aria-hidden="true">{}</span>').format(certainty.symbol)
    mark = Markup('<span class="ev-certainty">{} {} certainty</span>').format(circles, certainty.words)
    return mark + (_MEANS.format(certainty.meaning) if explained else "")


def suspended_mark() -> Markup:
    """That a claim's rating is suspended: in place of its certainty."""
    return _tag("!", "fails", "rating suspended")


def stance_mark(stance: Stance) -> Markup:
    """Which way a study points on a claim."""
    return _tag(*_STANCES[stance], stance.words)


def integrity_mark(study: Study) -> Markup:
    """Whether a publication still stands, and on which day that was asked; not checked is never shown as fine."""
    integrity = study.appraisal.integrity
    shape, kind = _INTEGRITIES[integrity.status]
    asked = Markup(" <time>{}</time>").format(integrity.on) if integrity.on else ""
    if integrity.status in SUSPENDING:
        return _tag(shape, kind, integrity.status.words) + asked
    mark = Markup('<span class="ev-means"><span aria-hidden="true">{}</span> integrity {}</span>')
    return mark.format(shape, integrity.status.words) + asked


def bias_letter(study: Study) -> str:
    """The judgement on a study's risk of bias as a letter or score (`L`, `S`, `H`, `6/10`); `–` where nobody judged."""
    bias = study.appraisal.risk_of_bias
    if bias.tool is RiskOfBiasTool.NOT_ASSESSED or not bias.judgement:
        return "–"
    score = re.match(r"\d+(\.\d+)?\s*/\s*\d+", bias.judgement)
    return score.group() if score else bias.judgement.strip()[:1].upper()


def bias_mark(study: Study) -> Markup:
    """The letter with what it stands for in words."""
    bias = study.appraisal.risk_of_bias
    tool = _TOOLS.get(bias.tool, bias.tool.words)
    letter = bias_letter(study)
    if letter == bias.judgement:  # a score is its own word
        return Markup('<strong>{}</strong> <span class="ev-means">{}</span>').format(letter, tool)
    words = tool if bias.tool is RiskOfBiasTool.NOT_ASSESSED else f"{tool}: {bias.judgement}"
    return Markup('<strong aria-hidden="true">{}</strong> <span class="ev-means">{}</span>').format(letter, words)


def _tag(shape: str, kind: str, words: str) -> Markup:
    return Markup('<span class="ev-tag ev-{}"><span class="ev-shape{}" aria-hidden="true">{}</span> {}</span>').format(
        kind, _larger(shape), shape, words
    )


def _larger(shape: str) -> str:
    return " ev-larger" if shape in _SMALL else ""
