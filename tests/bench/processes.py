"""CPU time and memory of running processes, as Linux keeps them."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil


class BenchError(RuntimeError):
    """The benchmark cannot be run, or what it measured would not be what it says."""


def cpu_seconds(pid: int) -> float:
    """CPU time of all threads of a running process so far; raises BenchError when it has ended."""
    try:
        # Linux names the CPU clock of a process by its inverted number. It counts nanoseconds,
        # where /proc counts hundredths of a second.
        return time.clock_gettime((~pid << 3) | 2)
    except OSError as fault:
        raise BenchError(f"Process {pid} ended while it was measured.") from fault


def memory_bytes(pids: Iterable[int]) -> int:
    """Memory that would be free without these processes; what they share is counted once."""
    return sum(_proportional_set(pid) for pid in pids)


def _proportional_set(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    raise BenchError(f"Process {pid} does not tell its memory.")


def family(pid: int) -> list[int]:
    """The process and all that come from it."""
    return [pid, *(child.pid for child in psutil.Process(pid).children(recursive=True))]


class Meter:
    """Counts the CPU time that a changing set of processes uses between two readings."""

    def __init__(self, pids: Callable[[], Iterable[int]]):
        self._pids = pids
        self._last: dict[int, float] = {}
        self.reset()

    def _read(self) -> dict[int, float]:
        return {pid: cpu_seconds(pid) for pid in self._pids()}

    def reset(self) -> None:
        """Begin to count anew."""
        self._last = self._read()

    def spent(self) -> float:
        """CPU seconds since the last reset, those of processes that came since included."""
        now = self._read()
        if gone := self._last.keys() - now.keys():
            # Their time is lost, and a connection that does not last would be a fault anyway.
            raise BenchError(f"{len(gone)} processes ended while they were measured.")
        return sum(now.values()) - sum(self._last.values())
