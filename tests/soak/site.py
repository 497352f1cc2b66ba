"""The site as it really runs: gunicorn as the project sets it up, scheduled work beside it."""

import contextlib
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import psutil

from tests.services.supervisor import CHECKOUT, die_with_parent, is_alive
from tests.soak.visitor import Visitor

# Below those that systems give to outgoing connections: a killed server finds its own still free.
PORTS = (20_000, 30_000)
WORKERS = 2
RUN_DUE_EVERY = 5
START_SECONDS = 90
STOP_SECONDS = 20
PREPARE_SECONDS = 400
CHILD_SECONDS = 180
KEPT_VARIABLES = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")
ALARMS = ('"level": "error"', '"level": "critical"', "Traceback", "is locked")

# The end of a traceback says what happened.
ALARM_LENGTH = 1000


class SiteFault(RuntimeError):
    """The site could not be prepared, started or asked; the message says why."""


def free_port() -> int:
    """A port of this machine that nobody listens on, and that no outgoing connection is given."""
    while True:
        port = random.randrange(*PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


class Site:
    """A demo site of its own folder and database; `kill` and `stop` end all that it started."""

    def __init__(self, database, folder: Path):
        self.database = database
        self.folder = folder
        self.port = free_port()
        self.log = folder / "server.log"
        self._processes: list[subprocess.Popen] = []

    def environment(self, **more: str) -> dict[str, str]:
        """What the site is told; nothing of the caller's own site leaks in."""
        kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
        return {
            **kept,
            "HUB_PROFILE": "demo",
            "DJANGO_SETTINGS_MODULE": "hub.settings",
            "VAR_ROOT": str(self.folder / "var"),
            "DATABASE_URL": self.database.url,
            "PORT": str(self.port),
            "WEB_WORKERS": str(WORKERS),
            **more,
        }

    def begin_preparing(self) -> subprocess.Popen:
        """Start migrating and filling the database; `finish` waits for it."""
        return self.python("-m", "tests.soak.inside", "prepare")

    def python(self, *arguments: str, group: int = 0, **more: str) -> subprocess.Popen:
        """A Python process in the checkout that logs into the folder and dies with this one."""
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *arguments],
                cwd=CHECKOUT,
                env=self.environment(**more),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE if "tests.soak.inside" in arguments else log,
                stderr=log,
                process_group=group,
                preexec_fn=partial(die_with_parent, signal.SIGKILL),
            )

    def ask(self, *words: str, **more: str):
        """What a process inside the site answers to the words; raises SiteFault."""
        return finish(self.python("-m", "tests.soak.inside", *words, **more), CHILD_SECONDS)

    def start(self):
        """Start the server and the scheduled work; returns when ready, or raises SiteFault."""
        server = self.python("-m", "gunicorn", "--bind", f"127.0.0.1:{self.port}")
        self._processes = [server]
        due = ("manage.py", "run_due", "--every", str(RUN_DUE_EVERY))
        self._processes.append(self.python(*due, group=server.pid))
        self._await_ready(server)

    def _await_ready(self, server):
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and server.poll() is None:
            with contextlib.suppress(OSError):
                if Visitor(self.port).get("/readyz").status == 200:
                    return
            time.sleep(0.1)
        raise SiteFault(f"The server did not become ready: {self.log.read_text()[-2000:]}")

    @property
    def is_running(self) -> bool:
        """Whether the server was started and not ended."""
        return bool(self._processes)

    def workers(self) -> list[psutil.Process]:
        """The server's worker processes."""
        with contextlib.suppress(psutil.NoSuchProcess):
            return psutil.Process(self._processes[0].pid).children()
        return []

    def kill(self):
        """Kill the server, its workers and the scheduled work at once, as `kill -9` does."""
        self._end(signal.SIGKILL)

    def stop(self):
        """Stop all of it in good order; what does not stop in time is killed."""
        self._end(signal.SIGTERM)

    def _end(self, number: signal.Signals):
        if not self._processes:
            return
        workers = self.workers()
        group = self._processes[0].pid
        deadline = time.monotonic() + STOP_SECONDS
        self._signal(group, number)
        while any(p.poll() is None for p in self._processes) or any(map(is_alive, workers)):
            if time.monotonic() > deadline:
                self._signal(group, signal.SIGKILL)
            time.sleep(0.01)
        self._processes = []

    @staticmethod
    def _signal(group: int, number: signal.Signals):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, number)

    def log_size(self) -> int:
        """Where the log ends now."""
        return self.log.stat().st_size

    def alarms(self, since: int) -> list[str]:
        """The ends of those lines logged after the place that tell of a fault."""
        with self.log.open("rb") as log:
            log.seek(since)
            lines = log.read().decode(errors="replace").splitlines()
        return [line[-ALARM_LENGTH:] for line in lines if any(word in line for word in ALARMS)]


def finish(process: subprocess.Popen, seconds: float):
    """The answer of a process inside the site; raises SiteFault when it fails or takes longer."""
    try:
        answer = process.communicate(timeout=seconds)[0]
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise SiteFault(f"{process.args[2:]} took longer than {seconds} s") from None
    if process.returncode:
        raise SiteFault(f"{process.args[2:]} failed; see the server's log")
    return json.loads(answer)
