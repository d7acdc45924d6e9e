"""The references that somebody asked for."""

import re
import subprocess
from datetime import date

import pytest

import evidence
from evidence.bibtex import read
from evidence.errors import UnknownId
from evidence.export import CitationFormat, cite, left_out
from evidence.model import Integrity, IntegrityCheck, Withdrawal

DAY = date(2026, 11, 21)
KEY = "miller2020kneading"


@pytest.mark.parametrize("format", [one for one in CitationFormat if one != "chicago"])  # that takes seven seconds
def test_every_reference_of_the_library_is_there_in_every_format(format, real):
    text = cite(real, None, format)
    marks = {"csl-json": '"id": ', "ris": "TY  - ", "bibtex": "@", "biblatex": "@"}
    count = text.count("\n") if format not in marks else len(re.findall(rf"^\s*{marks[format]}", text, re.MULTILINE))

    assert count == len(real.studies)


def test_a_claim_a_study_and_an_old_key_name_the_same_reference(library_of, study_of):
    library = library_of(studies=[study_of(aliases=("miller2019old",))])

    (reference,) = (study.reference for study in library.studies.values())
    for ids in (["kneading-loosens-elbows"], [KEY], ["miller2019old"], ["miller2019old", KEY]):
        assert read(cite(library, ids))[0] == (reference,)
    assert library.study("miller2019old").key == KEY
    assert "ids = {miller2019old}" in cite(library, format="biblatex")


def test_an_unknown_id_is_told_with_the_nearest(library_of):
    with pytest.raises(UnknownId, match="Did you mean miller2020kneading"):
        cite(library_of(), ["miler2020kneading"])


@pytest.mark.parametrize(
    ("format", "place"),
    [
        ("bibtex", "  annote = {Evidence: "),
        ("biblatex", "  annote = {Evidence: "),
        ("csl-json", '"note": "Evidence: '),
        ("ris", "N1  - Evidence: "),
        ("vancouver", "\n    Evidence: "),
    ],
)
def test_notes_say_what_a_reference_proves(format, place, library_of):
    note = "kneading-loosens-elbows, supports, certainty moderate, 2026-11-21."

    assert place + note in cite(library_of(), [KEY], format, notes=True)
    assert "Evidence" not in cite(library_of(), [KEY], format)


def retracted(study_of, status=Integrity.RETRACTED):
    return study_of(integrity=IntegrityCheck(status=status, on=DAY, source="Crossref"))


@pytest.mark.parametrize(
    ("status", "warning"),
    [
        (Integrity.RETRACTED, "RETRACTED (according to Crossref, 2026-11-21)."),
        (Integrity.CONCERN, "EXPRESSION OF CONCERN (according to Crossref, 2026-11-21)."),
    ],
)
@pytest.mark.parametrize("format", list(CitationFormat))
def test_what_no_longer_stands_is_left_out_or_says_so(format, status, warning, library_of, study_of):
    library = library_of(studies=[retracted(study_of, status)])

    assert "Kneading" not in cite(library, None, format)
    assert left_out(library) == {KEY: warning}
    assert warning in cite(library, [KEY], format, include_retracted=True)
    assert "neading" in cite(library, [KEY], format, include_retracted=True)


def test_a_withdrawn_record_is_left_out_too(library_of, study_of):
    library = library_of(studies=[study_of(withdrawn=Withdrawal(on=DAY, reason="No such paper."))])

    assert cite(library) == ""
    assert left_out(library, [KEY]) == {KEY: "WITHDRAWN from this library on 2026-11-21: No such paper."}


@pytest.mark.parametrize("status", [Integrity.CLEAR, Integrity.CORRECTED, Integrity.NOT_CHECKED])
def test_what_stands_is_never_left_out(status, library_of, study_of):
    assert left_out(library_of(studies=[retracted(study_of, status)])) == {}


def test_the_public_face(real):
    assert evidence.cite is cite
    assert evidence.left_out is left_out
    assert evidence.left_out(real) == {}


def test_every_key_is_ascii_and_its_own_whatever_the_case(real):
    keys = [*real.studies, *(old for study in real.studies.values() for old in study.appraisal.aliases)]

    assert all(key.isascii() for key in keys)
    assert len({key.lower() for key in keys}) == len(keys)


def test_no_key_that_was_released_is_gone(real, root):
    def git(*words):
        return subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=False)

    tag = git("describe", "--tags", "--abbrev=0").stdout.strip()
    if not tag:
        pytest.skip("no release is tagged yet")
    released = re.findall(r"^@\w+\{([^,]+),", git("show", f"{tag}:data/studies.bib").stdout, re.MULTILINE)

    assert released
    known = {*real.studies, *(old for study in real.studies.values() for old in study.appraisal.aliases)}
    assert set(released) - known == set()
