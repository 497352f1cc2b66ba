from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone
from wagtail.models import Revision

from communities.models import ArticlePage
from core import scheduled
from core.tasks import draft_translations
from tests import world

HOUR = timedelta(hours=1)


@pytest.fixture
def clock(site):
    """A clock that moves only when it is told to."""
    with time_machine.travel("2026-05-10T08:00:00+00:00", tick=False) as clock:
        yield clock


def turn():
    """The scheduled work, done now."""
    scheduled.publish_scheduled(timezone.now())


def is_live(page):
    return type(page).objects.get(pk=page.pk).live


def test_a_page_goes_live_at_its_hour_and_gets_its_draft_for_translation(site, clock):
    page = world.article(site.news, "Talka", slug="talka", go_live_at=timezone.now() + HOUR)
    turn()
    assert not is_live(page)
    clock.shift(HOUR + timedelta(seconds=1))
    turn()
    assert is_live(page)
    assert not world.in_english(page).live


def test_a_page_ends_at_its_hour_in_both_languages(site, clock):
    page = world.article(site.news, "Talka", slug="talka", expire_at=timezone.now() + HOUR)
    english = world.translated(page)
    turn()
    assert is_live(page) and is_live(english)
    clock.shift(HOUR + timedelta(seconds=1))
    turn()
    assert not is_live(page) and not is_live(english)


def test_a_page_that_may_not_go_live_holds_no_other_up(site, clock):
    english = world.in_english(world.article(site.news, "Talka", slug="talka"))
    too_early = timezone.now() - HOUR
    Revision.objects.filter(pk=english.save_revision().pk).update(approved_go_live_at=too_early)
    page = world.article(site.news, "Svētki", slug="svetki", go_live_at=timezone.now() + HOUR)
    clock.shift(HOUR + timedelta(seconds=1))
    turn()
    assert is_live(page) and not is_live(english)


def test_the_same_turn_twice_changes_nothing_more(site, clock):
    world.article(site.news, "Talka", slug="talka", go_live_at=timezone.now() + HOUR)
    clock.shift(HOUR + timedelta(seconds=1))
    turn()
    revisions = Revision.objects.count()
    turn()
    assert Revision.objects.count() == revisions


@pytest.mark.django_db(transaction=True)
def test_a_new_page_has_its_draft_for_translation_once_the_queue_was_drained(site, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    page = world.article(site.news, "Talka", slug="talka")
    assert not page.has_translation(site.english)
    scheduled.drain_tasks(datetime.now(UTC))
    draft = page.get_translation(site.english)
    assert not draft.live
    revisions = draft.revisions.count()
    draft_translations.call(page.pk)
    assert draft.revisions.count() == revisions


@pytest.mark.django_db(transaction=True)
def test_a_new_page_is_found_once_the_queue_was_drained(site, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    world.article(site.news, "Šķūņutalka", slug="talka")
    found = ArticlePage.objects.live()
    assert not found.search("Šķūņutalka")
    scheduled.drain_tasks(datetime.now(UTC))
    assert [page.slug for page in found.search("Šķūņutalka")] == ["talka"]
