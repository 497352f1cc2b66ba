"""How often a person wants letters, and when the next one leaves. Pure."""

from datetime import datetime, time, timedelta

from django.db.models import TextChoices
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

DAILY_AT = time(17)
WEEKLY_AT, THURSDAY = time(9), 3
# What comes so soon after a letter about the same thing is gathered into the next one.
GATHERED_FOR = timedelta(minutes=15)


class Rhythm(TextChoices):
    """How often a person wants letters."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", _("Once a day, together")
    WEEKLY = "weekly", _("Once a week, together")
    NONE = "none", _("Only what is necessary")


def next_letter(rhythm: str, now: datetime) -> datetime | None:
    """When the next letter of the rhythm leaves, by the clock in Riga; None for no letters."""
    if rhythm == Rhythm.AT_ONCE:
        return now
    here = localtime(now)
    if rhythm == Rhythm.DAILY:
        return _first_after(here, DAILY_AT, 0, every=1)
    if rhythm == Rhythm.WEEKLY:
        return _first_after(here, WEEKLY_AT, (THURSDAY - here.weekday()) % 7, every=7)
    return None


def _first_after(here: datetime, at: time, days: int, *, every: int) -> datetime:
    day = here.date() + timedelta(days=days)
    if day == here.date() and here.time() >= at:
        day += timedelta(days=every)
    return datetime.combine(day, at, tzinfo=here.tzinfo)
