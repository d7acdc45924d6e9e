"""What is written as BibTeX is read whole by the programs that people open it with."""

import json
import re
import unicodedata

import pybtex.database
import pytest
from bibtexparser.entrypoint import parse_string

from evidence.bibtex import Dialect, read
from evidence.bibtex.fields import month_number
from evidence.bibtex.latex import clean, unescape
from evidence.export.bibtex import bibtex
from evidence.export.cited import Cited
from evidence.export.csl import csl_item
from evidence.model import Name

DIALECTS = [Dialect.CLASSIC, Dialect.BIBLATEX]
# Greek, Chinese and the like: the oldest fonts of TeX cannot set them.
SETTABLE = re.compile(r"[\x00-\u017f‘’“”–—≥±×−≤₀-₉⁰-⁹⁺⁻µ…€™®]*")


def letters(text):
    """What is left when markup, marks and shapes are taken away, by which readers differ."""
    plain = unicodedata.normalize("NFKC", re.sub(r"</?(?:span|i|b|sup|sub|sc)\b[^<>]*>", "", text))
    return "".join(char for char in plain if char.isalnum()).casefold()


@pytest.fixture
def file(tmp_path, cited_hard):
    def write(dialect, only=lambda reference: True):
        path = tmp_path / f"{dialect}.bib"
        path.write_text(bibtex((one for one in cited_hard if only(one.reference)), dialect), encoding="utf-8")
        return path.name

    return write


def raw_entries(text):
    """The fields of each entry, as bibtexparser divides them, names in small letters."""
    library = parse_string(text, parse_stack=[])
    assert library.failed_blocks == []
    return {entry.key: {field.key.lower(): field.value for field in entry.fields} for entry in library.entries}


def test_biber_gives_every_field_of_every_entry_back_and_has_nothing_to_say(run, file, tmp_path, hard):
    done = run("biber", "--tool", "--validate-datamodel", "--output-file=out.bib", file(Dialect.BIBLATEX))

    assert done.returncode == 0
    given = raw_entries((tmp_path / "biblatex.bib").read_text(encoding="utf-8"))
    got = raw_entries((tmp_path / "out.bib").read_text(encoding="utf-8"))
    assert got.keys() == given.keys()
    assert [key for key in given if kept(given[key]) != kept(got[key])] == []
    told = [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
    # That a record lacks its year, journal, author or editor is true, and nothing that the export may invent.
    assert [line for line in told if "Missing mandatory field" not in line and "t2020hostile" not in line] == []


def kept(fields):
    """Without what biber changes when it writes: braces, dashes and blanks of some, a month that is none."""
    plain = {name: re.sub(r"\s|-(?=-)", "", unescape(fields[name])) for name in RESHAPED & fields.keys()}
    return {**{name: value for name, value in fields.items() if name != "month"}, **plain}


RESHAPED = {"publisher", "institution", "pages"}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_pybtex_and_bibtexparser_read_the_same_and_all_of_it(dialect, cited_hard):
    text = bibtex(cited_hard, dialect)
    ours = raw_entries(text)
    theirs = pybtex.database.parse_string(text, "bibtex").entries
    assert set(theirs) == ours.keys() == {one.reference.key for one in cited_hard}

    for one in cited_hard:
        reference, entry = one.reference, theirs[one.reference.key]
        assert len(entry.persons["author"] if reference.authors else ()) == len(reference.authors) + reference.et_al
        for field, value in entry.fields.items():
            if field not in ("month", "eprinttype", "type"):
                assert " ".join(value.split()) == " ".join(ours[reference.key][field][1:-1].split())
        assert unescape(entry.fields["title"]) == clean(reference.title)
        assert not {"note", "annote"} & set(entry.fields)


@pytest.mark.parametrize("dialect", list(Dialect))
def test_our_own_reader_gives_every_reference_back(dialect, cited_hard):
    references, _ = read(bibtex(cited_hard, dialect))

    assert {one.key: (one.title, one.authors, one.et_al) for one in references} == {
        one.reference.key: (
            clean(one.reference.title),
            tuple(map(clean_name, one.reference.authors)),
            one.reference.et_al,
        )
        for one in cited_hard
    }


def clean_name(name):
    return Name(
        family=clean(name.family),
        given=clean(name.given),
        particle=name.particle,
        suffix=name.suffix,
        literal=clean(name.literal),
    )


@pytest.mark.parametrize("dialect", DIALECTS)
def test_pandoc_reads_every_field_of_every_entry(dialect, run, file, cited_hard):
    done = run("pandoc", "-f", dialect, "-t", "csljson", file(dialect))
    assert done.returncode == 0, done.stderr
    records = {record["id"]: record for record in json.loads(done.stdout)}

    assert records.keys() == {one.reference.key for one in cited_hard}
    for one in cited_hard:
        fields = to_compare(one.reference, dialect)
        assert compared(records[one.reference.key], fields) == compared(csl_item(one), fields), one.reference.key


def to_compare(reference, dialect):
    """The fields that pandoc must read from a dialect with the same letters."""
    # biblatex has no room for another volume than a number, which then stands in the addendum.
    has_place = reference.type == "article" and (reference.volume or "1").isdigit()
    place = ("volume", "issue", "page") if has_place else ()
    # In the classic form pandoc leaves mathematics and braces as commands.
    made = ("publisher",) if reference.type in ("book", "incollection", "techreport", "phdthesis") else ()
    return (*place, *made, "title", "container-title") if dialect is Dialect.BIBLATEX else place


def compared(item, fields):
    """What of a CSL item must be the same when pandoc has read it from BibTeX."""
    names = [
        letters(name.get("literal") or "".join(name.get(part, "") for part in PARTS)) for name in item.get("author", ())
    ]
    dates = item.get("issued", {}).get("date-parts", [])
    # A year beside a month that is none is printed as it is, hence no number with us.
    same = {"author": names, "DOI": item.get("DOI", "").translate(QUOTED), "issued": dates if dates != [[2020]] else []}
    return same | {field: letters(item.get(field, "")) for field in fields}


PARTS = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
QUOTED = {ord(char): f"%{ord(char):02X}" for char in "{}\\^ "}


def test_pandoc_prints_every_entry(run, file, tmp_path, hard):
    name = file(Dialect.BIBLATEX)
    (tmp_path / "all.md").write_text(f"---\nbibliography: {name}\nnocite: '@*'\n---\n", encoding="utf-8")
    done = run("pandoc", "--citeproc", "-t", "html", "all.md")

    assert done.returncode == 0, done.stderr
    assert done.stdout.count('class="csl-entry"') == len(hard)
    assert "<script" not in done.stdout


LATEX = ("pdflatex", "-draftmode", "-no-shell-escape", "-interaction=nonstopmode")
NATBIB = r"""\documentclass{article}\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{textcomp,natbib,url}
\begin{document}\nocite{*}\bibliographystyle{plainnat}\bibliography{bibtex}\end{document}"""
BIBLATEX = r"""\documentclass{article}\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{textcomp}
\usepackage[backend=biber]{biblatex}\addbibresource{biblatex.bib}
\begin{document}\nocite{*}\printbibliography\end{document}"""


def is_settable(reference):
    printed = (reference.title, reference.journal, reference.booktitle, reference.publisher, reference.institution)
    people = (part for name in reference.authors for part in (name.family, name.given, name.literal))
    return all(SETTABLE.fullmatch(clean(text)) for text in (*printed, reference.school, reference.url, *people))


def errors(log):
    return [line for line in log.splitlines() if line.startswith("!")]


def test_latex_with_natbib_prints_the_classic_form(run, file, tmp_path, hard):
    # plainnat's labels hold the authors' names, and BibTeX cuts a label off after 250 signs (entry.max$).
    fits = lambda reference: is_settable(reference) and reference.key != "u2020evil"  # noqa: E731
    file(Dialect.CLASSIC, fits)
    (tmp_path / "paper.tex").write_text(NATBIB, encoding="utf-8")
    run(*LATEX, "paper")
    told = run("bibtex", "paper")
    logs = [run(*LATEX, "paper").stdout for _ in range(2)]

    assert told.returncode == 0, told.stdout
    printed = (tmp_path / "paper.bbl").read_text(encoding="utf-8")
    assert printed.count(r"\bibitem") == sum(map(fits, hard))
    assert "{HIV}, {pH}, {B12} and {COVID}-19 in {Swedish} adults" in printed
    assert errors("".join(logs)) == []


def test_latex_with_biblatex_prints_the_utf8_form(run, file, tmp_path, hard):
    some = {reference.key for reference in hard if not re.match(r"k[3-6]\d\d", reference.key)}  # biber takes its time
    file(Dialect.BIBLATEX, lambda one: one.key in some and is_settable(one) and not UNSET.search(str(one)))
    (tmp_path / "paper.tex").write_text(BIBLATEX, encoding="utf-8")
    run(*LATEX, "paper")
    told = run("biber", "paper")
    logs = run(*LATEX, "paper").stdout

    assert told.returncode == 0, told.stdout
    assert errors(logs) == []


# In UTF-8, pdflatex has no glyphs for these without further packages; lualatex has.
UNSET = re.compile("[≥±×−≤₀-₉⁰-⁹⁺⁻µạậ]")


def test_bibtex_itself_reads_every_entry(run, file, tmp_path, hard):
    path = file(Dialect.CLASSIC)
    (tmp_path / "all.aux").write_text(
        f"\\citation{{*}}\n\\bibdata{{{path.removesuffix('.bib')}}}\n\\bibstyle{{plain}}\n", encoding="utf-8"
    )
    done = run("bibtex", "all")

    assert done.returncode == 0, done.stdout
    keys = re.findall(r"\\bibitem\{(.*?)\}", (tmp_path / "all.bbl").read_text(encoding="utf-8"))
    assert sorted(keys) == sorted(reference.key for reference in hard)


def test_notes_and_old_keys_stand_where_each_tool_looks(run, tmp_path):
    one = Cited(
        csl_reference(),
        warning="RETRACTED.",
        proof="Evidence: x, supports, 50% {sure}.",
        aliases=("old2019x", "older2018x"),
    )
    (tmp_path / "notes.bib").write_text(bibtex([one], Dialect.BIBLATEX), encoding="utf-8")
    done = run("biber", "--tool", "--validate-datamodel", "--output-file=out.bib", "notes.bib")
    (fields,) = raw_entries((tmp_path / "out.bib").read_text(encoding="utf-8")).values()

    assert "WARN" not in done.stdout
    assert (fields["note"], fields["ids"]) == ("{RETRACTED.}", "{old2019x,older2018x}")
    assert unescape(fields["annotation"]) == "Evidence: x, supports, 50% {sure}."
    classic = bibtex([one], Dialect.CLASSIC)
    assert "ids" not in classic
    assert "  annote = {Evidence: x, supports, 50\\% " in classic


def csl_reference():
    from evidence.model import Reference

    return Reference(key="a2020x", type="article", title="T", authors=(Name(literal="A"),), journal="J", year="2020")


def test_months_in_the_hard_cases_are_told_apart(hard):
    assert {month_number(reference.month) for reference in hard} >= {None, 3, 5, 12}
