"""Sixty invented or mixed-up references are refused; two hundred true ones in other spellings are not."""

from dataclasses import replace
from datetime import date

import pytest
from registries.world import ALL, Paper, update
from werkzeug import Response

from evidence.curation.reports import Outcome
from evidence.curation.verify import verify, verify_study
from evidence.model import Certainty, Integrity, Name, Reference

DAY = date(2026, 11, 21)
DOINGS = ("Vitamin C", "Vitamin D", "Foot massage", "Hip training", "Taping", "Kneading", "Walking", "Omega-3 capsules")
STATES = ("knee pain", "poor sleep", "sore muscles", "stiff elbows", "low mood")
PEOPLE = ("adults", "older women", "runners", "nurses")
FAMILIES = (
    "Müller",
    "Sørensen",
    "van der Windt",
    "García López",
    "Łukasz",
    "O'Neill",
    "Smith-Jones",
    "Çelik",
    "Ng",
    "Weiß",
)


def paper(number: int) -> Paper:
    """One of a hundred and sixty papers that differ in a word or two."""
    doing, state, people = DOINGS[number % 8], STATES[number // 8 % 5], PEOPLE[number // 40 % 4]
    return Paper(
        title=f"{doing} & exercise for {state} in {people}",
        subtitle="a randomised controlled trial" if number % 3 else "",
        doi=f"10.1000/trial.{number}",
        pmid=str(20_000_000 + number),
        pmcid=f"PMC{7_000_000 + number}" if number % 2 else "",
        family=FAMILIES[number % 10],
        given="Ada Mary",
        year=2000 + number % 25,
    )


def reference(truth: Paper, **changes) -> Reference:
    fields = {
        "key": "miller2020kneading",
        "type": "article",
        "title": truth.whole,
        "authors": (Name(family=truth.family, given=truth.given),),
        "year": str(truth.year),
        "doi": truth.doi,
        "pmid": truth.pmid,
        "pmcid": truth.pmcid,
    }
    return Reference(**{**fields, **changes})


@pytest.fixture
def held(library_of, study_of, registries):
    """Hold a reference against the world."""

    def verify_reference(made: Reference):
        study = replace(study_of(), reference=made)
        return verify_study(library_of(studies=[study]), study, registries, DAY)

    return verify_reference


@pytest.fixture
def peopled(world):
    world.papers = [paper(number) for number in range(160)]
    return world


NOTHING = {"doi": "", "pmid": "", "pmcid": ""}
TRUTHS = [paper(number) for number in range(3, 73, 7)]


def twin(title: str) -> str:
    """A title that differs by a word, a letter or a figure."""
    for old, new in (("Vitamin C", "Vitamin B"), ("Omega-3", "Omega-6"), ("pain", "strain"), ("sleep", "sleeping")):
        if old in title:
            return title.replace(old, new)
    return title.replace("exercise", "exercises")


FAKES = {
    "invented": [
        reference(one, title=f"Reiki with {one.title}", pmid="", pmcid="", doi="" if one.year % 2 else "10.1000/none")
        for one in TRUTHS
    ],
    "the DOI of another paper": [reference(one, doi=f"10.1000/trial.{place + 80}") for place, one in enumerate(TRUTHS)],
    "a near twin": [reference(one, title=twin(one.whole), **(NOTHING if one.year % 2 else {})) for one in TRUTHS],
    "another first author": [
        reference(one, authors=(Name(family="Perlman", given="Ada"), Name(family=one.family))) for one in TRUTHS
    ],
    "another year": [
        reference(one, year=str(one.year + step)) for one, step in zip(TRUTHS, (2, -2, 3, -5, 10) * 2, strict=True)
    ],
    "identifiers of two papers": [
        reference(one, pmid=str(20_000_081 + place), pmcid="") for place, one in enumerate(TRUTHS)
    ],
}


@pytest.mark.parametrize("kind", FAKES)
def test_fake_references_are_refused(peopled, held, kind):
    found = [held(made) for made in FAKES[kind]]

    assert len(found) == 10
    assert [one.outcome for one in found if one.outcome not in {Outcome.DISAGREES, Outcome.NOT_FOUND}] == []
    assert all(one.faults for one in found)
    assert {one.standing.status for one in found} == {Integrity.NOT_CHECKED}


def spelt_otherwise(kind: str, world, truth: Paper, place: int) -> Reference:
    """A true reference; either it or what registries say of it is spelt in another way."""
    crossref, pubmed, openalex = (("crossref", truth.doi), ("pubmed", truth.doi), ("openalex", truth.doi))
    match kind:
        case "tags":
            title = truth.title.replace("&", "&amp;").replace("exercise", "<i>exercise</i>")
            world.changes[crossref] = lambda said: {**said, "title": [title]}
        case "retracted":
            world.changes[crossref] = lambda said: {**said, "title": [f"RETRACTED: {truth.title}"]}
            world.changes[pubmed] = lambda one: replace(one, title=f"RETRACTED ARTICLE: {one.title}")
        case "subtitles":
            world.changes[crossref] = lambda said: {**said, "subtitle": []}
            world.changes[openalex] = lambda said: {**said, "title": truth.title}
            return reference(truth, title=truth.title if place % 2 else truth.whole)
        case "accents":
            plain = truth.family.translate(str.maketrans("üøóŁÇß", "uooLCs"))
            return reference(truth, authors=(Name(family=plain, given="Ada"),))
        case "initials":
            name = Name(family=truth.family.upper(), given="A.M.")
            return reference(truth, authors=(name,), year=str(truth.year + 1))
    return reference(truth)


def test_true_references_in_other_spellings_are_accepted(peopled, held):
    asked, refused = 0, []
    for kind in ("tags", "accents", "initials", "subtitles", "retracted"):
        peopled.changes.clear()
        for place, truth in enumerate(peopled.papers[::4]):
            told = held(spelt_otherwise(kind, peopled, truth, place))
            asked += 1
            if told.outcome is not Outcome.AGREES:
                refused.append((kind, truth.whole, truth.family, told.faults))

    assert asked == 200
    assert refused == [], f"{len(refused)} of 200 refused; at most 2 % may be"


def test_two_registries_must_agree_and_one_of_them_on_the_whole_title(world, held):
    truth = paper(1)
    world.add(replace(truth, known_to=("crossref",)))
    assert held(reference(truth, pmid="", pmcid="")).outcome is Outcome.NOT_FOUND

    world.papers = [replace(truth, subtitle="", known_to=("crossref", "openalex"))]
    found = held(reference(truth, pmid="", pmcid=""))
    assert (found.outcome, found.standing.status) == (Outcome.NOT_FOUND, Integrity.NOT_CHECKED)

    world.papers = [replace(truth, known_to=("crossref", "openalex"))]
    assert held(reference(truth, pmid="", pmcid="")).outcome is Outcome.AGREES


def test_an_identifier_that_no_registry_gives_the_work_is_refused(world, held):
    truth = world.add(replace(paper(1), known_to=("pubmed", "europepmc")))
    world.changes["pubmed", truth.doi] = lambda one: replace(one, doi="")
    world.changes["europepmc", truth.doi] = lambda said: {**said, "doi": ""}

    found = held(reference(truth, doi="10.1000/invented"))

    assert found.outcome is Outcome.DISAGREES
    assert found.faults == ("no registry that knows the work gives it the DOI 10.1000/invented",)


def test_a_registry_is_asked_by_the_identifiers_that_another_gives(world, held):
    world.add(paper(1))

    found = held(reference(paper(1), doi="", pmcid=""))

    assert [opinion.outcome for opinion in found.opinions] == [Outcome.AGREES] * 4


def test_what_was_not_asked_is_not_checked_and_never_fine(world, held):
    world.add(paper(1))
    for service in ALL[1:]:
        world.broken[service] = lambda request: Response("<!DOCTYPE html><p>Sign in", content_type="text/html")

    found = held(reference(paper(1)))

    assert found.outcome is Outcome.NOT_CHECKED
    assert found.standing.status is Integrity.NOT_CHECKED
    assert not found.is_fine
    assert [opinion.outcome for opinion in found.opinions] == [Outcome.AGREES, *[Outcome.NOT_CHECKED] * 3]


def test_a_retraction_is_told_even_when_only_one_registry_answers(world, held):
    world.add(replace(paper(1), updated_by=(update("retraction"),)))
    for service in ALL[1:]:
        world.broken[service] = lambda request: Response(status=403)

    found = held(reference(paper(1)))

    assert found.standing.status is Integrity.RETRACTED
    assert found.is_problem


@pytest.mark.parametrize("types", [("Retraction of Publication",), ("Published Erratum",), ("Expression of Concern",)])
def test_a_notice_is_not_taken_for_a_paper(world, held, types):
    notice = world.add(replace(paper(1), title="Notice of retraction of a paper about elbows", types=types))

    found = held(reference(notice))

    assert found.outcome is Outcome.DISAGREES
    assert "not as a paper" in found.faults[0]


def test_a_notice_that_only_crossref_knows_for_one_is_refused_too(world, held):
    notice = world.add(replace(paper(1), update_to=(update("retraction", source="publisher"),)))

    assert held(reference(notice)).outcome is Outcome.DISAGREES


def test_a_retraction_suspends_the_ratings_that_rest_on_it(world, held):
    world.add(
        replace(paper(1), updated_by=(update("retraction"),), comments=(("RetractionIn", "5"),), is_retracted=True)
    )

    found = held(reference(paper(1)))

    assert found.standing.status is Integrity.RETRACTED
    assert not found.standing.disputed
    assert [(one.claim, one.before) for one in found.suspends] == [("kneading-loosens-elbows", Certainty.MODERATE)]


def test_figures_that_the_abstract_does_not_have_are_listed(world, held):
    world.add(replace(paper(1), abstract="In 80 adults the difference was -4.0 (95% CI -6.0 to -2.5)."))

    found = held(reference(paper(1)))

    assert found.looked_for == 4
    assert [(one.field, one.figure) for one in found.missing] == [("results[1].high", "-2.0")]
    assert found.is_fine


def test_no_abstract_is_no_finding(world, held):
    world.add(paper(1))

    found = held(reference(paper(1)))

    assert (found.abstract, found.looked_for, found.missing) == (None, 0, ())


def test_studies_are_asked_for_one_by_one(world, registries, library_of, study_of):
    world.add(paper(1))
    asked = verify(library_of(), [study_of()] * 3, registries, DAY)

    next(asked)

    assert len(world.asked) < 12
