"""Feeds of hundreds of series are accepted by three calendar programs, and read alike by all."""

from collections.abc import Callable

from django.conf import settings as django_settings
from hypothesis import Phase, given, settings

from events.icalendar.writing import calendar
from tests.events import feeds
from tests.soak import ical_js, libical
from tests.soak.libical import Missing
from tests.soak.report import judged

SERIES = 600


def run():
    """Yield each promise, whether it held, and the figures."""
    if not django_settings.configured:
        # The words of a feed stay as they are; this process has no site of its own.
        django_settings.configure(USE_I18N=False)
    written = [(calendar("K", [entry], url=feeds.PAGE), entry) for entry in entries(SERIES)]
    yield _read("icalendar", written, feeds.read_by_python)
    try:
        library = libical.opened()
        yield _read("strict libical", written, lambda feed: libical.read(library, feed))
    except Missing as missing:
        yield "strict libical reads the feeds", False, str(missing)
    try:
        with ical_js.opened() as page:
            yield _read(ical_js.PACKAGE, written, lambda feed: ical_js.read(page, feed))
    except Missing as missing:
        yield "ical.js reads the feeds", False, str(missing)


def entries(most: int) -> list:
    """Events of up to `most` series, the same ones at every run."""
    found = []

    @settings(
        max_examples=most, deadline=None, derandomize=True, database=None, phases=[Phase.generate]
    )
    @given(feeds.changed())
    def gather(series):
        found.append(feeds.entry_of(series))

    gather()
    return found


def _read(program: str, written: list[tuple], read: Callable):
    faults, times = [], 0
    for feed, entry in written:
        expected = feeds.taking_place(entry.occurrences)
        seen = read(feed)
        times += len(expected)
        if seen != expected:
            faults.append(f"{entry.bare_rule} {entry.timing}: {_differing(seen, expected)}")
    promise, is_held, told = judged(f"{program} reads the times that the pages show", faults)
    return promise, is_held, f"{len(written)} feeds, {times} times, {told}"


def _differing(seen, expected) -> str:
    if isinstance(seen, str):
        return seen
    more, less = set(seen) - set(expected), set(expected) - set(seen)
    return f"{len(seen)} for {len(expected)}, more {sorted(more)[:2]}, less {sorted(less)[:2]}"
