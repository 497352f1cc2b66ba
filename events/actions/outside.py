"""Calendars of others: what was fetched is taken over as it is, no more and no less."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from core import jobs, stamp
from events.icalendar import reading
from events.models import OutsideCalendar, OutsideEvent
from events.outside.addresses import way_to
from events.outside.fetching import Fetched, Marks, fetch
from events.outside.troubles import Trouble, Unfetched

logger = logging.getLogger("hub.events")

# What is over stays for so long.
KEPT_FOR = timedelta(days=90)
TOLD = ("title", "text", "place", "url", "starts_at", "ends_at", "is_all_day", "is_cancelled")
COLUMNS = (*TOLD, "day", "last_day")


def fetch_calendars(now: datetime):
    """Follow every calendar that is in use; what is wrong with one holds up no other."""
    for calendar in OutsideCalendar.objects.filter(is_used=True).order_by("pk"):
        if jobs.stopping.is_set():
            return
        follow_calendar(calendar=calendar, now=now)


def follow_calendar(*, calendar: OutsideCalendar, now: datetime):
    """Fetch the calendar and show what is in it; a failure is noted, and what is there stays.

    It may take ten seconds, so the fetching is no part of a transaction.
    """
    try:
        way = way_to(calendar.address, settings.OUTSIDE_CALENDAR_HOSTS)
        agent = f"Kopa (+{settings.SITE_URL})"
        fetched = fetch(way, _marks_of(calendar, now), agent=agent)
        take_over(calendar=calendar, fetched=fetched, now=now)
    except Unfetched as failure:
        _note(calendar, failure.trouble, now)
    except Exception:
        logger.exception("calendar of others failed", extra={"calendar": calendar.pk})
        _note(calendar, Trouble.UNREADABLE, now)


@transaction.atomic
def take_over(*, calendar: OutsideCalendar, fetched: Fetched, now: datetime):
    """Let the events of the calendar be exactly those that were fetched; raises Unfetched."""
    if not OutsideCalendar.objects.select_for_update().filter(pk=calendar.pk).exists():
        return
    said = {"fetched_at": now, "failed_at": None, "trouble": ""}
    if fetched.data is not None:
        found = _read(fetched.data, now)
        events = {(event.uid, event.of): event for event in found.events}
        if _keep(calendar, events):
            stamp.bump()
        said |= {
            "read_at": now,
            "etag": fetched.marks.etag,
            "last_modified": fetched.marks.last_modified,
            "count": len(events),
            "left_out": found.left_out,
        }
    # Not by save(), which would make every page of the site anew.
    OutsideCalendar.objects.filter(pk=calendar.pk).update(**said)


def _marks_of(calendar: OutsideCalendar, now: datetime) -> Marks:
    """What the server is told that the site has; nothing on a new day, which reaches further."""
    read_at = calendar.read_at
    if read_at is None or timezone.localdate(read_at) != timezone.localdate(now):
        return Marks()
    return Marks(calendar.etag, calendar.last_modified)


def _read(data: bytes, now: datetime) -> reading.Reading:
    zone = timezone.get_default_timezone()
    from_ = now - KEPT_FOR
    try:
        return reading.read(data, zone=zone, from_=from_, until=from_ + reading.LONGEST_WINDOW)
    except reading.CalendarUnreadable:
        raise Unfetched(Trouble.UNREADABLE) from None


def _keep(calendar: OutsideCalendar, events: dict) -> bool:
    """Write what is different, by the names that events have there; whether anything was."""
    rows = {(row.uid, row.of): row for row in OutsideEvent.objects.filter(calendar=calendar)}
    changed = [row for name, row in rows.items() if name in events and _fill(row, events[name])]
    gone = [row.pk for name, row in rows.items() if name not in events]
    new = [
        OutsideEvent(calendar=calendar, uid=uid, of=of)
        for uid, of in events
        if (uid, of) not in rows
    ]
    for row in new:
        _fill(row, events[row.uid, row.of])
    OutsideEvent.objects.filter(pk__in=gone).delete()
    OutsideEvent.objects.bulk_update(changed, COLUMNS, batch_size=50)
    OutsideEvent.objects.bulk_create(new, batch_size=500)
    return bool(changed or gone or new)


def _fill(row: OutsideEvent, event: reading.OutsideEvent) -> bool:
    """Let the row say what the event says; whether anything was different."""
    # What ends at midnight does not touch the day that begins then.
    last = max(event.starts_at, event.ends_at - timedelta(microseconds=1))
    said = {
        **{name: getattr(event, name) for name in TOLD},
        "day": timezone.localdate(event.starts_at),
        "last_day": timezone.localdate(last),
    }
    is_different = any(getattr(row, name) != value for name, value in said.items())
    for name, value in said.items():
        setattr(row, name, value)
    return is_different


def _note(calendar: OutsideCalendar, trouble: Trouble, now: datetime):
    OutsideCalendar.objects.filter(pk=calendar.pk).update(failed_at=now, trouble=trouble)
