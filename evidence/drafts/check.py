"""A draft against a library: sentence by sentence what holds, what is overstated, what nobody knows."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial

from evidence.drafts.context import Before, in_context
from evidence.drafts.draft import Draft, Ignore
from evidence.drafts.findings import judge
from evidence.drafts.markup import draft_of
from evidence.drafts.matching import Matcher
from evidence.drafts.numbers import judge_numbers, quantities
from evidence.drafts.pitfalls import judge_wording
from evidence.drafts.report import CheckedSentence, Coverage, Finding, Match, Polarity, Report
from evidence.drafts.sources import behind, named_keys, names_source
from evidence.drafts.support import judge_support
from evidence.drafts.wording import heard
from evidence.library import Library
from evidence.model import Study, Verdict
from evidence.sentences import Span

__all__ = ["Checker", "check", "report_on"]

# What is longer is no sentence but data, or a text without full stops.
_MOST_CHARACTERS = 2000
_LEAST_WORDS = 2
# How many sentences of a draft are remembered with what was found.
_MEMO = 20_000

_LETTERS = re.compile(r"[^\W\d_]{2,}")


def check(draft: Draft | str, library: Library) -> Report:
    """What there is to say of every sentence of a draft, or of a text in Markdown.

    Nothing is read, written or asked of anybody: the same draft and the same library always give the same report.
    """
    if isinstance(draft, str):
        draft = draft_of(draft)
    return report_on(draft, library, tuple(Checker(library).sentences(draft)))


def report_on(draft: Draft, library: Library, checked: tuple[CheckedSentence, ...]) -> Report:
    """The report on a draft, given all its sentences, checked with a library."""
    version, on = _edition(library)
    return Report(draft.name, version, on, _coverage(checked), checked, draft.approximate)


@lru_cache(maxsize=4)
def _matcher(library: Library) -> Matcher:
    """Built once for a library."""
    return Matcher(library)


@lru_cache(maxsize=4)
def _edition(library: Library) -> tuple[str, str]:
    """A digest of all that findings are made from, and the day of the latest review."""
    digest = hashlib.sha256()
    for claim in library.claims.values():
        cited = ",".join(study.key for study in library.studies_of(claim))
        said = (claim.statement, claim.verdict, claim.certainty, claim.size, claim.answer, claim.wording, cited)
        digest.update("\x1f".join(map(str, (claim.id, *said))).encode())
    reviewed = max((claim.reviewed.isoformat() for claim in library.claims.values()), default="")
    return digest.hexdigest()[:12], reviewed


def _coverage(checked: tuple[CheckedSentence, ...]) -> Coverage:
    skipped = sum(1 for sentence in checked if sentence.skipped)
    matched = sum(1 for sentence in checked if sentence.matches)
    ignored = sum(1 for sentence in checked if sentence.ignored)
    return Coverage(len(checked), matched, len(checked) - matched - skipped, skipped, ignored)


class Checker:
    """Goes through one draft with one library, and remembers what it said of a sentence: long texts repeat theirs."""

    def __init__(self, library: Library) -> None:
        remembered = lru_cache(maxsize=_MEMO)
        self._matcher = _matcher(library)
        self._carried = remembered(self._matcher.carried)
        self._match = remembered(self._matcher.match_carrying)
        self._nearest = remembered(self._matcher.nearest)
        self._findings = remembered(partial(_findings, library))

    def sentences(self, draft: Draft, wanted: Callable[[int], bool] = lambda start: True) -> Iterator[CheckedSentence]:
        """Every sentence of the draft's prose, checked, or those whose offset in the draft is `wanted`."""
        ignored = _Ignored(draft.ignores)
        for span, before in in_context(draft.prose):
            if wanted(span.start):
                yield self._sentence(draft, span, before, ignored.reason(span))

    def _sentence(self, draft: Draft, span: Span, before: Before, ignored: str) -> CheckedSentence:
        skipped = _skipped(span.text)
        found = () if skipped else self._match(span.text, self._carried(span.text, before))
        begin, end = draft.place(span.start), draft.place(span.end)
        return CheckedSentence(
            text=draft.text[span.start : span.end],
            start=span.start,
            end=span.end,
            line=begin.line,
            column=begin.column,
            end_line=end.line,
            end_column=end.column,
            matches=tuple(_moved(match, span.start) for match in found),
            findings=() if skipped else self._findings(span.text, behind(draft, span.start, span.end), found),
            nearest=() if skipped or found else self._nearest(span.text),
            skipped=skipped,
            ignored=ignored,
        )


def _findings(library: Library, text: str, given: str, found: tuple[Match, ...]) -> tuple[Finding, ...]:
    """The gravest first, equally grave ones as they stand in the sentence.

    Asking and telling of somebody's view are not judged as the writer's own words. `given` is the sentence as the
    writer gave it, with what stands behind it.
    """
    own = tuple(match for match in found if match.polarity in {Polarity.ASSERTS, Polarity.DENIES})
    by_place = sorted(found, key=lambda match: match.start)
    findings = [finding for match in by_place for finding in _match_findings(library, text, match)]
    if own or not found:
        findings += _figures(library, text, given, own)
        findings += _wording(text, given, judged=bool(own))
    once = dict.fromkeys(findings)
    return tuple(sorted(once, key=lambda finding: -finding.level.gravity))


def _match_findings(library: Library, text: str, match: Match) -> Iterator[Finding]:
    sounds = heard(text, match.start, match.end)
    if finding := judge(match, sounds, library):
        yield finding
    if match.polarity is Polarity.ASSERTS:
        yield from judge_support(text, library.claim(match.claim), sounds, library)


def _figures(library: Library, text: str, given: str, own: tuple[Match, ...]) -> Iterator[Finding]:
    """Figures are held against the study that the writer names, else against those behind the claims."""
    if not any(quantities(text)):
        return
    named = [library.studies[key] for key in named_keys(given) if key in library.studies]
    claims = [library.claim(match.claim) for match in own]
    if named:
        yield from judge_numbers(text, tuple(named))
    elif claims and not names_source(given) and all(claim.verdict is not Verdict.UNVERIFIABLE for claim in claims):
        studies: dict[str, Study] = {s.key: s for claim in claims for s in library.studies_of(claim)}
        yield from judge_numbers(text, tuple(studies.values()))


def _wording(text: str, given: str, *, judged: bool) -> Iterator[Finding]:
    """What pitfalls there are; whether a figure has a source is settled already where the sentence makes a claim."""
    for finding in judge_wording(text, lambda: names_source(given)):
        if not (judged and finding.rule == "unsourced-statistic"):
            yield finding


def _skipped(text: str) -> str:
    if len(text) > _MOST_CHARACTERS:
        return f"longer than {_MOST_CHARACTERS:,} characters: no sentence"
    if len(_LETTERS.findall(text)) < _LEAST_WORDS:
        return "fewer than two words"
    return ""


def _moved(match: Match, by: int) -> Match:
    """The match with offsets in the draft."""
    return Match(match.claim, match.probability, match.polarity, match.why, match.start + by, match.end + by)


@dataclass(slots=True)
class _Ignored:
    """Hands out the reasons for sentences in their order, so that a draft full of comments takes no longer."""

    ignores: Iterable[Ignore]
    _waiting: list[Ignore] = field(init=False)

    def __post_init__(self) -> None:
        reasoned = [ignore for ignore in self.ignores if ignore.reason]
        self._waiting = sorted(reasoned, key=lambda ignore: ignore.start, reverse=True)

    def reason(self, span: Span) -> str:
        """Why the sentence is to be ignored; empty when it is not."""
        while self._waiting and self._waiting[-1].end <= span.start:
            self._waiting.pop()
        covering = self._waiting and self._waiting[-1].start < span.end
        return self._waiting[-1].reason if covering else ""
