"""A person's own calendar: what stands in it, who sees it, and how its address ends."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from icalendar import Calendar

from core.models import Audience
from events.actions import end_own_calendar, keep_own_calendar, renew_own_calendar
from events.models import OwnCalendar, Seating, SignUp
from events.own_calendar import kept as held
from members.secret_words import link_token
from tests import world
from tests.events import making
from tests.growth import assert_same_queries

NOW = timezone.now()
DAY = timezone.localdate() + timedelta(days=7)


def build(site):
    """A talka and a weekly rehearsal in Tirza, somebody who goes to some of it."""
    site.tirza = world.community(site.index, "Tirza", slug="tirza")
    site.calendar = making.calendar(site)
    seats = {"takes_sign_ups": True, "capacity": 10}
    site.talka = making.event(site.calendar, "Talka", DAY, **seats)
    site.rehearsals = making.event(
        site.calendar, "Mēģinājums", DAY, repeats="weekly", signs_up_for="each", **seats
    )
    site.market = making.event(site.tirza, "Tirgus", DAY)
    site.leaders = making.event(site.tirza, "Līderu vakars", DAY, audience=Audience.LEADERS)
    site.anna = world.person("anna@example.test")


def signed_up(page, person, of=None) -> SignUp:
    kept, _is_new = Seating.objects.get_or_create(event_key=page.translation_key, of=of)
    times = {"signed_up_at": NOW, "changed_at": NOW}
    return SignUp.objects.create(seating=kept, person=person, state="confirmed", **times)


def address_of(person) -> str:
    with override("lv"):
        key = OwnCalendar.objects.get(person=person).key
        return reverse("events:own-calendar", args=[link_token(key)])


def made(site, *communities) -> str:
    keys = [str(each.translation_key) for each in communities]
    keep_own_calendar(person=site.anna, community_keys=keys, now=NOW)
    return address_of(site.anna)


def read(address: str) -> dict:
    """The titles of the calendar with the status and how many times each begins."""
    answer = Client().get(address)
    assert answer.status_code == 200
    found: dict = {}
    for event in Calendar.from_ical(answer.content).walk("VEVENT"):
        found.setdefault(str(event["SUMMARY"]), []).append(str(event["STATUS"]))
    return found


def browser(person) -> Client:
    found = Client()
    found.force_login(person)
    return found


def test_what_one_signed_up_for_stands_there(site):
    assert read(made(site)) == {}
    signed_up(site.talka, site.anna)
    assert read(made(site)) == {"Talka": ["CONFIRMED"]}


def test_of_a_series_only_the_day_that_one_signed_up_for(site):
    signed_up(site.rehearsals, site.anna, of=DAY + timedelta(days=14))
    answer = Client().get(made(site)).content.decode()
    assert answer.count("BEGIN:VEVENT") == 1
    assert "RRULE:" not in answer.split("BEGIN:VEVENT")[1]
    assert f"{DAY + timedelta(days=14):%Y%m%d}" in answer


def test_who_waits_reads_that_it_is_not_sure_and_who_cancelled_reads_nothing(site):
    mine = signed_up(site.talka, site.anna)
    SignUp.objects.filter(pk=mine.pk).update(state="waiting", place=1)
    assert read(made(site)) == {"Talka": ["TENTATIVE"]}
    SignUp.objects.filter(pk=mine.pk).update(state="cancelled", place=None)
    assert read(made(site)) == {}


def test_events_of_chosen_communities_stand_there_as_far_as_one_may_read_them(site):
    assert read(made(site, site.tirza)) == {"Tirgus": ["CONFIRMED"]}
    site.anna = world.leader(site.tirza)
    assert set(read(made(site, site.tirza))) == {"Tirgus", "Līderu vakars"}


def test_nobody_else_sees_it_and_nothing_keeps_it(site):
    signed_up(site.talka, world.person("cits@example.test"))
    address = made(site)
    assert read(address) == {}
    answer = Client().get(address)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert not hasattr(answer, "keep_until")
    word = address.rsplit("/", 1)[1].removesuffix(".ics")
    assert word not in str(OwnCalendar.objects.values())


@pytest.mark.parametrize("word", ["x", "0" * 64])
def test_a_guessed_word_opens_nothing(site, word):
    made(site)
    assert Client().get(reverse("events:own-calendar", args=[word])).status_code == 404


def test_a_new_address_ends_the_old_one_and_keeps_the_communities(site):
    old = made(site, site.tirza)
    renew_own_calendar(person=site.anna, now=NOW)
    assert Client().get(old).status_code == 404
    assert read(address_of(site.anna)) == {"Tirgus": ["CONFIRMED"]}


def test_saving_again_keeps_the_address(site):
    assert made(site) == made(site, site.tirza)


def test_it_ends_with_the_account_and_when_one_wants(site):
    address = made(site)
    site.anna.is_active = False
    site.anna.save()
    assert Client().get(address).status_code == 404
    site.anna.is_active = True
    site.anna.save()
    end_own_calendar(person=site.anna)
    assert Client().get(address).status_code == 404


def test_it_is_exported_without_its_address_and_erased(site):
    address = made(site, site.tirza)
    [said] = held.export(site.anna)
    assert said["community_keys"] == [str(site.tirza.translation_key)]
    assert address.rsplit("/", 1)[1][:-4] not in str(said)
    held.erase(site.anna, NOW)
    assert not OwnCalendar.objects.exists()


def test_a_person_makes_changes_and_ends_it_on_a_page_of_their_own(site):
    mine, page = browser(site.anna), reverse("events:my-calendar")
    assert reverse("events:my-calendar") in mine.get(reverse("members:my-page")).content.decode()
    sent = {"communities": [str(site.tirza.translation_key)]}
    assert mine.post(page, sent).status_code == 302
    first = address_of(site.anna)
    assert first in mine.get(page).content.decode()
    assert mine.post(reverse("events:my-calendar-renew")).status_code == 302
    assert address_of(site.anna) != first
    assert mine.post(reverse("events:my-calendar-end")).status_code == 302
    assert not OwnCalendar.objects.exists()


def test_a_community_that_is_none_is_refused(site):
    answer = browser(site.anna).post(reverse("events:my-calendar"), {"communities": ["x"]})
    assert answer.status_code == 200
    assert not OwnCalendar.objects.exists()


def test_strangers_are_sent_to_sign_in_and_links_change_nothing(site):
    for name in ("my-calendar", "my-calendar-renew", "my-calendar-end"):
        place = reverse(f"events:{name}")
        answer = Client().post(place)
        assert answer.status_code == 302
        assert place in answer.headers["Location"]
    mine = browser(site.anna)
    assert mine.get(reverse("events:my-calendar-renew")).status_code == 405
    assert mine.get(reverse("events:my-calendar-end")).status_code == 405


def test_it_asks_no_more_for_many(site):
    signed_up(site.rehearsals, site.anna, of=DAY)
    address = made(site, site.tirza)

    def grow():
        for week in range(1, 11):
            signed_up(site.rehearsals, site.anna, of=DAY + timedelta(days=7 * week))

    assert_same_queries([address], grow)
