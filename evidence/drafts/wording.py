"""How sure a sentence sounds, and how sure it may sound.

The scale is that of readers: Adams et al. (How readers understand causal and correlational expressions used in news
headlines, J Exp Psychol Appl 2017;23:1-14, doi:10.1037/xap0000100) found that they tell three kinds of statement apart:
direct cause ("makes", "increases"), can cause ("can increase"), and moderate cause ("might", "linked", "associated
with"). Beyond its ends lie words that leave the question open and words that no study can justify.

What a certainty allows is that of GRADE guidelines 26 (Santesso et al., J Clin Epidemiol 2020;119:126-135,
doi:10.1016/j.jclinepi.2019.10.014): a plain statement at high, "probably" at moderate, "may" at low. "Can"
stands beside "probably", between plain and possible: our own reading of the two scales together.
"""

import re
from enum import IntEnum
from typing import NamedTuple

from evidence.drafts.turns import Turns
from evidence.model import Certainty

__all__ = ["Heard", "Strength", "allowed", "heard"]


class Strength(IntEnum):
    """How sure a sentence sounds, from leaving the question open to promising more than any study can."""

    OPEN = 0
    POSSIBLE = 1
    LIKELY = 2
    PLAIN = 3
    ABSOLUTE = 4


class Heard(NamedTuple):
    """How sure a part of a sentence sounds, and the words that make it so; none where it says plainly that it is so."""

    strength: Strength
    words: str = ""


_ALLOWED = {
    Certainty.HIGH: Strength.PLAIN,
    Certainty.MODERATE: Strength.LIKELY,
    Certainty.LOW: Strength.POSSIBLE,
    Certainty.VERY_LOW: Strength.OPEN,
}


def allowed(certainty: Certainty | None) -> Strength:
    """The surest that a sentence may sound; without a certainty nothing is known."""
    return _ALLOWED[certainty] if certainty else Strength.OPEN


def _cues(lines: str, keys: str) -> Turns:
    """Turns of phrase, one a line, that hold for whole words whatever their case."""
    patterns = (line.strip() for line in lines.strip().splitlines())
    return Turns(*(rf"(?:{pattern})(?!\w)" for pattern in patterns), keys=keys, flags=re.IGNORECASE)


_OPEN = _cues(
    r"""
    un(?:certain|clear|known|proven|proved|tested|settled)
    not (?:yet |really |at all |been |\w+ly )*(?:known|clear|certain|sure|settled|proven|proved|shown|established)
    not (?:yet |really |at all |been |\w+ly )*(?:demonstrated|confirmed|tested|studied|understood)
    never (?:\w+ )?been (?:shown|proven|proved|tested|demonstrated|studied)
    ha(?:s|ve)(?:n['’]t| yet to)(?: \w+)? be(?:en)? (?:shown|proven|proved|tested|demonstrated|established)
    (?:nobody|no one|no-one) (?:\w+ )?(?:knows?|can (?:say|tell))
    (?:nobody|no one|no-one) has (?:\w+ )?(?:shown|tested|proved|proven|studied|measured|found|demonstrated|looked)
    no (?:\w+ ){0,3}(?:evidence|proof|study|studies|trials?|research|data)
    (?:little|scant|insufficient|weak|limited|thin|not enough|lack of|lacks|mixed) (?:\w+ )?(?:evidence|data)
    (?:little|scant|insufficient|weak|limited|thin|not enough|lack of|lacks) (?:\w+ )?(?:proof|research)
    evidence (?:\w+ ){0,6}(?:is|remains) (?:\w+ )?(?:weak|mixed|thin|limited|lacking|scarce|conflicting|poor)
    (?:cannot|can['’]t|can not) (?:\w+ )?(?:say|tell|know)
    (?:we|they|scientists|researchers) (?:do not|don['’]t) (?:\w+ )?know
    (?:studies|trials|researchers|experts) (?:disagree|differ|conflict)
    remains? to be (?:seen|shown|proven)
    open question
    anyone['’]s guess
    jury is (?:still )?out
    """,
    keys="uncertain unclear unknown unproven unproved untested unsettled not never yet t nobody no little "
    "scant insufficient weak limited thin enough lack lacks mixed evidence say tell know disagree differ "
    "conflict remains question guess jury",
)
_PROOF = _cues(
    r"""
    (?<!not )(?<!not been )(?:prove[sdn]?|proving)
    guarantee[sd]?
    undoubtedly|definitely|certainly|no doubt
    (?:without|beyond) (?:a |any |all )?doubt
    always|never fails? to|every single time
    100(?: ?%| per ?cent)
    """,
    keys="prove proven proved proving guarantee undoubtedly definitely certainly doubt always fails single 100",
)
# "May" with a capital is the month, unless it begins the sentence; "that may have formed" hedges no claim; what "I
# could" or the patients "could" do afterwards is told as seen.
_POSSIBLE = _cues(
    r"""
    (?:(?-i:may)|^may|might)(?! have (?:been|\w+ed)\b)
    (?<!nobody )(?<!\bI )(?<!\bwe )(?<!volunteers )(?<!patients )could(?! not)(?! have (?:been|\w+ed)\b)
    (?:possible|conceivable|thinkable|imaginable) that
    possibly|perhaps|maybe|conceivably|arguably|potentially|potential (?:to|for)
    seem(?:s|ed)? (?:to|that|as)|seemingly
    appear(?:s|ed)? (?:to|that)|apparently
    suggest(?:s|ed|ing)?|hints?
    (?:is|are|was|were|been) (?:\w+ )?(?:thought|believed|said|considered|supposed|meant|claimed) to
    aims? to
    (?:associated|linked|correlated|connected) (?:with|to)|correlates? with
    some (?:evidence|indications?)
    doubt(?:s|ful)?
    in theory
    I (?:think|believe|guess|suspect)
    """,
    keys="may might could possible conceivable thinkable imaginable possibly perhaps maybe conceivably "
    "arguably potentially potential seem seemingly appears apparently suggest hint thought believed said "
    "considered supposed meant claimed aims associated linked correlated connected correlates evidence "
    "indications doubt doubtful theory think believe guess suspect",
)
_LIKELY = _cues(
    r"""
    probably|presumably|unlikely|in all likelihood
    (?<!more )(?<!less )(?<!as )likely
    (?<!nobody )(?<!no one )can(?! not| no longer|['’]t| feel| tell| see)
    tends? to
    (?:is|are) expected to
    """,
    keys="probably presumably unlikely likelihood likely can tends expected",
)
_EXTENT = _cues(
    r"""
    cure[sd]?|curing|eradicat(?:e|es|ed|ing)
    permanent(?:ly)?|forever|for good|once and for all
    completely|totally|instantly
    miracles?|miraculous(?:ly)?
    any (?:pain|illness|disease|ailment)
    """,
    keys="cure curing eradicate permanent permanently forever good once completely totally instantly miracle "
    "miraculous miraculously any",
)
# Where one statement of a sentence ends and another begins that need not be as sure.
_CLAUSE = re.compile(r"[;:—]\s|,?\s(?:but|while|whereas|although|though|however|yet|because|since|so)\s", re.IGNORECASE)

_CONCEDED = re.compile(r"\s*(?:although|though|even though|while|whereas|because|since|when|if)\b[^,]*,", re.IGNORECASE)

_ASIDE = re.compile(r", (?:which|who)\b[^,]*(?:,|$)", re.IGNORECASE)


def heard(sentence: str, start: int = 0, end: int | None = None) -> Heard:
    """How sure the part of `sentence` from `start` to `end` sounds, with what governs it from before.

    A hedge holds for what is listed after it ("may ease pain, improve sleep and calm"), up to the end of the clause;
    what leaves the question open holds for the whole clause.
    """
    end = len(sentence) if end is None else end
    begins, ends = _clause(sentence, start, end)
    if found := _OPEN.search(sentence, begins, ends):
        return Heard(Strength.OPEN, found.group())
    if found := _PROOF.search(sentence, begins, ends):
        return Heard(Strength.ABSOLUTE, found.group())
    told = _without_asides(sentence, start)
    if hedge := _hedge(told, start, end) or _hedge(told, begins, end, last=True):
        return hedge
    found = _EXTENT.search(sentence, begins, ends)
    return Heard(Strength.ABSOLUTE, found.group()) if found else Heard(Strength.PLAIN)


def _without_asides(sentence: str, start: int) -> str:
    """The sentence without what only says what something else may do ("endorphins, which can dull pain").

    An aside that holds the place `start` stays: then it is what is judged.
    """
    return _ASIDE.sub(lambda aside: aside.group() if aside.start() < start < aside.end() else _blank(aside), sentence)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    begins = max((found.end() for found in _CLAUSE.finditer(sentence, 0, start + 1)), default=0)
    if conceded := _CONCEDED.match(sentence, begins, start + 1):
        begins = conceded.end()
    following = _CLAUSE.search(sentence, end)
    return min(begins, start), following.start() if following else len(sentence)


def _hedge(text: str, start: int, end: int, *, last: bool = False) -> Heard | None:
    """The hedge in a part of `text` that counts: the weakest, or the `last` where what follows it is judged."""
    found = [
        (one.start(), strength, one.group())
        for strength, turns in ((Strength.POSSIBLE, _POSSIBLE), (Strength.LIKELY, _LIKELY))
        for one in turns.finditer(text, start, end)
    ]
    if not found:
        return None
    _, strength, words = max(found) if last else min(found, key=lambda one: one[1])
    return Heard(strength, words)
