"""Feeds, of chance series and of the site, are accepted and read alike by three programs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from django.conf import settings as django_settings
from hypothesis import Phase, given, settings

from events.icalendar.writing import calendar
from tests.events import feeds
from tests.soak import ical_js, libical, published
from tests.soak.libical import Missing
from tests.soak.published import Published
from tests.soak.report import judged
from tests.soak.site import Site

SERIES = 600


def run(site: Site):
    """Yield each promise, whether it held, and the figures."""
    if not django_settings.configured:
        # The words of a feed stay as they are; this process has no site of its own.
        django_settings.configure(USE_I18N=False)
    written = [(calendar("K", [entry], url=feeds.PAGE), entry) for entry in entries(SERIES)]
    calendars = published.fetched(site)
    for program, opened in READERS.items():
        try:
            with opened() as read:
                yield _read(program, written, read)
                yield _read_published(program, calendars, read)
        except Missing as missing:
            yield f"{program} reads the feeds", False, str(missing)


@contextmanager
def _python() -> Iterator[Callable]:
    yield feeds.read_by_python


@contextmanager
def _libical() -> Iterator[Callable]:
    yield partial(libical.read, libical.opened())


@contextmanager
def _ical_js() -> Iterator[Callable]:
    with ical_js.opened() as page:
        yield partial(ical_js.read, page)


READERS = {"icalendar": _python, "strict libical": _libical, ical_js.PACKAGE: _ical_js}


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


def _read_published(program: str, calendars: list[Published], read: Callable):
    first = published.first_day()
    faults = [fault for each in calendars if (fault := each.fault(read(each.feed), first))]
    times = sum(len(each.shown) for each in calendars)
    name = f"{program} reads in the site's calendars what its pages show"
    promise, is_held, told = judged(name, faults)
    return promise, is_held, f"{len(calendars)} calendars, {times} times, {told}"


def _differing(seen, expected) -> str:
    if isinstance(seen, str):
        return seen
    more, less = set(seen) - set(expected), set(expected) - set(seen)
    return f"{len(seen)} for {len(expected)}, more {sorted(more)[:2]}, less {sorted(less)[:2]}"
