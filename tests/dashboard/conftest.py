"""The dashboard as a reader meets it: run page by page, or served to a real browser."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from evidence.store.save import save

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def open_page(monkeypatch, tmp_path):
    """A page by the name of its file, with these parameters in its address, on the library given or the real one."""
    testing = pytest.importorskip("streamlit.testing.v1", reason="the extra `app` is not installed")
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("EVIDENCE_LIBRARY", raising=False)

    def start(page="claims", library=None, /, **parameters):
        if library is not None:
            save(library, tmp_path)
            monkeypatch.setenv("EVIDENCE_LIBRARY", str(tmp_path))
        app = testing.AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.switch_page(f"evidence/dashboard/pages/{page}.py")
        for name, value in parameters.items():
            app.query_params[name] = value
        return app.run()

    return start


@pytest.fixture(scope="session")
def shown():
    """All that an app put on its page as HTML."""
    return lambda app: "\n".join(element.proto.body for element in app.get("html"))


@pytest.fixture(scope="session")
def serve():
    """The function that serves a library's folder, for a module that shows another than the one that ships."""
    return _serve


@pytest.fixture(scope="module")
def served(serve):
    """The address at which the dashboard is served with the library that ships."""
    yield from serve()


def _serve(folder=None):
    """Serve the dashboard as `evidence app` does, on a port that is free, until the test has done."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "evidence", "app", "--port", str(port), "--no-browser"]
    environment = {name: value for name, value in os.environ.items() if name != "EVIDENCE_LIBRARY"}
    if folder is not None:
        command += ["--library", str(folder)]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True, text=True, env=environment
    )
    for line in server.stdout:
        if "The dashboard:" in line:
            break
    yield f"http://127.0.0.1:{port}"
    os.killpg(server.pid, signal.SIGTERM)
    server.wait()


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the extra `test` is not installed")
    from chromium import CHROMIUM, FLAGS

    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser, served, request):
    """A fresh browser's first tab, of a width and in a theme; nothing may be asked of another machine."""
    width, theme = getattr(request, "param", (1280, "light"))
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=theme,
        base_url=served,
        permissions=["clipboard-read", "clipboard-write"],
    )
    tab = context.new_page()
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    yield tab
    context.close()
    hosts = {urlsplit(url).hostname for url in asked if url.startswith(("http", "ws"))}
    assert hosts <= {"127.0.0.1"}, "something was asked of another machine"
