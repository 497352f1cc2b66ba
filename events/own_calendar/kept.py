"""What calendars of one's own keep about people."""

from events.actions import end_own_calendar
from events.models import OwnCalendar
from members.privacy import Holder


def export(person) -> list:
    """Which communities the person follows there; the address is a secret."""
    rows = OwnCalendar.objects.filter(person=person)
    return list(rows.order_by("pk").values("community_keys", "made_at"))


def erase(person, now):
    """Forget the calendar with its address."""
    end_own_calendar(person=person)


HOLDER = Holder("own-calendar", export, erase, tables=("events.OwnCalendar",))
