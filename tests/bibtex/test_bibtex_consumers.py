"""What is written is read whole by the programs that people open it with."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Collection, Mapping
from pathlib import Path

import pybtex.database
import pytest

from evidence.bibtex import Dialect, read
from evidence.bibtex.latex import clean, unescape
from evidence.export.bibtex import bibtex
from evidence.model import Name, Reference


def needs(*tools: str) -> pytest.MarkDecorator:
    """Skips where a tool is missing, unless the run is one that must have all of them."""
    missing = [tool for tool in tools if not shutil.which(tool)]
    must = os.environ.get("EVIDENCE_REQUIRE_TOOLS") == "1"
    return pytest.mark.skipif(bool(missing) and not must, reason=f"not installed: {', '.join(missing)}")


_JOURNAL = "Journal of Pain"
_DAY = Name(family="Day", given="James A.")


def _article(key: str, title: str = "A trial of massage", **more: object) -> Reference:
    fields: dict[str, object] = {"authors": (_DAY,), "journal": _JOURNAL, "year": "2020"}
    return Reference(key=key, type="article", title=title, **(fields | more))  # type: ignore[arg-type]


_HOSTILE = r"} , note = {\write18{x}}, @misc{evil, title={e}} \input{/etc/passwd} $\csname end\endcsname$ ^^5c %"

NASTY = (
    _article("a2020plain", pages="379-386", volume="34", number="3", month="5", doi="10.1007/s11606-018-4763-5"),
    _article("b2020accents", "Über die Wirkung: naïve façade, Ångström, Łódź, smørrebrød, Œuvre, ạậ", language="de"),
    _article(
        "c2020names",
        authors=(
            Name(family="Windt", given="Daniëlle A W M", particle="van der"),
            Name(family="Ortega y Gasset", given="José"),
            Name(family="King", given="Martin L.", suffix="Jr"),
            Name(family="d'Arcy-Évora", given="Éric"),
            Name(family="Müller-Lüdenscheidt", given="Ş. Ğ."),
            Name(family="And", given="Or"),
            Name(literal="Plato"),
        ),
    ),
    _article("d2020body", authors=(Name(literal="Barnes and Noble, Inc."), Name(literal="World Health Organization"))),
    _article("e2020specials", "Cost & benefit: 50% of $100, item #3, file_name ~ x^2 \\ slash"),
    _article("f2020greek", "TNF-α, IL-1β, Δ9-THC, 5 µg and μ-opioid, ω-3 at ά"),
    _article("g2020signs", "p < 0.05, n ≥ 10 ± 2 × 3, −8.16, 37 °C, CO₂, 10⁻³, ™ ® € – — …"),
    _article("h2020braces", "A lone { brace and } another"),
    _article("i2020quotes", "\"Straight\" and ‘single’ and “double” and it's «so»"),
    _article("j2020capitals", "HIV, pH, B12 and COVID-19 in Swedish adults with Parkinson's disease"),
    _article("k2020many", authors=tuple(Name(family=f"Author{n}", given="A. B.") for n in range(300))),
    _article("l2020noyear", year=""),
    _article("m2020press", year="in press"),
    _article("n2020cjk", "按摩对疼痛的影响", authors=(Name(family="王", given="小明"),), journal="中华医学杂志"),
    _article("o2020sici", doi="10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2"),
    _article("p2020doi", doi="10.1000/a_b#c%d&e~f$g^h"),
    _article("q2020baddoi", doi=r"10.1000/x{y}\input{z} @misc{"),
    _article("r2020pmid", pmid="30543021", pmcid="PMC6420526"),
    _article("s2020url", url="https://example.org/a%20b/~c_d?x=1&y=é#top"),
    _article("t2020hostile", _HOSTILE, journal=_HOSTILE, volume=_HOSTILE, pages=_HOSTILE, year="2020", month=_HOSTILE),
    _article("u2020evil", authors=(Name(literal=_HOSTILE), Name(family=_HOSTILE, given=_HOSTILE)), pmid=_HOSTILE),
    _article("v2020at", "@article{x, title = {y}}\n@misc{z}"),
    _article("w2020etal", et_al=True, pages="e30248", number="S1-S10", month="March"),
    _article("x2020markup", "<i>In vivo</i> &amp; 10<sup>3</sup>\u200b soft\u00adhyphen ﬁbre\u00a0text"),
    Reference(key="y2020book", type="book", title="Book", authors=(_DAY,), publisher="Müller & Sons", year="2020"),
    Reference(
        key="z2020part", type="incollection", title="Part", booktitle="Whole & all", authors=(_DAY,), publisher="P",
        year="2020", pages="1-2",
    ),
    Reference(key="za2020report", type="techreport", title="Report", authors=(_DAY,), institution="WHO", year="2020"),
    Reference(key="zb2020thesis", type="phdthesis", title="Thesis", authors=(_DAY,), school="Universität", year="2020"),
    Reference(
        key="zc2020page", type="misc", title="Page", authors=(Name(literal="NICE"),), year="2020", url="https://nice.org.uk/x"
    ),
)  # fmt: skip
BY_KEY = {reference.key: reference for reference in NASTY}
_NOT_IN_TEX_FONTS = {"n2020cjk", "f2020greek"}  # Chinese, and a Greek letter with an accent
_HONESTLY_INCOMPLETE = ("l2020noyear", "m2020press", "t2020hostile", "z2020part")  # no year; an editor, never stored


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


def _file(folder: Path, dialect: Dialect, without: Collection[str] = ()) -> Path:
    path = folder / f"{dialect}.bib"
    path.write_text(bibtex((one for one in NASTY if one.key not in without), dialect), encoding="utf-8")
    return path


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).lower()


@pytest.mark.parametrize("dialect", [Dialect.STORED, Dialect.BIBLATEX])
@needs("biber")
def test_biber_reads_every_entry(dialect: Dialect, tmp_path: Path) -> None:
    done = _run(tmp_path, "biber", "--tool", "--output-file=out.bib", _file(tmp_path, dialect).name)
    assert done.returncode == 0, done.stdout
    keys = re.findall(r"^@\w+\{([^,]+),", (tmp_path / "out.bib").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(keys) == sorted(BY_KEY)


@needs("biber")
def test_biber_finds_the_biblatex_form_valid(tmp_path: Path) -> None:
    path = _file(tmp_path, Dialect.BIBLATEX)
    done = _run(tmp_path, "biber", "--tool", "--validate-datamodel", "--output-file=out.bib", path.name)
    complaints = [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
    assert [line for line in complaints if not any(key in line for key in _HONESTLY_INCOMPLETE)] == []


@needs("pdflatex", "bibtex")
def test_latex_prints_the_classic_form(tmp_path: Path) -> None:
    _file(tmp_path, Dialect.CLASSIC, without=_NOT_IN_TEX_FONTS)
    document = (
        r"\documentclass{article}\usepackage[T1]{fontenc}\begin{document}\nocite{*}"
        rf"\bibliographystyle{{plain}}\bibliography{{{Dialect.CLASSIC}}}\end{{document}}"
    )
    (tmp_path / "paper.tex").write_text(document, encoding="utf-8")
    latex = ("pdflatex", "-draftmode", "-no-shell-escape", "-interaction=nonstopmode", "paper")
    _run(tmp_path, *latex)
    bibtex_run = _run(tmp_path, "bibtex", "paper")
    assert bibtex_run.returncode == 0, bibtex_run.stdout
    warnings = [line for line in bibtex_run.stdout.splitlines() if line.startswith("Warning")]
    assert all("l2020noyear" in line or "w2020etal" in line for line in warnings), warnings
    printed = (tmp_path / "paper.bbl").read_text(encoding="utf-8")
    assert printed.count(r"\bibitem") == len(NASTY) - len(_NOT_IN_TEX_FONTS)
    assert "{HIV}, {pH}, {B12} and {COVID}-19 in {Swedish} adults" in printed
    errors = [line for line in _run(tmp_path, *latex).stdout.splitlines() if line.startswith("!")]
    assert errors == []


@needs("bibtex")
def test_bibtex_itself_reads_every_entry(tmp_path: Path) -> None:
    path = _file(tmp_path, Dialect.CLASSIC)
    aux = rf"\citation{{*}}\bibdata{{{path.stem}}}\bibstyle{{plain}}"
    (tmp_path / "all.aux").write_text(aux.replace("}\\", "}\n\\"), encoding="utf-8")
    done = _run(tmp_path, "bibtex", "all")
    assert done.returncode == 0, done.stdout
    assert sorted(re.findall(r"\\bibitem\{(.*?)\}", (tmp_path / "all.bbl").read_text(encoding="utf-8"))) == sorted(
        BY_KEY
    )


@pytest.mark.parametrize("dialect", [Dialect.CLASSIC, Dialect.BIBLATEX])
@needs("pandoc")
def test_pandoc_reads_every_entry(dialect: Dialect, tmp_path: Path) -> None:
    done = _run(tmp_path, "pandoc", "-f", dialect, "-t", "csljson", _file(tmp_path, dialect).name)
    assert done.returncode == 0, done.stderr
    records = {record["id"]: record for record in json.loads(done.stdout)}
    assert records.keys() == BY_KEY.keys()
    for key, reference in BY_KEY.items():
        _same_as(records[key], reference)
        if dialect is Dialect.BIBLATEX:  # in the classic form pandoc leaves mathematics as commands
            assert _letters(records[key]["title"]) == _letters(clean(reference.title))


def _same_as(record: Mapping[str, object], reference: Reference) -> None:
    authors = record["author"]
    assert isinstance(authors, list)
    assert len(authors) == len(reference.authors) + reference.et_al
    assert str(record.get("DOI", "")) == reference.doi.translate({ord(char): f"%{ord(char):02X}" for char in "{}\\^ "})
    assert "note" not in record


@pytest.mark.parametrize("dialect", list(Dialect))
def test_pybtex_reads_every_entry(dialect: Dialect) -> None:
    entries = pybtex.database.parse_string(bibtex(NASTY, dialect), "bibtex").entries
    assert set(entries) == BY_KEY.keys()
    for key, entry in entries.items():
        assert len(entry.persons["author"]) == len(BY_KEY[key].authors) + BY_KEY[key].et_al
        assert unescape(entry.fields["title"]) == clean(BY_KEY[key].title)
        assert "note" not in entry.fields


@pytest.mark.parametrize("dialect", list(Dialect))
def test_our_own_reader_finds_every_entry(dialect: Dialect) -> None:
    references, _ = read(bibtex(NASTY, dialect))
    assert {one.key: (one.title, one.authors, one.et_al) for one in references} == {
        key: (clean(one.title), tuple(map(_clean_name, one.authors)), one.et_al) for key, one in BY_KEY.items()
    }


def _clean_name(name: Name) -> Name:
    return Name(
        family=clean(name.family),
        given=clean(name.given),
        particle=name.particle,
        suffix=name.suffix,
        literal=clean(name.literal),
    )
