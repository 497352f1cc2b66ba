"""The days that a calendar shows: a month, a week or a stretch of a list. Asks nothing."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAYS_OF_LIST = 30
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
SATURDAY = 5


class View(StrEnum):
    """How the calendar is shown; the names are those in addresses."""

    MONTH = "month"
    WEEK = "week"
    LIST = "list"


@dataclass(frozen=True)
class Period:
    """Days from the first to the last; a month is shown in whole weeks, `shown` of them."""

    view: View
    first: date
    last: date

    @property
    def shown(self) -> tuple[date, date]:
        """The first and the last day on the page, those of neighbouring months among them."""
        if self.view == View.MONTH:
            return monday_of(self.first), monday_of(self.last) + WEEK - DAY
        return self.first, self.last

    @property
    def weeks(self) -> list[list[date]]:
        """The days shown, in weeks from Monday."""
        first, last = self.shown
        days = [first + number * DAY for number in range((last - first).days + 1)]
        return [days[start : start + 7] for start in range(0, len(days), 7)]

    def has(self, day: date) -> bool:
        """Whether the day is one of the period itself."""
        return self.first <= day <= self.last


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - day.weekday() * DAY


def period_of(view: View, day: date, until: date | None = None) -> Period:
    """The month or week of the day; a list begins with it and goes on until the last day."""
    if view == View.MONTH:
        days = calendar.monthrange(day.year, day.month)[1]
        return Period(view, day.replace(day=1), day.replace(day=days))
    if view == View.WEEK:
        return Period(view, monday_of(day), monday_of(day) + WEEK - DAY)
    last = until if until and until >= day else day + (DAYS_OF_LIST - 1) * DAY
    return Period(view, day, min(last, day + 366 * DAY))


def after(period: Period) -> date:
    """A day of the next period."""
    return period.last + DAY


def before(period: Period) -> date:
    """A day of the previous period; of a list, the one from which it leads up to this."""
    if period.view == View.LIST:
        return period.first - (period.last - period.first + DAY)
    return period.first - DAY


def weekend_of(today: date) -> tuple[date, date]:
    """The Saturday and Sunday to come, or that are."""
    saturday = monday_of(today) + SATURDAY * DAY
    return saturday, saturday + DAY
