"""`evidence pool` and `evidence hinge` as a user runs them."""

import json
from dataclasses import replace

import jsonschema
import pytest

from evidence.cli import hinge, main, pool
from evidence.model import Citation, Stance
from evidence.schemas import schema
from evidence.store import save

CLAIM = "kneading-loosens-elbows"


def run(capsys, *words):
    code = main(words)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def folder(tmp_path, library_of, study_of, claim_of):
    """A library of two trials that can be pooled and a third that cannot."""
    keys = ("berg2021kneading", "miller2020kneading", "zorn2022kneading")
    studies = [study_of(key) for key in keys]
    results = [replace(study.appraisal.results[0], time="4 weeks") for study in studies]
    results[1] = replace(results[1], estimate="-5.0", low="-8.0", high="-2.0")
    results[2] = replace(results[2], outcome="pain")
    studies = [
        replace(study, appraisal=replace(study.appraisal, results=(result,)))
        for study, result in zip(studies, results, strict=True)
    ]
    citations = tuple(
        Citation(study=key, stance=Stance.SUPPORTS, results=("stiffness-4-weeks",), why="It measured it.")
        for key in keys
    )
    save(library_of(studies=studies, claims=[claim_of(citations=citations)]), tmp_path)
    return str(tmp_path)


@pytest.mark.parametrize("command", [pool, hinge])
def test_every_claim_is_told_as_text_and_as_json(capsys, monkeypatch, real, command):
    # Loaded once: reading the files for each of the claims would take minutes.
    monkeypatch.setattr(command, "open_library", lambda folder: real)
    name = command.__name__.rpartition(".")[2]
    validator = jsonschema.Draft202012Validator(schema(name))
    for claim in real.claims:
        code, out, _ = run(capsys, name, claim, "--format", "json")
        assert code == 0
        validator.validate(json.loads(out))
        assert json.loads(out)["claim"] == claim
        code, out, _ = run(capsys, name, claim)
        assert code == 0
        assert claim in out


def test_a_pool_shows_effects_methods_and_what_was_not_checked(capsys, folder):
    code, out, _ = run(capsys, "pool", CLAIM, "--library", folder)

    assert code == 0
    for shown in ("MD -4.31 points", "Hartung–Knapp", "DerSimonian–Laird", "berg2021kneading", "Q 0.", "not checked"):
        assert shown in " ".join(out.split())


def test_a_pool_as_json_holds_the_figures_and_weights_that_add_up(capsys, folder):
    (pooled,) = json.loads(run(capsys, "pool", CLAIM, "--library", folder, "--format", "json")[1])["pools"]

    assert sum(effect["weight"] for effect in pooled["effects"]) == pytest.approx(1)
    assert [one["method"] for one in pooled["estimates"]] == [
        "equal_effects", "dersimonian_laird", "reml", "hartung_knapp",
    ]  # fmt: skip
    assert pooled["small_study"] is None


def test_what_cannot_be_pooled_is_told_with_the_reason(capsys):
    _, out, _ = run(capsys, "pool", "massage-relieves-knee-pain-in-osteoarthritis")

    assert "Nothing can be pooled" in out
    assert "the record gives no effect measure" in out
    assert "sign test" in out


def test_the_study_on_which_an_answer_hangs_is_named(capsys, folder):
    code, out, _ = run(capsys, "hinge", CLAIM, "--library", folder)
    found = json.loads(run(capsys, "hinge", CLAIM, "--library", folder, "--format", "json")[1])

    assert code == 0
    assert "hangs on" in out
    assert "cannot tell" in out
    assert {one["studies"][0]: one["fallen_steps"] for one in found["withdrawals"]} == {
        "berg2021kneading": [],
        "miller2020kneading": ["imprecision"],
        "zorn2022kneading": [],
    }
    assert [one["study"] for one in found["pools"][0]["without"]] == ["berg2021kneading", "miller2020kneading"]


@pytest.mark.parametrize("command", ["pool", "hinge"])
def test_an_unknown_claim_is_a_wrong_word_and_the_nearest_is_named(capsys, folder, command):
    code, out, err = run(capsys, command, "kneading-loosens-elbow", "--library", folder)

    assert (code, out) == (2, "")
    assert CLAIM in err
