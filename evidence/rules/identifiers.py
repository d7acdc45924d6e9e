"""Identifiers are in normal form, and each belongs to one study."""

import re
from collections.abc import Callable, Iterator

from evidence.errors import InvalidIdentifier
from evidence.identifiers import citation_key, doi, pmcid, pmid, slug
from evidence.model import Claim, Study
from evidence.problems import Where
from evidence.rules.rule import (
    Fault,
    FieldFault,
    Inspection,
    Rule,
    article_at,
    claim_at,
    each_claim,
    each_reference,
    each_study,
    reference_at,
    study_at,
)

__all__ = ["RULES"]

# The registries of the WHO's network, EudraCT and its successor, PROSPERO, OSF and INPLASY, as they number.
_REGISTRATION = re.compile(
    r"NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14}|CRD42\d{9,11}|DRKS\d{8}|KCT\d{7}|TCTR\d{11}|PACTR\d{15,16}|RPCEC\d{8}|"
    r"ChiCTR\d{10}|ChiCTR-[A-Z]{2,5}-\d{8}|CTRI/\d{4}/\d{2,3}/\d{6}|IRCT\d{11,14}N\d{1,2}|NTR\d{1,4}|"
    r"NL(?:-OMON)?\d{1,6}|(?:JPRN-)?UMIN\d{9}|(?:JPRN-)?jRCTs?\d{9,10}|RBR-[0-9a-z]{6,8}|SLCTR/\d{4}/\d{3}|"
    r"(?:EUCTR)?\d{4}-\d{6}-\d{2}(?:-\d{2})?|HKUCTR-\d{1,5}|U1111-\d{4}-\d{4}|INPLASY\d{9,12}|osf\.io/[0-9a-z]{5}",
    re.ASCII,
)
_DIGEST = re.compile(r"[0-9a-f]{64}")

_Make = Callable[[str], str]


def _unlike_normal(text: str, make: _Make) -> str | None:
    """What is wrong with `text` as an identifier that `make` puts into normal form; None when nothing is."""
    try:
        normal = make(text)
    except InvalidIdentifier as fault:
        return str(fault)
    return None if normal == text else f"{text!r} is not in normal form; write {normal}"


def _normal(field: str, make: _Make) -> Callable[[Study], Iterator[FieldFault]]:
    def look(study: Study) -> Iterator[FieldFault]:
        text: str = getattr(study.reference, field)
        if text and (fault := _unlike_normal(text, make)):
            yield field, fault

    return look


def _one_study(field: str, make: _Make) -> Callable[[Inspection], Iterator[Fault]]:
    def faults(inspection: Inspection) -> Iterator[Fault]:
        first: dict[str, str] = {}
        for key, study in inspection.library.studies.items():
            text: str = getattr(study.reference, field)
            owner = first.setdefault(_normal_or_as_is(text, make), key) if text else key
            if owner != key:
                message = f"{text} is also the {field} of {owner}; join the two studies or correct one of them"
                yield reference_at(key, field), message

    return faults


def _normal_or_as_is(text: str, make: _Make) -> str:
    try:
        return make(text)
    except InvalidIdentifier:
        return text


def _registration(study: Study) -> Iterator[FieldFault]:
    text = study.appraisal.registration
    wrong = [number for number in text.split("; ") if not _REGISTRATION.fullmatch(number)] if text else []
    if wrong:
        yield (
            "registration",
            (
                f"{'; '.join(wrong)!r} is not a number of a registry that we know; "
                "copy it as printed (NCT01537484), several with '; ' between them"
            ),
        )


def _ids(inspection: Inspection) -> Iterator[Fault]:
    for where, id in _all_ids(inspection):
        if fault := _unlike_normal(id, slug):
            yield where, fault


def _all_ids(inspection: Inspection) -> Iterator[tuple[Where, str]]:
    library = inspection.library
    yield from ((claim_at(claim, "id"), claim.id) for claim in library.all_claims.values())
    yield from ((Where("topics.toml", topic), topic) for topic in library.topics)
    yield from ((Where("vocabulary.toml", concept.id), concept.id) for concept in library.concepts)
    yield from ((Where("headings.toml", heading.id), heading.id) for heading in library.headings)
    yield from ((Where("interventions.toml", one.id), one.id) for one in library.interventions)
    yield from ((Where("thresholds.toml", one.id), one.id) for one in library.thresholds)
    for key, study in library.studies.items():
        for place, result in enumerate(study.appraisal.results, 1):
            yield study_at(key, f"results[{place}].id"), result.id


def _keys(study: Study) -> Iterator[FieldFault]:
    if fault := _unlike_normal(study.key, citation_key):
        yield "", fault


def _aliases(inspection: Inspection) -> Iterator[Fault]:
    studies = inspection.library.studies
    owners = {key.lower(): key for key in studies}
    for key, study in studies.items():
        for old in study.appraisal.aliases:
            where = study_at(key, "aliases")
            if fault := _unlike_normal(old, citation_key):
                yield where, fault
            if (owner := owners.setdefault(old.lower(), key)) != key or old in studies:
                yield where, f"{old} leads to {owner} already; a key once given is never given again: take it out here"


def _appearance_digests(claim: Claim) -> Iterator[FieldFault]:
    for place, appearance in enumerate(claim.appearances, 1):
        if not _DIGEST.fullmatch(appearance.digest):
            yield f"appearances[{place}].digest", f"{appearance.digest!r} {_NOT_A_DIGEST}"


def _article_digests(inspection: Inspection) -> Iterator[Fault]:
    for id, article in inspection.library.articles.items():
        if not _DIGEST.fullmatch(article.digest):
            yield article_at(id, "digest"), f"{article.digest!r} {_NOT_A_DIGEST}"
        for place, passed in enumerate(article.not_claims, 1):
            if not _DIGEST.fullmatch(passed.digest):
                yield article_at(id, f"not_claims[{place}].digest"), f"{passed.digest!r} {_NOT_A_DIGEST}"


_NOT_A_DIGEST = "is not a SHA-256; compute it anew: 64 hexadecimal digits, lower-case"


def _digests(inspection: Inspection) -> Iterator[Fault]:
    yield from each_claim(_appearance_digests)(inspection)
    yield from _article_digests(inspection)


RULES = (
    Rule(
        "doi-form",
        "A DOI in one form is compared, linked and exported without surprises.",
        each_reference(_normal("doi", doi)),
    ),
    Rule("pmid-form", "A PMID that is not a plain number leads nowhere.", each_reference(_normal("pmid", pmid))),
    Rule("pmcid-form", "A PMCID without its PMC is taken for a PMID.", each_reference(_normal("pmcid", pmcid))),
    Rule("one-doi-one-study", "One publication under two keys would be counted twice.", _one_study("doi", doi)),
    Rule("one-pmid-one-study", "One publication under two keys would be counted twice.", _one_study("pmid", pmid)),
    Rule("one-pmcid-one-study", "One publication under two keys would be counted twice.", _one_study("pmcid", pmcid)),
    Rule("registration-form", "A registration that no registry knows cannot be looked up.", each_study(_registration)),
    Rule("id-form", "Ids stand in file names and addresses, and are typed by hand.", _ids),
    Rule(
        "citation-key-form", "BibTeX does not tell `a` from `A`, and some tools stop at other signs.", each_study(_keys)
    ),
    Rule("alias-one-study", "An old key in a document must still lead to the study that had it.", _aliases),
    Rule("digest-form", "Only a whole digest shows that a text has changed.", _digests),
)
