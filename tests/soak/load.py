"""Sixteen people publish news while eight read: nothing fails, and nobody is shown old text."""

import itertools
import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event

from tests.soak.editing import FAULTS, Article, editors, publish
from tests.soak.ledger import Ledger
from tests.soak.report import judged, milliseconds
from tests.soak.site import Site
from tests.soak.visitor import Visitor

WRITERS = 16
READERS = 8
SHARED_ARTICLES = 2
# A reader reads before turning the page; without a pause eight of them take the whole machine.
PAUSE_SECONDS = 0.02
AFTER_FAULT_SECONDS = 0.2


@dataclass
class Tally:
    """What one thread saw."""

    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)


@dataclass
class Load:
    """One load on one site: the people share a ledger and stop together."""

    site: Site
    # Whoever is still busy when told to stop is cut off by a kill, and that is no fault.
    ends_in_kill: bool = False
    ledger: Ledger = field(default_factory=Ledger)
    stop: Event = field(default_factory=Event)

    def write(self, visitor: Visitor, articles: list[Article]) -> Tally:
        """Publish the articles in turn and look at each from outside, until told to stop."""
        tally, reader = Tally(), Visitor(self.site.port)
        for article in itertools.cycle(articles):
            if self.stop.is_set():
                return tally
            try:
                _write, seconds = publish(visitor, article, self.ledger)
                tally.seconds.append(seconds)
                # A new connection each time, so that any of the workers may answer.
                reader.leave()
                self._look(reader, article.path, article.number, tally)
            except FAULTS as fault:
                self._note(f"publishing {article.path}: {fault!r}", tally)
                self.stop.wait(AFTER_FAULT_SECONDS)
        return tally

    def read(self, number: int, addresses: dict[str, int | None]) -> Tally:
        """Read one page after another, signed out, until told to stop."""
        tally, visitor, chance = Tally(), Visitor(self.site.port), random.Random(number)
        paths = list(addresses)
        while not self.stop.wait(PAUSE_SECONDS):
            path = chance.choice(paths)
            try:
                tally.seconds.append(self._look(visitor, path, addresses[path], tally))
            except FAULTS as fault:
                self._note(f"reading {path}: {fault!r}", tally)
        return tally

    def _note(self, fault, tally):
        if not (self.ends_in_kill and self.stop.is_set()):
            tally.faults.append(fault)

    def _look(self, visitor, path, page, tally) -> float:
        asked_at = time.monotonic()
        answer = visitor.get(path)
        if answer.status != 200:
            self._note(f"{path} answered {answer.status}", tally)
        else:
            tally.stale += self.ledger.stale_marks(answer.text, asked_at, page)
        return answer.seconds


def shares(articles: list[Article], writers: int) -> list[list[Article]]:
    """For each writer an article of their own, as far as they go, and the ones that all share."""
    shared, own = articles[:SHARED_ARTICLES], articles[SHARED_ARTICLES:]
    return [[own[index % len(own)], shared[index % len(shared)]] for index in range(writers)]


def run(site: Site, articles: list[Article], addresses: list[str], seconds: float):
    """Yield each promise, whether it held, and the figures."""
    load = Load(site)
    pages = dict.fromkeys(addresses) | {article.path: article.number for article in articles}
    visitors = editors(site.port, WRITERS)
    log = site.log_size()
    with ThreadPoolExecutor(WRITERS + READERS) as pool:
        try:
            writers = [
                pool.submit(load.write, *pair)
                for pair in zip(visitors, shares(articles, WRITERS), strict=True)
            ]
            readers = [pool.submit(load.read, number, pages) for number in range(READERS)]
            time.sleep(seconds / 2)
            served = [_connections(worker) for worker in site.workers()]
            time.sleep(seconds / 2)
        finally:
            load.stop.set()
    written = [future.result() for future in writers]
    read = [future.result() for future in readers]
    faults = [fault for tally in written + read for fault in tally.faults]
    yield judged("no request failed", faults)
    yield judged("the server logged no fault", site.alarms(since=log))
    stale = [mark for tally in written + read for mark in tally.stale]
    yield judged("no reader was shown text older than the last acknowledged", stale)
    yield "every worker served", min(served) > 0, f"connections {' and '.join(map(str, served))}"
    yield pace("published", written, seconds)
    yield pace("read", read, seconds)


def _connections(worker) -> int:
    return sum(item.status == "ESTABLISHED" for item in worker.net_connections("tcp"))


def pace(what: str, tallies: list[Tally], seconds: float) -> tuple[str, bool, str]:
    """The line that tells how often and how quickly people did something."""
    durations = [duration for tally in tallies for duration in tally.seconds]
    told = f"{len(durations)} in {seconds:.0f} s, {len(durations) / seconds:.1f}/s"
    people = f"{len(tallies)} people {what}"
    return people, len(durations) >= len(tallies), f"{told}, {milliseconds(durations)}"
