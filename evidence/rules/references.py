"""What one record says of another is true of both, and nothing stands alone."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from evidence.library import Library
from evidence.model import Claim, Study
from evidence.rules.rule import (
    FieldFault,
    Rule,
    each_claim,
    each_claim_in,
    each_study,
    each_study_in,
)

__all__ = ["RULES"]


def _missing(noun: str, id: str, known: Iterable[str]) -> str:
    nearest = get_close_matches(id, list(known), n=1)
    hint = f"did you mean {nearest[0]}?" if nearest else f"add the {noun} or take this out"
    return f"there is no {noun} {id!r} that could be read; {hint}"


def _topic(claim: Claim, library: Library) -> Iterator[FieldFault]:
    if claim.topic not in library.topics:
        yield "", _missing("topic", claim.topic, library.topics) + " (topics.toml lists them, the folder names one)"


def _appearance_articles(claim: Claim, library: Library) -> Iterator[FieldFault]:
    for place, appearance in enumerate(claim.appearances, 1):
        if appearance.article not in library.articles:
            yield f"appearances[{place}].article", _missing("article", appearance.article, library.articles)


def _cited_studies(claim: Claim, library: Library) -> Iterator[FieldFault]:
    for place, citation in enumerate(claim.citations, 1):
        if citation.study not in library.studies:
            yield f"citations[{place}].study", _missing("study", citation.study, library.studies)


def _cited_results(claim: Claim, library: Library) -> Iterator[FieldFault]:
    for place, citation in enumerate(claim.citations, 1):
        study = library.studies.get(citation.study)
        known = [result.id for result in study.appraisal.results] if study else list(citation.results)
        for id in citation.results:
            if id not in known:
                yield f"citations[{place}].results", _missing(f"result of {citation.study}", id, known)


def _cited_once(claim: Claim) -> Iterator[FieldFault]:
    seen: set[str] = set()
    for place, citation in enumerate(claim.citations, 1):
        if citation.study in seen:
            yield f"citations[{place}].study", f"{citation.study} is cited above already; join the two citations"
        seen.add(citation.study)


def _step_studies(claim: Claim) -> Iterator[FieldFault]:
    cited = {citation.study for citation in claim.citations}
    for place, step in enumerate(claim.rating.steps if claim.rating else (), 1):
        for key in step.studies:
            if key not in cited:
                yield f"rating.steps[{place}].studies", f"{key} is not cited by this claim; cite it or take it out"


def _opposes(claim: Claim, library: Library) -> Iterator[FieldFault]:
    for id in claim.opposes:
        if id not in library.claims or id == claim.id:
            yield "opposes", _missing("other claim", id, library.claims.keys() - {claim.id})


def _opposed_back(claim: Claim, library: Library) -> Iterator[FieldFault]:
    for id in claim.opposes:
        other = library.claims.get(id)
        if other and claim.id not in other.opposes:
            yield "opposes", f"{id} does not oppose {claim.id} in return; add it there or take this out"


def _keys_exist(field: str) -> Callable[[Study, Library], Iterator[FieldFault]]:
    def look(study: Study, library: Library) -> Iterator[FieldFault]:
        for key in getattr(study.appraisal, field):
            if key not in library.studies or key == study.key:
                yield field, _missing("other study", key, library.studies.keys() - {study.key})

    return look


def _companions_back(study: Study, library: Library) -> Iterator[FieldFault]:
    for key in study.appraisal.companions:
        other = library.studies.get(key)
        if other and study.key not in other.appraisal.companions:
            yield "companions", f"{key} does not name {study.key} as its companion; add it there or take this out"


def _orphan(study: Study, library: Library) -> Iterator[FieldFault]:
    if not library.claims_citing(study.key) and study.appraisal.withdrawn is None:
        yield "", f"{study.key} is cited by no claim; cite it where it bears on one, or withdraw it with a reason"


def _result_ids(study: Study) -> Iterator[FieldFault]:
    for id in _repeated(result.id for result in study.appraisal.results):
        yield "results", f"{id!r} is the id of several results; rename all but one"


def _repeated(ids: Iterable[str]) -> list[str]:
    return [id for id, count in Counter(ids).items() if count > 1]


RULES = (
    Rule("topic-exists", "A claim without a topic is shown nowhere.", each_claim_in(_topic)),
    Rule(
        "appearance-article-exists",
        "Where a claim was said must be there to be shown.",
        each_claim_in(_appearance_articles),
    ),
    Rule("citation-study-exists", "A citation that leads nowhere is an invented one.", each_claim_in(_cited_studies)),
    Rule("citation-results-exist", "A stance rests on figures that can be looked at.", each_claim_in(_cited_results)),
    Rule("study-cited-once", "A study cited twice would be counted twice.", each_claim(_cited_once)),
    Rule(
        "step-studies-cited", "A rating may rest only on the evidence that the claim shows.", each_claim(_step_studies)
    ),
    Rule("opposes-exists", "A reader is sent to the opposite claim.", each_claim_in(_opposes)),
    Rule("opposes-mutual", "Opposition holds both ways, so each must lead to the other.", each_claim_in(_opposed_back)),
    Rule(
        "companions-exist",
        "A companion that is not here cannot be kept from counting twice.",
        each_study_in(_keys_exist("companions")),
    ),
    Rule("companions-mutual", "Two reports of one study are so from both sides.", each_study_in(_companions_back)),
    Rule(
        "includes-exist", "A study that a review contains counts once with it.", each_study_in(_keys_exist("includes"))
    ),
    Rule("orphan-study", "A study that bears on no claim is unread evidence or a leftover.", each_study_in(_orphan)),
    Rule("result-id-unique", "Of two results with one id, a citation could mean either.", each_study(_result_ids)),
)
