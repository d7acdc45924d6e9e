"""What a curator asks: a new library, an article's sentences and coverage, numbers, a sample to be read again."""

import json

import jsonschema
import pytest

from evidence.cli import main
from evidence.schemas import schema
from evidence.store import save


@pytest.fixture
def run(capsys, tmp_path, library_of):
    """Runs a command on the made-up library: code, standard output, standard error."""
    save(library_of(), tmp_path)

    def command(*words):
        code = main([*words, "--library", str(tmp_path)])
        return code, *capsys.readouterr()

    return command


def test_the_report_card_counts_by_verdict_and_by_certainty(run):
    code, out, _ = run("articles")

    assert code == 0
    assert "1 supported" in out
    assert "1 moderate" in out


def test_coverage_that_was_not_counted_is_not_shown_as_complete(run):
    _, out, _ = run("articles", "--coverage")

    assert out.count("not counted") == 2


def test_the_summary_fits_its_schema_and_shows_shares_in_words(run):
    _, as_json, _ = run("validate", "--summary", "--format", "json")
    code, as_text, _ = run("validate", "--summary")

    jsonschema.validate(json.loads(as_json), schema("summary"))
    assert "resting on a single study: 1, 100.0% of the rated claims" in as_text
    assert code == 1


def test_a_summary_that_is_not_to_be_believed_says_so(run):
    code, _, err = run("validate", "--summary")

    assert code == 1
    assert "Look again: nine claims in ten are supported" in err


def test_the_sample_fits_its_schema_and_is_the_same_again(run):
    first, again = (run("audit", "sample", "--seed", "2026", "--format", "json") for _ in range(2))

    assert first == again
    jsonschema.validate(json.loads(first[1]), schema("audit"))


def test_the_forms_name_the_pages_and_leave_room_for_the_figures(run):
    _, out, _ = run("audit", "sample", "--seed", "2026")

    assert "Seed 2026: 1 of 1 figures" in out
    assert "https://example.org/1" in out
    assert "estimate ____" in out
    assert "-4.0" not in out


@pytest.mark.parametrize(
    "words",
    [["audit", "sample"], ["audit", "draw", "--seed", "1"], ["audit", "sample", "--seed", "1", "--figures", "-3"]],
)
def test_wrong_words_are_wrong_usage(run, words):
    with pytest.raises(SystemExit) as exit_:
        run(*words)

    assert exit_.value.code == 2
