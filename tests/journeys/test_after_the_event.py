"""Months go by in a minute: reminder, results asked for, awaited and told, names forgotten."""

import re
from contextlib import contextmanager
from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from communities.models import CommunityPage
from core.jobs import run_due
from events.models import SignUp
from tests import world
from tests.communities import leaders
from tests.events import making, signing
from tests.journeys.looking import faults_shown_in_both_themes

MORNING = 9
ANNA = "anna@example.test"


@pytest.fixture
def scene(served):
    """A community that publishes by itself, and a course evening in it for which Anna signed up."""
    tirza = CommunityPage.objects.get(slug="tirza", locale__language_code="lv")
    leader = world.leader(tirza)
    leaders.trust(tirza)
    day = timezone.localdate() + timedelta(days=12)
    page = making.event(
        tirza, "Sveču liešana", day, takes_sign_ups=True, capacity=10, erase_after_days=30
    )
    signing.come(page, "anna", 2, now=timezone.now())
    return SimpleNamespace(leader=leader, day=day, page=page, address=page.url_path)


@contextmanager
def at(day, hour=MORNING):
    """The site as it is then, with all done that is due; the letters that left are in the box."""
    moment = timezone.make_aware(timezone.datetime(day.year, day.month, day.day, hour))
    mail.outbox.clear()
    with time_machine.travel(moment):
        work()
        yield


def work():
    """All that is due, twice: some of it puts letters into the outbox that are due at once."""
    run_due(timezone.now())
    run_due(timezone.now() + timedelta(minutes=20))


def letter_to(address) -> str:
    return next(letter.body for letter in mail.outbox if address in letter.to)


def test_what_came_of_an_event_is_asked_for_awaited_and_told(scene, visitor):
    reader = visitor()
    with at(scene.day - timedelta(days=1), hour=19):
        assert "Atgādinām: jūs pieteicāties pasākumam „Sveču liešana”" in letter_to(ANNA)
    with at(scene.day + timedelta(days=1)):
        letter_to(scene.leader.email)
        reader.goto(scene.address)
        assert reader.get_by_text("rezultāti gaidāmi").count() == 0
    with at(scene.day + timedelta(days=8)):
        address = re.search(r"https?://\S+/edit/\S*", letter_to(scene.leader.email))[0]
        reader.goto(scene.address)
        reader.get_by_text("rezultāti gaidāmi").wait_for()
        assert faults_shown_in_both_themes(reader, "results awaited") == []
        say_what_came_of_it(visitor(scene.leader), address)
        work()
        assert "Sveču liešana" in letter_to(ANNA)
        reader.goto(scene.address)
        reader.get_by_text("Izlējām četrdesmit sveces.").wait_for()
        assert reader.get_by_text("rezultāti gaidāmi").count() == 0
        assert faults_shown_in_both_themes(reader, "results told") == []
    with at(scene.day + timedelta(days=29)):
        assert "anna" in words_of_the_list(visitor(scene.leader), scene)
    with at(scene.day + timedelta(days=32)):
        assert "anna" not in words_of_the_list(visitor(scene.leader), scene)
        assert list(SignUp.objects.values_list("name", "person", "party_size")) == [("", None, 2)]


def say_what_came_of_it(page, address):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address)
    page.locator("#id_results-ADD").click()
    page.fill("#id_results-0-text", "Izlējām četrdesmit sveces.")
    page.locator("footer [data-controller~=w-dropdown] button[aria-expanded]").first.click()
    page.locator("button[name=action-publish]").first.click()
    page.locator(".messages li.success").wait_for()


def words_of_the_list(page, scene) -> set[str]:
    page.goto(reverse("events:sign-ups", args=[scene.page.translation_key]))
    return set(page.locator("main").inner_text().lower().split())
