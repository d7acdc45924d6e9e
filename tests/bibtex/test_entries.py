"""A reference → an entry, in each dialect."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibtex import Dialect, read, render
from evidence.bibtex.fields import month_number
from evidence.bibtex.latex import clean, unknown_commands
from evidence.errors import InvalidIdentifier
from evidence.model import Name, Reference

PERLMAN = Reference(
    key="perlman2019efficacy",
    type="article",
    title="Efficacy and Safety of Massage for Osteoarthritis of the Knee: a Randomized Clinical Trial",
    authors=(Name(family="Perlman", given="Adam"), Name(family="Fogerite", given="Susan Gould")),
    journal="Journal of General Internal Medicine",
    year="2019",
    volume="34",
    number="3",
    pages="379-386",
    doi="10.1007/s11606-018-4763-5",
    pmid="30543021",
    pmcid="PMC6420526",
)

# The entry that data/README.md shows.
STORED = """\
@article{perlman2019efficacy,
  author = {Perlman, Adam and Fogerite, Susan Gould},
  title = {Efficacy and Safety of Massage for Osteoarthritis of the Knee: a Randomized Clinical Trial},
  journal = {Journal of General Internal Medicine},
  year = {2019},
  volume = {34},
  number = {3},
  pages = {379--386},
  doi = {10.1007/s11606-018-4763-5},
  pmid = {30543021},
  pmcid = {PMC6420526},
}
"""


def _field(reference: Reference, dialect: Dialect, name: str) -> str | None:
    found = re.search(rf"^  {name} = (.*),$", render(reference, dialect), re.MULTILINE)
    return found and found[1]


def test_canonical_form() -> None:
    assert render(PERLMAN, Dialect.STORED) == STORED
    assert read(STORED) == ((PERLMAN,), ())


def test_classic_form_has_standard_fields_only() -> None:
    expected = re.sub(r"  pmc?id = .*\n", "", STORED)
    assert render(replace(PERLMAN, language="en"), Dialect.CLASSIC) == expected


def test_biblatex_form() -> None:
    entry = render(replace(PERLMAN, month="May", language="en"), Dialect.BIBLATEX)
    assert "  journaltitle = {Journal of General Internal Medicine},\n" in entry
    assert "  date = {2019-05},\n" in entry
    assert "  eprint = {30543021},\n" in entry
    assert "  eprinttype = {pubmed},\n" in entry
    assert "  langid = {english},\n" in entry
    assert not re.search(r"^  (?:journal|year|month|pmid|pmcid|language) =", entry, re.MULTILINE)


@pytest.mark.parametrize(
    ("type", "url", "head"),
    [
        ("techreport", "", "@report{k,\n  title = {Title},\n  type = {techreport},\n}\n"),
        ("phdthesis", "", "@thesis{k,\n  title = {Title},\n  type = {phdthesis},\n}\n"),
        ("misc", "https://x.org", "@online{k,\n  title = {Title},\n  url = {https://x.org},\n}\n"),
        ("misc", "", "@misc{k,\n  title = {Title},\n}\n"),
        ("nonsense}{", "", "@misc{k,\n  title = {Title},\n}\n"),
    ],
)
def test_biblatex_types(type: str, url: str, head: str) -> None:
    assert render(Reference(key="k", type=type, title="Title", url=url), Dialect.BIBLATEX) == head


@pytest.mark.parametrize(
    ("month", "classic", "date"),
    [
        ("5", "may", "2019-05"),
        ("05", "may", "2019-05"),
        ("December", "dec", "2019-12"),
        ("Sept.", "sep", "2019-09"),
        ("Spring", "{Spring}", "2019"),
        ("13", "{13}", "2019"),
        ("", None, "2019"),
    ],
)
def test_months(month: str, classic: str | None, date: str) -> None:
    reference = replace(PERLMAN, month=month)
    assert _field(reference, Dialect.CLASSIC, "month") == classic
    assert _field(reference, Dialect.BIBLATEX, "date") == f"{{{date}}}"


def test_month_is_no_word_that_merely_starts_like_one() -> None:
    assert month_number("mayhem") is None


@pytest.mark.parametrize(
    ("more", "url"),
    [
        ({"pmid": "1", "pmcid": "PMC2"}, "{https://pubmed.ncbi.nlm.nih.gov/1/}"),
        ({"pmcid": "PMC2"}, "{https://pmc.ncbi.nlm.nih.gov/articles/PMC2/}"),
        ({"pmid": "1", "url": "https://x.org/a_b%20c#d"}, "{https://x.org/a_b%20c#d}"),
        ({"doi": "10.1000/x", "url": "https://x.org"}, "{https://x.org}"),
        ({"doi": "10.1000/x", "pmid": "1"}, None),
        ({}, None),
    ],
)
def test_classic_url_stands_in_for_a_doi(more: dict[str, str], url: str | None) -> None:
    assert _field(Reference(key="k", type="article", title="Title", **more), Dialect.CLASSIC, "url") == url  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pages", "value"),
    [
        ("379-386", "379--386"),
        ("379–386", "379--386"),
        ("1-2, 5-9", "1--2, 5--9"),
        ("e30248", "e30248"),
        ("S1-S10", "S1-S10"),
        ("2019.e1-e5", "2019.e1-e5"),
    ],
)
def test_pages(pages: str, value: str) -> None:
    assert _field(replace(PERLMAN, pages=pages), Dialect.STORED, "pages") == f"{{{value}}}"


@pytest.mark.parametrize("dialect", list(Dialect))
def test_addresses_are_verbatim(dialect: Dialect) -> None:
    doi = "10.1002/(sici)1097-0258(1998)17:15<1661::aid_sim968>3.0.co;2-2#a%b&c~d"
    assert _field(replace(PERLMAN, doi=doi), dialect, "doi") == f"{{{doi}}}"


@pytest.mark.parametrize("doi", [r"10.1000/x{y}\z^^5c", "10.1000/a_b"])
def test_any_doi_comes_back(doi: str) -> None:
    (reference,), problems = read(render(replace(PERLMAN, doi=doi), Dialect.STORED))
    assert (reference.doi, problems) == (doi, ())


@pytest.mark.parametrize("key", ["", "a b", "a,b", "a}b", "é", "a\n@misc{b"])
def test_key_that_cannot_be_cited(key: str) -> None:
    with pytest.raises(InvalidIdentifier, match="citation key"):
        render(replace(PERLMAN, key=key), Dialect.CLASSIC)


_HOSTILE = (
    st.text(max_size=20)
    | st.text(alphabet='{}\\@,=%"#\n a1^$~&', max_size=25)
    | st.sampled_from([r"} , note = {\write18{x}}", "}\n@misc{evil, title={x}}", r"\input{/etc/passwd}", "^^5cinput"])
)
_ATTRIBUTES = [name for name in Reference.__dataclass_fields__ if name not in ("key", "type", "authors", "et_al")]


@settings(max_examples=150)
@given(st.fixed_dictionaries(dict.fromkeys(_ATTRIBUTES, _HOSTILE)), _HOSTILE, st.sampled_from(Dialect))
def test_hostile_values_stay_values(values: dict[str, str], author: str, dialect: Dialect) -> None:
    names = (Name(literal=author), Name(family=author, given=author, particle=author, suffix=author))
    entry = render(Reference(key="k", type="article", authors=names, **values), dialect)  # type: ignore[arg-type]
    lines = entry.splitlines()
    assert lines[0] == "@article{k,"
    assert lines[-1] == "}"
    assert all(re.match(r"  [a-z]+ = ", line) for line in lines[1:-1])
    assert not any(line.startswith("  note =") for line in lines)
    (reference,), problems = read(entry)
    assert [problem for problem in problems if problem.rule != "bib-field"] == []
    assert reference.title == clean(values["title"])
    assert unknown_commands(entry) == ()  # that is, none but those that stand for characters


_PLAIN = st.text(max_size=15).map(clean)
_NAMES = st.builds(Name, literal=_PLAIN.filter(bool)) | st.builds(
    Name, family=st.sampled_from(["Day", "de la Cruz", "Łoś", "王"]), given=st.sampled_from(["J. A.", "Éva", "明"])
)
_REFERENCES = st.builds(
    Reference,
    key=st.from_regex(r"[a-z]+[0-9]{4}[a-z]+", fullmatch=True),
    type=st.sampled_from(["article", "book", "incollection", "techreport", "phdthesis", "misc"]),
    title=_PLAIN,
    authors=st.lists(_NAMES, max_size=3).map(tuple),
    et_al=st.booleans(),
    **{name: _PLAIN for name in _ATTRIBUTES if name not in ("title", "pages", "doi", "pmid", "pmcid", "url")},
    pages=st.sampled_from(["", "1-9", "e123", "S1-S10", "1-2, 5-9"]),
    doi=st.sampled_from(["", "10.1000/a_b", "10.1000/x{y}"]),
    url=st.sampled_from(["", "https://example.org/a%20b?x=1&y=2#z"]),
)


@settings(max_examples=150)
@given(_REFERENCES)
def test_stored_form_gives_the_reference_back(reference: Reference) -> None:
    assert read(render(reference, Dialect.STORED)) == ((reference,), ())
