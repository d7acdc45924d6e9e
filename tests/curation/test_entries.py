"""New studies: keys, duplicates, and files of which nothing is overwritten."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibtex import Dialect, read, render
from evidence.curation.entries import Shelf, propose_key
from evidence.curation.importing import entries_of, import_references
from evidence.errors import CannotWrite, NotAdded, UnreadableImport
from evidence.identifiers import citation_key
from evidence.model import Integrity, IntegrityCheck, Name, Reference
from evidence.store import load, save

UNCHECKED = IntegrityCheck(status=Integrity.NOT_CHECKED)


def made(title="Effects of kneading on stiff elbows", family="Miller", year="2020", **changes):
    authors = (Name(family=family, given="Ada"),) if family else ()
    return Reference(**{"key": "", "type": "article", "title": title, "authors": authors, "year": year, **changes})


@pytest.mark.parametrize(
    ("reference", "taken", "key"),
    [
        (made(), (), "miller2020effects"),
        (made(), ("miller2020effects",), "miller2020kneading"),
        (made("The effect of a foot"), (), "miller2020effect"),
        (made(family="Müller-Łukasz O'Neill"), (), "mullerlukaszoneill2020effects"),
        (made(family="van der Windt"), (), "vanderwindt2020effects"),
        (made(family=""), (), "effects2020kneading"),
        (made("Kneading"), ("miller2020kneading",), None),
        (made(year=""), (), None),
        (made(year="in press"), (), None),
        (made("揉捏", family="王"), (), None),
    ],
)
def test_a_key_is_family_year_and_first_distinctive_word(reference, taken, key):
    if key:
        assert propose_key(reference, taken) == key
    else:
        with pytest.raises(NotAdded, match="citation key"):
            propose_key(reference, taken)


@given(st.text(max_size=40), st.text(max_size=12), st.sampled_from(["2020", "", "20", "19999"]))
def test_a_proposed_key_has_the_form_of_one_or_is_refused(title, family, year):
    try:
        key = propose_key(made(title, family, year), ())
    except NotAdded:
        return
    assert citation_key(key) == key


@pytest.fixture
def folder(tmp_path, library_of):
    save(library_of(), tmp_path)
    return tmp_path


HELD = "Kneading for stiff elbows"  # miller2020kneading, 10.1000/miller2020kneading


@pytest.mark.parametrize(
    ("reference", "why"),
    [
        (made("Other", doi="10.1000/miller2020kneading"), "the same DOI"),
        (made("Other", doi="https://doi.org/10.1000/MILLER2020kneading"), "the same DOI"),
        (made(HELD), "the same title"),
        (made(f"RETRACTED: {HELD}.", pmid="3"), "the same title"),
        (made(f"{HELD}: a randomised trial"), "the same title"),
        (made(HELD, doi="10.1000/other"), None),  # told apart by an identifier that both have
        (made("Kneading for sore elbows"), None),
    ],
)
def test_a_duplicate_is_found_by_any_identifier_and_else_by_title(folder, reference, why):
    found = Shelf(folder).held(reference)

    assert found == (("miller2020kneading", why) if why else None)


def test_a_new_study_is_half_a_record_and_validate_says_which_half(folder):
    shelf = Shelf(folder)
    shelf.put(made(key="miller2021new"), UNCHECKED)
    written = shelf.write()

    problems = load(folder).problems
    assert written == ("studies.bib", "studies/miller2021new.toml")
    assert {problem.where.field for problem in problems} == {"design", "population", "access", "risk_of_bias"}
    assert {problem.where.file for problem in problems} == {"studies/miller2021new.toml"}


def test_nothing_that_is_there_is_changed(folder):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    shelf = Shelf(folder)
    shelf.put(made(key="miller2021new"), UNCHECKED)
    shelf.write()

    bib = folder / "studies.bib"
    assert before.pop(bib) in bib.read_bytes()
    assert all(path.read_bytes() == text for path, text in before.items())


def test_a_bibliography_with_other_words_in_it_keeps_them(folder):
    bib = folder / "studies.bib"
    bib.write_text(f"% my own remark\n{bib.read_text()}")
    shelf = Shelf(folder)
    shelf.put(made(key="aaron2021new"), UNCHECKED)
    shelf.write()

    assert bib.read_text().startswith("% my own remark\n@article{miller2020kneading")
    assert "@article{aaron2021new," in bib.read_text()


def test_a_key_that_is_there_is_refused(folder):
    with pytest.raises(CannotWrite, match="there already"):
        Shelf(folder).put(made(key="miller2020kneading"), UNCHECKED)


def test_no_half_of_a_study_stays_when_the_bibliography_cannot_be_written(folder, monkeypatch):
    shelf = Shelf(folder)
    shelf.put(made(key="miller2021new"), UNCHECKED)
    (folder / "studies.bib").unlink()
    (folder / "studies.bib").mkdir()

    with pytest.raises(CannotWrite):
        shelf.write()

    assert not (folder / "studies/miller2021new.toml").exists()


def test_a_broken_bibliography_is_not_written_to(folder):
    (folder / "studies.bib").write_text("@article{a, title = {x}")

    with pytest.raises(CannotWrite, match="mended first"):
        Shelf(folder)


BIB = """@inproceedings{Perlman_2019, author = {Perlman, Adam and {The M Group}}, title = {Massage for Knees},
  journaltitle = {J Knees},
  date = {2019-03-01},
  doi = {10.1000/X}, keywords = {knee},
}
@article{nodoi2018massage, title = {Massage for sore hips}, author = {Ng, Bo}, year = {2018}}
@article{broken, title = {x}
"""
RIS = """TY  - JOUR
AU  - Perlman, Adam
A1  - van der Windt, Danielle, Jr
T1  - Massage for
 knees
JF  - J Knees
PY  - 2019/03//
VL  - 34
IS  - 3
SP  - 379
EP  - 386
DO  - https://doi.org/10.1000/X
AN  - 30543021
DB  - PubMed
ER  -

TY  - CHAP
TI  - Massage for sore hips
T2  - The Book
Y1  - 2018
AU  - Ng, Bo
"""
CSL = [
    {
        "id": 7,
        "type": "article-journal",
        "title": "Massage for <i>knees</i>",
        "author": [{"family": "Perlman", "given": "Adam"}, {"literal": "The M Group"}],
        "issued": {"date-parts": [["2019", 3]]},
        "container-title": "J Knees",
        "volume": 34,
        "page": "379-386",
        "DOI": "10.1000/X",
        "PMID": 30543021,
        "custom": {"anything": 1},
    },
    {"id": "hips", "type": "chapter", "title": "Massage for sore hips", "author": [{"family": "Ng", "given": "Bo"}],
     "issued": {"raw": "2018-05"}, "container-title": "The Book"},
    {"id": "bad", "title": ["no", "text"]},
    "no item",
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        (BIB, ["line 7"]),
        (RIS, []),
        (RIS.replace("\n", "\r\n"), []),
        (f"\ufeff{RIS}", []),
        (json.dumps(CSL), ["item 3", "item 4"]),
    ],
)
def test_every_entry_of_a_file_is_taken_or_told_of(folder, data, refused):
    imported = import_references(folder, data.encode())

    assert len(imported.taken) == 2
    assert [where for where, _ in imported.refused] == refused
    references = {one.key: one for one in read((folder / "studies.bib").read_text())[0]}
    first, second = (references[key] for key, _ in imported.taken)
    assert (first.doi, first.year, first.title.lower()) == ("10.1000/x", "2019", "massage for knees")
    assert first.authors[0] == Name(family="Perlman", given="Adam")
    assert first.venue == "J Knees"
    assert (second.title, second.year) == ("Massage for sore hips", "2018")


def test_what_was_left_out_of_an_entry_is_told(folder):
    imported = import_references(folder, BIB.encode())

    assert [where for where, _ in imported.remarks] == ["Perlman_2019.keywords"]


def test_what_we_export_for_biblatex_comes_back(folder, real):
    references = [real.studies[key].reference for key in ("perlman2019efficacy", "andrzejewski2014effects")]
    imported = import_references(folder, "\n".join(render(one, Dialect.BIBLATEX) for one in references).encode())

    assert imported.refused == imported.remarks == ()
    back = {one.key: one for one in read((folder / "studies.bib").read_text())[0]}
    # biblatex has no field for a PMCID.
    assert [back[one.key] for one in references] == [replace(one, pmcid="") for one in references]


def test_a_second_import_takes_nothing(folder):
    import_references(folder, RIS.encode())
    again = import_references(folder, json.dumps(CSL[:2]).encode())

    assert again.taken == again.files == ()
    assert all("there already" in reason for _, reason in again.refused)


def test_twins_within_a_file_are_one(folder):
    imported = import_references(folder, json.dumps([CSL[0], {**CSL[0], "id": "again"}]).encode())

    assert len(imported.taken) == len(imported.refused) == 1


@pytest.mark.parametrize("data", [b"", b"hello", b"\xff\xfe\x00", b"[{", b"<html></html>", b"%PDF-1.4", b"[" * 100_000])
def test_a_file_in_no_known_form_is_told_to_be_so(folder, data):
    with pytest.raises(UnreadableImport):
        import_references(folder, data)


@settings(max_examples=150)
@given(st.sampled_from(["TY  - JOUR\n", "[", "{", "@article{a,", ""]), st.text(max_size=150))
def test_reading_any_file_ends_with_entries_or_a_refusal(start, rest):
    try:
        entries = entries_of((start + rest).encode("utf-8", "replace"))
    except UnreadableImport:
        return
    assert all(entry.reference or entry.fault or entry.remark for entry in entries)
