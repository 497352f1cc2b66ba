"""Many sign up at the same moment: nobody is given a seat that another has."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, transaction

from events import actions
from events.actions import Wish
from events.models import EventPage, Seating, SignUp
from members.pending import Refused
from tests.events import signing
from tests.events.signing import NOW, assert_counted

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 8


def together(*deeds) -> list:
    """What each answers when all begin at the same moment; a refusal is an answer too."""
    gate = Barrier(len(deeds))

    def do(deed):
        gate.wait()
        try:
            return deed()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return [future.result() for future in [pool.submit(do, deed) for deed in deeds]]


def comes(page, person, size=1):
    """A deed: the person signs up, as one request does."""

    def deed():
        found = EventPage.objects.get(pk=page.pk)
        wish = Wish(size, person.display_name)
        return actions.sign_up(page=found, of=None, person=person, wish=wish, now=NOW)

    return deed


def people(count=PEOPLE) -> list:
    return [signing.somebody(f"viesis{number}") for number in range(count)]


def lines(page) -> list[int]:
    waiting = SignUp.objects.waiting().filter(seating__event_key=page.translation_key)
    return [each.line for each in waiting]


def test_no_more_have_seats_than_there_are_and_the_others_stand_in_line(site):
    page = signing.event(site, capacity=3)
    together(*(comes(page, person) for person in people()))
    assert signing.seating(page).taken == 3
    assert lines(page) == list(range(1, PEOPLE - 2))
    places = SignUp.objects.waiting().values_list("place", flat=True)
    assert len(set(places)) == PEOPLE - 3
    assert_counted(page)


def test_whoever_looks_first_and_writes_then_overbooks(site):
    """The control: without the one statement the same people overbook the same event."""
    page = signing.event(site, capacity=3)
    seats = actions.open_seating(page=page, of=None)
    looked = Barrier(PEOPLE)

    def naive(person):
        def deed():
            has_room = Seating.objects.get(pk=seats.pk).free
            looked.wait()
            if has_room:
                with transaction.atomic():
                    SignUp.objects.create(
                        seating=seats,
                        person=person,
                        state=SignUp.State.CONFIRMED,
                        signed_up_at=NOW,
                        changed_at=NOW,
                    )

        return deed

    together(*(naive(person) for person in people()))
    assert SignUp.objects.confirmed().count() > 3


def test_parties_are_never_split_while_the_number_of_seats_changes(site):
    page = signing.event(site, capacity=5)
    seats = actions.open_seating(page=page, of=None)

    def changes(capacity):
        return lambda: actions.set_capacity(seating=seats, capacity=capacity, now=NOW)

    deeds = [comes(page, person, 3) for person in people()]
    together(*deeds, changes(10), changes(7))
    assert_counted(page)
    # Whichever number came last: nobody has more than ever was, and nobody waits in vain.
    seating = signing.seating(page)
    assert seating.taken in (6, 9)
    assert seating.taken <= 10
    assert seating.free < 3


def test_three_cancel_at_once_and_three_move_up_each_told_once(site):
    page = signing.event(site, capacity=3)
    made = [comes(page, person)() for person in people()]
    together(
        *(
            lambda each=each: actions.cancel_sign_up(sign_up=each, now=NOW)
            for each in [*made[:3], *made[:3]]
        )
    )
    assert list(SignUp.objects.confirmed().order_by("pk")) == made[3:6]
    assert sorted(signing.letters("sign-up-promoted")) == ["viesis3", "viesis4", "viesis5"]
    assert sorted(signing.letters("sign-up-cancelled")) == ["viesis0", "viesis1", "viesis2"]
    assert lines(page) == [1, 2]
    assert_counted(page)


def test_a_click_too_many_is_one_sign_up(site):
    page = signing.event(site, capacity=3)
    anna = signing.somebody("anna")
    answers = together(*(comes(page, anna, 2) for _ in range(PEOPLE)))
    assert {each.pk for each in answers} == {SignUp.objects.get().pk}
    assert signing.seating(page).taken == 2
    assert signing.letters("sign-up-confirmed") == ["anna"]


def test_the_last_seat_is_given_once_to_parties_that_grow(site):
    page = signing.event(site, capacity=3)
    made = [comes(page, person)() for person in people(2)]
    together(
        *(
            lambda each=each: actions.change_sign_up(sign_up=each, wish=Wish(2, each.name), now=NOW)
            for each in made
        )
    )
    assert signing.seating(page).taken == 3
    assert_counted(page)
