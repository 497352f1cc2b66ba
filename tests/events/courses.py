"""Making courses with people who attended."""

from datetime import UTC, date, datetime, time, timedelta

from core.templatetags.hub import HUB_BELT
from events import actions
from events.certificates.seals import holder_seal, name_seal
from events.models import Certificate
from events.models.timing import Frequencies
from tests.events import making, signing

FIRST = date(2026, 12, 1)
DAYS = [FIRST + timedelta(weeks=week) for week in range(4)]
OVER = datetime(2026, 12, 22, 18, tzinfo=UTC)


def course(parent, title="Apmācību cikls", **fields):
    """A course of four evenings of two hours, published, that gives certificates."""
    fields = {"takes_sign_ups": True, "gives_certificates": True, "ends": time(20), **fields}
    repeats = {"repeats": Frequencies.WEEKLY, "repeat_count": len(DAYS)}
    return making.event(parent, title, FIRST, **repeats, **fields)


def attend(page, name: str, times: int, **wish):
    """Somebody of this name who signs up and comes the first so many times."""
    made = signing.come(page, name, **wish)
    for day in DAYS[:times]:
        actions.check_in(sign_up=made, of=day, came=1)
    return made


def issue(page, *sign_ups, now=OVER, **names):
    """Certificates for these, in their names or in others."""
    wanted = {each.pk: names.get(each.name, each.name) for each in sign_ups}
    return actions.issue_certificates(page=page, names=wanted, now=now)


def certificate(sign_up, name="Klusais Viesis") -> Certificate:
    """A certificate of a sign-up, whoever attended and whenever it was."""
    made = Certificate(
        sign_up=sign_up,
        issued_at=OVER,
        language="lv",
        title="Apmācību cikls",
        organiser="Tirzas pagasts",
        belt=HUB_BELT,
        first_day=DAYS[0],
        last_day=DAYS[-1],
        sessions=4,
        of_sessions=4,
        name=name,
        holder_seal=holder_seal(sign_up.person),
    )
    made.name_seal = name_seal(made.code, name)
    made.save()
    return made
