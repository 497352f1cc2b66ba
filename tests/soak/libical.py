"""What the system's libical (GNOME, KDE, Evolution) makes of a feed, with its strict rules."""

import ctypes
import ctypes.util
from datetime import UTC, datetime, time

from tests.events.feeds import FROM, RIGA, UNTIL

ADVICE = "libical is missing: install it (on Debian: apt-get install libical3)."
VEVENT, CANCELLED = 4, 10905


class Missing(Exception):
    """The program cannot be had here; the first argument says what to do."""


class _Time(ctypes.Structure):
    _fields_ = [
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    ]


class _Span(ctypes.Structure):
    _fields_ = [("start", ctypes.c_long), ("end", ctypes.c_long), ("is_busy", ctypes.c_int)]


_EACH = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(_Span), ctypes.c_void_p)


def opened() -> ctypes.CDLL:
    """The library; raises Missing."""
    name = ctypes.util.find_library("ical")
    if not name:
        raise Missing(ADVICE)
    library, pointer = ctypes.CDLL(name), ctypes.c_void_p
    answers = {
        "icalparser_parse_string": (pointer, [ctypes.c_char_p]),
        "icalrestriction_check": (ctypes.c_int, [pointer]),
        "icalcomponent_count_errors": (ctypes.c_int, [pointer]),
        "icalcomponent_get_first_component": (pointer, [pointer, ctypes.c_int]),
        "icalcomponent_get_next_component": (pointer, [pointer, ctypes.c_int]),
        "icalcomponent_get_dtstart": (_Time, [pointer]),
        "icalcomponent_get_recurrenceid": (_Time, [pointer]),
        "icalcomponent_get_status": (ctypes.c_int, [pointer]),
        "icaltime_is_utc": (ctypes.c_int, [_Time]),
        "icalcomponent_foreach_recurrence": (None, [pointer, _Time, _Time, _EACH, pointer]),
        "icalcomponent_free": (None, [pointer]),
    }
    for name, (result, arguments) in answers.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def read(library: ctypes.CDLL, feed: bytes) -> list[tuple] | str:
    """The times of the feed from 2026 through 2028, in UTC; a word when it is not accepted."""
    calendar = library.icalparser_parse_string(feed)
    if not calendar:
        return "cannot be parsed"
    try:
        is_strict = library.icalrestriction_check(calendar)
        errors = library.icalcomponent_count_errors(calendar)
        if errors or not is_strict:
            return f"{errors} errors"
        return sorted(_times(library, calendar))
    finally:
        library.icalcomponent_free(calendar)


def _times(library, calendar) -> list[tuple]:
    """Of each series those that no event with a RECURRENCE-ID stands for, and these."""
    series, named, replaced = [], [], set()
    event = library.icalcomponent_get_first_component(calendar, VEVENT)
    while event:
        name = library.icalcomponent_get_recurrenceid(event)
        if name.year:
            replaced.add(_instant(library, name))
        is_cancelled = library.icalcomponent_get_status(event) == CANCELLED
        if not is_cancelled:
            (named if name.year else series).extend(_expanded(library, event))
        event = library.icalcomponent_get_next_component(calendar, VEVENT)
    return named + [row for row in series if row[0] not in replaced]


def _expanded(library, event) -> list[tuple]:
    found = []
    is_date = library.icalcomponent_get_dtstart(event).is_date

    def keep(_event, span, _data):
        found.append((span.contents.start, span.contents.end))

    # The callback must outlive the call that it is given to.
    each = _EACH(keep)
    window = [_Time(moment.year, moment.month, moment.day, is_date=1) for moment in (FROM, UNTIL)]
    library.icalcomponent_foreach_recurrence(event, *window, each, None)
    return [tuple(_moment(second, is_date) for second in span) for span in found]


def _instant(library, shown: _Time) -> datetime:
    # Of this property the library keeps what the clock shows and forgets the zone.
    zone = UTC if library.icaltime_is_utc(shown) else RIGA
    parts = [shown.year, shown.month, shown.day, shown.hour, shown.minute, shown.second]
    return datetime(*parts, tzinfo=zone).astimezone(UTC)


def _moment(second: int, is_date: int) -> datetime:
    moment = datetime.fromtimestamp(second, UTC)
    # A whole day has no zone; the site's days are meant.
    return datetime.combine(moment.date(), time(), RIGA).astimezone(UTC) if is_date else moment
