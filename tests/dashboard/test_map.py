"""The evidence map as a table of links."""

import re
from dataclasses import replace
from html import unescape

import pytest

pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from evidence.dashboard.links import link
from evidence.model import Intervention, Question, Topic
from evidence.plots import evidence_map


@pytest.fixture
def atlas(library_of, claim_of):
    """Two topics, two outcomes, three claims, one empty cell."""

    def asks(outcome):
        question = claim_of().question
        return Question(
            population=question.population,
            intervention="kneading",
            comparator="rest",
            outcome=outcome,
            direction=question.direction,
        )

    return library_of(
        topics=[Topic(id="elbows", title="Elbows", line="."), Topic(id="knees", title="Knees", line=".")],
        claims=[
            claim_of(),
            claim_of("second", question=asks("stiffness")),
            claim_of("third", topic="knees", question=asks("colour")),
        ],
    )


def test_every_claim_is_a_tile_and_every_cell_leads_to_its_claims(open_page, shown, atlas):
    app = open_page("map", atlas)
    text = shown(app)

    assert not app.exception
    for id in atlas.claims:
        assert f'href="claim?id={id}"' in text
    assert link("claims", "2 claims", {"claim": ["kneading-loosens-elbows", "second"]}) in text


def test_empty_cells_are_named(open_page, shown, atlas):
    text = shown(open_page("map", atlas))

    assert text.count(">no claim</span></td>") == 2
    assert "2 cells of 4 hold no claim." in text
    assert re.search("Elbows: no claim on other outcomes", text)
    assert re.search("Knees: no claim on stiffness", text)


def test_the_rows_are_the_interventions_where_a_library_has_them(open_page, shown, atlas):
    rows = (Intervention(id="kneading", title="Kneading", claims=("third", "kneading-loosens-elbows", "second")),)
    text = shown(open_page("map", replace(atlas, interventions=rows)))

    assert re.findall('<th scope="row" role="rowheader">(.*?)</th>', text) == ["Kneading"]
    assert "Claims by intervention or exposure and outcome" in text


def test_the_whole_library_is_on_the_map_with_its_twin_and_its_data(open_page, shown, real):
    app = open_page("map")
    text = unescape(shown(app))

    assert len(set(re.findall(r'href="claim\?id=([^"]+)"', text))) == len(real.claims)
    assert evidence_map(real).text.splitlines()[0] in text
    assert [button.proto.label for button in app.get("download_button")] == ["Map (CSV)", "Map (SVG)"]


def test_without_claims_the_page_says_why_it_is_empty(open_page, shown, library_of):
    app = open_page("map", library_of(claims=[]))

    assert not app.exception
    assert "There is no claim to put on the map." in shown(app)
