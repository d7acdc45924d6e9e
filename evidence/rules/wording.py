"""Sentences that may be printed are as sure as the rating and no surer.

`wording.exact` must hold a cue of its certainty (GRADE guidelines 26, J Clin Epidemiol 2020;119:126-135, in our words):

=============  ===========================================================================================
very low       very uncertain, not known, unknown, unclear, cannot tell …
low            may, might, could, possibly, perhaps, uncertain, not certain
moderate       probably, likely, unlikely ("more likely" is a comparison, not a cue)
high           none of these
=============  ===========================================================================================

At low and very low, a conflicting verdict may say instead that studies disagree, an insufficient one that there are too
few. Where nothing is rated, the sentence says that there is no evidence, or no source; what is not checkable is free.
"""

import re
from collections.abc import Iterator

from evidence.counting import counted
from evidence.model import Certainty, Claim, Verdict
from evidence.rules.rule import FieldFault, Rule, each_claim
from evidence.sentences import sentences

__all__ = ["RULES"]

_VERY_UNCERTAIN = r"very (?:uncertain|unsure)"
_CUES = {
    Certainty.VERY_LOW: (
        rf"{_VERY_UNCERTAIN}|not (?:\w+ )?(?:known|clear)|unknown|unclear|"
        r"(?:nobody|no one) (?:knows|has shown)|cannot (?:tell|say)"
    ),
    Certainty.LOW: r"may|might|could|possibly|perhaps|uncertain|not (?:certain|sure)",
    Certainty.MODERATE: r"probably|unlikely|(?<!more )(?<!less )(?<!as )likely",
}
_EXAMPLES = {
    Certainty.VERY_LOW: "it is very uncertain whether",
    Certainty.LOW: "may",
    Certainty.MODERATE: "probably",
    Certainty.HIGH: "no hedge at all",
}
# What a sentence may say instead where the evidence is thin.
_VERDICT_CUES = {
    Verdict.CONFLICTING: r"disagree|conflict(?:s|ing)?|both ways|inconsistent",
    Verdict.INSUFFICIENT: r"too (?:few|little|small)|not enough|insufficient",
}
_UNRATED_CUES = {
    Verdict.NO_EVIDENCE_FOUND: (
        r"no (?:\w+ ){0,3}(?:evidence|study|studies|trials?|research)|(?:nobody|no one) has|"
        r"not (?:\w+ )?been (?:studied|tested|measured|shown)|not known|unknown"
    ),
    Verdict.UNVERIFIABLE: (
        r"no (?:\w+ ){0,3}(?:source|study|studies|evidence)|un(?:verified|verifiable|traceable)|"
        r"(?:cannot|could not|can not) be (?:checked|found|traced|verified)|"
        r"not (?:\w+ )?(?:been (?:found|traced|verified)|named|cited)"
    ),
}
_OVER_STRONG = re.compile(r"\b(?:prove[sdn]?|proving|guarantee[sd]?|always|cure[sd]?)\b", re.IGNORECASE)
# "Nobody has shown that it cures" and "whether it cures" promise nothing.
_UNDONE = re.compile(
    r"\b(?:whether|not?|nobody|none|never|nothing|neither|nor|cannot|without)\b|n['\u2019]t\b", re.IGNORECASE
)
_LEAST_PHRASINGS = 6


def _has(cues: str, text: str) -> bool:
    return re.search(rf"\b(?:{cues})\b", text, re.IGNORECASE) is not None


def _fits(claim: Claim) -> Iterator[FieldFault]:
    if claim.certainty and not _suits(claim.wording.exact, claim.certainty, claim.verdict):
        words = f"certainty {claim.certainty.words} is worded with {_EXAMPLES[claim.certainty]!r}"
        yield "wording.exact", f"{claim.wording.exact!r} does not sound so: {words}, write it like that"


def _suits(text: str, certainty: Certainty, verdict: Verdict) -> bool:
    if certainty is Certainty.HIGH:
        return not any(_has(cues, text) for cues in _CUES.values())
    if certainty is not Certainty.VERY_LOW and _has(_VERY_UNCERTAIN, text):
        return False
    is_thin = certainty in {Certainty.LOW, Certainty.VERY_LOW}
    return _has(_CUES[certainty], text) or (is_thin and _has(_VERDICT_CUES.get(verdict, "(?!)"), text))


def _admits(claim: Claim) -> Iterator[FieldFault]:
    cues = _UNRATED_CUES.get(claim.verdict)
    if cues and not _has(cues, claim.wording.exact):
        missing = "source" if claim.verdict is Verdict.UNVERIFIABLE else "evidence"
        yield "wording.exact", f"{claim.wording.exact!r} does not say that there is no {missing}; say so plainly"


def _everyday(claim: Claim) -> Iterator[FieldFault]:
    for sentence in sentences(claim.wording.everyday):
        for strong in _OVER_STRONG.finditer(sentence.text):
            if not _UNDONE.search(sentence.text[: strong.start()]):
                yield "wording.everyday", f"{strong.group()!r} promises more than evidence can; say what was found"


def _answer(claim: Claim) -> Iterator[FieldFault]:
    count = len(list(sentences(claim.answer)))
    if count != 1:
        yield "answer", f"has {count} sentences; answer in one"


def _summary(claim: Claim) -> Iterator[FieldFault]:
    count = len(list(sentences(claim.summary)))
    if not 2 <= count <= 4:
        yield "summary", f"has {counted(count, 'sentence')}; write two to four"


def _enough_phrasings(claim: Claim) -> Iterator[FieldFault]:
    if len(claim.phrasings) < _LEAST_PHRASINGS:
        yield "phrasings", f"are {len(claim.phrasings)}; write at least {_LEAST_PHRASINGS}, lay and technical"


def _different_phrasings(claim: Claim) -> Iterator[FieldFault]:
    seen = {_bare(claim.statement): "the statement"}
    for place, phrasing in enumerate(claim.phrasings, 1):
        if first := seen.get(_bare(phrasing)):
            yield f"phrasings[{place}]", f"{phrasing!r} repeats {first}; put the claim in other words"
        seen.setdefault(_bare(phrasing), f"phrasings[{place}]")


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


RULES = (
    Rule(
        "wording-fits-certainty",
        "A sentence surer than its evidence is what we are here to prevent.",
        each_claim(_fits),
    ),
    Rule(
        "wording-admits-nothing-found", "A reader must learn that there is nothing behind a claim.", each_claim(_admits)
    ),
    Rule(
        "everyday-not-over-strong",
        "Words such as proves, cures or always promise what no study can.",
        each_claim(_everyday),
    ),
    Rule("answer-one-sentence", "A reader in a hurry reads one sentence.", each_claim(_answer)),
    Rule("summary-length", "Two to four sentences hold what was studied, found and is missing.", each_claim(_summary)),
    Rule(
        "phrasings-enough",
        "A draft is matched to a claim through the ways in which writers put it.",
        each_claim(_enough_phrasings),
    ),
    Rule(
        "phrasings-different", "A phrasing said twice adds nothing to the matching.", each_claim(_different_phrasings)
    ),
)
