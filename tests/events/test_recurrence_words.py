from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import translation
from hypothesis import given

from events.recurrence.rule import LAST, Change, Frequency, Pause, Rule, Series, Timing
from events.recurrence.words import in_words, next_dates_in_words
from tests.events.rules import HORIZON, RIGA, anything, properties

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
WEEKLY, YEARLY, DATES = Frequency.WEEKLY, Frequency.YEARLY, Frequency.DATES
BY_DATE, BY_WEEKDAY = Frequency.MONTHLY_BY_DATE, Frequency.MONTHLY_BY_WEEKDAY
SIX = time(18)
WEEK = timedelta(days=7)
TUESDAY = date(2026, 12, 1)
MIDSUMMER = date(2027, 6, 24)
SUMMER = Pause(date(2027, 6, 1), date(2027, 8, 31))
WINTER = Pause(date(2027, 12, 20), date(2028, 1, 7))


def series(first="2026-12-01", starts=SIX, **rule):
    return Series(Timing(date.fromisoformat(first), starts), Rule(**rule))


SAID = [
    (series(), "1 December 2026, 18:00", "2026. gada 1. decembrī plkst. 18.00"),
    (series(starts=None), "1 December 2026", "2026. gada 1. decembrī"),
    (series(frequency=WEEKLY), "Every Tuesday, 18:00", "Katru otrdienu plkst. 18.00"),
    (
        series(frequency=WEEKLY, weekdays=(FRI, MON, WED), starts=None),
        "Every Monday, Wednesday and Friday",
        "Katru pirmdienu, trešdienu un piektdienu",
    ),
    (
        series(frequency=WEEKLY, weekdays=tuple(range(7)), starts=time(9, 5)),
        "Every day, 09:05",
        "Katru dienu plkst. 09.05",
    ),
    (
        series(frequency=WEEKLY, every=2, weekdays=(MON, THU)),
        "Every 2 weeks on Mondays and Thursdays, 18:00",
        "Ik pēc 2 nedēļām pirmdienās un ceturtdienās plkst. 18.00",
    ),
    (
        series(frequency=WEEKLY, every=21),
        "Every 21 weeks on Tuesdays, 18:00",
        "Ik pēc 21 nedēļas otrdienās plkst. 18.00",
    ),
    (
        series(frequency=WEEKLY, every=11),
        "Every 11 weeks on Tuesdays, 18:00",
        "Ik pēc 11 nedēļām otrdienās plkst. 18.00",
    ),
    (
        series(frequency=BY_WEEKDAY, months_off=(8, 7)),
        "On the first Tuesday of every month except July and August, 18:00",
        "Katra mēneša pirmajā otrdienā plkst. 18.00, izņemot jūlijā un augustā",
    ),
    (
        series(frequency=BY_WEEKDAY, months_off=(12,), starts=None),
        "On the first Tuesday of every month except December",
        "Katra mēneša pirmajā otrdienā, izņemot decembrī",
    ),
    (
        series(frequency=BY_WEEKDAY, ordinals=(3, 1), weekdays=(MON,), starts=None),
        "On the 1st and 3rd Monday of every month",
        "Katra mēneša 1. un 3. pirmdienā",
    ),
    (
        series(frequency=BY_WEEKDAY, ordinals=(2, LAST), weekdays=(SAT, SUN), starts=None),
        "On the 2nd and last Saturday and Sunday of every month",
        "Katra mēneša 2. un pēdējā sestdienā un svētdienā",
    ),
    (
        series(frequency=BY_WEEKDAY, ordinals=(1,), weekdays=(TUE,), every=12),
        "Every year in December, on the first Tuesday, 18:00",
        "Katru gadu decembrī, mēneša pirmajā otrdienā plkst. 18.00",
    ),
    (
        series(frequency=BY_WEEKDAY, ordinals=(LAST,), weekdays=(FRI,), every=2),
        "Every 2 months on the last Friday, 18:00",
        "Ik pēc 2 mēnešiem, mēneša pēdējā piektdienā plkst. 18.00",
    ),
    (
        series(frequency=BY_DATE, month_days=(22, 1, 11, 12, 13, 23), starts=None),
        "On the 1st, 11th, 12th, 13th, 22nd and 23rd of every month",
        "Katra mēneša 1., 11., 12., 13., 22. un 23. datumā",
    ),
    (
        series(frequency=BY_DATE, month_days=(31,)),
        "On the 31st of every month, 18:00, if the month has that day",
        "Katra mēneša 31. datumā plkst. 18.00, ja mēnesī ir šāds datums",
    ),
    (
        series(frequency=BY_DATE, month_days=(28, 29), starts=None),
        "On the 28th and 29th of every month, if the month has that day",
        "Katra mēneša 28. un 29. datumā, ja mēnesī ir šāds datums",
    ),
    (
        series(frequency=BY_DATE, every=3, month_days=(15,)),
        "Every 3 months on the 15th, 18:00",
        "Ik pēc 3 mēnešiem, mēneša 15. datumā plkst. 18.00",
    ),
    (
        series("2027-05-04", None, frequency=YEARLY),
        "Every year on 4 May",
        "Katru gadu 4. maijā",
    ),
    (
        series("2027-05-04", None, frequency=YEARLY, every=5),
        "Every 5 years on 4 May",
        "Ik pēc 5 gadiem 4. maijā",
    ),
    (
        series("2028-02-29", None, frequency=YEARLY),
        "Every year on 29 February, in leap years only",
        "Katru gadu 29. februārī, tikai garajos gados",
    ),
    (
        series(frequency=WEEKLY, until=date(2027, 5, 31)),
        "Every Tuesday, 18:00, until 31 May 2027",
        "Katru otrdienu plkst. 18.00, līdz 2027. gada 31. maijam",
    ),
    (
        series(frequency=WEEKLY, count=10),
        "Every Tuesday, 18:00, 10 times",
        "Katru otrdienu plkst. 18.00, 10 reizes",
    ),
    (
        series(frequency=WEEKLY, count=21, starts=None),
        "Every Tuesday, 21 times",
        "Katru otrdienu, 21 reizi",
    ),
    (
        series(frequency=WEEKLY, pauses=(SUMMER, WINTER), starts=None),
        "Every Tuesday, with a pause from 1 June to 31 August 2027 "
        "and from 20 December 2027 to 7 January 2028",
        "Katru otrdienu, ar pārtraukumu no 2027. gada 1. jūnija līdz 31. augustam "
        "un no 2027. gada 20. decembra līdz 2028. gada 7. janvārim",
    ),
    (
        series(frequency=WEEKLY, pauses=(Pause(MIDSUMMER, MIDSUMMER),), starts=None),
        "Every Tuesday, with a pause on 24 June 2027",
        "Katru otrdienu, ar pārtraukumu 2027. gada 24. jūnijā",
    ),
    (
        series(frequency=DATES, dates=(date(2027, 1, 9), date(2026, 12, 5))),
        "1 December 2026, 5 December 2026 and 9 January 2027, 18:00",
        "2026. gada 1. decembrī, 2026. gada 5. decembrī un 2027. gada 9. janvārī plkst. 18.00",
    ),
    (
        series(
            "2027-01-01", None, frequency=DATES, dates=tuple(date(2027, m, 1) for m in range(1, 8))
        ),
        "1 January 2027, 1 February 2027, 1 March 2027, 1 April 2027, 1 May 2027 "
        "and on 2 more days",
        "2027. gada 1. janvārī, 2027. gada 1. februārī, 2027. gada 1. martā, 2027. gada 1. aprīlī, "
        "2027. gada 1. maijā un vēl 2 dienās",
    ),
]


@pytest.mark.parametrize(("said", "english", "_latvian"), SAID)
def test_in_english(said, english, _latvian):
    with translation.override("en"):
        assert in_words(said) == english


@pytest.mark.parametrize(("said", "_english", "latvian"), SAID)
def test_in_latvian(said, _english, latvian):
    with translation.override("lv"):
        assert in_words(said) == latvian


def next_dates(said, language="en", after=datetime(2026, 12, 1, 16, tzinfo=UTC), **asked):
    with translation.override(language):
        return next_dates_in_words(said, RIGA, HORIZON, after=after, **asked)


def test_the_next_dates_are_those_that_begin_later():
    said = series(frequency=WEEKLY)
    assert next_dates(said, most=2) == [
        "Tuesday, 8 December 2026, 18:00",
        "Tuesday, 15 December 2026, 18:00",
    ]
    just_before = datetime(2026, 12, 1, 15, 59, tzinfo=UTC)
    assert next_dates(said, after=just_before)[0] == "Tuesday, 1 December 2026, 18:00"
    assert len(next_dates(said)) == 6


def test_the_next_dates_in_latvian():
    before = datetime(2026, 11, 1, tzinfo=UTC)
    assert next_dates(series(), "lv", before) == ["otrdiena, 2026. gada 1. decembris, plkst. 18.00"]
    assert next_dates(series(starts=None), "lv", before) == ["otrdiena, 2026. gada 1. decembris"]


def test_what_is_left_out_is_no_next_date_and_what_is_moved_stands_where_it_is():
    said = Series(
        Timing(TUESDAY, SIX),
        Rule(WEEKLY, count=4),
        (
            Change(TUESDAY + WEEK, is_skipped=True),
            Change(TUESDAY + 2 * WEEK, first_date=date(2026, 12, 17), starts=time(17, 30)),
        ),
    )
    assert next_dates(said) == [
        "Thursday, 17 December 2026, 17:30",
        "Tuesday, 22 December 2026, 18:00",
    ]


@properties
@given(anything())
def test_nonsense_is_said_too(said):
    assert in_words(said)
    next_dates(said)
