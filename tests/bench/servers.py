"""Gunicorn on loopback, for the site and for the references."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.processes import BenchError, Meter, family
from tests.services.supervisor import CHECKOUT

START_SECONDS = 60
STOP_SECONDS = 15
REFERENCE_CONFIG = Path(__file__).parent / "reference" / "gunicorn_conf.py"


@dataclass(frozen=True)
class Server:
    """A running gunicorn; `backends` are the database processes that work for it alone."""

    port: int
    arbiter: subprocess.Popen
    backends: Callable[[], list[int]]

    def own_processes(self) -> list[int]:
        """The arbiter and its workers."""
        return family(self.arbiter.pid)

    def meter(self) -> Meter:
        """A meter of all processes that answer for this server."""
        return Meter(lambda: [*self.own_processes(), *self.backends()])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(
    environment: dict[str, str],
    log: Path,
    *,
    workers: int = 1,
    is_reference: bool = False,
    backends: Callable[[], list[int]] = list,
) -> Iterator[Server]:
    """Serve for the length of the block; raises BenchError with the end of the log."""
    port = _free_port()
    config = ["--config", str(REFERENCE_CONFIG)] if is_reference else []
    with log.open("wb") as output:
        arbiter = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", *config, "--bind", f"127.0.0.1:{port}"],
            cwd=CHECKOUT,
            env=environment | {"WEB_WORKERS": str(workers), "PORT": str(port)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            # A Ctrl-C in the terminal must not end the servers before the benchmark ends them.
            start_new_session=True,
        )
    try:
        _await_workers(arbiter, port, workers, log)
        yield Server(port, arbiter, backends)
    finally:
        _stop(arbiter)


def _await_workers(arbiter: subprocess.Popen, port: int, workers: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not (_listens(port) and len(family(arbiter.pid)) == 1 + workers):
        if arbiter.poll() is not None or time.monotonic() > deadline:
            raise BenchError(f"A server did not start: {log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.05)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _stop(arbiter: subprocess.Popen) -> None:
    arbiter.terminate()
    try:
        arbiter.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(arbiter.pid, signal.SIGKILL)
        arbiter.wait()
