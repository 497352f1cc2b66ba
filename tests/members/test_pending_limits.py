"""Nobody makes a mail cannon of the site, and nobody learns from it whose address is known."""

import re
from datetime import timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.db import connection
from django.urls import reverse

from core.roles import EDITORS
from members import actions
from members.actions import pending
from members.limits import FROM_CLIENT, HOUR, TO_ADDRESS, Limit
from members.models import Allowance, PendingAction
from notifications.composing import compose, site_settings
from notifications.kinds import kind_of
from notifications.models import DeadAddress, Letter
from tests import world
from tests.members.taking_part import ADDRESS, NOW, begin

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_now():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def pages_after_begin(client, address) -> str:
    action = begin(address, client_address=f"192.0.2.{len(address)}")
    response = client.get(reverse("members:pending-begun", args=[action.key]))
    text = re.sub(r'value="[^"]+"', "", response.text)
    return text.replace(address, "…").replace(str(action.key), "…")


def test_known_limited_and_dead_addresses_look_as_unknown_ones_do(site, client, at_now):
    world.person("zinama@example.test")
    DeadAddress.objects.create(address="mirusi@example.test", found_at=NOW, smtp_code=550)
    for _ in range(TO_ADDRESS[0].count):
        begin("pilna@example.test")
    pages = {
        pages_after_begin(client, f"{name}@example.test")
        for name in ("nezinama", "zinama", "mirusi", "pilna")
    }
    assert len(pages) == 1


def test_one_address_gets_few_letters_in_an_hour_and_in_a_day():
    for number in range(12):
        begin(client_address=f"192.0.2.{number}")
    assert Letter.objects.count() == 5
    for number in range(12):
        begin(now=NOW + timedelta(hours=1), client_address=f"192.0.2.{number}")
    for number in range(12):
        begin(now=NOW + timedelta(hours=2), client_address=f"192.0.2.{number}")
    assert Letter.objects.count() == 10
    begin("cita@example.test")
    assert Letter.objects.count() == 11


def test_one_place_begins_only_so_much_and_others_are_not_affected():
    for number in range(FROM_CLIENT[0].count):
        begin(f"a{number}@example.test")
    with pytest.raises(actions.TooMany):
        begin("vel@example.test")
    begin("vel@example.test", client_address="192.0.2.2")
    begin("vel2@example.test", now=NOW + timedelta(hours=1))


def test_all_letters_together_have_a_limit(monkeypatch):
    monkeypatch.setattr(pending, "ALTOGETHER", (Limit("all-hour", 3, HOUR),))
    for number in range(5):
        begin(f"a{number}@example.test")
    assert Letter.objects.count() == 3
    assert PendingAction.objects.count() == 5


def test_editors_are_told_once_an_hour_that_no_more_letters_leave(site, monkeypatch):
    monkeypatch.setattr(pending, "ALTOGETHER", (Limit("all-hour", 1, HOUR),))
    editor = world.person("redaktore@example.test")
    editor.groups.add(Group.objects.get(name=EDITORS))
    told = Letter.objects.filter(kind="members.letters-used-up")
    begin("a0@example.test")
    assert not told.exists()
    for number in range(1, 5):
        begin(f"a{number}@example.test")
    assert [letter.person for letter in told] == [editor]
    for number in range(5, 8):
        begin(f"a{number}@example.test", now=NOW + timedelta(hours=1))
    assert told.all().count() == 2
    kind = kind_of("members.letters-used-up")
    assert "a1@" not in compose(told.first(), kind, site=site_settings(), now=NOW).body
    assert kind.may_receive(told.first(), NOW)
    editor.groups.clear()
    assert not kind.may_receive(told.first(), NOW)


def test_too_many_letters_asked_for_again_are_refused_kindly(site, client, at_now):
    action = begin(client_address="127.0.0.1")
    for _ in range(FROM_CLIENT[0].count):
        response = client.post(reverse("members:pending-resend", args=[action.key]), follow=True)
    assert "message--warning" in response.text
    assert Letter.objects.count() == TO_ADDRESS[0].count


def test_counts_do_not_tell_whom_they_count():
    begin()
    assert not any(
        ADDRESS in row.name or "192.0.2.1" in row.name for row in Allowance.objects.all()
    )


@pytest.mark.django_db(transaction=True)
def test_twelve_begun_at_once_send_no_more_letters_than_the_limit():
    gate, faults = Barrier(12), []

    def start(number):
        gate.wait()
        try:
            begin(client_address=f"192.0.2.{number}")
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    threads = [Thread(target=start, args=[number]) for number in range(12)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert not faults
    assert Letter.objects.count() == TO_ADDRESS[0].count
