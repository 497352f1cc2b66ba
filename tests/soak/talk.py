"""Sixteen people talk in a topic while eight read; then the server is killed while they talk."""

import itertools
import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event

from tests.soak.editing import FAULTS, editors
from tests.soak.load import PAUSE_SECONDS, READERS, Tally, pace
from tests.soak.report import judged
from tests.soak.site import Site
from tests.soak.talking import Sayings, say, say_by_letter, send
from tests.soak.visitor import Visitor

WRITERS_SIGNED_IN = WRITERS_BY_LETTER = 8
AFTER_FAULT_SECONDS = 0.2
# A round ends once so much was acknowledged, or after so long, and then a moment later.
ACKNOWLEDGED_A_ROUND = 8
ROUND_SECONDS = 12
MOMENT_SECONDS = 1.0


@dataclass
class Talk:
    """One talk on one site: the people share what was said, and stop together."""

    site: Site
    answer: str
    pages: list[str]
    # Whoever is busy when told to stop is cut off by a kill, and that is no fault.
    ends_in_kill: bool = False
    sayings: Sayings = field(default_factory=Sayings)
    stop: Event = field(default_factory=Event)

    def signed_in(self, visitor: Visitor) -> Tally:
        """Say one thing after another until told to stop."""
        return self._repeat(lambda: say(visitor, self.answer, self.sayings.begin()))

    def by_letter(self, number: int) -> Tally:
        """The same, each time as somebody new with an address alone."""
        mail, turns = self.site.folder / "var" / "mail", itertools.count(1)

        def once():
            # Every person has a network address of their own, as in life.
            visitor = Visitor(self.site.port, client=f"127.1.{number}.{next(turns) % 250}")
            return say_by_letter(visitor, self.answer, self.sayings.begin(), mail, self.stop)

        return self._repeat(once)

    def read(self, number: int) -> Tally:
        """Read the topic and its section, signed out, until told to stop."""
        visitor, chance = Visitor(self.site.port), random.Random(number)

        def once():
            self.stop.wait(PAUSE_SECONDS)
            answer = visitor.get(chance.choice(self.pages))
            if answer.status != 200:
                raise OSError(f"a reader was answered {answer.status}")
            return answer.seconds

        return self._repeat(once)

    def _repeat(self, once) -> Tally:
        tally = Tally()
        while not self.stop.is_set():
            try:
                seconds = once()
                if seconds is not None:
                    tally.seconds.append(seconds)
            except FAULTS as fault:
                if not (self.ends_in_kill and self.stop.is_set()):
                    tally.faults.append(repr(fault))
                self.stop.wait(AFTER_FAULT_SECONDS)
        return tally


def run(site: Site, seconds: float, rounds: int):
    """Yield each promise, whether it held, and the figures."""
    place = site.ask("begin_talk")
    talk = Talk(site, place["answer"], place["pages"])
    visitors = editors(site.port, WRITERS_SIGNED_IN)
    yield from _load(talk, visitors, seconds)
    yield from _judge(talk, "after the load")
    talk.ends_in_kill = True
    faults = [fault for number in range(rounds) for fault in _round(talk, visitors, number)]
    kills = f"talking until the kill ({rounds} kills of the server)"
    promise, is_held, told = judged(kills, faults)
    said = len(talk.sayings.acknowledged())
    yield promise, is_held, f"{said} acknowledged in all, {told}"
    yield judged("what was cut off can be sent again", _send_again(talk))
    yield from _judge(talk, "after the kills")


def _load(talk: Talk, visitors, seconds):
    log = talk.site.log_size()
    with ThreadPoolExecutor(WRITERS_SIGNED_IN + WRITERS_BY_LETTER + READERS) as pool:
        try:
            signed_in = [pool.submit(talk.signed_in, visitor) for visitor in visitors]
            by_letter = [pool.submit(talk.by_letter, each) for each in range(WRITERS_BY_LETTER)]
            readers = [pool.submit(talk.read, number) for number in range(READERS)]
            time.sleep(seconds)
        finally:
            talk.stop.set()
    groups = {"answered, signed in": signed_in, "answered by letter": by_letter, "read": readers}
    tallies = {what: [each.result() for each in group] for what, group in groups.items()}
    faults = [fault for group in tallies.values() for tally in group for fault in tally.faults]
    yield judged("no request failed", faults)
    yield judged("the server logged no fault", talk.site.alarms(since=log))
    for what, group in tallies.items():
        yield pace(what, group, seconds)


def _round(talk: Talk, visitors, number: int) -> list[str]:
    """Let people talk, kill everything at a chance moment; return what failed before."""
    talk.stop.clear()
    is_database_too = talk.site.database.is_server and number % 2 == 0
    goal = len(talk.sayings.acknowledged()) + ACKNOWLEDGED_A_ROUND
    deadline = time.monotonic() + ROUND_SECONDS
    with ThreadPoolExecutor(2 * WRITERS_SIGNED_IN) as pool:
        try:
            people = [pool.submit(talk.signed_in, visitor) for visitor in visitors]
            people += [pool.submit(talk.by_letter, each) for each in range(WRITERS_BY_LETTER)]
            while len(talk.sayings.acknowledged()) < goal and time.monotonic() < deadline:
                time.sleep(0.02)
            time.sleep(random.Random(number).uniform(0, MOMENT_SECONDS))
        finally:
            talk.stop.set()
            if is_database_too:
                talk.site.database.kill()
            talk.site.kill()
    if is_database_too:
        talk.site.database.start_again()
    faults = [fault for person in people for fault in person.result().faults]
    faults += talk.site.database.faults()
    talk.site.start()
    return faults


def _send_again(talk: Talk) -> list[str]:
    """Everybody presses the button once more, as after a lost connection."""
    faults = []
    for saying in talk.sayings.cut_off():
        saying.visitor.leave()
        try:
            send(talk.answer, saying)
        except FAULTS as fault:
            faults.append(f"{saying.mark}: {fault!r}")
    return faults


def _judge(talk: Talk, when: str):
    """Hold what the database has against what was acknowledged."""
    kept = talk.site.ask("said")
    lost = sorted(talk.sayings.acknowledged() - set(kept["marks"]))
    yield judged(f"nothing acknowledged is lost, {when}", lost)
    doubled = [mark for mark, count in kept["marks"].items() if count > 1]
    yield judged(f"nothing is said twice, {when}", doubled)
    yield judged(f"the topic counts what is there, without gaps, {when}", kept["faults"])
