"""Whatever a leader says of when an event takes place, a program reads the same from the feed."""

from hypothesis import given

from events.icalendar.writing import calendar
from tests.events import feeds
from tests.events.rules import anything, properties


@properties
@given(feeds.changed())
def test_a_feed_has_the_times_of_the_series(series):
    entry = feeds.entry_of(series)
    feed = calendar("Kalendārs", [entry], url=feeds.PAGE)
    assert feeds.read_by_python(feed) == feeds.taking_place(entry.occurrences), feed.decode()


@properties
@given(anything())
def test_no_nonsense_breaks_a_feed(series):
    feeds.events_in(calendar("Kalendārs", [feeds.entry_of(series)], url=feeds.PAGE))
