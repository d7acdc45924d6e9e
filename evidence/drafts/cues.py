"""Turns of phrase that negate, ask, or put a view into somebody's mouth; our own lists.

Written from how English is used, not from any text; each is a regular expression without regard to case.
"""

import re

__all__ = [
    "ASKS",
    "CLAUSE_END",
    "FORWARD",
    "HARMLESS",
    "JUDGING",
    "OWN",
    "PASSING",
    "RARE",
    "REPORTS",
    "RESEARCH",
    "SAFE",
    "SIDE_BY_SIDE",
]


def _cues(*alternatives: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(" ".join(one.split()) for one in alternatives) + r")", re.IGNORECASE)


# What looks like a negation and is none.
HARMLESS = _cues(
    r"not (?:only|just|merely|simply|least|surprising\w*|to mention)\b",
    r"no (?:doubt|wonder|matter|question|surprise|longer|sooner|exception|less than)\b",
    r"without (?:a |any )?(?:doubt|question|fail|exception|(?:the )?(?:need|use) (?:for|of)|drugs|surgery|"
    r"medication)\b",
    r"nothing (?:beats|better|short of|like)\b",
    r"not (?:strong|stable|used|properly|working|functioning)\b",
    r"(?:are|is) not being used\b",
    r"lies? not in\b",
    r"not in the knee\b",
    r"not until\b",
    r"why not\b",
    r"(?:cannot|can't) be (?:overstated|overestimated|denied)",
    r"(?:if|when) (?:\w+ ){0,2}(?:do|does|is|are) not\b",
    r"non-?invasive",
    r"not (?:\w+ ){1,8}?but (?!it\b|they\b|this\b|that\b|he\b|she\b|we\b|there\b)",
    r"(?:without|free (?:of|from)|no more|no longer in|out of) (?:the |any |knee |muscle |back |"
    r"foot )*(?:pains?|aches?|soreness|symptoms|crutches|pills?|tablets|painkillers|complaints)\b",
    r"nothing (?:else )?(?:\w+ ){0,12}?(?:as|like|so|more|better|quite)\b",
    r"(?:do|does|did)(?: not|n['’]t) (?:need|have to|require)\b",
    r"(?:never|not) (?:been )?used?\b",
    r"no need\b",
    r"no (?:pain|soreness|symptoms)\b",
)

# Cues that reach forward.
FORWARD = _cues(
    r"(?:there (?:is|was|has been) )?(?:no|not any|little|hardly any|scant|not enough|"
    r"insufficient) (?:\w+ ){0,3}(?:evidence|proof|sign|indication|reason to (?:think|believe))\b",
    r"(?:lack|absence) of (?:\w+ ){0,2}(?:evidence|proof)\b",
    r"(?:is|are|was|were|seems?|looks?|appears?)(?: very| highly)? unlikely(?: that| to)?\b",
    r"(?:is|are|was|were)? ?not (?:very )?likely\b",
    r"unlikely\b",
    r"fail(?:s|ed|ing)?(?: to| in| at)?\b",
    r"far from\b",
    r"no (?:\w+ ){1,8}(?:than|if)\b.*",
    r"not (?:any )?(?:\w+er|more|less) (?:\w+ ){0,6}than\b.*",
    r"(?:very |precious |only )?little (?:bearing|effect|influence|impact|difference|use|help|benefit|"
    r"to (?:suggest|show|support|indicate))\b",
    r"(?:absurd|ridiculous|silly) to\b",
    r"falls? short\b",
    r"(?:is|are|was|were)(?: yet)? yet to\b",
    r"ha(?:s|ve) yet to\b",
    r"remains? (?:unproven|unproved|to be (?:shown|proved|proven|seen))\b",
    r"(?:i|we|experts|researchers)? ?(?:seriously )?doubts?\b(?! about it)",
    r"(?:it is |is |are )?(?:highly |very )?doubtful\b",
    r"(?:it is |it's )?(?:wrong|false|untrue|incorrect|a mistake|a myth|a fallacy|nonsense) (?:to|that)\b",
    r"(?:the |a |popular |old )*(?:myth|legend|fairy tale|misconception|fallacy|superstition)(?: is)? that\b",
    r"contrary to\b",
    r"neither\b",
    r"nor\b",
    r"\w+n['’]t\b",
    r"cannot\b",
    r"not\b",
    r"never\b",
    r"nobody\b",
    r"no one\b",
    r"none\b",
    r"nothing\b",
    r"nowhere\b",
    r"no\b",
    r"without\b",
    r"hardly\b",
    r"barely\b",
    r"scarcely\b",
    r"rarely\b",
    r"seldom\b",
    r"(?<!a )few\b(?= (?:\w+ )?(?:runners|athletes|people|patients|trials|studies|of))",
    r"do(?:es)? (?:very |precious )?little\b",
    r"did (?:very |precious )?little\b",
    r"zero (?:\w+ )?(?:effect|evidence|benefit|proof|impact)\b",
    r"anything but\b",
    r"(?:sceptical|skeptical|dubious|questionable|hard to believe)\b",
    r"un(?:able|willing) to\b",
    r"powerless\b",
    r"rules? out\b",
    r"den(?:y|ies|ied)\b",
    r"refutes?\b",
    r"disprove[sd]?\b",
    r"contradicts?\b",
    r"lacks?\b(?= (?:any |all )?(?:\w+ )?(?:evidence|effect|support|benefit|proof|basis|foundation))",
    r"devoid of\b",
    r"free (?:of|from)\b",
)

# Cues that pass judgement on their whole clause.
JUDGING = _cues(
    r"(?:is|are|was|were|remains?|just|simply|only|nothing but) (?:\w+ ){0,2}(?:myth|legend|fairy tale|"
    r"nonsense|false|untrue|wishful thinking|fiction|invention|invented|humbug|bogus|hoax|made up|misleading|"
    r"overstated|overblown|negligible|bunk|hype|superstition|unproven|unproved|unfounded|baseless|unsupported|"
    r"wrong|mistaken|overrated|exaggerated|implausible)\b",
    r"ineffective\b",
    r"useless\b",
    r"pointless\b",
    r"in vain\b",
    r"(?:unchanged|unaffected|untouched|unaltered)\b",
    r"(?:just|exactly|much|about)? ?(?:as|the same) (?:\w+ ){1,6}(?:as|with or) (?:before|everyone|everybody|"
    r"anyone|i had|when|without|the others|those|in the|after|rest|ever|controls?|people|any)\b",
    r"(?:just )?(?:where|as) (?:it was|they were|before)\b",
    r"the same (?:whether|with or without|as before|either way|in both)\b",
    r"with or without\b",
    r"(?:were|was|stayed|remained) the same\b",
    r"made no\b",
    r"disappoint\w*",
    r"debunked\b",
    r"disproved\b",
    r"refuted\b",
    r"waste of (?:time|money)\b",
    r"ha(?:s|ve) been ruled out\b",
)

# Words that negate by their own meaning, each where a claim speaks of that: harmless is without harm, what fades does
# not last, what is rare is not common.
SAFE = _cues(
    r"(?:perfectly |completely |entirely |totally )?safe(?:ly)?\b",
    r"harmless\b",
    r"risk-free\b",
    r"side-effect-free\b",
    r"gentle on\b",
)
PASSING = _cues(
    r"short-?lived\b",
    r"(?:only )?(?:a )?short(?:-| )(?:term|time|while)\b",
    r"temporar\w+",
    r"passing\b",
    r"fleeting\b",
    r"wears? off\b",
    r"wor(?:e|n) off\b",
    r"fade[sd]?\b",
    r"wane[sd]?\b",
    r"(?:comes?|came|coming|creeps?|is|are) back\b",
    r"returns?\b",
    r"returned\b",
    r"vanish(?:es|ed)\b",
    r"disappear(?:s|ed)\b",
    r"gone\b",
    r"evaporate[sd]?\b",
    r"still (?:hurt|ache|suffer|in pain)\w*(?! less)",
    r"other than\b",
)

RARE = _cues(r"rare(?:ly)?\b", r"uncommon\b", r"infrequent\w*")

CLAUSE_END = re.compile(
    r"(?:[;:—–]|,?\s*\b(?:but|however|although|though|whereas|while|yet|because|instead)\b)", re.IGNORECASE
)
SIDE_BY_SIDE = re.compile(r"[,:;—]|\b(?:and|or|nor)\b", re.IGNORECASE)

ASKS = re.compile(
    r"\?[\"'”’»)\]]*\s*$|^\W*(?:(?:i|we|you may|you might|many) (?:wonder|ask)\w* (?:whether|if|why|how)|"
    r"whether\b[^,]*$)",
    re.IGNORECASE,
)

_SAYING = (
    r"(?:say|claim|believe|think|hold|maintain|insist|swear|tell|promise|assure|warn|advertise|assert|argue|explain|"
    r"teach|preach|state|report|write|declare|announce|suspect|recommend|contend|reckon|feel|advise|consider|"
    r"tout|boast|vow|opine|suppose|assume)"
)
_SAID = (
    r"(?:said|told|thought|held|taught|swore|wrote|felt|believed|claimed|maintained|insisted|promised|assured|warned|"
    r"advertised|asserted|argued|explained|stated|reported|declared|announced|recommended|suspected)"
)
REPORTS = re.compile(
    rf"""\baccording\ to\b(?!\s+(?:\w+\s+){{0,4}}(?:stud|trial|review|research|evidence|meta))
    |\b(?:is|are|was|were|has\ been|have\ been|be|being)\ (?:\w+ly\ |often\ |still\ )?
      (?:said|believed|thought|claimed|supposed|reputed|rumou?red|alleged|reported|touted|advertised|praised|sold|marketed|credited|held|considered|promoted|recommended|billed)\b
    |\b(?:allegedly|supposedly|purportedly|reportedly)\b
    |\b(?:rumou?r|legend|tradition|folklore|word)\ has\ it\b
    |\b(?:in|on)\ (?:my|his|her|their|our|some)\ (?:opinion|view|eyes)\b
    |\b{_SAYING}(?:s|es|ing)?\b (?:\s+(?:me|us|you|him|her|them|people|their|clients|patients|its|his|guests|
      readers|followers|to)\b)* \s+ (?:that)\b
    |\b{_SAID}\b (?:\s+(?:me|us|you|him|her|them|his|their|its|to|people|clients|patients|guests|readers|
      followers)\b)* \s+ that\b
    |\b(?:regards?|sees?|tells?|speaks?|praises?|describes?|touts?|advertises?)\ (?:\w+\ ){{1,5}}?(?:as|of)
      \ (?:an?|the)\b
    |\bblames?\b (?=.*\bfor\b)
    |\b(?:is|are|was|were|am)\ (?:\w+\ )?(?:convinced|certain|sure|persuaded|adamant)\ that\b
    |\b(?:say|says|said|claim|claims|swear|swears|insist|insists|promise|promises|advertise|advertises|
      tells?\ (?:me|us|you)|told\ (?:me|us|you)|assure[sd]?\ (?:me|us|you)|believes?|thinks?)\b
    |[“"«][^”"»]{{12,}}[”"»]""",
    re.IGNORECASE | re.VERBOSE,
)
# Who reports results is not somebody with a view.
RESEARCH = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|research(?:ers)?|reviews?|meta-analys[ie]s|evidence|data|scientists|science|"
    r"findings|experiments?|results|authors|participants|literature)\b",
    re.IGNORECASE,
)
# A speaker's own view is an assertion.
OWN = re.compile(r"\b(?:i|we) (?:\w+ly )?(?:think|believe|say|doubt|find|know|suspect|hold|maintain)\b", re.IGNORECASE)
