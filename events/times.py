"""Which times of an event the site knows of, and what is wrong with what was said of them."""

from datetime import date, datetime

from django.utils import timezone

from events.recurrence import expansion, problems, words
from events.recurrence.rule import Occurrence, Series

# The calendar reaches to the end of the second year after this one.
YEARS_AHEAD = 2


def horizon_of(today: date) -> date:
    """The last day that the calendar knows of."""
    return date(today.year + YEARS_AHEAD, 12, 31)


def occurrences_of(series: Series, today: date) -> list[Occurrence]:
    """All times up to the horizon, the earliest first; of what begins later, its first year."""
    return expansion.occurrences(series, timezone.get_default_timezone(), _reach(series, today))


def problems_of(series: Series, today: date) -> list[problems.Problem]:
    """What is wrong with it, each with the field that it is about; empty for nothing."""
    return problems.problems(series, timezone.get_default_timezone(), _reach(series, today))


def coming_in_words(series: Series, now: datetime) -> list[str]:
    """The next six times that begin after `now`, each with its weekday and its hour."""
    horizon = _reach(series, timezone.localdate(now))
    zone = timezone.get_default_timezone()
    return words.next_dates_in_words(series, zone, horizon, after=now)


def _reach(series: Series, today: date) -> date:
    first = series.timing.first_date
    return max(horizon_of(today), horizon_of(first) if first > horizon_of(today) else first)
