"""Letters that can be stopped say how, and a scanner that looks stops nothing."""

from email import message_from_bytes, policy

import pytest
from django.test import Client
from django.utils.translation import override

from notifications import stopping
from notifications.models import LetterWish, Notice
from notifications.rhythms import Rhythm


@pytest.fixture
def address(tell, anna, post, site, settings):
    """The address in the header of a letter about a topic."""
    tell(anna)
    (letter,) = post()
    sent = message_from_bytes(letter.message().as_bytes(), policy=policy.default)
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    return str(sent["List-Unsubscribe"])[1:-1].removeprefix(settings.SITE_URL)


@pytest.fixture
def machine():
    """A mail program: no cookie, and no token of a form."""
    return Client(enforce_csrf_checks=True)


def stopped(person) -> list[str]:
    wishes = LetterWish.objects.filter(person=person, is_stopped=True)
    return list(wishes.order_by("pk").values_list("scope", flat=True))


def test_the_address_stands_whole_on_one_line_and_in_the_foot(tell, anna, post, settings):
    tell(anna)
    (letter,) = post()
    lines = letter.message().as_bytes().decode().splitlines()
    (header,) = [line for line in lines if line.startswith("List-Unsubscribe: ")]
    assert header.startswith(f"List-Unsubscribe: <{settings.SITE_URL}/lv/")
    assert header.endswith("/>")
    assert len(header) < 998
    assert header[len("List-Unsubscribe: <") : -1] in letter.body


def test_a_letter_that_is_necessary_cannot_be_stopped(write, server, now):
    from notifications import actions

    write()
    actions.deliver_due(now)
    assert server.received[0].message["List-Unsubscribe"] is None
    assert server.received[0].message["List-Unsubscribe-Post"] is None


@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_changes_nothing(address, machine, anna, method):
    response = getattr(machine, method)(address)
    assert response.status_code == 200
    assert not LetterWish.objects.exists()
    assert "sessionid" not in response.cookies


def test_a_mail_program_stops_letters_about_the_group_without_a_cookie(
    address, machine, anna, tell, post
):
    for _twice in range(2):
        response = machine.post(address, {"List-Unsubscribe": "One-Click"})
        assert response.status_code == 200
    assert stopped(anna) == ["group:topic:1"]
    tell(anna, about="2")
    tell(anna, about="3", group="topic:2")
    assert [letter.subject for letter in post()] == ["Anna raksta: 3"]
    # On the site everything is told still.
    assert anna.notices.count() == 3


@pytest.mark.parametrize(
    ("scope", "kept"),
    [("group", "group:topic:1"), ("category", "kind:said"), ("everything", "everything")],
)
def test_a_person_chooses_how_much_and_may_think_better_of_it(address, machine, anna, scope, kept):
    html = machine.post(address, {"scope": scope}).content.decode()
    assert stopped(anna) == [kept]
    assert 'name="undo"' in html
    machine.post(address, {"scope": scope, "undo": "1"})
    assert stopped(anna) == []


def test_what_was_chosen_before_comes_back(address, machine, anna):
    LetterWish.objects.create(person=anna, scope="kind:said", rhythm=Rhythm.DAILY)
    machine.post(address, {"scope": "category"})
    machine.post(address, {"scope": "category", "undo": "1"})
    wish = anna.letter_wishes.get()
    assert (wish.rhythm, wish.is_stopped) == (Rhythm.DAILY, False)


def test_it_stops_what_waits(address, machine, anna, tell, now):
    anna.letter_rhythm = Rhythm.DAILY
    anna.save()
    tell(anna, about="2")
    machine.post(address)
    assert not Notice.objects.filter(due_at__isnull=False).exists()


def test_the_link_lets_nobody_in(address, machine):
    machine.post(address)
    assert "sessionid" not in machine.cookies
    assert machine.get("/lv/cilveki/mana-lapa/").status_code == 302


def test_it_names_what_it_is_about_as_long_as_that_is_there(address, machine, talk):
    assert "Soliņi" in machine.get(address).content.decode()
    talk.gone.add("1")
    assert "Soliņi" not in machine.get(address).content.decode()


@pytest.mark.parametrize("word", ["a", "WzEsIiIsIiJd:aaaa", "ā:b", "%00"])
def test_a_word_that_the_site_did_not_make_is_nothing(machine, site, talk, address, word):
    place = address.rsplit("/", 2)[0]
    for method in ("get", "post"):
        assert getattr(machine, method)(f"{place}/{word}/").status_code == 404
    assert not LetterWish.objects.exists()


def test_nobody_can_change_whose_letters_it_names(anna, talk, address, machine):
    token = stopping.token_of(anna.pk, "topic:1", "said")
    other = stopping.token_of(anna.pk + 1, "topic:1", "said")
    mixed = other.split(":")[0] + ":" + token.split(":")[1]
    place = address.rsplit("/", 2)[0]
    assert machine.post(f"{place}/{mixed}/").status_code == 404


def test_the_link_of_somebody_who_left_is_nothing(anna, machine, address):
    anna.is_active = False
    anna.save()
    assert machine.get(address).status_code == 404


def test_other_methods_are_refused(machine, address):
    assert machine.put(address).status_code == 405


def test_it_is_there_in_english(anna, machine, tell, post, site, settings):
    anna.language = "en"
    anna.save()
    tell(anna, about="9", group="topic:9")
    (letter,) = post()
    path = letter.extra_headers["List-Unsubscribe"][1:-1].removeprefix(settings.SITE_URL)
    assert path.startswith("/en/")
    with override("en"):
        assert machine.get(path).status_code == 200
