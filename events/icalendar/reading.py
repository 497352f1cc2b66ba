"""Calendars of others: which events are in them, whatever else they hold. Pure, and it ends."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from urllib.parse import urlsplit

import nh3
import recurring_ical_events
from django.utils.translation import gettext_lazy as _
from icalendar import Calendar, Event

from events.icalendar.lines import plain
from events.icalendar.quirks import (
    description_of,
    holders_of,
    mend_series,
    mend_whole_days,
    mended_line,
)

MOST_MEGABYTES = 2
MOST_EVENTS = 5000
MOST_SERIES = 200
MOST_OCCURRENCES = 2000
MOST_RDATES = 1000
LONGEST_WINDOW = timedelta(days=800)
LONGEST_EVENT = timedelta(days=400)
FIRST_YEAR, LAST_YEAR = 1900, 2100
LONGEST_LINE, LONGEST_TEXT, LONGEST_URL = 255, 5000, 500

# A rule is followed step by step until it has a time or the year 9999 has come, so only those are
# taken that people make in programs, and of which a step is a day at least.
RULE_PARTS = {
    "DAILY": {"BYDAY", "BYMONTH"},
    "WEEKLY": {"BYDAY"},
    "MONTHLY": {"BYDAY", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": {"BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"},
}
ALWAYS_PARTS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
SERIES = ("RRULE", "RDATE", "RECURRENCE-ID")
MOMENTS = ("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE")
_ENDS_LINE = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6])>", re.IGNORECASE)


class CalendarUnreadable(Exception):
    """What was fetched is no calendar; the first argument says so to an editor."""


@dataclass(frozen=True)
class OutsideEvent:
    """One time of an event in a calendar of others; instants are in UTC, texts plain.

    `uid` and `of` (RECURRENCE-ID; empty for what comes once) are its name in that calendar.
    """

    uid: str
    of: str
    title: str
    text: str
    place: str
    url: str
    starts_at: datetime
    ends_at: datetime
    is_all_day: bool
    is_cancelled: bool
    sequence: int
    modified_at: datetime | None


@dataclass(frozen=True)
class Reading:
    """What is in a calendar, the earliest first, and how many events could not be taken."""

    events: tuple[OutsideEvent, ...]
    left_out: int


class _Unfit(Exception):
    """This event is left out."""


def read(data: bytes, *, zone: tzinfo, from_: datetime, until: datetime) -> Reading:
    """What takes place between two moments; times without a known zone are of `zone`.

    Raises CalendarUnreadable. At most 800 days and 2,000 times are looked at.
    """
    if len(data) > MOST_MEGABYTES * 2**20:
        raise CalendarUnreadable(
            _("The calendar is larger than %(most)d MB. Ask its owner for a smaller one.")
            % {"most": MOST_MEGABYTES}
        )
    words = data.decode("utf-8-sig", "replace")
    if not words.lstrip()[:15].upper().startswith("BEGIN:VCALENDAR"):
        raise CalendarUnreadable(
            _("There is no calendar at this address. It has to lead to an iCalendar file (.ics).")
        )
    until = min(until, from_ + LONGEST_WINDOW)
    series, left_out = _by_uid(words, zone)
    found, unfolded = [], 0
    for events in series:
        unfolded += any("RRULE" in event for event in events)
        try:
            if unfolded > MOST_SERIES or len(found) >= MOST_OCCURRENCES:
                raise _Unfit
            found += _times(events, zone, from_, until)
        # Whatever is wrong with an event of others, the rest of their calendar is read.
        except Exception:
            left_out += len(events)
    found.sort(key=lambda event: (event.starts_at, event.uid, event.of))
    left_out += len(found[MOST_OCCURRENCES:])
    return Reading(tuple(found[:MOST_OCCURRENCES]), left_out)


def _by_uid(words: str, zone: tzinfo) -> tuple[list[list[Event]], int]:
    """The events of one name together; and how many are not fit to be taken."""
    series, left_out = {}, 0
    for number, block in enumerate(_blocks(words)):
        try:
            if number >= MOST_EVENTS:
                raise _Unfit
            event = _checked(Event.from_ical(block), zone)
            series.setdefault(str(event["UID"]), []).append(event)
        except Exception:
            left_out += 1
    return list(series.values()), left_out


def _blocks(words: str) -> Iterator[str]:
    """The lines of each event, without alarms and whatever else is inside.

    Zones that a calendar describes itself are not read: their rules could be of any length.
    """
    block, inside = [], []
    for line in words.splitlines():
        name, _colon, value = line.strip().upper().partition(":")
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                block, inside = [], ["VEVENT"]
        if inside == ["VEVENT"]:
            block.append(mended_line(line))
        if name == "END" and inside:
            inside.pop()
            if value == "VEVENT":
                yield "\r\n".join(block)
                inside = []


def _checked(event: Event, zone: tzinfo) -> Event:
    # A time of a series may have the title of the series.
    has_title = event.get("SUMMARY") or "RECURRENCE-ID" in event
    if not has_title or not 0 < len(event.get("UID", "")) <= LONGEST_LINE:
        raise _Unfit
    if "EXRULE" in event or ("RRULE" in event and not _is_tame(event["RRULE"])):
        raise _Unfit
    for name in MOMENTS:
        holders = holders_of(event, name)
        if len(holders) > MOST_RDATES:
            raise _Unfit
        for holder in holders:
            holder.dt = _placed(holder.dt, zone)
    mend_whole_days(event, zone)
    _check_length(event.start, event.end)
    return event


def _check_length(start: date, end: date):
    if not timedelta(0) <= end - start <= LONGEST_EVENT:
        raise _Unfit


def _is_tame(rule) -> bool:
    """Whether the rule can be followed to its end; two rules, or none that is understood, fail."""
    [frequency] = rule.get("FREQ", [None])
    [interval] = rule.get("INTERVAL", [1])
    if frequency not in RULE_PARTS or interval < 1:
        return False
    own = set(rule) - ALWAYS_PARTS
    # Of every seventh day none may be a Monday.
    is_sure = frequency != "DAILY" or interval == 1 or not own
    return own <= RULE_PARTS[frequency] and is_sure


def _placed(moment, zone: tzinfo):
    """The moment in the zone, where it has none; of a period (section 3.3.9), both its ends."""
    if isinstance(moment, tuple):
        start = _placed(moment[0], zone)
        is_length = isinstance(moment[1], timedelta)
        end = start + moment[1] if is_length else _placed(moment[1], zone)
        _check_length(start, end)
        return start, end
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise _Unfit
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=zone)
    return moment


def _times(
    events: list[Event], zone: tzinfo, from_: datetime, until: datetime
) -> list[OutsideEvent]:
    mend_series(events, zone)
    if not all(event.get("SUMMARY") for event in events):
        raise _Unfit
    calendar = Calendar()
    calendar.subcomponents = events
    # What comes once keeps its name when it is moved; a time of a series is named by its day.
    is_series = any(name in event for event in events for name in SERIES)
    return [
        _event(event, zone, _name_of(event) if is_series else "")
        for event in recurring_ical_events.of(calendar).between(from_, until)
    ]


def _event(event: Event, zone: tzinfo, of: str) -> OutsideEvent:
    start = event.start
    return OutsideEvent(
        uid=_line(event["UID"]),
        of=of,
        title=_line(event["SUMMARY"]),
        text=_text(description_of(event)),
        place=_line(event.get("LOCATION", "")),
        url=_url(event.get("URL", "")),
        starts_at=_instant(start, zone),
        ends_at=_instant(event.end, zone),
        is_all_day=not isinstance(start, datetime),
        is_cancelled=str(event.get("STATUS", "")).upper() == "CANCELLED",
        sequence=int(event.get("SEQUENCE", 0)),
        modified_at=_modified_at(event),
    )


def _instant(moment: date, zone: tzinfo) -> datetime:
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(), zone)
    return moment.astimezone(UTC)


def _name_of(event: Event) -> str:
    moment = event["RECURRENCE-ID"].dt
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return moment.strftime("%Y%m%d")


def _modified_at(event: Event) -> datetime | None:
    said = event.get("LAST-MODIFIED", event.get("DTSTAMP"))
    return _instant(said.dt, UTC) if said else None


def _line(words) -> str:
    return " ".join(plain(str(words)).split())[:LONGEST_LINE]


def _text(words) -> str:
    """The words without markup, which some programs write where plain text belongs."""
    words = plain(str(words)[: 4 * LONGEST_TEXT])
    if "<" in words:
        words = html.unescape(nh3.clean(_ENDS_LINE.sub("\n", words), tags=set()))
    return words.strip()[:LONGEST_TEXT]


def _url(words) -> str:
    url = plain(str(words)).strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    is_link = parts.scheme in ("http", "https") and parts.hostname and not re.search(r"\s", url)
    return url if is_link and len(url) <= LONGEST_URL else ""
