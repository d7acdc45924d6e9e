"""Two drafts of one text: which claims are told more surely, less surely, are new, or are gone."""

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
    """The surest that a draft says a claim: that it is so, or that it is not."""

    sentence: CheckedSentence
    polarity: Polarity
    strength: Strength


def drift(before: Report, after: Report) -> tuple[Change, ...]:
    """What became of the claims that the writer makes, in the order of the later draft, those that are gone at the end.

    A claim that a draft makes several times counts as the surest of them; asking and reporting are not making.
    """
    old, new = _sayings(before), _sayings(after)
    changes = [_change(claim, old.get(claim), saying) for claim, saying in new.items()]
    gone = [Change(claim, Drift.GONE, saying.sentence, None) for claim, saying in old.items() if claim not in new]
    return (*(change for change in changes if change), *gone)


def _change(claim: str, old: _Saying | None, new: _Saying) -> Change | None:
    if old is None:
        return Change(claim, Drift.NEW, None, new.sentence)
    if old.polarity is not new.polarity:
        return Change(claim, Drift.TURNED, old.sentence, new.sentence)
    if old.strength == new.strength:
        return None
    kind = Drift.STRONGER if new.strength > old.strength else Drift.WEAKER
    return Change(claim, kind, old.sentence, new.sentence)


def _sayings(report: Report) -> dict[str, _Saying]:
    found: dict[str, _Saying] = {}
    for claim, saying in _each(report):
        if claim not in found or saying.strength > found[claim].strength:
            found[claim] = saying
    return found


def _each(report: Report) -> Iterator[tuple[str, _Saying]]:
    for sentence in report.sentences:
        for match in sentence.matches:
            if match.polarity in {Polarity.ASSERTS, Polarity.DENIES}:
                yield match.claim, _Saying(sentence, match.polarity, _strength(sentence, match))


def _strength(sentence: CheckedSentence, match: Match) -> Strength:
    return heard(sentence.text, match.start - sentence.start, match.end - sentence.start).strength
