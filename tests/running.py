"""The demo site, running as `make run` runs it, for whoever looks at it through a browser."""

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STARTS_WITHIN = 240
STOPS_WITHIN = 30


def sources_key() -> str:
    """A name for a built site that changes with the code and data that it is built from."""
    digest = hashlib.sha256(sys.version.encode())
    apps = sorted(path.parent.name for path in ROOT.glob("*/apps.py"))
    for folder in (*apps, "requirements", "static"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".json", ".txt", ".css", ".svg", ".js"}:
                digest.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


@contextlib.contextmanager
def running_site(var_root: Path, **environment: str) -> Iterator[str]:
    """Serve the demo from `var_root` on a free port; yields its address, stops it at the end."""
    port = free_port()
    var_root.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "hub.serve"]
    variables = {
        "HUB_PROFILE": "demo",
        "VAR_ROOT": str(var_root),
        "PORT": str(port),
        "WEB_WORKERS": "1",
        **environment,
    }
    for name in ("DATABASE_URL", "CACHE_URL"):
        variables.setdefault(name, "")
    full = {k: v for k, v in (os.environ | variables).items() if v or k not in variables}
    log = (var_root.parent / f"serve-{port}.log").open("w")
    server = subprocess.Popen(command, cwd=ROOT, env=full, stdout=log, stderr=log)
    try:
        _wait_until_ready(server, f"http://127.0.0.1:{port}/readyz", Path(log.name))
        yield f"http://localhost:{port}"
    finally:
        server.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(STOPS_WITHIN)
        server.kill()
        log.close()


@contextlib.contextmanager
def running_demo(folder: Path, **environment: str) -> Iterator[str]:
    """The same with a copy of the built demo, which is built once and kept."""
    var_root = folder / "var"
    shutil.copytree(built_demo(), var_root)
    with running_site(var_root, **environment) as address:
        yield address


def built_demo() -> Path:
    """The folder of the demo as it is after its first start; made when it is not there."""

    def build(folder: Path):
        with running_site(folder):
            _wait_until_idle(folder / "kopa.sqlite3")

    return kept("demo", build)


def _wait_until_idle(database: Path):
    """Pictures and indexes are made once, and not again in every copy."""
    waiting = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'READY'"
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline:
        with contextlib.closing(sqlite3.connect(database, timeout=20)) as connection:
            if not connection.execute(waiting).fetchone()[0]:
                return
        time.sleep(1)
    raise RuntimeError(f"The demo was not at rest in {STARTS_WITHIN} s.")


def kept(kind: str, build: Callable[[Path], None]) -> Path:
    """The folder that `build` fills; filled once, and again when its sources change."""
    home = ROOT / ".cache" / kind
    home.mkdir(parents=True, exist_ok=True)
    folder = home / sources_key()
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            for old in home.glob("*/"):
                shutil.rmtree(old)
            partial = home / "building"
            build(partial / "var")
            (partial / "var").rename(folder)
            shutil.rmtree(partial)
    return folder


def free_port() -> int:
    """A port on the loopback address that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_ready(server, address: str, log: Path):
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"The site did not start:\n{log.read_text()[-3000:]}")
        with contextlib.suppress(urllib.error.URLError, OSError):
            if urllib.request.urlopen(address, timeout=5).status == 200:  # noqa: S310
                return
        time.sleep(0.3)
    raise RuntimeError(f"The site was not ready in {STARTS_WITHIN} s:\n{log.read_text()[-3000:]}")
