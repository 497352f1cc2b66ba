"""The page of one event: what it says of its times, its state, its programme and its results."""

import re
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from events.actions import keep_occurrences
from events.models import EventPage, EventResult, ProgrammeItem, SeriesChange
from tests import world
from tests.core.heads import HERE, Head
from tests.events import making
from tests.growth import assert_same_queries

TODAY = timezone.localdate()
NEXT = TODAY + timedelta(days=7)


@pytest.fixture(autouse=True)
def _at_home(settings):
    settings.SITE_URL = HERE


def build(site):
    """An event that comes every week, with a time that is left out and one in another place."""
    site.tirza = world.community(site.index, "Tirza", slug="tirza")
    site.circle = making.event(
        site.tirza,
        "Lasītāju pulks",
        NEXT,
        slug="pulks",
        repeats="weekly",
        place_name="Tirzas bibliotēka",
        address="Skolas iela 1",
        contact_phone="+371 64 400 000",
        rows=[
            SeriesChange(of=NEXT + timedelta(days=7), is_skipped=True, note="Remonts."),
            SeriesChange(of=NEXT + timedelta(days=14), place="Tirzas skola"),
            ProgrammeItem(title="Tēja", starts=time(18), ends=time(18, 30)),
        ],
    )


def body(page) -> str:
    answer = Client().get(page.url_path)
    assert answer.status_code == 200
    return answer.content.decode()


def data(page) -> list[dict]:
    """What machines read of the times of the event."""
    return [piece for piece in Head(page.url_path).pieces if piece["@type"] == "Event"]


def test_it_says_the_rule_in_words_and_the_next_times(site):
    words = body(site.circle)
    assert "Katru " in words
    assert words.count("plkst. 18.00–20.00") >= 5
    assert "Remonts." in words
    assert "Tirzas skola" in words
    assert "18.00–18.30" in words
    assert 'href="tel:+37164400000"' in words


def test_machines_read_each_coming_time_with_its_offset(site):
    pieces = data(site.circle)
    assert len(pieces) == 10
    first, skipped = pieces[:2]
    assert first["startDate"].startswith(f"{NEXT}T18:00:00+0")
    assert first["eventStatus"] == "https://schema.org/EventScheduled"
    assert skipped["eventStatus"] == "https://schema.org/EventCancelled"
    assert first["location"] == [
        {"@type": "Place", "name": "Tirzas bibliotēka", "address": "Skolas iela 1"}
    ]
    assert first["isAccessibleForFree"] is True


@pytest.mark.parametrize(
    ("status", "words", "kind"),
    [
        ("cancelled", "Šis pasākums nenotiks.", "EventCancelled"),
        ("moved", "Šis pasākums ir pārcelts.", "EventRescheduled"),
        ("planned", "Pasākums ir plānots", "EventScheduled"),
    ],
)
def test_its_state_is_told_with_the_reason(site, status, words, kind):
    page = making.event(site.tirza, "Talka", NEXT, status=status, status_reason="Plūdi.")
    said = body(page)
    assert words in said
    assert ("Plūdi." in said) == (status != "planned")
    assert {piece["eventStatus"].rpartition("/")[2] for piece in data(page)} == {kind}


def test_what_is_over_tells_what_came_of_it(site):
    result = EventResult(text="Satīrījām krastu.", attendance=21, needs="Vajag soliņus.")
    past = TODAY - timedelta(days=3)
    said = body(making.event(site.tirza, "Talka", past, rows=[result]))
    for words in ("Satīrījām krastu.", "Piedalījās 21 cilvēks.", "Vajag soliņus.", "Kad tas bija"):
        assert words in said
    assert "rezultāti gaidāmi" not in said


@pytest.mark.parametrize(("days", "is_awaited"), [(6, False), (8, True)])
def test_after_a_week_results_are_awaited_in_public(site, days, is_awaited):
    page = making.event(site.tirza, "Talka", TODAY - timedelta(days=days))
    assert ("rezultāti gaidāmi" in body(page)) == is_awaited


def test_the_english_page_has_the_latvian_times(site):
    world.translated(site.tirza)
    english = world.translated(site.circle)
    words = body(english)
    assert "18:00" in words
    assert "does not take place" in words
    assert len(data(english)) == 10


def test_an_event_without_a_day_breaks_nothing(site):
    page = making.event(site.tirza, "Kādreiz", NEXT)
    EventPage.objects.filter(pk=page.pk).update(first_date=None)
    keep_occurrences(page=page, now=timezone.now())
    assert "Diena vēl nav zināma." in body(page)
    assert data(page) == []
    assert Client().get("/lv/kalendars/").status_code == 200


def test_times_of_the_year_are_those_of_the_clock_on_the_wall(site):
    page = making.event(site.tirza, "Gads", date(2026, 10, 20), repeats="weekly", repeat_count=3)
    assert [each.starts_at.hour for each in page.occurrences] == [18, 18, 18]
    offsets = {each.starts_at.utcoffset() for each in page.occurrences}
    assert offsets == {timedelta(hours=3), timedelta(hours=2)}


def test_a_draft_with_all_its_rows_can_be_looked_at(site):
    page = EventPage.objects.get(pk=site.circle.pk)
    page.results = [EventResult(text="Izdevās.", locale_id=page.locale_id)]
    page.communities = [site.tirza]
    page.changes = [SeriesChange(of=NEXT, note="Citādi.", locale_id=page.locale_id)]
    page.save_revision()
    draft = page.get_latest_revision_as_object()
    words = draft.make_preview_request().render().content.decode()
    assert "Izdevās." in words
    assert "Citādi." in words
    assert "Remonts." not in words


def test_a_stop_says_both_degrees_or_none(site):
    stop = ProgrammeItem(page=site.circle, locale=site.circle.locale, title="Pietura")
    stop.full_clean()
    assert not stop.is_on_map
    stop.latitude = Decimal("57.17")
    assert refused(stop) == {"longitude"}
    stop.longitude = Decimal("26.75")
    stop.full_clean()
    assert stop.is_on_map
    # Degrees that were swapped lie nowhere in Europe.
    stop.latitude, stop.longitude = stop.longitude, stop.latitude
    assert refused(stop) == {"latitude", "longitude"}


def refused(row) -> set[str]:
    """The fields that are refused."""
    with pytest.raises(ValidationError) as found:
        row.full_clean()
    return set(found.value.message_dict)


def test_stops_that_are_somewhere_are_numbered_in_the_list_and_on_the_map(site):
    where = [("57.17", "26.75"), None, ("57.33", "25.6")]
    rows = [
        ProgrammeItem(title=f"Daļa {number}", is_pick_up=number == 0, **_degrees(each))
        for number, each in enumerate(where)
    ]
    words = body(making.event(site.tirza, "Brauciens", NEXT, rows=rows))
    assert re.findall(r'class="stop(?: stop--pick-up)?">(\d+)<', words) == ["1", "2"]
    assert re.findall(r'class="route__number"[^>]*>(\d+)<', words) == ["1", "2"]
    assert "Daļa 1" in words
    assert words.count('class="route__pick-up"') == words.count('class="stop stop--pick-up"') == 1
    # The map of an event with a programme that is nowhere would be empty.
    assert 'class="map route"' not in body(site.circle)


def _degrees(said) -> dict:
    return dict(zip(("latitude", "longitude"), map(Decimal, said), strict=True)) if said else {}


def test_many_stops_ask_no_more_than_one(site):
    page = making.event(site.tirza, "Brauciens", NEXT, rows=_stops(1))

    def grow():
        page.programme = [*page.programme.all(), *_stops(20, locale_id=page.locale_id)]
        page.save_revision().publish()

    assert_same_queries([page.url_path], grow)
    assert body(page).count('class="route__number"') == 21


def _stops(count: int, **fields) -> list[ProgrammeItem]:
    return [
        ProgrammeItem(title="Pietura", **_degrees(("57.1", str(26 + number / 100))), **fields)
        for number in range(count)
    ]
