"""What is wrong with what is said of when an event takes place, in kind words. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise

from django.utils.formats import date_format, time_format
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from events.recurrence.expansion import (
    DAY,
    EARLIEST,
    LATEST,
    LONGEST,
    MONTH_DAYS,
    MOST_EVERY,
    ORDINALS,
    WEEKDAYS,
    begins,
    completed,
    days,
    is_told_by_clock,
    occurrences,
)
from events.recurrence.rule import Frequency, Occurrence, Rule, Series

MOST_TIMES = 366
# Of all that can be said, 29 February alone is waited for so long.
LONGEST_WAIT = 4 * 366


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: the field of `Timing`, `Rule` or `Series`, and why, said lazily."""

    field: str
    message: str


def problems(series: Series, zone: tzinfo, horizon: date) -> list[Problem]:
    """What is wrong up to `horizon`; an empty list for what may be kept.

    What the parts say is asked first, and where the days lead only of parts that are in order.
    """
    parts = [*_of_timing(series), *_of_numbers(series.rule), *_of_ends(series)]
    if parts:
        return parts
    found = [*_of_first_day(series)]
    if found:
        return found
    usual = occurrences(replace(series, changes=()), zone, horizon)
    return [
        *_of_clocks(series, zone, usual),
        *_of_overlaps(usual),
        *_of_changes(series),
        *_of_moves(occurrences(series, zone, horizon)),
    ]


def nearest_day(rule: Rule, first_date: date) -> date | None:
    """The first day from `first_date` on with which the rule could begin, within four years."""
    if not EARLIEST <= first_date <= LATEST:
        return None
    meant = completed(rule, first_date)
    coming = (first_date + ahead * DAY for ahead in range(LONGEST_WAIT))
    return next((day for day in coming if begins(meant, day)), None)


def _written(message: str, values: dict) -> str:
    return message % {name: _spoken(value) for name, value in values.items()}


def _spoken(value: object) -> object:
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return time_format(value, "TIME_FORMAT") if isinstance(value, time) else value


_lazily_written = lazy(_written, str)


def _problem(field: str, message: str, **values: object) -> Problem:
    return Problem(field, _lazily_written(message, values) if values else message)


def _of_timing(series: Series) -> Iterator[Problem]:
    if not EARLIEST <= series.timing.first_date <= LATEST - LONGEST:
        yield _problem("first_date", _("Check the year of this day."))
    asked = [("lasts", series.timing.lasts)]
    asked += [("changes", one.lasts) for one in series.changes if one.lasts is not None]
    for field, lasts in asked:
        if lasts <= timedelta(0):
            yield _problem(field, _("The end comes before the beginning. Set a later end."))
        elif lasts > LONGEST:
            most = LONGEST // DAY
            message = _("This is longer than %(most)s days. Set an earlier end.")
            yield _problem(field, message, most=most)


def _of_numbers(rule: Rule) -> Iterator[Problem]:
    if not 1 <= rule.every <= MOST_EVERY:
        yield _problem("every", _("Give a number from 1 to %(most)s."), most=MOST_EVERY)
    if rule.count is not None and not 1 <= rule.count <= MOST_TIMES:
        yield _problem("count", _("Give a number from 1 to %(most)s."), most=MOST_TIMES)
    choices = {
        "weekdays": WEEKDAYS,
        "ordinals": ORDINALS,
        "month_days": MONTH_DAYS,
        "months_off": range(1, 13),
    }
    for field, known in choices.items():
        if not set(getattr(rule, field)) <= set(known):
            yield _problem(field, _("Choose from the list."))
    if set(rule.months_off) >= set(range(1, 13)):
        yield _problem("months_off", _("No month is left. Leave at least one."))


def _of_ends(series: Series) -> Iterator[Problem]:
    rule, first_date = series.rule, series.timing.first_date
    if rule.until is not None and rule.until < first_date:
        yield _problem("until", _("This is before the first day. Choose a later day."))
    if rule.until is not None and rule.count is not None:
        yield _problem("count", _("Give the last day or how many times, not both."))
    for pause in rule.pauses:
        if pause.last_date < pause.first_date:
            message = _("The pause that begins on %(day)s ends before it begins.")
            yield _problem("pauses", message, day=pause.first_date)
    if rule.frequency != Frequency.DATES:
        return
    if len(rule.dates) > MOST_TIMES:
        message = _("There are more than %(most)s days. Make two events of them.")
        yield _problem("dates", message, most=MOST_TIMES)
    elif rule.dates and min(rule.dates) < first_date:
        message = _("%(day)s is before the first day. Make the earliest day the first one.")
        yield _problem("dates", message, day=min(rule.dates))


def _of_first_day(series: Series) -> Iterator[Problem]:
    rule, first_date = series.rule, series.timing.first_date
    if begins(rule, first_date):
        return
    nearest = nearest_day(rule, first_date)
    if nearest is None:
        yield _problem("first_date", _("Nothing is left on which this takes place."))
    else:
        message = _(
            "This day does not fit how the event comes again. The next day that fits is %(day)s."
        )
        yield _problem("first_date", message, day=nearest)


def _of_clocks(series: Series, zone: tzinfo, usual: list[Occurrence]) -> Iterator[Problem]:
    """Times that a clock never shows or shows twice: calendars disagree on when that is."""
    starts = series.timing.starts
    if starts is None:
        return
    skipped = {change.of for change in series.changes if change.is_skipped}
    asked = [("starts", one.of, starts) for one in usual if one.of not in skipped]
    asked += [
        ("changes", change.first_date or change.of, change.starts or starts)
        for change in series.changes
        if not change.is_skipped and (change.first_date or change.starts)
    ]
    for field, day, shown in asked:
        if not is_told_by_clock(day, shown, zone):
            message = _(
                "In the night of %(day)s the clocks change, and %(time)s comes twice or not at "
                "all. Choose another time, or leave that day out."
            )
            yield _problem(field, message, day=day, time=shown)
            return


def _of_overlaps(usual: list[Occurrence]) -> Iterator[Problem]:
    for one, following in pairwise(usual):
        if following.starts_at.astimezone(UTC) < one.ends_at.astimezone(UTC):
            message = _(
                "The time of %(day)s is not over when the next one begins. Make it shorter."
            )
            yield _problem("lasts", message, day=one.of)
            return


def _of_changes(series: Series) -> Iterator[Problem]:
    counted = Counter(change.of for change in series.changes)
    if not counted:
        return
    known = set(days(series.rule, series.timing.first_date, max(counted)))
    for day, times in counted.items():
        if day not in known:
            message = _("It does not take place on %(day)s, so nothing can be changed there.")
            yield _problem("changes", message, day=day)
        elif times > 1:
            message = _("%(day)s is changed twice. Keep one of the changes.")
            yield _problem("changes", message, day=day)
    for change in series.changes:
        if change.first_date and not EARLIEST <= change.first_date <= LATEST - LONGEST:
            yield _problem("changes", _("Check the year of this day."))
        if change.starts is not None and series.timing.starts is None:
            message = _("It takes the whole day, so it cannot begin at a time on %(day)s.")
            yield _problem("changes", message, day=change.of)


def _of_moves(changed: list[Occurrence]) -> Iterator[Problem]:
    taken: dict[datetime, Occurrence] = {}
    for one in changed:
        if one.is_cancelled:
            continue
        other = taken.setdefault(one.starts_at.astimezone(UTC), one)
        if other is not one and (one.is_moved or other.is_moved):
            message = _("Two times begin together on %(day)s. Move one of them elsewhere.")
            yield _problem("changes", message, day=one.starts_at.date())
