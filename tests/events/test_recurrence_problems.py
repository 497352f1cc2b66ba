from dataclasses import replace
from datetime import UTC, date, time, timedelta
from itertools import pairwise

import pytest
from django.utils import translation
from hypothesis import example, given

from events.recurrence.expansion import begins, is_told_by_clock, occurrences
from events.recurrence.problems import nearest_day, problems
from events.recurrence.rule import Change, Frequency, Pause, Rule, Series, Timing
from tests.events.rules import ANY_DAYS, ANY_RULES, HORIZON, RIGA, anything, properties, sensible

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
TUESDAY = date(2026, 12, 1)
USUAL = Series(Timing(TUESDAY, time(18)), Rule(Frequency.WEEKLY, count=4))
WHOLE_DAY = replace(USUAL, timing=Timing(TUESDAY))
MONTHLY = Rule(Frequency.MONTHLY_BY_DATE)
LIST = Rule(Frequency.DATES)
WEEK = timedelta(days=7)


def series(first="2026-12-01", starts="18:00", hours=1, **rule):
    starts = starts and time.fromisoformat(starts)
    timing = Timing(date.fromisoformat(first), starts, timedelta(hours=hours))
    return Series(timing, Rule(**{"frequency": Frequency.WEEKLY} | rule))


def changed(*changes, said=USUAL):
    return replace(said, changes=changes)


def found(said):
    with translation.override("en"):
        return [(one.field, str(one.message)) for one in problems(said, RIGA, HORIZON)]


@pytest.mark.parametrize(
    "said",
    [
        USUAL,
        WHOLE_DAY,
        Series(Timing(date(2028, 2, 29), time(18)), Rule(Frequency.YEARLY)),
        Series(Timing(date(2026, 12, 31), time(18)), MONTHLY),
        series(until=TUESDAY),
        series(count=366),
        series(every=52),
        series(hours=7 * 24),
        series(hours=60 * 24, count=1),
        series(pauses=(Pause(TUESDAY + WEEK, TUESDAY + 2 * WEEK),) * 2),
        series(frequency=Frequency.DATES, dates=(TUESDAY + WEEK,) * 2),
        # The hour before the clocks change, and the hour that stays in the night of a change.
        series("2027-03-28", "02:59", count=1),
        series("2027-03-28", "04:00", count=1),
        changed(Change(TUESDAY, is_skipped=True)),
        changed(Change(TUESDAY, first_date=TUESDAY + timedelta(days=1), starts=time(17))),
        changed(
            Change(date(2027, 3, 28), is_skipped=True), said=series("2027-03-21", "03:30", count=3)
        ),
        # One begins where another, now left out, would have begun.
        changed(Change(TUESDAY, is_skipped=True), Change(TUESDAY + WEEK, first_date=TUESDAY)),
    ],
)
def test_nothing_is_wrong_with(said):
    assert found(said) == []


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        (series("1899-12-31"), "first_date", "Check the year of this day."),
        (series(hours=0), "lasts", "The end comes before the beginning"),
        (series(hours=60 * 24 + 1, count=1), "lasts", "longer than 60 days"),
        (series(every=0), "every", "from 1 to 52"),
        (series(every=53), "every", "from 1 to 52"),
        (series(count=0), "count", "from 1 to 366"),
        (series(count=367), "count", "from 1 to 366"),
        (series(weekdays=(TUE, 7)), "weekdays", "Choose from the list."),
        (series(ordinals=(5,)), "ordinals", "Choose from the list."),
        (series(month_days=(0,)), "month_days", "Choose from the list."),
        (series(months_off=(13,)), "months_off", "Choose from the list."),
        (series(months_off=tuple(range(1, 13))), "months_off", "No month is left"),
        (series(until=date(2026, 11, 30)), "until", "before the first day"),
        (series(until=date(2027, 1, 1), count=2), "count", "not both"),
        (
            series(pauses=(Pause(date(2027, 8, 31), date(2027, 6, 1)),)),
            "pauses",
            "The pause that begins on 31 August 2027 ends before",
        ),
        (
            series(frequency=Frequency.DATES, dates=(TUESDAY - WEEK,)),
            "dates",
            "24 November 2026 is before the first day",
        ),
        (
            series(
                frequency=Frequency.DATES,
                dates=tuple(TUESDAY + timedelta(days=number) for number in range(367)),
            ),
            "dates",
            "more than 366 days",
        ),
        (series(weekdays=(THU,)), "first_date", "The next day that fits is 3 December 2026."),
        (
            series(frequency=Frequency.MONTHLY_BY_DATE, month_days=(31,)),
            "first_date",
            "31 December 2026.",
        ),
        (series(months_off=(12,)), "first_date", "5 January 2027."),
        (
            series(pauses=(Pause(TUESDAY, date(2027, 1, 31)),)),
            "first_date",
            "2 February 2027.",
        ),
        (
            series(pauses=(Pause(TUESDAY, date(2099, 1, 1)),)),
            "first_date",
            "Nothing is left",
        ),
        (
            series("2026-10-18", "03:30"),
            "starts",
            "In the night of 25 October 2026 the clocks change, and 03:30 comes twice",
        ),
        (series("2027-03-21", "03:00"), "starts", "28 March 2027"),
        (series("2027-10-31", "03:59", count=1), "starts", "31 October 2027"),
        (series("2028-03-26", "03:00", count=1), "starts", "26 March 2028"),
        (
            changed(
                Change(TUESDAY, first_date=date(2027, 3, 28), starts=time(3)),
            ),
            "changes",
            "28 March 2027",
        ),
        (
            series(weekdays=(MON, TUE), hours=30),
            "lasts",
            "The time of 7 December 2026 is not over",
        ),
        (
            changed(Change(date(2026, 12, 2), is_skipped=True)),
            "changes",
            "does not take place on 2 December 2026",
        ),
        (
            changed(Change(TUESDAY, is_skipped=True), Change(TUESDAY, place="Tirza")),
            "changes",
            "1 December 2026 is changed twice",
        ),
        (
            changed(Change(TUESDAY, first_date=TUESDAY + WEEK)),
            "changes",
            "Two times begin together on 8 December 2026",
        ),
        (changed(Change(TUESDAY, lasts=timedelta(0))), "changes", "before the beginning"),
        (changed(Change(TUESDAY, first_date=date(2999, 1, 1))), "changes", "Check the year"),
        (
            changed(Change(TUESDAY, starts=time(9)), said=WHOLE_DAY),
            "changes",
            "It takes the whole day",
        ),
    ],
)
def test_it_is_said_what_is_wrong_and_where(said, field, words):
    [(where, message)] = found(said)
    assert where == field
    assert words in message


def test_times_are_said_in_the_language_of_whoever_reads_them():
    with translation.override("lv"):
        [one] = problems(series(weekdays=(THU,)), RIGA, HORIZON)
    with translation.override("en"):
        assert "3 December 2026" in str(one.message)


def test_29_february_is_waited_for():
    rule = Rule(Frequency.MONTHLY_BY_DATE, month_days=(29,), months_off=(1, *range(3, 13)))
    assert nearest_day(rule, date(2026, 12, 1)) == date(2028, 2, 29)


@properties
@given(ANY_RULES, ANY_DAYS)
@example(Rule(), date.max)
def test_the_nearest_day_is_one_to_begin_with(rule, day):
    nearest = nearest_day(rule, day)
    assert nearest is None or (nearest >= day and begins(rule, nearest))


@properties
@given(anything())
def test_of_nonsense_it_is_said_what_is_wrong(said):
    for one in problems(said, RIGA, HORIZON):
        assert str(one.message)


@properties
@given(sensible() | anything())
def test_what_passes_has_times_that_every_calendar_agrees_on(said):
    if problems(said, RIGA, HORIZON):
        return
    kept = [one for one in occurrences(said, RIGA, HORIZON) if not one.is_cancelled]
    assert begins(said.rule, said.timing.first_date)
    assert len({one.starts_at.astimezone(UTC) for one in kept}) == len(kept)
    if said.timing.starts is not None:
        assert all(is_told_by_clock(one.of, said.timing.starts, RIGA) for one in kept)
    for one, following in pairwise(occurrences(replace(said, changes=()), RIGA, HORIZON)):
        assert one.ends_at.astimezone(UTC) <= following.starts_at.astimezone(UTC)
