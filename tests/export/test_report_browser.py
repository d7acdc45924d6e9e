"""The page of a report in a real Chromium: readable on a telephone, in both themes, and by a screen reader."""

import json

import pytest
from chromium import CHROMIUM, FLAGS

import evidence
from evidence.export.html import html
from evidence.store.drafts import read_draft

playwright = pytest.importorskip("playwright.sync_api", reason="the extra `test` is not installed")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def address(root, real, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "report.html"
    long = "Massage releases endorphins" + "x" * 300 + ".\n\n"
    draft = read_draft(root / "tests/drafts/planted.md")
    report = evidence.check(long + draft.text, real)
    path.write_text(html(report, real), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(params=[(width, theme) for width in (1280, 390) for theme in ("light", "dark")])
def page(browser, address, request):
    width, theme = request.param
    # Without the page's own policy, so that axe's script may run in it.
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    yield page
    context.close()
    assert asked == [address], "the page asked for something else"


def test_nothing_runs_off_the_page(page):
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_nothing_serious_stands_in_the_way_of_a_screen_reader(page):
    from axe_playwright_python.sync_playwright import Axe

    found = [one for one in Axe().run(page).response["violations"] if one["impact"] in {"serious", "critical"}]

    assert not found, json.dumps([(one["id"], one["nodes"][0]["html"][:200]) for one in found], indent=1)


def test_a_marked_sentence_leads_to_what_was_found(page):
    link = page.locator(".draft a.error").first
    link.click()
    target = page.locator(page.url[page.url.index("#") :])

    assert target.locator(".finding.error").count() >= 1


def test_levels_differ_by_shape_and_not_by_colour_alone(page):
    styles = {
        level: page.locator(f".draft a.{level} mark").first.evaluate(
            "node => getComputedStyle(node).textDecorationStyle"
        )
        for level in ("error", "warning", "note")
    }

    assert len(set(styles.values())) == 3
