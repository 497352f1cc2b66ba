"""Measure the site against its references, print the figures, judge them by the budgets.

    python -m tests.bench [--quick] [--large] [--database NAME] [--write]

The exit code is 1 when a budget is broken, 2 when it could not be measured. Linux only.
"""

import argparse
import os
import platform
import signal
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import psutil

from tests.bench import budgets, report
from tests.bench.databases import ENGINES
from tests.bench.figures import BARE, UNCACHED, WAGTAIL, WARM, EngineRun
from tests.bench.loads import Loads
from tests.bench.processes import BenchError
from tests.bench.rounds import Pace
from tests.bench.sites import Sites
from tests.services.supervisor import CHECKOUT, ServiceError

DOCUMENT = CHECKOUT / "docs" / "benchmarks.md"
VISITORS = 4
FULL = Pace(5, {BARE: 600, WAGTAIL: 100, UNCACHED: 40, WARM: 300}, VISITORS)
QUICK = Pace(2, {BARE: 200, WAGTAIL: 30, UNCACHED: 12, WARM: 80}, VISITORS, addresses=12)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="see that it works; rough figures")
    parser.add_argument("--large", action="store_true", help="also a large site")
    parser.add_argument("--database", choices=ENGINES, action="append", help="only this one")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    options = parser.parse_args(arguments)
    if options.write and (options.quick or options.database):
        parser.error("Only a whole run is written down.")
    return options


def _measure(name: str, options: argparse.Namespace) -> EngineRun:
    with tempfile.TemporaryDirectory(prefix="kopa-bench-") as folder:
        (Path(folder) / "var").mkdir()
        with ENGINES[name](Path(folder)) as engine:
            print(f"Building the site and M on {engine.name} …", flush=True)
            sites = Sites(engine, Path(folder))
            sites.build()
            print("Measuring …\n", flush=True)
            return Loads(sites, QUICK if options.quick else FULL).run(is_large=options.large)


def _end(number: int, _frame: object) -> None:
    # On the way out of its blocks the servers are ended as well.
    print(f"Ended by {signal.Signals(number).name}.", file=sys.stderr)
    sys.exit(2)


def _circumstances() -> report.Circumstances:
    memory = psutil.virtual_memory().total / (1 << 30)
    return report.Circumstances(
        date=f"{datetime.now(UTC):%Y-%m-%d}",
        machine=f"{os.cpu_count()} cores, {memory:.0f} GiB of memory, "
        f"Python {platform.python_version()}, "
        f"Django {version('django')}, Wagtail {version('wagtail')}",
        visitors=VISITORS,
    )


def main(arguments: list[str]) -> int:
    """Run the command line that the module's docstring describes; return its exit code."""
    options = _options(arguments)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    began = time.monotonic()
    runs = []
    try:
        for name in options.database or ENGINES:
            runs.append(_measure(name, options))
            print(report.of_engine(runs[-1]), flush=True)
    except (BenchError, ServiceError) as fault:
        print(fault, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    faults = [fault for run in runs for fault in budgets.broken(run)]
    print(report.verdict(faults))
    print(f"It took {time.monotonic() - began:.0f} s.")
    if options.write:
        text = report.document(runs, faults, _circumstances())
        DOCUMENT.write_text(text, encoding="utf-8")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
