"""How a letter comes into the outbox: with what it tells of, and once."""

import time
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from notifications import actions
from notifications.kinds import UnknownKind
from notifications.models import Letter
from tests import world


def test_a_letter_waits(write, now):
    letter = write(language="en", context={"title": "Talka"})
    assert letter.state == Letter.State.WAITING
    assert letter.next_attempt_at == letter.created_at == now
    assert letter.give_up_at == now + timedelta(days=3)
    assert letter.message_id.endswith("@kopa.example>")


@pytest.mark.parametrize("address", ["aija@example.test", "Aija@Example.TEST"])
def test_one_kind_about_one_thing_goes_to_one_address_once(write, address):
    assert write()
    assert write(address=address) is None
    assert write("2", address)
    assert write(address=address, kind="secret")


def test_one_kind_about_one_thing_goes_to_one_person_once(write):
    person, other = world.person("aija@example.test"), world.person("ieva@example.test")
    assert write(person=person)
    assert write(person=person) is None
    assert write(person=other)


def test_a_person_and_their_bare_address_are_one_recipient(write):
    person = world.person("aija@example.test")
    assert write("1")
    assert write("1", person=person) is None
    assert write("2", person=person)
    assert write("2", "AIJA@example.test") is None


@pytest.mark.parametrize("fields", [{"is_active": False}])
def test_nobody_writes_to_who_is_not_active(write, fields):
    assert write(person=world.person("aija@example.test", **fields)) is None
    assert not Letter.objects.exists()


def test_a_kind_must_be_known(db, now):
    with pytest.raises(UnknownKind):
        actions.queue(kind="unknown", about="1", address="aija@example.test", now=now)


def test_what_a_letter_is_about_is_short_on_every_database(write):
    assert write("a" * 120)
    with pytest.raises(ValueError, match="120"):
        write("a" * 121)


def test_what_did_not_happen_is_not_told(write):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write()
        raise ZeroDivisionError
    assert not Letter.objects.exists()


def test_the_callers_transaction_goes_on_after_a_repetition(write):
    with transaction.atomic():
        write("1")
        assert write("1") is None
        write("2")
    assert Letter.objects.count() == 2


@pytest.mark.parametrize(
    "recipient", [{"address": "AIJA@example.test"}, {"address": "aija@example.test"}]
)
def test_the_database_itself_refuses_a_second_one(write, recipient):
    letter = write()
    letter.pk, letter.message_id, letter.address = None, "<another@kopa>", recipient["address"]
    with pytest.raises(IntegrityError), transaction.atomic():
        letter.save(force_insert=True)


def test_the_database_itself_refuses_a_second_one_for_a_person(write):
    letter = write(person=world.person("aija@example.test"))
    letter.pk, letter.message_id = None, "<another@kopa>"
    with pytest.raises(IntegrityError), transaction.atomic():
        letter.save(force_insert=True)


@pytest.mark.parametrize("address", ["", "aija@example.test"])
def test_a_letter_goes_to_a_person_or_to_an_address(write, address):
    letter = write("1", "ieva@example.test")
    letter.address = address
    letter.person = world.person("aija@example.test") if address else None
    with pytest.raises(IntegrityError), transaction.atomic():
        letter.save()


def test_whoever_loses_a_race_is_told_none(write, monkeypatch):
    """What another process inserted between the look and the insertion is found by the database."""
    first = write()
    answers = iter([False, True])
    monkeypatch.setattr("django.db.models.QuerySet.exists", lambda queryset: next(answers))
    assert write() is None
    monkeypatch.undo()
    assert Letter.objects.get() == first


def test_a_dead_mail_server_costs_a_page_nothing(write, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    # An address that swallows connections; whoever asks it waits for the time limit.
    settings.EMAIL_HOST, settings.EMAIL_TIMEOUT = "10.255.255.1", 15
    start = time.monotonic()
    write()
    assert time.monotonic() - start < 1


def test_the_queries_of_queueing(write, django_assert_num_queries):
    write("1")
    # A look, a savepoint, the row, the end of the savepoint.
    assert connection.in_atomic_block
    with django_assert_num_queries(4):
        write("2")
