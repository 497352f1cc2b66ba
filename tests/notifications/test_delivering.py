"""What becomes of letters when the mail server is well, slow, busy, gone, or refuses."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from notifications import actions
from notifications.models import DeadAddress, Letter
from tests import world
from tests.services.mail import HANG_UP

State = Letter.State
HOUR = timedelta(hours=1)


def state_of(letter) -> str:
    letter.refresh_from_db()
    return letter.state


def test_a_letter_leaves_once(write, server, now):
    letter = write()
    actions.deliver_due(now)
    actions.deliver_due(now + HOUR)
    assert [each.message_id for each in server.received] == [letter.message_id]
    assert server.received[0].recipient == "aija@example.test"
    assert state_of(letter) == State.SENT
    assert letter.sent_at == now
    assert letter.claim_token == ""


def test_a_letter_is_taken_by_one_alone(write, now):
    letter = write()
    assert not Letter.objects.claim(letter.pk, token="a", now=now - HOUR)
    assert Letter.objects.claim(letter.pk, token="a", now=now)
    assert not Letter.objects.claim(letter.pk, token="b", now=now)
    letter.refresh_from_db()
    assert (letter.claim_token, letter.attempts) == ("a", 1)


def test_many_letters_share_a_connection(write, server, now):
    for number in range(5):
        write(str(number))
    actions.deliver_due(now)
    assert len(server.received) == 5
    assert server.connections == 1


def test_a_line_with_nothing_but_a_dot_does_not_end_the_letter(write, server, now):
    write(context={"comment_text": ".\n.\nbeigas", "words": "."})
    actions.deliver_due(now)
    assert "beigas" in server.received[0].message.get_body(("plain",)).get_content()


def test_what_somebody_waits_for_leaves_first(write, server, now):
    write("1")
    code = write("2", "skaidra@example.test", kind="secret", at=now)
    actions.deliver_due(now)
    assert server.received[0].message_id == code.message_id


def test_a_letter_goes_to_the_address_that_the_person_has_now(write, server, now):
    person = world.person("veca@example.test")
    write(person=person)
    person.email = "jauna@example.test"
    person.save()
    actions.deliver_due(now)
    assert server.received[0].recipient == "jauna@example.test"


@pytest.mark.parametrize("word", ["mail", "rcpt", "data", "end"])
def test_a_busy_server_gets_the_same_letter_later(write, server, now, word):
    letter = write()
    server.will(word, "451 later")
    actions.deliver_due(now)
    assert state_of(letter) == State.WAITING
    assert letter.failure == "SMTP 451"
    assert now < letter.next_attempt_at <= now + timedelta(minutes=2)
    actions.deliver_due(now)
    assert server.received == []
    actions.deliver_due(now + HOUR)
    assert state_of(letter) == State.SENT
    assert [each.message_id for each in server.received] == [letter.message_id]


def test_a_busy_answer_for_one_holds_up_nobody_else(write, server, now):
    write("1")
    other = write("2")
    server.will("rcpt", "451 later")
    actions.deliver_due(now)
    assert [each.message_id for each in server.received] == [other.message_id]


@pytest.mark.parametrize("word", ["mail", "data", "end"])
def test_a_refused_letter_has_failed(write, server, now, word):
    letter = write()
    server.will(word, "554 5.6.0 aija@example.test wrote nonsense")
    actions.deliver_due(now)
    actions.deliver_due(now + HOUR)
    assert state_of(letter) == State.FAILED
    # The server's words name people.
    assert letter.failure == "SMTP 554"
    assert server.received == []
    assert not DeadAddress.objects.exists()


@pytest.mark.parametrize("answer", ["550 5.1.1 nobody", "551 moved", "553 no such name"])
def test_an_address_without_anybody_is_marked_and_gets_nothing_more(write, server, now, answer):
    letter, other = write("1"), write("2", "Aija@Example.test")
    server.will("rcpt", answer)
    actions.deliver_due(now)
    assert state_of(letter) == State.FAILED
    assert state_of(other) == State.DROPPED
    assert other.failure == "DeadAddress"
    dead = DeadAddress.objects.get()
    assert (dead.address, dead.smtp_code) == ("aija@example.test", int(answer[:3]))
    assert server.received == []


def test_a_matter_of_policy_marks_nobody_as_dead(write, server, now):
    letter = write()
    server.will("rcpt", "550 5.7.1 relaying denied")
    actions.deliver_due(now)
    assert state_of(letter) == State.FAILED
    assert not DeadAddress.objects.exists()


@pytest.mark.parametrize("word", ["hello", "ehlo", "mail", "rcpt", "data", "end"])
def test_a_broken_connection_is_tried_again_with_the_same_letter(write, server, now, word):
    letter = write()
    server.will(word, HANG_UP)
    actions.deliver_due(now)
    assert state_of(letter) == State.WAITING
    assert letter.sent_at is None
    actions.deliver_due(now + HOUR)
    assert state_of(letter) == State.SENT
    assert [each.message_id for each in server.received] == [letter.message_id]


def test_a_connection_that_breaks_is_opened_again_for_the_next(write, server, now):
    write("1")
    other = write("2")
    server.will("rcpt", HANG_UP)
    actions.deliver_due(now)
    assert state_of(other) == State.SENT
    assert server.connections == 2


def test_nobody_waits_for_a_server_that_says_it_closes(write, server, now):
    letters = [write(str(number)) for number in range(5)]
    server.will("rcpt", "421 closing")
    actions.deliver_due(now)
    assert server.connections == 1
    assert {state_of(letter) for letter in letters} == {State.WAITING}


def test_a_server_that_is_down_costs_one_try_a_round(write, server, now, settings):
    settings.EMAIL_PORT = 9
    letters = [write(str(number)) for number in range(3)]
    actions.deliver_due(now)
    assert sorted(Letter.objects.values_list("attempts", flat=True)) == [0, 0, 1]
    settings.EMAIL_PORT = server.port
    actions.deliver_due(now + timedelta(minutes=2))
    assert len(server.received) == len(letters)


@pytest.mark.parametrize("word", ["hello", "rcpt", "data"])
def test_a_slow_server_gets_the_letter_later_and_once(write, server, now, word):
    letter = write()
    server.will(word, 1.5)
    actions.deliver_due(now)
    assert state_of(letter) == State.WAITING
    assert "Timeout" in letter.failure
    actions.deliver_due(now + HOUR)
    assert [each.message_id for each in server.received] == [letter.message_id]


@pytest.mark.parametrize("word", ["rcpt", "end"])
def test_a_slow_server_is_waited_for_once_a_round(write, server, now, word):
    for number in range(4):
        write(str(number))
    server.will(word, 1.5)
    actions.deliver_due(now)
    assert server.connections == 1
    assert Letter.objects.filter(state=State.WAITING, attempts=0).count() == 3


def test_a_server_that_thinks_for_too_long_has_the_letter(write, server, now):
    letter = write()
    server.will("end", 1.5)
    actions.deliver_due(now)
    assert state_of(letter) == State.HANDED
    assert letter.failure == "TimeoutError"
    actions.deliver_due(now + HOUR)
    assert state_of(letter) == State.HANDED
    assert server.connections == 1


def test_after_three_days_the_letter_is_given_up(write, server, now):
    letter = write()
    server.will("rcpt", *["451 later"] * 200)
    at, tries = now, 0
    while state_of(letter) == State.WAITING:
        actions.deliver_due(at)
        tries += 1
        at += timedelta(minutes=30)
    assert state_of(letter) == State.FAILED
    assert timedelta(days=2, hours=18) < at - now <= timedelta(days=3, hours=1)
    # Eight tries or so until the pauses are four hours long, then some six a day.
    assert 15 < letter.attempts < 40
    assert tries > letter.attempts


def test_nothing_is_asked_of_the_mail_server_when_nothing_waits(db, server, now):
    actions.deliver_due(now)
    assert server.connections == 0


def test_each_letter_costs_five_queries_however_many_there_are(write, server, now):
    counts = []
    for size in (10, 20):
        for number in range(size):
            write(f"{size}-{number}")
        with CaptureQueriesContext(connection) as asked:
            actions.deliver_due(now)
        counts.append(len(asked))
    # It is taken, read, let through the door, handed over, and ended.
    assert counts[1] - counts[0] == 10 * 5
