from dataclasses import replace
from datetime import date, datetime, time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given

from events.recurrence.expansion import days
from events.recurrence.rfc5545 import bare_rule
from events.recurrence.rule import LAST, Frequency, Rule, Series, Timing
from tests.events.rules import HORIZON, RIGA, anything, properties, sensible

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
WEEKLY, YEARLY, DATES = Frequency.WEEKLY, Frequency.YEARLY, Frequency.DATES
BY_DATE, BY_WEEKDAY = Frequency.MONTHLY_BY_DATE, Frequency.MONTHLY_BY_WEEKDAY


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
    ],
)
def test_days_that_have_to_be_listed(said):
    assert bare_rule(said, RIGA, HORIZON) is None


def takes_place(rule, day):
    in_pause = any(pause.first_date <= day <= pause.last_date for pause in rule.pauses)
    return day.month not in rule.months_off and not in_pause


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
    expected = list(days(said.rule, said.timing.first_date, HORIZON))
    assert [day for day in read if takes_place(said.rule, day)] == expected


@properties
@given(anything())
def test_of_nonsense_there_is_a_rule_or_none(said):
    assert bare_rule(said, RIGA, HORIZON) != ""
