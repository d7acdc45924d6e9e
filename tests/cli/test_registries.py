"""`evidence verify`, `add`, `watch` and `import`, against services on a real local server."""

import json
from dataclasses import replace
from datetime import date

import jsonschema
import pytest
from registries.world import ALL, Paper, update
from werkzeug import Response

from evidence.cli import main
from evidence.cli.exits import Exit
from evidence.model import Integrity
from evidence.schemas import schema
from evidence.store import load, save

KEY = "miller2020kneading"
TRUTH = Paper(
    title="Kneading for stiff elbows",
    doi=f"10.1000/{KEY}",
    pmid="30000001",
    abstract="In 80 adults the difference was -4.0 (95% CI -6.0 to -2.0).",
)
NEW = Paper(
    title="Kneading of elbows",
    subtitle="a systematic review",
    doi="10.1000/new",
    pmid="40000001",
    pmcid="PMC9000001",
    family="van der Windt",
    given="Danielle",
    year=2026,
    types=("Systematic Review",),
)


@pytest.fixture
def folder(tmp_path, library_of):
    save(library_of(), tmp_path / "library")
    return tmp_path / "library"


@pytest.fixture
def run(folder, capsys):
    """Run a command on the library; the exit code, standard output and standard error."""

    def command(*words):
        code = main([*words, "--library", str(folder)])
        return code, *capsys.readouterr()

    return command


def html(request):
    return Response("<!DOCTYPE html><title>Sign in to this network</title>", content_type="text/html")


def test_a_true_and_standing_study_is_fine(registered, run):
    registered.add(TRUTH)

    code, out, _ = run("verify", KEY)

    assert code == Exit.FINE
    row = next(line for line in out.splitlines() if line.startswith(KEY))
    assert row.split() == [KEY, "agrees", "all", "agree", "clear", "4", "of", "4"]


def test_a_registry_that_says_otherwise_is_named(registered, run):
    registered.add(replace(TRUTH, known_to=("crossref", "pubmed", "europepmc")))
    registered.changes["crossref", TRUTH.doi] = lambda said: {**said, "title": ["Kneading for sore elbows"]}

    code, out, _ = run("verify")

    assert code == Exit.FINE
    assert "Crossref: the title at Crossref is “Kneading for sore elbows”" in out
    assert "disagrees: Crossref;" in out


def test_what_verify_prints_as_json_keeps_to_its_schema(registered, run):
    registered.add(replace(TRUTH, updated_by=(update("retraction"),)))

    _, out, _ = run("verify", "--format", "json")

    (entry,) = json.loads(out)
    jsonschema.validate([entry], schema("verify"))
    assert entry["integrity"]["disputed"] is True
    assert entry["suspends"] == [{"claim": "kneading-loosens-elbows", "before": "moderate", "after": "suspended"}]


def test_a_retraction_is_told_with_before_and_after_and_stored(registered, run, folder):
    told = {"updated_by": (update("retraction"),), "comments": (("RetractionIn", "5"),), "is_retracted": True}
    registered.add(replace(TRUTH, **told))

    code, out, _ = run("verify", "--write")

    assert code == Exit.PROBLEMS
    assert "kneading-loosens-elbows: before moderate, after suspended" in out
    stored = load(folder).study(KEY).appraisal.integrity
    assert (stored.status, stored.on) == (Integrity.RETRACTED, date.today())
    assert stored.source == "Crossref, PubMed, Europe PMC, OpenAlex"


def test_write_stores_checks_with_day_and_source_once(registered, run, folder):
    registered.add(TRUTH)
    before = load(folder).study(KEY).appraisal.checks

    run("verify", "--write")
    run("verify", "--write")

    checks = load(folder).study(KEY).appraisal.checks
    assert checks[: len(before)] == before
    assert [check.url for check in checks[len(before) :]] == [
        f"https://api.crossref.org/works/10.1000%2F{KEY}",
        "https://pubmed.ncbi.nlm.nih.gov/30000001/",
        "https://europepmc.org/article/MED/30000001",
        "https://api.openalex.org/works/W30000001",
    ]
    assert {check.on for check in checks[len(before) :]} == {date.today()}
    assert run("format")[1] == ""


def test_without_write_nothing_is_written(registered, run, folder):
    registered.add(TRUTH)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    run("verify")

    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_retraction_is_not_forgotten_when_registries_fall_silent(registered, run, folder):
    registered.add(replace(TRUTH, updated_by=(update("retraction"),)))
    run("verify", "--write")
    registered.papers = [TRUTH]
    for file in (folder.parent / "cache").iterdir():
        file.unlink()

    run("verify", "--write")

    assert load(folder).study(KEY).appraisal.integrity.status is Integrity.RETRACTED


def test_what_changed_while_registries_were_asked_is_not_undone(registered, run, folder, monkeypatch):
    registered.add(TRUTH)
    file = folder / f"studies/{KEY}.toml"

    def meanwhile(request):
        file.write_text(file.read_text().replace("Adults with stiff elbows.", "Adults of any age."))
        return html(request)

    registered.broken["openalex"] = meanwhile
    run("verify", "--write")

    appraisal = load(folder).study(KEY).appraisal
    assert appraisal.population == "Adults of any age."
    assert appraisal.integrity.status is Integrity.CLEAR


def test_no_network_is_not_checked_and_exit_five(registered, run, folder):
    for service in ALL:
        registered.broken[service] = html

    code, out, _ = run("verify", "--write")

    assert code == Exit.NETWORK == 5
    assert "not checked: Crossref answered with what is no JSON" in out
    assert load(folder).study(KEY).appraisal.integrity.status is Integrity.NOT_CHECKED


def test_write_is_refused_before_anyone_is_asked_when_something_would_be_lost(registered, run, folder):
    (folder / "studies/half.toml").write_text("design = 1")

    assert run("verify", "--write")[0] == Exit.CANNOT_WRITE
    assert registered.asked == []


def test_a_fake_is_a_problem(registered, run):
    code, out, _ = run("verify")

    assert code == Exit.PROBLEMS
    assert "fewer than two registries know it" in out


def test_ctrl_c_ends_verify_without_a_trace(registered, run, folder, monkeypatch):
    def interrupted(*arguments, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr("evidence.registries.http.Http.ask", interrupted)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    code, out, err = run("verify", "--write")

    assert code == 130
    assert "Traceback" not in out + err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("EVIDENCE_CONTACT", "nobody"),
        ("EVIDENCE_CONTACT", "a@b.example\r\nX: y"),
        ("EVIDENCE_CROSSREF_URL", "http://crossref.example"),
        ("EVIDENCE_PUBMED_URL", "ftp://127.0.0.1"),
        ("EVIDENCE_EUROPEPMC_URL", "https://user:word@mirror.example"),
        ("EVIDENCE_OPENALEX_URL", "https://[broken"),
        ("EVIDENCE_OPENALEX_KEY", "two words"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(registered, run, monkeypatch, name, value):
    monkeypatch.setenv(name, value)

    code, _, err = run("verify")

    assert code == Exit.USAGE
    assert name in err
    assert registered.asked == []


@pytest.mark.parametrize("identifier", ["10.1000/new", "https://doi.org/10.1000/NEW", "40000001", "PMC9000001"])
def test_add_makes_an_entry_and_a_skeleton(registered, run, folder, identifier):
    registered.add(NEW)

    code, out, err = run("add", identifier)

    assert code == Exit.FINE
    assert out.split() == ["studies.bib", "studies/vanderwindt2026kneading.toml"]
    entry = (folder / "studies.bib").read_text().split("@article{vanderwindt2026kneading")[1]
    for field in ("van der Windt, Danielle", "Kneading of elbows: a systematic review", "{2026}", "10.1000/new"):
        assert field in entry
    assert "{40000001}" in entry
    assert "{PMC9000001}" in entry
    assert "design, population, access, risk_of_bias" in err
    assert {problem.where.field for problem in load(folder).problems} == {
        "design",
        "population",
        "access",
        "risk_of_bias",
    }


def test_validate_names_exactly_what_a_new_study_lacks(registered, run, folder):
    registered.add(NEW)
    run("validate")
    before = set(run("validate")[1].splitlines())
    run("add", "10.1000/new")

    new = set(run("validate")[1].splitlines()) - before

    assert sorted(line.split(": ")[1] for line in new) == ["access", "design", "population", "risk_of_bias"]


@pytest.mark.parametrize(
    ("identifier", "said"),
    [
        (f"10.1000/{KEY}", f"there already as {KEY} (the same DOI)"),
        ("30000001", f"there already as {KEY} (the same DOI)"),
        ("10.1000/nobody", "No registry knows"),
    ],
)
def test_add_refuses_what_is_there_or_unknown(registered, run, folder, identifier, said):
    registered.add(TRUTH)

    code, out, err = run("add", identifier)

    assert (code, out) == (Exit.PROBLEMS, "")
    assert said in err


def test_add_refuses_a_twin_without_identifiers_by_its_title(registered, run, folder):
    bib = folder / "studies.bib"
    bib.write_text(bib.read_text().replace(f"  doi = {{10.1000/{KEY}}},\n", ""))
    registered.add(replace(TRUTH, doi="10.1000/found"))

    code, _, err = run("add", "10.1000/found")

    assert code == Exit.PROBLEMS
    assert "the same title" in err


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        (replace(NEW, known_to=("crossref",)), "fewer than two registries"),
        (replace(NEW, types=("Retraction of Publication",)), "not as a paper"),
    ],
)
def test_add_refuses_what_registries_do_not_agree_on(registered, run, folder, paper, said):
    registered.add(paper)
    before = (folder / "studies.bib").read_text()

    code, _, err = run("add", "10.1000/new")

    assert code == Exit.PROBLEMS
    assert said in err
    assert (folder / "studies.bib").read_text() == before


def test_add_without_network_is_exit_five(registered, run):
    for service in ALL:
        registered.broken[service] = html

    assert run("add", "10.1000/new")[0] == Exit.NETWORK


def test_add_of_no_identifier_is_wrong_usage(registered, run):
    assert run("add", "hello")[0] == Exit.USAGE


def test_add_tells_of_a_retraction(registered, run, folder):
    registered.add(replace(NEW, title="RETRACTED: Kneading of elbows", updated_by=(update("retraction"),)))

    code, _, err = run("add", "10.1000/new")

    assert code == Exit.PROBLEMS
    assert "integrity: retracted" in err
    assert "title = {Kneading of elbows" in (folder / "studies.bib").read_text()


def test_watch_lists_new_works_reviews_first(registered, run):
    other = replace(NEW, title="Kneading an elbow in mice", subtitle="", doi="10.1000/m", pmid="41", pmcid="", types=())
    trial = replace(other, title="Kneading an elbow", doi="10.1000/t", pmid="42", types=("Controlled Clinical Trial",))
    notice = replace(other, title="Kneading an elbow", doi="10.1000/n", pmid="43", types=("Published Erratum",))
    registered.papers = [TRUTH, other, notice, trial, NEW]

    code, out, _ = run("watch", "--format", "json")

    entries = json.loads(out)
    jsonschema.validate(entries, schema("watch"))
    assert code == Exit.FINE
    assert [(one["kind"], one["doi"]) for one in entries] == [
        ("systematic_review", "10.1000/new"),
        ("trial", "10.1000/t"),
        ("other", "10.1000/m"),
    ]
    assert {tuple(one["claims"]) for one in entries} == {("kneading-loosens-elbows",)}
    assert "10.1000/new" in run("watch", "kneading-loosens-elbows")[1]
    assert any("FIRST_PDATE:[2026-11-21 TO 3000-12-31]" in one for one in registered.asked)
    assert any("mindate=2026/11/21" in one for one in registered.asked)


def test_watch_tells_of_searches_that_failed(registered, run):
    registered.broken["pubmed"] = html

    code, _, err = run("watch")

    assert code == Exit.NETWORK
    assert "not searched: PubMed answered with what is no JSON" in err


def test_watch_tells_when_there_is_more_than_it_shows(registered, run):
    registered.changes["europepmc", "x"] = lambda said: said
    registered.broken["europepmc"] = lambda request: Response(
        json.dumps({"hitCount": 312, "resultList": {"result": []}}), content_type="application/json"
    )

    assert "Europe PMC has 312 for: kneading elbow" in run("watch")[2]


def test_import_needs_a_library(tmp_path, capsys):
    file = tmp_path / "x.bib"
    file.write_text("@article{a, title={b}}")

    assert main(["import", str(file)]) == Exit.USAGE
    assert main(["import", str(file), "--library", str(tmp_path / "none")]) == Exit.UNREADABLE


def test_import_prints_what_it_took_and_tells_of_the_rest(run, tmp_path):
    file = tmp_path / "zotero.bib"
    file.write_text(
        "@article{ng2018hips, title = {Massage for sore hips}, author = {Ng, Bo}, year = {2018}, keywords = {x}}\n"
        "@article{twin, title = {Kneading for stiff elbows}, author = {Miller, A}, year = {2020}}\n"
        "@article{dateless, title = {Elbows in spring}, author = {Ng, Bo}}\n"
    )

    code, out, err = run("import", str(file))

    assert (code, out) == (Exit.PROBLEMS, "ng2018hips\n")
    assert f"not taken: twin: is there already as {KEY} (the same title)" in err
    assert "not taken: dateless: no citation key can be made" in err
    assert "keywords" in err
    assert "1 taken, 2 not taken" in err


@pytest.mark.parametrize("data", [b"", b"hello", b"\xff\xfe"])
def test_an_unreadable_file_is_told_to_be_so(run, tmp_path, data):
    file = tmp_path / "x"
    file.write_bytes(data)

    code, _, err = run("import", str(file))

    assert code == Exit.UNREADABLE
    assert "cannot be imported" in err
    assert run("import", str(tmp_path / "none"))[0] == Exit.UNREADABLE


def test_commands_that_stay_offline_load_no_network():
    import subprocess
    import sys

    code = "import sys; import evidence, evidence.cli.claims, evidence.cli.arguments; print('requests' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
