"""What takes place in the demo, on whatever day it is built; `test_build` looks at the pages."""

from datetime import date

import pytest

from demo.events import day_of, set_days, timing_of, told_events
from demo.texts import read
from events.models import EventPage
from events.times import problems_of


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
def test_it_can_be_built_in_every_month(month, db):
    today = date(2027, month, 9)
    for told in told_events():
        page = EventPage(**timing_of(told))
        set_days(page, told, today)
        days = [each.of for each in page.occurrences]
        past = [day for day in days if day < today]
        assert len(past) >= max([row.get("past", 0) for row in told.get("results", ())], default=0)
        assert problems_of(page.series, today) == []
