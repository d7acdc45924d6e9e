"""Journeys through the dashboard in a real Chromium, against a real server on this machine."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from chromium import CHROMIUM, FLAGS

playwright = pytest.importorskip("playwright.sync_api", reason="the extra `test` is not installed")

WIDTHS = [1280, 390]
THEMES = ["light", "dark"]


@pytest.fixture(scope="module")
def address():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "evidence", "app", "--port", str(port), "--no-browser"]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True, text=True
    )
    for line in server.stdout:
        if "The dashboard:" in line:
            break
    yield f"http://127.0.0.1:{port}"
    os.killpg(server.pid, signal.SIGTERM)
    server.wait()


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser, address, request):
    width, theme = getattr(request, "param", (1280, "light"))
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, base_url=address)
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    hosts = {urlsplit(url).hostname for url in asked if url.startswith(("http", "ws"))}
    assert hosts <= {"127.0.0.1"}, "something was asked of another machine"


def count(page):
    """The number of claims that the page says it shows."""
    line = page.get_by_text(re.compile(r"^\d+ of \d+ claims")).first
    line.wait_for()
    return int(line.inner_text().split(" of ")[0])


def test_a_researcher_filters_by_strength_and_shares_the_view(page, address):
    page.goto("/")
    page.get_by_text(" claims").first.wait_for()
    everything = count(page)
    page.get_by_role("button", name="low ·").last.click()
    page.wait_for_url("**certainty=**")
    page.get_by_text(f"{everything} of {everything} claims").wait_for(state="detached")
    some = count(page)
    shared = page.url

    assert 0 < some < everything
    page.goto("about:blank")
    page.goto(shared)
    page.get_by_text(f"{some} of {everything} claims").wait_for()


def test_back_and_forward_lead_through_a_claim(page):
    page.goto("/?verdict=contradicted")
    first = page.locator('[data-testid="stPageLink"] a').first
    first.wait_for()
    statement = first.inner_text()
    first.click()
    page.get_by_role("heading", name=statement, level=1).wait_for()
    page.go_back()
    page.get_by_role("heading", name="What do the studies say?").wait_for()
    page.get_by_role("button", name="contradicted ·").wait_for()

    assert "verdict=contradicted" in page.url


def test_a_writer_finds_a_claim_by_lay_words_and_reads_what_to_write(page):
    page.goto("/?q=natural painkillers")
    page.get_by_role("link", name="endorphins").first.click()
    page.get_by_role("heading", name="What you may write").wait_for()

    assert "very uncertain" in page.locator("code").first.inner_text()


def test_a_citer_takes_exactly_the_references_shown(page, tmp_path):
    page.goto("/?topic=foot-massage")
    button = page.get_by_role("button", name="references (BibTeX)")
    button.wait_for()
    wanted = int(button.inner_text().split()[1])
    with page.expect_download() as download:
        button.click()
    text = (tmp_path / "x.bib", download.value.save_as(tmp_path / "x.bib"))[0].read_text()

    assert text.startswith("@")
    assert text.count("\n@") + 1 == wanted


def test_the_search_box_is_reached_and_used_by_keyboard_alone(page):
    page.goto("/")
    box = page.get_by_role("textbox", name="Search the claims")
    box.wait_for()
    box.focus()
    page.keyboard.type("oedema")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=oedema**")

    page.get_by_text("Looked for oedema (also swelling").wait_for()


@pytest.mark.parametrize("page", [(width, theme) for width in WIDTHS for theme in THEMES], indirect=True)
@pytest.mark.parametrize("path", ["/", "/claim?id=massage-releases-endorphins"])
def test_nothing_serious_stands_in_the_way_of_a_screen_reader(page, path):
    from axe_playwright_python.sync_playwright import Axe

    page.goto(path)
    page.get_by_text("Not medical advice").wait_for()
    found = [one for one in Axe().run(page).response["violations"] if one["impact"] in {"serious", "critical"}]

    assert not found, json.dumps([(one["id"], one["nodes"][0]["html"][:200]) for one in found], indent=1)


@pytest.mark.parametrize("page", [(390, "light")], indirect=True)
@pytest.mark.parametrize("path", ["/", "/claim?id=massage-releases-endorphins"])
def test_a_narrow_page_needs_no_sideways_scrolling(page, path):
    page.goto(path)
    page.get_by_text("Not medical advice").wait_for()

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
