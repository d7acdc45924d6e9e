"""Turns of phrase that ask, or put a view into somebody's mouth; our own lists, for text in lower case."""

import re

from evidence.drafts.turns import turns

__all__ = ["ASKS", "NO_VIEW", "OWN", "QUOTES", "REPORTS", "RESEARCH"]

ASKS = re.compile(
    r"\?[\"'”’»)\]]*\s*$|^\W*(?:(?:i|we|you may|you might|many) (?:wonder|ask)\w* (?:whether|if|why|how)|"
    r"whether\b[^,]*$|(?:the question|what matters) is (?:whether|if)\b|(?:ever|have you ever) wondered\b)"
)

_SAYING = (
    "(?:say|claim|believe|think|hold|maintain|insist|swear|tell|promise|assure|warn|advertise|assert|argue|explain|"
    "teach|preach|state|report|write|declare|announce|suspect|recommend|contend|reckon|feel|advise|consider|"
    "tout|boast|vow|opine|suppose|assume|complain|repeat|remark|note|point out|points out|object)"
)
_SAID = (
    "(?:said|told|thought|held|taught|swore|wrote|felt|believed|claimed|maintained|insisted|promised|assured|warned|"
    "advertised|asserted|argued|explained|stated|reported|declared|announced|recommended|suspected)"
)
_HELD = (
    "(?:said|believed|thought|claimed|supposed|reputed|rumou?red|alleged|reported|touted|advertised|praised|sold|"
    "marketed|credited|held|considered|promoted|recommended|billed|hailed|regarded)"
)
_HEARERS = r"(?:\s+(?:me|us|you|him|her|them|his|their|its|to|people|clients|patients|guests|readers|followers)\b)*"
# "The claim that", "wrong to say that": nobody says so.
_NOT_A_NOUN = r"(?<!\bto )(?<!\bthe )(?<!\bthis )(?<!\bany )(?<!\bof )(?<!\bnot )"

REPORTS = turns(
    r"according to\b(?!\s+(?:\w+\s+){0,4}(?:stud|trial|review|research|evidence|meta|data|figures))",
    rf"(?:is|are|was|were|been|be|being) (?:\w+ly |often |still )?{_HELD}\b",
    r"(?:allegedly|supposedly|purportedly|reportedly)\b",
    r"as the saying goes\b",
    r"they say\b",
    r"reputation (?:for|of|as)\b",
    r"(?<!\bto )credit(?:s|ed)?\b(?=.*\bwith\b)",
    r"puts? (?:it|this) down to\b",
    r"(?:fond of|keeps?|love|likes?) (?:calling|saying|repeating|telling)\b",
    r"(?<!\bto )(?<!\bis )(?<!\bare )call(?:s|ed) (?:\w+ ){1,3}?(?:an?|the|one)\b",
    r"attribut(?:e|es|ed|ing)\b(?=.*\bto\b)",
    r"if (?:you|one) (?:believe|trust|listen to)\b",
    r"would have (?:you|us) believe\b",
    r"(?:common|popular|widespread|received|old|folk) (?:belief|view|opinion|wisdom)\b",
    r"(?:rumou?r|legend|tradition|folklore|word) has it\b",
    r"in (?:my|his|her|their|our|some|the|(?:\w+ ){0,2}\w+['’]s?) (?:opinion|view|eyes|experience)\b(?! that)",
    rf"{_NOT_A_NOUN}{_SAYING}(?:s|es|ing)?\b{_HEARERS}\s+that\b",
    rf"{_SAID}\b{_HEARERS}\s+that\b",
    r"(?:regards?|praises?|describes?|touts?|advertises?|hails?) (?:\w+ ){1,5}?as (?:an?|the)\b",
    r"(?<!\bto )speaks? of\b",
    r"(?:has|have|had) (?:heard|read|been told)\b",
    r"theory\b[^,.]{0,40} has it\b",
    r"(?<!\bto )blames?\b(?=.*\bfor\b)",
    r"(?:is|are|was|were|am) (?:\w+ )?(?:convinced|certain|sure|persuaded|adamant)\b",
    r"(?:tells?|told|telling) (?:me|us|you|his|her|their|its|our|everyone|everybody|anyone|runners|people|clients|"
    r"patients)\b",
    r"(?:likes?|loves?|used|tends?|go on) to (?:say|think|believe|claim|tell|warn|insist|swear|argue)\b",
    r"assure[sd]? (?:me|us|you)\b",
    r"(?:spoke|talked|listened|went|turned|go) to (?:says?|said|swears?|claims?|insists?|believes?|thinks?)\b",
    rf"{_NOT_A_NOUN}(?:says?|said|claims?|swears?|insists?|promises?|advertises?|believes?|thinks?)\b",
    keys="according said believed thought claimed supposed reputed rumoured rumored alleged reported touted "
    "advertised praised sold marketed credited held considered promoted recommended billed hailed "
    "regarded allegedly supposedly purportedly reportedly saying say reputation down calling repeating "
    "telling called calls attributes listen trust belief view opinion wisdom rumour rumor legend "
    "tradition folklore word eyes experience think hold maintain insist swear tell promise assure warn "
    "advertise assert argue explain teach preach state report write declare announce suspect recommend "
    "contend reckon feel advise consider tout boast vow opine suppose assume complain repeat remark note "
    "point object told taught swore wrote felt maintained regards praises describes hails speaks heard "
    "read theory blames convinced certain sure persuaded adamant",
)
QUOTES = re.compile(r"[“\"«][^”\"»]{12,}[”\"»]")
# What looks like telling of a view and is none.
NO_VIEW = turns(
    r"(?:than|as) (?:most |many |some )?(?:people|you|we|they|one) (?:\w+ )?(?:thinks?|believes?|says?|imagine|"
    r"thought)\b",
    r"contrary to [^,.]*",
    r"(?:whatever|no matter what|despite what|regardless of what) [^,]*",
    r"(?:you|one) (?:can|could|may|might) (?:say|claim|think)\b",
    r"(?:think(?:s|ing)?|thought) of\b",
    r"(?:not|n['’]t|never|hardly|rarely|seldom) (?:even )?(?:says?|claims?|thinks?|believes?|tells?)\b",
    r"i used to (?:say|think|believe|claim)\b",
    r"whether or not (?:you|one|people) (?:believes?|thinks?)\b",
    r"wishful thinking\b",
    r"(?:a|no|much|the|some) say\b",
    r"as (?:the|its) [^,]{1,30}? tells (?:us|you)\b",
    r"as (?:my|our|the|an?|any) [\w ]{1,40}? (?:says?|said|used to say|(?:likes?|liked) to say)\b",
    r"(?:even )?if you (?:do not|don['’]t) believe\b",
    keys="think thought believe say said imagine claim tell contrary whatever matter despite regardless wishful",
)
# Who reports results is not somebody with a view.
RESEARCH = turns(
    r"(?:stud(?:y|ies)|trials?|research(?:ers)?|reviews?|meta-analys[ie]s|evidence|data|scientists|science|findings|"
    r"experiments?|results|authors|participants|literature)\b"
)
# A speaker's own view is an assertion.
OWN = turns(r"(?:i|we) (?:\w+ly )?(?:think|believe|say|doubt|find|know that|suspect|hold|maintain|blame)\b")
