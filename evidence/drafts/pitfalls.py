"""Ways of putting things that mislead whatever the claim: each a small record with its reason and its authority.

These rules read one sentence by itself; what they must catch and what they must leave alone stands in a table beside
their tests.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from evidence.drafts.report import Finding, Level

__all__ = ["PITFALLS", "SUMNER", "Pitfall", "judge_wording"]

SUMNER = (
    "Sumner et al., The association between exaggeration in health related science news and academic press releases, "
    "BMJ 2014;349:g7015"
)
"""Who looked at causes made of correlations, at animals taken for people, and at advice beyond the evidence."""

_MOST_QUOTED = 60


@dataclass(frozen=True, slots=True)
class Pitfall:
    """A way of putting things that misleads; `catches` and `leaves` are expressions that hold in any case.

    A sentence is caught when `catches` is found in it and `leaves` is not; where `needs_source` is set, a sentence that
    names its source is left alone. One of `hints`, in lower case, must stand in it: it spares most the search.
    """

    name: str
    reason: str
    authority: str
    message: str
    hints: tuple[str, ...]
    catches: str
    leaves: str
    level: Level = Level.WARNING
    needs_source: bool = False

    def caught(self, text: str) -> str:
        """The words in `text` that are caught, were there no source; none when it is left alone."""
        found = _compiled(self.catches).search(text)
        return found.group() if found and not _compiled(self.leaves).search(text) else ""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled when it is first needed: most drafts need few of them."""
    return re.compile(pattern, re.IGNORECASE)


def judge_wording(text: str, is_sourced: Callable[[], bool]) -> Iterator[Finding]:
    """The pitfalls in one sentence; `is_sourced` tells, when asked, whether its writer names a source."""
    lower = text.lower()
    for pitfall in PITFALLS:
        if (
            _holds_one(pitfall.hints, lower)
            and (words := pitfall.caught(text))
            and not (pitfall.needs_source and is_sourced())
        ):
            yield Finding(pitfall.name, pitfall.level, pitfall.message.format(words=_shortened(words)))


def _holds_one(hints: tuple[str, ...], lower: str) -> bool:
    for hint in hints:  # noqa: SIM110  # three times as fast as any(), and every sentence comes by here
        if hint in lower:
            return True
    return False


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _MOST_QUOTED else words[:_MOST_QUOTED].rsplit(" ", 1)[0] + " …"


def _any(*patterns: str) -> str:
    """One expression out of several."""
    return "|".join(patterns)


# What takes the promise out of a sentence, whatever it is about.
_UNDONE = r"\bwhether\b|\?\s*$|\bmyth\b|\bno (?:\w+ ){0,3}(?:evidence|proof|study|studies|trials?|research)\b"
_NOT = r"\b(?:not|never|nobody|no one|cannot)\b|n['’]t\b"
_SO = (
    r"(?:\b(?:so|therefore|thus|hence|consequently|meaning|proving|proves)\b|"
    r"\b(?:which|this) (?:means|proves|shows|is why)\b|\bthe same (?:goes|holds|is true|happens)\b)"
)
_TOGETHER = r"\b(?:linked|associated|correlat\w+|hand in hand|relationship|more common)\b"
_GROUP = r"\b(?:people|women|men|athletes|runners|adults|those) who\b"
_COMPARED = r"\b(?:less|fewer|more|better|worse|weaker|stronger|lower|higher)\b"
_ACTS = (
    r"\b(?:caus(?:es?|ed|ing)|leads? to|prevents?|protects?|responsible|cures?|makes?|will|reduces?|eases?|relieves?)\b"
)
_ANIMAL = (
    r"\b(?:mice|mouse|rats?|rodents?|rabbits?|animals?|cell cultures?|petri dish|test tubes?|in vitro|"
    r"lab(?:oratory)? (?:studies|tests|experiments))\b"
)
_PERSON = r"\b(?:you|your|people|humans?|patients|us|our|we|anyone|women|men)\b"
_RESEARCH = r"(?:stud(?:y|ies)|research|trials?|science|scientists|researchers|experts?|specialists|evidence|doctors)"
_FINDS = (
    r"(?:show[sn]?|showed|prove[sdn]?|suggest(?:s|ed)?|indicate[sd]?|demonstrate[sd]?|confirm(?:s|ed)?|f(?:ound|inds?)|"
    r"agrees?|says?|said|reveal(?:s|ed)?|discover(?:s|ed)|support(?:s|ed)?|measured|recommend(?:s|ed)?|report(?:s|ed)?)"
)
_ONE_STUDY = r"\b(?:a|one|another|recent|new|landmark|major) (?:\w+ )?(?:study|trial|survey|review)\b"
_COUNTS = (*"one two three four five six seven eight nine ten".split(), *"0123456789")
_COUNT = rf"(?:{'|'.join(_COUNTS[:10])}|\d+)"
_HEALTH = (
    r"(?:pain\w*|symptom\w*|patient\w*|participant\w*|risks?|disease\w*|injur\w+|recover\w*|strength|stronger|sleep\w*|"
    r"stress|anxiety|inflam\w+|swelling|blood|muscle\w*|health\w*|suffer\w*|knees?|feet|foot|relie\w+|massage\w*|"
    r"stud(?:y|ies)|trials?|arthritis|heal\w*|cortisol|endorphin\w*|body)"
)
_SIDE_EFFECTS = r"(?:side[- ]effects?|adverse (?:effects?|events|reactions))"
_POISON = r"(?:toxins?|toxic \w+|waste(?: products?)?|impurities|poisons)"
_WASH = (
    r"\b(?:flush\w*|remov\w*|eliminat\w*|releas\w*|clear\w*|rids?|drain\w*|cleans\w*|expel\w*|purg\w*|wash\w*|carr\w+|"
    r"get\w*)"
)

PITFALLS = (
    Pitfall(
        name="cause-from-correlation",
        reason="That two things are found together does not say that one brings about the other.",
        authority=SUMNER,
        message="“{words}” makes a cause of things that were only found together; say that they go together.",
        hints=("link", "associat", "correlat", "hand in hand", "who ", "common", "relationship"),
        catches=_any(
            rf"{_TOGETHER}.{{0,120}}?{_SO}.{{0,80}}?{_ACTS}",
            rf"{_GROUP}.{{0,90}}?{_COMPARED}.{{0,60}}?{_SO}.{{0,80}}?{_ACTS}",
        ),
        leaves=_any(_UNDONE, _NOT, r"\bmay\b", r"\bmight\b"),
    ),
    Pitfall(
        name="animals-to-people",
        reason="What happens in a dish or in a mouse often does not happen in people.",
        authority=SUMNER,
        message="“{words}” takes people for animals or for a dish; say in whom it was seen.",
        hints=("mice", "mouse", "rat", "rodent", "rabbit", "animal", "cell culture", "dish", "tube", "vitro", "lab"),
        catches=_any(
            rf"{_ANIMAL}.{{0,140}}?{_SO}.{{0,100}}?{_PERSON}",
            rf"\b(?:works?|worked|proven|shown) in {_ANIMAL}.{{0,40}}?\b(?:will|must)\b.{{0,60}}?{_PERSON}",
        ),
        leaves=_any(_UNDONE, _NOT, r"\bunknown\b", r"\bonly in\b", r"\bmay\b", r"\bmight\b"),
    ),
    Pitfall(
        name="unnamed-research",
        reason="A reader cannot look up studies that are not named: the words borrow a weight that nobody can check.",
        authority="Wikipedia, Manual of Style: Words to watch, section Unsupported attributions",
        message="“{words}” appeals to research without naming it; name the study or leave the appeal out.",
        hints=(
            "stud",
            "research",
            "trial",
            "survey",
            "review",
            "scien",
            "expert",
            "evidence",
            "doctor",
            "clinical",
            "specialist",
            "known",
            "documented",
            "established",
        ),
        catches=_any(
            rf"\b{_RESEARCH}(?:,? (?!of|in|by|not)[\w-]+){{0,3}}? {_FINDS}\b",
            rf"{_ONE_STUDY}.{{0,120}}? {_FINDS}\b",
            r"\b(?:scientifically|clinically|medically) (?:proven|proved|shown|tested|validated|established)\b",
            rf"\baccording to (?:\w+ )?{_RESEARCH}\b",
            rf"\b(?:research|evidence|science)-backed\b|\bbacked by (?:\w+ )?{_RESEARCH}\b",
            r"\bit (?:is|has (?:long )?been) (?:\w+ )?(?:known|documented|established|recogni[sz]ed|proven) that\b",
            r"\bis (?:also |well |widely )known to\b",
        ),
        leaves=_any(
            _UNDONE,
            r"\b(?:nobody|neither|nor|cannot|disagree)\b",
            rf"\b(?:no|few|fewer|hardly any|none of the) (?:\w+ )?{_RESEARCH}",
            r"\b(?:do|does|did|has|have|had|could|can) ?(?:not\b|n['’]t\b)",
            rf"\b{_RESEARCH} (?:\w+ )?(?:at|from|by|of) (?:the )?(?-i:[A-Z])",
            r"(?-i:\b[A-Z]\w+(?: and [A-Z]?\w+)?['’]s? (?:\w+ )?(?:study|trial|team|group)\b)",
        ),
        needs_source=True,
    ),
    Pitfall(
        name="unsourced-statistic",
        reason="A figure sounds surer than words; without a source nobody can tell where it comes from.",
        authority="UK Code of Non-broadcast Advertising (CAP), rule 12.1: objective claims must be backed by evidence",
        message="“{words}” comes without a source; name the study in which it stands, or leave the figure out.",
        hints=(
            "%",
            "percent",
            "per cent",
            "out of",
            "fold",
            "times",
            *(f" in {count}" for count in _COUNTS),
            " in every",
        ),
        catches=_any(
            r"(?<![\d.])\d[\d.,]*(?: ?%| ?per ?cent\b)",
            rf"\b{_COUNT} (?:out of|in) (?:every )?{_COUNT}\b(?= \w)",
            rf"\b{_COUNT}(?:-?fold\b| times (?:more|less|better|higher|lower|faster|as|the)\b)",
        ),
        leaves=_any(
            r"\?\s*$",
            r"\b100 ?% (?:cotton|natural|organic|wool|sure|of the time)",
            # How much to do is no finding.
            r"\b(?:distance|mileage|cadence|load|volume|pace|stride|training|dose)(?: \w+)? by\b",
            r"%[- ](?:alcohol|solution|cream|gel|off|discount|menthol|capsaicin)",
            rf"^(?!.*\b{_HEALTH}\b)",
        ),
        level=Level.ERROR,
        needs_source=True,
    ),
    Pitfall(
        name="no-side-effects",
        reason="Whatever works can also harm; that nothing was reported is not that nothing happens.",
        authority=(
            "Human Medicines Regulations 2012 (UK), regulation 287(1)(c): no advertisement may suggest effects that "
            "no adverse reaction accompanies"
        ),
        message="“{words}” promises more safety than anyone can; say which harms were looked for, and what was seen.",
        hints=("effect", "adverse", "harmless", "safe", "risk"),
        catches=_any(
            rf"\b(?:no|without(?: any)?|zero|free (?:of|from)|never (?:has|have|causes?)|does not have(?: any)?) "
            rf"(?:\w+ ){{0,2}}{_SIDE_EFFECTS}\b",
            r"\b(?:side[- ]effect[- ]free|risk[- ]free)\b",
            r"\b(?:no|without(?: any)?|zero) (?:\w+ )?risks?\b(?= (?:at all|whatsoever|involved)|[.!,;]|$)",
            r"\b(?:completely|totally|perfectly|entirely|absolutely|100 ?%) (?:safe|harmless)\b",
            r"\bsafe for (?:everyone|everybody|all)\b",
        ),
        leaves=_any(
            _UNDONE,
            r"(?:\b(?:not|never|nothing is|no \w+ is|hardly|rarely)|n['’]t) (?:\w+ ){0,3}"
            r"(?:without|free|risk-free|safe|harmless)\b",
            r"side[- ]effects? (?:of|that|which|associated|from|linked|seen|commonly)\b",
            r"\b(?:trials?|stud(?:y|ies)|reviews?|authors) (?:\w+ )?(?:report|saw|found|record)",
        ),
    ),
    Pitfall(
        name="toxins",
        reason="Which poison leaves the body, and who measured it, is never said.",
        authority="US National Center for Complementary and Integrative Health, “Detoxes” and “Cleanses”",
        message="“{words}” names no substance that anyone measured; say which one, or leave it out.",
        hints=("toxi", "detox", "de-tox", "waste", "impurit", "poison"),
        catches=_any(
            r"\bde-?tox(?:es|ing|ify|ifies|ified|ifying|ification)?\b",
            rf"{_WASH} (?:\S+ ){{0,5}}?{_POISON}\b",
            rf"{_POISON} (?:\S+ ){{0,4}}?(?:are|is|gets?|being|out|from|build\w*|accumulat\w*)\b",
            r"\btoxic build-?ups?\b|\bbuild-?up of toxins\b|\bremoval of (?:\w+ )?(?:waste|toxins)\b",
        ),
        leaves=_any(
            _UNDONE,
            _NOT,
            r"\b(?:botulinum|tetanus|cholera|bacterial|snake|bee) (?:\w+ )?(?:toxin|poison)",
            r"\b(?:alcohol|opioid|drug|heroin|nicotine|chelation|liver|kidneys|household|nuclear)\b",
            r"\b(?:lead|food) poisoning",
        ),
    ),
)
