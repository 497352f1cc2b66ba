"""What takes place in the demo: something of every kind, on whatever day it is built."""

from datetime import date

import pytest
from django.utils import timezone

from demo.events import day_of, set_days, timing_of, told_events
from demo.texts import read
from events.models import EventKind, EventPage, KeptOccurrence
from events.times import problems_of


def pages():
    return EventPage.objects.filter(locale__language_code="lv")


def test_all_events_are_there_in_both_languages(demo):
    for code in ("lv", "en"):
        live = EventPage.objects.live().filter(locale__language_code=code)
        assert live.count() == len(told_events()) == 34


def test_what_is_told_of_them_can_take_place(demo):
    today = timezone.localdate()
    wrong = {page.slug: problems_of(page.series, today) for page in pages()}
    assert {slug: found for slug, found in wrong.items() if found} == {}


def test_something_takes_place_today_and_on_every_day_of_a_week(demo):
    today = timezone.localdate()
    today_or_longer = KeptOccurrence.objects.filter(day__lte=today, last_day__gte=today)
    assert today_or_longer.count() >= 2
    coming = KeptOccurrence.objects.filter(day__gte=today, is_cancelled=False)
    assert {row.day.weekday() for row in coming} == set(range(7))


def test_every_kind_has_an_event_and_every_community_a_workshop(demo):
    assert set(pages().values_list("kind", flat=True)) == set(
        EventKind.objects.values_list("pk", flat=True)
    )
    workshops = pages().filter(kind__slug="darbnica")
    assert len({page.get_parent().pk for page in workshops}) == 14


def test_some_are_cancelled_moved_or_over_with_results(demo):
    statuses = set(pages().exclude(status_reason="").values_list("status", flat=True))
    assert statuses == {"cancelled", "moved"}
    told = pages().filter(results__isnull=False).distinct()
    assert told.count() == 12
    for page in told:
        first = page.occurrences[0]
        assert first.ends_at < timezone.now()
        assert all(row.of is None or row.of < timezone.localdate() for row in page.results.all())


def test_the_first_tuesday_of_the_month_leaves_out_july_and_august(demo):
    page = pages().get(slug="kopienas-tiksanas")
    days = [each.of for each in page.occurrences]
    assert all(day.weekday() == 1 and day.day <= 7 for day in days)
    assert {day.month for day in days} == {*range(1, 13)} - {7, 8}


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 7, 15), date(2028, 2, 29)])
def test_days_follow_from_the_day_on_which_it_is_built(today):
    assert day_of({"days": -3}, today).toordinal() == today.toordinal() - 3
    friday = day_of({"week": 0, "weekday": 4}, today)
    assert friday.weekday() == 4
    assert friday.isocalendar()[:2] == today.isocalendar()[:2]
    assert day_of({"years": -1, "month": 9}, today) == date(today.year - 1, 9, 1)


def test_the_data_names_communities_that_are_there():
    slugs = {community["slug"] for community in read("communities")}
    named = {told["community"] for told in told_events() if "community" in told}
    assert named == slugs
    assert {slug for told in told_events() for slug in told.get("with", ())} <= slugs


@pytest.mark.parametrize("month", range(1, 13))
def test_it_can_be_built_in_every_month(month):
    today = date(2027, month, 9)
    for told in told_events():
        page = EventPage(**timing_of(told))
        set_days(page, told, today)
        days = [each.of for each in page.occurrences]
        past = [day for day in days if day < today]
        assert len(past) >= max([row.get("past", 0) for row in told.get("results", ())], default=0)
        assert problems_of(page.series, today) == []
