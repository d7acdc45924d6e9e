"""`evidence plot` as a user runs it."""

import csv
import io

import pytest

from evidence.cli import main, plot
from evidence.plots import evidence_map, report_card

CLAIM = "massage-relieves-knee-pain-in-osteoarthritis"


@pytest.fixture
def run(capsys, monkeypatch, real):
    monkeypatch.setattr(plot, "open_library", lambda folder: real)

    def done(*words):
        code = main(["plot", *map(str, words)])
        return code, *capsys.readouterr()

    return done


def test_without_a_file_a_plot_is_told_in_words(run, real):
    assert run("card", "003") == (0, f"{report_card(real, '003').text}\n", "")


def test_rows_are_csv(run, real):
    code, out, _ = run("map", "--format", "csv")

    assert code == 0
    assert [row["claim"] for row in csv.DictReader(io.StringIO(out))] == [
        row["claim"] for row in evidence_map(real).data
    ]


@pytest.mark.parametrize(
    ("words", "name", "beginning"),
    [
        (("direction", CLAIM), "a.svg", b"<svg"),
        (("bias", CLAIM), "a.PNG", b"\x89PNG"),
        (("map",), "a.pdf", b"%PDF"),
        (("wording", "001"), "a.txt", b"Wording"),
        (("card", "001"), "a.csv", b"article,"),
    ],
)
def test_the_ending_says_what_is_written_and_an_old_file_is_replaced(run, tmp_path, words, name, beginning):
    (tmp_path / name).write_text("old")

    code, out, err = run(*words, "-o", tmp_path / name)

    assert (code, out, err) == (0, "", f"wrote {tmp_path / name}\n")
    assert (tmp_path / name).read_bytes().startswith(beginning)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_the_ground_is_light_or_dark(run, tmp_path):
    for theme in ("light", "dark"):
        run("card", "001", "-o", tmp_path / f"{theme}.svg", "--theme", theme)

    light, dark = ((tmp_path / f"{theme}.svg").read_text() for theme in ("light", "dark"))
    assert "#ffffff" in light
    assert "#12161b" in dark
    assert "#ffffff" not in dark


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (("forest",), "Name the claim"),
        (("card",), "or the article"),
        (("map", CLAIM), "takes no id"),
        (("card", "001", "-o", "a.jpg"), ".svg, .pdf, .png"),
        (("card", "001", "-o", "card"), ".svg, .pdf, .png"),
        (("forest", "massage-relieve-knee"), "Did you mean"),
        (("forest", "massage-has-no-side-effects"), "no forest plot"),
        (("card", "0"), "There is no article"),
    ],
)
def test_wrong_usage_is_told_with_its_remedy_and_nothing_is_written(run, tmp_path, monkeypatch, words, remedy):
    monkeypatch.chdir(tmp_path)

    code, out, err = run(*words)

    assert (code, out) == (2, "")
    assert remedy in err
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told(run, tmp_path):
    (tmp_path / "file").write_text("")

    code, _, err = run("card", "001", "-o", tmp_path / "file/a.svg")

    assert code == 4
    assert "Cannot write" in err
