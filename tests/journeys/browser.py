"""The system's Chromium, told to call nobody."""

import os

from tests.services.chromium import find_chromium

# Without these the browser calls its maker's hosts at every start.
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]


def launch_arguments() -> dict:
    """How Playwright starts it; as root it cannot have a sandbox."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    return {"executable_path": find_chromium(), "args": [*QUIET, *sandbox]}
