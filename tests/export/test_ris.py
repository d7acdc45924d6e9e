"""References → RIS, read back by rispy."""

import calendar
import json
import re
import subprocess

import pytest
import rispy

from evidence.bibtex.fields import language_tag
from evidence.bibtex.latex import clean
from evidence.export.cited import Cited
from evidence.export.csl import csl_item
from evidence.export.ris import ris
from evidence.model import Name, Reference

REPORT = Reference(
    key="who2020report",
    type="techreport",
    title="Report",
    authors=(
        Name(literal="World Health Organization"),
        Name(family="Berg", given="Jo", particle="van der", suffix="Jr"),
    ),
    et_al=True,
    institution="WHO",
    year="2020",
    month="5",
    number="7",
    pages="1-9",
    pmid="1",
    pmcid="PMC2",
    doi="10.1000/x",
    url="https://x.org/a;b",
    language="Norwegian",
)


def test_every_tag_of_a_reference():
    assert ris([Cited(REPORT, warning="RETRACTED.", proof="Evidence: x.")]) == (
        "TY  - RPRT\nID  - who2020report\nAU  - World Health Organization,\nAU  - van der Berg, Jo, Jr\nAU  - et al.,\n"
        "TI  - Report\nPY  - 2020\nDA  - 2020/05//\nIS  - 7\nSP  - 1\nEP  - 9\nPB  - WHO\nDO  - 10.1000/x\nAN  - 1\n"
        "C2  - PMC2\nUR  - https://x.org/a;b\nLA  - no\nN1  - RETRACTED.\nN1  - Evidence: x.\nER  - \n\n"
    )


@pytest.mark.parametrize(
    ("pages", "first", "last"),
    [
        ("379-386", "379", "386"),
        ("S1-S10", "S1", "S10"),
        ("e30248", "e30248", None),
        ("1-4, 9", "1-4, 9", None),
        ("CD001-pub2", "CD001", "pub2"),
        ("Suppl-A", "Suppl-A", None),
        ("", None, None),
    ],
)
def test_pages(pages, first, last):
    (read,) = rispy.loads(ris([Cited(Reference(key="k", type="article", title="T", pages=pages))]))
    assert (read.get("start_page"), read.get("end_page")) == (first, last)


def test_rispy_gives_every_field_of_the_hard_cases_back(cited_hard):
    text = ris(cited_hard)
    read = rispy.loads(text)

    assert [entry["id"] for entry in read] == sorted(one.reference.key for one in cited_hard)
    by_key = {one.reference.key: one.reference for one in cited_hard}
    for entry in read:
        assert entry == expected(by_key[entry["id"]])


def expected(reference):
    pages = re.fullmatch(r"([A-Za-z]*\d+)-([A-Za-z]*\d+)", reference.pages)
    named = {name[:3].lower(): number for number, name in enumerate(calendar.month_name)}
    month = int(named.get(reference.month[:3].lower(), reference.month) or 0) if len(reference.month) < 12 else 0
    if month:
        date = f"{reference.year}/{month:02}//" if reference.year.isdigit() else calendar.month_name[month]
    else:
        date = reference.month
    fields = {
        "type_of_reference": TYPES.get(reference.type, "ELEC" if reference.url else "GEN"),
        "id": reference.key,
        "authors": [*map(name, reference.authors), *(["et al.,"] if reference.et_al else [])],
        "title": reference.title,
        "secondary_title": reference.journal or reference.booktitle,
        "year": reference.year,
        "date": date,
        "volume": reference.volume,
        "number": reference.number,
        "start_page": pages[1] if pages else reference.pages,
        "end_page": pages[2] if pages else "",
        "edition": reference.edition,
        "publisher": reference.publisher or reference.institution or reference.school,
        "doi": reference.doi,
        "accession_number": reference.pmid,
        "custom2": reference.pmcid,
        "urls": [reference.url] if reference.url else [],
        "language": language_tag(reference.language),
    }
    cleaned = {
        field: [*map(clean, value)] if isinstance(value, list) else clean(value) for field, value in fields.items()
    }
    return {field: value for field, value in cleaned.items() if value}


TYPES = {"article": "JOUR", "book": "BOOK", "incollection": "CHAP", "techreport": "RPRT", "phdthesis": "THES"}


def name(author):
    family = author.literal or f"{author.particle} {author.family}".strip()
    rest = [part for part in (author.given, author.suffix) if part]
    return f"{family}, {', '.join(rest)}" if rest else f"{family},"


@pytest.fixture(scope="session")
def pandoc_3():
    """A pandoc that reads RIS: Debian's does not."""
    pypandoc = pytest.importorskip("pypandoc", reason="pypandoc-binary carries a pandoc that reads RIS")
    return pypandoc.get_pandoc_path()


def test_pandoc_reads_the_references_of_the_library_as_the_csl_export_has_them(pandoc_3, real, tmp_path):
    references = [Cited(study.reference) for study in real.studies.values()]
    (tmp_path / "all.ris").write_text(ris(references), encoding="utf-8")
    done = subprocess.run(
        [pandoc_3, "-f", "ris", "-t", "csljson", tmp_path / "all.ris"], capture_output=True, text=True, check=True
    )
    read = {item["id"]: item for item in json.loads(done.stdout)}

    assert read.keys() == real.studies.keys()
    for one in references:
        assert compared(read[one.reference.key]) == compared(csl_item(one)), one.reference.key


def compared(item):
    """What RIS has room for; pandoc reads no month, and of a particle only that it belongs to the family name."""
    fields = ("title", "container-title", "volume", "page", "publisher", "DOI", "URL", "edition")
    number = item.get("issue") or item.get("number")
    year = item.get("issued", {}).get("date-parts", [[None]])[0][0]
    return {field: item.get(field) for field in fields} | {"number": number, "year": year, "authors": people(item)}


def people(item):
    """The words of each name in any order: pandoc takes `Colwell, Clifford W, Jr` for a Clifford called Jr."""
    parts = ("dropping-particle", "non-dropping-particle", "family", "given", "literal", "suffix")
    names = [{word for name in parts for word in author.get(name, "").split()} for author in item.get("author", ())]
    return [{"others"} if name == {"et", "al."} else name for name in names]


def test_no_value_starts_a_tag_or_an_entry(cited_hard):
    lines = ris(cited_hard).split("\n")

    assert all(re.match(r"[A-Z][A-Z0-9]  - |$", line) for line in lines)
    assert (
        sum(line == "ER  - " for line in lines) == sum(line.startswith("TY  - ") for line in lines) == len(cited_hard)
    )
