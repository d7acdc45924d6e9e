"""Sentences that name things without claiming anything of them: headings, announcements, instructions.

All patterns are for sentences in lower case.
"""

import re

from evidence.drafts.turns import turns

__all__ = ["is_mention"]

# A heading that only names what comes; one that says something ("Massage Relieves Pain") is a sentence like any other.
_HEADING = re.compile(
    r"^(?:(?:topic|part|step|chapter|section|tip) \d+\W+|\d+\W+)?(?:the )?(?:\w+ and )?"
    r"(?:importance|anatomy|basics|science|history|art|techniques?|tips|understanding|introduction|overview|role|"
    r"types?|principles|steps|guide|how|why|what|when|who|where)\b[^.!?,]*$",
)
_ANNOUNCES = turns(
    r"in (?:this|the next|the following) (?:blog|article|post|chapter|section|guide|book|video|episode|part)\b",
    r"(?:i|we)(?: will| shall|['’]ll) (?:now |also )?(?:explain|discuss|explore|"
    r"show (?:you )?(?:how|the|a|some|what)|look|describe|introduce|cover|"
    r"see|examine|take)\b",
    r"(?:let us|let['’]s) (?:look|explore|take|dive|see|start|begin|examine)\b",
    r"(?:here|below) (?:are|is) (?:some|a few|the|our|several|what)\b"
    r"(?!.*\b(?:can|will|may) (?:help|eas|reliev|reduc))",
    r"there are (?:several|many|various|different|some|a few) (?:\w+ )?(?:techniques|tips|ways|methods|exercises)\b"
    r"(?!.*\b(?:can|will|may) (?:help|eas|reliev|reduc))",
    r"(?:sub)?headings\b",
    r"read on\b",
    r"(?:is|are) (?:quite |a )?(?:another|different) (?:matter|story|question|topic|subject)\b",
    r"click here\b",
    keys="blog article post chapter section guide book video episode part i we let here below there headings "
    "subheadings read click matter story question topic subject",
)
# "The benefits of knee massage" without a full stop; "massage offers many benefits": which, is said elsewhere.
_PROMISES = re.compile(
    r"^(?:the )?(?:(?:\w+ )?(?:benefits|advantages|effects|relief|power|value|magic|wonders|secrets?)) "
    r"(?:of|from|behind|(?:provided|offered|given) by)\b(?!.*\bfor (?!athletes|runners|everyone|seniors|you))[^.!?:]*$"
    r"|^(?:the )?(?:benefits|advantages|effects) of\b[^.!?]* (?:extend|go|reach) (?:far |well )?beyond\b"
    r"|^(?:take|consider|think of)\b[^.!?]*, for (?:instance|example)\W*$",
)
_PERKS = re.compile(
    r"^(?!.*\b(?:trials?|stud(?:y|ies)|research|evidence)\b).*\b(?:offers?|have|has|brings?|provides?|experience|enjoy|"
    r"reap|comes? with|get) (?:\w+ ){0,5}(?:benefits|advantages|perks)"
    r"(?: (?:for|to) (?:people|individuals|everyone|everybody|anyone|all|men|women)\b[^,;:]*)?\W*$"
)
# What a treatment is or consists of, by itself.
_TREATMENT = r"massages?|therap(?:y|ies)|techniques?|reflexology|treatments?|methods?|acupressure|petrissage|effleurage"
_DESCRIBES = re.compile(
    rf"^(?:[\w’'-]+ ){{0,4}}(?:{_TREATMENT}) (?:"
    rf"(?:is|are|means) an? (?:[\w-]+ ){{0,3}}(?:{_TREATMENT}|forms?|types?|kinds?|practices?|arts?|styles?) "
    r"(?:of|that (?:focus(?:es)?|involves?|uses?|applies|consists?)|which|in which|where|involving|using)"
    r"|(?:targets?|focus(?:es)? on|means? \w+ing|refers? to|consists? (?:of|in)|involves? (?!no|neither|little)|"
    r"concentrates? on))\b",
)
# Who was divided into groups, and what was measured: the result is another sentence.
_DESIGN = turns(
    r"(?:were|was|are|is|will be) (?:randomly (?:assigned|allocated|divided)|"
    r"(?:allocated|assigned|allotted) (?:either )?to|randomi[sz]ed|enrolled|recruited)\b",
    r"(?:recruited|enrolled|randomi[sz]ed|assigned|allocated) (?:[\w-]+ ){0,4}?(?:adults|patients|people|participants|"
    r"volunteers|men|women|runners|athletes|them)\b",
    keys="randomly randomised randomized allocated allotted assigned enrolled recruited",
)
_RESULT = re.compile(
    r"\b(?:less|more|lower|higher|better|worse|fewer|faster|sooner|longer|reduc\w+|improv\w+|fell|rose|dropped|"
    r"decreas\w+|increas\w+|eas(?:ed|es)|reliev\w+|benefit\w*|help(?:ed|s)|no difference|effect\w*|recover\w+|found|"
    r"show(?:ed|n|s)|report(?:ed|s))\b",
)
_PRICE = re.compile(r"[€$£] ?\d|\d ?(?:€|£|euros?\b|dollars?\b|pounds? (?:for|an?|per)\b)")
_INSTRUCTS = re.compile(
    r"^(?:[\w’' -]{1,40}: )?(?:(?:first|then|next|now|finally),? )?(?:(?:gently|slowly|firmly|carefully),? )?"
    r"(?:use|apply|place|begin|start|rotate|press|roll|lie|sit(?!-)|put|hold|wash|lift|"
    r"warm(?= (?:up|the|your|a|some)\b)|repeat|ask your|see (?:a|an|your) (?:doctor|gp|physio\w*|specialist)|tell|"
    r"grasp|grip|"
    r"pull|push|bend|turn|knead|rub|stroke|wrap|soak|pour|fill|breathe|inhale|exhale|choose|move|book|consult|count|"
    r"squeeze|massage (?:your|the|each|both))\b(?! (?:is|are|was|were|has|of)\b)",
)
# What an instruction is good for makes it a claim: "rotate each toe to release tension", "…, and the pain will go".
_PURPOSE = re.compile(
    r"\bto (?!apply|press|knead|rub|massage|work|the|your|an?\b|each|one|both|knees?|toes?|sides?|start|begin|make)\w+"
    r"|\b(?:so that|will|helps?|can|may|should|for (?:relief|better|less)|and (?:your|their|the|you|it|feel|"
    r"everything|\w+ (?:all|get|go|gets)))\b"
    r"|, (?:as|for|because|since)\b|\bbecause\b|[?:;]",
)


def is_mention(sentence: str) -> bool:
    """Whether a sentence is a heading, announcement, price, design of a study or instruction that claims nothing."""
    sentence = sentence.lower()
    if (
        _HEADING.search(sentence)
        or _ANNOUNCES.search(sentence)
        or _PROMISES.search(sentence)
        or _PRICE.search(sentence)
    ):
        return True
    if ("benefits" in sentence or "advantages" in sentence or "perks" in sentence) and _PERKS.search(sentence):
        return True
    if _DESIGN.search(sentence) and not _RESULT.search(sentence):
        return True
    begins = _INSTRUCTS.search(sentence) or _DESCRIBES.search(sentence)
    return begins is not None and not _PURPOSE.search(sentence, begins.end())
