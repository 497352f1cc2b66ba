"""Calendars that people's programs follow: only what everybody may read, and kept like pages."""

from datetime import date, time

import pytest
from django.test import Client
from icalendar import Calendar

from communities.models import CommunityPage
from core.models import Audience
from events.models import SeriesChange
from tests import world
from tests.core.heads import HERE
from tests.core.keeping import Reader, is_kept
from tests.events import making
from tests.growth import assert_same_queries


@pytest.fixture(autouse=True)
def _at_home(settings):
    settings.SITE_URL = HERE


def build(site):
    """Events of two communities, a cancelled one and one for leaders alone."""
    site.tirza = world.community(site.index, "Tirza", slug="tirza")
    site.ranka = world.community(site.index, "Ranka", slug="ranka")
    site.calendar = making.calendar(site)
    skipped = SeriesChange(of=date(2026, 12, 8), is_skipped=True)
    site.circle = making.event(
        site.tirza,
        "Pulks; \r\nBEGIN:VALARM, =HYPERLINK(1)",
        date(2026, 12, 1),
        slug="pulks",
        repeats="weekly",
        repeat_count=4,
        place_name="Tirzas bibliotēka",
        rows=[skipped],
    )
    making.event(site.ranka, "Talka", date(2026, 12, 2), kind=making.kind("talka"))
    making.event(
        site.calendar, "Svētki", date(2026, 12, 3), status="cancelled", status_reason="Sniegs."
    )
    site.room = making.event(
        site.calendar, "Līderu vakars", date(2026, 12, 4), audience=Audience.LEADERS
    )


def read(address: str):
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content)


def titles(address: str) -> set[str]:
    return {str(event["SUMMARY"]).split(";")[0] for event in read(address).events}


def test_each_calendar_has_its_events_and_no_closed_ones(site):
    assert titles("/lv/kalendars/calendar.ics") == {"Pulks", "Talka", "Atcelts: Svētki"}
    assert titles("/lv/kalendars/kopiena/ranka.ics") == {"Talka"}
    assert titles("/lv/kalendars/veids/talka.ics") == {"Talka"}
    assert titles(f"/lv/kalendars/{site.circle.translation_key}.ics") == {"Pulks"}


@pytest.mark.parametrize(
    "address", ["kopiena/nekur.ics", "veids/nekas.ics", "00000000-0000-4000-8000-000000000000.ics"]
)
def test_there_is_none_of_what_is_not_there(site, address):
    assert Client().get(f"/lv/kalendars/{address}").status_code == 404


def test_a_closed_event_has_no_calendar_even_for_leaders(site):
    browser = Client()
    browser.force_login(world.leader(site.tirza))
    assert browser.get(f"/lv/kalendars/{site.room.translation_key}.ics").status_code == 404


def test_a_closed_community_has_no_calendar_even_for_its_leaders(site):
    leader = world.leader(site.tirza)
    page = CommunityPage.objects.get(pk=site.tirza.pk)
    page.audience = Audience.LEADERS
    page.save_revision().publish()
    browser = Client()
    browser.force_login(leader)
    assert browser.get(site.tirza.url_path).status_code == 200
    assert browser.get("/lv/kalendars/kopiena/tirza.ics").status_code == 404
    assert browser.get("/lv/kalendars/kopiena/ranka.ics").status_code == 200


def test_an_event_leads_back_to_its_page_and_keeps_its_name(site):
    address = f"/lv/kalendars/{site.circle.translation_key}.ics"
    [event] = read(address).events
    assert event["URL"] == HERE + site.circle.url_path
    assert event["UID"].startswith(f"{site.circle.translation_key}@")
    before = int(event["SEQUENCE"])
    site.circle.starts = time(19)
    site.circle.ends = time(20)
    site.circle.save_revision().publish()
    type(site.circle).objects.filter(pk=site.circle.pk).update(
        first_published_at="2026-11-01T10:00:00Z"
    )
    [changed] = read(address).events
    assert changed["UID"] == event["UID"]
    assert int(changed["SEQUENCE"]) > before


def test_a_calendar_is_kept_and_says_when_nothing_changed(site):
    reader, address = Reader(), "/lv/kalendars/calendar.ics"
    first = reader.get(address)
    assert is_kept(reader, address)
    again = reader.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    site.circle.unpublish()
    assert reader.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_only_reading_is_answered(site):
    assert Client().post("/lv/kalendars/calendar.ics").status_code in (403, 405)


MOVED = date(2026, 12, 15)


def english_notes(site) -> tuple[str, str]:
    """Place and note of the time that moved, as readers of the English calendar have them."""
    events = read(f"/en/calendar/{site.circle.translation_key}.ics").events
    [one] = [event for event in events if event.get("RECURRENCE-ID")]
    return str(one["LOCATION"]), str(one["DESCRIPTION"]).split("\n")[0]


def test_what_differs_of_one_time_is_said_in_the_readers_language(site):
    change = SeriesChange(of=MOVED, place="Skola", note="Zāli remontē", locale=site.circle.locale)
    site.circle.changes = [change]
    site.circle.save_revision().publish()
    world.translated(site.circle)
    assert english_notes(site) == ("SKOLA", "ZĀLI REMONTĒ")
    [latvian] = [
        event
        for event in read(f"/lv/kalendars/{site.circle.translation_key}.ics").events
        if event.get("RECURRENCE-ID")
    ]
    assert str(latvian["LOCATION"]) == "Skola"
    change.place, change.note = "Bibliotēka", "Skola slēgta"
    site.circle.changes = [change]
    site.circle.save_revision().publish()
    assert english_notes(site) == ("Bibliotēka", "In Latvian: Skola slēgta")
    page = Client().get(world.in_english(site.circle).url_path).content.decode()
    assert '<span lang="lv">Skola slēgta</span>' in page
    assert "ZĀLI" not in page


def test_more_times_that_differ_ask_nothing_more(site):
    world.translated(site.circle)

    def grow():
        changes = [
            SeriesChange(of=MOVED.replace(day=day), note=f"{day}", locale=site.circle.locale)
            for day in range(1, 21)
        ]
        site.circle.changes = changes
        site.circle.save_revision().publish()

    assert_same_queries(["/en/calendar/calendar.ics"], grow)
