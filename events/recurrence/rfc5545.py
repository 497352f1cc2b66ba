"""Rules that may be given to calendar programs as they are (RFC 5545, section 3.3.10). Pure.

Programs disagree on 29 February, on the ends of long months and on hours that a change of clocks
skips or repeats; whatever touches these has no bare rule and is given day by day.
"""

from datetime import UTC, date, datetime, time, tzinfo

from events.recurrence.expansion import completed, days
from events.recurrence.rule import LAST, Frequency, Rule, Series

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SHORTEST_MONTH = 28
# Clocks change at 01:00 UTC in all of the European Union: an hour around it, as Riga has it.
DISPUTED = (time(2), time(4))


def bare_rule(series: Series, zone: tzinfo, horizon: date) -> str | None:
    """The value of RRULE, with UNTIL as its last day up to `horizon`; None to list the days.

    It knows nothing of months off and pauses: their days are the EXDATEs that belong to it.
    """
    rule = completed(series.rule, series.timing.first_date)
    pattern = _pattern(rule, series.timing.first_date)
    ours = list(days(series.rule, series.timing.first_date, horizon))
    if pattern is None or _is_disputed(series.timing.starts):
        return None
    # Programs add a first day that is none of the rule's (section 3.8.5.3).
    if ours[:1] != [series.timing.first_date]:
        return None
    every = [] if rule.every == 1 else [f"INTERVAL={rule.every}"]
    until = _until(ours[-1], series.timing.starts, zone)
    return ";".join([pattern[0], *every, *pattern[1:], f"UNTIL={until}"])


def _is_disputed(starts: time | None) -> bool:
    return starts is not None and DISPUTED[0] <= starts.replace(tzinfo=None) < DISPUTED[1]


def _pattern(rule: Rule, first_date: date) -> list[str] | None:
    weekdays = [WEEKDAYS[day] for day in rule.weekdays]
    match rule.frequency:
        case Frequency.WEEKLY:
            return ["FREQ=WEEKLY", f"BYDAY={','.join(weekdays)}", "WKST=MO"]
        case Frequency.MONTHLY_BY_DATE if max(rule.month_days) <= SHORTEST_MONTH:
            return ["FREQ=MONTHLY", f"BYMONTHDAY={','.join(map(str, rule.month_days))}"]
        # The fourth may be the last one too, and not every program counts it once.
        case Frequency.MONTHLY_BY_WEEKDAY if not {4, LAST} <= set(rule.ordinals):
            each = [f"{ordinal}{weekday}" for ordinal in rule.ordinals for weekday in weekdays]
            return ["FREQ=MONTHLY", f"BYDAY={','.join(each)}"]
        case Frequency.YEARLY if (first_date.month, first_date.day) != (2, 29):
            return ["FREQ=YEARLY", f"BYMONTH={first_date.month}", f"BYMONTHDAY={first_date.day}"]
    return None


def _until(last: date, starts: time | None, zone: tzinfo) -> str:
    """UNTIL is of the kind of DTSTART: a date for whole days, otherwise an instant in UTC."""
    if starts is None:
        return f"{last:%Y%m%d}"
    shown = datetime.combine(last, starts.replace(tzinfo=None), zone)
    return f"{shown.astimezone(UTC):%Y%m%dT%H%M%SZ}"
