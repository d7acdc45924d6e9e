"""`evidence app`."""

import os
import signal
import subprocess
import sys
import webbrowser
from argparse import Namespace
from importlib.util import find_spec
from threading import Thread
from types import FrameType

from evidence.cli.exits import Exit
from evidence.cli.output import say
from evidence.errors import MissingExtra
from evidence.store import load, shipped

__all__ = ["run"]


def run(arguments: Namespace) -> Exit:
    """Serve the dashboard on this computer until Ctrl-C."""
    if find_spec("streamlit") is None:
        raise MissingExtra("The dashboard", "app")
    environment = dict(os.environ)
    if arguments.library:
        load(arguments.library)
        environment["EVIDENCE_LIBRARY"] = str(arguments.library.resolve())
    frame = shipped("app.py")
    command = [sys.executable, "-m", "streamlit", "run", str(frame), f"--server.port={arguments.port}"]
    # In the frame's folder, where Streamlit finds .streamlit/config.toml.
    server = subprocess.Popen(  # noqa: S603  # our own words
        command, cwd=frame.parent, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return _serve(server, opens=not arguments.no_browser)


def _serve(server: "subprocess.Popen[str]", *, opens: bool) -> Exit:
    """Announce and open the address once it answers; until then keep what the server says, in case it fails."""
    signal.signal(signal.SIGTERM, _stop)
    said, announced = [], False
    try:
        for line in server.stdout or ():
            said.append(line)
            if not announced and "URL:" in line:
                address = line.split("URL:")[1].strip()
                say(f"The dashboard: {address} (Ctrl-C ends it)")
                announced = True
                if opens:  # not waited for: a browser in the terminal ends when its reader likes
                    Thread(target=webbrowser.open, args=[address], daemon=True).start()
        return _ended(server.wait(), announced, said)
    finally:
        server.terminate()
        server.wait()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _ended(code: int, announced: bool, said: list[str]) -> Exit:
    if code and not announced:
        say("evidence: The dashboard did not start. Is the port taken? Choose another with --port.")
        say("".join(said[-5:]).strip())
    return Exit.USAGE if code else Exit.FINE
