"""Loading is total: every fault is told, and a broken record hides no other."""

import shutil

import pytest

import evidence
from evidence.errors import CannotWrite, UnreadableLibrary
from evidence.store import canonical_files, load, misformatted, save

CLAIM = "claims/elbows/kneading-loosens-elbows.toml"
STUDY = "studies/miller2020kneading.toml"


@pytest.fixture
def folder(tmp_path, library_of):
    save(library_of(), tmp_path)
    return tmp_path


def edit(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_was_saved_is_read_back_equal(folder, library_of):
    wanted, got = library_of(), load(folder)

    assert got.problems == ()
    assert dict(got.all_claims) == dict(wanted.all_claims)
    assert dict(got.studies) == dict(wanted.studies)
    assert dict(got.articles) == dict(wanted.articles)
    assert dict(got.topics) == dict(wanted.topics)
    assert got.concepts == wanted.concepts


FAULTS = [
    (CLAIM, 'kind = "effect"', 'kind = "efect"', "field-value", "kind", "'efect' is not in the list: effect"),
    (CLAIM, 'kind = "effect"\n', "", "field-missing", "kind", "is missing"),
    (CLAIM, "kind =", "knd =", "field-unknown", "knd", "did you mean kind?"),
    (CLAIM, "kind =", 'id = "x"\nkind =', "field-unknown", "id", "take it out"),
    (CLAIM, "paragraph = 1", 'paragraph = "one"', "field-value", "appearances[1].paragraph", "whole number"),
    (CLAIM, "reviewed = 2026-11-21", 'reviewed = "soon"', "field-value", "reviewed", "a day such as"),
    (CLAIM, "reviewed = 2026-11-21", "reviewed = 2026-11-31", "toml-syntax", "", "is not TOML"),
    (CLAIM, 'kind = "effect"', 'kind = "effect"\nkind = "harm"', "toml-syntax", "", "is not TOML"),
    (STUDY, 'estimate = "-4.0"', "estimate = -4.0", "field-value", "results[1].estimate", "text in quotation marks"),
    (STUDY, 'design = "randomised_trial"', 'design = "rct"', "field-value", "design", "'rct' is not in the list"),
    ("articles.toml", "read_on = 2026-11-21\n", "", "field-missing", "articles[1].read_on", "is missing"),
    ("topics.toml", "[[topics]]", "[[topic]]", "field-unknown", "topic", "[[topics]]"),
    ("vocabulary.toml", 'slot = "outcome"', 'slot = "thing"', "field-value", "concepts[1].slot", "'thing'"),
]


@pytest.mark.parametrize(("file", "old", "new", "rule", "field", "fragment"), FAULTS)
def test_a_fault_is_told_with_place_and_remedy(folder, file, old, new, rule, field, fragment):
    edit(folder, file, old, new)
    problems = [problem for problem in load(folder).problems if problem.rule == rule]

    assert [(problem.where.file, problem.where.field) for problem in problems] == [(file, field)]
    assert fragment in problems[0].message


def test_all_faults_of_a_record_are_told_at_once(folder):
    edit(folder, CLAIM, 'kind = "effect"', 'kind = "efect"')
    edit(folder, CLAIM, 'verdict = "supported"', 'verdict = "true"')
    edit(folder, CLAIM, 'stance = "supports"', 'stance = "agrees"')

    assert len(load(folder).problems) == 3


def test_a_broken_record_hides_no_other(folder, library_of, claim_of):
    save(library_of(claims=[claim_of(), claim_of("another")]), folder)
    edit(folder, CLAIM, "kind", "kind kind")
    library = load(folder)

    assert list(library.claims) == ["another"]
    assert len(library.problems) == 1


def test_half_a_study_is_told(folder):
    (folder / STUDY).rename(folder / "studies/berg2021resting.toml")
    rules = {(problem.rule, problem.where.file) for problem in load(folder).problems}

    assert rules == {("study-appraisal", "studies.bib"), ("study-reference", "studies/berg2021resting.toml")}


def test_bytes_that_are_not_utf8_are_told(folder):
    (folder / CLAIM).write_bytes(b'statement = "\xff"')
    (problem,) = load(folder).problems

    assert (problem.rule, problem.where.file) == ("file-unreadable", CLAIM)


def test_two_claims_with_one_id_are_told(folder):
    twin = folder / "claims/arms/kneading-loosens-elbows.toml"
    twin.parent.mkdir()
    shutil.copy(folder / CLAIM, twin)
    library = load(folder)

    assert [problem.rule for problem in library.problems] == ["claim-id-unique"]
    assert len(library.claims) == 1


def test_two_records_of_a_list_with_one_id_are_told(folder):
    path = folder / "topics.toml"
    path.write_text(path.read_text() * 2)

    assert [(problem.rule, problem.where.field) for problem in load(folder).problems] == [("list-id-unique", "topics")]


@pytest.mark.parametrize("make", [lambda path: path / "nowhere", lambda path: path])
def test_a_folder_that_is_no_library_is_refused(tmp_path, make):
    with pytest.raises(UnreadableLibrary, match=r"--library|holds no library"):
        load(make(tmp_path))


def test_canonical_form_is_a_fixed_point(folder):
    before = {path: path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}

    assert save(load(folder), folder) == ()
    assert {path: path.read_bytes() for path in before} == before


def test_another_form_is_told_and_mended(folder):
    edit(folder, CLAIM, 'kind = "effect"', "kind   =   'effect' # as said")

    assert [problem.where.file for problem in misformatted(load(folder), folder)] == [CLAIM]
    assert save(load(folder), folder) == (CLAIM,)
    assert misformatted(load(folder), folder) == ()


def test_nothing_is_saved_over_a_record_that_was_not_read(folder):
    edit(folder, CLAIM, 'kind = "effect"', 'kind = "efect"')
    before = (folder / CLAIM).read_bytes()

    with pytest.raises(CannotWrite, match="must be mended first"):
        save(load(folder), folder)
    assert (folder / CLAIM).read_bytes() == before


def test_a_file_is_written_whole_or_not_at_all(folder, library_of, claim_of, monkeypatch):
    before = (folder / CLAIM).read_bytes()

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(CannotWrite, match="No space left"):
        save(library_of(claims=[claim_of(statement="Changed.")]), folder)

    assert (folder / CLAIM).read_bytes() == before
    assert [path.name for path in (folder / CLAIM).parent.iterdir()] == ["kneading-loosens-elbows.toml"]


def test_every_file_of_the_shipped_library_is_in_canonical_form(real, root):
    files = canonical_files(real)

    assert {file: (root / "data" / file).read_text(encoding="utf-8") for file in files} == files


def test_the_shipped_library_is_the_default():
    assert len(evidence.load().claims) >= 24
