"""A claim, and a piece of a sentence, as matching sees them: words by their stems, and concepts by slot."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from evidence.drafts.slots import Held, Lexicon, Meaning, Said, held
from evidence.model import Claim, Slot
from evidence.words import Stems, stems

__all__ = ["LIGHT", "Profile", "Reading", "profile"]

# Common words that tell little about what a sentence is about; they are weighed as next to nothing.
LIGHT = frozenset(
    stems(
        """
        about above actually adult adults after again all almost alone along already also although always am among
        another any anybody anyone anything around ask away back because become becomes been before begin being best
        better between big both bring called came certain clear clearly come comes common completely day days did
        different doing done down during each either else enough especially even ever every everybody everyone
        everything evidence far fast feel feels felt few find first follow found full further gave generally get
        gets getting give given gives go goes going gone good got great had half hard having he her here herself
        highly him himself his however idea important indeed instead it's itself just keep keeps kept kind know
        known large last later least leave left less let like likely little long look lot made main mainly make
        makes making man many matter mean means men merely more most mostly much must myself near nearly need needs
        never new next no nobody none nor not nothing now number off often old once one only other others otherwise
        out over own part patient patients people perhaps person place plenty point possible probably put quite
        rather ready real really result results right said same say says see seem seems seen several shall she
        should show shown shows side simply since small some somebody someone something sometimes soon sort still
        studies study such sure take taken takes tell than thanks that's themselves these they thing things think
        those though thought through thus time times together told too took towards true truly try turn turns two
        under until up upon us use used using usual usually various very want way ways we week weeks well went were
        whatever where whether while who whole whom whose why within without woman women work works worth year years
        yet
        """
    )
)

# A concept belongs to a claim when at least one in so many of its texts names it; else it was said in passing.
_ONE_IN = 10

# A figure by itself: not that in a name such as IL-6 or SF-36, nor a year.
_NUMBER = re.compile(r"(?<![\w-])(?!(?:19|20)\d\d\b)\d+(?:[.,]\d+)?(?![\w-])")


class Reading(NamedTuple):
    """A text as matching sees it: what it names, each of its stems once, each of its concepts (`#id`), and itself."""

    held: Held
    stems: Stems
    concepts: tuple[str, ...]
    text: str

    @classmethod
    def of(cls, text: str, run: Stems, lexicon: Lexicon, topic: int = 0) -> "Reading":
        """The reading of a text that has these stems, where concepts of `topic` go without saying."""
        said = lexicon.said(run)
        found = held(said)
        understood = Held(found.named, found.broader | topic & ~found.named)
        return cls(understood, tuple(dict.fromkeys(run)), _concepts(said), text)

    @property
    def figures(self) -> frozenset[str]:
        """The figures in the text; few claims ask for them."""
        return frozenset(_NUMBER.findall(self.text))


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim as matching sees it; sets of concepts are bits of the lexicon.

    `texts` are the tokens (stems, and concepts as `#id`) of its statement, its phrasings and its question, `tokens` how
    many texts hold each;
    `asked` are the concepts of statement and question, `known` those of all its texts, `usual` those of one text in ten
    and those asked, `sites` the statement's.
    """

    claim: Claim
    texts: tuple[tuple[str, ...], ...]
    tokens: Mapping[str, int]
    exposure: int
    outcome: int
    statement: int
    sites: int
    asked: int
    known: int
    usual: int
    numbers: frozenset[str]


def profile(claim: Claim, lexicon: Lexicon) -> Profile:
    """The profile of a claim."""
    question = claim.question
    population, exposure, outcome = (
        held(lexicon.meanings(stems(text))) for text in (question.population, question.intervention, question.outcome)
    )
    asked = f"{question.population} {question.intervention} {question.outcome}"
    runs = [stems(text) for text in (claim.statement, *claim.phrasings, asked)]
    meanings = [lexicon.meanings(run) for run in runs]
    texts = tuple([(*dict.fromkeys(run), *_concepts(found)) for run, found in zip(runs, meanings, strict=True)])
    stated = held(meanings[0])
    tokens = Counter(chain.from_iterable(texts))
    things = lexicon.things
    wanted = population.all | exposure.all | outcome.all | stated.all
    return Profile(
        claim,
        texts=texts,
        tokens=tokens,
        exposure=exposure.named & things,
        outcome=outcome.named & things,
        statement=stated.named & things,
        sites=stated.all & lexicon.slots[Slot.SITE],
        asked=wanted,
        known=held(chain.from_iterable(meanings)).all,
        usual=wanted | _often(tokens, len(texts), lexicon),
        numbers=frozenset(_NUMBER.findall(claim.statement)),
    )


def _often(tokens: Mapping[str, int], count: int, lexicon: Lexicon) -> int:
    found = 0
    for token, times in tokens.items():
        if token[0] == "#" and times * _ONE_IN >= count:
            found |= lexicon.bits[token[1:]]
    return found


def _concepts(said: Iterable[Said | Meaning]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable([one.tokens for one in said])))
