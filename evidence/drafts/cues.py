"""Turns of phrase that negate; our own lists.

Written from how English is used, not from any text; regular expressions for text in lower case.
"""

import re

from evidence.drafts.turns import turns

__all__ = [
    "ASIDE",
    "CLAUSE_END",
    "EQUAL",
    "FORWARD",
    "JUDGING",
    "LESS",
    "OVERLOOKS",
    "PASSING",
    "PERSISTS",
    "RARE",
    "REBUTS",
    "SAFE",
    "SIDE_BY_SIDE",
]


# What goes on or gets worse, and so negates, where a claim promises relief.
PERSISTS = turns(
    r"(?:still|goes on|went on|keeps?|kept|continues? to|remain(?:s|ed)?|stay(?:s|ed)?) (?:\w+ )?(?:hurt(?:s|ing)?|"
    r"ach(?:e[sd]?|ing)|in pain|painful|sore|swollen|stiff|awake|tense|injured)\b(?! (?:\w+ )?less)",
    r"still (?:have|had|has|feel|felt|get|gets|got|suffer\w*|complain\w* of) (?:\w+ )?(?:pain|aches?|soreness)\b",
    r"leaves? (?:\w+ ){1,3}?(?:hurting|aching|sore|painful|in pain)\b",
    r"(?:hurt(?:s|ing)?|ache[sd]?|sore|swollen|stiff|tired|tense|injured|painful) (?:exactly |just |quite )?as (?:much|"
    r"badly|often|sore|bad|stiff|long)\b",
    r"(?:made|makes?|making|got|gets?|became|feels?|felt) (?:\w+ ){0,5}?worse\b",
    r"(?:just|exactly|precisely) (?:as|like|the way) (?:(?:it|they|she|he|i) )?(?:always |ever )?(?:did|do|does|had|"
    r"was|were|has|have|before)\b",
    r"just as (?:stiff|sore|painful|swollen|bad|tired|tense)\b",
    r"(?:the )?same old\b",
    r"(?:stays?|stayed|remains?|remained) (?:\w+ )?(?:flat|collapsed|tight)\b",
    r"worsen(?:s|ed|ing)?\b",
    r"aggravat(?:es?|ed|ing)\b",
    keys="still goes went keeps kept continues remains stays leaves as worse just exactly precisely old "
    "worsens aggravates",
)

# Cues that reach forward.
FORWARD = turns(
    r"(?:there (?:is|was|has been) )?(?:no|not any|little|hardly any|scant|not enough|"
    r"insufficient) (?:\w+ ){0,3}(?:evidence|proof|sign|indication|reason to (?:think|believe))\b",
    r"(?:lack|absence) of (?:\w+ ){0,2}(?:evidence|proof)\b",
    r"(?:is|are|was|were|seems?|looks?|appears?)(?: very| highly)? unlikely(?: that| to)?\b",
    r"(?:is|are|was|were)? ?not (?:very )?likely\b",
    r"(?:unlikely|improbable|unrelated)\b",
    r"(?:wrongly|falsely|mistakenly|unjustly|unfairly)\b",
    # "Brings nothing that hot water does not": what is compared with is not denied besides.
    r"(?:adds?|added|contributes?|contributed|changes?|changed|matters?|depends?|brings?|brought|achieves?|achieved|"
    r"does|did|gives?|gave|offers?|offered) (?:rather |very |only |precious )?(?:little|nothing)\b"
    r"(?:.*?\b(?:that|which|what)\b.*)?",
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
    r"(?:(?:i|we|experts|researchers) )?(?:seriously )?doubts?\b(?! about it)",
    r"(?:it is |is |are )?(?:highly |very )?doubtful\b",
    r"(?:it is |it's )?(?:wrong|unfair|false|untrue|incorrect|a mistake|a myth|a fallacy|nonsense) (?:to|that)\b",
    r"(?:the |a |popular |old )*(?:myth|legend|fairy tale|misconception|fallacy|superstition)(?: is)? that\b",
    r"(?:forget|scrap|drop|give up|abandon|reject|dismiss)\w* (?:the|any|this|that|your) (?:\w+ )?(?:idea|notion|"
    r"belief|hope|claim|theory|thought)\b",
    r"mistaken\b",
    r"(?:rather than|instead of) (?:causing|raising|improving|relieving|easing|helping|reducing|increasing)\b",
    r"(?:poor|bad|unsuitable|wrong) (?:way|means|method|choice|tool|remedy)\b",
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
    r"(?:exactly |precisely )?zero\b",
    r"(?:had|['’]d) (?:\w+ly |really )?hoped\b",
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
    keys="no not any t little hardly scant enough insufficient lack absence unlikely likely improbable "
    "unrelated wrongly falsely mistakenly mistaken unjustly unfairly nothing fails far absurd ridiculous "
    "silly short yet remains doubt doubtful wrong unfair untrue incorrect mistake myth fallacy nonsense "
    "legend tale misconception superstition idea notion belief hope claim theory thought rather instead "
    "poor bad unsuitable neither nor cannot never nobody none nowhere without barely scarcely rarely "
    "seldom few zero anything sceptical skeptical dubious questionable believe unable unwilling powerless "
    "rules deny denied refutes disproves contradicts lacks devoid free",
)

# Cues that pass judgement on their whole clause.
JUDGING = turns(
    r"(?<!what )(?:is|are|was|were|remains?|just|simply|only|nothing but) (?:\w+ ){0,2}(?:myth|legend|fairy tale|"
    r"nonsense|hogwash|baloney|poppycock|tosh|twaddle|claptrap|codswallop|snake oil|old wives['’] tale|a stretch|"
    r"false|untrue|wishful thinking|fiction|invention|invented|humbug|bogus|hoax|made up|misleading|"
    r"overstated|overblown|negligible|bunk|hype|superstition|unproven|unproved|unfounded|baseless|unsupported|"
    r"wrong|mistaken|overrated|exaggerated|implausible|fantasy|fanciful|imaginary|imagination|"
    r"unconvincing|rubbish|hot air|coincidence)\b",
    r"(?:evidence|proof|support|data|research|studies) (?:[\w,-]+ ){0,12}?(?:is|are|remains?) "
    r"(?:\w+ )?(?:lacking|missing|thin|absent|"
    r"scant|weak|poor|inconclusive|insufficient|shaky)\b",
    r"ineffective\b",
    r"useless\b",
    r"(?:is|are|was|were) (?:just |only |merely |nothing but )?(?:a |the )?placebos?\b",
    r"pointless\b",
    r"in vain\b",
    r"(?:unchanged|unaffected|untouched|unaltered)\b",
    r"(?:(?:just|exactly|much|about) )?(?:as|the same) (?:\w+ ){1,6}(?:as|with or) (?:before|everyone|everybody|"
    r"anyone|i had|when|without|the others|those|in the|after|rest|ever|controls?|people|any)\b",
    r"(?:just |exactly )?(?:where|as) (?:it was|they were|it had been|they had been|before)\b",
    r"where (?:it is|they are)\b",
    r"the same (?:whether|with or without|as before|either way|in both)\b",
    r"with or without\b",
    r"(?:were|was|stays?|stayed|remains?|remained|is|are) (?:exactly |much |just )?the same\b"
    r"(?: (?:with or without|whether|as before|either way)\b)?",
    r"(?:do|does|did|will)(?: not|n['’]t) hold (?:up|water|true)\b",
    r"(?:just as|equally) (?:much|well|fast|quickly|often|good|effective\w*|strong\w*|common|tired|weak|tight|tense|"
    r"likely|frequent\w*|stiff|sore|evenly)\b(?: (?:as|with|without|after|in|whether)\b)",
    r"(?:differed|differ)? ?no more than\b",
    r"(?:link|association|relation(?:ship)?|correlation|connection|effect|difference|benefit)s? (?:[\w-]+ ){0,8}?"
    r"(?:disappear|vanish|evaporate|fad(?:e|ing)|melt|went away|was lost|were lost|did not hold|fell away|dissolve)\w*",
    r"in (?:exactly |just )?the same way\b",
    r"made no\b",
    r"disappoint\w*",
    r"debunked\b",
    r"disproved\b",
    r"refuted\b",
    r"waste of (?:time|money)\b",
    r"ha(?:s|ve) been ruled out\b",
    keys="myth legend tale nonsense hogwash baloney poppycock tosh twaddle claptrap codswallop snake stretch "
    "false untrue wishful fiction invention humbug bogus hoax made misleading overstated overblown "
    "negligible bunk hype superstition unproven unproved unfounded baseless unsupported wrong mistaken "
    "overrated exaggerated implausible fantasy fanciful imaginary imagination unconvincing rubbish air "
    "coincidence lacking missing thin absent scant weak poor inconclusive insufficient shaky ineffective "
    "useless placebo pointless vain unchanged unaffected untouched unaltered as same where without hold "
    "equally more disappear vanish evaporate fade melt went lost fell dissolve disappoint debunked "
    "disproved refuted waste ruled",
)

# Words that negate by their own meaning, each where a claim speaks of that: harmless is without harm, what fades does
# not last, what is rare is not common.
SAFE = turns(
    r"(?:perfectly |completely |entirely |totally )?safe(?:ly)?\b",
    r"harmless\b",
    r"risk-free\b",
    r"side-effect-free\b",
    r"gentle on\b",
)
PASSING = turns(
    r"short-?lived\b",
    r"(?:only )?(?:a )?short(?:-| )(?:term|time|while)\b",
    r"temporar\w+",
    r"passing\b",
    r"fleeting\b",
    r"wears? off\b",
    r"wor(?:e|n) off\b",
    r"fade[sd]?\b",
    r"wane[sd]?\b",
    r"(?:comes?|came|coming|creeps?|is|are) (?:\w+ )?back\b",
    r"returns?\b",
    r"returned\b",
    r"vanish(?:es|ed)\b",
    r"disappear(?:s|ed)\b",
    r"gone\b",
    r"evaporate[sd]?\b",
    r"still (?:hurt|ache|suffer|in pain)\w*(?! (?:\w+ )?less)",
    r"other than\b",
)

EQUAL = turns(
    r"equal(?:ly|s)?\b",
    r"on (?:a )?par\b",
    r"(?:just|exactly|quite|about) as (?:well|good|much|effective\w*|useful|helpful|successful\w*)\b",
    r"as (?:good|effective\w*|useful|helpful|successful\w*) as\b",
    r"every bit as \w+\b",
    r"(?:the )?same (?:effect|benefit|relief|result|way|amount|extent)\w*\b",
    r"match(?:es|ed)?\b",
    r"neck and neck\b",
)

RARE = turns(r"rare(?:ly)?\b", r"uncommon\b", r"infrequent\w*", r"spared\b")

# Where a claim says that something becomes more.
LESS = turns(
    r"less (?:often|frequently|likely|commonly)(?: [^,;]{0,60}?)? than\b",
    r"(?:slower|weaker)\b",
    r"(?:reduc(?:e|es|ed|ing)|(?:lower|worsen|impair|hamper)(?:s|ed|ing)?)(?: \w+){0,2} (?:power|strength|speed|"
    r"performance|output|flexibility|mobility|circulation|blood flow|energy|balance|well-?being|quality of life)\b",
    keys="less slower weaker reduces lowers worsens impairs hampers",
)

# What is said against the whole of a sentence, whoever is said to hold it.
REBUTS = turns(
    r"(?:says?|shows?|showed|suggests?|proves?|tells?) (?:\w+ )?otherwise\b",
    r"opposite is (?:true|the case)\b",
    r"(?:would not|wouldn['’]t|do not|don['’]t) (?:count|bet|rely) on (?:it|that)\b",
    r"(?:is|are|was|were)(?: not|n['’]t) borne out\b",
    r"(?:there (?:is|['’]s) |there['’]s )?nothing (?:to|in) it\b",
    keys="otherwise opposite count bet rely borne nothing",
)

# What passes something over, where a claim says that it is passed over.
OVERLOOKS = turns(
    r"(?:overlook|ignor|neglect|forget|forgot|disregard|dismiss|unnotic|undetect|undiagnos|unaware|unseen|unrecogni[sz]|"
    r"fixat|obsess)\w*",
    r"(?:under-?estimat|under-?diagnos|under-?rat|under-?valu)\w*",
    r"(?:brush(?:es|ed)? aside|pass(?:es|ed)? over|(?:no|(?:too |very )?little) (?:attention|heed|thought|care))\b",
    r"(?:blind to|slips? through|in silence|missed|misses|second thought|last to|last thing|taken? for granted|"
    r"goes? unnoticed|loses? sight|tunnel vision)\b",
    r"(?:only|all|solely|exclusively|just|too narrowly|entirely) (?:\w+ ){0,3}(?:the|their|that|your|its) (?:\w+ )?"
    r"(?:knees?|joint|attention|spot|kneecap)\b",
    r"(?:look|think|focus|concentrat|zoom|treat|star)\w* (?:\w+ )?(?:only|solely|just|exclusively)\b",
)

# A negation in the second of two predicates says nothing of the first: "improves sleep and has no side effects".
CLAUSE_END = re.compile(
    r"(?:[;:—–]|,?\s*\b(?:but|however|although|though|whereas|while|yet|because|instead)\b|,\s*so\b|"
    r",\s*and (?:in fact|indeed|still|yet)\b|"
    r",?\s*\band\b(?=\s+(?:(?:it|they|there|this)\s+)?(?:(?:ha[sd]|have|comes? with|carr(?:y|ies)|causes?|brings?|"
    r"is|are)\s+(?:no|not|hardly any|free of)\b|never\b|without\b)))"
)
# A clause that concedes, explains or locates: what it negates is not what the sentence is about.
ASIDE = re.compile(
    r"\([^)]*\)|^(?:although|though|even if|even though|while|whereas|since|because)\b[^,]*,"
    r"|,? (?:even if|even though|although)\b[^,]*(?:,|$)"
    r"|, (?:and )?(?:partly |mostly |largely )?(?:because|since|where)\b[^,]*(?:,|$)"
)
SIDE_BY_SIDE = re.compile(r"[,:;—]|\b(?:and|or|nor)\b")
