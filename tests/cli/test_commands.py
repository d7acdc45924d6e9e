"""The commands as a user runs them, in a process of their own where the exit matters, else in this one."""

import csv
import io
import json
import os
import subprocess
import sys

import jsonschema
import pytest

from evidence.cli import main
from evidence.cli.arguments import parser
from evidence.schemas import schema
from evidence.store import save


def run(capsys, *words):
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def folder(tmp_path, library_of):
    save(library_of(), tmp_path)
    return tmp_path


def test_claims_as_json_fit_the_schema_and_nothing_else_is_on_standard_output(capsys):
    code, out, _ = run(capsys, "claims", "--format", "json")

    assert code == 0
    jsonschema.validate(json.loads(out), schema("claims"))
    assert len(json.loads(out)) >= 24


@pytest.mark.parametrize("command", ["studies", "articles"])
def test_lists_as_json_fit_their_schemas(capsys, command):
    code, out, _ = run(capsys, command, "--format", "json")

    assert code == 0
    jsonschema.validate(json.loads(out), schema(command))


def test_every_claim_is_shown_whole_as_text_and_as_json(capsys, real):
    for claim in real.claims.values():
        code, out, _ = run(capsys, "show", claim.id, "--format", "json")
        assert code == 0
        jsonschema.validate(json.loads(out), schema("show"))
        code, out, _ = run(capsys, "show", claim.id)
        assert code == 0
        assert claim.wording.everyday.split()[0] in out
        assert "not medical advice" in " ".join(out.split())


@pytest.mark.parametrize(
    ("options", "fits"),
    [
        (["--certainty", "low+"], lambda claim: claim["certainty"] in {"low", "moderate", "high"}),
        (["--certainty", "very_low"], lambda claim: claim["certainty"] == "very_low"),
        (["--verdict", "contradicted"], lambda claim: claim["verdict"] == "contradicted"),
        (["--verdict", "Partly supported"], lambda claim: claim["verdict"] == "partly_supported"),
        (["--kind", "statistic"], lambda claim: claim["kind"] == "statistic"),
        (["--article", "000"], lambda claim: any(seen["article"].startswith("000") for seen in claim["appearances"])),
        (["--topic", "foot-massage"], lambda claim: claim["topic"] == "foot-massage"),
    ],
)
def test_a_filter_gives_the_claims_that_fit_and_all_of_them(capsys, options, fits):
    everything = json.loads(run(capsys, "claims", "--format", "json")[1])
    some = json.loads(run(capsys, "claims", *options, "--format", "json")[1])

    assert some
    assert [claim["id"] for claim in some] == [claim["id"] for claim in everything if fits(claim)]


def test_csv_has_a_row_for_each_claim(capsys):
    _, out, _ = run(capsys, "claims", "--certainty", "low+", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))

    assert rows
    assert {row["certainty"] for row in rows} <= {"low", "moderate", "high"}


def test_designs_have_everyday_names(capsys, folder):
    _, trials, _ = run(capsys, "studies", "--design", "rct", "--format", "json", "--library", str(folder))
    _, reviews, _ = run(capsys, "studies", "--design", "review", "--format", "json", "--library", str(folder))

    assert [study["key"] for study in json.loads(trials)] == ["miller2020kneading"]
    assert json.loads(reviews) == []


def test_search_says_what_else_it_looked_for(capsys, folder):
    code, out, err = run(capsys, "claims", "--search", "petrissage", "--library", str(folder))

    assert code == 0
    assert "Kneading loosens stiff elbows." in out
    assert "petrissage: also looked for kneading" in err


def test_cite_prints_one_entry_for_each_study(capsys, real):
    code, out, _ = run(capsys, "cite", "--all")

    assert code == 0
    assert out.count("\n@") + out.startswith("@") == len(real.studies)


def test_cite_takes_claims_and_studies_and_gives_each_reference_once(capsys, folder):
    _, out, _ = run(capsys, "cite", "kneading-loosens-elbows", "miller2020kneading", "--library", str(folder))

    assert out.count("@article{") == 1


@pytest.mark.parametrize(
    ("words", "code", "fragment"),
    [
        (["show", "massage-release-endorphin"], 2, "Did you mean massage-releases-endorphins"),
        (["cite", "perlman2019eficacy"], 2, "Did you mean perlman2019efficacy"),
        (["cite"], 2, "--all"),
        (["cite", "--all", "perlman2019efficacy"], 2, "not both"),
        (["claims", "--certainty", "sure"], 2, "is not a certainty"),
        (["claims", "--topic", "feet"], 2, "feet-and-the-knee"),
        (["claims", "--article", "9"], 2, "no article '9'"),
        (["claims", "--library", "nowhere"], 3, "nowhere is not a folder"),
        (["validate", "nowhere"], 3, "nowhere is not a folder"),
    ],
)
def test_wrong_words_end_with_a_clear_message_and_code(capsys, words, code, fragment):
    got, out, err = run(capsys, *words)

    assert (got, out) == (code, "")
    assert fragment in err


@pytest.mark.parametrize("words", [["claims", "--verdict", "true"], ["studies", "--design", "big"], ["nothing"], []])
def test_words_outside_the_closed_lists_are_wrong_usage(capsys, words):
    with pytest.raises(SystemExit) as exit_:
        main(words)

    assert exit_.value.code == 2
    assert "error:" in capsys.readouterr().err


def test_validate_prints_each_problem_and_ends_with_one(capsys, folder):
    path = folder / "claims/elbows/kneading-loosens-elbows.toml"
    path.write_text(path.read_text().replace('study = "miller', 'study = "muller'))
    code, out, err = run(capsys, "validate", str(folder))

    assert code == 1
    assert "claims/elbows/kneading-loosens-elbows.toml: citations[1].study" in out
    assert "Problems: " in err


def test_validate_as_json_fits_its_schema(capsys, folder):
    code, out, _ = run(capsys, "validate", str(folder), "--format", "json")

    assert code == 1
    jsonschema.validate(json.loads(out), schema("validate"))


def test_problems_in_the_data_are_never_passed_over_in_silence(capsys, folder):
    (folder / "claims/elbows/broken.toml").write_text("x = ")
    code, _, err = run(capsys, "claims", "--library", str(folder))

    assert code == 0
    assert "1 problem in the data" in err


def test_format_names_the_files_that_it_wrote(capsys, folder):
    path = folder / "topics.toml"
    path.write_text("# mine\n" + path.read_text())
    code, out, _ = run(capsys, "format", str(folder))

    assert (code, out) == (0, "topics.toml\n")


def test_a_reader_that_closes_early_sees_no_traceback():
    pipe = subprocess.Popen(
        [sys.executable, "-m", "evidence", "claims", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    pipe.stdout.read(10)
    pipe.stdout.close()
    err = pipe.stderr.read()
    pipe.stderr.close()

    assert pipe.wait() == 0
    assert err == b""


def test_the_answer_is_the_same_whatever_the_hash_seed():
    def claims(seed):
        command = [sys.executable, "-m", "evidence", "claims", "--search", "sore foot", "--format", "json"]
        return subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout

    assert claims("1") == claims("2")


def test_looking_up_a_claim_imports_nothing_heavy():
    code = (
        "import sys; from evidence.cli import main; main(['claims', '--format', 'json']); "
        "sys.exit(','.join(sys.modules.keys() & {'pandas', 'numpy', 'streamlit', 'altair', 'requests'}) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")


def test_every_command_explains_itself_with_examples():
    for name, command in parser()._subparsers._group_actions[0].choices.items():
        text = command.format_help()

        assert f"evidence {name}" in text.split("examples:")[1]
