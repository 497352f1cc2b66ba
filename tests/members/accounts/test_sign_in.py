"""Signing in by a code or a password, from any door."""

import re
import statistics
import time
from collections import defaultdict
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.models import User
from notifications.models import Letter
from tests import world
from tests.members.accounts.signing import (
    ask_for_code,
    is_signed_in,
    latest_code,
    sign_in_by_code,
    sign_in_by_password,
    type_code,
    wrong,
)

TRIES = 20


@pytest.fixture
def anna(site):
    return world.person("anna@example.test")


def test_a_stranger_gets_an_account_with_the_code(client, site):
    answer = sign_in_by_code(client, "Jauna@Example.test", next="/lv/")
    assert (answer.status_code, answer.url) == (302, "/lv/")
    assert is_signed_in(client)
    person = User.objects.get(email="jauna@example.test")
    assert not person.has_usable_password()


def test_asking_for_a_code_makes_nobody(client, site):
    ask_for_code(client, "jauna@example.test")
    assert not User.objects.exists()


def test_a_known_person_is_the_same_row(client, anna):
    sign_in_by_code(client, "ANNA@example.test")
    assert User.objects.get() == anna
    assert int(client.session["_auth_user_id"]) == anna.pk


def test_a_code_is_good_once(client, site):
    sign_in_by_code(client, "jauna@example.test")
    client.post(reverse("account_logout"))
    assert type_code(client, latest_code()).url == reverse("account_login")
    assert not is_signed_in(client)


def test_a_code_is_good_for_a_quarter_of_an_hour(client, site):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        ask_for_code(client, "jauna@example.test")
        clock.shift(timedelta(minutes=16))
        assert type_code(client, latest_code()).url == reverse("account_login")
    assert not is_signed_in(client)


def test_a_code_is_of_no_use_in_another_browser(client, site):
    ask_for_code(client, "jauna@example.test")
    other = Client()
    type_code(other, latest_code())
    assert not is_signed_in(other)


def test_five_wrong_codes_end_the_code(client, site):
    ask_for_code(client, "jauna@example.test")
    code = latest_code()
    answers = [type_code(client, wrong(code)).status_code for _ in range(5)]
    assert answers == [200, 200, 200, 200, 403]
    assert type_code(client, code).url == reverse("account_login")


def test_a_code_may_be_typed_with_a_space(client, site):
    ask_for_code(client, "jauna@example.test")
    code = latest_code()
    type_code(client, f"{code[:3]} {code[3:]}")
    assert is_signed_in(client)


def test_a_password_signs_in(client, anna):
    answer = sign_in_by_password(client, "Anna@example.test", world.PASSWORD, next="/lv/")
    assert answer.url == "/lv/"
    assert is_signed_in(client)


@pytest.mark.parametrize("address", ["anna@example.test", "nav@example.test"])
def test_a_wrong_password_is_told_alike(client, anna, address):
    answer = sign_in_by_password(client, address, "nepareiza")
    assert answer.status_code == 200
    assert "message--error" in answer.content.decode()
    assert not is_signed_in(client)


def test_pressing_the_password_button_without_one_asks_for_it(client, anna):
    answer = sign_in_by_password(client, "anna@example.test", "")
    assert "password" in answer.context["form"].errors
    assert not Letter.objects.exists()


def test_an_address_of_earlier_opens_nothing(client, anna):
    from allauth.account.models import EmailAddress

    EmailAddress.objects.create(user=anna, email="anna@example.test", verified=True, primary=True)
    User.objects.filter(pk=anna.pk).update(email="anna.jauna@example.test")
    sign_in_by_password(client, "anna@example.test", world.PASSWORD)
    assert not is_signed_in(client)
    sign_in_by_code(client, "anna@example.test")
    assert int(client.session["_auth_user_id"]) != anna.pk


@pytest.mark.parametrize("way", ["code", "password"])
def test_a_closed_account_stays_closed(client, anna, way):
    User.objects.filter(pk=anna.pk).update(is_active=False)
    if way == "code":
        answer = sign_in_by_code(client, anna.email)
    else:
        answer = sign_in_by_password(client, anna.email, world.PASSWORD)
    assert answer.url == reverse("account_inactive")
    assert not is_signed_in(client)


def test_a_closed_account_ends_at_the_next_request(client, anna):
    client.force_login(anna)
    User.objects.filter(pk=anna.pk).update(is_active=False)
    assert not is_signed_in(client)


def test_work_begins_in_the_backstage_and_a_visit_at_home(client, people, site):
    starts = {people.editor: "wagtailadmin_home", people.resident: "members:my-page"}
    for person, name in starts.items():
        answer = sign_in_by_password(Client(), person.email, world.PASSWORD)
        assert answer.url == reverse(name)


def test_the_backstage_has_no_door_of_its_own(client, site, people):
    answer = client.get("/admin/login/?next=/admin/pages/")
    assert answer.url == f"{reverse('account_login')}?next=%2Fadmin%2Fpages%2F"
    form = {"username": people.admin.email, "password": world.PASSWORD}
    answer = client.post("/admin/login/", form)
    assert answer.url == reverse("account_login")
    assert not is_signed_in(client)
    assert client.get("/admin/").url.startswith(reverse("account_login"))


@pytest.mark.parametrize(
    "name", ["wagtailadmin_password_reset", "wagtailadmin_password_reset_done"]
)
def test_the_backstage_resets_no_password(client, site, name):
    assert client.get(reverse(name)).status_code == 404


def test_the_backstage_changes_neither_password_nor_address(client, people, site):
    client.force_login(people.editor)
    html = client.get("/admin/account/").content.decode()
    assert 'name="password-' not in html and 'name="name_email-email"' not in html
    form = {"name_email-email": "cita@example.test", "password-new_password1": "Cita parole 1"}
    client.post("/admin/account/", form)
    people.editor.refresh_from_db()
    assert people.editor.email == "redaktore@example.test"
    assert people.editor.check_password(world.PASSWORD)


@pytest.mark.parametrize("address", ["account_logout", "/admin/logout/"])
def test_signing_out_takes_a_post(client, anna, address):
    client.force_login(anna)
    address = address if address.startswith("/") else reverse(address)
    client.get(address)
    assert is_signed_in(client)
    client.post(address)
    assert not is_signed_in(client)


def test_the_letter_is_secret_urgent_and_in_the_language_of_the_page(client, site):
    from notifications.kinds import kind_of

    client.post("/en/account/sign-in/", {"email": "new@example.test", "by": "code"})
    letter = Letter.objects.get()
    assert letter.language == "en"
    assert kind_of(letter.kind).is_secret and kind_of(letter.kind).is_urgent


class SlowHasher(PBKDF2PasswordHasher):
    """Slow enough for a missing hash to be felt, about 0.1 s; the site's own is slower still."""

    algorithm = "slow"
    iterations = 250_000


def ask_in_turn(addresses: list[str], fields: dict) -> tuple[dict, dict]:
    """Pages and median CPU seconds by address, asked in turn, each time from another place."""
    seconds, pages = defaultdict(list), defaultdict(set)
    for number in range(TRIES):
        for place, address in enumerate(addresses):
            visitor = Client(REMOTE_ADDR=f"10.0.{number}.{place}")
            # The machine may be busy with other things; nothing that is waited for is left out,
            # because no letter is sent while the visitor waits.
            began = time.thread_time()
            answer = visitor.post(reverse("account_login"), {"email": address, **fields})
            seconds[address].append(time.thread_time() - began)
            pages[address].add((answer.status_code, words_of(visitor, answer, address)))
            cache.clear()
    return {address: statistics.median(spent) for address, spent in seconds.items()}, pages


def words_of(visitor, answer, address) -> str:
    """What the visitor reads next, without the address and the form's token."""
    if answer.status_code == 302:
        answer = visitor.get(answer.url)
    words = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
    return words.replace(address, "-")


@pytest.mark.parametrize("fields", [{"by": "code"}, {"password": "nepareiza parole"}])
def test_nobody_learns_whose_address_is_known(site, settings, fields):
    settings.PASSWORD_HASHERS = [f"{__name__}.SlowHasher"]
    User.objects.create_user("anna@example.test", world.PASSWORD)
    User.objects.create_user("bez.paroles@example.test")
    known, *others = ["anna@example.test", "bez.paroles@example.test", "nav@example.test"]
    seconds, pages = ask_in_turn([known, *others], fields)
    for other in others:
        assert pages[known] == pages[other]
        assert abs(seconds[known] - seconds[other]) < 0.05
