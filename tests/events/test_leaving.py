"""When an event leaves the site, those who signed up are told, and whoever does it knows before."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.roles import EDITORS
from events import actions
from events.models import EventPage, KeptOccurrence, SignUp
from members.models import User
from notifications.actions import deliver_due
from notifications.models import Letter
from tests import world
from tests.events import making, signing
from tests.events.signing import come, letters

NOW = timezone.now()
DAY = timezone.localdate() + timedelta(days=12)


def build(site):
    site.parish = world.community(site.index, "Tirza")
    site.leader = world.leader(site.parish)
    site.editor = world.person("redaktore@example.test")
    site.editor.groups.add(Group.objects.get(name=EDITORS))
    fields = {"takes_sign_ups": True, "capacity": 3, "contact_phone": "26123456"}
    site.page = making.event(site.parish, "Brauciens", DAY, **fields)
    world.translated(site.page)
    come(site.page, "anna", 3, now=NOW)
    come(site.page, "berta", now=NOW)
    come(site.page, "cilda", now=NOW)
    actions.cancel_sign_up(sign_up=SignUp.objects.get(name="cilda"), now=NOW)


@pytest.fixture
def done(django_capture_on_commit_callbacks):
    """What follows when a transaction ends follows at the end of the block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def expire(page):
    EventPage.objects.filter(pk=page.pk).update(expire_at=NOW - timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)


WAYS = {"unpublish": lambda page: page.unpublish(), "expire": expire, "delete": EventPage.delete}


@pytest.mark.parametrize("way", WAYS)
def test_those_who_signed_up_are_told_once(site, done, way):
    for _ in range(2):
        with done():
            WAYS[way](EventPage.objects.get(pk=site.page.pk))
        if way == "delete":
            break
    assert letters("event-gone") == ["anna", "berta"]


@pytest.mark.parametrize("way", WAYS)
def test_the_letter_says_what_when_and_why_in_the_readers_language(site, done, way):
    User.objects.filter(email="anna@example.test").update(language="en")
    User.objects.filter(email="berta@example.test").update(language="lv")
    Letter.objects.all().delete()
    with done():
        WAYS[way](site.page)
    deliver_due(timezone.now())
    to = {letter.to[0].partition("@")[0]: letter for letter in mail.outbox}
    assert set(to) == {"anna", "berta"}
    assert to["anna"].subject == "It does not take place: BRAUCIENS"
    assert "took its page off the site" in to["anna"].body
    assert f"{DAY.day} {DAY:%B} {DAY.year}, 18:00" in to["anna"].body
    assert "26123456" in to["berta"].body
    assert "/lv/kalendars/" in to["berta"].body


def test_of_a_translation_that_goes_nobody_is_told(site, done):
    with done():
        world.in_english(site.page).unpublish()
    with done():
        world.in_english(site.page).delete()
    assert letters("event-gone") == []


def test_of_what_is_over_or_off_anyway_nobody_is_told(site, done):
    EventPage.objects.filter(pk=site.page.pk).update(status="cancelled")
    with done():
        site.page.refresh_from_db()
        site.page.unpublish()
    EventPage.objects.filter(pk=site.page.pk).update(status="confirmed", live=True)
    KeptOccurrence.objects.update(ends_at=NOW, starts_at=NOW - timedelta(hours=2))
    with done():
        EventPage.objects.get(pk=site.page.pk).delete()
    assert letters("event-gone") == []
    assert SignUp.objects.standing().count() == 2


def test_what_is_deleted_is_cancelled_and_nobody_is_written_to_twice(site, done):
    with done():
        site.page.unpublish()
    with done():
        EventPage.objects.get(pk=site.page.pk).delete()
    assert letters("event-gone") == ["anna", "berta"]
    assert not SignUp.objects.standing().exists()
    signing.assert_counted(site.page)


def test_what_comes_back_is_told_and_the_sign_ups_hold(site, done):
    with done():
        site.page.unpublish()
    actions.cancel_sign_up(sign_up=SignUp.objects.get(name="anna"), now=NOW)
    assert signing.states(site.page)["berta"] == "waiting 1"
    Letter.objects.all().delete()
    with done():
        EventPage.objects.get(pk=site.page.pk).save_revision().publish()
    assert letters("event-changed") == ["berta"]
    assert signing.states(site.page)["berta"] == "confirmed"
    User.objects.update(language="en")
    deliver_due(timezone.now())
    [changed] = [each for each in mail.outbox if each.subject.startswith("Something")]
    assert "It is in the calendar again, and your sign-up holds." in changed.body


def test_what_came_back_before_the_letter_left_is_not_told(site, done):
    Letter.objects.all().delete()
    with done():
        site.page.unpublish()
    EventPage.objects.update(live=True)
    deliver_due(timezone.now())
    assert mail.outbox == []


def test_nobody_is_reminded_of_what_is_off_the_site(site, done):
    with done():
        site.page.unpublish()
    actions.remind(KeptOccurrence.objects.get().starts_at - timedelta(hours=20))
    assert letters("reminder") == []


def asked(site, way: str, person) -> str:
    browser = Client()
    browser.force_login(person)
    several = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    place = {
        "bulk": f"{several}?id={site.page.pk}",
        "withdraw": reverse("publishing:withdraw", args=[site.page.pk]),
    }.get(way) or reverse(f"wagtailadmin_pages:{way}", args=[site.page.pk])
    return browser.get(place).content.decode()


@pytest.mark.parametrize(
    ("way", "who"),
    [
        ("delete", "editor"),
        ("unpublish", "editor"),
        ("bulk", "editor"),
        ("withdraw", "leader"),
    ],
)
def test_whoever_takes_it_off_reads_how_many_have_signed_up(site, way, who):
    wish = actions.Wish(name="Kaimiņš")
    actions.sign_up(
        page=site.page, of=None, person=None, wish=wish, now=NOW, entered_by=site.leader
    )
    person = User.objects.get(pk=getattr(site, who).pk)
    page = asked(site, way, person)
    assert "Gaidāmajam šeit ir pieteikušies 5 cilvēki." in page
    assert "1 pieteikums pierakstīts ar roku" in page


def test_nothing_is_said_of_what_nobody_comes_to(site):
    SignUp.objects.all().delete()
    assert "Gaidāmajam šeit" not in asked(site, "delete", site.editor)
