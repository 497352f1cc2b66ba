"""Which letters leave at all, and what is kept of them."""

from datetime import timedelta

import pytest

from notifications import actions, kinds
from notifications.kinds import Kind
from notifications.models import Letter
from tests import world
from tests.notifications.test_delivering import HOUR, state_of

State = Letter.State


def test_the_door_is_asked_when_the_letter_leaves(write, server, now):
    seen = []

    def may_receive(letter, at):
        seen.append((letter.about, at))
        return letter.about == "1"

    kinds.register(Kind("closed", "letters/plain.txt", may_receive=may_receive))
    for_her, not_for_him = write("1", kind="closed"), write("2", kind="closed")
    assert seen == []
    actions.deliver_due(now + HOUR)
    assert seen == [("1", now + HOUR), ("2", now + HOUR)]
    assert state_of(for_her) == State.SENT
    assert state_of(not_for_him) == State.DROPPED
    assert not_for_him.failure == "NotAllowed"
    assert len(server.received) == 1


def test_who_was_shut_out_meanwhile_gets_nothing(write, server, now):
    person = world.person("ieva@example.test")
    letter = write(person=person)
    person.is_active = False
    person.save()
    actions.deliver_due(now)
    assert state_of(letter) == State.DROPPED
    assert server.received == []


def test_who_is_gone_takes_the_letters_along(write, server, now):
    person = world.person("ieva@example.test")
    write(person=person)
    person.delete()
    assert not Letter.objects.exists()


def test_what_is_of_no_use_any_more_is_dropped(write, server, now):
    kinds.register(Kind("code", "letters/plain.txt", good_for=timedelta(minutes=15)))
    letter = write(kind="code")
    actions.deliver_due(now + timedelta(minutes=16))
    assert state_of(letter) == State.DROPPED
    assert letter.failure == "TooLate"


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ([], State.SENT),
        (["550 no"], State.FAILED),
    ],
)
def test_nothing_secret_is_kept(write, server, now, answers, state):
    letter = write(kind="secret", context={"code": "123456"})
    server.will("rcpt", *answers)
    actions.deliver_due(now)
    assert state_of(letter) == state
    assert letter.context == {}


def test_what_is_secret_is_kept_until_it_is_sent(write, server, now):
    letter = write(kind="secret", context={"code": "123456"})
    server.will("rcpt", "451 later")
    actions.deliver_due(now)
    letter.refresh_from_db()
    assert letter.context["code"] == "123456"


def test_a_letter_that_cannot_be_written_holds_up_nobody(write, server, now):
    kinds.register(Kind("broken", "letters/broken.txt"))
    broken, other = write("1", kind="broken"), write("2")
    actions.deliver_due(now)
    assert state_of(broken) == State.WAITING
    assert broken.failure == "NoSubject"
    assert state_of(other) == State.SENT


def test_a_kind_that_is_gone_is_an_error_and_no_crash(write, server, now, monkeypatch):
    letter = write()
    monkeypatch.setattr(kinds, "_registry", {})
    actions.deliver_due(now)
    assert state_of(letter) == State.WAITING
    assert letter.failure == "UnknownKind"
