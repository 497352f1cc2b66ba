"""What a sending process leaves on the disk, so that its death can be told from its success.

Between the moment at which a letter counts as handed over and the moment at which the mail server
is told "that was all", a process can be killed. It notes the letter on its slip in that very
moment. A slip is locked as long as its process lives. Of a process that died, a letter that was
handed over without being noted has certainly not left, and may be sent again.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

BOOT = Path("/proc/sys/kernel/random/boot_id")
ENDING = ".slip"


@dataclass(frozen=True)
class Slip:
    """The open slip of this process."""

    token: str
    descriptor: int

    def note(self, pk: int):
        """Note that the letter is about to leave: one write, which outlives the process."""
        os.write(self.descriptor, f"{pk}\n".encode())


@dataclass(frozen=True)
class LeftSlip:
    """The slip of a process that died; `noted` is None when the slip cannot be trusted."""

    token: str
    noted: frozenset[int] | None


def folder() -> Path:
    """Where this machine keeps its slips."""
    return Path(getattr(settings, "LETTERS_ROOT", settings.VAR_ROOT / "letters"))


@contextlib.contextmanager
def opened(token: str) -> Iterator[Slip]:
    """A slip for this process, gone when the block ends."""
    root = folder()
    root.mkdir(parents=True, exist_ok=True)
    path, unlocked = root / f"{token}{ENDING}", root / f"{token}.new"
    descriptor = os.open(unlocked, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_APPEND, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        os.write(descriptor, f"{_boot()}\n".encode())
        # Under its real name it is seen only once it is locked.
        unlocked.rename(path)
        yield Slip(token, descriptor)
        path.unlink(missing_ok=True)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def left_behind() -> Iterator[list[LeftSlip]]:
    """The slips of processes that died, taken by this one; gone when the block ends well."""
    with contextlib.ExitStack() as stack:
        taken = {path: _taken(stack, path) for path in sorted(folder().glob(f"*{ENDING}"))}
        yield [_read(path) for path, is_taken in taken.items() if is_taken]
        for path, is_taken in taken.items():
            if is_taken:
                path.unlink(missing_ok=True)


def _taken(stack: contextlib.ExitStack, path: Path) -> bool:
    """Whether nobody lives who holds the slip; it is then held until the stack ends."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    stack.callback(os.close, descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return path.exists()


def _read(path: Path) -> LeftSlip:
    boot, *lines = path.read_text(encoding="ascii").split("\n")
    # What was written right before the power went may be missing from the disk.
    if boot != _boot() or not lines:
        return LeftSlip(path.stem, None)
    return LeftSlip(path.stem, frozenset(int(line) for line in lines if line))


def _boot() -> str:
    """What is different after each start of the machine; empty where the system does not say."""
    try:
        return BOOT.read_text(encoding="ascii").strip()
    except OSError:
        return ""
