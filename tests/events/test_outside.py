"""Calendars of others on the site: what is taken over, shown and kept by editors."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core import stamp
from core.roles import EDITORS
from events.actions import fetch_calendars
from events.actions.outside import take_over
from events.calendar.listing import PER_DAY
from events.models import OutsideCalendar, OutsideEvent
from events.outside.fetching import Fetched, Marks, fetch
from events.outside.troubles import Trouble, Unfetched
from tests import world
from tests.events import making
from tests.events.outside import calendar, event, says, served
from tests.growth import assert_same_queries

NOW = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
TODAY = NOW.date()
DAY = f"{TODAY:%Y%m%d}"
CALENDAR = "/lv/kalendars/"


def build(site):
    """A calendar of the culture house of Tirza beside the one of the site."""
    site.editor = world.person("redaktore@example.test")
    site.editor.groups.add(Group.objects.get(name=EDITORS))
    site.tirza = world.community(site.index, "Tirza", slug="tirza")
    site.ranka = world.community(site.index, "Ranka", slug="ranka", neighbours=[site.tirza])
    site.leader = world.leader(site.tirza)
    site.outside = OutsideCalendar.objects.create(
        name="Tirzas kultūras nams",
        address="https://kultura.example.lv/a.ics",
        community_key=site.tirza.translation_key,
    )


def taken(site, *events: str, now=NOW):
    data = calendar(*events)
    take_over(calendar=site.outside, fetched=Fetched(data, Marks('"7"')), now=now)
    site.outside.refresh_from_db()


def rows() -> list[tuple]:
    found = OutsideEvent.objects.order_by("day", "starts_at", "uid")
    return [(row.uid, row.title, row.day, row.last_day) for row in found]


def shown(query="", address=CALENDAR) -> str:
    answer = Client().get(f"{address}{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def browser(person) -> Client:
    found = Client()
    found.force_login(person)
    return found


FIRST = (
    event("a", "Koncerts", f"{DAY}T180000"),
    event("b", "Izstāde", DAY, f"DTEND;VALUE=DATE:{TODAY + timedelta(days=3):%Y%m%d}"),
    event("c", "Deju pulks", f"{DAY}T190000", "RRULE:FREQ=WEEKLY;COUNT=3"),
)
CHANGED = (
    event("a", "Lielais koncerts", f"{DAY}T170000"),
    *FIRST[1:],
    event("d", "Kino", f"{DAY}T200000"),
)
SHORTENED = CHANGED[:1]


def test_it_holds_exactly_the_events_of_a_calendar_changed_and_then_shortened(site):
    wanted = [
        (FIRST, ["Izstāde", "Koncerts", "Deju pulks", "Deju pulks", "Deju pulks"]),
        (CHANGED, ["Izstāde", "Lielais koncerts", "Deju pulks", "Kino", *["Deju pulks"] * 2]),
        (SHORTENED, ["Lielais koncerts"]),
    ]
    for events, titles in wanted:
        with served(says(calendar(*events))) as server:
            for _time in range(3):
                got = fetch(server.way, Marks(), agent="Kopa", is_allowed=lambda _ip: True)
                take_over(calendar=site.outside, fetched=got, now=NOW)
                assert [title for _uid, title, *_days in rows()] == titles
        site.outside.refresh_from_db()
        assert site.outside.count == len(titles)


def test_days_are_those_of_the_site(site):
    taken(site, *FIRST[:2], event("n", "Nakts", f"{DAY}T220000Z", "DURATION:PT1H"))
    days = {uid: (first, last) for uid, _title, first, last in rows()}
    assert days["a"] == (TODAY, TODAY)
    assert days["b"] == (TODAY, TODAY + timedelta(days=2))
    night = timezone.localdate(OutsideEvent.objects.get(uid="n").starts_at)
    assert days["n"] == (night, night)


def test_what_stays_keeps_its_row_and_leaves_the_pages_as_they_are(site):
    taken(site, *FIRST)
    before, kept = stamp.current(), set(OutsideEvent.objects.values_list("pk", flat=True))
    taken(site, *FIRST, now=NOW + timedelta(hours=1))
    assert stamp.current() == before
    taken(site, *CHANGED)
    assert stamp.current() > before
    assert kept < set(OutsideEvent.objects.values_list("pk", flat=True))


def test_two_calendars_may_name_events_alike(site):
    taken(site, *FIRST)
    mine = site.outside
    site.outside = OutsideCalendar.objects.create(name="Cits", address="https://x.example.lv/")
    taken(site, *FIRST[:1])
    assert (mine.events.count(), site.outside.events.count()) == (5, 1)
    taken(site)
    assert (mine.events.count(), site.outside.events.count()) == (5, 0)


def test_what_has_not_changed_stays_as_it_is(site):
    taken(site, *FIRST)
    later = NOW + timedelta(hours=1)
    take_over(calendar=site.outside, fetched=Fetched(None, Marks()), now=later)
    site.outside.refresh_from_db()
    assert len(rows()) == 5
    assert (site.outside.fetched_at, site.outside.read_at) == (later, NOW)
    assert (site.outside.etag, site.outside.count) == ('"7"', 5)


def test_no_calendar_takes_nothing_away(site):
    taken(site, *FIRST)
    with pytest.raises(Unfetched):
        take_over(calendar=site.outside, fetched=Fetched(b"<html>", Marks()), now=NOW)
    assert len(rows()) == 5


def test_a_calendar_deleted_meanwhile_comes_not_back(site):
    gone = OutsideCalendar.objects.get(pk=site.outside.pk)
    site.outside.delete()
    data = calendar(*FIRST)
    take_over(calendar=gone, fetched=Fetched(data, Marks()), now=NOW)
    assert rows() == []


@pytest.mark.parametrize(
    ("address", "trouble"),
    [
        ("https://kultura.example.lv/a.ics", Trouble.NOT_ALLOWED),
        ("http://localhost/a.ics", Trouble.NOT_PUBLIC),
        ("file:///etc/passwd", Trouble.ADDRESS),
    ],
)
def test_a_failure_is_noted_and_what_is_there_stays(site, settings, address, trouble):
    settings.OUTSIDE_CALENDAR_HOSTS = frozenset({"localhost"})
    taken(site, *FIRST)
    OutsideCalendar.objects.filter(pk=site.outside.pk).update(address=address)
    fetch_calendars(NOW + timedelta(hours=1))
    site.outside.refresh_from_db()
    assert site.outside.trouble == trouble
    assert site.outside.failed_at == NOW + timedelta(hours=1)
    assert len(rows()) == 5
    taken(site, *FIRST)
    assert (site.outside.trouble, site.outside.failed_at) == ("", None)


def test_one_bad_calendar_holds_up_no_other_and_unused_ones_rest(site):
    bad = OutsideCalendar.objects.create(name="Slikts", address="https://[")
    unused = OutsideCalendar.objects.create(name="Nevajag", address="https://[[", is_used=False)
    last = OutsideCalendar.objects.create(name="Labs", address="https://labs.example.lv/")
    fetch_calendars(NOW)
    for each, trouble in ((bad, Trouble.ADDRESS), (unused, ""), (last, Trouble.NOT_ALLOWED)):
        each.refresh_from_db()
        assert each.trouble == trouble


def test_it_stands_in_the_calendar_with_its_source(site):
    taken(site, event("a", "Koncerts & deja", f"{DAY}T180000", "URL:https://kultura.example.lv/1"))
    for query in ("", "?view=week", "?view=list", "?community=tirza", "?community=ranka&around=1"):
        words = shown(query)
        assert '<span class="event-row__title" lang="lv">Koncerts &amp; deja</span>' in words
        assert "Tirzas kultūras nams" in words
        assert 'href="https://kultura.example.lv/1" rel="noopener nofollow"' in words
    assert "Koncerts &amp; deja" in shown(address="/en/calendar/")


@pytest.mark.parametrize("query", ["?community=ranka", "?kind=kursi", "?whom=families"])
def test_it_is_not_among_what_is_asked_for_otherwise(site, query):
    taken(site, *FIRST)
    assert "Koncerts" not in shown(query)


def test_without_an_address_it_is_no_link_and_a_bad_one_is_none(site):
    taken(site, event("a", "Koncerts", f"{DAY}T180000", "URL:javascript:alert(1)"))
    assert '<div class="event-row event-row--outside">' in shown()
    assert "javascript:alert" not in shown()


def test_out_of_use_it_is_not_shown(site):
    taken(site, *FIRST)
    assert "Koncerts" in shown()
    site.outside.is_used = False
    site.outside.save()
    assert "Koncerts" not in shown()


def test_a_cancelled_one_is_marked(site):
    taken(site, event("a", "Koncerts", f"{DAY}T180000", "STATUS:CANCELLED"))
    assert "event-row--outside event-row--off" in shown()


def test_own_events_and_those_of_others_stand_in_order_and_share_the_room(site):
    making.event(making.calendar(site), "Pēcpusdiena", TODAY)
    early, late = f"{DAY}T070000", f"{DAY}T210000"
    taken(site, event("r", "Rīts", early), event("v", "Vakars", late), *FIRST[1:2])
    places = [shown().index(title) for title in ("Izstāde", "Rīts", "Pēcpusdiena", "Vakars")]
    assert places == sorted(places)
    many = [event(f"m{number}", f"Kino {number}", late) for number in range(PER_DAY)]
    taken(site, *many)
    assert shown().count("event-row__title") == PER_DAY
    assert f"view=list&amp;day={TODAY}&amp;until={TODAY}" in shown()


def test_it_is_neither_in_our_feeds_nor_in_our_data(site):
    taken(site, *FIRST)
    feed = Client().get(reverse("events:hub-calendar")).content.decode()
    assert "Koncerts" not in feed


def test_it_asks_no_more_for_many(site):
    taken(site, *FIRST)

    def grow():
        taken(site, *[event(f"x{n}", f"Kino {n}", f"{DAY}T1{n % 10}0000") for n in range(20)])

    assert_same_queries([CALENDAR, f"{CALENDAR}?view=list", f"{CALENDAR}?community=tirza"], grow)


def sent(**fields) -> dict:
    said = {"name": "Kultūras nams", "address": "https://kultura.example.lv/b.ics"}
    return {**said, "is_used": "on", "community_key": "", **fields}


def test_an_editor_adds_one_that_is_allowed_and_a_leader_does_not(site, settings):
    settings.OUTSIDE_CALENDAR_HOSTS = frozenset({"kultura.example.lv"})
    place = reverse("outside-calendars:add")
    fields = sent(community_key=str(site.tirza.translation_key))
    assert browser(site.leader).post(place, fields).status_code == 403
    assert browser(site.editor).post(place, fields).status_code == 302
    made = OutsideCalendar.objects.get(name="Kultūras nams")
    assert made.community_key == site.tirza.translation_key


def test_an_address_that_is_not_allowed_is_refused_in_words(site):
    place = reverse("outside-calendars:add")
    answer = browser(site.editor).post(place, sent())
    assert answer.status_code == 200
    assert "OUTSIDE_CALENDAR_HOSTS" in answer.content.decode()
    assert browser(site.editor).post(place, sent(is_used="")).status_code == 302
    assert OutsideCalendar.objects.get(name="Kultūras nams").community_key is None


def test_a_new_address_is_read_as_a_whole(site, settings):
    settings.OUTSIDE_CALENDAR_HOSTS = frozenset({"kultura.example.lv"})
    taken(site)
    place = reverse("outside-calendars:edit", args=[site.outside.pk])
    fields = sent(address=site.outside.address)
    assert browser(site.editor).post(place, fields).status_code == 302
    site.outside.refresh_from_db()
    assert site.outside.read_at == NOW
    assert browser(site.editor).post(place, sent()).status_code == 302
    site.outside.refresh_from_db()
    assert site.outside.read_at is None


def test_an_editor_fetches_now_and_reads_what_came_of_it(site):
    place = reverse("event-forms:fetch-calendar", args=[site.outside.pk])
    form = reverse("outside-calendars:edit", args=[site.outside.pk])
    assert browser(site.leader).post(place).status_code == 403
    mine = browser(site.editor)
    assert f'formaction="{place}"' in mine.get(form).content.decode()
    assert mine.get(place).status_code == 405
    answer = mine.post(place, follow=True)
    assert answer.redirect_chain == [(form, 302)]
    assert "OUTSIDE_CALENDAR_HOSTS" in answer.content.decode()
    assert mine.post(reverse("event-forms:fetch-calendar", args=[0])).status_code == 404


SAID = (
    "DESCRIPTION:<p>Ieeja <b>brīva</b>.</p>Vairāk: https://kultura.example.lv/a?b=1&c=2 "
    '<script>alert(1)</script><a href="javascript:alert(2)">te</a>\\njavascript:alert(3)'
)


def test_what_is_said_of_an_event_of_others_stands_in_lists_and_does_no_harm(site):
    taken(site, event("1", "Koncerts", f"{DAY}T180000", SAID))
    assert "Ieeja brīva" not in shown() + shown("?view=week")
    page = shown("?view=list")
    assert "Ieeja brīva.<br>Vairāk" in page
    link = "https://kultura.example.lv/a?b=1&amp;c=2"
    assert f'<a href="{link}" rel="nofollow">' in page
    assert "alert(1)" not in page
    assert not re.search(r"href=.?javascript", page)


def test_of_long_words_the_beginning_is_shown_and_no_link_is_cut(site):
    link = "https://kultura.example.lv/" + "a" * 40
    taken(site, event("1", "Koncerts", f"{DAY}T180000", f"DESCRIPTION:{'Nāciet! ' * 72}{link} x"))
    page = shown("?view=list")
    assert page.count("Nāciet!") == 72
    assert "https://kultura.example.lv/aaa" not in page
    assert "Nāciet! …" in page
