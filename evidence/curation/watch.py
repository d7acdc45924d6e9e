"""New works for a claim: its stored searches, run again where they can be, since the day of the last one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from evidence.curation.reports import CandidateEntry
from evidence.errors import NotAnswered
from evidence.library import Library
from evidence.model import Claim, Reference, Study
from evidence.model.terms import Term
from evidence.registries.agreement import TitleMatch, title_match
from evidence.registries.europepmc import EuropePmc
from evidence.registries.pubmed import PubMed
from evidence.registries.records import Source, Work

__all__ = ["Candidate", "Likely", "Watched", "joined", "watch", "watch_claim"]

# As many as a curator would look through; how many there are in all is told.
_MOST = 50


class Likely(Term):
    """What a candidate seems to be, from the registry's types and its title; in the order in which they are shown."""

    REVIEW = "systematic_review"
    TRIAL = "trial"
    OTHER = "other"


_REVIEW = re.compile(r"\bsystematic(?:[- ]| literature )review|\bmeta-?analys[ie]s\b|\bumbrella review", re.IGNORECASE)
_TRIAL = re.compile(r"\brandomi[sz]ed\b|\bclinical trial\b|\bcontrolled trial\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that the searches of `claims` give and that the library does not hold."""

    work: Work
    likely: Likely
    claims: tuple[str, ...]

    def to_dict(self) -> CandidateEntry:
        """The candidate as JSON shows it."""
        work = self.work
        return {
            "claims": list(self.claims),
            "kind": self.likely.value,
            "title": work.title,
            "authors": [str(author) for author in work.authors],
            "year": max(work.years, default=None),
            "journal": work.journal,
            "doi": work.doi or None,
            "pmid": work.pmid or None,
            "pmcid": work.pmcid or None,
            "registry": work.source.value,
            "address": work.address,
        }


@dataclass(frozen=True, slots=True)
class Watched:
    """What the searches of one claim gave; `failures` are those not run, `cut` those that gave too much."""

    claim: str
    candidates: tuple[Candidate, ...]
    failures: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()


def watch(library: Library, claims: Iterable[Claim], europe_pmc: EuropePmc, pubmed: PubMed) -> Iterator[Watched]:
    """Each claim as its searches are done."""
    for claim in claims:
        yield watch_claim(library, claim, europe_pmc, pubmed)


def watch_claim(library: Library, claim: Claim, europe_pmc: EuropePmc, pubmed: PubMed) -> Watched:
    """The new works for one claim: every query that it has logged, since the day of the last search."""
    since = max((search.on for search in claim.searches), default=claim.reviewed)
    works: list[Work] = []
    failures, cut = [], []
    for query in dict.fromkeys(search.query for search in claim.searches):
        for source in (Source.EUROPE_PMC, Source.PUBMED):
            try:
                found, count = _search(query, since, europe_pmc if source is Source.EUROPE_PMC else pubmed)
            except NotAnswered as error:
                failures.append(f"{source.words} {error.reason}: {query}")
                continue
            works += found
            if count > len(found):
                cut.append(f"{source.words} has {count} for: {query}; the first {len(found)} are shown")
    new = [work for work in _distinct(works) if not _is_held(work, library.studies.values())]
    candidates = tuple(Candidate(work, _likely(work), (claim.id,)) for work in new)
    return Watched(claim.id, candidates, tuple(failures), tuple(cut))


def _search(query: str, since: date, registry: EuropePmc | PubMed) -> tuple[tuple[Work, ...], int]:
    if isinstance(registry, PubMed):
        pmids, count = registry.search(query, most=_MOST, since=since)
        return registry.fetch(pmids), count
    days = f"[{since.isoformat()} TO 3000-12-31]"
    return registry.search(f"({query}) AND (FIRST_PDATE:{days} OR CREATION_DATE:{days})", most=_MOST)


def _distinct(works: Iterable[Work]) -> list[Work]:
    """Each work once, though several registries and queries give it; notices are no works."""
    distinct: list[Work] = []
    for work in works:
        if not work.announces and not any(_same(work, other) for other in distinct):
            distinct.append(work)
    return distinct


def _same(one: Work | Reference, other: Work) -> bool:
    pairs = [(getattr(one, name), getattr(other, name)) for name in ("doi", "pmid", "pmcid")]
    shared = [(ours.lower(), theirs.lower()) for ours, theirs in pairs if ours and theirs]
    if shared:
        return any(ours == theirs for ours, theirs in shared)
    return title_match(one.title, other.title) is TitleMatch.EXACT


def _is_held(work: Work, studies: Iterable[Study]) -> bool:
    return any(_same(study.reference, work) for study in studies)


def _likely(work: Work) -> Likely:
    told = " · ".join((*work.kinds, work.title))
    if _REVIEW.search(told):
        return Likely.REVIEW
    return Likely.TRIAL if _TRIAL.search(told) else Likely.OTHER


def joined(watched: Iterable[Watched]) -> tuple[Candidate, ...]:
    """The candidates of all claims, each once with its claims: reviews first, then trials, the newest first."""
    found: list[Candidate] = []
    for candidate in (one for claim in watched for one in claim.candidates):
        place = next((place for place, other in enumerate(found) if _same(other.work, candidate.work)), None)
        if place is None:
            found.append(candidate)
        else:
            found[place] = replace(found[place], claims=(*found[place].claims, *candidate.claims))
    order = list(Likely)
    return tuple(sorted(found, key=lambda one: (order.index(one.likely), -max(one.work.years, default=0))))
