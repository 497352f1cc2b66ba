"""Guessing is slowed down and nobody is shut out."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

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


@pytest.fixture(autouse=True)
def _no_counts(db):
    cache.clear()


@pytest.fixture
def anna(site):
    return world.person("anna@example.test")


def guess_passwords(count: int, address="anna@example.test", place="10.9.9.9", **headers):
    """The status of each guess, each with another forged header."""
    visitor = Client(REMOTE_ADDR=place)
    return [
        visitor.post(
            reverse("account_login"),
            {"email": address, "password": f"minējums {number}"},
            HTTP_X_FORWARDED_FOR=f"203.0.113.{number}",
            HTTP_X_REAL_IP=f"203.0.113.{number}",
            HTTP_FORWARDED=f"for=203.0.113.{number}",
            **headers,
        ).status_code
        for number in range(count)
    ]


def test_passwords_are_throttled_whatever_the_headers_say(anna):
    answers = guess_passwords(30)
    assert answers.index(429) <= 10
    assert set(answers[answers.index(429) :]) == {429}


def test_an_unknown_address_is_throttled_alike(anna):
    assert guess_passwords(30) == guess_passwords(30, "nav@example.test", "10.9.9.8")


def test_codes_are_throttled_whatever_the_headers_say(site):
    visitor, statuses = Client(REMOTE_ADDR="10.9.9.9"), []
    for number in range(30):
        headers = {"HTTP_X_FORWARDED_FOR": f"203.0.113.{number}"}
        if "sign_in_code" not in visitor.session:
            form = {"email": "anna@example.test", "by": "code"}
            answer = visitor.post(reverse("account_login"), form, **headers)
            if answer.status_code == 429:
                statuses.append(429)
                continue
        form = {"code": wrong(latest_code())}
        statuses.append(
            visitor.post(reverse("account_confirm_login_code"), form, **headers).status_code
        )
    assert statuses.index(429) <= 10
    assert set(statuses[statuses.index(429) :]) == {429}


def test_the_live_session_goes_on_and_others_are_not_affected(anna):
    rightful, other = Client(REMOTE_ADDR="10.1.1.1"), Client(REMOTE_ADDR="10.2.2.2")
    world.person("berta@example.test")
    sign_in_by_password(rightful, anna.email, world.PASSWORD)
    guess_passwords(30)
    assert is_signed_in(rightful)
    assert sign_in_by_password(other, "berta@example.test", world.PASSWORD).status_code == 302


def test_a_code_opens_while_passwords_are_guessed_from_everywhere(anna):
    for number in range(15):
        guess_passwords(8, place=f"10.8.0.{number}")
    rightful = Client(REMOTE_ADDR="10.1.1.1")
    assert sign_in_by_password(rightful, anna.email, world.PASSWORD).status_code == 429
    sign_in_by_code(rightful, anna.email)
    assert is_signed_in(rightful)


def test_a_device_of_the_person_is_counted_by_itself(anna):
    rightful = Client(REMOTE_ADDR="10.9.9.9")
    sign_in_by_password(rightful, anna.email, world.PASSWORD)
    rightful.post(reverse("account_logout"))
    guess_passwords(30, place="10.9.9.9")
    assert sign_in_by_password(rightful, anna.email, world.PASSWORD).status_code == 302


def test_the_mark_of_a_device_is_of_no_use_for_another_person(anna):
    stranger = Client(REMOTE_ADDR="10.9.9.9")
    sign_in_by_code(stranger, "svess@example.test")
    stranger.post(reverse("account_logout"))
    answers = [sign_in_by_password(stranger, anna.email, "minu").status_code for _ in range(12)]
    assert 429 in answers


def test_a_device_is_slowed_down_too(anna):
    rightful = Client(REMOTE_ADDR="10.1.1.1")
    sign_in_by_password(rightful, anna.email, world.PASSWORD)
    rightful.post(reverse("account_logout"))
    answers = [sign_in_by_password(rightful, anna.email, "aizmirsu").status_code for _ in range(12)]
    assert 429 in answers


def test_right_passwords_count_for_nothing(anna):
    for _ in range(12):
        visitor = Client(REMOTE_ADDR="10.1.1.1")
        assert sign_in_by_password(visitor, anna.email, world.PASSWORD).status_code == 302


def test_the_site_is_no_mail_cannon(site):
    for number in range(30):
        visitor = Client(REMOTE_ADDR=f"10.3.{number}.1")
        ask_for_code(visitor, "upuris@example.test")
    assert Letter.objects.count() <= 6


def test_a_proxy_that_is_trusted_tells_who_asks(anna, settings):
    settings.TRUSTED_PROXY_COUNT = 1
    visitor = Client(REMOTE_ADDR="127.0.0.1")

    def guess(hops):
        form = {"email": anna.email, "password": "minu"}
        return visitor.post(reverse("account_login"), form, HTTP_X_FORWARDED_FOR=hops).status_code

    # What the client wrote stands before the hop that the proxy added.
    answers = [guess(f"203.0.113.{number}, 198.51.100.7") for number in range(12)]
    assert 429 in answers
    assert guess("198.51.100.8") == 200


def test_it_is_counted_in_the_shared_cache(anna, django_assert_max_num_queries):
    guess_passwords(9)
    # Nothing is kept in the process: whoever asks next reads the same rows.
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM shared_cache")
        assert cursor.fetchone()[0] > 0


def test_the_page_of_too_many_tries_is_kind_in_both_languages(rf, site):
    from django.utils import translation

    from core.errors import too_many_requests

    for language, words in (("lv", 'lang="lv"'), ("en", "Too many tries")):
        with translation.override(language):
            answer = too_many_requests(rf.get(f"/{language}/"))
        assert answer.status_code == 429
        assert words in answer.content.decode()


def test_a_wrong_code_of_another_session_takes_nothing_from_mine(anna):
    mine, other = Client(REMOTE_ADDR="10.1.1.1"), Client(REMOTE_ADDR="10.2.2.2")
    ask_for_code(mine, anna.email)
    code = latest_code()
    ask_for_code(other, anna.email)
    for _ in range(6):
        type_code(other, wrong(latest_code()))
    type_code(mine, code)
    assert is_signed_in(mine)
