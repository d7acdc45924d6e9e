"""What a reader waits for, in a real browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from shutil import which
from typing import NamedTuple
from urllib.parse import urlencode

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from evidence.filters import Filter, select
from evidence.library import Library
from evidence.model import Claim

__all__ = ["CARDS", "Wait", "browser", "change_filter", "check_draft", "first_paint", "follow_facet", "open_claim"]

CARDS = 20
"""How many claims the dashboard shows a page."""

# The facets that Datasette counts: those of the dashboard's eight that are columns of the table of claims.
_FACETS = ("verdict", "certainty", "topic", "kind")

_FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
# A reader does not click the very moment that the last answer is there.
_PAUSE = 500

# A task that is put off from within a frame runs when that frame has been laid out and painted.
_CLOCK = """(element, wanted) => new Promise(resolve => {
  const start = performance.now(), now = () => performance.now() - start;
  const watch = new MutationObserver(() => {
    if (!(DONE)) return;
    watch.disconnect();
    const there = now();
    requestAnimationFrame(() => setTimeout(() => resolve({there, painted: now()})));
  });
  watch.observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
  element.click();
})"""
_FOUND = """document.querySelector('p[role=status]')?.textContent.startsWith(wanted.said)
  && [...document.querySelectorAll('ol.ev-cards h2')].map(e => e.textContent).join('|') === wanted.cards.join('|')"""
_CLAIM = """document.querySelector('h1')?.textContent === wanted
  && [...document.querySelectorAll('h2')].some(e => e.textContent === 'Cite')"""
_CHECKED = """document.querySelectorAll('.ev-finding[id]').length === wanted"""
_FOLLOW = "element => { const now = performance.timeOrigin + performance.now(); element.click(); return now; }"
_LOADED = """start => ({
  there: performance.timeOrigin + performance.getEntriesByType('navigation')[0].loadEventEnd - start,
  painted: performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime - start,
})"""


class Wait(NamedTuple):
    """Milliseconds from a click until the whole answer is in the page, and until it is painted."""

    there: float
    painted: float


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=which("chromium"), args=_FLAGS)
        yield chromium
        chromium.close()


def first_paint(page: Page, address: str) -> None:
    """Open Find; done when its heading and its first card can be seen."""
    page.goto(address)
    page.locator("h1").wait_for()
    page.locator("ol.ev-cards li").first.wait_for()


def change_filter(page: Page, library: Library, value: str, wanted: Filter) -> Wait:
    """Choose a value on Find, or drop it; done when the number of claims and all cards are those of `wanted`."""
    claims = select(library, wanted).claims
    said = f"{len(claims)} of {len(library.claims)} claims"
    pill = page.get_by_test_id("stSidebar").get_by_role("button", name=re.compile(rf"^{value.replace('_', ' ')} · "))
    return _clocked(page, pill, _FOUND, {"said": said, "cards": [claim.statement for claim in claims[:CARDS]]})


def open_claim(page: Page, claim: Claim) -> Wait:
    """Click on a claim's card; done when its statement heads the page and the last section stands on it."""
    return _clocked(page, page.locator("ol.ev-cards").get_by_text(claim.statement), _CLAIM, claim.statement)


def check_draft(page: Page, address: str, draft: str, findings: int) -> Wait:
    """Check a text that was pasted; done when as many findings stand beside it as there are."""
    page.goto(f"{address}/check")
    box = page.get_by_role("textbox", name="Your text")
    box.fill(draft)
    box.blur()
    return _clocked(page, page.get_by_role("button", name="Check this text"), _CHECKED, findings)


def follow_facet(page: Page, address: str, value: str) -> Wait:
    """Choose a verdict in Datasette's table of claims, or drop it where `value` is blank; there when it has loaded."""
    if page.url == "about:blank":
        page.goto(f"{address}/evidence/claims?{urlencode({'_facet': _FACETS}, doseq=True)}")
    verdicts = page.locator(".facet-info[data-column=verdict]")
    link = verdicts.get_by_role("link", name=value, exact=True) if value else verdicts.locator("li a.cross")
    page.wait_for_timeout(_PAUSE)
    with page.expect_navigation(wait_until="load"):
        start = link.evaluate(_FOLLOW)
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    return Wait(**page.evaluate(_LOADED, start))


def _clocked(page: Page, button: Locator, done: str, wanted: object) -> Wait:
    page.locator("[data-test-script-state=notRunning]").wait_for()
    page.wait_for_timeout(_PAUSE)
    return Wait(**button.evaluate(_CLOCK.replace("DONE", done), wanted))
