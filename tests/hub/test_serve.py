"""The whole site by one command, and the server that it starts."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection

import psutil
import pytest

from tests.hub.processes import ROOT, run
from tests.running import built_demo, free_port


@contextlib.contextmanager
def started(folder, *arguments, **variables):
    """Run Python with the arguments in the demo's folder; yields the process, its port and log."""
    port, log = free_port(), folder / "serve.log"
    environment = {"PATH": os.environ["PATH"], "HUB_PROFILE": "demo", "VAR_ROOT": str(folder)}
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**environment, "PORT": str(port), "WEB_WORKERS": "1", **variables},
            stdout=output,
            stderr=output,
        )
    try:
        yield process, port, log
    finally:
        for one in [*_below(process), process]:
            with contextlib.suppress(psutil.NoSuchProcess, ProcessLookupError):
                one.kill()
        process.wait(10)


def _below(process) -> list[psutil.Process]:
    with contextlib.suppress(psutil.NoSuchProcess):
        return psutil.Process(process.pid).children(recursive=True)
    return []


def answer_of(host, port, path="/healthz"):
    connection = HTTPConnection(host, port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def wait_until_it_answers(process, port, log, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError):
            if answer_of("127.0.0.1", port) == 200:
                return
        time.sleep(0.1)
    raise AssertionError(log.read_text()[-2000:])


@pytest.fixture
def demo(tmp_path):
    """The folder of a demo site that was built before."""
    shutil.copytree(built_demo(), tmp_path / "var")
    return tmp_path / "var"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_command_serves_the_site_and_stopping_it_stops_all_of_it(demo, number):
    with started(demo, "-m", "hub.serve") as (process, port, log):
        wait_until_it_answers(process, port, log)
        assert answer_of("127.0.0.1", port, "/lv/kopienas/") == 200
        assert answer_of("localhost", port, "/en/communities/") == 200
        everybody = _below(process)
        names = " ".join(word for one in everybody for word in one.cmdline())
        assert "gunicorn" in names and "run_due" in names
        process.send_signal(number)
        assert process.wait(30) == 0
        _gone, left = psutil.wait_procs(everybody, timeout=5)
        assert left == []
    assert "Traceback" not in log.read_text()


def test_when_a_part_of_it_ends_all_of_it_ends(demo):
    with started(demo, "-m", "hub.serve") as (process, port, log):
        wait_until_it_answers(process, port, log)
        everybody = _below(process)
        [worker] = [one for one in everybody if "run_due" in one.cmdline()]
        worker.kill()
        assert process.wait(30) != 0
        _gone, left = psutil.wait_procs(everybody, timeout=5)
        assert left == []


def test_the_server_writes_lines_of_json_that_name_no_visitor(demo):
    with started(demo, "-m", "gunicorn") as (process, port, log):
        wait_until_it_answers(process, port, log)
        with socket.create_connection(("127.0.0.1", port), timeout=10) as visitor:
            visitor.sendall(b"GET /lv/?q=Anna HTTP/9.9\r\n\r\n")
            visitor.recv(1000)
        process.terminate()
        assert process.wait(30) == 0
    text = log.read_text()
    assert all(json.loads(line) for line in text.splitlines())
    assert "Invalid request" in text
    assert "127.0.0.1" not in text and "Anna" not in text


@pytest.mark.parametrize("name", ["WEB_WORKERS", "WEB_THREADS"])
@pytest.mark.parametrize("value", ["many", "0", "-1"])
def test_a_wrong_number_is_named_in_one_line(tmp_path, name, value):
    environment = {"HUB_PROFILE": "demo", "VAR_ROOT": str(tmp_path), name: value}
    done = run("-m", "gunicorn", environment=environment)
    assert done.returncode == 1
    assert done.stderr.strip() == f"{name}: must be a whole number from 1 up"
