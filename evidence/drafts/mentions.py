"""Sentences that name things without claiming anything of them: headings, announcements, instructions."""

import re

__all__ = ["is_mention"]

# A heading that only names what comes; one that says something ("Massage Relieves Pain") is a sentence like any other.
_HEADING = re.compile(
    r"^(?:(?:topic|part|step|chapter|section|tip) \d+\W+|\d+\W+)?(?:the )?(?:\w+ and )?"
    r"(?:importance|anatomy|basics|science|history|art|techniques?|tips|understanding|introduction|overview|role|"
    r"types?|principles|steps|guide|how|why|what|when|who|where)\b[^.!?,]*$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"\bin (?:this|the next|the following) (?:blog|article|post|chapter|section|guide|book|video|episode|part)\b"
    r"|\b(?:I|we)(?: will| shall|['’]ll) (?:now |also )?(?:explain|show|discuss|explore|look|describe|introduce|cover|"
    r"see|examine|take)\b"
    r"|\b(?:let us|let['’]s) (?:look|explore|take|dive|see|start|begin|examine)\b"
    r"|\b(?:here|below) (?:are|is) (?:some|a few|the|our|several|what)\b"
    r"|\bthere are (?:several|many|various|different|some|a few) (?:\w+ )?(?:techniques|tips|ways|methods|exercises)\b"
    r"|\b(?:sub)?headings?\b|\bread on\b|\bclick here\b",
    re.IGNORECASE,
)
_INSTRUCTS = re.compile(
    r"^(?:[\w’' -]{1,40}: )?(?:(?:first|then|next|now|finally),? )?(?:(?:gently|slowly|firmly|carefully),? )?"
    r"(?:use|apply|place|begin|start|rotate|press|roll|lie|sit|put|hold|wash|warm|lift|repeat|ask your|tell|grasp|grip|"
    r"pull|push|bend|turn|knead|rub|stroke|wrap|soak|pour|fill|breathe|inhale|exhale|choose|move|book|consult|count|"
    r"squeeze|massage (?:your|the|each|both))\b(?! (?:is|are|was|were|has|of)\b)",
    re.IGNORECASE,
)
# What an instruction is good for makes it a claim: "rotate each toe to release tension", "…, and the pain will go".
_PURPOSE = re.compile(
    r"\bto (?!apply|press|knead|rub|massage|work|the|your|an?\b|each|one|both|knees?|toes?|sides?|start|begin|make)\w+"
    r"|\b(?:so that|will|helps?|can|may|should|for (?:relief|better|less)|and (?:your|the|you|it))\b|[?:;]",
    re.IGNORECASE,
)


def is_mention(sentence: str) -> bool:
    """Whether a sentence is a heading, an announcement or an instruction that claims nothing."""
    if _HEADING.search(sentence) or _ANNOUNCES.search(sentence):
        return True
    instruction = _INSTRUCTS.search(sentence)
    return instruction is not None and not _PURPOSE.search(sentence, instruction.end())
