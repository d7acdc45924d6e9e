"""Claims, studies and articles joined: immutable, with look-ups both ways."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType
from typing import Protocol, TypeVar

from evidence.errors import UnknownId
from evidence.identifiers import doi
from evidence.model import Article, Claim, Concept, Heading, Intervention, Study, Threshold, Topic
from evidence.problems import Problem

__all__ = ["Library", "nearest"]


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_HasId)
_Value = TypeVar("_Value")


@dataclass(frozen=True, eq=False)
class Library:
    """All records of one library.

    Records that could not be read are not in it; what was wrong with them stands in `problems`. Withdrawn records stay
    and can be looked up by id, but are left out of `claims` and of everything that is counted.
    """

    articles: Mapping[str, Article] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    all_claims: Mapping[str, Claim] = field(default_factory=dict)
    studies: Mapping[str, Study] = field(default_factory=dict)
    concepts: tuple[Concept, ...] = ()
    headings: tuple[Heading, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(
        cls,
        *,
        articles: Iterable[Article] = (),
        topics: Iterable[Topic] = (),
        claims: Iterable[Claim] = (),
        studies: Iterable[Study] = (),
        concepts: Iterable[Concept] = (),
        headings: Iterable[Heading] = (),
        interventions: Iterable[Intervention] = (),
        thresholds: Iterable[Threshold] = (),
        problems: Iterable[Problem] = (),
    ) -> "Library":
        """A library of these records, claims in the order of their topics and then of their ids."""
        topics = tuple(topics)
        place = {topic.id: index for index, topic in enumerate(topics)}
        ordered = sorted(claims, key=lambda claim: (place.get(claim.topic, len(place)), claim.id))
        return cls(
            articles=_by_id(articles),
            topics=_by_id(topics),
            all_claims=_by_id(ordered),
            studies=MappingProxyType({study.key: study for study in sorted(studies, key=lambda study: study.key)}),
            concepts=tuple(concepts),
            headings=tuple(headings),
            interventions=tuple(interventions),
            thresholds=tuple(thresholds),
            problems=tuple(sorted(problems)),
        )

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims that stand, by id."""
        return MappingProxyType({id: claim for id, claim in self.all_claims.items() if claim.withdrawn is None})

    @cached_property
    def _replaced(self) -> Mapping[str, str]:
        """The key that a study has now, by each key that it had before."""
        return {old: key for key, study in self.studies.items() for old in study.appraisal.aliases}

    @cached_property
    def _citing(self) -> Mapping[str, tuple[Claim, ...]]:
        citing: dict[str, tuple[Claim, ...]] = {}
        for claim in self.claims.values():
            for key in dict.fromkeys(citation.study for citation in claim.citations):
                citing[key] = (*citing.get(key, ()), claim)
        return citing

    @cached_property
    def _with_doi(self) -> Mapping[str, Study]:
        return {study.reference.doi: study for study in self.studies.values() if study.reference.doi}

    def claim(self, id: str) -> Claim:
        """The claim of that id, standing or withdrawn.

        Raises:
            UnknownId: when there is none; it names the nearest.
        """
        return _look_up("claim", id, self.all_claims)

    def study(self, key: str) -> Study:
        """The study of that citation key, also when it had that key before.

        Raises:
            UnknownId: when there is none; it names the nearest.
        """
        return _look_up("study", key if key in self.studies else self._replaced.get(key, key), self.studies)

    def study_with_doi(self, text: str) -> Study:
        """The study whose reference has this DOI, in any of its usual spellings.

        Raises:
            InvalidIdentifier: when `text` is not a DOI.
            UnknownId: when no study has it; none is named as near, for DOIs that look alike have nothing in common.
        """
        wanted = doi(text)
        if wanted not in self._with_doi:
            raise UnknownId("study with the DOI", wanted)
        return self._with_doi[wanted]

    def article(self, id: str) -> Article:
        """The article of that id, or of the one id that begins like this (`000`).

        Raises:
            UnknownId: when there is none, or more than one.
        """
        beginning = [known for known in self.articles if known.startswith(id)]
        return _look_up("article", beginning[0] if len(beginning) == 1 else id, self.articles)

    def topic(self, id: str) -> Topic:
        """The topic of that id.

        Raises:
            UnknownId: when there is none; it names the nearest.
        """
        return _look_up("topic", id, self.topics)

    def claims_citing(self, key: str) -> tuple[Claim, ...]:
        """The claims that rest on the study of that key."""
        return self._citing.get(key, ())

    def claims_in(self, article: str) -> tuple[Claim, ...]:
        """The claims that appear in the article of that id."""
        return tuple(
            claim for claim in self.claims.values() if any(seen.article == article for seen in claim.appearances)
        )

    def studies_of(self, claim: Claim) -> tuple[Study, ...]:
        """The studies that a claim cites, in its order, each once; keys that lead nowhere are passed over."""
        keys = dict.fromkeys(citation.study for citation in claim.citations)
        return tuple(self.studies[key] for key in keys if key in self.studies)


def _by_id(records: Iterable[_Record]) -> Mapping[str, _Record]:
    return MappingProxyType({record.id: record for record in records})


def _look_up(noun: str, wanted: str, known: Mapping[str, _Value]) -> _Value:
    if wanted in known:
        return known[wanted]
    raise UnknownId(noun, wanted, nearest(wanted, known))


def nearest(wanted: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three of the `known` ids that look like `wanted` or hold it, the likeliest first."""
    known = tuple(known)
    alike = get_close_matches(wanted.lower(), known, n=3, cutoff=0.5)
    holding = [id for id in known if wanted and wanted.lower() in id]
    return tuple(dict.fromkeys([*alike, *holding]))[:3]
