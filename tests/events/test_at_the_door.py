"""The code that one shows at the door: organisers tick off, nobody else does anything with it."""

import re
from types import SimpleNamespace
from urllib.parse import unquote

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events import actions
from events.access import door_word_of, word_of
from events.models import Attendance, SignUp
from events.sign_up.at_the_door import time_at
from tests import world
from tests.events import making, signing

TODAY = timezone.localdate()


def build(site):
    parish = world.community(site.index, "Tirzas pagasts", slug="tirza")
    # The whole day, so that it goes on at whatever hour the tests run.
    site.page = making.event(parish, "Talka", TODAY, takes_sign_ups=True, starts=None, ends=None)
    other = world.community(site.index, "Lizuma pagasts", slug="lizums")
    site.people = SimpleNamespace(
        leader=world.leader(parish), stranger=world.leader(other, "lizums@example.test")
    )
    site.anna = before(site.page, "anna", 2)


def before(page, name, size=1) -> SignUp:
    return signing.come(page, name, size, now=timezone.now() - timezone.timedelta(days=3))


def door(sign_up) -> str:
    return reverse("events:at-the-door", args=[door_word_of(sign_up)])


def browser(person=None):
    found = Client()
    if person:
        found.force_login(person)
    return found


def test_an_organiser_sees_the_person_and_ticks_off_with_one_button(site):
    leader = browser(site.people.leader)
    page = leader.get(door(site.anna)).content.decode()
    assert "anna" in page
    assert not Attendance.objects.exists()
    for number in ("2", "1"):
        found = leader.post(door(site.anna), {"came": number})
        assert (found.status_code, found.url) == (302, door(site.anna))
    assert [(each.of, each.came) for each in Attendance.objects.all()] == [(TODAY, 1)]
    assert "✓" in leader.get(door(site.anna)).content.decode()


def test_nobody_else_changes_anything(site):
    other = before(site.page, "berta")
    for person in (None, site.people.stranger, site.anna.person, other.person):
        for answer in (browser(person).get, browser(person).post):
            found = answer(door(site.anna), {"came": "2"})
            assert found.status_code in (302, 403)
    assert not Attendance.objects.exists()


def test_others_are_led_to_their_own_sign_up_or_refused(site):
    other = before(site.page, "berta")
    for person, own in ((site.anna.person, site.anna), (other.person, other)):
        led = browser(person).get(door(site.anna))
        assert led.url == reverse("events:my-sign-up", args=[word_of(own)])
    assert browser(site.people.stranger).get(door(site.anna)).status_code == 403
    assert unquote(browser().get(door(site.anna)).url).endswith(f"?next={door(site.anna)}")


def test_the_word_of_the_door_opens_no_sign_up_and_the_other_way_round(site):
    leader = browser(site.people.leader)
    for name, word in (
        ("my-sign-up", door_word_of(site.anna)),
        ("at-the-door", word_of(site.anna)),
        ("at-the-door", "1:x"),
    ):
        assert leader.get(reverse(f"events:{name}", args=[word])).status_code == 404


def test_what_is_not_today_or_cancelled_is_not_ticked_off(site):
    leader = browser(site.people.leader)
    later = making.event(
        site.page.get_parent(),
        "Rīt",
        TODAY + timezone.timedelta(days=2),
        takes_sign_ups=True,
    )
    berta, cilda = before(later, "berta"), before(site.page, "cilda")
    actions.cancel_sign_up(sign_up=cilda, now=timezone.now())
    for each in (berta, cilda):
        assert 'name="came"' not in leader.get(door(each)).content.decode()
        assert leader.post(door(each), {"came": "1"}).status_code == 302
    leader.post(door(site.anna), {"came": "-1"})
    assert not Attendance.objects.exists()


def test_the_sign_up_shows_the_code_as_long_as_it_lets_in(site):
    mine = reverse("events:my-sign-up", args=[word_of(site.anna)])
    page = browser().get(mine).content.decode()
    assert re.search(r'<svg class="qr"[^>]* role="img" aria-label="', page)
    actions.cancel_sign_up(sign_up=site.anna, now=timezone.now())
    assert 'class="qr"' not in browser().get(mine).content.decode()


def test_of_two_times_on_a_day_it_is_the_one_that_is_not_over():
    now = timezone.now()
    hour = timezone.timedelta(hours=1)
    day = timezone.localdate(now)
    first = SimpleNamespace(day=day, last_day=day, ends_at=now - hour)
    second = SimpleNamespace(day=day, last_day=day, ends_at=now + hour)
    gone = day - timezone.timedelta(days=1)
    yesterday = SimpleNamespace(day=gone, last_day=gone, ends_at=now - 20 * hour)
    assert time_at([yesterday, first, second], now) is second
    assert time_at([yesterday, first], now) is first
    assert time_at([yesterday], now) is None
