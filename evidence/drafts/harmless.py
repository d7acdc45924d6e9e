"""Turns of phrase that look like a negation and are none; our own lists, for text in lower case."""

from evidence.drafts.turns import turns

__all__ = ["GONE", "HARMLESS", "LITTLE", "NO_GOOD", "UNABLE"]

HARMLESS = turns(
    r"(?:not|\w+n['’]t) (?:only|just|merely|simply|least|surprising\w*|to mention)\b",
    r"(?:no|little|hardly any|without (?:a |any )?|beyond) (?:room for )?doubt\b",
    r"no sooner (?:had|did|have|has)\b",
    r"and not (?:in|as|instead|merely|just|only)\b",
    r"do (?:well )?without\b",
    r"no (?:wonder|matter|question|surprise|longer|exception|less than|secret|coincidence|accident|mystery|"
    r"mistake about|shortage|end|time at all)\b",
    r"in no time\b",
    r"(?:can|could|does|do|did)(?: not|n['’]t|not) (?:stand a chance|go wrong|hurt to)\b",
    r"(?:not|\w+n['’]t|never) (?:underestimate|overlook|forget|dismiss|miss|worry|believe how|hesitate)\b",
    r"not (?:everyone|everybody|all|many|many people) (?:know|realise|realize|see)s?\b",
    r"(?:do|does|did)(?: not|n['’]t) (?:yet )?(?:know|realise|realize|notice) (?:that|how)\b",
    r"not (?:look|sound|seem) (?:like )?(?:much|glamorous|exciting|pretty)\b",
    r"(?:than|like|as|to|with) (?:those|people|patients|runners|athletes|others|men|women|controls|the \w+|a \w+|"
    r"\w+)? ?(?:who|that|which|given|with|receiving|getting|doing|having) (?:\w+ )?(?:not|none?|no|nothing|without)\b",
    r"(?:did|do|had|have|were|was)(?: not|n['’]t)(?=\s*[.!,;]|\s*$)",
    r"(?:group|those|people|patients|controls|week|weeks|days|men|women|runners|athletes|adults|others) without\b",
    r"(?:than|to|with) (?:no|without|doing nothing|nothing)\b",
    r"no other \w+ (?:\w+ ){0,4}?(?:as|so|like|better|more|faster)\b",
    r"(?:is|are) no (?:better|finer|quicker|surer) (?:way|remedy|treatment|means|thing)\b",
    r"(?<!or )(?<!as )without (?:massage|treatment|therapy|exercise|training|help|it|(?:a |any |much )?(?:effort|fuss|"
    r"trouble))\b",
    r"unlike [^,]*,(?: (?:which|who) [^,]*,)?",
    r"contrary to [^,.]*",
    r"without (?:a |any )?(?:doubt|question|fail|exception|(?:the )?(?:need|use) (?:for|of)|drugs|surgery|"
    r"medication)\b",
    r"nothing (?:beats|better|short of|like)\b",
    r"not (?:strong|stable|used|properly|working|functioning)\b",
    r"(?:are|is) not being used\b",
    r"not until\b",
    r"whether or not\b",
    r"why not\b",
    r"(?:cannot|can['’]t|could not|hardly) be (?:overstated|overestimated|denied|disputed|ignored|questioned|beaten|"
    r"argued with)",
    r"not (?:to|be) be(?:at|aten)\b",
    r"(?:if|when|once) (?:\w+ ){0,6}?(?:do|does|is|are|ca|can|could|has|have|wo|will|would)(?:n['’]t| ?not)\b",
    r"with (?:hardly any|barely any|little|no|minimal) (?:follow-?up|effort|cost|fuss|equipment)\b",
    r"non-?invasive",
    r"not (?:\w+ ){1,8}?but (?!it\b|they\b|this\b|that\b|he\b|she\b|we\b|there\b)",
    r"(?:without|free (?:of|from)|no more|no longer in|out of) (?:the |any |knee |muscle |back |"
    r"foot )*(?:pains?|aches?|soreness|symptoms|crutches|pills?|tablets|painkillers|complaints)\b",
    r"nothing (?:else )?(?:[\w'’-]+ ){0,12}?(?:as|like|so|more|better|quite)\b",
    r"(?:do|does|did)(?: not|n['’]t) (?:need|have to|require)\b",
    r"(?:never|not) (?:been )?used?\b",
    r"so (?:you|one|people|patients|we|they) (?:should|must|ought to|had better) (?:never|not)\b",
    r"no (?:\w+ ){1,3}?(?:ever )?(?:did|does|has done|can do|could do) (?:[^,]{1,30} )?what\b",
    r"(?:not|\w+n['’]t) (?:\w+ )?(?:harmless|innocent|innocuous)\b",
    r"(?<=^)not \w+ing\b",
    r"(?:no|not an?|n['’]t an?) (?:\w+ ){0,2}"
    r"(?:fantasy|fad|myth|fairy tale|placebo|gimmick|fluke|invention|joke|hype)\b",
    r"no need (?:to|for (?:drugs|pills|painkillers|tablets|medicines?|medication|surgery))\b",
    r"(?:not|\w+n['’]t|never) (?:[\w'’-]+ ){1,8}?(?:until|unless|as long as)\b",
    # What is not given up goes on: "never lets go", "won't switch off".
    r"(?:not|\w+n['’]t|never) (?:lets? (?:go|up)|(?:switch|shut|turn)(?:es|s)? (?:itself |themselves )?off|"
    r"gives? (?:up|way)|calms? down|quits?|ceases?|stops?)"
    r"(?=\s*(?:[.,;:!]|$|until\b|and\b|unless\b|by (?:it|them)sel))",
    r"(?:need not|do not|don['’]t|needn['’]t|no need to) (?:have to )?take (?:my|our|their|his|her|anyone['’]s) word\b",
    r"(?:nobody|no one|none|no \w+) (?:\w+ )?(?:is|are|was|were) (?:\w+ )?(?:exempt|immune|spared|safe)\b",
    r"(?:what|like|as) (?:no|none|nothing) (?:other |else )?(?:\w+ )?(?:ever|could|did|has|had|will|can)?\b",
    # A negation inside the subject: "toes that never grip leave you unsteady".
    r"(?:that|who|which) (?:never|(?:do|does|did|can|will|are|is)(?: not|n['’]t)|cannot|no longer|hardly|barely) "
    r"(?=\w+ (?:\w+ ){0,4}(?:leaves?|makes?|puts?|forces?|causes?|gives?|is|are|will|may|can|lets?|has|have|lose|"
    r"loads?|strains?|hurts?)\b)",
    r"(?:look|seem|sound|appear)s? (?:\w+ )?(?:unrelated|unlikely|improbable)\b(?! (?:that|to)\b)",
    r"(?:that|which) ha(?:s|ve) nothing to do with\b",
    r"(?:do|does)(?: not|n['’]t) (?:ask|care|mind|discriminate)\b",
    r"asks? for no\b",
    r"with no (?:return|further|second|other|more) \w+",
    r"nowhere near\b",
    r"never far (?:away|off|from)\b",
    r"as never before\b",
    r"(?:nobody|no one|never) (?:is )?too\b",
    r"hardly (?:any|anything|a) (?:\w+ )?(?:better|more|so|as)\b",
    r"(?:cannot|can['’]t|will not|won['’]t) (?:let|glide|stretch|hold (?:the|it)|bend|straighten|do (?:its|their))\b",
    r"(?:that|what|which) (?:\w+ ){1,4}(?:would|could|does|did) not (?:do|give|bring)\b",
    r"(?<=^)without (?!(?:any |good |solid |much )?(?:evidence|proof|effect|success))[^,]{1,60},",
    r"(?:foot|feet|people|those|anyone|muscles?|body|person|knees?|hips?) without\b",
    r"no (?:pain|soreness|symptoms)\b",
    r"not (?:the|a|his|her|their|my|that) [^,.;]{1,40}, but\b",
)

# What is gone, and so no negation, where a claim promises relief: "does not hurt any more", "no sleepless nights".
_SYMPTOM = (
    r"(?:(?:pain(?:s|ful)?|ach(?:e[sd]?|ing|y)|hurt(?:s|ing)?|sore(?:ness)?|swell(?:s|ing)?|swollen|puff(?:y|iness)|"
    r"stiff(?:ness)?|sleepless\w*|insomnia|awake|toss\w*|tired\w*|headaches?|migraines?|cramp\w*|bother(?:s|ed|ing)?|"
    r"trouble[sd]?|complain\w*|suffer\w*|limp\w*|symptoms?|tense|winc\w+|groan\w*|knots?|stress(?:ed)?|anxi\w+|worr\w+|nervous\w*|"
    r"injur(?:y|ies|ed)|wears? (?:out|down|away)|"
    r"tears?|pulls?|worn|damaged?|painkillers?|pills?|tablets?|ibuprofen|medicines?|medication|drugs)\b"
    r"(?! (?:relief|reduction|difference|change|off|away|(?:is|was|are|were) (?:relieved|eased|reduced))))"
)
GONE = turns(
    r"(?:not|n['’]t|\w+n['’]t|no longer|no more|never|without|free (?:of|from)|rid of|no (?:trace|sign) of|a single|no|"
    r"hardly any(?: of them)?|leaves? no|nothing)(?: (?:any|an?|the|my|your|our|her|his|their|its|single|more|as|so|"
    r"much|many|even|once|ha[sv]e?|had|feel|felt|gets?|got|getting|be|been|is|are|was|were|needs?|needed|takes?|took|taken|use[sd]?|"
    r"lie|in|from|one|of|them|knees?|back|muscles?|foot|feet|legs?|longer|me|her|him|them|experienced?|reported|"
    r"trace|sign|reach(?:es)? for|rely on|come)){0,5} " + _SYMPTOM,
)
# What somebody is kept from, and so no negation, where a claim says that something is limited.
UNABLE = turns(
    r"(?:cannot|can not|can['’]t|could not|couldn['’]t|no longer|unable to)\b",
    r"(?:do|does|did)(?: not|n['’]t) (?:enjoy|go|get|walk|move|work|sleep)\b",
)
# What is harmful does no good.
NO_GOOD = turns(r"(?:do|does|did)(?: not|n['’]t) do (?:\w+ ){1,3}?any good\b", r"(?:is|are)(?: not|n['’]t) good for\b")
# What comes without something, and promises the rest: "relaxes, with hardly any effort".
LITTLE = turns(r"with (?:hardly any|barely any|little|no|minimal) \w+")
