"""A writer's and a curator's way through the dashboard in a real Chromium, and what axe says of each page.

All journeys share one server. Its library is a copy of the one that ships, with faults planted for the curator.
"""

import json
import re
import shutil
from datetime import date, timedelta
from itertools import pairwise

import pytest

pytest.importorskip("playwright.sync_api", reason="the extra `test` is not installed")
pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from chromium import drawn
from chromium import opened as opened_at
from playwright.sync_api import expect

from evidence.drafts.check import check
from evidence.export.leading import leading

SENTENCE = "massage boosts circulation and releases endorphins, ending knee pain"
WRITERS = ("massage-releases-endorphins", "massage-increases-blood-flow")
SECRET = "zanzibar"
DRAFT = f"""# A note

Massage boosts circulation. It is said of {SECRET} that foot massage detoxifies the body.

Studies show that massage prevents injuries in athletes. Massage releases endorphins.
Strong hip muscles may ease pain around the kneecap. <img src="http://evil.example/x.png" onerror="alert(1)">
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory, root, serve):
    folder = tmp_path_factory.mktemp("library") / "data"
    shutil.copytree(root / "data", folder)
    claims = [file for file in sorted((folder / "claims").rglob("*.toml")) if file.stem not in WRITERS]
    overdue, broken = claims[0], claims[-1]
    overdue.write_text(re.sub(r"^review_by = .*$", f"review_by = {yesterday()}", overdue.read_text(), flags=re.M))
    broken.write_text(re.sub(r"^verdict = .*$", 'verdict = "proven"', broken.read_text(), flags=re.M))
    served.overdue, served.broken = overdue.stem, broken.stem
    yield from serve(folder)


def yesterday():
    return date.today() - timedelta(1)


def opened(page, path, heading):
    opened_at(page, path)
    page.get_by_role("heading", name=heading).first.wait_for()


def card(page, words):
    """The card of the finding that says these words of its claim."""
    return page.locator('[class*="st-key-finding-"]').filter(has_text=words).first


def test_a_writer_with_one_sentence_copies_the_everyday_rewrite_with_its_reference(page, real):
    opened(page, "/check", "Check a draft")
    page.get_by_role("textbox", name="Your text").fill(SENTENCE)
    page.get_by_role("button", name="Check this text").click()
    page.get_by_role("heading", name="Findings").wait_for()
    for id in WRITERS:
        claim = real.claim(id)
        found = card(page, claim.statement)
        assert claim.verdict.words in found.inner_text()
        assert f"{claim.certainty.words} certainty" in found.inner_text()
    found.get_by_role("button", name="Copy everyday").click()
    found.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")

    assert copied.startswith(claim.wording.everyday.rstrip("."))
    (finding,) = (one for one in check(SENTENCE, real).sentences[0].findings if one.claim == claim.id)
    for key in leading(finding, real):
        assert real.studies[key].reference.label in copied


def test_a_mark_leads_to_its_finding_and_back(page):
    opened(page, "/check?example=yes", "Findings")
    page.get_by_role("link", name="Finding 2").click()
    page.wait_for_url("**#f2")
    expect(page.locator("#f2")).to_be_in_viewport()
    card(page, "2 ·").get_by_role("link", name="Back to the text").click()
    page.wait_for_url("**#m2")

    assert page.evaluate("document.activeElement.tagName") in {"A", "BODY"}
    expect(page.locator("#m2")).to_be_in_viewport()


@pytest.mark.parametrize("page", [(1280, "light"), (390, "light")], indirect=True)
def test_a_mark_leads_to_its_finding_also_where_that_has_no_buttons_yet(page, real):
    text = " ".join(claim.statement for claim in real.claims.values())
    opened(page, "/check", "Check a draft")
    page.get_by_role("textbox", name="Your text").fill(text[: text.index(".", 4_500) + 1])
    page.get_by_role("button", name="Check this text").click()
    page.get_by_role("link", name="Finding 25,").click()
    page.wait_for_url("**#f25")
    expect(page.locator(".ev-plain #f25")).to_be_in_viewport()
    drawn(page)

    page.locator("#f21").scroll_into_view_if_needed()
    before = page.locator("#f21").bounding_box()["y"]
    page.get_by_role("button", name=re.compile("Give the next .* their buttons")).focus()
    page.keyboard.press("Enter")
    page.locator('[class*="st-key-finding-25-"]').get_by_role("button", name="Copy everyday").wait_for()
    page.locator(".ev-plain #f41").wait_for()
    drawn(page)
    assert page.locator("#f25").count() == 1
    assert abs(page.locator("#f21").bounding_box()["y"] - before) < 400  # it is still in view


@pytest.mark.parametrize("page", [(1280, "dark"), (390, "light")], indirect=True)
def test_why_a_file_is_refused_is_said_in_words_that_are_seen(page, tmp_path):
    (tmp_path / "long.txt").write_bytes(b"word " * 450_000)
    opened(page, "/check", "Check a draft")
    page.get_by_text("up to 2 MB").wait_for()
    page.locator('input[type="file"]').set_input_files(tmp_path / "long.txt")
    told = page.get_by_role("alert").filter(has_text="2.0MB or smaller")
    told.wait_for()

    box = told.bounding_box()
    assert box["width"] > 150
    assert box["height"] > 15
    assert told.evaluate("one => [getComputedStyle(one).clip, getComputedStyle(one).clipPath]") == ["auto", "none"]


def test_a_writer_with_a_draft_takes_the_annotated_draft_and_the_references(page, tmp_path):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail("the draft ran a script"))
    (tmp_path / "note.md").write_text(DRAFT)
    opened(page, "/check", "Check a draft")
    page.locator('input[type="file"]').set_input_files(tmp_path / "note.md")
    page.get_by_role("heading", name="note.md").wait_for()
    findings = page.locator('[class*="st-key-finding-"]')
    findings.nth(4).wait_for()
    with page.expect_download() as annotated:
        page.get_by_role("button", name="Draft with citations").click()
    with page.expect_download() as references:
        page.get_by_role("button", name="references (BibTeX)").click()
    text = annotated.value.path().read_text()
    keys = set(re.findall(r"@([\w-]+)", text))
    entries = set(re.findall(r"^@\w+\{([^,]+),", references.value.path().read_text(), re.M))

    assert annotated.value.suggested_filename == "note.cited.md"
    assert references.value.suggested_filename == "note.bib"
    assert keys == entries != set()
    assert re.sub(r" \[[^\]]*@[^\]]*\]", "", text) == DRAFT
    assert page.locator(".ev-draft img").count() == 0
    # Nothing that was pasted leaves this computer: it is in no address, and `page` holds every request to this machine.
    assert not [url for url in asked if SECRET in url]
    assert not [url for url in asked if "evil.example" in url]
    assert SECRET not in page.url


def test_the_draft_is_still_there_after_a_look_at_a_study(page):
    opened(page, "/check", "Check a draft")
    page.get_by_role("textbox", name="Your text").fill(SENTENCE)
    page.get_by_role("button", name="Check this text").click()
    page.get_by_role("heading", name="Findings").wait_for()
    study = page.locator('.ev-finding a[href^="study?id="]').first
    study.click()
    page.get_by_role("heading", name="How far to trust it").wait_for()
    page.go_back()
    page.get_by_role("heading", name="Findings").wait_for()

    assert page.get_by_role("textbox", name="Your text").input_value() == SENTENCE


def test_a_level_can_be_shared_and_an_example_linked(page):
    opened(page, "/check?example=yes", "Findings")
    page.get_by_role("button", name=re.compile("error")).first.click()
    page.wait_for_url("**level=error**")
    shared = page.url
    page.goto("about:blank")
    page.goto(shared)
    page.get_by_role("heading", name="Findings").wait_for()

    expect(page.locator(".ev-badge.ev-error").first).to_be_visible()
    expect(page.locator(".ev-badge.ev-warning")).to_have_count(0)


def test_a_cell_of_the_map_leads_to_its_claims(page):
    opened(page, "/map", "Where nothing is")
    cell = page.locator(".ev-grid a", has_text=re.compile(r"^\d+ claims$")).first
    count = int(cell.inner_text().split()[0])
    cell.click()
    page.wait_for_url("**claim=**")

    page.get_by_text(re.compile(rf"^{count} of \d+ claims")).first.wait_for()


def test_a_curator_sees_what_is_overdue_and_why_a_record_fails(page, real):
    opened(page, "/quality", "Data quality")
    page.get_by_role("heading", name=re.compile(r"Reviews overdue \([1-9]")).wait_for()
    problem = page.get_by_role("row").filter(has_text=f"{served.broken}.toml").first
    problem.wait_for()
    assert "proven" in problem.inner_text()
    assert "supported" in problem.inner_text()
    row = page.get_by_role("row").filter(has_text=str(yesterday()))
    row.get_by_role("link").first.click()
    page.wait_for_url(f"**claim?id={served.overdue}**")

    page.get_by_role("heading", name=real.claim(served.overdue).statement).wait_for()


# Our own buttons get their words from a script, a moment after they are there.
LABELLED = """() => {
  const buttons = (root) => [...root.querySelectorAll("*")].flatMap(
    (one) => one.matches("button[type=button]") ? [one] : one.shadowRoot ? buttons(one.shadowRoot) : []);
  return buttons(document).every((button) => button.textContent || button.ariaLabel || button.title);
}"""

PAGES = {
    "/check?example=yes": "Findings",
    "/studies": "Studies",
    "/study?id={study}": "Cite",
    "/articles": "Articles",
    "/article?id={article}": "How sure it sounds",
    "/map": "Where nothing is",
    "/quality": "Fields that are empty",
    "/method": "How a rating is made",
    "/method?part=try": "What comes out",
}


@pytest.mark.parametrize("page", [(1280, "dark"), (390, "light")], indirect=True)
def test_nothing_serious_stands_in_the_way_of_any_reader(page, real):
    from axe_playwright_python.sync_playwright import Axe

    width = page.viewport_size["width"]
    known = {"study": next(iter(real.studies)), "article": next(iter(real.articles))}
    for path, heading in PAGES.items():
        opened(page, path.format(**known), heading)
        page.get_by_role("button", name="Copy link").wait_for()
        page.wait_for_function(LABELLED)
        found = [one for one in Axe().run(page).response["violations"] if one["impact"] in {"serious", "critical"}]
        assert not found, path + json.dumps([(one["id"], one["nodes"][0]["html"][:200]) for one in found], indent=1)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(one => Number(one.tagName[1]))")
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path
