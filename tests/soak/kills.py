"""The server is killed while people publish: what was acknowledged is there when it is back."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from tests.soak.editing import FAULTS, Article, editors, publish
from tests.soak.ledger import MARK, Ledger
from tests.soak.load import Load, shares
from tests.soak.report import judged
from tests.soak.site import CHILD_SECONDS, Site, finish
from tests.soak.visitor import Visitor

WRITERS = 6
# A round ends once so much was acknowledged, or after so long, and then a moment later.
ACKNOWLEDGED_A_ROUND = 6
ROUND_SECONDS = 12
MOMENT_SECONDS = 1.0


@dataclass
class Findings:
    """What was wrong, gathered over all rounds."""

    publishing: list[str] = field(default_factory=list)
    integrity: list[str] = field(default_factory=list)
    tree: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)


def run(site: Site, articles: list[Article], rounds: int):
    """Yield each promise, whether it held, and the figures."""
    load, found, chance = Load(site, ends_in_kill=True), Findings(), random.Random(rounds)
    visitors = editors(site.port, WRITERS)
    work = list(zip(visitors, shares(articles, WRITERS), strict=True))
    for number in range(rounds):
        # Every other time the database server goes as well, a moment before the site's own.
        is_database_too = site.database.is_server and number % 2 == 0
        found.publishing += _publish_until_killed(load, work, chance, is_database_too)
        found.integrity += site.database.faults()
        audit = site.python("-m", "tests.soak.inside", "audit")
        site.start()
        _compare(load, articles, finish(audit, CHILD_SECONDS), found)
        _look_from_outside(load, articles, found)
    faults = _go_on(work)
    yield _summary(load, rounds, found)
    yield judged("the database is whole after every kill", found.integrity)
    yield judged("the page tree is consistent after every kill", found.tree)
    yield judged("nothing acknowledged was lost", found.lost)
    yield judged("readers see at least what was acknowledged", found.stale)
    yield judged("sessions outlive the kills, and publishing goes on", faults)
    yield judged("the queued work is done in the end", _left_work(site))


def _summary(load: Load, rounds: int, found: Findings) -> tuple[str, bool, str]:
    acknowledged, unknown = load.ledger.counts()
    kills = f"{rounds} kills of the server"
    if load.site.database.is_server:
        kills += f", {(rounds + 1) // 2} of them with its database"
    promise, is_held, faults = judged(f"publishing until the kill ({kills})", found.publishing)
    return promise, is_held, f"{acknowledged} acknowledged, {unknown} cut off, {faults}"


def _publish_until_killed(load, work, chance, is_database_too) -> list[str]:
    """Let people publish, kill everything at a chance moment; return what failed before."""
    load.stop.clear()
    goal = load.ledger.counts()[0] + ACKNOWLEDGED_A_ROUND
    deadline = time.monotonic() + ROUND_SECONDS
    with ThreadPoolExecutor(len(work)) as pool:
        try:
            people = [pool.submit(load.write, *pair) for pair in work]
            while load.ledger.counts()[0] < goal and time.monotonic() < deadline:
                time.sleep(0.02)
            time.sleep(chance.uniform(0, MOMENT_SECONDS))
        finally:
            load.stop.set()
            if is_database_too:
                load.site.database.kill()
            load.site.kill()
    if is_database_too:
        load.site.database.start_again()
    faults = [fault for person in people for fault in person.result().faults]
    if load.ledger.counts()[0] < goal:
        faults.append(f"less than {ACKNOWLEDGED_A_ROUND} acknowledged in {ROUND_SECONDS} s")
    return faults


def _compare(load: Load, articles: list[Article], audit: dict, found: Findings):
    """Hold what the database has against what was acknowledged."""
    found.tree += audit["problems"]
    now, titles = time.monotonic(), dict(audit["titles"])
    kept: dict[int, set[int]] = {}
    for page, title in audit["revisions"]:
        kept.setdefault(page, set()).update(int(number) for _page, number in MARK.findall(title))
    for article in articles:
        lost = load.ledger.lost(article.number, kept.get(article.number, set()))
        found.lost += [f"{article.path}: write {number}" for number in lost]
        title = titles.get(article.number, "")
        found.lost += load.ledger.stale_marks(title, now, article.number)


def _look_from_outside(load: Load, articles: list[Article], found: Findings):
    visitor = Visitor(load.site.port)
    for article in articles:
        if not load.ledger.of(article.number):
            continue
        asked_at = time.monotonic()
        answer = visitor.get(article.path)
        if answer.status != 200:
            found.stale.append(f"{article.path} answered {answer.status}")
        found.stale += load.ledger.stale_marks(answer.text, asked_at, article.number)


def _go_on(work) -> list[str]:
    faults = []
    for visitor, articles in work:
        try:
            publish(visitor, articles[0], Ledger())
        except FAULTS as fault:
            faults.append(repr(fault))
    return faults


def _left_work(site: Site) -> list[str]:
    """The queued work that failed, or that is not done although nobody has a lease on it."""
    site.stop()
    return [f"{count} {state}" for state, count in site.ask("catch_up").items() if count]
