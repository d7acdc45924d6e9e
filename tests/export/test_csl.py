"""References → CSL-JSON, held to the schema of CSL and read by others."""

import json
import re
from importlib import resources

import jsonschema
import pytest

from evidence.bibtex.latex import clean
from evidence.export.cited import Cited
from evidence.export.csl import OTHERS, csl_item, csl_json
from evidence.model import Name, Reference

PERLMAN = Reference(
    key="perlman2019efficacy",
    type="article",
    title="Efficacy of <i>massage</i>",
    authors=(Name(family="Perlman", given="Adam"), Name(family="Windt", given="Di", particle="van der", suffix="Jr")),
    journal="Journal of General Internal Medicine",
    year="2019",
    month="May",
    volume="34",
    number="3",
    pages="379-386",
    doi="10.1007/s11606-018-4763-5",
    pmid="30543021",
    pmcid="PMC6420526",
    url="https://x.org/y",
    language="norwegian",
)


def names_in(file, start):
    """The strings of a list in CSL's own schema (RELAX NG, compact), which citeproc-py carries."""
    text = (resources.files("citeproc") / "data/schema/schemas/styles" / file).read_text(encoding="utf-8")
    part = re.search(rf"{start} =(.*?)(?=\n\s*[a-z.-]+ =|\Z)", text, re.DOTALL)[1]
    return re.findall(r'"([^"]+)"', part)


def schema():
    """The JSON Schema of CSL-JSON: lists from CSL's schema, shapes from the CSL 1.0.2 specification, appendix IV."""
    text = {"type": "string", "pattern": r"^[^\n\r]*$"}
    name = {
        "type": "object",
        "properties": dict.fromkeys(("family", "given", "non-dropping-particle", "suffix", "literal"), text),
        "additionalProperties": False,
        "oneOf": [{"required": ["literal"], "maxProperties": 1}, {"required": ["family", "given"]}],
    }
    parts = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
    date = {
        "type": "object",
        "properties": {"date-parts": {"type": "array", "items": parts, "minItems": 1, "maxItems": 2}, "literal": text},
        "additionalProperties": False,
        "minProperties": 1,
    }
    variables = {
        **dict.fromkeys(names_in("csl-variables.rnc", "variables.titles"), text),
        **dict.fromkeys(names_in("csl-variables.rnc", "variables.strings"), text),
        **dict.fromkeys(names_in("csl-variables.rnc", "variables.numbers"), text),
        **{variable: {"type": "array", "items": name} for variable in names_in("csl-variables.rnc", "variables.names")},
        **dict.fromkeys(names_in("csl-variables.rnc", "variables.dates"), date),
        "type": {"enum": names_in("csl-types.rnc", "item-types")},
        "id": text,
        "citation-key": text,
        "language": text,
    }
    item = {"type": "object", "properties": variables, "required": ["id", "type"], "additionalProperties": False}
    return {"type": "array", "items": item}


def test_every_variable_of_a_reference():
    assert csl_item(Cited(PERLMAN, warning="RETRACTED.", proof="Evidence: x.")) == {
        "id": "perlman2019efficacy",
        "citation-key": "perlman2019efficacy",
        "type": "article-journal",
        "title": "Efficacy of massage",
        "author": [
            {"family": "Perlman", "given": "Adam"},
            {"family": "Windt", "given": "Di", "non-dropping-particle": "van der", "suffix": "Jr"},
        ],
        "container-title": "Journal of General Internal Medicine",
        "issued": {"date-parts": [[2019, 5]]},
        "volume": "34",
        "issue": "3",
        "page": "379-386",
        "DOI": "10.1007/s11606-018-4763-5",
        "PMID": "30543021",
        "PMCID": "PMC6420526",
        "URL": "https://x.org/y",
        "language": "no",
        "note": "RETRACTED. Evidence: x.",
    }


@pytest.mark.parametrize(
    ("year", "month", "issued"),
    [
        ("2019", "", {"date-parts": [[2019]]}),
        ("2019", "12", {"date-parts": [[2019, 12]]}),
        ("2019", "Spring", {"literal": "Spring 2019"}),
        ("in press", "5", {"literal": "May in press"}),
        ("in press", "", {"literal": "in press"}),
        ("", "", None),
    ],
)
def test_dates(year, month, issued):
    assert csl_item(Cited(Reference(key="k", type="misc", title="T", year=year, month=month))).get("issued") == issued


@pytest.mark.parametrize(
    ("type_", "url", "csl"),
    [
        ("article", "", "article-journal"),
        ("book", "", "book"),
        ("incollection", "", "chapter"),
        ("techreport", "", "report"),
        ("phdthesis", "", "thesis"),
        ("misc", "https://x.org", "webpage"),
        ("misc", "", "document"),
        ("nonsense", "", "document"),
    ],
)
def test_types(type_, url, csl):
    assert csl_item(Cited(Reference(key="k", type=type_, title="T", url=url)))["type"] == csl


def test_the_hard_cases_fit_the_schema_of_csl(cited_hard):
    made = schema()
    assert {"title", "DOI", "PMID", "author", "issued", "volume"} <= made["items"]["properties"].keys()
    assert "article-journal" in made["items"]["properties"]["type"]["enum"]

    jsonschema.validate(json.loads(csl_json(cited_hard)), made)


def test_no_text_is_lost_and_none_is_markup(cited_hard):
    for one, item in zip(
        sorted(cited_hard, key=lambda one: one.reference.key), json.loads(csl_json(cited_hard)), strict=True
    ):
        reference = one.reference
        assert item["title"] == clean(reference.title)
        assert item.get("DOI", "") == clean(reference.doi)
        assert len(item.get("author", ())) == len(reference.authors) + reference.et_al
        assert not re.search(r"</?(?:i|b|sup|sub|sc|span)\b", json.dumps(item))


def test_citeproc_py_reads_every_variable(cited_hard):
    from citeproc.source.json import CiteProcJSON

    items = json.loads(csl_json(cited_hard))
    source = CiteProcJSON([{key: value for key, value in item.items() if key != "citation-key"} for item in items])

    for item in items:
        read = source[item["id"].lower()]
        for variable, value in item.items():
            if isinstance(value, str) and variable not in ("id", "citation-key", "type"):
                assert str(read[variable.replace("-", "_")]) == value
        assert [dict(name) for name in read.get("author", ())] == item.get("author", [])


def test_pandoc_reads_every_item_and_prints_it_without_live_html(run, tmp_path, cited_hard):
    (tmp_path / "all.json").write_text(csl_json(cited_hard), encoding="utf-8")
    (tmp_path / "all.md").write_text("---\nbibliography: all.json\nnocite: '@*'\n---\n", encoding="utf-8")
    read = {item["id"]: item for item in json.loads(run("pandoc", "-f", "csljson", "-t", "csljson", "all.json").stdout)}
    printed = run("pandoc", "--citeproc", "-t", "html", "all.md").stdout

    for one in cited_hard:
        item = csl_item(one)
        got = read[one.reference.key]
        assert [got.get(name) for name in SAME] == [item.get(name) for name in SAME]
        assert len(got.get("author", ())) == len(item.get("author", ()))
    assert printed.count('class="csl-entry"') == len(cited_hard)
    assert "<script" not in printed


SAME = ("DOI", "PMID", "PMCID", "URL", "volume", "issue", "page", "type", "language")


def test_authors_who_are_not_named_are_told():
    item = csl_item(Cited(Reference(key="k", type="misc", title="T", authors=(Name(literal="Kim"),), et_al=True)))
    assert item["author"] == [{"literal": "Kim"}, OTHERS]
