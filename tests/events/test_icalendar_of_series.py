"""Whatever a leader says of when an event takes place, a program reads the same from the feed."""

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from events.icalendar.entry import Entry
from events.icalendar.writing import calendar
from events.recurrence.expansion import days, occurrences
from events.recurrence.rfc5545 import bare_rule
from events.recurrence.rule import Change, Series
from tests.events import feeds
from tests.events.rules import HORIZON, anything, properties, sensible

LENGTHS = st.integers(1, 70).map(lambda number: timedelta(minutes=45 * number))
ANY_TIME = st.none() | st.times().map(lambda shown: shown.replace(second=0, microsecond=0))


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
    found = occurrences(series, feeds.RIGA, HORIZON)
    rule = bare_rule(series, feeds.RIGA, HORIZON)
    return feeds.entry(series.timing, found, bare_rule=rule)


@properties
@given(changed())
def test_a_feed_has_the_times_of_the_series(series):
    entry = entry_of(series)
    feed = calendar("Kalendārs", [entry], url=feeds.PAGE)
    assert feeds.read_by_python(feed) == feeds.taking_place(entry.occurrences), feed.decode()


@properties
@given(anything())
def test_no_nonsense_breaks_a_feed(series):
    feeds.events_in(calendar("Kalendārs", [entry_of(series)], url=feeds.PAGE))
