"""Processes send the same letters at once and are killed: nobody gets two, nobody none."""

import os
import random
import re
import signal
import time
import warnings
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connections

from notifications import actions, kinds
from notifications.kinds import Kind
from notifications.models import Letter
from tests.services.mail import MailServer, mail_server

HEADER = re.compile(rb"(?m)^Message-ID:\s*(<[^>]+>)")
KIND = Kind("soak", "notifications/letter_foot.txt")
POSTMEN = 2
LETTERS_A_ROUND = 20
# The mail server takes so long over each letter, so that kills find every step of the way.
PAUSE_SECONDS = 0.004
# So long after a chance number of letters has arrived the kill comes, at the latest.
LONGEST_MOMENT_SECONDS = 0.015
ROUND_SECONDS = 20
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def over_smtp(rounds: int, **more) -> dict:
    """Over SMTP: how many letters were written, and which faults were found."""
    with mail_server() as plan:
        plan.pause = PAUSE_SECONDS
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", plan.port
        return _judged(rounds, lambda: _identifiers(plan), **more)


def into_files(rounds: int, folder: Path, **more) -> dict:
    """Into files, as the demo keeps its letters."""
    settings.EMAIL_BACKEND = "core.letters.FileBackend"
    settings.EMAIL_FILE_PATH = folder
    return _judged(rounds, lambda: Counter(path.stem for path in folder.glob("*.eml")), **more)


def forget():
    """Forget the letters, so that another trial may write the same."""
    Letter.objects.filter(kind=KIND.name).delete()


def _identifiers(plan: MailServer) -> Counter:
    # Nothing is parsed before it must be: this is asked all the time.
    return Counter(HEADER.search(letter.content)[1].decode() for letter in list(plan.received))


def _judged(rounds: int, arrived, *, letters: int = LETTERS_A_ROUND) -> dict:
    kinds.register(KIND)
    chance = random.Random(rounds)
    interrupted = sum(_round(number, letters, chance, arrived) for number in range(rounds))
    for step in range(5):
        # What was put back on the way is due again later.
        actions.deliver_due(NOW + timedelta(hours=1 + step))
    counts = arrived()
    wanted = set(Letter.objects.filter(kind=KIND.name).values_list("message_id", flat=True))
    names = {_plain(name): name for name in wanted}
    seen = Counter({names.get(_plain(name), name): count for name, count in counts.items()})
    return {
        "letters": len(wanted),
        "kills": rounds * POSTMEN,
        "interrupted": interrupted,
        "none": len(wanted - set(seen)),
        "twice": sum(count > 1 for count in seen.values()),
        "strange": len(set(seen) - wanted),
        "left": Letter.objects.filter(kind=KIND.name).exclude(state__in=Letter.ENDED).count(),
    }


def _plain(name: str) -> str:
    return name.partition("@")[0].strip("<")


def _round(number: int, letters: int, chance: random.Random, arrived) -> int:
    """Queue letters, have them sent by several at once, kill those; 1 when work was left."""
    for each in range(letters):
        actions.queue(
            kind=KIND.name, about=f"{number}-{each}", address="aija@example.test", now=NOW
        )
    # A child must not talk over the connections of its parent.
    connections.close_all()
    goal = arrived().total() + chance.randint(1, letters - POSTMEN)
    children = [_postman() for _ in range(POSTMEN)]
    deadline = time.monotonic() + ROUND_SECONDS
    while arrived().total() < goal and time.monotonic() < deadline:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, LONGEST_MOMENT_SECONDS))
    for child in children:
        os.kill(child, signal.SIGKILL)
    for child in children:
        os.waitpid(child, 0)
    return int(Letter.objects.filter(kind=KIND.name).exclude(state__in=Letter.ENDED).exists())


def _postman() -> int:
    """A process that sends letters until it is killed."""
    with warnings.catch_warnings():
        # The threads of the mail server stay behind in the parent, and the child needs none.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        return child
    try:
        while True:
            actions.deliver_due(NOW)
            time.sleep(0.005)
    except BaseException:
        os._exit(1)
    os._exit(0)
