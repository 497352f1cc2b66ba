"""The list of letters in the backstage, and what editors do there."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from notifications.models import DeadAddress, Letter
from tests import world

LIST = "/admin/letters/"


@pytest.fixture
def editor(client, site, people):
    client.force_login(people.editor)
    return client


@pytest.fixture
def failed(write):
    letter = write(address="aija.berzina@example.test")
    Letter.objects.update(state=Letter.State.FAILED, failure="SMTP 554", attempts=7)
    return letter


@pytest.fixture
def dead(now):
    return DeadAddress.objects.create(
        address="janis.ozols@example.test", found_at=now, smtp_code=550
    )


def again(letter) -> str:
    return reverse("letters:send-again", args=[letter.pk])


def forget(dead) -> str:
    return reverse("letters:forget", args=[dead.pk])


def test_it_shows_letters_in_words_and_addresses_masked(editor, failed, dead):
    html = editor.get(LIST).content.decode()
    assert "Vēstule" in html
    assert "a…@example.test" in html
    assert "j…@example.test" in html
    assert "aija.berzina" not in html
    assert "janis.ozols" not in html
    assert "554" in html


def test_it_shows_the_state_that_is_asked_for(editor, failed, write):
    write("2", "skaidra@example.test")
    html = editor.get(LIST, {"state": "waiting"}).content.decode()
    assert "s…@example.test" in html
    assert "a…@example.test" not in html


@pytest.mark.parametrize("query", [{"state": "nonsense"}, {"p": "x"}, {"p": "99"}])
def test_a_mistyped_address_shows_the_list(editor, failed, query):
    assert "a…@example.test" in editor.get(LIST, query).content.decode()


def test_the_list_comes_in_parts(editor, write):
    for number in range(51):
        write(str(number))
    assert editor.get(LIST).content.decode().count("a…@example.test") == 50
    assert editor.get(LIST, {"p": "2"}).content.decode().count("a…@example.test") == 1


def test_it_asks_no_more_for_twenty_than_for_ten(editor, write):
    counts = []
    for size in (10, 20):
        for number in range(size):
            write(f"{size}", person=world.person(f"p{size}-{number}@example.test"))
        editor.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            editor.get(LIST)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_it_is_found_among_the_reports(editor):
    assert LIST in editor.get("/admin/").content.decode()


def test_a_failed_letter_waits_again(editor, people, failed):
    assert editor.post(again(failed)).url == LIST
    failed.refresh_from_db()
    assert failed.state == Letter.State.WAITING
    assert (failed.attempts, failed.failure) == (0, "")
    assert failed.give_up_at - failed.next_attempt_at == timedelta(days=3)
    assert ModelLogEntry.objects.get().user == people.editor


@pytest.mark.parametrize("state", [state for state in Letter.State if state != "failed"])
def test_no_other_letter_is_sent_again(editor, failed, state):
    Letter.objects.update(state=state)
    editor.post(again(failed))
    failed.refresh_from_db()
    assert failed.state == state


def test_what_was_secret_is_not_there_to_be_sent_again(editor, write):
    letter = write(kind="secret")
    Letter.objects.update(state=Letter.State.FAILED)
    assert again(letter) not in editor.get(LIST).content.decode()
    editor.post(again(letter))
    letter.refresh_from_db()
    assert letter.state == Letter.State.FAILED


def test_a_dead_address_is_forgotten(editor, dead):
    assert editor.post(forget(dead)).url == LIST
    assert not DeadAddress.objects.exists()
    assert "janis" not in str(ModelLogEntry.objects.values())


def test_what_is_not_there_is_not_found(editor, db):
    assert editor.post(reverse("letters:send-again", args=[999])).status_code == 404
    assert editor.post(reverse("letters:forget", args=[999])).status_code == 404


def test_nothing_changes_by_looking(editor, failed, dead):
    assert editor.get(again(failed)).status_code == 405
    assert editor.get(forget(dead)).status_code == 405
    assert editor.post(LIST).status_code == 405


def test_strangers_are_sent_to_sign_in(client, site, failed, dead):
    for answer in (client.get(LIST), client.post(again(failed)), client.post(forget(dead))):
        assert answer.status_code == 302
        assert "?next=/admin/letters/" in answer.url


def test_others_are_refused(client, site, people, failed, dead):
    client.force_login(people.resident)
    for answer in (client.get(LIST), client.post(again(failed)), client.post(forget(dead))):
        assert answer.status_code in (302, 403)
    failed.refresh_from_db()
    assert failed.state == Letter.State.FAILED
    assert DeadAddress.objects.exists()


def test_who_works_backstage_without_the_right_is_refused(client, site, people, failed, dead):
    group = people.editor.groups.get()
    group.permissions.filter(codename="change_letter").delete()
    client.force_login(people.editor)
    client.get(LIST)
    client.post(again(failed))
    client.post(forget(dead))
    failed.refresh_from_db()
    assert failed.state == Letter.State.FAILED
    assert DeadAddress.objects.exists()
    assert "a…@example.test" not in client.get(LIST, follow=True).content.decode()
