"""Which way results point, counted by study: what can still be said where figures cannot be pooled.

Synthesis Without Meta-analysis (Campbell et al., BMJ 2020;368:l6890) with the effect direction of Thomson and Thomas
(Res Synth Methods 2013;4:95-101), as revised by Hilton Boon and Thomson (2021;12:29-33): the side of the estimate
counts, not whether it is significant.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from evidence.library import Library
from evidence.model import Claim, Favours, Question, Result
from evidence.results import side
from evidence.synthesis.orientation import is_turned
from evidence.synthesis.pools import Named, named_results

__all__ = ["Direction", "Directions", "SignTest", "StudyDirection", "directions", "of_result", "sign_test"]

# Of several results of one study, this share must point one way for the study to do so (Thomson and Thomas 2013).
_AGREEING = 0.7


class Direction(StrEnum):
    """On which side of no effect a result lies, seen from the side that the claim asks about."""

    BETTER = "better"
    WORSE = "worse"
    SPLIT = "split"
    NOT_TOLD = "not_told"

    @property
    def words(self) -> str:
        """The direction as it is shown to a reader."""
        return self.value.replace("_", " ")

    @property
    def sign(self) -> str:
        """An arrow for a table."""
        return {"better": "▲", "worse": "▼", "split": "◄►", "not_told": "?"}[self.value]


@dataclass(frozen=True, slots=True)
class SignTest:
    """How many studies point each way, and the two-sided p of as uneven a split where both ways are as likely."""

    better: int
    worse: int
    p: float | None


@dataclass(frozen=True, slots=True)
class StudyDirection:
    """A study, all its reports together, and the direction of its results.

    `counts` says whether it is in the sign test: not where comparator or outcome differ from the claim's on all its
    results, for then it answers another question; people or dose that differ do not turn a direction round.
    """

    studies: tuple[str, ...]
    results: tuple[Direction, ...]
    counts: bool

    @property
    def direction(self) -> Direction:
        """The direction in which seven tenths or more of the told results point, else split; not told where none is."""
        told = [result for result in self.results if result in {Direction.BETTER, Direction.WORSE}]
        if not told:
            return Direction.NOT_TOLD
        better = told.count(Direction.BETTER) / len(told)
        if better >= _AGREEING:
            return Direction.BETTER
        return Direction.WORSE if 1 - better >= _AGREEING else Direction.SPLIT


@dataclass(frozen=True, slots=True)
class Directions:
    """The direction of each primary study of a claim, and the sign test over those that point one way."""

    studies: tuple[StudyDirection, ...]
    sign_test: SignTest


def directions(claim: Claim, library: Library) -> Directions:
    """The directions of a claim's primary studies; reviews are left out, for they count these studies again."""
    primary = (named for named in named_results(claim, library) if not named.study.appraisal.design.is_synthesis)
    studies = tuple(_by_study(primary, claim.question))
    found = [study.direction for study in studies if study.counts]
    return Directions(studies, sign_test(found.count(Direction.BETTER), found.count(Direction.WORSE)))


def _by_study(named: Iterable[Named], question: Question) -> Iterable[StudyDirection]:
    groups: list[list[Named]] = []
    for one in named:
        same = next((group for group in groups if one.study.key in group[0].reports), None)
        if same is None:
            groups.append([one])
        else:
            same.append(one)
    return [_of_study(group, question) for group in groups]


def _of_study(group: list[Named], question: Question) -> StudyDirection:
    fitting = [one for one in group if not (one.citation.directness.comparator or one.citation.directness.outcome)]
    keys = dict.fromkeys(one.study.key for one in group)
    told = tuple(of_result(one.result, question) for one in fitting or group)
    return StudyDirection(tuple(keys), told, counts=bool(fitting))


def of_result(result: Result, question: Question) -> Direction:
    """On which side a result lies: by the sign of its estimate, else by the side that the record says it favours.

    A record that says `neither` without an estimate does not tell: no significant difference has a side too.
    """
    favours = result.favours if result.favours is Favours.NOT_APPLICABLE else side(result) or result.favours
    if favours not in {Favours.INTERVENTION, Favours.COMPARATOR}:
        return Direction.NOT_TOLD
    is_better = (favours is Favours.INTERVENTION) != is_turned(result, question)
    return Direction.BETTER if is_better else Direction.WORSE


def sign_test(better: int, worse: int) -> SignTest:
    """The exact two-sided sign test (Cochrane Handbook 12.2.1.3); no p where no study points either way."""
    total = better + worse
    if not total:
        return SignTest(0, 0, None)
    tail = sum(math.comb(total, count) for count in range(min(better, worse) + 1)) / 2**total
    return SignTest(better, worse, min(1.0, 2 * tail))
