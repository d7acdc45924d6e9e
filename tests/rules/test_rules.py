"""Every rule, with records that it must catch and records, near the edge, that it must leave alone."""
# ruff: noqa: E501  a table is read by its columns

import re
from dataclasses import replace
from datetime import date

import pytest

from evidence.model import (
    Access,
    Better,
    Certainty,
    Design,
    Direction,
    Domain,
    Favours,
    Integrity,
    IntegrityCheck,
    Kind,
    Measure,
    Rating,
    Read,
    RiskOfBias,
    RiskOfBiasTool,
    Slot,
    Stance,
    Start,
    Step,
    Verdict,
    Withdrawal,
)
from evidence.problems import Problem, Where
from evidence.rules import ALL, validate

CLAIM = "claims/knee/massage-eases-knee-pain.toml"
CHAIN = "claims/knee/foot-massage-saves-knees.toml"
TRIAL = "studies/alpha2019massage.toml"
REVIEW = "studies/beta2020review.toml"
BIB = "studies.bib"
TODAY = date(2026, 11, 21)
TOMORROW = date(2026, 11, 22)
GONE = Withdrawal(on=TODAY, reason="Doubtful.")
DECOMPOSED = "Massage eases pain; cafe\u0301."


def figures(measure, estimate="", low="", high="", p="", level="95", **more):
    """Fields of a result with these figures, favouring nobody."""
    named = {"measure": measure, "estimate": estimate, "low": low, "high": high, "p": p, "level": level}
    return {"better": Better.NEITHER, **named, **more}


def no_figures(**more):
    return {"estimate": "", "low": "", "high": "", "level": "", "p": "", **more}


def unrated(verdict, **more):
    return {"verdict": verdict, "certainty": None, "rating": None, **more}


def rated(start, *steps, **more):
    return {"rating": Rating(start=start, steps=steps), **more}


def step(domain, levels):
    return Step(domain=domain, levels=levels, reason="As the trial shows.", studies=("alpha2019massage",))


def all_citations(records, stance):
    return records.claim(citations=tuple(replace(citation, stance=stance) for citation in records.claims[0].citations))


def with_null_result(records, *cited):
    """With a second result of the trial, across no effect, and these results cited."""
    (result,) = records.studies[0].appraisal.results
    null = replace(
        result, id="pain-12-weeks", estimate="-5.35", low="-13.51", high="2.81", p="", favours=Favours.NEITHER
    )
    return records.study(results=(result, null)).citation(results=cited)


# rule · the fault · its file · its field · a piece of the remedy · what must pass
TABLE = [
    # identifiers
    ("doi-form", lambda s: s.reference(doi="https://doi.org/10.1000/ALPHA"), BIB, "alpha2019massage.doi", "write 10.1000/alpha", lambda s: s.reference(doi="10.1002/(sici)1097;2-a")),
    ("doi-form", lambda s: s.reference(doi="doi pending"), BIB, "alpha2019massage.doi", "one looks like 10.", lambda s: s.reference(doi="")),
    ("pmid-form", lambda s: s.reference(pmid="PMID: 30543021"), BIB, "alpha2019massage.pmid", "write 30543021", lambda s: s.reference(pmid="1")),
    ("pmcid-form", lambda s: s.reference(pmcid="6420526"), BIB, "alpha2019massage.pmcid", "write PMC6420526", lambda s: s.reference(pmcid="PMC1")),
    ("registration-form", lambda s: s.study(registration="NCT 01537484"), TRIAL, "registration", "copy it as printed", lambda s: s.study(registration="NCT01537484; ACTRN12610000123077; CRD42020181010; ChiCTR-TRC-12002345; IRCT20180512039640N1")),
    ("registration-form", lambda s: s.study(registration="NCT01537484, ISRCTN12345678"), TRIAL, "registration", "'; ' between", lambda s: s.study(registration="")),
    ("id-form", lambda s: s.result(id="Pain_8_weeks"), TRIAL, "results[1].id", "lower-case words", lambda s: s.result(id="8-weeks")),
    ("id-form", lambda s: s.claim(id="Massage-helps"), "claims/knee/Massage-helps.toml", "id", "lower-case words", lambda s: s.claim(id="helps")),
    ("id-form", lambda s: s.but(topics=(replace(s.topics[0], id="knee_s"),)), "topics.toml", "knee_s", "hyphens", lambda s: s.but(topics=(replace(s.topics[0], id="knee-s"),))),
    ("id-form", lambda s: s.but(concepts=(replace(s.concepts[0], id="a b"),)), "vocabulary.toml", "a b", "hyphens", lambda s: s.but(concepts=(replace(s.concepts[0], id="a-b"),))),
    ("citation-key-form", lambda s: s.with_study("Gamma2021massage"), "studies/Gamma2021massage.toml", "", "one looks like", lambda s: s.with_study("gamma2021x")),
    ("alias-one-study", lambda s: s.study(aliases=("beta2020review",)), TRIAL, "aliases", "take it out here", lambda s: s.study(aliases=("alpha2018massage",))),
    ("alias-one-study", lambda s: s.study(aliases=("gamma2018x",)).study(1, aliases=("gamma2018x",)), REVIEW, "aliases", "leads to alpha2019massage", lambda s: s.study(aliases=("gamma2018x",)).study(1, aliases=("gamma2018y",))),
    ("alias-one-study", lambda s: s.study(aliases=("Alpha 2018",)), TRIAL, "aliases", "one looks like", lambda s: s.study(aliases=("alpha2018x", "alpha2017x"))),
    ("digest-form", lambda s: s.appearance(digest="abc"), CLAIM, "appearances[1].digest", "compute it anew", lambda s: s.appearance(digest="0" * 64)),
    ("digest-form", lambda s: s.article(digest="F" * 64), "articles.toml", "000_sample.digest", "lower-case", lambda s: s.article(digest="f" * 64)),
    ("digest-form", lambda s: s.not_claim(digest="abc"), "articles.toml", "000_sample.not_claims[1].digest", "compute it anew", lambda s: s.not_claim(digest="0" * 64)),
    ("one-doi-one-study", lambda s: s.reference(1, doi="https://doi.org/10.1000/Alpha"), BIB, "beta2020review.doi", "join the two", lambda s: s.reference(doi="").reference(1, doi="")),
    ("one-doi-one-study", lambda s: s.reference(doi="x").reference(1, doi="x"), BIB, "beta2020review.doi", "join the two", lambda s: s.reference(1, doi="10.1000/alpha2")),
    ("one-pmid-one-study", lambda s: s.reference(1, pmid="30543021"), BIB, "beta2020review.pmid", "join the two", lambda s: s.reference(1, pmid="30543022")),
    ("one-pmcid-one-study", lambda s: s.reference(1, pmcid="PMC6420526"), BIB, "beta2020review.pmcid", "join the two", lambda s: s.reference(1, pmcid="PMC642052")),
    # presence
    ("text-said", lambda s: s.claim(statement=" "), CLAIM, "statement", "say it", lambda s: s.claim(does_not_say="")),
    ("text-said", lambda s: s.claim(question=replace(s.claims[0].question, population="")), CLAIM, "question.population", "say it", lambda s: s.claim(question=replace(s.claims[0].question, comparator=""))),
    ("place-possible", lambda s: s.appearance(paragraph=0), CLAIM, "appearances[1].paragraph", "count from 1", lambda s: s.appearance(paragraph=1)),
    ("place-possible", lambda s: s.search(read=3, kept=4), CLAIM, "searches[1].kept", "count both anew", lambda s: s.search(read=3, kept=3)),
    ("people-possible", lambda s: s.study(participants=-4, arms=()), TRIAL, "participants", "read it again", lambda s: s.study(participants=None)),
    # references
    ("topic-exists", lambda s: s.claim(topic="knees"), "claims/knees/massage-eases-knee-pain.toml", "", "did you mean knee?", lambda s: s.but(topics=(*s.topics, replace(s.topics[0], id="knees"))).claim(topic="knees")),
    ("appearance-article-exists", lambda s: s.appearance(article="001_other"), CLAIM, "appearances[1].article", "add the article", lambda s: s.claim(appearances=())),
    ("citation-study-exists", lambda s: s.citation(study="alpha2019masage"), CLAIM, "citations[1].study", "did you mean alpha2019massage?", lambda s: s.claim(citations=())),
    ("citation-results-exist", lambda s: s.citation(results=("pain-8-week",)), CLAIM, "citations[1].results", "did you mean pain-8-weeks?", lambda s: s.citation(study="nowhere", results=("anything",))),
    ("study-cited-once", lambda s: s.citation(1, study="alpha2019massage"), CLAIM, "citations[2].study", "join the two", lambda s: s.claim(citations=s.claims[0].citations[:1])),
    ("step-studies-cited", lambda s: s.step(studies=("gamma2021other",)), CLAIM, "rating.steps[1].studies", "cite it or take it out", lambda s: s.step(studies=("alpha2019massage", "beta2020review"))),
    ("opposes-exists", lambda s: s.claim(opposes=("massage-eases-pain",)), CLAIM, "opposes", "did you mean", lambda s: s.claim(opposes=())),
    ("opposes-exists", lambda s: s.claim(opposes=("massage-eases-knee-pain",)), CLAIM, "opposes", "there is no other claim", lambda s: s.claim(opposes=("foot-massage-saves-knees",))),
    ("opposes-mutual", lambda s: s.opposite(opposes=()), CLAIM, "opposes", "add it there", lambda s: s.claim(opposes=("nowhere",)).opposite(opposes=())),
    ("companions-exist", lambda s: s.study(companions=("alpha2018pilot",)), TRIAL, "companions", "take this out", lambda s: s.study(companions=("beta2020review",))),
    ("companions-mutual", lambda s: s.study(companions=("beta2020review",)), TRIAL, "companions", "add it there", lambda s: s.study(companions=("beta2020review",)).review(companions=("alpha2019massage",))),
    ("includes-exist", lambda s: s.review(includes=("gamma2017foot",)), REVIEW, "includes", "take this out", lambda s: s.review(includes=("alpha2019massage",))),
    ("orphan-study", lambda s: s.with_study("gamma2021other"), "studies/gamma2021other.toml", "", "cite it", lambda s: s.with_study("gamma2021other").study(2, withdrawn=GONE)),
    ("orphan-study", lambda s: s.claim(withdrawn=GONE).opposite(withdrawn=GONE), TRIAL, "", "withdraw it", lambda s: s.claim(withdrawn=GONE)),
    ("result-id-unique", lambda s: s.study(results=s.studies[0].appraisal.results * 2), TRIAL, "results", "rename all but one", lambda s: s.result(1, id="pain-8-weeks")),
    # thresholds, headings and interventions
    ("threshold-sized", lambda s: s.threshold(threshold="-9.7"), "thresholds.toml", "knee-scale.threshold", "without sign", lambda s: s.threshold(threshold="0.10")),
    ("threshold-sized", lambda s: s.threshold(threshold="about 9"), "thresholds.toml", "knee-scale.threshold", "without sign", lambda s: s.threshold(threshold="9")),
    ("threshold-sourced", lambda s: s.threshold(citation=" "), "thresholds.toml", "knee-scale.citation", "name authors", lambda s: s.threshold(citation="Doe 2020")),
    ("threshold-sourced", lambda s: s.threshold(doi="", pmid=""), "thresholds.toml", "knee-scale.doi", "write one of them", lambda s: s.threshold(doi="")),
    ("threshold-sourced", lambda s: s.threshold(doi="https://doi.org/10.1000/SCALE"), "thresholds.toml", "knee-scale.doi", "lower case", lambda s: s.threshold(doi="10.1000/other")),
    ("threshold-sourced", lambda s: s.threshold(pmid="PMID 1"), "thresholds.toml", "knee-scale.pmid", "normal form", lambda s: s.threshold(pmid="")),
    ("threshold-sourced", lambda s: s.threshold(url="a book"), "thresholds.toml", "knee-scale.url", "name the page", lambda s: s.threshold(url="http://example.org/a?b=c")),
    ("threshold-matchable", lambda s: s.threshold(written=()), "thresholds.toml", "knee-scale.written", "how results write it", lambda s: s.threshold(written=("Scale",))),
    ("threshold-matchable", lambda s: s.threshold(units=("",)), "thresholds.toml", "knee-scale.units", "how results write it", lambda s: s.threshold(units=("mm", ""))),
    ("date-not-in-future", lambda s: s.threshold(on=TOMORROW), "thresholds.toml", "knee-scale.on", "on which it was done", lambda s: s.threshold(on=TODAY)),
    ("id-form", lambda s: s.threshold(id="Knee Scale"), "thresholds.toml", "Knee Scale", "hyphens", lambda s: s.threshold(id="scale")),
    ("id-form", lambda s: s.heading(id="Touch_"), "headings.toml", "Touch_", "hyphens", lambda s: s.heading(id="touching")),
    ("text-visible", lambda s: s.heading(title="To\u200buch"), "headings.toml", "touch.title", "U+200B", lambda s: s.heading(title="Tóuch")),
    ("heading-concepts-exist", lambda s: s.heading(concepts=("massages",)), "headings.toml", "touch.concepts", "mend its id", lambda s: s.heading(concepts=())),
    ("concept-one-heading", lambda s: s.but(headings=s.headings * 2), "headings.toml", "touch.concepts", "keep it below one", lambda s: s.but(headings=(*s.headings, replace(s.headings[0], id="more", concepts=())))),
    ("id-form", lambda s: s.intervention(id="Rest_"), "interventions.toml", "Rest_", "hyphens", lambda s: s.intervention(id="touching")),
    ("text-visible", lambda s: s.intervention(title="To\u200buch"), "interventions.toml", "knee-massage.title", "U+200B", lambda s: s.intervention(title="Tóuch")),
    ("intervention-claims-exist", lambda s: s.intervention(claims=("gone",)), "interventions.toml", "knee-massage.claims", "mend its id", lambda s: s.intervention(claims=())),
    ("intervention-claims-exist", lambda s: s.but(claims=s.claims[1:]), "interventions.toml", "knee-massage.claims", "take it out", lambda s: s.claim(withdrawn=GONE)),
    ("claim-one-intervention", lambda s: s.but(interventions=s.interventions[1:]), "interventions.toml", "massage-eases-knee-pain", "put its id in one", lambda s: s.but(interventions=())),
    ("claim-one-intervention", lambda s: s.but(interventions=(*s.interventions, replace(s.interventions[0], id="more"))), "interventions.toml", "more.claims", "keep it in one", lambda s: s.claim(withdrawn=GONE).intervention(claims=tuple(one.id for one in s.claims[1:]))),
    ("concept-id-unique", lambda s: s.but(concepts=s.concepts * 2), "vocabulary.toml", "massage", "join them", lambda s: s.but(concepts=(*s.concepts, replace(s.concepts[0], id="massages")))),
    ("concept-kind-exists", lambda s: s.but(concepts=(replace(s.concepts[0], kind_of="rest"), *s.concepts[1:])), "vocabulary.toml", "massage.kind_of", "mend its id", lambda s: s),
    ("concept-kind-exists", lambda s: s.but(concepts=(replace(s.concepts[0], kind_of="massage"), *s.concepts[1:])), "vocabulary.toml", "massage.kind_of", "comes round", lambda s: s),
    ("concept-kind-exists", lambda s: s.but(concepts=(replace(s.concepts[0], kind_of="knee"), replace(s.concepts[0], id="knee", slot=Slot.SITE))), "vocabulary.toml", "massage.kind_of", "name one in intervention", lambda s: s.but(concepts=(replace(s.concepts[0], kind_of="touch"), replace(s.concepts[0], id="touch")))),
    # chains
    ("chain-links-exist", lambda s: s.chain(chain=("massage-eases-knee-pain", "nowhere")), CHAIN, "chain", "name another link", lambda s: s.chain(chain=("massage-eases-knee-pain",))),
    ("chain-links-exist", lambda s: s.opposite(withdrawn=GONE), CHAIN, "chain", "name another link", lambda s: s.but(claims=s.claims[:1])),
    ("chain-has-links", lambda s: s.chain(chain=("massage-eases-knee-pain",) * 2), CHAIN, "chain", "at least two", lambda s: s.chain(chain=("a", "b"))),
    ("chain-has-links", lambda s: s.chain(kind=Kind.EFFECT), CHAIN, "kind", "make it chain", lambda s: s.chain(kind=Kind.EFFECT, chain=())),
    ("chain-without-circle", lambda s: s.claim(chain=("foot-massage-saves-knees", "massage-leaves-knee-pain-unchanged")), CHAIN, "chain", "closes the circle", lambda s: s.claim(chain=("massage-leaves-knee-pain-unchanged",))),
    ("chain-weakest-link", lambda s: s.chain(certainty=Certainty.HIGH), CHAIN, "certainty", "moderate or below", lambda s: s.chain(certainty=Certainty.MODERATE)),
    # dates
    ("date-not-in-future", lambda s: s.claim(reviewed=TOMORROW), CLAIM, "reviewed", "on which it was done", lambda s: s.claim(reviewed=TODAY)),
    ("date-not-in-future", lambda s: s.search(on=TOMORROW), CLAIM, "searches[1].on", "on which it was done", lambda s: s.search(on=TODAY)),
    ("date-not-in-future", lambda s: s.check(1, on=TOMORROW), TRIAL, "checks[2].on", "on which it was done", lambda s: s.check(on=date(2020, 1, 1))),
    ("date-not-in-future", lambda s: s.study(withdrawn=replace(GONE, on=TOMORROW)), TRIAL, "withdrawn.on", "on which it was done", lambda s: s.study(withdrawn=GONE)),
    ("date-not-in-future", lambda s: s.study(integrity=IntegrityCheck(status=Integrity.CLEAR, on=TOMORROW)), TRIAL, "integrity.on", "on which it was done", lambda s: s.study(integrity=IntegrityCheck(status=Integrity.CLEAR, on=None))),
    ("date-not-in-future", lambda s: s.article(read_on=TOMORROW), "articles.toml", "000_sample.read_on", "on which it was done", lambda s: s.article(read_on=TODAY)),
    ("review-ahead", lambda s: s.claim(review_by=TODAY), CLAIM, "review_by", "next review", lambda s: s.claim(review_by=TOMORROW)),
    ("publication-year", lambda s: s.reference(year="2027"), BIB, "alpha2019massage.year", "copy it", lambda s: s.reference(year="2026")),
    ("publication-year", lambda s: s.reference(year="in press"), BIB, "alpha2019massage.year", "copy it", lambda s: s.reference(year="1800")),
    # figures
    ("figure-form", lambda s: s.result(estimate="about 8"), TRIAL, "results[1].estimate", "digits alone", lambda s: s.result(estimate="1,234.5")),
    ("figure-form", lambda s: s.result(low="<0.7"), TRIAL, "results[1].low", "digits alone", lambda s: s.result(low=".70")),
    ("figure-form", lambda s: s.result(p="NS"), TRIAL, "results[1].p", "words belong into finding", lambda s: s.result(p="< 0.001")),
    ("figure-form", lambda s: s.result(estimate="0,70"), TRIAL, "results[1].estimate", "digits alone", lambda s: s.result(estimate="\u22128.16")),
    ("count-form", lambda s: s.result(n_intervention="110.5"), TRIAL, "results[1].n_intervention", "whole number", lambda s: s.result(n_intervention="1,100")),
    ("plain-minus", lambda s: s.result(estimate="\u22128.16"), TRIAL, "results[1].estimate", "plain hyphen", lambda s: s.result(estimate="-8.16")),
    ("plain-minus", lambda s: s.result(low="\u201313.50"), TRIAL, "results[1].low", "plain hyphen", lambda s: s.result(low="+13.50")),
    ("p-range", lambda s: s.result(p="1.2"), TRIAL, "results[1].p", "read the page again", lambda s: s.result(p="1.00")),
    ("interval-complete", lambda s: s.result(high=""), TRIAL, "results[1].high", "both ends", lambda s: s.result(low="", high="", level="")),
    ("interval-complete", lambda s: s.result(level=""), TRIAL, "results[1].level", "such as 95", lambda s: s.result(level="90")),
    ("interval-level", lambda s: s.result(level="0.95"), TRIAL, "results[1].level", "in percent", lambda s: s.result(level="99.99")),
    ("interval-level", lambda s: s.result(level="100"), TRIAL, "results[1].level", "in percent", lambda s: s.result(level="50")),
    ("interval-order", lambda s: s.result(low="13.50"), TRIAL, "results[1].low", "swap them", lambda s: s.result(low="-8.16")),
    ("interval-order", lambda s: s.result(estimate="8.16"), TRIAL, "results[1].estimate", "read the page again", lambda s: s.result(estimate="-2.81")),
    ("interval-order", lambda s: s.result(estimate="-18.16"), TRIAL, "results[1].estimate", "read the page again", lambda s: s.result(estimate="-13.50")),
    ("ratio-positive", lambda s: s.result(measure=Measure.OR), TRIAL, "results[1].estimate", "figure or measure", lambda s: s.result(measure=Measure.OR, estimate="0.5", low="0.0", high="1.0")),
    ("correlation-range", lambda s: s.result(measure=Measure.R), TRIAL, "results[1].estimate", "from -1 to 1", lambda s: s.result(**figures(Measure.R, "-1.00", "-1", "1"))),
    # A minus or a digit lost in the lower end; 0.70 with 0.55 to 0.89 is symmetric in logarithms and not linearly.
    ("interval-symmetric", lambda s: s.result(low="-9.50"), TRIAL, "results[1].estimate", "misprinted", lambda s: s.result(low="-13.90")),
    ("interval-symmetric", lambda s: s.result(**figures(Measure.RR, "0.70", "0.25", "0.89")), TRIAL, "results[1].estimate", "in logarithms", lambda s: s.result(**figures(Measure.RR, "0.70", "0.55", "0.89"))),
    ("interval-symmetric", lambda s: s.result(**figures(Measure.R, "0.80", "0.20", "0.90")), TRIAL, "results[1].estimate", "misprinted", lambda s: s.result(**figures(Measure.R, "0.60", "0.20", "0.83"))),
    # Rounded to whole numbers, 3 may stand for 2.5; a percentage has no symmetric scale.
    ("interval-symmetric", lambda s: s.result(**figures(Measure.MD, "3.0", "1.0", "4.0")), TRIAL, "results[1].estimate", "misprinted", lambda s: s.result(**figures(Measure.MD, "3", "1", "4"))),
    ("interval-symmetric", lambda s: s.result(**figures(Measure.SMD, "0.9", "0.1", "1.1")), TRIAL, "results[1].estimate", "lost sign", lambda s: s.result(**figures(Measure.PERCENT, "9", "1", "40"))),
    ("p-matches-interval", lambda s: s.result(p="0.12"), TRIAL, "results[1].p", "belongs to another test", lambda s: s.result(p="0.009")),
    ("p-matches-interval", lambda s: s.result(**figures(Measure.MD, "2.0", "-1.0", "5.0", "<0.05")), TRIAL, "results[1].p", "read both again", lambda s: s.result(**figures(Measure.MD, "2.0", "-1.0", "5.0", "0.19"))),
    ("p-matches-interval", lambda s: s.result(**figures(Measure.MD, "2.0", "0.2", "3.8", ">0.05")), TRIAL, "results[1].p", "read both again", lambda s: s.result(**figures(Measure.MD, "2.0", "0.0", "4.0", "0.06"))),
    ("p-matches-interval", lambda s: s.result(**figures(Measure.RR, "0.70", "0.40", "1.22", "0.95")), TRIAL, "results[1].p", "implies", lambda s: s.result(**figures(Measure.RR, "0.70", "0.40", "1.22", "0.21"))),
    ("p-matches-interval", lambda s: s.result(**figures(Measure.MD, "2.00", "0.05", "3.95", "<0.001")), TRIAL, "results[1].p", "implies", lambda s: s.result(**figures(Measure.MD, "2.0", "0.4", "3.6", "<0.01"))),
    ("p-matches-interval", lambda s: s.result(**figures(Measure.MD, "2.0", "0.2", "3.8", "0.065")), TRIAL, "results[1].p", "disagree", lambda s: s.result(**figures(Measure.MD, "2.0", "0.2", "3.8", "0.055"))),
    # results
    ("result-placed", lambda s: s.result(where=" "), TRIAL, "results[1].where", "abstract, results, Table 2", lambda s: s.result(where="p. 3")),
    ("result-placed", lambda s: s.result(finding=""), TRIAL, "results[1].finding", "one sentence of our own", lambda s: s.result(finding="Less.")),
    ("narrative-or-numbers", lambda s: s.result(**no_figures()), TRIAL, "results[1].narrative", "say why", lambda s: s.result(**no_figures(narrative="the abstract gives none"))),
    ("narrative-or-numbers", lambda s: s.result(narrative="no interval"), TRIAL, "results[1].narrative", "take one of them out", lambda s: s.result(**no_figures(p="0.04"))),
    ("favours-matches-figures", lambda s: s.result(favours=Favours.COMPARATOR), TRIAL, "results[1].favours", "mend favours", lambda s: s.result(favours=Favours.COMPARATOR, better=Better.HIGHER)),
    ("favours-matches-figures", lambda s: s.result(favours=Favours.NEITHER), TRIAL, "results[1].favours", "speaks for intervention", lambda s: s.result(favours=Favours.NEITHER, better=Better.NEITHER)),
    ("favours-matches-figures", lambda s: s.result(high="0.81"), TRIAL, "results[1].favours", "speaks for neither", lambda s: s.result(high="0.00", p="", favours=Favours.NEITHER)),
    ("favours-matches-figures", lambda s: s.result(**no_figures(p="0.06")), TRIAL, "results[1].favours", "speaks for neither", lambda s: s.result(**no_figures(p="0.05"))),
    ("favours-matches-figures", lambda s: s.result(**figures(Measure.RR, "2.00", better=Better.LOWER)), TRIAL, "results[1].favours", "comparator or neither", lambda s: s.result(**figures(Measure.RR, "0.50", better=Better.LOWER))),
    ("favours-matches-figures", lambda s: s.result(**figures(Measure.PERCENT, "62", p="0.03", better=Better.LOWER, favours=Favours.NEITHER)), TRIAL, "results[1].favours", "intervention or comparator", lambda s: s.result(**figures(Measure.PERCENT, "62", better=Better.LOWER, favours=Favours.NEITHER))),
    ("groups-within-participants", lambda s: s.study(participants=221), TRIAL, "results[1].n_intervention", "mend one of them", lambda s: s.study(participants=222)),
    ("groups-within-participants", lambda s: s.result(n_comparator="1,112"), TRIAL, "results[1].n_intervention", "counts in several", lambda s: s.study(participants=111, design=Design.CROSSOVER_TRIAL)),
    ("arms-within-participants", lambda s: s.study(participants=221), TRIAL, "arms", "mend one of them", lambda s: s.study(participants=None)),
    ("arms-within-participants", lambda s: s.study(participants=221, design=Design.COHORT), TRIAL, "arms", "counts in several", lambda s: s.study(participants=111, design=Design.LABORATORY)),
    ("result-read-twice", lambda s: s.check(1, reading=1), TRIAL, "results[1].read", "write once", lambda s: s.check(1, reading=1).result(read=Read.ONCE)),
    # studies
    ("study-is-checked", lambda s: s.study(checks=()), TRIAL, "checks", "name the page", lambda s: s.study(checks=s.studies[0].appraisal.checks[:1])),
    ("study-is-checked", lambda s: s.check(url="pubmed 30543021"), TRIAL, "checks[1].url", "http://", lambda s: s.check(url="http://bmj.com/1")),
    ("study-is-checked", lambda s: s.check(url="https://[bad"), TRIAL, "checks[1].url", "http://", lambda s: s.check(url="https://x.org/a?b=%5B#c")),
    ("checks-cover", lambda s: s.study(checks=tuple(replace(c, fields=("title", "year", "doi", "pmid", "pmcid")) for c in s.studies[0].appraisal.checks)), TRIAL, "checks", "none covers results", lambda s: s.check(fields=("title", "year", "doi")).check(1, fields=("pmid", "pmcid", "results"))),
    ("checks-cover", lambda s: s.reference(volume="12"), TRIAL, "checks", "none covers volume", lambda s: s.reference(url="https://a.example/1", language="english")),
    ("checks-cover", lambda s: s.reference(1, pmid="31000000"), REVIEW, "checks", "none covers pmid", lambda s: s.reference(pmid="")),
    ("check-reading", lambda s: s.check(reading=3), TRIAL, "checks[1].reading", "2 for the second", lambda s: s.check(reading=2)),
    ("check-reading", lambda s: s.check(fields=()), TRIAL, "checks[1].fields", "name the fields", lambda s: s.check(fields=("title",))),
    ("integrity-sourced", lambda s: s.study(integrity=IntegrityCheck(status=Integrity.CLEAR, source="Crossref")), TRIAL, "integrity.on", "day of asking", lambda s: s.study(integrity=IntegrityCheck(status=Integrity.NOT_CHECKED))),
    ("integrity-sourced", lambda s: s.study(integrity=IntegrityCheck(status=Integrity.CONCERN, on=TODAY)), TRIAL, "integrity.source", "name who was asked", lambda s: s.study(integrity=IntegrityCheck(status=Integrity.CONCERN, on=TODAY, source="PubMed"))),
    ("risk-of-bias-sourced", lambda s: s.study(risk_of_bias=RiskOfBias(tool=RiskOfBiasTool.NOT_ASSESSED)), TRIAL, "risk_of_bias.reason", "why it could not", lambda s: s.study(risk_of_bias=RiskOfBias(tool=RiskOfBiasTool.PEDRO, judgement="6/10", source="PEDro"))),
    ("risk-of-bias-sourced", lambda s: s.study(risk_of_bias=RiskOfBias(tool=RiskOfBiasTool.PEDRO, source="PEDro")), TRIAL, "risk_of_bias.judgement", "6/10", lambda s: s.study(risk_of_bias=RiskOfBias(tool=RiskOfBiasTool.NOT_ASSESSED, reason="Abstract only."))),
    ("review-fields", lambda s: s.study(studies_included=12), TRIAL, "studies_included", "mend the design", lambda s: s.study(studies_included=12, design=Design.NARRATIVE_REVIEW)),
    ("review-fields", lambda s: s.study(includes=("beta2020review",)), TRIAL, "includes", "take it out", lambda s: s.review(design=Design.GUIDELINE, includes=("alpha2019massage",))),
    ("title-is-a-study", lambda s: s.reference(title="Retracted: Massage for the knee"), BIB, "alpha2019massage.title", "cite the paper itself", lambda s: s.reference(title="Why papers are retracted")),
    ("title-is-a-study", lambda s: s.reference(title="Correction to: Massage for the knee"), BIB, "alpha2019massage.title", "cite the paper itself", lambda s: s.reference(title="Correction of foot pronation by insoles")),
    ("title-is-a-study", lambda s: s.reference(title="Massage: protocol for a randomised trial"), BIB, "alpha2019massage.title", "cite the paper itself", lambda s: s.reference(title="Effect of a massage protocol on pain")),
    ("title-is-a-study", lambda s: s.reference(title=""), BIB, "alpha2019massage.title", "copy the title", lambda s: s.reference(title="A")),
    # citations
    ("support-shows-effect", lambda s: s.result(high="2.81"), CLAIM, "citations[1].stance", "name the result that supports", lambda s: s.result(high="2.81").citation(stance=Stance.MIXED)),
    ("support-shows-effect", lambda s: s.result(**no_figures(favours=Favours.NEITHER)), CLAIM, "citations[1].stance", "contradicts or inconclusive", lambda s: s.result(**no_figures())),
    ("support-shows-effect", lambda s: s.result(p="0.40", low="", high=""), CLAIM, "citations[1].stance", "contradicts or inconclusive", lambda s: s.result(high="2.81").claim(question=replace(s.claims[0].question, direction=Direction.NO_DIFFERENCE))),
    ("support-shows-effect", lambda s: with_null_result(s, "pain-12-weeks"), CLAIM, "citations[1].stance", "pain-12-weeks", lambda s: with_null_result(s, "pain-8-weeks", "pain-12-weeks")),
    ("stance-rests-on-result", lambda s: s.citation(results=()), CLAIM, "citations[1].results", "name the result", lambda s: s.citation(results=(), stance=Stance.MIXED)),
    ("no-retracted-study", lambda s: s.study(integrity=IntegrityCheck(status=Integrity.RETRACTED)), CLAIM, "citations[1].study", "rate the claim anew", lambda s: s.study(integrity=IntegrityCheck(status=Integrity.CORRECTED))),
    ("no-retracted-study", lambda s: s.study(withdrawn=GONE), CLAIM, "rating.steps[1].studies", "rate the claim anew", lambda s: s.study(withdrawn=GONE).claim(**unrated(Verdict.UNVERIFIABLE)).opposite(**unrated(Verdict.UNVERIFIABLE))),
    ("citation-says-why", lambda s: s.citation(why=""), CLAIM, "citations[1].why", "in one sentence", lambda s: s.citation(why="Less pain.")),
    ("claim-read-twice", lambda s: s.result(read=Read.ONCE), CLAIM, "read", "was read once", lambda s: s.result(read=Read.ONCE).claim(read=Read.ONCE)),
    ("claim-read-twice", lambda s: s.check(1, reading=1), CLAIM, "read", "reading 2", lambda s: s.check(reading=2)),
    # ratings
    ("rated-verdict", lambda s: s.claim(certainty=None), CLAIM, "certainty", "rate the evidence", lambda s: s.claim(**unrated(Verdict.UNVERIFIABLE))),
    ("rated-verdict", lambda s: s.claim(rating=None), CLAIM, "rating", "rate the evidence", lambda s: s.claim(verdict=Verdict.INSUFFICIENT)),
    ("rated-verdict", lambda s: s.claim(verdict=Verdict.UNVERIFIABLE), CLAIM, "rating", "take it out", lambda s: s.claim(verdict=Verdict.CONFLICTING)),
    ("rating-steps", lambda s: s.step(levels=-3), CLAIM, "rating.steps", "down by 1 or 2", lambda s: s.step(levels=-2)),
    ("rating-steps", lambda s: s.step(domain=Domain.LARGE_EFFECT, levels=1), CLAIM, "rating.steps", "observational evidence only", lambda s: s.claim(**rated(Start.OBSERVATIONAL_STUDIES, step(Domain.LARGE_EFFECT, 1)))),
    ("certainty-recomputed", lambda s: s.step(levels=-2), CLAIM, "certainty", "lead to low", lambda s: s.step(levels=-3)),
    ("certainty-recomputed", lambda s: s.claim(certainty=Certainty.HIGH), CLAIM, "certainty", "mend the one or the other", lambda s: s.claim(**rated(Start.OBSERVATIONAL_STUDIES, step(Domain.LARGE_EFFECT, 1)))),
    ("step-reasoned", lambda s: s.step(reason=" "), CLAIM, "rating.steps[1].reason", "say why", lambda s: s.step(reason="Small.")),
    ("step-reasoned", lambda s: s.step(studies=()), CLAIM, "rating.steps[1].studies", "name the studies", lambda s: s.claim(**rated(Start.RANDOMISED_TRIALS))),
    ("high-from-several", lambda s: s.claim(certainty=Certainty.HIGH, citations=s.claims[0].citations[:1]), CLAIM, "certainty", "cite a second", lambda s: s.claim(certainty=Certainty.HIGH)),
    ("high-from-several", lambda s: s.claim(certainty=Certainty.HIGH).review(studies_included=None, includes=("alpha2019massage",)), CLAIM, "certainty", "apart from it", lambda s: s.claim(certainty=Certainty.HIGH).review(includes=("alpha2019massage",))),
    ("high-from-several", lambda s: s.claim(certainty=Certainty.HIGH).citation(1, stance=Stance.INCONCLUSIVE), CLAIM, "certainty", "rate it down", lambda s: s.claim(certainty=Certainty.HIGH).review(studies_included=None)),
    ("not-abstracts-alone", lambda s: s.study(access=Access.ABSTRACT).review(design=Design.COHORT), CLAIM, "certainty", "read a full text", lambda s: s.study(access=Access.ABSTRACT)),
    ("not-abstracts-alone", lambda s: s.study(access=Access.REGISTRY_ENTRY).citation(1, stance=Stance.INCONCLUSIVE), CLAIM, "certainty", "rate down", lambda s: s.citation(1, stance=Stance.INCONCLUSIVE)),
    ("start-has-design", lambda s: s.study(design=Design.BEFORE_AFTER).review(design=Design.NARRATIVE_REVIEW), CLAIM, "rating.start", "start elsewhere", lambda s: s.study(design=Design.CROSSOVER_TRIAL).review(design=Design.NARRATIVE_REVIEW)),
    ("start-has-design", lambda s: s.claim(**rated(Start.RISK_COHORTS)).review(design=Design.CASE_SERIES), CLAIM, "rating.start", "no cohort", lambda s: s.claim(**rated(Start.RISK_COHORTS)).study(design=Design.COHORT)),
    ("verdict-has-stance", lambda s: all_citations(s, Stance.MIXED), CLAIM, "verdict", "no citation says supports", lambda s: all_citations(s, Stance.MIXED).claim(verdict=Verdict.PARTLY_SUPPORTED)),
    ("verdict-has-stance", lambda s: s.claim(verdict=Verdict.CONTRADICTED), CLAIM, "verdict", "cite the evidence", lambda s: s.claim(verdict=Verdict.INSUFFICIENT)),
    ("verdict-has-stance", lambda s: s.claim(verdict=Verdict.CONFLICTING), CLAIM, "verdict", "says contradicts", lambda s: s.citation(stance=Stance.CONTRADICTS).claim(verdict=Verdict.CONFLICTING)),
    ("verdict-has-stance", lambda s: s.claim(verdict=Verdict.INSUFFICIENT, citations=()), CLAIM, "verdict", "inconclusive", lambda s: s.claim(**unrated(Verdict.UNVERIFIABLE, citations=()))),
    ("no-evidence-means-none", lambda s: s.claim(**unrated(Verdict.NO_EVIDENCE_FOUND)), CLAIM, "verdict", "the verdict or the stance", lambda s: all_citations(s, Stance.INCONCLUSIVE).claim(**unrated(Verdict.NO_EVIDENCE_FOUND))),
    ("search-logged", lambda s: s.claim(searches=()), CLAIM, "searches", "log where", lambda s: s.claim(**unrated(Verdict.NOT_CHECKABLE, searches=()))),
    ("search-logged", lambda s: s.claim(**unrated(Verdict.UNVERIFIABLE, searches=())), CLAIM, "searches", "log where", lambda s: s.search(kept=0)),
    ("not-checkable-kind", lambda s: s.claim(**unrated(Verdict.NOT_CHECKABLE)), CLAIM, "verdict", "mend one of the two", lambda s: s.claim(**unrated(Verdict.NOT_CHECKABLE, kind=Kind.TRADITION))),
    # wording
    ("wording-fits-certainty", lambda s: s.wording(exact="Massage eases knee pain."), CLAIM, "wording.exact", "'probably'", lambda s: s.wording(exact="Massage is unlikely to harm.")),
    ("wording-fits-certainty", lambda s: s.wording(exact="People are more likely to walk."), CLAIM, "wording.exact", "'probably'", lambda s: s.wording(exact="People are likely to walk.")),
    ("wording-fits-certainty", lambda s: s.claim(certainty=Certainty.HIGH), CLAIM, "wording.exact", "no hedge", lambda s: s.wording(exact="Massaged knees are twice as likely to bend.").claim(certainty=Certainty.HIGH)),
    ("wording-fits-certainty", lambda s: s.claim(certainty=Certainty.LOW), CLAIM, "wording.exact", "'may'", lambda s: s.wording(exact="Massage might ease pain.").claim(certainty=Certainty.LOW)),
    ("wording-fits-certainty", lambda s: s.claim(certainty=Certainty.VERY_LOW), CLAIM, "wording.exact", "very uncertain", lambda s: s.wording(exact="Whether massage eases pain is not yet known.").claim(certainty=Certainty.VERY_LOW)),
    ("wording-fits-certainty", lambda s: s.wording(exact="It is very uncertain whether massage helps.").claim(certainty=Certainty.LOW), CLAIM, "wording.exact", "'may'", lambda s: s.wording(exact="Studies disagree on massage.").claim(certainty=Certainty.LOW, verdict=Verdict.CONFLICTING)),
    ("wording-admits-nothing-found", lambda s: s.chain(wording=replace(s.claims[2].wording, exact="Massage may save knees.")), CHAIN, "wording.exact", "say so plainly", lambda s: s.chain(wording=replace(s.claims[2].wording, exact="This has not been studied."))),
    ("wording-admits-nothing-found", lambda s: s.claim(**unrated(Verdict.UNVERIFIABLE)), CLAIM, "wording.exact", "no source", lambda s: s.wording(exact="The figure has no published source.").claim(**unrated(Verdict.UNVERIFIABLE))),
    ("everyday-not-over-strong", lambda s: s.wording(everyday="Massage always works."), CLAIM, "wording.everyday", "say what was found", lambda s: s.wording(everyday="Massage does not always work.")),
    ("everyday-not-over-strong", lambda s: s.wording(everyday="Not bad. It cures knees."), CLAIM, "wording.everyday", "'cures'", lambda s: s.wording(everyday="Nobody has shown that it cures knees.")),
    ("answer-one-sentence", lambda s: s.claim(answer="Probably. A little."), CLAIM, "answer", "in one", lambda s: s.claim(answer="Probably, by 8.16 points (e.g. after a week).")),
    ("answer-one-sentence", lambda s: s.claim(answer=""), CLAIM, "answer", "in one", lambda s: s.claim(answer="Yes")),
    ("summary-length", lambda s: s.claim(summary="One trial found less pain."), CLAIM, "summary", "two to four", lambda s: s.claim(summary="One trial. It was small.")),
    ("summary-length", lambda s: s.claim(summary="One. Two. Three. Four. Five."), CLAIM, "summary", "two to four", lambda s: s.claim(summary="One. Two. Three. Four.")),
    ("phrasings-enough", lambda s: s.claim(phrasings=s.claims[0].phrasings[:5]), CLAIM, "phrasings", "at least 6", lambda s: s.claim(phrasings=s.claims[0].phrasings[:6])),
    ("phrasings-different", lambda s: s.claim(phrasings=("A rub helps.", "A rub helps!")), CLAIM, "phrasings[2]", "other words", lambda s: s.claim(phrasings=("A rub helps.", "A rub may help."))),
    ("phrasings-different", lambda s: s.claim(phrasings=("massage eases knee pain",)), CLAIM, "phrasings[1]", "repeats the statement", lambda s: s.claim(phrasings=("Massage eases the knee's pain.",))),
    # numbers
    ("prose-number-sourced", lambda s: s.claim(answer="Massage probably takes 9 points off."), CLAIM, "answer", "record the result", lambda s: s.claim(answer="Massage probably takes about 8 points off.")),
    ("prose-number-sourced", lambda s: s.claim(harms="Bruises in 7 %."), CLAIM, "harms", "leave it out", lambda s: s.claim(statement="Bruises in 7 %.", harms="Bruises in 7 %.")),
    ("prose-number-sourced", lambda s: s.claim(summary="Of 230 people. Half."), CLAIM, "summary", "says 230", lambda s: s.claim(summary="Of about 230 people, or 222. Two.")),
    ("prose-number-sourced", lambda s: s.claim(does_not_say="It says nothing of 1,012 people."), CLAIM, "does_not_say", "says 1,012", lambda s: s.claim(does_not_say="It says nothing of COX-2, IL-6, type 2 diabetes or the 1st day.")),
    ("prose-number-sourced", lambda s: s.with_study("gamma2021other").result(2, estimate="77").claim(harms="It took 77 days."), CLAIM, "harms", "says 77", lambda s: s.with_study("gamma2021other").result(2, estimate="77").claim(harms="It took 77 days (gamma2021other).")),
    # articles
    ("phrase-present", lambda s: s.appearance(phrase=" "), CLAIM, "appearances[1].phrase", "quote a few words", lambda s: s.appearance(phrase="pain")),
    ("phrase-length", lambda s: s.appearance(phrase="word " * 11), CLAIM, "appearances[1].phrase", "10 at most", lambda s: s.appearance(phrase="word " * 10)),
    ("appearance-place", lambda s: s.appearance(sentence=3), CLAIM, "appearances[1]", "count lines", lambda s: s.appearance(sentence=1)),
    ("appearance-place", lambda s: s.appearance(paragraph=0), CLAIM, "appearances[1]", "from one", lambda s: s.appearance(paragraph=9).but(texts={})),
    ("appearance-digest", lambda s: s.appearance(sentence=1), CLAIM, "appearances[1].digest", "mend the place or the digest", lambda s: s.appearance(sentence=1).but(texts={})),
    ("phrase-in-sentence", lambda s: s.appearance(phrase="takes knee pain away"), CLAIM, "appearances[1].phrase", "quote it sign by sign", lambda s: s.appearance(phrase="massage  eases")),
    ("article-digest", lambda s: s.but(texts={"000_sample": "Another text."}), "articles.toml", "000_sample.digest", "read it anew", lambda s: s.but(texts={"001_other": "Another text."})),
    # coverage
    ("sentence-accounted", lambda s: s.article(not_claims=s.article_.not_claims[:1]), "articles.toml", "000_sample.not_claims", "paragraph 2, sentence 1 is neither", lambda s: s.article(not_claims=(), sentences=())),
    ("sentence-accounted", lambda s: s.claim(appearances=()), "articles.toml", "000_sample.not_claims", "paragraph 2, sentence 2 is neither", lambda s: s.opposite(appearances=s.claims[0].appearances)),
    ("sentence-one-account", lambda s: s.not_claim(1, sentence=2).opposite(), "articles.toml", "000_sample.not_claims", "massage-eases-knee-pain appears there", lambda s: s.article(not_claims=s.article_.not_claims[:1])),
    ("sentence-one-account", lambda s: s.article(not_claims=(*s.article_.not_claims, s.article_.not_claims[0])), "articles.toml", "000_sample.not_claims", "listed 2 times", lambda s: s),
    ("not-claim-place", lambda s: s.not_claim(sentence=2), "articles.toml", "000_sample.not_claims[1]", "mend the one or the other", lambda s: s.not_claim(1, restates=())),
    ("not-claim-place", lambda s: s.not_claim(paragraph=0), "articles.toml", "000_sample.not_claims[1]", "mend the one or the other", lambda s: s),
    ("not-claim-place", lambda s: s.article(sentences=()), "articles.toml", "000_sample.sentences", "so that none is passed over", lambda s: s.article(sentences=(), not_claims=())),
    ("not-claim-restates", lambda s: s.not_claim(1, restates=()), "articles.toml", "000_sample.not_claims[2].restates", "name the paragraph and sentence", lambda s: s),
    ("not-claim-restates", lambda s: s.not_claim(restates=(2, 2)), "articles.toml", "000_sample.not_claims[1].restates", "only with it", lambda s: s),
    ("not-claim-restates", lambda s: s.not_claim(1, restates=(2, 1)), "articles.toml", "000_sample.not_claims[2].restates", "no other sentence", lambda s: s.not_claim(1, restates=(2, 2))),
    ("not-claim-restates", lambda s: s.not_claim(1, restates=(2,)), "articles.toml", "000_sample.not_claims[2].restates", "no other sentence", lambda s: s),
    ("sentences-counted", lambda s: s.article(sentences=(1, 3)), "articles.toml", "000_sample.sentences", "[1, 2]", lambda s: s.article(sentences=(1, 3)).but(texts={})),
    ("not-claim-digest", lambda s: s.not_claim(digest="0" * 64), "articles.toml", "000_sample.not_claims[1].digest", "mend the place or the digest", lambda s: s.not_claim(digest="0" * 64).but(texts={})),
    # texts
    ("text-nfc", lambda s: s.claim(does_not_say=DECOMPOSED), CLAIM, "does_not_say", "type its accented letters anew", lambda s: s.claim(does_not_say="café")),
    ("text-visible", lambda s: s.result(finding="Less\u200b pain."), TRIAL, "results[1].finding", "U+200B", lambda s: s.result(finding="Less\u00a0pain – “much”.")),
    ("text-visible", lambda s: s.claim(phrasings=("a", "b\u202e")), CLAIM, "phrasings[2]", "delete it", lambda s: s.claim(phrasings=("a", "שלום"))),
    ("text-visible", lambda s: s.reference(title="Massage\nfor knees"), BIB, "alpha2019massage.title", "in one line", lambda s: s.reference(title="Massage — for knees")),
    ("text-visible", lambda s: s.article(title="A\ufffd"), "articles.toml", "000_sample.title", "U+FFFD", lambda s: s.article(title="Ä")),
    ("text-visible", lambda s: s.but(concepts=(replace(s.concepts[0], terms=("rub", "r\u00adub")),)), "vocabulary.toml", "massage.terms[2]", "U+00AD", lambda s: s.but(concepts=(replace(s.concepts[0], terms=("r-ub",)),))),
]  # fmt: skip

NAMES = [row[0] for row in TABLE]


def test_no_rule_finds_fault_with_the_sound_library(sound):
    assert sound.problems == ()


@pytest.mark.parametrize(("rule", "fault", "file", "field", "remedy", "_"), TABLE, ids=NAMES)
def test_rule_tells_where_the_fault_is_and_how_to_mend_it(sound, rule, fault, file, field, remedy, _):
    told = [problem for problem in fault(sound).problems if problem.rule == rule]

    assert Where(file, field) in [problem.where for problem in told]
    assert any(remedy in problem.message for problem in told if problem.where == Where(file, field))


@pytest.mark.parametrize(("rule", "passing"), [(row[0], row[5]) for row in TABLE], ids=NAMES)
def test_rule_leaves_alone_what_is_right(sound, rule, passing):
    told = [str(problem) for problem in passing(sound).problems if problem.rule == rule]

    assert told == []


def test_every_rule_has_rows_in_the_table():
    assert {rule.name for rule in ALL} == set(NAMES)


def test_names_of_rules_are_unique_words_joined_by_hyphens():
    names = [rule.name for rule in ALL]

    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)+", name) for name in names)


def test_every_reason_is_one_sentence():
    assert [rule.name for rule in ALL if not re.fullmatch(r"[^.]+\.", rule.reason.replace("0.95", ""))] == []


def test_problems_found_in_reading_stand_among_the_others_in_order(sound):
    unread = Problem(Where("claims/knee/broken.toml"), "toml-syntax", "is not TOML")
    library = replace(sound.article(read_on=TOMORROW).library, problems=(unread,))

    found = validate(library, today=TODAY)

    assert [problem.rule for problem in found] == ["date-not-in-future", "toml-syntax"]
