"""The lines that a run ends with, on the screen and in `docs/soak.md`."""

import os
import platform
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import psutil

from tests.services.supervisor import CHECKOUT

DOCUMENT = CHECKOUT / "docs" / "soak.md"
PREFACE = Path(__file__).with_name("preface.md")
FAULTS_SHOWN = 5


@dataclass(frozen=True)
class Line:
    """One promise: where and what was tried, whether it held, and the figures."""

    database: str
    trial: str
    promise: str
    is_held: bool
    figures: str

    def __str__(self) -> str:
        verdict = "PASS" if self.is_held else "FAIL"
        return f"{verdict}  {self.database:10}  {self.trial:6}  {self.promise}: {self.figures}"


def judged(promise: str, faults: Iterable[str]) -> tuple[str, bool, str]:
    """A promise that holds when there are no faults; the first of them are told."""
    told = list(faults)
    shown = "; ".join(" ".join(fault.split())[:300] for fault in told[:FAULTS_SHOWN])
    return promise, not told, f"{len(told)} faults: {shown}" if told else "0 faults"


def milliseconds(seconds: list[float]) -> str:
    """The median and the 95th percentile of the durations."""
    if not seconds:
        return "none"
    ordered = sorted(seconds)
    middle, late = (ordered[min(len(ordered) - 1, len(ordered) * n // 100)] for n in (50, 95))
    return f"p50 {middle * 1000:.0f} ms, p95 {late * 1000:.0f} ms"


def business() -> str:
    """How busy the machine is with other work, to be asked before a run begins."""
    return f"before it began, {os.getloadavg()[1]:.1f} processes were busy with other things"


def machine(databases: Iterable[str]) -> str:
    """What the figures were taken on."""
    memory = psutil.virtual_memory().total / 2**30
    packages = ", ".join(
        f"{name} {version(package)}"
        for name, package in (("Django", "django"), ("Wagtail", "wagtail"), ("gunicorn",) * 2)
    )
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, "
        f"Python {platform.python_version()}, {packages}, {', '.join(databases)}"
    )


def write(lines: list[Line], databases: Iterable[str], duration: str):
    """Put the figures of this run into the document."""
    rows = [
        f"| {line.database} | {line.trial} | {line.promise} | {line.figures} | "
        f"{'held' if line.is_held else '**failed**'} |"
        for line in lines
    ]
    parts = [
        PREFACE.read_text(encoding="utf-8").rstrip(),
        "",
        f"On {machine(databases)}. {duration}.",
        "",
        "| Database | Trial | Promise | Seen | |",
        "|---|---|---|---|---|",
        *(row.replace("\n", " ") for row in rows),
        "",
    ]
    DOCUMENT.write_text("\n".join(parts), encoding="utf-8")


def say(text: str):
    """Tell whoever watches how far the run is."""
    print(text, file=sys.stderr, flush=True)
