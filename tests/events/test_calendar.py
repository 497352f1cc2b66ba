"""The calendar on the site: what stands on which day, for whom, and at what cost."""

from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from core.models import Audience
from events.calendar.listing import PER_DAY
from events.models import EventPage, KeptOccurrence
from tests import world
from tests.events import making
from tests.events.signing import come
from tests.growth import add_copies, assert_same_queries

NOW = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
TODAY = NOW.date()
CALENDAR = "/lv/kalendars/"


def build(site):
    """Two communities, an event of each, one of the whole municipality and one of leaders."""
    site.tirza = world.community(site.index, "Tirza", slug="tirza")
    site.ranka = world.community(site.index, "Ranka", slug="ranka", neighbours=[site.tirza])
    site.calendar = making.calendar(site)
    # Whole days, so that they are still to come at whatever hour this runs.
    whole = {"starts": None, "ends": None}
    site.talka = making.event(site.tirza, "Talka pie upes", TODAY, for_whom="families", **whole)
    kind = making.kind("kursi")
    site.pulks = making.event(site.ranka, "Lasītāju pulks", TODAY, kind=kind, **whole)
    site.svetki = making.event(
        site.calendar, "Novada svētki", TODAY, starts=None, ends=None, communities=[site.ranka]
    )
    site.room = making.event(site.calendar, "Līderu vakars", TODAY, audience=Audience.LEADERS)


def shown(address: str, user=None) -> set[str]:
    """The titles of the events that the calendar shows there."""
    browser = Client()
    if user:
        browser.force_login(user)
    answer = browser.get(address)
    assert answer.status_code == 200
    titles = EventPage.objects.values_list("title", flat=True).distinct()
    words = answer.content.decode()
    return {title for title in titles if f'event-row__title">{title}<' in words}


@pytest.mark.parametrize(
    "view", ["", "?view=week", "?view=list", f"?view=list&day={TODAY}&until={TODAY}"]
)
def test_what_is_on_today_stands_there(site, view):
    assert shown(CALENDAR + view) == {"Talka pie upes", "Lasītāju pulks", "Novada svētki"}


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("community=tirza", {"Talka pie upes"}),
        ("community=ranka", {"Lasītāju pulks", "Novada svētki"}),
        ("community=tirza&around=1", {"Talka pie upes", "Lasītāju pulks", "Novada svētki"}),
        ("kind=kursi", {"Lasītāju pulks"}),
        ("whom=families", {"Talka pie upes"}),
        ("whom=families&kind=kursi", set()),
        ("community=nekur", set()),
        ("kind=nekas", set()),
        (f"day={TODAY + timedelta(days=70)}", set()),
    ],
)
def test_filters_leave_what_is_asked_for(site, query, titles):
    assert shown(f"{CALENDAR}?{query}") == titles


def test_a_page_that_goes_while_the_calendar_is_made_moves_no_other(site):
    days = [TODAY + timedelta(days=number) for number in (1, 2)]
    first, second = (making.event(site.calendar, f"Balle {day}", day) for day in days)
    is_gone = []

    def takes_away(execute, sql, *arguments):
        answer = execute(sql, *arguments)
        if "UNION ALL" in sql and "keptoccurrence" in sql and not is_gone:
            is_gone.append(sql)
            EventPage.objects.filter(pk=first.pk).update(translation_key=uuid4())
        return answer

    with connection.execute_wrapper(takes_away):
        page = Client().get(f"{CALENDAR}?view=list&day={days[0]}&until={days[1]}")
    [day] = page.context["days"]
    assert (day.date, second.title in day.rows[0]) == (days[1], True)


def test_only_what_has_free_seats_is_left_when_asked_for(site):
    assert shown(f"{CALENDAR}?free=1") == set()
    tomorrow = TODAY + timedelta(days=1)
    address = f"{CALENDAR}?free=1&view=list&day={tomorrow}"
    fields = {"takes_sign_ups": True, "capacity": 2}
    trip = making.event(site.calendar, "Brauciens", tomorrow, **fields)
    circle = making.event(
        site.calendar, "Pulks", tomorrow, repeats="weekly", signs_up_for="each", **fields
    )
    making.event(
        site.calendar,
        "Slēgts",
        tomorrow,
        sign_up_closes_at=timezone.now() - timedelta(hours=1),
        **fields,
    )
    assert shown(address) == {"Brauciens", "Pulks"}
    come(trip, "anna", 2, now=NOW)
    come(circle, "anita", 2, of=tomorrow, now=NOW)
    assert shown(address) == {"Pulks"}
    # Of the circle the first time is full, and the next is not.
    assert shown(f"{address}&until={tomorrow}") == set()


def test_leaders_see_theirs_and_nobody_else(site, people):
    leader = world.leader(site.tirza)
    assert "Līderu vakars" in shown(CALENDAR, leader)
    assert "Līderu vakars" not in shown(CALENDAR, people.resident)


def test_an_event_that_is_not_in_english_is_not_in_the_english_calendar(site):
    assert shown("/en/calendar/") == set()
    world.translated(site.tirza)
    world.translated(site.talka)
    assert shown("/en/calendar/") == {"TALKA PIE UPES"}


def test_a_page_taken_off_the_site_is_gone_and_comes_back(site):
    site.talka.unpublish()
    assert "Talka pie upes" not in shown(CALENDAR)
    site.talka.save_revision().publish()
    assert "Talka pie upes" in shown(CALENDAR)


def test_several_days_are_shown_on_each_of_them_and_from_the_edge_of_the_page(site):
    first = TODAY - timedelta(days=40)
    making.event(site.calendar, "Plenērs", first, last_date=TODAY, starts=None, ends=None)
    answer = Client().get(f"{CALENDAR}?view=week").content.decode()
    days = TODAY.weekday() + 1
    assert answer.count('event-row__title">Plenērs<') == days


def test_a_full_day_leads_to_the_others(site):
    for number in range(PER_DAY):
        making.event(site.calendar, f"Sarīkojums {number}", TODAY, starts=time(8), ends=time(9))
    assert len(shown(CALENDAR)) == PER_DAY
    answer = Client().get(CALENDAR).content.decode()
    assert f"view=list&amp;day={TODAY}&amp;until={TODAY}" in answer
    assert len(shown(f"{CALENDAR}?view=list&day={TODAY}&until={TODAY}")) == PER_DAY + 3


def test_it_names_the_calendars_to_follow(site):
    answer = Client().get(f"{CALENDAR}?community=tirza&kind=talka").content.decode()
    for path in ("calendar.ics", "kopiena/tirza.ics", "veids/talka.ics"):
        assert f"/lv/kalendars/{path}</a>" in answer


def test_robots_are_not_led_for_ever(site):
    answer = Client().get(f"{CALENDAR}?day={TODAY.year + 2}-12-31").content.decode()
    assert 'rel="next' not in answer
    assert 'rel="prev' in answer
    assert Client().get(f"{CALENDAR}?day=2100-01-01").status_code == 200


def test_a_community_tells_what_is_on(site):
    answer = Client().get(site.ranka.url_path).content.decode()
    assert "Lasītāju pulks" in answer
    assert "Novada svētki" in answer
    assert "Talka pie upes" not in answer
    assert "community=ranka" in answer


def test_the_front_page_tells_what_is_on_each_event_once(site):
    making.event(
        site.tirza, "Mēģinājums", TODAY + timedelta(days=1), starts=time(18), repeats="weekly"
    )
    answer = Client().get("/lv/").content.decode()
    assert answer.count('event-row__title">Mēģinājums<') == 1
    assert "Līderu vakars" not in answer


def test_it_asks_no_more_for_twenty_than_for_ten(site):
    def grow():
        add_copies(site.talka, 10)
        copies = EventPage.objects.filter(title__startswith="Talka")
        keys = copies.values_list("translation_key")
        row = KeptOccurrence.objects.get(event_key=site.talka.translation_key)
        for (key,) in keys.exclude(translation_key=row.event_key).order_by().distinct():
            row.pk, row.event_key = None, key
            row.save(force_insert=True)

    addresses = [CALENDAR, f"{CALENDAR}?view=list", f"{CALENDAR}?community=tirza", "/lv/"]
    assert_same_queries(addresses, grow)
    assert len(KeptOccurrence.objects.filter(day=TODAY)) == 14
