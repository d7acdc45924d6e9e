"""Journeys through Find, Claim and Export in a real Chromium, against a real server on this machine."""

import csv
import json
import re
import shutil
import subprocess
import unicodedata
from itertools import pairwise

import pytest

pytest.importorskip("playwright.sync_api", reason="the extra `test` is not installed")
pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from chromium import drawn, opened
from playwright.sync_api import expect

from evidence.filters import Filter, at_least, select
from evidence.model import Certainty
from evidence.rating import receipt

VIEWS = [(width, theme) for width in (1280, 390) for theme in ("light", "dark")]


def told(page):
    """How many claims the page says it shows."""
    return page.locator("p[role=status]").inner_text().split(".")[0]


def saved(page, button, folder):
    with page.expect_download() as download:
        page.get_by_role("button", name=button).first.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_a_researcher_opens_a_shared_view_and_takes_studies_and_receipt(page, real, tmp_path):
    wanted = Filter(verdict=("contradicted",), certainty=at_least(Certainty.LOW))
    found = select(real, wanted).claims
    opened(page, "/?at_least=low&verdict=contradicted")
    assert told(page) == f"{len(found)} of {len(real.claims)} claims"

    claim = found[0]
    page.get_by_role("link", name=claim.statement).click()
    page.get_by_role("heading", name=claim.statement, level=1).wait_for()
    page.get_by_role("heading", name="Which study carries this answer").wait_for()
    drawn(page)
    rows = list(csv.DictReader(saved(page, "Studies (CSV)", tmp_path).open(encoding="utf-8")))
    assert [row["key"] for row in rows] == [citation.study for citation in claim.citations]
    taken = json.loads(saved(page, "Receipt (JSON)", tmp_path).read_text(encoding="utf-8"))
    assert taken == receipt(claim.rating).to_dict()


def test_a_citer_ticks_six_studies_and_latex_prints_them(page, tmp_path):
    opened(page, "/?q=swelling&view=references")
    boxes = page.get_by_role("checkbox")
    for number in range(6):
        boxes.nth(number).focus()
        page.keyboard.press("Space")
        page.get_by_role("link", name=f"Export ({number + 1})").wait_for()
    page.locator(".ev-quiet a.ev-go").first.click()  # another page, the same session
    page.wait_for_url("**/study?id=**")
    page.get_by_role("link", name="Export (6)").click()
    page.get_by_role("heading", name="6 references").wait_for()
    bib = saved(page, "Download BibTeX", tmp_path)

    assert bib.read_text(encoding="utf-8").count("\n@") == 5
    assert len(re.findall("key=", page.url)) == 6
    assert bibitems(bib) == 6


def bibitems(bib):
    """How many references LaTeX prints; as many as there are entries where LaTeX is not installed."""
    if not (shutil.which("pdflatex") and shutil.which("bibtex")):
        return 6
    body = rf"\nocite{{*}}\bibliographystyle{{plain}}\bibliography{{{bib.stem}}}"
    text = rf"\documentclass{{article}}\begin{{document}}{body}\end{{document}}"
    (bib.parent / "paper.tex").write_text(text, encoding="utf-8")
    for command in (["pdflatex", "paper"], ["bibtex", "paper"], ["pdflatex", "paper"]):
        halt = ["-interaction=nonstopmode", "-halt-on-error"] if command[0] == "pdflatex" else []
        subprocess.run([command[0], *halt, command[1]], cwd=bib.parent, check=True, capture_output=True)
    return (bib.parent / "paper.bbl").read_text(encoding="utf-8").count("\\bibitem")


def test_a_choice_by_keyboard_narrows_the_list_and_stands_in_the_address(page, real):
    opened(page, "/?page=2")
    value = page.get_by_role("button", name="contradicted ·")
    value.focus()
    page.keyboard.press("Space")
    page.wait_for_url("**/?verdict=contradicted")
    page.get_by_text(f"{len(select(real, Filter(verdict=('contradicted',))).claims)} of").wait_for()
    expect(value).to_have_attribute("aria-pressed", "true")
    drawn(page)
    page.keyboard.press("Space")  # it is still in focus
    page.get_by_text(f"{len(real.claims)} of").wait_for()
    assert page.url.endswith("/")


FOCUSED = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const [right, bottom] = [innerWidth - box.right, innerHeight - box.bottom];
  return [document.activeElement.textContent, Math.min(box.left, box.top, right, bottom) >= 0];
}"""


@pytest.mark.parametrize("page", [(1280, "light"), (390, "light")], indirect=True)
def test_three_keys_lead_past_the_facets_to_the_search_box(page):
    opened(page, "/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == ["Skip to main content", True]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    expect(page.get_by_role("textbox", name="Search the claims")).to_be_focused()


@pytest.mark.parametrize("page", [(390, "light")], indirect=True)
def test_the_keyboard_does_not_go_through_a_panel_that_is_closed(page):
    opened(page, "/")
    page.get_by_role("button", name="Filters").wait_for()
    page.keyboard.press("Tab")
    for _ in range(4):
        page.keyboard.press("Tab")
        assert not page.evaluate("document.querySelector('#stSidebar').contains(document.activeElement)")


def place(page, name):
    """Where a button stands: how far from the left, and how far below the number of claims."""
    button, status = (
        one.bounding_box()
        for one in (page.get_by_role("button", name=name, exact=True), page.locator("p[role=status]"))
    )
    return round(button["x"]), round(button["y"] - status["y"] - status["height"])


@pytest.mark.parametrize("page", [(1280, "light"), (390, "dark")], indirect=True)
def test_link_and_print_stand_in_the_same_place_whether_anything_is_found_or_not(page):
    places = []
    for path in ("/?q=zebra", "/?verdict=contradicted", "/?q=zebra&view=table", "/?sort=studies&view=references"):
        opened(page, path)
        page.get_by_role("button", name="Print").wait_for()
        places.append(settled(page, "Copy link", "Print"))

    assert places == [places[0]] * 4


def settled(page, *names):
    """The places of buttons of one row as soon as they stand in a row, twice the same: while it is drawn they move."""
    before = []
    for _ in range(500):
        places = [place(page, name) for name in names]
        if places == before and len({below for _, below in places}) == 1:
            return places
        before = places
    return before


def test_what_is_folded_away_can_be_chosen_and_is_open_where_it_was(page, real):
    opened(page, "/")
    page.get_by_text("More ways to narrow down").click()
    page.get_by_role("button", name="guideline ·").click()
    page.wait_for_url("**/?design=guideline")
    page.reload()
    drawn(page)

    expect(page.get_by_role("button", name="guideline ·")).to_have_attribute("aria-pressed", "true")
    assert told(page) == f"{len(select(real, Filter(design=('guideline',))).claims)} of {len(real.claims)} claims"
    page.get_by_role("button", name="Clear all").click()
    page.wait_for_url("**/")
    page.get_by_text(f"{len(real.claims)} of").wait_for()


def test_of_quick_clicks_none_is_lost_and_of_one_certainty_the_last_holds(page, real):
    opened(page, "/")
    wanted = Filter(verdict=("contradicted", "conflicting"), certainty=at_least(Certainty.VERY_LOW))
    page.locator("fieldset").first.evaluate(
        """(group, names) => {
            const buttons = [...group.getRootNode().querySelectorAll("button")];
            for (const name of names) buttons.find(one => one.textContent.includes(name)).click();
        }""",
        ["low ·", "contradicted ·", "very low ·", "conflicting ·"],
    )
    page.get_by_text(f"{len(select(real, wanted).claims)} of {len(real.claims)} claims").wait_for()
    page.wait_for_url("**/?verdict=contradicted&verdict=conflicting&at_least=very_low")

    pressed = ["⊕◯◯◯ very low", "contradicted", "conflicting"]
    expect(page.locator("[aria-pressed=true]")).to_contain_text(pressed)


def test_back_and_forward_lead_through_views_and_pages(page):
    opened(page, "/?verdict=contradicted")
    first = told(page)
    page.get_by_role("button", name="conflicting ·").click()
    page.wait_for_url("**verdict=conflicting**")
    page.get_by_text(first).wait_for(state="detached")
    both = told(page)
    page.locator("ol.ev-cards a").last.click()
    page.wait_for_url("**/claim?id=**")
    page.get_by_role("navigation", name="Where this is").wait_for()

    page.go_back()
    page.get_by_text(both).wait_for()
    page.go_back()
    page.get_by_text(first).wait_for()
    assert page.url.endswith("/?verdict=contradicted")
    page.go_forward()
    page.get_by_text(both).wait_for()


def test_a_copied_link_opens_the_same_view_in_a_fresh_browser(page, browser, served):
    opened(page, "/")
    page.get_by_role("textbox", name="Search the claims").focus()
    page.keyboard.type("oedema")
    page.get_by_text("Looked for oedema (also swelling").wait_for()
    # What is typed is sent when the field is left; a click while the page is drawn anew would be lost.
    page.keyboard.press("Tab")
    drawn(page)
    page.get_by_role("radio", name="Table").or_(page.get_by_role("button", name="Table", exact=True)).first.click()
    page.get_by_role("table").wait_for()
    page.wait_for_url("**view=table**")
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url

    fresh = browser.new_page()
    opened(fresh, link)
    assert told(fresh) == told(page)
    assert fresh.get_by_role("table").count() == 1
    fresh.close()


def test_a_writer_copies_the_sentence_that_may_be_printed(page, real):
    claim = real.claim("massage-releases-endorphins")
    opened(page, "/?q=natural painkillers")
    page.get_by_role("link", name=claim.statement).focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What you may write").wait_for()
    drawn(page)
    page.get_by_role("button", name="Copy this sentence").last.click()
    page.get_by_text("Copied").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == claim.wording.everyday


def test_a_printed_claim_holds_everything_and_no_button(page, real, tmp_path):
    pypdf = pytest.importorskip("pypdf")
    claim = next(claim for claim in real.claims.values() if claim.rating and len(claim.citations) > 3)
    opened(page, f"/claim?id={claim.id}")
    page.pdf(path=tmp_path / "claim.pdf")
    read = pypdf.PdfReader(tmp_path / "claim.pdf")
    printed = "".join(sheet.extract_text() for sheet in read.pages)
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", printed))  # without blanks and ligatures

    assert len(read.pages) > 1
    assert receipt(claim.rating).digest in text
    assert re.sub(r"\s+", "", claim.searches[-1].query)[:20] in text  # folded away on the screen
    assert all(f"{{{study.key}," in text for study in real.studies_of(claim))  # scrolled away on the screen
    assert "Copylink" not in text
    assert "Export" not in text


def show_facets(page):
    """Bring all facets into view, which a narrow screen hides behind a button."""
    if page.viewport_size["width"] < 768:
        page.get_by_role("button", name="Filters").click()
    page.get_by_text("More ways to narrow down").click()
    page.get_by_role("group", name="Design of a study").wait_for()


@pytest.mark.parametrize("page", VIEWS, indirect=True)
def test_nothing_serious_stands_in_the_way_of_a_screen_reader(page, real):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    claim = next(claim for claim in real.claims.values() if claim.rating and len(claim.citations) > 3)
    key = claim.citations[0].study
    paths = ["/", f"/claim?id={claim.id}", f"/export?key={key}"]
    for path in [*paths, "/?view=table", "/?q=zebra"] if page.viewport_size["width"] > 767 else paths:
        opened(page, path)
        if path == "/":
            show_facets(page)
        found = [one for one in axe.Axe().run(page).response["violations"] if one["impact"] in {"serious", "critical"}]
        levels = [int(heading.evaluate("e => e.tagName[1]")) for heading in page.locator("h1,h2,h3,h4").all()]

        assert not found, json.dumps([(path, one["id"], one["nodes"][0]["html"][:200]) for one in found], indent=1)
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
