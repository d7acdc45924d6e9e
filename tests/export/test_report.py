"""A report in its forms: Markdown, HTML, SARIF, and the draft with citations."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from pydantic import BaseModel, ValidationError
from sarif_pydantic import Sarif

import evidence
from evidence.drafts.draft import Draft, Ignore
from evidence.drafts.markup import draft_of
from evidence.drafts.rulebook import RULEBOOK
from evidence.export.annotated import annotated
from evidence.export.html import html
from evidence.export.report import coverage_line, markdown
from evidence.export.sarif import sarif
from evidence.store.drafts import read_draft

HOSTILE = 'Massage <script>alert(1)</script> releases endorphins & "so" *on* [x](javascript:1) `y`.'


@pytest.fixture(scope="module")
def draft(root):
    return read_draft(root / "tests/drafts/planted.md")


@pytest.fixture(scope="module")
def report(draft, real):
    return replace(evidence.check(draft, real), name="drafts/my draft.md")


def test_the_coverage_line_tells_all_of_it(report):
    assert re.fullmatch(
        r"\d+ sentences: \d+ matched, \d+ not in this library, \d+ skipped, 1 ignored", coverage_line(report)
    )


@pytest.mark.parametrize("form", [markdown, html])
def test_every_form_tells_of_each_finding_with_its_rewrites_and_references(form, report, real):
    text = form(report, real).replace("&#x27;", "'").replace("\\", "")
    for sentence in report.sentences:
        for finding in [] if sentence.ignored else sentence.findings:
            assert finding.rule in text
            assert all(rewrite in text for rewrite in finding.rewrites)
            assert all(key in text for key in finding.cite)
    assert "quoted from the brochure on purpose" in text
    assert "The bus to the museum leaves at nine." in text
    assert coverage_line(report) in text
    assert report.version in text


@pytest.mark.parametrize("form", [markdown, html])
def test_a_clean_draft_makes_a_short_report(form, real):
    assert "0 errors, 0 warnings, 0 notes" in form(evidence.check("The bus is late today.", real), real)


class Tags(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs


def test_the_page_needs_nothing_from_elsewhere(report, real):
    page = Tags(html(report, real))

    assert not {"script", "link", "img", "iframe", "object", "form"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in {"src", "style"}]
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes


def test_no_text_of_a_draft_is_acted_upon_by_a_page(real):
    hostile = replace(evidence.check(Draft(HOSTILE, HOSTILE), real), name="<b>x</b>")
    page = html(hostile, real)

    assert "<script" not in page
    assert "<b>x</b>" not in page
    assert "&lt;script&gt;" in page


def test_a_finding_in_markdown_names_its_claim(real):
    assert "  - claim: `massage-releases-endorphins`\n" in markdown(
        evidence.check("Massage releases endorphins.", real), real
    )


def test_no_text_of_a_draft_is_acted_upon_by_markdown(real):
    pandoc = shutil.which("pandoc")
    if not pandoc:
        if os.environ.get("EVIDENCE_REQUIRE_TOOLS"):
            pytest.fail("no pandoc here", pytrace=False)
        pytest.skip("no pandoc here: install Debian's pandoc to run this test")
    text = markdown(evidence.check(Draft(HOSTILE, HOSTILE), real), real)
    page = subprocess.run(
        [pandoc, "--from", "commonmark", "--to", "html"], input=text, capture_output=True, text=True, check=True
    ).stdout
    plain = re.sub(r"\s+", " ", re.sub(r"</?strong>", "", page))

    assert "<script" not in page
    assert 'href="javascript' not in page
    assert (
        "&lt;script&gt;alert(1)&lt;/script&gt; releases endorphins &amp; &quot;so&quot; *on* [x](javascript:1) `y`."
        in (plain.replace('"so"', "&quot;so&quot;"))
    )


def test_characters_that_act_unseen_are_shown(real):
    text = "Massage \x1b[31mreleases\u202e endor\u200bphins."
    page = html(evidence.check(Draft(text, text), real), real)

    assert not set("\x1b\u202e\u200b") & set(page)
    assert "·[31mreleases· endor·phins" in re.sub("<[^>]+>", "", page)


def test_sarif_has_what_code_hosts_need(report):
    log = sarif([report], "1.2.3")
    (run,) = log["runs"]

    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(RULEBOOK)
    assert run["artifacts"][0]["location"]["uri"] == "drafts/my%20draft.md"
    for result in run["results"]:
        assert list(RULEBOOK)[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) < (region["endLine"], region["endColumn"])


def unknown(model):
    """The properties that SARIF's model does not know, property bags aside."""
    for name, value in model:
        if name == "properties":
            continue
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, BaseModel):
                yield from unknown(part)
    yield from model.model_extra or {}


def test_sarif_is_a_log_that_others_read(report):
    """The model of sarif-pydantic stands in for the schema of OASIS, which no package carries.

    Two properties of the standard are unknown to it (0.6.2); Microsoft's sarif-om, made from the schema, has both.
    """
    log = json.loads(json.dumps(sarif([report], "1.2.3")))

    assert set(unknown(Sarif.model_validate(log))) == {"columnKind", "suppressions"}


@pytest.mark.parametrize(("name", "value"), [("level", "grave"), ("ruleIndex", "first"), ("locations", 3)])
def test_the_model_of_sarif_would_tell(report, name, value):
    log = sarif([report], "1.2.3")
    log["runs"][0]["results"][0][name] = value

    with pytest.raises(ValidationError):
        Sarif.model_validate(log)


def test_sarif_tells_of_what_was_ignored_as_suppressed(report):
    suppressed = [result for result in sarif([report], "1")["runs"][0]["results"] if "suppressions" in result]

    assert suppressed
    assert suppressed[0]["suppressions"] == [
        {"kind": "inSource", "justification": "quoted from the brochure on purpose"}
    ]


def prints(text, real):
    results = sarif([evidence.check(text, real)], "1")["runs"][0]["results"]
    return [result["partialFingerprints"]["evidenceSentence/v1"] for result in results]


def test_a_fingerprint_stays_when_lines_move_and_tells_repetitions_apart(real):
    once = prints("Massage releases endorphins.", real)
    twice = prints("Something first.\n\nMassage releases endorphins. Massage releases endorphins.", real)

    assert once[0] in twice
    assert len(set(twice)) == len(twice) == 2 * len(once)


@pytest.mark.parametrize(
    ("text", "introduced"),
    [
        ("It is very uncertain whether massage releases endorphins.", "endorphins [@betaendorphin"),
        ("Massage releases endorphins.", "endorphins [cf. @betaendorphin"),
        ("Massage improves athletic performance.", "performance [but see @"),
        ("**Massage releases endorphins.** And more.", "endorphins.** [cf. @betaendorphin"),
        ("[Massage releases endorphins.](https://example.org/x) And more.", "example.org/x) [cf. @betaendorphin"),
        ("Massage releases endorphins (so they say).", "say) [cf. @betaendorphin"),
        ("Does massage release endorphins?", "endorphins?"),
        ("The bus is late today.", "today."),
    ],
)
def test_citations_stand_behind_their_sentences_and_say_what_they_do(real, text, introduced):
    draft = draft_of(text)

    assert introduced in annotated(draft, evidence.check(draft, real), real)


def test_nothing_but_citations_is_put_in(draft, real):
    text = annotated(draft, evidence.check(draft, real), real)

    assert re.sub(r" \[(?:@|cf\. @|but see @)[^\]]*\]", "", text) == re.sub(r" \[@[^\]]*\]", "", draft.text)


def test_doing_it_twice_changes_nothing_more(draft, real):
    once = annotated(draft, evidence.check(draft, real), real)
    again = draft_of(once)

    assert annotated(again, evidence.check(again, real), real) == once


def test_an_ignored_sentence_is_not_cited(real):
    text = "Massage releases endorphins."
    draft = Draft(text, text, ignores=(Ignore("why", 0, 5),))

    assert annotated(draft, evidence.check(draft, real), real) == text
