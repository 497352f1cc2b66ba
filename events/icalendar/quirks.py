"""What Outlook and programs like it write otherwise than RFC 5545 says, made right. Pure."""

import re
from datetime import date, datetime, time, tzinfo

from icalendar import Event

MIDNIGHT = time()
# An address where the name of a zone belongs, with a colon at which the line would end its name.
_ZONE = re.compile(r";TZID=tzone://Microsoft/(\w+)(?=[:;])", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([nN,;\\])")
_HEAD = re.compile(r"<head\b.*?</head\s*>", re.IGNORECASE | re.DOTALL)


def mended_line(line: str) -> str:
    """The line with a zone that can be read; one of Microsoft's own making is left out."""
    return _ZONE.sub(lambda found: ";TZID=UTC" if found[1].lower() == "utc" else "", line)


def description_of(event: Event) -> str:
    """What is said of the event; where nothing is, what is said of it as a page."""
    said = str(event.get("DESCRIPTION", ""))
    if said.strip():
        return said
    page = _ESCAPED.sub(_unescaped, str(event.get("X-ALT-DESC", "")))
    return _HEAD.sub("", page)


def mend_whole_days(event: Event, zone: tzinfo):
    """Let an event of whole days that is written as one from midnight to midnight be of days."""
    is_said = str(event.get("X-MICROSOFT-CDO-ALLDAYEVENT", "")).upper() == "TRUE"
    if is_said and all(_is_midnight(moment, zone) for moment in (event.start, event.end)):
        for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE"):
            for holder in holders_of(event, name):
                if _is_midnight(holder.dt, zone):
                    holder.dt = _day_of(holder.dt, zone)


def mend_series(events: list[Event], zone: tzinfo):
    """Let days that name times of a series name their hour, and its times have its title."""
    first = next((event for event in events if "RECURRENCE-ID" not in event), None)
    if first is None:
        return
    for event in events:
        if not event.get("SUMMARY") and first.get("SUMMARY"):
            event["SUMMARY"] = first["SUMMARY"]
        for name in ("RECURRENCE-ID", "EXDATE", "RDATE"):
            for holder in holders_of(event, name):
                if _names_day(holder.dt, first.start, name, zone):
                    day = _day_of(holder.dt, zone)
                    holder.dt = first.start.replace(year=day.year, month=day.month, day=day.day)


def holders_of(event: Event, name: str) -> list:
    """What holds the moments of the property: one each, however many lines and commas there are."""
    values = event.get(name, [])
    found = values if isinstance(values, list) else [values]
    return [holder for value in found for holder in getattr(value, "dts", [value])]


def _unescaped(found: re.Match) -> str:
    # The library does so with the texts that it knows (section 3.3.11).
    return "\n" if found[1] in "nN" else found[1]


def _names_day(moment, start: date, name: str, zone: tzinfo) -> bool:
    """Whether the moment is but a day, of a series that has an hour which is not midnight."""
    if not isinstance(start, datetime) or start.time() == MIDNIGHT or isinstance(moment, tuple):
        return False
    is_day = not isinstance(moment, datetime)
    # A further time may well be at midnight; to take one out or to change it, it must be there.
    return is_day or (name != "RDATE" and _is_midnight(moment, zone))


def _is_midnight(moment: date, zone: tzinfo) -> bool:
    if not isinstance(moment, datetime):
        return True
    return MIDNIGHT in (moment.time(), moment.astimezone(zone).time())


def _day_of(moment: date, zone: tzinfo) -> date:
    if not isinstance(moment, datetime):
        return moment
    is_shown = moment.time() == MIDNIGHT
    return (moment if is_shown else moment.astimezone(zone)).date()
