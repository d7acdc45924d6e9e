"""A new library is sound, explains itself, and never replaces what was there."""

from datetime import date

import pytest

from evidence.errors import CannotWrite
from evidence.rules import validate
from evidence.store import load, misformatted
from evidence.store.start import start


def test_a_new_library_is_empty_and_sound(tmp_path):
    folder = tmp_path / "mine"
    written = start(folder)
    library = load(folder)

    assert {"README.md", "articles.toml", "studies.bib", "topics.toml", "vocabulary.toml"} <= set(written)
    assert (len(library.claims), len(library.studies), [*library.topics]) == (0, 0, ["general"])
    assert validate(library, today=date(2026, 11, 21)) == ()
    assert misformatted(library, folder) == ()


def test_its_page_explains_every_field_and_leads_nowhere_outside(tmp_path):
    start(tmp_path)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")

    assert "## A claim" in text
    assert "](../" not in text


def test_an_empty_folder_is_taken(tmp_path):
    start(tmp_path)

    assert (tmp_path / "claims" / "general").is_dir()


@pytest.mark.parametrize("there", ["notes.txt", "studies.bib"])
def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path, there):
    (tmp_path / there).write_text("mine", encoding="utf-8")

    with pytest.raises(CannotWrite, match="not empty"):
        start(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [there]
    assert (tmp_path / there).read_text(encoding="utf-8") == "mine"


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")

    with pytest.raises(CannotWrite, match="not empty"):
        start(tmp_path / "file")
