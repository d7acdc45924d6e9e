"""Debian's Chromium for the tests that need a real browser."""

import os
import shutil

import pytest

__all__ = ["CHROMIUM", "FLAGS", "drawn", "opened"]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_MISSING = "no Chromium here: install Debian's chromium to run these tests"
if not CHROMIUM:
    if os.environ.get("EVIDENCE_REQUIRE_TOOLS"):
        pytest.fail(_MISSING, pytrace=False)
    pytest.skip(_MISSING, allow_module_level=True)

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

END = "Not medical advice"  # what stands at the foot of every page

# Resolves when nothing on the page, nor in the shadow of a component, has changed over ten frames and 300 ms.
_QUIET = """() => new Promise((done) => {
  const roots = (root) => [root, ...[...root.querySelectorAll("*")].flatMap(
    (one) => one.shadowRoot ? roots(one.shadowRoot) : [])];
  let [frames, since] = [0, performance.now()];
  const watch = new MutationObserver(() => { [frames, since] = [0, performance.now()]; });
  const all = {subtree: true, childList: true, attributes: true, characterData: true};
  for (const root of roots(document)) watch.observe(root, all);
  const look = () => {
    frames += 1;
    if (frames > 10 && performance.now() - since > 300) { watch.disconnect(); done(); }
    else requestAnimationFrame(look);
  };
  look();
})"""


def drawn(page):
    """Wait until all of the page is drawn and stands still: while it is being drawn, focus and clicks may be lost."""
    page.get_by_text(END).wait_for()
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    page.evaluate(_QUIET)
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def opened(page, address):
    """Go to an address, and wait until its page is drawn."""
    page.goto(address)
    drawn(page)
