"""Which days a calendar shows, and what its addresses say."""

from datetime import date

import pytest

from events.calendar.asked import Asked, asked_of, bounds, is_reachable
from events.calendar.periods import View, after, before, monday_of, period_of, weekend_of

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("day", "first", "last", "shown_first", "shown_last"),
    [
        (TODAY, date(2026, 11, 1), date(2026, 11, 30), date(2026, 10, 26), date(2026, 12, 6)),
        (
            date(2028, 2, 29),
            date(2028, 2, 1),
            date(2028, 2, 29),
            date(2028, 1, 31),
            date(2028, 3, 5),
        ),
        (
            date(2027, 2, 1),
            date(2027, 2, 1),
            date(2027, 2, 28),
            date(2027, 2, 1),
            date(2027, 2, 28),
        ),
    ],
)
def test_a_month_is_shown_in_whole_weeks_from_monday(day, first, last, shown_first, shown_last):
    period = period_of(View.MONTH, day)
    assert (period.first, period.last) == (first, last)
    assert period.shown == (shown_first, shown_last)
    assert {len(week) for week in period.weeks} == {7}
    assert {week[0].weekday() for week in period.weeks} == {0}


def test_a_week_goes_over_the_end_of_the_year():
    period = period_of(View.WEEK, date(2027, 1, 1))
    assert period.shown == (date(2026, 12, 28), date(2027, 1, 3))
    assert [len(week) for week in period.weeks] == [7]


def test_a_list_goes_on_for_thirty_days_or_until_its_last():
    assert period_of(View.LIST, TODAY).last == date(2026, 12, 24)
    assert period_of(View.LIST, TODAY, date(2026, 11, 26)).last == date(2026, 11, 26)
    # The wrong way round is as if no last day were said, and years are too long for one page.
    assert period_of(View.LIST, TODAY, date(2026, 11, 1)).last == date(2026, 12, 24)
    assert period_of(View.LIST, TODAY, date(2036, 1, 1)).last == date(2027, 11, 26)


@pytest.mark.parametrize("view", list(View))
def test_periods_follow_each_other_without_a_gap(view):
    period = period_of(view, TODAY)
    following = period_of(view, after(period))
    assert (following.first - period.last).days == 1
    assert period_of(view, before(following)) == period


def test_the_weekend_is_the_one_to_come_or_the_one_that_is():
    weekend = (date(2026, 11, 28), date(2026, 11, 29))
    assert {weekend_of(date(2026, 11, day)) for day in range(23, 30)} == {weekend}
    assert monday_of(TODAY) == date(2026, 11, 23)


def test_an_address_says_what_is_asked_and_is_read_back():
    asked = Asked(
        View.WEEK, TODAY, community="tirza", around=True, kind="talka", whom="families", free=True
    )
    address = asked.address()
    said = dict(pair.split("=") for pair in address[1:].split("&"))
    assert asked_of(said) == asked
    assert asked.is_filtered
    assert Asked().address() == "."
    # Neighbours of nobody are not asked for.
    assert "around" not in Asked(around=True).address()


@pytest.mark.parametrize(
    "day", ["", "vakar", "2026-13-01", "2026-02-30", "0001-01-01", "9999-12-31"]
)
@pytest.mark.parametrize("view", ["", "month", "week", "list", "decade"])
def test_nonsense_in_an_address_shows_a_calendar_all_the_same(day, view):
    asked = asked_of({"day": day, "view": view, "until": day, "community": "'", "kind": "\x00"})
    period = asked.period(TODAY)
    first, last = bounds(TODAY)
    assert period.last >= first
    assert period.first <= last


def test_the_calendar_ends_on_both_sides():
    first, last = bounds(TODAY)
    assert (first, last) == (date(2023, 1, 1), date(2028, 12, 31))
    assert is_reachable(period_of(View.MONTH, last), TODAY)
    assert not is_reachable(period_of(View.MONTH, after(period_of(View.MONTH, last))), TODAY)
    assert not is_reachable(period_of(View.MONTH, before(period_of(View.MONTH, first))), TODAY)
