"""Taking part without a password, from the first letter to the kind page afterwards."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from members import actions
from members.models import Allowance, Consent, ConsentText, PendingAction, User
from members.models.pending import CODE_TRIES
from members.pending import Refused
from members.secret_words import link_token
from notifications.models import Letter
from tests import world
from tests.members.taking_part import ADDRESS, NOW, begin, code_of, letter_about, link_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_now():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def test_what_was_written_waits_and_one_letter_goes_out():
    action = begin("Anna@Example.TEST")
    assert action.address == ADDRESS
    letter = letter_about(action)
    assert (letter.kind, letter.address, letter.person) == ("members.confirm", ADDRESS, None)
    assert not User.objects.exists()
    kept = PendingAction.objects.filter(pk=action.pk).values().get()
    assert code_of(action).replace(" ", "") not in str(kept)
    assert link_token(action.key) not in str(kept)


def test_the_link_shows_first_and_does_it_when_the_button_is_pressed(site, client, at_now):
    action = begin()
    for method in (client.get, client.head, client.get, client.get):
        response = method(link_of(action))
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
    action.refresh_from_db()
    assert action.done_at is None
    assert not User.objects.exists()
    page = client.get(link_of(action)).text
    assert "Tiks pievienoti vārdi." in page
    assert "Labdien!" in page
    response = client.post(link_of(action), follow=True)
    assert response.status_code == 200
    assert reverse("nearby") in response.text
    person = User.objects.get()
    assert (person.email, person.about) == (ADDRESS, "Labdien!")
    assert not person.has_usable_password()
    assert EmailAddress.objects.get(user=person, verified=True, primary=True).email == ADDRESS
    assert "_auth_user_id" not in client.session


def test_the_code_does_it_with_spaces_or_without(site, client, at_now):
    for number, change in enumerate((str, lambda code: code.replace(" ", ""))):
        action = begin(f"anna{number}@example.test")
        place = reverse("members:pending-begun", args=[action.key])
        assert client.get(place).status_code == 200
        response = client.post(place, {"code": change(code_of(action))}, follow=True)
        action.refresh_from_db()
        assert action.done_at == NOW
        assert action.payload == {}
        assert response.redirect_chain == [(place, 302)]


def test_a_second_press_says_kindly_that_it_is_done(site, client, at_now):
    action = begin()
    for _ in range(3):
        assert client.post(link_of(action), follow=True).status_code == 200
    place = reverse("members:pending-begun", args=[action.key])
    assert client.post(place, {"code": "123456"}).status_code == 200
    assert User.objects.get().about == "Labdien!"
    with pytest.raises(actions.NoLonger):
        actions.confirm_pending(action=action, now=NOW)


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "１２３４５６", "²²²²²²"])
def test_what_is_no_code_is_said_beside_the_field_and_costs_no_try(site, client, at_now, typed):
    action = begin()
    place = reverse("members:pending-begun", args=[action.key])
    response = client.post(place, {"code": typed})
    assert response.status_code == 200
    assert 'aria-invalid="true"' in response.text
    action.refresh_from_db()
    assert action.tries == 0


def wrong_code_for(action) -> str:
    return "000000" if code_of(action) != "000 000" else "111111"


def test_a_code_wears_out_and_the_link_stays_good(site, client, at_now):
    action = begin()
    place, wrong = reverse("members:pending-begun", args=[action.key]), wrong_code_for(action)
    for _ in range(CODE_TRIES):
        response = client.post(place, {"code": wrong})
        assert response.status_code == 200
        assert f'value="{wrong}"' in response.text
    assert client.post(place, {"code": code_of(action)}).status_code == 409
    assert not User.objects.exists()
    client.post(link_of(action))
    assert User.objects.get().about == "Labdien!"


def test_a_code_is_good_for_half_an_hour_and_a_link_for_a_day(site, client, at_now):
    action = begin()
    place = reverse("members:pending-begun", args=[action.key])
    at_now.shift(timedelta(minutes=30))
    assert client.post(place, {"code": code_of(action)}).status_code == 409
    at_now.shift(timedelta(hours=23, minutes=30))
    response = client.get(link_of(action))
    assert response.status_code == 410
    assert "Labdien!" in response.text
    assert client.post(link_of(action)).status_code == 410
    assert client.get(place).status_code == 410
    assert not User.objects.exists()


def test_a_new_letter_has_a_new_code_and_the_same_link(site, client, at_now):
    action = begin()
    old_code, old_link = code_of(action), link_of(action)
    for _ in range(CODE_TRIES):
        with pytest.raises(actions.WrongCode):
            actions.confirm_by_code(action=action, code="x", now=NOW, client_address="192.0.2.1")
    response = client.post(reverse("members:pending-resend", args=[action.key]), follow=True)
    assert response.status_code == 200
    assert Letter.objects.count() == 2
    assert link_of(action) == old_link
    place = reverse("members:pending-begun", args=[action.key])
    if code_of(action) != old_code:
        assert client.post(place, {"code": old_code}).status_code == 200
    assert client.post(place, {"code": code_of(action)}).status_code == 302
    assert User.objects.get().about == "Labdien!"


def test_sending_again_needs_a_post(client, at_now):
    action = begin()
    assert client.get(reverse("members:pending-resend", args=[action.key])).status_code == 405
    assert Letter.objects.count() == 1


def test_unknown_links_and_keys_are_nowhere(site, client):
    for name, word in (
        ("members:pending-begun", "00000000-0000-4000-8000-000000000000"),
        ("members:pending-link", "nekas"),
    ):
        assert client.get(reverse(name, args=[word])).status_code == 404
        assert client.post(reverse(name, args=[word])).status_code == 404


def test_what_is_not_possible_any_more_changes_nothing_and_keeps_the_words(site, client, at_now):
    action = begin(payload={"text": "Piesakos!", "is_full": True})
    response = client.post(link_of(action))
    assert response.status_code == 409
    assert "Vietu vairs nav." in response.text
    assert "Piesakos!" in response.text
    action.refresh_from_db()
    assert (action.done_at, User.objects.count()) == (None, 0)
    place = reverse("members:pending-begun", args=[action.key])
    assert client.post(place, {"code": code_of(action)}).status_code == 409


def test_a_known_address_is_the_same_person_and_signs_nobody_in(site, client, at_now):
    person = world.person(ADDRESS)
    EmailAddress.objects.create(user=person, email=ADDRESS, verified=False, primary=True)
    client.post(link_of(begin("ANNA@example.test")))
    assert User.objects.get().about == "Labdien!"
    assert EmailAddress.objects.get().verified
    assert User.objects.get().check_password(world.PASSWORD)
    assert "_auth_user_id" not in client.session


def test_an_address_of_earlier_is_whose_it_is_now():
    person = world.person(ADDRESS)
    EmailAddress.objects.create(user=person, email="otra@example.test", verified=True)
    found = actions.person_for_address(address="Otra@example.test", language="lv", now=NOW)
    assert found != person
    assert EmailAddress.objects.get(email="otra@example.test").user == found
    assert found.active_at == NOW


def test_a_closed_account_takes_no_part(site, client, at_now):
    world.person(ADDRESS, is_active=False)
    action = begin()
    assert client.post(link_of(action)).status_code == 409
    assert User.objects.get().about == ""


def test_too_much_is_not_kept():
    with pytest.raises(actions.TooLarge):
        begin(payload={"text": "ā" * 65_000})
    assert not PendingAction.objects.exists()


@pytest.mark.parametrize("letter", ["ā", "ж", "🌲"])
def test_as_much_is_kept_in_every_alphabet(letter):
    text = letter * (32 * 1024 // len(letter.encode()))
    assert begin(payload={"text": text}).payload["text"] == text


def test_a_consent_is_kept_when_the_address_is_confirmed():
    text = ConsentText.objects.create(
        version=1, language="lv", text="Noteikumi", valid_from=NOW - timedelta(days=1)
    )
    action = begin(consent=text)
    assert not Consent.objects.exists()
    actions.confirm_pending(action=action, now=NOW)
    assert Consent.objects.get().person == User.objects.get()


def test_what_ended_is_forgotten_after_a_week():
    begin()
    actions.prune_pending(NOW + timedelta(days=7, hours=23))
    assert PendingAction.objects.count() == 1
    actions.prune_pending(NOW + timedelta(days=8, minutes=1))
    assert not PendingAction.objects.exists()
    assert not Allowance.objects.exists()


def test_the_page_costs_the_same_for_more_actions(site, client, at_now):
    action = begin()
    client.get(link_of(action))
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(link_of(action))
        counts.append(len(queries))
        for number in range(10):
            begin(f"b{number}{len(counts)}@example.test", client_address=f"198.51.100.{number}")
    assert counts[0] == counts[1] <= 12


@pytest.mark.django_db(transaction=True)
def test_ten_presses_at_once_do_it_once():
    action, outcomes, gate = begin(), [], Barrier(10)

    def press():
        gate.wait()
        try:
            actions.confirm_pending(action=PendingAction.objects.get(pk=action.pk), now=NOW)
            outcomes.append("done")
        except actions.NoLonger:
            outcomes.append("no longer")
        finally:
            connection.close()

    threads = [Thread(target=press) for _ in range(10)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(outcomes) == ["done"] + ["no longer"] * 9
    assert User.objects.get().about == "Labdien!"


def test_refused_is_told_to_whoever_calls():
    with pytest.raises(Refused):
        actions.do_at_once(
            kind="tests.words",
            payload={"is_full": True},
            person=world.person(ADDRESS),
            now=NOW,
        )
