from dataclasses import replace
from datetime import date, datetime, time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given

from events.recurrence.expansion import days
from events.recurrence.rfc5545 import bare_rule, left_out
from events.recurrence.rule import LAST, Frequency, Pause, Rule, Series, Timing
from tests.events.rules import HORIZON, RIGA, anything, properties, sensible

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
WEEKLY, YEARLY, DATES = Frequency.WEEKLY, Frequency.YEARLY, Frequency.DATES
BY_DATE, BY_WEEKDAY = Frequency.MONTHLY_BY_DATE, Frequency.MONTHLY_BY_WEEKDAY
SUMMER = Pause(date(2027, 6, 1), date(2027, 8, 31))


def series(first="2026-12-01", starts=time(18), **rule):
    return Series(Timing(date.fromisoformat(first), starts), Rule(**rule))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (series(frequency=WEEKLY, count=3), "FREQ=WEEKLY;BYDAY=TU;WKST=MO;UNTIL=20261215T160000Z"),
        (
            series(frequency=WEEKLY, every=2, weekdays=(THU, TUE), until=date(2026, 12, 20)),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=MO;UNTIL=20261217T160000Z",
        ),
        (
            series("2027-06-01", None, frequency=WEEKLY, count=2),
            "FREQ=WEEKLY;BYDAY=TU;WKST=MO;UNTIL=20270608",
        ),
        # In summer the clock stands an hour further from UTC.
        (
            series("2027-03-27", frequency=WEEKLY, count=2),
            "FREQ=WEEKLY;BYDAY=SA;WKST=MO;UNTIL=20270403T150000Z",
        ),
        (
            series("2026-12-07", frequency=BY_WEEKDAY, ordinals=(1, LAST), count=3),
            "FREQ=MONTHLY;BYDAY=1MO,-1MO;UNTIL=20270104T160000Z",
        ),
        (
            series("2026-12-28", frequency=BY_DATE, count=2),
            "FREQ=MONTHLY;BYMONTHDAY=28;UNTIL=20270128T160000Z",
        ),
        (
            series("2026-05-04", frequency=YEARLY, every=2),
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=4;UNTIL=20280504T150000Z",
        ),
        (
            series("2026-12-01", time(1, 59), frequency=WEEKLY, count=1),
            "FREQ=WEEKLY;BYDAY=TU;WKST=MO;UNTIL=20261130T235900Z",
        ),
    ],
)
def test_rules_on_which_programs_agree(said, expected):
    assert bare_rule(said, RIGA, HORIZON) == expected


@pytest.mark.parametrize(
    "said",
    [
        series(),
        series(frequency=DATES, dates=(date(2027, 1, 1),)),
        series("2028-02-29", frequency=YEARLY),
        series("2026-12-29", frequency=BY_DATE),
        series(frequency=BY_DATE, month_days=(1, 31)),
        series("2026-12-07", frequency=BY_WEEKDAY, ordinals=(1, 4, LAST)),
        series(starts=time(2), frequency=WEEKLY),
        series(starts=time(3, 59), frequency=WEEKLY),
        # The first day is none of the rule's, or nothing is left of it.
        series(frequency=WEEKLY, weekdays=(THU,)),
        series(frequency=WEEKLY, count=0),
        # More days in a pause than are ever counted.
        series(
            "1900-01-01",
            frequency=WEEKLY,
            weekdays=tuple(range(7)),
            pauses=(Pause(date(1900, 1, 2), date(2026, 1, 1)),),
        ),
    ],
)
def test_days_that_have_to_be_listed(said):
    assert bare_rule(said, RIGA, HORIZON) is None


def test_what_is_left_out_of_the_rule():
    said = series("2027-05-18", frequency=WEEKLY, count=3, months_off=(9,), pauses=(SUMMER,))
    ours = list(days(said.rule, said.timing.first_date, HORIZON))
    assert ours == [date(2027, 5, 18), date(2027, 5, 25), date(2027, 10, 5)]
    missing = left_out(said, HORIZON)
    assert (missing[0], missing[-1], len(missing)) == (date(2027, 6, 1), date(2027, 9, 28), 18)
    assert left_out(series(frequency=WEEKLY), HORIZON) == []
    assert left_out(series(frequency=WEEKLY, count=0), HORIZON) == []


@properties
@given(sensible((WEEKLY, BY_DATE, BY_WEEKDAY, YEARLY)))
def test_another_reader_of_the_rule_finds_the_same_days(said):
    if said.rule.frequency == BY_DATE:
        said = replace(
            said,
            rule=replace(said.rule, month_days=tuple(d for d in said.rule.month_days if d <= 28)),
        )
    rule = bare_rule(said, RIGA, HORIZON)
    if rule is None:
        return
    begins_at = datetime.combine(said.timing.first_date, said.timing.starts or time(), RIGA)
    if said.timing.starts is None:
        begins_at = begins_at.replace(tzinfo=None)
    read = [moment.date() for moment in rrulestr(rule, dtstart=begins_at)]
    assert sorted(set(read) - set(left_out(said, HORIZON))) == list(
        days(said.rule, said.timing.first_date, HORIZON)
    )
    assert len(set(read)) == len(read)


@properties
@given(anything())
def test_of_nonsense_there_is_a_rule_or_none(said):
    assert bare_rule(said, RIGA, HORIZON) != ""
    left_out(said, HORIZON)
