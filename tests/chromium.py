"""Debian's Chromium for the tests that need a real browser."""

import os
import shutil

import pytest

__all__ = ["CHROMIUM", "FLAGS"]

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
