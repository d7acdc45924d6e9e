import base64
import re
import subprocess
import sys

import pytest

pytest.importorskip("pandas", reason="the extra `tables` is not installed")
pytest.importorskip("vl_convert", reason="the extra `figures` is not installed")

import evidence
from evidence.notebook import CheckedDraft, Picture, run, table
from evidence.plots import effect_direction


@pytest.fixture
def plot(library_of):
    return effect_direction(library_of(), "kneading-loosens-elbows")


def test_a_picture_is_still_and_needs_nothing_from_elsewhere(plot):
    page = Picture(plot)._repr_html_()
    (image,) = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', page)

    assert base64.b64decode(image).startswith(b"<svg ")
    assert "<script" not in page
    assert "http" not in page


def test_a_picture_has_its_description_and_its_words(plot):
    page = Picture(plot)._repr_html_()

    assert f'alt="{plot.description}"' in page
    assert all(line in page for line in plot.text.splitlines())


def test_text_from_records_is_no_markup(library_of, claim_of):
    hostile = claim_of(statement='Kneading <script>alert("1")</script> & loosens.')
    page = Picture(effect_direction(library_of(claims=[hostile]), hostile.id))._repr_html_()

    assert "<script" not in page
    assert "&lt;script&gt;alert(&quot;1&quot;)" in page


def test_a_picture_is_its_words_where_no_picture_can_be_shown(plot):
    assert repr(Picture(plot)) == plot.text


def test_a_checked_draft_is_a_page_in_a_frame_that_runs_nothing(library_of):
    library = library_of()
    report = evidence.check('Kneading loosens "stiff" elbows. <script>alert(1)</script>', library)
    page = CheckedDraft(report, library)._repr_html_()

    assert re.fullmatch(r'<iframe title="[^"]+" sandbox srcdoc="[^"]+" style="[^"]+"></iframe>', page)
    assert "loosens" in page


def test_a_table_shows_whole_texts_without_markup_or_row_numbers(library_of, claim_of):
    statement = "Kneading <b>loosens</b> " + "stiff " * 30 + "elbows."
    frame = evidence.tables.claims(library_of(claims=[claim_of(statement=statement, certainty=None, rating=None)]))
    page = table(frame[["statement", "certainty"]]).to_html()

    assert "&lt;b&gt;loosens&lt;/b&gt; " + "stiff " * 30 + "elbows." in page
    assert ">–<" in page
    assert "row_heading" not in page


def test_a_command_runs_in_its_folder_and_says_all_that_it_says(tmp_path, capsys):
    assert run("evidence init socks", folder=tmp_path) == 0
    assert run("evidence validate socks", folder=tmp_path) == 0
    assert (tmp_path / "socks/topics.toml").exists()
    out = capsys.readouterr().out
    assert "topics.toml" in out  # from standard output
    assert "No problems." in out  # from standard error


def test_a_command_that_fails_gives_its_exit_code(tmp_path, capsys):
    assert run("evidence show nothing-of-the-kind", folder=tmp_path) == 2
    assert "nothing-of-the-kind" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["rm -r socks", "python -m evidence", ""])
def test_no_other_program_is_run(command):
    with pytest.raises(ValueError, match="no command of evidence"):
        run(command)


def test_modules_are_reached_from_the_public_face():
    assert evidence.__all__ == sorted(evidence.__all__)
    for name in evidence.__all__:
        assert getattr(evidence, name) is not None
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = evidence.nonsense


def test_nothing_heavy_is_imported_before_it_is_used():
    code = (
        "import sys, evidence; late = {'pandas', 'numpy', 'altair', 'vl_convert', 'evidence.plots', 'evidence.tables', "
        "'evidence.notebook', 'evidence.synthesis'}; print(sorted(late & sys.modules.keys())); "
        "evidence.plots; evidence.synthesis; print(sorted({'pandas', 'altair', 'vl_convert'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == ["[]", "[]"]
