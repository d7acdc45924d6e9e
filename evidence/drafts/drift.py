"""Two drafts of one text: which claims are told more surely, less surely, are new, or are gone."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from evidence.drafts.entries import ChangeEntry
from evidence.drafts.report import CheckedSentence, Match, Polarity, Report
from evidence.drafts.wording import Strength, heard

__all__ = ["Change", "Drift", "drift"]


class Drift(StrEnum):
    """What became of a claim from one draft to the next."""

    STRONGER = "stronger"
    WEAKER = "weaker"
    TURNED = "turned"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a claim: the sentence that made it `before`, and the one that makes it `after`, if any."""

    claim: str
    drift: Drift
    before: CheckedSentence | None
    after: CheckedSentence | None

    def to_dict(self) -> ChangeEntry:
        """The change as JSON shows it."""
        return {
            "claim": self.claim,
            "drift": self.drift.value,
            "before": self.before.to_dict() if self.before else None,
            "after": self.after.to_dict() if self.after else None,
        }


@dataclass(frozen=True, slots=True)
class _Saying:
    """A sentence that says a claim: that it is so, or that it is not, and how surely."""

    sentence: CheckedSentence
    polarity: Polarity
    strength: Strength

    @property
    def said(self) -> tuple[str, Polarity, Strength]:
        """What makes it the same saying in another draft."""
        return self.sentence.text, self.polarity, self.strength


def drift(before: Report, after: Report) -> tuple[Change, ...]:
    """What became of the claims that the writer makes, in the order of the later draft, those that are gone at the end.

    Of a claim that a draft makes several times, sentences that stand in both drafts are left out, and the others
    compared in their order. A sentence that came on top is told where it says more than any did before; asking and
    reporting are not making.
    """
    old, new = _sayings(before), _sayings(after)
    changes = [change for claim, sayings in new.items() for change in _changes(claim, old.get(claim, []), sayings)]
    gone = [Change(claim, Drift.GONE, _surest(said).sentence, None) for claim, said in old.items() if claim not in new]
    return (*changes, *gone)


def _changes(claim: str, old: list[_Saying], new: list[_Saying]) -> Iterator[Change]:
    if not old:
        yield Change(claim, Drift.NEW, None, _surest(new).sentence)
        return
    former, latter = _without(old, new), _without(new, old)
    for one, other in zip(former, latter, strict=False):
        if kind := _kind(one, other):
            yield Change(claim, kind, one.sentence, other.sentence)
    for other in latter[len(former) :]:
        nearest = min(old, key=lambda one: (one.polarity is not other.polarity, -one.strength))
        if (kind := _kind(nearest, other)) and kind is not Drift.WEAKER:
            yield Change(claim, kind, nearest.sentence, other.sentence)


def _kind(old: _Saying, new: _Saying) -> Drift | None:
    if old.polarity is not new.polarity:
        return Drift.TURNED
    if old.strength == new.strength:
        return None
    return Drift.STRONGER if new.strength > old.strength else Drift.WEAKER


def _without(sayings: list[_Saying], others: list[_Saying]) -> list[_Saying]:
    """Those that are not among the others, each of which stands for one."""
    same = Counter(one.said for one in others)
    rest = []
    for one in sayings:
        if same[one.said]:
            same[one.said] -= 1
        else:
            rest.append(one)
    return rest


def _surest(sayings: list[_Saying]) -> _Saying:
    return max(sayings, key=lambda one: one.strength)


def _sayings(report: Report) -> dict[str, list[_Saying]]:
    found: dict[str, list[_Saying]] = {}
    for claim, saying in _each(report):
        found.setdefault(claim, []).append(saying)
    return found


def _each(report: Report) -> Iterator[tuple[str, _Saying]]:
    for sentence in report.sentences:
        for match in sentence.matches:
            if match.polarity in {Polarity.ASSERTS, Polarity.DENIES}:
                yield match.claim, _Saying(sentence, match.polarity, _strength(sentence, match))


def _strength(sentence: CheckedSentence, match: Match) -> Strength:
    return heard(sentence.text, match.start - sentence.start, match.end - sentence.start).strength
