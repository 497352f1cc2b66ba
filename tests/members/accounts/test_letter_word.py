"""Whoever reads the mailbox gets in, however many others ask for codes or guess passwords."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.models import User
from notifications.composing import compose, site_settings
from notifications.kinds import kind_of
from notifications.models import Letter
from tests import world
from tests.members.accounts.signing import (
    ask_for_code,
    is_signed_in,
    latest_code,
    sign_in_by_password,
    type_code,
)

ANNA, NOBODY = "anna@example.test", "nav@example.test"


@pytest.fixture(autouse=True)
def _no_counts(site):
    cache.clear()


@pytest.fixture
def anna():
    return world.person(ANNA)


def attack(address: str, by: str, tries: int = 40):
    """Tries from ten places within the hour, none of which reads the mailbox."""
    for number in range(tries):
        form = {"email": address, "by": by, "password": "minu" if by == "password" else ""}
        stranger = Client(REMOTE_ADDR=f"10.9.{number % 10}.1")
        stranger.post(reverse("account_login"), form)


def newest_link(address: str) -> str:
    """The path of the link in the newest letter with a code to the address."""
    letter = Letter.objects.filter(kind="sign-in-code", address=address).latest("pk")
    return urlsplit(letter.context["link"]).path


def new_device() -> Client:
    return Client(REMOTE_ADDR="10.1.1.1")


def by_link(device, link: str, address: str, **fields):
    """Open the link, type the address and press the button; returns the answer."""
    assert device.get(link).status_code == 200
    return device.post(link, {"email": address, "by": "code", **fields})


@pytest.mark.parametrize("address", [ANNA, NOBODY])
def test_the_newest_letter_lets_its_reader_in_when_codes_are_used_up(anna, address):
    attack(address, "code")
    assert Letter.objects.count() == 6
    device = new_device()
    refused = ask_for_code(device, address)
    assert refused.status_code == 429
    assert Letter.objects.count() == 6
    sent = by_link(device, newest_link(address), address)
    assert sent.status_code == 302
    assert Letter.objects.count() == 7
    type_code(device, latest_code())
    assert is_signed_in(device)


def test_passwords_that_are_used_up_too_work_by_the_link(anna):
    attack(ANNA, "password")
    attack(ANNA, "code")
    device = new_device()
    assert sign_in_by_password(device, ANNA, world.PASSWORD).status_code == 429
    assert ask_for_code(device, ANNA).status_code == 429
    link = newest_link(ANNA)
    by_link(device, link, ANNA, by="password", password=world.PASSWORD)
    assert is_signed_in(device)
    other = new_device()
    by_link(other, link, ANNA)
    type_code(other, latest_code())
    assert is_signed_in(other)


def test_a_whole_day_of_asking_leaves_a_link_that_counts(anna):
    begins = timezone.now()
    for hour in range(23):
        with time_machine.travel(begins + timedelta(hours=hour)):
            attack(ANNA, "code", tries=7)
    assert Letter.objects.count() == 20
    with time_machine.travel(begins + timedelta(hours=23)):
        device = new_device()
        assert ask_for_code(device, ANNA).status_code == 429
        assert by_link(device, newest_link(ANNA), ANNA).status_code == 302


def test_strangers_at_the_same_place_do_not_shut_its_reader_out(anna):
    ask_for_code(new_device(), ANNA)
    device, library = new_device(), [new_device() for _ in range(60)]
    for number, stranger in enumerate(library):
        ask_for_code(stranger, f"cits{number}@example.test")
        type_code(stranger, "000000")
    assert ask_for_code(device, ANNA).status_code == 429
    by_link(device, newest_link(ANNA), ANNA)
    type_code(device, latest_code(address=ANNA))
    assert is_signed_in(device)


def test_the_refusal_says_the_same_of_known_and_unknown_addresses(anna):
    link = reverse("account_from_letter", args=["vards"])
    told = []
    for address in (ANNA, NOBODY):
        attack(address, "code")
        answers = ask_for_code(new_device(), address), by_link(new_device(), link, address)
        assert [answer.status_code for answer in answers] == [429, 429]
        told.append([str(answer.context["form"].non_field_errors()) for answer in answers])
    assert told[0] == told[1]
    assert told[0][0] != told[0][1]


def test_looking_at_the_link_changes_nothing(anna):
    attack(ANNA, "code")
    link, scanner, letters = newest_link(ANNA), new_device(), Letter.objects.count()
    sessions = Session.objects.count()
    for _ in range(20):
        assert scanner.get(link).status_code == scanner.head(link).status_code == 200
    assert Session.objects.count() == sessions
    assert Letter.objects.count() == letters
    assert ask_for_code(scanner, ANNA).status_code == 429
    assert not is_signed_in(scanner)


def test_the_link_signs_nobody_in_and_tells_nothing(anna):
    ask_for_code(new_device(), ANNA)
    device, link = new_device(), newest_link(ANNA)
    assert ANNA not in device.get(link).content.decode()
    by_link(device, link, ANNA)
    assert not is_signed_in(device)
    wrong = by_link(device, link, ANNA, by="password", password="minu")
    assert wrong.status_code == 200 and not is_signed_in(device)


def test_a_form_from_another_site_is_refused(anna):
    ask_for_code(new_device(), ANNA)
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(newest_link(ANNA), {"email": ANNA}).status_code == 403


def test_forged_and_foreign_words_count_for_nothing(anna):
    ask_for_code(new_device(), "svess@example.test")
    foreign = newest_link("svess@example.test")
    attack(ANNA, "code")
    letters = Letter.objects.count()
    own = newest_link(ANNA)
    for link in (foreign, f"{own[:-2]}/", own.replace(".", "0."), own.replace(".", "")):
        answer = by_link(new_device(), link, ANNA)
        assert answer.status_code == 429 and "<form" in answer.content.decode()
    assert Letter.objects.count() == letters


def test_a_word_ends_after_a_day(anna):
    ask_for_code(new_device(), ANNA)
    link, opened = newest_link(ANNA), new_device()
    by_link(opened, link, ANNA)
    with time_machine.travel(timezone.now() + timedelta(hours=24, seconds=5)):
        attack(ANNA, "code")
        assert by_link(new_device(), link, ANNA).status_code == 429
        assert ask_for_code(opened, ANNA).status_code == 429


@pytest.mark.parametrize("by", ["code", "password"])
def test_tries_by_a_link_are_slowed_down_however_many_devices_have_it(anna, by):
    ask_for_code(new_device(), ANNA)
    link = newest_link(ANNA)
    fields = {"by": by, "password": "minu" if by == "password" else ""}
    statuses = [by_link(new_device(), link, ANNA, **fields).status_code for _ in range(12)]
    assert 429 in statuses[:9] and set(statuses[8:]) == {429}


def test_the_link_makes_nobody_a_person_by_itself():
    ask_for_code(new_device(), NOBODY)
    by_link(new_device(), newest_link(NOBODY), NOBODY)
    assert not User.objects.filter(email=NOBODY).exists()


def test_the_letter_shows_the_link():
    ask_for_code(new_device(), NOBODY)
    letter = Letter.objects.get()
    sent = compose(letter, kind_of(letter.kind), site=site_settings(), now=timezone.now())
    page = sent.alternatives[0].content
    assert letter.context["link"] in sent.body
    assert f'href="{letter.context["link"]}"' in page
