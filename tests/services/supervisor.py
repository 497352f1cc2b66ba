"""Keeps a server alive for exactly as long as the process that asked for it.

A keeper process starts the server and then waits for the end of its standard input. The asking
process holds the other end of that pipe, so the keeper notices every way in which it can end,
`kill -9` included. Then the keeper stops the server and removes the server's folder. Until then
the asking process may have the server killed and started again, to see what survives.
"""

import contextlib
import ctypes
import os
import pwd
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psutil

CHECKOUT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
STOP_SECONDS = 15
SOCKET_PATH_BYTES = 80
LOG_NAME = "server.log"
_READY = "ready"
_KILL = "kill"
_START = "start"
_PR_SET_PDEATHSIG = 1


class ServiceError(RuntimeError):
    """A server or program that the tests need cannot be had; the message says why."""


@dataclass(frozen=True)
class Service:
    """How one kind of server is started, known to be ready, and stopped at once."""

    start: Callable[[Path], subprocess.Popen]
    is_ready: Callable[[Path], bool]
    stop_signal: signal.Signals


@dataclass(frozen=True)
class Keeper:
    """The process that keeps a server, and the folder that the server lives in."""

    folder: Path
    process: subprocess.Popen

    def kill_server(self) -> None:
        """Kill every process of the server as `kill -9` does; returns when all are gone."""
        self._ask(_KILL)

    def start_server(self) -> None:
        """Start the killed server again on what it left; returns when ready, or ServiceError."""
        self._ask(_START)

    def _ask(self, word: str) -> None:
        try:
            self.process.stdin.write(f"{word}\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline()
        except BrokenPipeError:
            answer = "its keeper is gone"
        if answer.strip() != _READY:
            raise ServiceError(f"{self.folder.name} did not {word}: {answer}".strip())


def is_root() -> bool:
    """Whether this process may, and must, start servers as another user."""
    return os.geteuid() == 0


def _new_folder(name: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix=f"kopa-{name}-"))
    try:
        _check_folder(folder)
        hand_over(folder)
    except BaseException:
        folder.rmdir()
        raise
    return folder


def _check_folder(folder: Path) -> None:
    # The host part of a URL is read in lower case, so a socket folder must be in lower case too.
    if len(os.fsencode(folder)) > SOCKET_PATH_BYTES or str(folder) != str(folder).lower():
        raise ServiceError(f"{folder.parent}: TMPDIR must be a short path in lower case letters.")
    if is_root() and not all(parent.stat().st_mode & 0o001 for parent in folder.parents):
        raise ServiceError(f"{folder.parent}: TMPDIR must be a folder that every user can enter.")


def hand_over(folder: Path) -> None:
    """Give a folder and all that is in it to the user that the server runs as."""
    if is_root():
        owner = pwd.getpwnam("nobody")
        for path in (folder, *folder.rglob("*")):
            os.chown(path, owner.pw_uid, owner.pw_gid, follow_symlinks=False)


def as_server_user(folder: Path) -> dict:
    """Arguments for `subprocess` that run a program in the folder as the server's user."""
    arguments = {
        "cwd": folder,
        "env": {"PATH": os.defpath, "HOME": str(folder), "LC_ALL": "C", "TZ": "UTC"},
        "stdin": subprocess.DEVNULL,
        "stderr": subprocess.STDOUT,
    }
    if is_root():
        nobody = pwd.getpwnam("nobody")
        arguments |= {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    return arguments


def spawn(folder: Path, command: list[str], death_signal: signal.Signals) -> subprocess.Popen:
    """Start a server that logs into its folder and gets the signal when its starter dies."""
    with open(folder / LOG_NAME, "ab") as log:
        return subprocess.Popen(
            command,
            stdout=log,
            preexec_fn=partial(die_with_parent, death_signal),
            **as_server_user(folder),
        )


def die_with_parent(death_signal: signal.Signals) -> None:
    """For `preexec_fn`: have this process get the signal when its starter dies."""
    # Only Linux knows this call; elsewhere the keeper's own clean-up has to be enough.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, death_signal)


@contextlib.contextmanager
def kept(module: str, *options: str) -> Iterator[Keeper]:
    """Run the module's server for the length of the block, yield its keeper; or ServiceError."""
    folder = _new_folder(module.rpartition(".")[2])
    keeper = subprocess.Popen(
        [sys.executable, "-m", module, "keep", str(folder), *options],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        # A Ctrl-C in the terminal must not reach the keeper before the tests have ended.
        start_new_session=True,
    )
    try:
        answer = keeper.stdout.readline()
        if answer.strip() != _READY:
            raise ServiceError(f"{module} did not start: {answer}{keeper.stdout.read()}".strip())
        yield Keeper(folder, keeper)
    finally:
        with contextlib.suppress(BrokenPipeError):
            keeper.stdin.close()
        keeper.wait(START_SECONDS + STOP_SECONDS)
        keeper.stdout.close()
        # Already gone, unless the keeper itself was killed.
        shutil.rmtree(folder, ignore_errors=True)


def keep(folder: Path, service: Service) -> None:
    """Run the server until standard input ends, then stop it and remove the folder."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))
    server = None
    try:
        word = _START
        while word:
            if word == _KILL:
                _kill(server)
            else:
                server = service.start(folder)
                _await_ready(folder, server, service)
            _answer(_READY)
            word = _next_word(server)
            if word is None:
                print(f"A server of the tests ended by itself: {_log_end(folder)}", file=sys.stderr)
    except ServiceError as fault:
        _answer(str(fault))
    finally:
        if server:
            _stop(server, service.stop_signal)
        shutil.rmtree(folder, ignore_errors=True)


def _answer(text: str) -> None:
    # The asker may be gone by now, and then nobody needs the answer.
    with contextlib.suppress(BrokenPipeError):
        os.write(sys.stdout.fileno(), f"{text}\n".encode())


def _await_ready(folder: Path, server: subprocess.Popen, service: Service) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not service.is_ready(folder):
        if server.poll() is not None or time.monotonic() > deadline:
            raise ServiceError(_log_end(folder))
        time.sleep(0.01)


def _next_word(server: subprocess.Popen) -> str | None:
    """What the asker wants next: "" when it is gone, None when the server ended by itself."""
    was_running = server.poll() is None
    while not select.select([sys.stdin], [], [], 0.5)[0]:
        if was_running and server.poll() is not None:
            return None
    return os.read(sys.stdin.fileno(), 64).decode().strip()


def _kill(server: subprocess.Popen) -> None:
    children = psutil.Process(server.pid).children(recursive=True)
    for process in (server, *children):
        # A child that noticed its parent's death may be gone by now.
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    server.wait()
    deadline = time.monotonic() + STOP_SECONDS
    while any(map(is_alive, children)) and time.monotonic() < deadline:
        time.sleep(0.01)


def is_alive(process: psutil.Process) -> bool:
    """Whether the process still runs; a dead one keeps its number until somebody reaps it."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _stop(server: subprocess.Popen, stop_signal: signal.Signals) -> None:
    server.send_signal(stop_signal)
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _log_end(folder: Path) -> str:
    with contextlib.suppress(OSError):
        return (folder / LOG_NAME).read_text(errors="replace")[-2000:]
    return "it left no log"


def run_command(command: list[str], variables: dict[str, str]) -> int:
    """Run a command with added environment variables, pass signals on, return its exit code."""
    try:
        child = subprocess.Popen(
            command,
            env=os.environ | variables,
            preexec_fn=partial(die_with_parent, signal.SIGTERM),
        )
    except OSError as fault:
        print(f"{command[0]}: {fault.strerror}", file=sys.stderr)
        return 127

    def pass_on(number: int, _frame: object) -> None:
        # A terminal gives Ctrl-C to every process in the foreground, so the child has it already.
        if number != signal.SIGINT or not _in_foreground():
            child.send_signal(number)

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, pass_on)
    code = child.wait()
    return code if code >= 0 else 128 - code


def _in_foreground() -> bool:
    try:
        return os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
    except (OSError, ValueError):
        return False
