"""What is said of when an event takes place: once, again and again, and where one time differs.

Times are those on the clock on the wall, without a zone; `expansion` turns them into instants.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum


class Frequency(StrEnum):
    """How an event comes again."""

    ONCE = "once"
    WEEKLY = "weekly"
    MONTHLY_BY_DATE = "monthly_by_date"
    MONTHLY_BY_WEEKDAY = "monthly_by_weekday"
    YEARLY = "yearly"
    DATES = "dates"


# The last of its kind in the month, as RFC 5545 counts (section 3.3.10).
LAST = -1


@dataclass(frozen=True)
class Pause:
    """Days on which nothing takes place, the first and the last among them."""

    first_date: date
    last_date: date


@dataclass(frozen=True)
class Rule:
    """Which days an event takes place on, beginning with its first day.

    `weekdays` are counted from Monday, 0 to 6; `ordinals` are 1 to 4 and LAST; `month_days` are
    1 to 31; `months_off` are 1 to 12. An empty part means that of the first day. `dates` are
    all further days of an event that comes on a plain list of days. `count` is how many
    times it takes place: days in a pause are not counted.
    """

    frequency: Frequency = Frequency.ONCE
    every: int = 1
    weekdays: tuple[int, ...] = ()
    ordinals: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()
    until: date | None = None
    count: int | None = None
    months_off: tuple[int, ...] = ()
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True)
class Timing:
    """When one time begins and how long it takes; no `starts` is a whole day or several."""

    first_date: date
    starts: time | None = None
    lasts: timedelta = timedelta(hours=1)


@dataclass(frozen=True)
class Change:
    """What differs on one day: left out (`is_skipped`), moved, or another place.

    `of` is the day of the rule that this is about; what is empty stays as usual.
    """

    of: date
    is_skipped: bool = False
    first_date: date | None = None
    starts: time | None = None
    lasts: timedelta | None = None
    place: str = ""
    note: str = ""


@dataclass(frozen=True)
class Occurrence:
    """One time that an event takes place.

    `of` is its day by the rule, which stays its name when it is moved (RECURRENCE-ID); `starts_at`
    and `ends_at` are aware; for whole days they are midnights of the site's zone, the end being the
    midnight after the last day.
    """

    of: date
    starts_at: datetime
    ends_at: datetime
    is_all_day: bool = False
    is_cancelled: bool = False
    is_moved: bool = False
    place: str = ""
    note: str = ""

    @property
    def day(self) -> date:
        """The day on which it begins, in the zone in which it was given."""
        return self.starts_at.date()

    @property
    def last_day(self) -> date:
        """The last day that it touches; what ends at midnight does not touch the day after."""
        last = (self.ends_at - timedelta(microseconds=1)).date()
        return max(self.day, last)


@dataclass(frozen=True)
class Series:
    """All that is said of when an event takes place."""

    timing: Timing
    rule: Rule = Rule()
    changes: tuple[Change, ...] = ()
