"""What each client makes of its service's answers."""

import re
from datetime import date

import pytest
from registries.world import Paper, update

from evidence.errors import NotAnswered
from evidence.model import Name
from evidence.registries import NoticeKind, Sought

PAPER = Paper(
    title="Kneading for stiff elbows",
    subtitle="a randomised trial",
    doi="10.1000/knead(20)1:2;3#x/../y",
    pmid="30543021",
    pmcid="PMC6420526",
    abstract="In 80 adults stiffness fell by 4.0 points (95% CI 2.0 to 6.0; P<0.001).",
    types=("Journal Article", "Randomized Controlled Trial"),
)
WAYS = [Sought(doi=PAPER.doi), Sought(pmid=PAPER.pmid), Sought(pmcid=PAPER.pmcid), Sought(title=PAPER.whole)]


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("sought", WAYS)
def test_a_registry_gives_the_same_work_however_it_is_looked_for(world, registries, place, sought):
    world.add(PAPER)

    found = registries[place].find(sought)

    if place == 0 and not (sought.doi or sought.title):
        assert found == ()  # Crossref knows no PubMed numbers
        return
    (work,) = found
    assert work.title.rstrip(".") == "Kneading for stiff elbows: a randomised trial"
    assert 2020 in work.years
    assert work.doi == PAPER.doi
    assert work.on == date.today()


def test_crossref_gives_names_in_their_parts(world, registries):
    world.add(PAPER)

    (work,) = registries[0].find(WAYS[0])

    assert work.authors == (
        Name(family="Miller", given="Ada Mary"),
        Name(family="Berg", given="Jo", particle="van der"),
    )


@pytest.mark.parametrize("place", range(4))
def test_what_a_registry_does_not_know_is_nothing_and_no_failure(world, registries, place):
    assert registries[place].find(Sought(doi="10.1000/nobody", pmid="1" if place else "")) == ()


@pytest.mark.parametrize("place", [1, 2])
def test_the_abstract_comes_without_markup(world, registries, place):
    world.add(PAPER)

    (work,) = registries[place].find(WAYS[1])

    assert PAPER.abstract in work.abstract
    assert "<h4>" not in work.abstract


def test_notices_are_read_where_each_registry_puts_them(world, registries):
    concern = update("expression_of_concern", source="publisher")
    world.add(
        Paper(
            title="Taken back",
            doi="10.1000/gone",
            pmid="9",
            updated_by=(update("retraction"), update("new_version"), concern),
            comments=(("RetractionIn", "10"), ("ErratumIn", "11")),
            is_retracted=True,
        )
    )

    works = [work for registry in registries for work in registry.find(Sought(doi="10.1000/gone"))]
    told = [[one.kind for one in work.notices] for work in works]

    kinds = NoticeKind
    assert told == [
        [kinds.RETRACTION, kinds.CONCERN],
        [kinds.RETRACTION, kinds.CORRECTION],
        [kinds.RETRACTION, kinds.CORRECTION],
        [kinds.RETRACTION],
    ]


def test_the_words_of_a_title_cannot_add_to_a_query(world, registries):
    nasty = 'Knees" OR "everything [all] \\ , publication_year:2020 | elbows'
    for registry in registries:
        registry.find(Sought(title=nasty))

    names = ("pubmed", "europe", "openalex")
    pubmed, europe, openalex = (next(one for one in world.asked if one.startswith(name)) for name in names)
    assert pubmed.count('"') == 2
    assert "[all]" not in pubmed
    assert europe.count('"') == 2
    assert not re.search("[,|]", openalex.partition("title.search:")[2])


WRONG = {
    "crossref": (lambda said: {**said, "title": "no list"}, "message.title"),
    "europepmc": (lambda said: {**said, "journalInfo": {"yearOfPublication": "MMXX"}}, "journalInfo.yearOfPublication"),
    "openalex": (lambda said: {name: part for name, part in said.items() if name != "is_retracted"}, "is_retracted"),
}


@pytest.mark.parametrize(("place", "service"), [(0, "crossref"), (2, "europepmc"), (3, "openalex")])
def test_an_unknown_shape_is_refused_with_the_path_of_the_field(world, registries, place, service):
    world.add(PAPER)
    change, path = WRONG[service]
    world.changes[service, PAPER.doi] = change

    with pytest.raises(NotAnswered, match=re.escape(path)):
        registries[place].find(WAYS[0])


@pytest.mark.parametrize("place", range(4))
def test_the_record_of_another_paper_is_no_answer(world, registries, place):
    world.add(PAPER)
    other = "10.1000/another"
    service = ("crossref", "pubmed", "europepmc", "openalex")[place]
    world.changes[service, PAPER.doi] = {
        "crossref": lambda said: {**said, "DOI": other},
        "pubmed": lambda paper: Paper(title="Other", doi=other, pmid="77"),
        "europepmc": lambda said: {**said, "doi": other, "pmid": "77"},
        "openalex": lambda said: {**said, "ids": {"doi": f"https://doi.org/{other}"}},
    }[service]

    with pytest.raises(NotAnswered, match="answered for"):
        registries[place].find(WAYS[1] if service == "pubmed" else WAYS[0])
