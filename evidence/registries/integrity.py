"""Whether a work still stands, from the notices that registries list. Pure.

A registry that lists nothing does not say that there is nothing: a work is *clear* only on a day, and only when two of
those that tell of notices were asked and listed none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from evidence.model import Integrity
from evidence.registries.records import Notice, NoticeKind, Source, Work

__all__ = ["Standing", "standing"]

# What each registry tells of; its silence on anything else says nothing.
_TELLS = {
    Source.CROSSREF: frozenset(NoticeKind),
    Source.PUBMED: frozenset(NoticeKind) - {NoticeKind.REINSTATEMENT},
    Source.EUROPE_PMC: frozenset(NoticeKind) - {NoticeKind.REINSTATEMENT},
    Source.OPENALEX: frozenset({NoticeKind.RETRACTION}),
}
_GRAVITY = (Integrity.CLEAR, Integrity.CORRECTED, Integrity.CONCERN, Integrity.RETRACTED)
_KIND = {Integrity.RETRACTED: NoticeKind.RETRACTION, Integrity.CONCERN: NoticeKind.CONCERN}
_LEAST_ASKED = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """What the registries together say: the gravest status that one of them gives, and each one's own.

    `disputed` when a retraction or a concern stands in one and not in another that tells of such; `reinstated` when a
    retraction was taken back.
    """

    status: Integrity
    by_source: tuple[tuple[Source, Integrity], ...] = ()
    notices: tuple[Notice, ...] = ()
    disputed: bool = False
    reinstated: bool = False

    @property
    def asked(self) -> str:
        """Who was asked, and who says what where they differ: what is stored as the source of a status."""
        if self.disputed:
            return "; ".join(f"{source.words}: {status.words}" for source, status in self.by_source) + " (disputed)"
        sources = ", ".join(source.words for source, _ in self.by_source)
        return f"{sources} (reinstated)" if self.reinstated else sources


def standing(works: Iterable[Work]) -> Standing:
    """The standing of one publication, from the works by which registries know it."""
    works = tuple(works)
    by_source = tuple((work.source, _status(work.notices)) for work in works)
    statuses = [status for _, status in by_source]
    gravest = max(statuses, key=_GRAVITY.index, default=Integrity.CLEAR)
    full = sum(_TELLS[work.source] >= _TELLS[Source.PUBMED] for work in works)
    if gravest is Integrity.CLEAR and (full == 0 or len(works) < _LEAST_ASKED):
        gravest = Integrity.NOT_CHECKED
    return Standing(
        status=gravest,
        by_source=by_source,
        notices=tuple(dict.fromkeys(notice for work in works for notice in work.notices)),
        disputed=_disputed(by_source, gravest),
        reinstated=any(_reinstated(work.notices) for work in works),
    )


def _status(notices: tuple[Notice, ...]) -> Integrity:
    """What one registry's notices come to."""
    kinds = {notice.kind for notice in notices}
    if NoticeKind.RETRACTION in kinds and not _reinstated(notices):
        return Integrity.RETRACTED
    if NoticeKind.CONCERN in kinds:
        return Integrity.CONCERN
    return Integrity.CORRECTED if kinds else Integrity.CLEAR  # a reinstated work is one to look at, not a clear one


def _reinstated(notices: tuple[Notice, ...]) -> bool:
    """Whether the last word is a reinstatement. One without a day can only follow a retraction."""
    back = [notice.on or date.max for notice in notices if notice.kind is NoticeKind.REINSTATEMENT]
    out = [notice.on or date.min for notice in notices if notice.kind is NoticeKind.RETRACTION]
    return bool(back) and max(back) >= max(out, default=date.min)


def _disputed(by_source: tuple[tuple[Source, Integrity], ...], gravest: Integrity) -> bool:
    kind = _KIND.get(gravest)
    telling = [status for source, status in by_source if kind in _TELLS[source]]
    return kind is not None and any(_GRAVITY.index(status) < _GRAVITY.index(gravest) for status in telling)
