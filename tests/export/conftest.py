"""References that are hard to write: a list of hard cases by hand, and some thousands made of their parts."""

import os
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence.export.cited import Cited
from evidence.model import Name, Reference

Run = Callable[..., subprocess.CompletedProcess[str]]

_JOURNAL = "Journal of Pain"
_DAY = Name(family="Day", given="James A.")


def _article(key: str, title: str = "A trial of massage", **more: object) -> Reference:
    fields: dict[str, object] = {"authors": (_DAY,), "journal": _JOURNAL, "year": "2020"}
    return Reference(key=key, type="article", title=title, **(fields | more))  # type: ignore[arg-type]


HOSTILE = r"} , note = {\write18{x}}, @misc{evil, title={e}} \input{/etc/passwd} $\csname end\endcsname$ ^^5c %"

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
    _article("t2020hostile", HOSTILE, journal=HOSTILE, volume=HOSTILE, pages=HOSTILE, year="2020", month=HOSTILE),
    _article("u2020evil", authors=(Name(literal=HOSTILE), Name(family=HOSTILE, given=HOSTILE)), pmid=HOSTILE),
    _article("v2020at", "@article{x, title = {y}}\n@misc{z}"),
    _article("w2020etal", et_al=True, pages="e30248", number="S1-S10", month="March"),
    _article("x2020markup", "<i>In vivo</i> &amp; 10<sup>3</sup>\u200b soft\u00adhyphen ﬁbre\u00a0text"),
    _article("y2020tags", "Title\nER  - \n\nTY  - JOUR\nTI  - Evil", journal="J\r\nAU  - Evil, E."),
    Reference(key="yb2020book", type="book", title="Book", authors=(_DAY,), publisher="Müller & Sons", year="2020"),
    Reference(
        key="z2020part", type="incollection", title="Part", booktitle="Whole & all", authors=(_DAY,), publisher="P",
        year="2020", pages="1-2",
    ),
    Reference(key="za2020report", type="techreport", title="Report", authors=(_DAY,), institution="WHO", year="2020"),
    Reference(key="zb2020thesis", type="phdthesis", title="Thesis", authors=(_DAY,), school="Universität", year="2020"),
    Reference(
        key="zc2020page", type="misc", title="Page", authors=(Name(literal="NICE"),), year="2020",
        url="https://nice.org.uk/x", volume="9", number="1", pages="1-9",
    ),
)  # fmt: skip

_PIECES = (
    "massage", "of", "the", "Knee", "in", "HIV", "pH", "B12", "Swedish", "Müller", "Łódź", "naïve", "ğış", "Đ",
    "ø", "ß", "&", "%", "$", "#", "_", "{", "}", "~", "^", "\\", "\\write18{x}", "{{deep {nested} braces}}", "}}",
    "CO₂", "H₂O", "10⁻³", "Na⁺", "<i>", "</i>", "<script>alert(1)</script>", "<span class=\"nocase\">",
    "α-tocopherol", "β", "Δ9", "µg", "≥", "±", "–", "—", "--", "---", "\"x\"", "“y”", "‘z’", "it's", "&amp;",
    "&lt;b&gt;", "按摩", "боль", "ألم", "疼", "@article{k,", '\nER  - ', '\r\nTY  - JOUR', '\u2028AU  - x', "$x_1^2$",
    "p < 0.05", "50%", "100 %", "a:b", "?", "!", "(n = 3)", "[x]", "=1+1", "note = {x}", "and", "others", "ﬁ",
    '\u200b', '\xa0', "é", "`", "|", "^^5c", "\\input{x}", "\\", "%%", ";",
)  # fmt: skip
_FAMILIES = ("Day", "Ortega y Gasset", "O'Brien", "Müller-Łódź", "王", "d'Arcy", "Şahin", "And", "Ünal", "McAlindon")
_GIVEN = ("A.", "Ann B.", "J.-C.", "Éric", "小明", "KL", "Daniëlle A W M", "Ö. F.")
_BODIES = (
    "World Health Organization",
    "Barnes and Noble, Inc.",
    "Plato",
    "NICE & Co",
    "{Group} of 50%",
    "Collaboration #1",
)


def generated(count: int, seed: int) -> tuple[Reference, ...]:
    """That many references with odd values in every field; the same for the same seed."""
    chance = random.Random(seed)
    return tuple(_reference(chance, f"k{number}x{seed}") for number in range(count))


def _reference(chance: random.Random, key: str) -> Reference:
    type_ = chance.choice(("article",) * 4 + ("book", "incollection", "techreport", "phdthesis", "misc"))
    homes = {
        "article": {"journal": _words(chance)},
        "book": {"publisher": _words(chance), "edition": chance.choice(("", "2"))},
        "incollection": {"booktitle": _words(chance), "publisher": _words(chance)},
        "techreport": {"institution": _words(chance)},
        "phdthesis": {"school": _words(chance)},
        "misc": {"url": chance.choice(("", "https://example.org/a_b?c=%20&d=~e#f"))},
    }
    return Reference(
        key=key,
        type=type_,
        title=f"T{_words(chance)}",
        authors=tuple(_name(chance) for _ in range(chance.choice((1, 1, 2, 3, 7, 12)))),
        et_al=chance.random() < 0.1,
        year=chance.choice(("2019", "2020", "1987", "", "in press")),
        month=chance.choice(("", "5", "12")),
        volume=chance.choice(("", "34", "Suppl. 2")) if type_ in ("article", "book") else "",
        number=chance.choice(("", "3", "1-2")) if type_ in ("article", "techreport") else "",
        pages=chance.choice(("", "379-386", "e30248", "S1-S10", "12")) if type_ in ("article", "incollection") else "",
        doi=chance.choice(
            ("", f"10.1000/{key}", f"10.1002/(sici)1097<1::aid>3.0.co;2-2_{key}", f"10.1/a_b#c%d&e~$_{key}")
        ),
        pmid=chance.choice(("", "30543021")),
        pmcid=chance.choice(("", "PMC6420526")),
        **homes[type_],
    )


def _words(chance: random.Random) -> str:
    return " ".join(chance.choices(_PIECES, k=chance.randint(1, 8))) + " z"


def _name(chance: random.Random) -> Name:
    if chance.random() < 0.2:
        return Name(literal=chance.choice(_BODIES))
    particle, suffix = chance.choice(("", "", "van der", "de la", "von")), chance.choice(("", "", "", "Jr", "III"))
    return Name(family=chance.choice(_FAMILIES), given=chance.choice(_GIVEN), particle=particle, suffix=suffix)


@pytest.fixture(scope="session")
def hard(real) -> tuple[Reference, ...]:
    """The hard cases, 2,000 that were made up, and every reference of the library that ships."""
    return (*NASTY, *generated(2000, seed=1), *(study.reference for study in real.studies.values()))


@pytest.fixture(scope="session")
def cited_hard(hard) -> tuple[Cited, ...]:
    return tuple(map(Cited, hard))


@pytest.fixture
def needs() -> Callable[..., None]:
    """Skips where a tool is missing, unless the run is one that must have all of them."""

    def look(*tools: str) -> None:
        missing = [tool for tool in tools if not shutil.which(tool)]
        if missing and os.environ.get("EVIDENCE_REQUIRE_TOOLS") == "1":
            pytest.fail(f"not installed: {', '.join(missing)}")
        if missing:
            pytest.skip(f"not installed: {', '.join(missing)}")

    return look


@pytest.fixture
def run(tmp_path: Path, needs: Callable[..., None]) -> Run:
    """Runs a program in a folder of its own, or skips."""

    def call(*command: str) -> subprocess.CompletedProcess[str]:
        needs(command[0])
        return subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, errors="replace", timeout=120, check=False
        )

    return call
