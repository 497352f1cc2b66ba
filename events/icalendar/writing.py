"""Events as an iCalendar that every program reads alike (RFC 5545, RFC 7986). Pure."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import takewhile

from dateutil.rrule import rrulestr
from django.utils.translation import gettext

from events.icalendar.entry import Entry, Status
from events.icalendar.lines import (
    ZONE,
    address,
    day_line,
    instant,
    instant_line,
    moment_line,
    text,
    wall_line,
    written,
)
from events.recurrence.expansion import LONGEST, SHORTEST
from events.recurrence.rule import Occurrence

# Two rules and no more: programs have read every longer description of the zone differently.
TIME_ZONE = f"""\
BEGIN:VTIMEZONE
TZID:{ZONE.key}
BEGIN:DAYLIGHT
DTSTART:20010325T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
TZNAME:EEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20011028T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
TZNAME:EET
END:STANDARD
END:VTIMEZONE""".splitlines()

MIDNIGHT = time()
DAY = timedelta(days=1)
FIRST_DAY_ALONE = "FREQ=DAILY;COUNT=1"
LINES_APART = "\n\n"
_UNTIL = re.compile(r";UNTIL=[^;]*")


def calendar(name: str, entries: Iterable[Entry], *, url: str) -> bytes:
    """A calendar of this name whose page is at `url`; the same entries give the same bytes."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kopa//Events//LV",
        "CALSCALE:GREGORIAN",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
        f"X-WR-TIMEZONE:{ZONE.key}",
        f"URL:{address(url)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        *TIME_ZONE,
    ]
    for entry in entries:
        lines += _entry(entry)
    return written([*lines, "END:VCALENDAR"])


def _entry(entry: Entry) -> list[str]:
    shown = [one for one in entry.occurrences if not one.is_cancelled or one.note]
    if all(one.is_cancelled for one in shown):
        # Programs differ over a series of which no time is left; over a cancelled one they do not.
        entry = replace(entry, status=Status.CANCELLED)
        shown = [replace(one, is_cancelled=False) for one in entry.occurrences]
    shown.sort(key=lambda one: one.of)
    if len(shown) < 2 and len(entry.occurrences) < 2:
        return [line for one in shown for line in _event(entry, one, _time(one))]
    lines = _event(entry, None, _series(entry, [one.of for one in shown]))
    for one in shown:
        if not _is_regular(entry, one):
            lines += _event(entry, one, [_day("RECURRENCE-ID", entry, [one.of]), *_time(one)])
    return lines


def _event(entry: Entry, one: Occurrence | None, times: list[str]) -> list[str]:
    """The series when `one` is None, else what is true of this one time."""
    is_cancelled = entry.status is Status.CANCELLED or bool(one and one.is_cancelled)
    title = entry.title
    if is_cancelled:
        # Some programs show a cancelled time as if nothing had happened, so the title says it.
        title = gettext("Cancelled: %(title)s") % {"title": title}
    said = [one.note if one else "", entry.summary, entry.url]
    return [
        "BEGIN:VEVENT",
        f"UID:{text(entry.uid)}",
        f"SEQUENCE:{entry.sequence}",
        # Not the moment of asking: the same events must give the same bytes, to be kept by both.
        f"DTSTAMP:{instant(entry.modified_at)}",
        f"CREATED:{instant(entry.created_at)}",
        f"LAST-MODIFIED:{instant(entry.modified_at)}",
        *times,
        f"SUMMARY:{text(title)}",
        f"DESCRIPTION:{text(LINES_APART.join(filter(None, said)))}",
        f"URL:{address(entry.url)}",
        f"STATUS:{Status.CANCELLED if is_cancelled else entry.status}",
        # Who follows the calendar of a whole municipality is not busy all day.
        "TRANSP:TRANSPARENT",
        *_where(entry, one.place if one else ""),
        *_who_and_what(entry),
        "END:VEVENT",
    ]


def _where(entry: Entry, other_place: str) -> list[str]:
    place = entry.place
    if other_place:
        return [f"LOCATION:{text(other_place)}"]
    names = ", ".join(filter(None, (place.name, place.address)))
    lines = [f"LOCATION:{text(names)}"] if names else []
    if place.latitude is not None and place.longitude is not None:
        lines.append(f"GEO:{place.latitude:.6f};{place.longitude:.6f}")
    return lines


def _who_and_what(entry: Entry) -> list[str]:
    lines = []
    if entry.categories:
        lines.append(f"CATEGORIES:{','.join(map(text, entry.categories))}")
    if entry.organiser:
        # An ORGANIZER is for invitations that are answered by mail (section 3.8.4.1).
        lines.append(f"CONTACT:{text(entry.organiser)}")
    return lines


def _series(entry: Entry, days: list[date]) -> list[str]:
    """When the series takes place; its first day is one on which it does, as programs want it."""
    # Of a list of days without any rule some programs leave out the first.
    first, taken, rule = days[0], set(days), entry.bare_rule or FIRST_DAY_ALONE
    last = max(one.of for one in entry.occurrences)
    ruled = set(_days_of(rule, first, last))
    lines = [*_usual_time(entry, first), f"RRULE:{rule}"]
    for name, named in (("EXDATE", ruled - taken), ("RDATE", taken - ruled)):
        if named:
            lines.append(_day(name, entry, sorted(named)))
    return lines


def _days_of(rule: str, first: date, last: date) -> Iterable[date]:
    # Its end may be given in UTC, which says nothing of days: all that counts here is the last.
    moments = rrulestr(_UNTIL.sub("", rule), dtstart=datetime.combine(first, MIDNIGHT))
    return takewhile(lambda day: day <= last, (moment.date() for moment in moments))


def _usual_time(entry: Entry, first: date) -> list[str]:
    start, end = _usual(entry, first)
    begins = _day("DTSTART", entry, [first])
    if entry.timing.starts is None:
        return [begins, day_line("DTEND", [end])]
    if start.utcoffset() == end.utcoffset():
        return [begins, _moments("DTEND", entry, [end])]
    # An end beyond a change of clocks would be read as an hour more or less for all the others.
    minutes = _length(entry) // timedelta(minutes=1)
    return [begins, f"DURATION:PT{minutes}M"]


def _usual(entry: Entry, day: date) -> tuple:
    """Start and end of the time that the rule has on this day: days, or moments on the wall."""
    starts, lasts = entry.timing.starts, _length(entry)
    if starts is None:
        return day, day + -(-lasts // DAY) * DAY
    start = datetime.combine(day, starts.replace(tzinfo=None, fold=0), ZONE)
    return start, start + lasts


def _length(entry: Entry) -> timedelta:
    # A page may hold any nonsense; the times that it has do not, nor may what is said of them.
    return min(max(entry.timing.lasts, SHORTEST), LONGEST)


def _day(name: str, entry: Entry, days: list[date]) -> str:
    """The property that names times of the series by their days."""
    if entry.timing.starts is None:
        return day_line(name, days)
    return _moments(name, entry, [_usual(entry, day)[0] for day in days])


def _moments(name: str, entry: Entry, moments: list[datetime]) -> str:
    # A rule needs the zone to follow it; a list does not, and libical forgets the zone of RDATEs.
    return wall_line(name, moments) if entry.bare_rule else instant_line(name, moments)


def _time(one: Occurrence) -> list[str]:
    if one.is_all_day:
        days = (one.starts_at.astimezone(ZONE).date(), one.ends_at.astimezone(ZONE).date())
        return [day_line("DTSTART", [days[0]]), day_line("DTEND", [days[1]])]
    return [moment_line("DTSTART", one.starts_at), moment_line("DTEND", one.ends_at)]


def _is_regular(entry: Entry, one: Occurrence) -> bool:
    """Whether the series says all of this time already."""
    if one.is_cancelled or one.place or one.note:
        return False
    start, end = one.starts_at.astimezone(ZONE), one.ends_at.astimezone(ZONE)
    if one.is_all_day:
        return (start.date(), end.date()) == _usual(entry, one.of)
    # Programs do not agree on how long a time takes that goes on over a change of clocks.
    return start.utcoffset() == end.utcoffset() and (start, end) == _usual(entry, one.of)
