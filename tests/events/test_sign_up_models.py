"""What the database itself refuses of seats and sign-ups."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from events.models import Seating, SignUp, SignUpQuestion
from tests.world import person

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def sign_up(seating, **fields):
    fields = {"state": SignUp.State.CONFIRMED, "signed_up_at": NOW, "changed_at": NOW} | fields
    return SignUp.objects.create(seating=seating, **fields)


def refused(make, *arguments, **fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(*arguments, **fields)


def test_an_event_has_its_seats_once():
    key = uuid4()
    Seating.objects.create(event_key=key)
    Seating.objects.create(event_key=key, of=date(2026, 12, 1))
    refused(Seating.objects.create, event_key=key)
    refused(Seating.objects.create, event_key=key, of=date(2026, 12, 1))


def test_fewer_than_no_seats_are_never_taken():
    refused(Seating.objects.create, event_key=uuid4(), taken=-1)


def test_a_person_signs_up_once_and_again_after_cancelling():
    seating, anna = Seating.objects.create(event_key=uuid4()), person("anna@example.test")
    first = sign_up(seating, person=anna)
    refused(sign_up, seating, person=anna)
    first.state = SignUp.State.CANCELLED
    first.save()
    sign_up(seating, person=anna)


def test_those_entered_by_hand_may_be_many():
    seating = Seating.objects.create(event_key=uuid4())
    assert sign_up(seating, name="Anna").pk != sign_up(seating, name="Anna").pk


def test_whoever_waits_has_a_place_and_nobody_else():
    seating = Seating.objects.create(event_key=uuid4())
    sign_up(seating, state=SignUp.State.WAITING, place=1)
    refused(sign_up, seating, state=SignUp.State.WAITING)
    refused(sign_up, seating, place=1)


def test_the_line_counts_those_who_still_wait_before_one():
    seating = Seating.objects.create(event_key=uuid4())
    places = [sign_up(seating, state=SignUp.State.WAITING, place=each) for each in (2, 5, 9)]
    assert [each.line for each in places] == [1, 2, 3]
    assert sign_up(seating).line is None


def test_there_is_room_for_what_is_not_taken():
    assert Seating(capacity=10, taken=4).free == 6
    assert Seating(capacity=3, taken=4).free == 0
    assert Seating(capacity=None, taken=4).free is None


def test_answers_to_choose_from_stand_each_once():
    assert SignUpQuestion(options=" Jā \n\nNē\nJā").choices == ["Jā", "Nē"]
