"""The list of studies: search, facets with counts, order, what is taken away."""

from html import unescape

import pytest

pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from evidence.dashboard.links import link, study_link
from evidence.dashboard.study_list import FACETS, Order, Wanted, counts, select
from evidence.model import Design


@pytest.fixture
def shelf(library_of, study_of):
    """Three studies, of which one is cited."""
    return library_of(
        studies=[
            study_of(),
            study_of("berg2021rest", title="Rest & 1 < 2", design=Design.COHORT, participants=None),
            study_of("ono2019elbows", title="Elbows of $rats$", design=Design.ANIMAL, participants=900),
        ]
    )


def keys(studies):
    return [study.key for study in studies]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["berg2021rest", "miller2020kneading", "ono2019elbows"]),
        (Wanted(words="REST"), ["berg2021rest"]),
        (Wanted(words="10.1000/ono2019elbows"), ["ono2019elbows"]),
        (Wanted(words="miller kneading"), ["miller2020kneading"]),
        (Wanted(words="miller zebra"), []),
        (Wanted(design=("cohort", "animal")), ["berg2021rest", "ono2019elbows"]),
        (Wanted(topic=("elbows",)), ["miller2020kneading"]),
        (Wanted(integrity=("clear",)), []),
    ],
)
def test_words_and_facets_narrow_the_list(shelf, wanted, found):
    assert sorted(keys(select(shelf, wanted))) == found


def test_studies_come_in_the_order_asked_for(shelf):
    assert keys(select(shelf, Wanted(), Order.PEOPLE)) == ["ono2019elbows", "miller2020kneading", "berg2021rest"]
    assert keys(select(shelf, Wanted(), Order.CLAIMS))[0] == "miller2020kneading"


def test_a_count_is_what_choosing_it_shows(real):
    others = Wanted(words="massage", design=("randomised_trial",))
    for facet, counted in counts(real, others).items():
        for value, count in counted.items():
            chosen = Wanted(**{name: getattr(others, name) for name in ("words", *FACETS)} | {facet: (value,)})
            assert len(select(real, chosen)) == count


def test_the_table_shows_what_is_known_and_what_is_not(open_page, shown, shelf):
    app = open_page("studies", shelf)
    text = shown(app)

    assert not app.exception
    assert "3 of 3 studies" in text
    assert "Rest &amp; 1 &lt; 2" in text
    assert "Elbows of $rats$" in text
    assert "not stated" in text
    assert text.count("not checked") >= 3
    assert study_link(shelf.study("berg2021rest")) in text
    assert link("claims", "1 claim", {"claim": "kneading-loosens-elbows"}) in text


def test_a_choice_stands_in_the_address_and_opens_from_it(open_page, shown, shelf):
    app = open_page("studies", shelf)
    app.pills(key="design").set_value(["animal"]).run()

    assert app.query_params["design"] in ("animal", ["animal"])
    again = open_page("studies", shelf, design=["animal"], sort=["people"])
    assert "1 of 3 studies" in shown(again)
    assert again.selectbox(key="sort").value == "people"


def test_what_the_address_says_amiss_is_told(open_page, shelf):
    assert "nonsense" in open_page("studies", shelf, design=["nonsense"]).warning[0].value


def test_nothing_found_says_so(open_page, shelf):
    app = open_page("studies", shelf, q=["zebra"])

    assert app.info[0].value == "No study fits all of this."
    next(button for button in app.button if button.label == "Clear all").click().run()
    assert not app.info


def test_a_long_list_has_pages(open_page, shown, library_of, study_of):
    library = library_of(studies=[study_of(f"ono{year}elbows") for year in range(1900, 1960)])
    text = unescape(shown(open_page("studies", library, page=["2"])))

    assert text.count("study?id=") == 10


def test_all_that_is_shown_goes_into_the_basket(open_page, shelf):
    app = open_page("studies", shelf, design=["animal"])
    app.button(key="basket-studies").click().run()

    assert app.button(key="basket-studies").label == "All in the basket"
