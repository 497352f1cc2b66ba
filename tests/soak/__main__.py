"""Show what takes long to show, on both databases; `make soak` calls it.

    python -m tests.soak [--sqlite] [--postgres] [--only TRIAL] [--seconds N] [--rounds N] [--write]

Stops by itself, leaves nothing behind, and ends with 1 when any promise was broken.
"""

import argparse
import contextlib
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from tests.services.supervisor import ServiceError
from tests.soak import feeds, kills, large, letters, load, memory, report, search, seats, talk
from tests.soak.databases import opened
from tests.soak.editing import FAULTS, Article
from tests.soak.report import Line, say
from tests.soak.site import PREPARE_SECONDS, Site, SiteFault, finish

KINDS = ("sqlite", "postgres")
TRIALS = ("large", "load", "memory", "kills", "talk", "seats", "letters", "feeds", "search")
LOAD_SECONDS = 30
ROUNDS = 10
# Whatever hangs, the run ends. A quiet machine of two cores needs less than half of this.
LIMIT_SECONDS = 5400
STOP_SIGNALS = (signal.SIGALRM, signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
ALARMS_SHOWN = 5


class TooLong(Exception):
    """The run took longer than it may, or was told to stop."""


def options_of(arguments: list[str]) -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak")
    parser.add_argument("--sqlite", action="append_const", dest="kinds", const="sqlite")
    parser.add_argument("--postgres", action="append_const", dest="kinds", const="postgres")
    parser.add_argument("--only", choices=TRIALS, action="append", help="run this trial alone")
    parser.add_argument("--seconds", type=int, default=LOAD_SECONDS, help="length of the load")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often to kill the server")
    parser.add_argument("--posts", type=int, default=search.POSTS, help="posts to search among")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/soak.md")
    options = parser.parse_args(arguments)
    if options.write and (options.only or options.kinds):
        parser.error("--write wants the whole run")
    return options


def main(arguments: list[str]) -> int:
    """Run the trials, print a line for each promise; returns the exit code."""
    options = options_of(arguments)
    for number in STOP_SIGNALS:
        signal.signal(number, _stop)
    signal.alarm(LIMIT_SECONDS)
    start, lines, versions = time.monotonic(), [], []
    busy, is_cut_off = report.business(), False
    try:
        with tempfile.TemporaryDirectory(prefix="kopa-soak-") as folder:
            for line in _lines(options, Path(folder), versions):
                say(str(line))
                lines.append(line)
    except (TooLong, ServiceError, SiteFault) as fault:
        is_cut_off = True
        lines.append(Line("", "run", "comes to its end", False, str(fault)))
    left = [" ".join(child.cmdline()) for child in psutil.Process().children(recursive=True)]
    lines.append(Line("both", "run", *report.judged("nothing is left running", left)))
    duration = f"The run took {(time.monotonic() - start) / 60:.1f} minutes; {busy}"
    print("\n".join(map(str, lines)))
    print(f"{duration}. {report.machine(versions)}.")
    # What was seen is kept, held or broken; a run that was cut off has not seen enough.
    if options.write and not is_cut_off:
        report.write(lines, versions, duration)
    return 0 if all(line.is_held for line in lines) else 1


def _stop(number, frame):
    # A second Ctrl-C must not interrupt the cleaning up after the first.
    for other in STOP_SIGNALS:
        signal.signal(other, signal.SIG_IGN)
    raise TooLong(f"stopped by {signal.Signals(number).name}")


def _lines(options, folder: Path, versions: list[str]) -> Iterator[Line]:
    with contextlib.ExitStack() as stack:
        sites = []
        for kind in options.kinds or KINDS:
            place = folder / kind
            place.mkdir()
            site = Site(stack.enter_context(opened(kind, place)), place)
            stack.callback(site.stop)
            sites.append((site, site.begin_preparing()))
        say("Filling the databases …")
        start = time.monotonic()
        for site, preparing in sites:
            finish(preparing, PREPARE_SECONDS)
            versions.append(site.database.version)
        say(f"filling took {time.monotonic() - start:.0f} s")
        for site, _preparing in sites:
            yield from _trials(site, options)


def _trials(site: Site, options) -> Iterator[Line]:
    chosen = options.only or TRIALS
    copy_url = site.database.copy() if {"large", "search"}.intersection(chosen) else ""
    known = site.ask("pages")
    articles = [Article(*row) for row in known["articles"]]
    trials = {
        "large": lambda: large.run(site, copy_url),
        "load": lambda: load.run(site, articles, known["addresses"], options.seconds),
        "memory": lambda: memory.run(site, known["addresses"]),
        "kills": lambda: kills.run(site, articles, options.rounds),
        "talk": lambda: talk.run(site, options.seconds, options.rounds),
        "seats": lambda: seats.run(site),
        "letters": lambda: letters.run(site),
        "feeds": lambda: feeds.run(site),
        "search": lambda: search.run(site, copy_url, options.posts),
    }
    for name in TRIALS:
        if name not in chosen:
            continue
        start, log = time.monotonic(), site.log_size()
        say(f"{site.database.name}: {name} …")
        try:
            if name not in ("large", "letters", "search") and not site.is_running:
                site.start()
            for promise, is_held, figures in trials[name]():
                yield Line(site.database.name, name, promise, is_held, figures)
                if not is_held:
                    say("\n".join(site.alarms(since=log)[:ALARMS_SHOWN]))
        except (SiteFault, *FAULTS) as fault:
            yield Line(site.database.name, name, "comes to its end", False, repr(fault))
        say(f"{name} took {time.monotonic() - start:.0f} s")
    site.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
