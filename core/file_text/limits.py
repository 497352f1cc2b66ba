"""How much a file may ask of the machine while it is read, and how a process keeps to it."""

import codecs
import os
import resource
import sys
from dataclasses import dataclass

MEGABYTE = 1024 * 1024

# What files are written in, here and in the countries around, and what the formats themselves use.
ENCODINGS = (
    *("utf-8-sig", "utf-16-le", "utf-16", "ascii", "latin-1", "mac_roman", "cp437", "cp775"),
    *(f"cp{number}" for number in range(1250, 1259)),
)


@dataclass(frozen=True)
class Limits:
    """Bounds of one reading, in seconds, bytes, characters and numbers of things."""

    file_bytes: int = 20 * MEGABYTE
    cpu_seconds: int = 20
    wall_seconds: int = 60
    memory_bytes: int = 512 * MEGABYTE
    unpacked_bytes: int = 150 * MEGABYTE
    answer_bytes: int = 12 * MEGABYTE
    characters: int = 1_000_000
    places: int = 2000
    parts: int = 5000
    picture_side: int = 1000


def keep_within(limits: Limits) -> None:
    """Bind this process, for good, to its time, memory and output; it starts no other."""
    os.nice(10)
    # The first second too many is told by a signal of its own; the next one ends all.
    _bind(resource.RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1)
    _bind(resource.RLIMIT_FSIZE, limits.answer_bytes)
    _bind(resource.RLIMIT_NPROC, 0)
    _bind(resource.RLIMIT_CORE, 0)
    if sys.platform == "linux":
        # Elsewhere a process holds more addresses than memory from its beginning.
        _bind(resource.RLIMIT_AS, limits.memory_bytes)


def _bind(kind: int, soft: int, hard: int | None = None) -> None:
    # Who serves the site may have set a lower limit, which cannot be raised.
    most = resource.getrlimit(kind)[1]
    wanted = [soft, soft if hard is None else hard]
    bounds = wanted if most == resource.RLIM_INFINITY else [min(bound, most) for bound in wanted]
    resource.setrlimit(kind, (bounds[0], bounds[1]))


def open_nothing_more() -> None:
    """Let this process open no file and no connection any more; what is open stays."""
    for encoding in ENCODINGS:
        # Python reads an encoding from a file when it is first asked for.
        codecs.lookup(encoding)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
