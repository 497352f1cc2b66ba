"""The Chromium that the journeys are run in.

    python -m tests.services.chromium ensure

installs it where that is possible without asking anyone: as root, with apt-get.
"""

import argparse
import os
import shutil
import subprocess
import sys

from tests.services.supervisor import ServiceError

NAMES = ("chromium", "chromium-browser", "google-chrome")
ADVICE = (
    "Chromium is missing: install it (on Debian: apt-get install chromium), "
    "or set CHROMIUM_PATH to its program."
)


def find_chromium() -> str:
    """The path of a Chromium that can be run; raises ServiceError when there is none."""
    chosen = os.environ.get("CHROMIUM_PATH")
    if chosen:
        # A wrong path is an error: another browser in silence would test something else.
        if found := shutil.which(chosen):
            return found
        raise ServiceError(f"CHROMIUM_PATH is {chosen}, and no program is there.")
    for name in NAMES:
        if found := shutil.which(name):
            return found
    raise ServiceError(ADVICE)


def ensure() -> str:
    """Find Chromium, installing it first where that is possible; raises ServiceError."""
    try:
        return find_chromium()
    except ServiceError:
        apt = shutil.which("apt-get")
        if os.environ.get("CHROMIUM_PATH") or os.geteuid() != 0 or not apt:
            raise
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["install", "--yes", "--no-install-recommends", "chromium"]
    for arguments in (["update"], install):
        done = subprocess.run([apt, *arguments], env=environment, check=False, stdout=sys.stderr)
        if done.returncode:
            raise ServiceError(f"{ADVICE} (apt-get {arguments[0]} failed.)")
    return find_chromium()


def main(arguments: list[str]) -> int:
    """Run the command line that the module's docstring describes; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.services.chromium")
    parser.add_argument("action", choices=["ensure"])
    parser.parse_args(arguments)
    try:
        print(ensure())
    except ServiceError as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
