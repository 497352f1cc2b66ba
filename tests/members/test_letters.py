"""The letters about taking part and one's own data, as they arrive."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from members import actions
from members.models import Erasure
from notifications.actions import deliver_due
from notifications.models import Letter
from tests import world
from tests.members.taking_part import ADDRESS, NOW, begin

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def arrived(now=NOW):
    deliver_due(now)
    [message] = mail.outbox
    return message


@pytest.fixture
def anna(site):
    return world.person(ADDRESS, language="lv", date_joined=LONG_AGO)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_code_and_a_link_arrive_and_are_forgotten(site, language):
    action = begin(language=language)
    context = Letter.objects.get().context
    message = arrived()
    assert message.to == [ADDRESS]
    assert context["code"] in message.subject
    assert context["code"] in message.body
    assert f"/{language}/" in context["action_url"]
    assert context["action_url"] in message.body
    assert "Tiks pievienoti vārdi." in message.body
    assert Letter.objects.get().context == {}
    actions.resend_pending(action=action, now=NOW, client_address="192.0.2.1")
    assert Letter.objects.count() == 2


def test_the_link_to_ones_data_arrives(anna):
    actions.ask_export(person=anna, language="lv", now=NOW)
    actions.make_exports(NOW)
    url = Letter.objects.get().context["action_url"]
    assert url in arrived().body
    assert Letter.objects.get().context == {}


def test_a_wish_to_leave_is_answered_with_the_day_and_a_way_back(anna):
    actions.ask_erasure(person=anna, now=NOW)
    context = Letter.objects.get().context
    assert context["due_date"] == "2026. gada 7. decembris"
    message = arrived()
    assert context["due_date"] in message.body
    assert context["action_url"] in message.body


def test_whoever_was_away_is_asked(anna):
    actions.warn_inactive(NOW)
    context = Letter.objects.get().context
    assert context["due_date"] in arrived().body


def test_who_stays_after_all_gets_no_letter_that_says_otherwise(anna):
    actions.ask_erasure(person=anna, now=NOW)
    actions.cancel_erasure(erasure=Erasure.objects.get())
    deliver_due(NOW + timedelta(minutes=1))
    assert mail.outbox == []
