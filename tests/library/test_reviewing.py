from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail

from library.actions import ask_for_reviews
from library.letters import REVIEW
from notifications.actions import deliver_due
from notifications.models import Letter
from tests import world
from tests.library import making

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)


def morning(days=0) -> datetime:
    return datetime(2026, 3, 2, 7, tzinfo=UTC) + timedelta(days=days)


def build(site):
    site.library = making.library(site)
    site.page = making.resource(site.library, "Nolikums", review_date=DAY)


def asked() -> list:
    letters = Letter.objects.filter(kind=REVIEW).order_by("pk")
    return [(letter.person.email, letter.context["turn"]) for letter in letters]


def test_editors_are_asked_on_the_day_once_and_again_after_a_month(site, people):
    ask_for_reviews(morning(-1))
    assert asked() == []
    for days in (0, 1, 29, 30, 31):
        ask_for_reviews(morning(days))
    assert asked() == [(people.editor.email, 0), (people.editor.email, 1)]


def test_whoever_made_it_is_asked_as_long_as_they_may(site, people):
    site.page.owner = people.admin
    site.page.save()
    ask_for_reviews(morning())
    assert asked() == [(people.admin.email, 0)]
    site.page.owner = people.resident
    site.page.save()
    ask_for_reviews(morning(30))
    assert asked()[1:] == [(people.editor.email, 1)]


def test_a_new_day_begins_anew_and_drafts_are_left_alone(site, people):
    ask_for_reviews(morning())
    site.page.review_date = DAY + timedelta(days=10)
    site.page.save_revision().publish()
    ask_for_reviews(morning(10))
    assert len(asked()) == 2
    making.resource(site.library, "Uzmetums", is_published=False, review_date=DAY)
    world.translated(site.page)
    ask_for_reviews(morning(11))
    assert len(asked()) == 2


def test_the_letter_says_which_resource(site, people):
    ask_for_reviews(morning())
    deliver_due(morning())
    (letter,) = mail.outbox
    assert "Nolikums" in letter.subject
    assert f"/admin/pages/{site.page.pk}/edit/" in letter.body


def test_no_letter_is_sent_about_what_was_looked_through(site, people):
    ask_for_reviews(morning())
    site.page.review_date = DAY + timedelta(days=365)
    site.page.save_revision().publish()
    deliver_due(morning())
    assert not mail.outbox
