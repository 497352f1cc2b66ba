"""Run everything that must hold, in one command; what could not run here is named at the end.

`python -m tests.run check` is the fast half, `python -m tests.run all` is all of it;
`python -m tests.run harness` shows that the servers of the tests start and end, for `make soak`.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.services import chromium
from tests.services.supervisor import ServiceError

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTHON = sys.executable
CODE = [
    "hub",
    "demo",
    "home",
    "forum",
    "events",
    "communities",
    "members",
    "notifications",
    "core",
    "tests",
]
# Tests wait for servers and disks as well, so there is one more worker than there are cores.
WORKERS = str(1 + max(2, os.cpu_count() or 2))


def python_files() -> list[str]:
    """The project's own Python, wherever it lies below the checkout."""
    return [*CODE, "manage.py", "gunicorn.conf.py"]


def templates() -> list[str]:
    """Every template of the project."""
    return [str(path.relative_to(ROOT)) for path in sorted((ROOT / "templates").rglob("*.html"))]


CHECKS = [
    ("format", [str(BIN / "ruff"), "format", "--check", "--quiet", *python_files()]),
    ("lint", [str(BIN / "ruff"), "check", "--quiet", *python_files()]),
    ("templates", [str(BIN / "djade"), "--check", "--target-version", "5.2", *templates()]),
    ("layers", [str(BIN / "lint-imports"), "--no-cache"]),
    ("system check", [PYTHON, "manage.py", "check", "--fail-level", "WARNING"]),
    ("migrations", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"]),
    ("translations", [PYTHON, "manage.py", "messages", "--check"]),
]

PYTEST = [PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
BY_FILE = ["--dist", "loadfile", "--no-loadscope-reorder"]
UNIT = [*PYTEST, "-n", WORKERS, *BY_FILE, "-m", "not journey and not harness"]
HARNESS = [("the servers of the tests", [*PYTEST, "-n", WORKERS, "-m", "harness"])]
TESTS = [
    ("unit tests on SQLite", UNIT),
    (
        "unit tests on PostgreSQL",
        [
            *(PYTHON, "-m", "tests.services.postgres", "run", "--fast", "--"),
            # What asks no database would say the same again.
            *(*UNIT, "--only-with-database"),
        ],
    ),
    ("journeys in Chromium", [*PYTEST, "-n", WORKERS, "-m", "journey", "tests/journeys"]),
]


def main(kind: str) -> int:
    """Run the steps of the kind and report; returns the exit code."""
    os.chdir(ROOT)
    os.environ["HUB_PROFILE"] = "test"
    os.environ.setdefault("VAR_ROOT", str(ROOT / ".cache" / "var"))
    steps = list(HARNESS if kind == "harness" else CHECKS)
    missing = []
    if kind == "all":
        steps += TESTS
        try:
            chromium.ensure()
        except ServiceError as fault:
            missing.append(f"journeys in the browser: {fault}")
            steps.pop()
    failed = [name for name, command in steps if not _passes(name, command)]
    for name in missing:
        print(f"NOT RUN, and that is a failure: {name}", flush=True)
    for name in failed:
        print(f"FAILED: {name}", flush=True)
    if not failed and not missing:
        print(f"All of it holds: {', '.join(name for name, _command in steps)}.", flush=True)
    return 1 if failed or missing else 0


def _passes(name: str, command: list[str]) -> bool:
    print(f"== {name}", flush=True)
    start = time.monotonic()
    code = subprocess.run(command, check=False).returncode
    print(
        f"-- {name}: {'ok' if code == 0 else 'FAILED'}, {time.monotonic() - start:.0f} s",
        flush=True,
    )
    return code == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
