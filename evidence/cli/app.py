"""`evidence app`."""

import os
import subprocess
import sys
from argparse import Namespace
from importlib.util import find_spec

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
    say(f"The dashboard: http://localhost:{arguments.port} (Ctrl-C ends it)")
    options = [f"--server.port={arguments.port}", f"--server.headless={str(arguments.no_browser).lower()}"]
    command = [sys.executable, "-m", "streamlit", "run", str(frame), *options]
    # In the frame's folder, where Streamlit finds .streamlit/config.toml.
    ended = subprocess.run(command, cwd=frame.parent, env=environment, check=False)  # noqa: S603  # our own words
    return Exit.FINE if ended.returncode == 0 else Exit.USAGE
