"""Events for feeds, and what a calendar program makes of a feed."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import recurring_ical_events
from hypothesis import strategies as st

from events.icalendar.entry import Entry, Place
from events.recurrence.expansion import days, occurrences
from events.recurrence.rfc5545 import bare_rule
from events.recurrence.rule import Change, Occurrence, Series, Timing
from tests.events.rules import HORIZON, RIGA, sensible

MADE_AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
PAGE = "https://gulbene.test/lv/kalendars/"
LENGTHS = st.integers(1, 70).map(lambda number: timedelta(minutes=45 * number))
ANY_TIME = st.none() | st.times().map(lambda shown: shown.replace(second=0, microsecond=0))
FROM, UNTIL = datetime(2025, 12, 1, tzinfo=RIGA), datetime(2029, 2, 1, tzinfo=RIGA)


def occurrence(timing: Timing, day: date, **differs) -> Occurrence:
    """The usual time of the day, as it is on the clock on the wall."""
    starts = datetime.combine(day, timing.starts or time(), RIGA)
    usual = Occurrence(day, starts, starts + timing.lasts, is_all_day=timing.starts is None)
    return replace(usual, **differs)


def entry(timing: Timing, times, **more) -> Entry:
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
    return Entry(timing=timing, occurrences=tuple(times), **words | more)


def weekly(timing: Timing, weeks: int) -> list[Occurrence]:
    """A time on the same weekday of this many weeks."""
    return [occurrence(timing, timing.first_date + timedelta(weeks=n)) for n in range(weeks)]


@st.composite
def changed(draw) -> Series:
    """A series at any time of the day or night, with changes on some of its days."""
    series = draw(sensible())
    timing = replace(series.timing, starts=draw(ANY_TIME), lasts=draw(LENGTHS))
    known = list(days(series.rule, timing.first_date, HORIZON)) or [timing.first_date]
    some = draw(st.lists(st.sampled_from(known), max_size=3, unique=True))
    return Series(timing, series.rule, tuple(draw(changes(day)) for day in some))


def changes(day: date):
    """A day left out, for a reason or for none; moved; or at another place."""
    near = st.integers(-2, 2).map(lambda number: day + timedelta(days=number))
    return st.one_of(
        st.builds(Change, st.just(day), st.just(True), note=st.sampled_from(["", "Slimība"])),
        st.builds(Change, st.just(day), first_date=near, starts=st.just(time(12, 15))),
        st.builds(Change, st.just(day), lasts=LENGTHS, place=st.just("Skola")),
    )


def entry_of(series: Series) -> Entry:
    """An event that takes place as the series says."""
    found = occurrences(series, RIGA, HORIZON)
    rule = bare_rule(series, RIGA, HORIZON)
    return entry(series.timing, found, bare_rule=rule)


def taking_place(times) -> list[tuple]:
    """When each begins and ends, in UTC; of those that take place at all."""
    return sorted(_row(one.starts_at, one.ends_at) for one in times if not one.is_cancelled)


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
