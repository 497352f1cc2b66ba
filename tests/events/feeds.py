"""Events for feeds, and what a calendar program makes of a feed."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from events.icalendar.entry import Entry, Place
from events.recurrence.rule import Occurrence, Timing

RIGA = ZoneInfo("Europe/Riga")
MADE_AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
PAGE = "https://gulbene.test/lv/kalendars/"
FROM, UNTIL = datetime(2026, 1, 1, tzinfo=RIGA), datetime(2029, 1, 1, tzinfo=RIGA)


def occurrence(timing: Timing, day: date, **differs) -> Occurrence:
    """The usual time of the day, as it is on the clock on the wall."""
    starts = datetime.combine(day, timing.starts or time(), RIGA)
    usual = Occurrence(day, starts, starts + timing.lasts, is_all_day=timing.starts is None)
    return replace(usual, **differs)


def entry(timing: Timing, occurrences, **more) -> Entry:
    """An event of these times, with a word in every field."""
    words = {
        "uid": "5f0c@gulbene.test",
        "title": "Talka",
        "url": f"{PAGE}talka/",
        "created_at": MADE_AT,
        "modified_at": MADE_AT,
        "summary": "Kopjam parku.",
        "place": Place("Parks", "Parka iela 1, Tirza", 57.1345678, 26.4),
        "categories": ("Talka", "Tirza"),
        "organiser": "Tirzas pagasts",
    }
    return Entry(timing=timing, occurrences=tuple(occurrences), **words | more)


def weekly(timing: Timing, weeks: int) -> list[Occurrence]:
    """A time on the same weekday of this many weeks."""
    return [occurrence(timing, timing.first_date + timedelta(weeks=n)) for n in range(weeks)]


def taking_place(occurrences) -> list[tuple]:
    """When each begins and ends, in UTC; of those that take place at all."""
    return sorted(_row(one.starts_at, one.ends_at) for one in occurrences if not one.is_cancelled)


def read_by_python(feed: bytes) -> list[tuple]:
    """The same, as `icalendar` and `recurring_ical_events` read it, from 2026 through 2028."""
    calendar = icalendar.Calendar.from_ical(feed)
    found = recurring_ical_events.of(calendar).between(FROM, UNTIL)
    return sorted(
        _row(_instant(event.start), _instant(event.end))
        for event in found
        if event.get("STATUS") != "CANCELLED"
    )


def events_in(feed: bytes) -> list:
    """The VEVENTs of the feed as the library parses them."""
    return icalendar.Calendar.from_ical(feed).walk("VEVENT")


def _row(starts_at: datetime, ends_at: datetime) -> tuple:
    return starts_at.astimezone(UTC), ends_at.astimezone(UTC)


def _instant(value: date) -> datetime:
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time(), RIGA)
