"""What pages share: tables to take away, texts with studies in them, and one set of colours."""

import re

import pytest

pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from markupsafe import Markup
from streamlit.testing.v1 import AppTest

from evidence.dashboard.assets import asset
from evidence.dashboard.links import study_link, with_studies
from evidence.dashboard.parts import people
from evidence.model import Design
from evidence.plots import Theme
from evidence.plots.theme import Ink


@pytest.mark.parametrize("ink", [Ink.HOLDS, Ink.FAILS, Ink.MIXED, Ink.OPEN])
def test_signs_on_pages_have_the_colours_that_they_have_in_pictures(ink):
    (colours,) = re.findall(rf"--ev-{ink.value}: light-dark\((#\w+), (#\w+)\)", asset("style.css"))

    assert colours == tuple(theme.colour(ink) for theme in (Theme.LIGHT, Theme.DARK))


def test_keys_in_a_text_become_links_and_all_else_stays_as_it_is(library_of):
    library = library_of()
    (study,) = library.studies.values()

    assert with_studies("By miller2020kneading: <b> & nobody2020here.", library) == (
        Markup("By ") + study_link(study) + Markup(": &lt;b&gt; &amp; nobody2020here.")
    )
    assert with_studies("", library) == ""


def test_a_table_can_be_taken_away_as_it_is_read():
    def page():
        from markupsafe import Markup

        from evidence.dashboard import parts

        rows = [[Markup('<a href="x">one & two</a>'), 1200], ["=three", ""]]
        parts.table(["what it is", "people"], rows, "A table", file_name="table.csv")

    app = AppTest.from_function(page).run()
    (shown,) = (element.proto.body for element in app.get("html"))

    assert not app.exception
    assert re.findall(r'role="columnheader" class="">(.*?)<', shown) == ["What it is", "People"]
    assert 'data-label="People">1,200<' in shown
    assert [button.proto.label for button in app.get("download_button")] == ["This table (CSV)"]


@pytest.mark.parametrize(
    ("design", "count", "told"),
    [
        (Design.RANDOMISED_TRIAL, 1200, 1200),
        (Design.ANIMAL, 6, "6 animals"),
        (Design.LABORATORY, 14, "n 14"),
        (Design.ANIMAL, None, ""),
    ],
)
def test_only_people_are_counted_as_people(study_of, design, count, told):
    assert people(study_of(design=design, participants=count)) == told
