"""`evidence app` by itself, as a newcomer starts it: it opens a browser, on a page without anybody's advertisements."""

import os
import signal
import socket
import subprocess
import sys

import pytest

pytest.importorskip("playwright.sync_api", reason="the extra `test` is not installed")
pytest.importorskip("streamlit", reason="the extra `app` is not installed")

from chromium import opened


@pytest.fixture
def started(tmp_path):
    """A dashboard that was started without any option but its port, and what reads the address that it opened."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told, reader = tmp_path / "told", tmp_path / "reader"
    os.mkfifo(told)
    reader.write_text(f'#!/bin/sh\necho "$1" > "{told}"\n')
    reader.chmod(0o755)
    # On a machine with tools for agents Streamlit advertises its own to whoever runs it by hand.
    (tmp_path / ".claude").mkdir()
    environment = {**os.environ, "BROWSER": f"{reader} %s", "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "evidence", "app", "--port", str(port)]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True, text=True, env=environment
    )
    yield port, told
    os.killpg(server.pid, signal.SIGTERM)
    server.wait()


def test_a_browser_is_opened_on_a_page_of_ours_alone(started, browser):
    port, told = started
    address = told.read_text().strip()
    assert address == f"http://127.0.0.1:{port}"

    page = browser.new_page()
    opened(page, address)
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_text("Streamlit skills").count() == 0
    page.close()
