"""`evidence check` as a writer runs it."""

import io
import json
import sys
from pathlib import Path

import jsonschema
import pytest

from evidence.cli import main
from evidence.schemas import schema

WARNED = "Massage releases endorphins.\n"
WRONG = "Massage improves athletic performance.\n"
FINE = "The bus is late today.\n"
UNSURE = "It is very uncertain whether massage releases endorphins.\n"


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    def start(*words, **files):
        for name, text in files.items():
            (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
        code = main(["check", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return start


def test_json_fits_the_schema_and_stands_alone_on_standard_output(run):
    code, out, err = run("a.md", "--format", "json", a=WARNED)

    assert code == 0
    jsonschema.validate(json.loads(out), schema("check"))
    assert json.loads(out)["sentences"][0]["level"] == "warning"
    assert "1 warning" in err


def test_standard_input_is_read_when_no_file_is_named(run, monkeypatch):
    for words in ([], ["-"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
        code, out, _ = run(*words)

        assert code == 1
        assert "standard input:1:1 error" in out


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        (WRONG, [], 1),
        (WRONG, ["--fail-on", "never"], 0),
        (WARNED, [], 0),
        (WARNED, ["--fail-on", "warning"], 1),
        (UNSURE, ["--fail-on", "warning"], 0),
        (UNSURE, ["--fail-on", "note"], 1),
        (FINE, ["--fail-on", "note"], 0),
    ],
)
def test_it_ends_with_one_when_a_finding_is_as_grave_as_asked(run, text, words, code):
    assert run("a.md", *words, a=text)[0] == code


def test_the_terminal_shows_the_marked_sentence_rewrites_and_what_to_cite(run):
    _, out, _ = run("a.md", a=FINE + "\nMassage releases endorphins.\n")

    assert "a.md:3:1 warning" in out
    assert "⟦Massage releases endorphins⟧" in out
    assert "write: Nobody has shown convincingly that massage releases endorphins." in out
    assert "cite: betaendorphin1987massage" in out
    assert "1:1 The bus is late today." in out
    assert "2 sentences: 1 matched, 1 not in this library, 0 skipped" in out
    assert "not medical advice" in out


def test_no_text_of_a_draft_commands_the_terminal(run):
    _, out, _ = run("a.md", a="Massage \x1b[31mreleases endorphins.\n")

    assert "\x1b" not in out


def test_the_references_that_a_draft_needs_are_written(run, tmp_path):
    _, _, err = run("a.md", "--bib", "out/a.bib", a=WARNED)
    text = (tmp_path / "out/a.bib").read_text()

    assert ("\n" + text).count("\n@") == 3  # at most three for a finding
    assert "3 references" in err


def test_cite_gives_exactly_what_a_draft_needs(run, capsys, tmp_path):
    run("a.md", "--bib", "a.bib", a=FINE + WARNED)
    code = main(["cite", "--draft", "a.md"])

    assert code == 0
    assert capsys.readouterr().out == (tmp_path / "a.bib").read_text()
    assert main(["cite", "--draft", "a.md", "--all"]) == 2


def test_the_draft_with_citations_is_written(run, tmp_path):
    run("a.md", "--annotate", "b.md", a=WARNED)

    assert (tmp_path / "b.md").read_text().startswith("Massage releases endorphins [cf. @")


def test_several_drafts_make_one_sarif_log(run):
    code, out, _ = run("a.md", "b.md", "--format", "sarif", a=WARNED, b=WRONG)
    (made,) = json.loads(out)["runs"]

    assert code == 1
    assert [artifact["location"]["uri"] for artifact in made["artifacts"]] == ["a.md", "b.md"]


def test_a_draft_without_prose_is_not_taken_for_a_clean_one(run):
    code, _, err = run("a.md", a="```\ncode\n```\n")

    assert code == 0
    assert "nothing was checked" in err


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_other_forms_stand_alone_on_standard_output(run, form):
    _, out, err = run("a.md", "--format", form, a=WRONG)

    assert "contradicted" in out
    assert "1 error" in err


def test_two_drafts_are_compared(run):
    code, out, _ = run("a.md", "b.md", "--drift", a=UNSURE, b=WARNED)

    assert code == 0
    assert "stronger  massage-releases-endorphins" in out
    assert "- a.md:1:1 It is very uncertain" in out
    assert "+ b.md:1:1 Massage releases" in out


def test_a_comparison_as_json_fits_its_schema(run):
    _, out, _ = run("a.md", "b.md", "--drift", "--format", "json", a=FINE, b=WRONG)

    jsonschema.validate(json.loads(out), schema("drift"))
    assert [change["drift"] for change in json.loads(out)] == ["new"]


def test_a_comment_that_ignores_nothing_is_told_of(run):
    code, _, err = run("a.md", a="<!-- evidence: ignore -->\n" + WRONG)

    assert code == 1
    assert "a.md:1:1: the comment ignores nothing without a reason" in err


@pytest.mark.parametrize(
    ("words", "code", "fragment"),
    [
        (["nowhere.md"], 3, "nowhere.md"),
        (["a.md", "--drift"], 2, "two files"),
        (["a.md", "a.md", "--drift", "--format", "html"], 2, "as text or json"),
        (["a.md", "a.md", "--drift", "--bib", "x.bib"], 2, "neither --bib"),
        (["a.md", "a.md", "--format", "json"], 2, "Several files"),
        (["a.md", "a.md", "--annotate", "b.md"], 2, "Several files"),
        (["a.md", "--library", "nowhere"], 3, "nowhere is not a folder"),
        (["a.md", "--bib", "folder"], 4, "Cannot write"),
    ],
)
def test_wrong_words_end_with_a_clear_message_and_code(run, words, code, fragment):
    Path("folder").mkdir()
    got, out, err = run(*words, a=WRONG)

    assert (got, out) == (code, "")
    assert fragment in err
