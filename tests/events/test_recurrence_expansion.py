from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from events.recurrence.expansion import (
    LATEST,
    MOST_OCCURRENCES,
    begins,
    completed,
    days,
    is_told_by_clock,
    occurrences,
)
from events.recurrence.rule import LAST, Change, Frequency, Pause, Rule, Series, Timing
from tests.events.rules import ANY_DAYS, HORIZON, RIGA, anything, properties, sensible

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
WEEKLY, BY_DATE = Frequency.WEEKLY, Frequency.MONTHLY_BY_DATE
BY_WEEKDAY, YEARLY, DATES = Frequency.MONTHLY_BY_WEEKDAY, Frequency.YEARLY, Frequency.DATES
TO_THE_END_OF_TIME = Series(
    Timing(date(2026, 12, 1), time(18), timedelta(days=60)),
    changes=(Change(date(2026, 12, 1), first_date=date.max),),
)
SUMMER = Pause(date(2027, 6, 1), date(2027, 8, 31))


def written(rule, first, last=HORIZON):
    return [f"{day:%y-%m-%d}" for day in days(rule, date.fromisoformat(first), last)]


def series(first, starts, rule=None, changes=(), lasts=timedelta(hours=2)):
    timing = Timing(date.fromisoformat(first), starts, lasts)
    return Series(timing, rule or Rule(), tuple(changes))


def instants(said, last=HORIZON):
    return [
        f"{one.starts_at.astimezone(UTC):%y-%m-%d %H:%M}" for one in occurrences(said, RIGA, last)
    ]


@pytest.mark.parametrize(
    ("rule", "first", "expected"),
    [
        (Rule(), "2026-12-01", ["26-12-01"]),
        (Rule(WEEKLY, count=3), "2026-12-22", ["26-12-22", "26-12-29", "27-01-05"]),
        (
            Rule(WEEKLY, every=2, weekdays=(MON, THU), count=4),
            "2026-12-03",
            ["26-12-03", "26-12-14", "26-12-17", "26-12-28"],
        ),
        (
            Rule(BY_WEEKDAY, ordinals=(1,), weekdays=(TUE,), count=3),
            "2026-11-03",
            ["26-11-03", "26-12-01", "27-01-05"],
        ),
        (
            Rule(BY_WEEKDAY, ordinals=(1, 3), weekdays=(MON,), count=4),
            "2026-12-07",
            ["26-12-07", "26-12-21", "27-01-04", "27-01-18"],
        ),
        (
            Rule(BY_WEEKDAY, ordinals=(LAST,), weekdays=(FRI,), count=3),
            "2026-10-30",
            ["26-10-30", "26-11-27", "26-12-25"],
        ),
        (Rule(BY_WEEKDAY, count=3), "2026-12-30", ["26-12-30", "27-01-27", "27-02-24"]),
        # February 2027 has four Mondays: the last one is the fourth and comes once.
        (
            Rule(BY_WEEKDAY, ordinals=(4, LAST), weekdays=(MON,), count=4),
            "2027-01-25",
            ["27-01-25", "27-02-22", "27-03-22", "27-03-29"],
        ),
        (Rule(BY_DATE, count=4), "2026-12-31", ["26-12-31", "27-01-31", "27-03-31", "27-05-31"]),
        (
            Rule(BY_DATE, month_days=(29,), count=3),
            "2028-01-29",
            ["28-01-29", "28-02-29", "28-03-29"],
        ),
        (Rule(BY_DATE, every=3, count=3), "2026-11-15", ["26-11-15", "27-02-15", "27-05-15"]),
        (Rule(YEARLY, count=2), "2026-05-04", ["26-05-04", "27-05-04"]),
        (
            Rule(DATES, dates=(date(2027, 1, 9), date(2026, 12, 5), date(2027, 1, 9))),
            "2026-12-01",
            ["26-12-01", "26-12-05", "27-01-09"],
        ),
        (
            Rule(BY_DATE, until=date(2027, 3, 31), months_off=(1, 2)),
            "2026-12-31",
            ["26-12-31", "27-03-31"],
        ),
        (
            Rule(BY_DATE, count=3, pauses=(SUMMER,)),
            "2027-05-10",
            ["27-05-10", "27-09-10", "27-10-10"],
        ),
        (
            Rule(WEEKLY, every=2, pauses=(SUMMER,), count=3),
            "2027-05-24",
            ["27-05-24", "27-09-13", "27-09-27"],
        ),
    ],
)
def test_the_days_of_a_rule(rule, first, expected):
    assert written(rule, first) == expected


def test_29_february_waits_for_the_next_leap_year():
    rule = Rule(YEARLY)
    assert written(rule, "2028-02-29", date(2040, 1, 1)) == ["28-02-29", "32-02-29", "36-02-29"]


def test_the_horizon_is_the_last_day_that_counts():
    assert written(Rule(WEEKLY), "2026-12-01", date(2026, 12, 15))[-1] == "26-12-15"
    assert written(Rule(WEEKLY), "2026-12-01", date(2026, 12, 14))[-1] == "26-12-08"
    assert written(Rule(WEEKLY), "2026-12-01", date(2026, 11, 30)) == []


def test_what_begins_before_all_calendars_takes_no_place():
    assert written(Rule(WEEKLY), "1899-12-31") == []
    assert len(written(Rule(WEEKLY, count=2), "1900-01-01")) == 2


def test_a_rule_may_not_fit_its_first_day():
    rule = Rule(WEEKLY, weekdays=(THU,))
    assert not begins(rule, date(2026, 12, 1))
    assert begins(rule, date(2026, 12, 3))


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        # Both changes to winter time and both to summer time that the calendar reaches.
        ("2026-10-18", ["26-10-18 15:00", "26-10-25 16:00", "26-11-01 16:00"]),
        ("2027-03-21", ["27-03-21 16:00", "27-03-28 15:00", "27-04-04 15:00"]),
        ("2027-10-24", ["27-10-24 15:00", "27-10-31 16:00", "27-11-07 16:00"]),
        ("2028-03-19", ["28-03-19 16:00", "28-03-26 15:00", "28-04-02 15:00"]),
    ],
)
def test_the_clock_on_the_wall_says_the_same_all_year(first, expected):
    assert instants(series(first, time(18), Rule(WEEKLY, count=3))) == expected


def test_a_night_ends_by_the_clock_when_the_clocks_change():
    night = series("2026-10-24", time(22), lasts=timedelta(hours=8))
    [one] = occurrences(night, RIGA, HORIZON)
    assert one.ends_at.strftime("%d. %H:%M") == "25. 06:00"
    assert one.ends_at.astimezone(UTC) - one.starts_at.astimezone(UTC) == timedelta(hours=9)


@pytest.mark.parametrize(
    ("day", "at", "expected"),
    [
        ("2027-03-28", time(2, 59), True),
        ("2027-03-28", time(3, 0), False),
        ("2027-03-28", time(3, 59), False),
        ("2027-03-28", time(4, 0), True),
        ("2026-10-25", time(2, 59), True),
        ("2026-10-25", time(3, 30), False),
        ("2026-10-25", time(4, 0), True),
        ("2026-10-26", time(3, 30), True),
    ],
)
def test_it_is_known_which_times_a_clock_does_not_tell(day, at, expected):
    assert is_told_by_clock(date.fromisoformat(day), at, RIGA) is expected


def test_what_the_clock_leaps_over_or_shows_twice_still_has_an_instant():
    leapt = series("2027-03-28", time(3, 30))
    assert instants(leapt) == ["27-03-28 01:30"]
    assert occurrences(leapt, RIGA, HORIZON)[0].starts_at.time() == time(4, 30)
    assert instants(series("2026-10-25", time(3, 30))) == ["26-10-25 00:30"]


def test_whole_days_are_midnights_of_the_zone():
    said = series("2026-10-24", None, lasts=timedelta(days=2))
    [one] = occurrences(said, RIGA, HORIZON)
    assert one.is_all_day
    assert one.starts_at == datetime(2026, 10, 24, tzinfo=RIGA)
    assert one.ends_at == datetime(2026, 10, 26, tzinfo=RIGA)


def test_what_is_left_out_stays_as_cancelled():
    rule = Rule(WEEKLY, count=3)
    skipped = Change(date(2026, 12, 8), is_skipped=True, starts=time(9), note="Svētki")
    found = occurrences(series("2026-12-01", time(18), rule, [skipped]), RIGA, HORIZON)
    assert [one.is_cancelled for one in found] == [False, True, False]
    assert found[1].note == "Svētki"
    assert not found[1].is_moved
    assert found[1].starts_at == datetime(2026, 12, 8, 18, tzinfo=RIGA)


def test_what_is_moved_keeps_the_name_of_its_day_and_stands_where_it_is_now():
    moved = Change(
        date(2026, 12, 8), first_date=date(2026, 12, 16), starts=time(17), lasts=timedelta(hours=3)
    )
    said = series("2026-12-01", time(18), Rule(WEEKLY, count=3), [moved])
    found = occurrences(said, RIGA, HORIZON)
    assert [one.of.day for one in found] == [1, 15, 8]
    assert [one.is_moved for one in found] == [False, False, True]
    assert found[2].starts_at == datetime(2026, 12, 16, 17, tzinfo=RIGA)
    assert found[2].ends_at == datetime(2026, 12, 16, 20, tzinfo=RIGA)


@pytest.mark.parametrize("change", [{"first_date": date(2026, 12, 2)}, {"starts": time(17, 30)}])
def test_another_day_or_another_hour_is_a_move(change):
    said = series("2026-12-01", time(18), changes=[Change(date(2026, 12, 1), **change)])
    [one] = occurrences(said, RIGA, HORIZON)
    assert one.is_moved


def test_another_place_is_no_move():
    there = Change(date(2026, 12, 1), place="Tirzas kultūras nams")
    [one] = occurrences(series("2026-12-01", time(18), changes=[there]), RIGA, HORIZON)
    assert (one.place, one.is_moved) == ("Tirzas kultūras nams", False)


def test_a_change_of_another_day_changes_nothing():
    said = series("2026-12-01", time(18))
    other = series("2026-12-01", time(18), changes=[Change(date(2026, 12, 2), is_skipped=True)])
    assert occurrences(other, RIGA, HORIZON) == occurrences(said, RIGA, HORIZON)


def test_an_endless_rule_ends_at_a_fixed_number():
    every_day = series("2026-01-01", time(18), Rule(WEEKLY, weekdays=tuple(range(7))))
    assert len(occurrences(every_day, RIGA, date.max)) == MOST_OCCURRENCES


@properties
@given(sensible())
def test_times_are_sorted_their_days_named_once_and_within_the_horizon(said):
    found = occurrences(said, RIGA, HORIZON)
    instants = [one.starts_at.astimezone(UTC) for one in found]
    assert instants == sorted(instants)
    assert len({one.of for one in found}) == len(found)
    assert all(said.timing.first_date <= one.of <= HORIZON for one in found)


@properties
@given(sensible())
def test_none_drifts(said):
    for one in occurrences(said, RIGA, HORIZON):
        assert one.starts_at.date() == one.of
        assert one.starts_at.time() == (said.timing.starts or time())
        assert one.ends_at.astimezone(UTC) > one.starts_at.astimezone(UTC)


@properties
@given(sensible())
def test_each_is_what_the_rule_says(said):
    rule = completed(said.rule, said.timing.first_date)
    for one in occurrences(said, RIGA, HORIZON):
        assert one.of.month not in rule.months_off
        assert not any(pause.first_date <= one.of <= pause.last_date for pause in rule.pauses)
        assert rule.until is None or one.of <= rule.until
        if rule.frequency in (WEEKLY, BY_WEEKDAY):
            assert one.of.weekday() in rule.weekdays
        if rule.frequency == BY_DATE:
            assert one.of.day in rule.month_days


@properties
@given(sensible((WEEKLY, BY_DATE, BY_WEEKDAY)), st.integers(1, 20))
def test_so_many_times_as_were_asked_for(said, count):
    rule = replace(said.rule, until=None, count=count)
    assert len(list(days(rule, said.timing.first_date, LATEST))) == count


@properties
@given(anything(), ANY_DAYS)
@example(series("9999-12-31", time(23, 59), Rule(WEEKLY)), date.max)
@example(series("0001-01-01", time(), Rule(BY_DATE)), date.max)
@example(TO_THE_END_OF_TIME, HORIZON)
def test_of_nonsense_there_is_an_end_too(said, horizon):
    found = occurrences(said, RIGA, horizon)
    assert len(found) <= MOST_OCCURRENCES
    assert all(one.of <= horizon for one in found)
    assert all(one.ends_at.astimezone(UTC) > one.starts_at.astimezone(UTC) for one in found)


@properties
@given(st.dates(date(1900, 1, 1), LATEST), st.times())
def test_every_day_has_an_instant(day, starts):
    [one] = occurrences(Series(Timing(day, starts)), RIGA, LATEST)
    if is_told_by_clock(day, starts, RIGA):
        assert one.starts_at.replace(tzinfo=None) == datetime.combine(day, starts)
