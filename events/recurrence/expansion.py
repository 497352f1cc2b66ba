"""The days and instants at which an event takes place, worked out of what is said of it. Pure.

Whatever is said, also nonsense: it ends, quickly, and raises nothing. `problems` says what is
wrong with it.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice

from events.recurrence.rule import LAST, Change, Frequency, Occurrence, Rule, Series, Timing

# Outside of these days nothing takes place; every expansion ends here at the latest.
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
MOST_OCCURRENCES = 2000
MOST_EVERY = 52
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(days=60)
DAY = timedelta(days=1)

WEEKDAYS = range(7)
ORDINALS = (1, 2, 3, 4, LAST)
MONTH_DAYS = range(1, 32)


def days(rule: Rule, first_date: date, horizon: date) -> Iterator[date]:
    """The days of the rule up to `horizon`, ascending, each once, at most MOST_OCCURRENCES.

    Weeks begin on Monday, and "every n weeks" counts from the week of the first day. Months
    without the day that is asked for are left out (RFC 5545, section 3.3.10).
    """
    whole = completed(rule, first_date)
    first, last = max(first_date, EARLIEST), min(horizon, rule.until or LATEST, LATEST)
    most = MOST_OCCURRENCES if rule.count is None else min(rule.count, MOST_OCCURRENCES)
    if first != first_date or most < 1:
        return iter(())
    kept = (
        day
        for day in _candidates(whole, first, last)
        if first <= day <= last and day.month not in rule.months_off and not _rests(rule, day)
    )
    return islice(kept, most)


def begins(rule: Rule, first_date: date) -> bool:
    """Whether the rule's first day is one of its days."""
    return next(days(rule, first_date, first_date), None) == first_date


def occurrences(series: Series, zone: tzinfo, horizon: date) -> list[Occurrence]:
    """Every time up to `horizon` by the rule, as its changes have it, the earliest first.

    Instants are aware and in `zone`; the clock on the wall says the same on both sides of a change
    of clocks. A day that is left out stays in the list as cancelled.
    """
    changes = {change.of: change for change in series.changes}
    found = [
        _occurrence(series.timing, changes.get(day, Change(day)), zone)
        for day in days(series.rule, series.timing.first_date, horizon)
    ]
    # Two times of one zone are compared by their clocks alone, not by their instants.
    return sorted(found, key=lambda one: (one.starts_at.astimezone(UTC), one.of))


def completed(rule: Rule, first_date: date) -> Rule:
    """The rule with its empty parts as the first day has them, sorted, and without nonsense."""
    ordinal = (first_date.day - 1) // 7 + 1
    return replace(
        rule,
        every=min(max(rule.every, 1), MOST_EVERY),
        weekdays=_known(rule.weekdays, WEEKDAYS) or (first_date.weekday(),),
        ordinals=_known(rule.ordinals, ORDINALS) or (ordinal if ordinal in ORDINALS else LAST,),
        month_days=_known(rule.month_days, MONTH_DAYS) or (first_date.day,),
        months_off=_known(rule.months_off, range(1, 13)),
    )


def is_told_by_clock(day: date, starts: time, zone: tzinfo) -> bool:
    """Whether the clock shows this time once on that day; changes of clocks skip or repeat some."""
    local = datetime.combine(day, starts.replace(tzinfo=None, fold=0), zone)
    return local.utcoffset() == local.replace(fold=1).utcoffset()


def _known(numbers: Iterable[int], known: Iterable[int]) -> tuple[int, ...]:
    asked = set(numbers)
    return tuple(number for number in known if number in asked)


def _rests(rule: Rule, day: date) -> bool:
    return any(pause.first_date <= day <= pause.last_date for pause in rule.pauses)


def _candidates(rule: Rule, first: date, last: date) -> Iterator[date]:
    match rule.frequency:
        case Frequency.WEEKLY:
            return _by_weeks(rule, first, last)
        case Frequency.MONTHLY_BY_DATE:
            return _by_months(rule, first, last, rule.every, _on_dates)
        case Frequency.MONTHLY_BY_WEEKDAY:
            return _by_months(rule, first, last, rule.every, _on_weekdays)
        case Frequency.YEARLY:
            same = replace(rule, month_days=(first.day,))
            return _by_months(same, first, last, 12 * rule.every, _on_dates)
        case Frequency.DATES:
            return iter(sorted({first, *rule.dates}))
        case _:
            return iter((first,))


def _by_weeks(rule: Rule, first: date, last: date) -> Iterator[date]:
    monday = first - first.weekday() * DAY
    while monday <= last:
        for weekday in rule.weekdays:
            yield monday + weekday * DAY
        monday += timedelta(weeks=rule.every)


def _by_months(
    rule: Rule, first: date, last: date, step: int, days_of: Callable[[Rule, int, int], set[int]]
) -> Iterator[date]:
    for months in range(first.year * 12 + first.month - 1, last.year * 12 + last.month, step):
        year, month = divmod(months, 12)
        for day in sorted(days_of(rule, *monthrange(year, month + 1))):
            yield date(year, month + 1, day)


def _on_dates(rule: Rule, _first_weekday: int, length: int) -> set[int]:
    return {day for day in rule.month_days if day <= length}


def _on_weekdays(rule: Rule, first_weekday: int, length: int) -> set[int]:
    found = set()
    for weekday in rule.weekdays:
        alike = range(1 + (weekday - first_weekday) % 7, length + 1, 7)
        found |= {alike[ordinal if ordinal == LAST else ordinal - 1] for ordinal in rule.ordinals}
    return found


def _occurrence(timing: Timing, change: Change, zone: tzinfo) -> Occurrence:
    day, starts, lasts = change.of, timing.starts, timing.lasts
    if not change.is_skipped:
        day = _within(change.first_date) or change.of
        starts = (change.starts or starts) if starts is not None else None
        lasts = change.lasts or lasts
    starts_at = _instant(day, starts, zone)
    return Occurrence(
        of=change.of,
        starts_at=starts_at,
        ends_at=_end(starts_at, lasts, is_all_day=starts is None),
        is_all_day=starts is None,
        is_cancelled=change.is_skipped,
        is_moved=(day, starts) != (change.of, timing.starts),
        place=change.place,
        note=change.note,
    )


def _within(day: date | None) -> date | None:
    return day if day and EARLIEST <= day <= LATEST else None


def _instant(day: date, starts: time | None, zone: tzinfo) -> datetime:
    """The instant at which the clock shows it; what the clock leaps over is that much later."""
    shown = (starts or time()).replace(tzinfo=None, fold=0)
    return datetime.combine(day, shown, zone).astimezone(UTC).astimezone(zone)


def _end(starts_at: datetime, lasts: timedelta, *, is_all_day: bool) -> datetime:
    lasts = min(max(lasts, SHORTEST), LONGEST)
    if is_all_day:
        lasts = -(-lasts // DAY) * DAY
    # As the clock has it, so that a night's event ends when its notice says.
    shown = starts_at.replace(fold=0) + lasts
    return shown.astimezone(UTC).astimezone(starts_at.tzinfo)
