"""The map of the calendar: how many events take place in which community, and where it leads."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from core.models import Audience
from events.models import EventPage, KeptOccurrence, OutsideCalendar, OutsideEvent
from tests import world
from tests.events import making
from tests.growth import add_copies, assert_same_queries

TODAY = timezone.localdate()
WHOLE = {"starts": None, "ends": None}
# A list of these days holds everything that the tests make.
DAYS = f"view=list&day={TODAY}&until={TODAY + timedelta(days=20)}"
CALENDAR = f"/lv/kalendars/?{DAYS}"


def build(site):
    """Three communities: an event that comes every week, one of two communities, one of all."""
    site.tirza = world.community(site.index, "Tirza", slug="tirza", **degrees("57.1", "26.4"))
    site.ranka = world.community(site.index, "Ranka", slug="ranka", **degrees("57.2", "26.1"))
    site.druva = world.community(site.index, "Druviena", slug="druva")
    site.circle = making.event(site.tirza, "Pulks", TODAY, repeats="weekly", **WHOLE)
    site.fair = making.event(
        site.tirza, "Tirgus", TODAY, communities=[site.ranka], for_whom="families", **WHOLE
    )
    calendar = making.calendar(site)
    making.event(calendar, "Novada svētki", TODAY, communities=[site.ranka], **WHOLE)
    making.event(site.ranka, "Atcelts", TODAY, status="cancelled", status_reason="Lietus", **WHOLE)
    making.event(site.ranka, "Tālāk", TODAY + timedelta(days=21), **WHOLE)
    making.event(site.ranka, "Līderu vakars", TODAY, audience=Audience.LEADERS, **WHOLE)


def degrees(latitude: str, longitude: str) -> dict:
    return {"latitude": Decimal(latitude), "longitude": Decimal(longitude)}


def words(address=CALENDAR, user=None) -> str:
    browser = Client()
    if user:
        browser.force_login(user)
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def listed(address=CALENDAR, user=None) -> dict[str, int]:
    """The numbers of the list beside the map, by the names of the communities."""
    rows = re.search(r'<ul class="names">(.*?)</ul>', words(address, user), re.S)[1]
    found = re.findall(r">([^<]+)</a> <(?:strong|span class=\"muted\")>([^<]+)<", rows)
    return {name: int(said.split()[0]) if said[0].isdigit() else 0 for name, said in found}


def of_all() -> int:
    """How many events are of the whole municipality."""
    return int(re.search(r'<p class="calendar__all">\D*(\d+)', words())[1])


def drawn(address=CALENDAR) -> dict[str, str]:
    """What stands on the map beside the names."""
    found = re.findall(r'>(\w+)<tspan class="map__number">([^<]*)<', words(address))
    return {name: number.strip() for name, number in found}


def test_each_community_has_the_number_of_its_events(site):
    # What comes every week counts once, what several organise counts at each of them.
    assert listed() == {"Druviena": 0, "Ranka": 2, "Tirza": 2}
    assert drawn() == {"Ranka": "2", "Tirza": "2"}
    assert of_all() == 1


def test_leaders_have_theirs_counted(site):
    assert listed(user=world.leader(site.tirza))["Ranka"] == 3


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("kind=kursi", {"Druviena": 0, "Ranka": 0, "Tirza": 0}),
        ("whom=families", {"Druviena": 0, "Ranka": 1, "Tirza": 1}),
        ("free=1", {"Druviena": 0, "Ranka": 0, "Tirza": 0}),
        # A community that is asked for does not hide how much is on in the others.
        ("community=ranka", {"Druviena": 0, "Ranka": 2, "Tirza": 2}),
        ("community=ranka&around=1&whom=families", {"Druviena": 0, "Ranka": 1, "Tirza": 1}),
    ],
)
def test_filters_are_respected(site, query, numbers):
    assert listed(f"{CALENDAR}&{query}") == numbers


def test_what_has_free_seats_is_counted_when_asked_for(site):
    making.event(
        site.druva, "Brauciens", TODAY + timedelta(days=1), takes_sign_ups=True, capacity=5
    )
    assert listed(f"{CALENDAR}&free=1") == {"Druviena": 1, "Ranka": 0, "Tirza": 0}


def test_days_before_and_after_are_not_counted(site):
    later = f"/lv/kalendars/?view=list&day={TODAY + timedelta(days=21)}"
    assert listed(later) == {"Druviena": 0, "Ranka": 1, "Tirza": 1}
    before = TODAY - timedelta(days=30)
    assert set(listed(f"/lv/kalendars/?view=week&day={before}").values()) == {0}


def test_what_began_before_and_goes_on_is_counted(site):
    first = TODAY - timedelta(days=40)
    making.event(site.druva, "Plenērs", first, last_date=TODAY, **WHOLE)
    assert listed()["Druviena"] == 1


def test_it_leads_to_what_it_counted_and_robots_are_asked_not_to_follow(site):
    page = words(f"{CALENDAR}&whom=families&community=tirza&around=1")
    query = f"?{DAYS}&community=ranka&whom=families".replace("&", "&amp;")
    links = re.findall(f'<a [^>]*href="{re.escape(query)}"[^>]*>', page)
    assert len(links) == 2
    assert all('rel="nofollow"' in link for link in links)
    # The one that is looked at is marked on the map and in the list.
    assert len(re.findall(r'<a [^>]*community=tirza[^>]*aria-current="page"', page)) == 2


def test_events_of_others_are_counted_at_their_community(site):
    making_others(site.druva.translation_key, "viens", "viens", "divi")
    making_others(None, "trīs")
    assert listed()["Druviena"] == 2
    assert of_all() == 2
    assert listed(f"{CALENDAR}&whom=families")["Druviena"] == 0


def making_others(key, *uids):
    calendar = OutsideCalendar.objects.create(
        name="Kultūras nams", address=f"https://example.org/{key}.ics", community_key=key
    )
    now = timezone.now()
    for number, uid in enumerate(uids):
        OutsideEvent.objects.create(
            calendar=calendar,
            uid=uid,
            of=str(number),
            title=uid,
            day=TODAY,
            last_day=TODAY,
            starts_at=now,
            ends_at=now,
        )


def test_more_than_there_is_room_for_is_told_in_the_list(site):
    _many(site.fair, 120)
    assert drawn() == {"Ranka": "2", "Tirza": "99+"}
    assert listed()["Tirza"] == 122


def test_it_asks_no_more_for_many_events_than_for_few(site):
    addresses = ["/lv/kalendars/", CALENDAR, f"{CALENDAR}&community=tirza&free=1"]
    assert_same_queries(addresses, lambda: _many(site.fair, 10))
    assert listed()["Tirza"] == 12


def _many(page, count: int):
    add_copies(page, count)
    row = KeptOccurrence.objects.get(event_key=page.translation_key)
    pages = EventPage.objects.filter(title__startswith=page.title)
    keys = set(pages.order_by().values_list("translation_key", flat=True))
    for key in keys - {row.event_key}:
        row.pk, row.event_key = None, key
        row.save(force_insert=True)
