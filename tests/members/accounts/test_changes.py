"""What a person changes about signing in, each time confirmed."""

import pytest
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.actions import erase_person
from members.kinds import prune
from members.models import User
from notifications.models import DeadAddress, Letter
from tests import world
from tests.members.accounts.signing import (
    is_signed_in,
    latest_code,
    sign_in_by_code,
    sign_in_by_password,
    wrong,
)

NEW = "anna.jauna@example.test"


@pytest.fixture
def anna(site):
    cache.clear()
    return world.person("anna@example.test")


@pytest.fixture
def at_home(client, anna):
    """Anna, signed in a moment ago."""
    sign_in_by_password(client, anna.email, world.PASSWORD)
    return client


def grow_old(client):
    """Let the sign-in be long ago."""
    session = client.session
    for record in session[AUTHENTICATION_METHODS_SESSION_KEY]:
        record["at"] -= 3600
    session.save()


def begin_change(client, address=NEW):
    return client.post(reverse("account_email"), {"action": "begin", "email": address})


def both_codes() -> dict:
    old = latest_code("account-code", person__isnull=False)
    return {"old": old, "new": latest_code("account-code", address=NEW)}


def confirm(client, codes):
    return client.post(reverse("account_email"), {"action": "confirm", **codes})


def test_the_address_changes_when_both_mailboxes_have_answered(at_home, anna):
    begin_change(at_home)
    codes = both_codes()
    assert codes["old"] != codes["new"]
    assert confirm(at_home, codes).url == reverse("account_home")
    anna.refresh_from_db()
    assert anna.email == NEW
    told = Letter.objects.filter(kind="account-notice").values_list("address", "person")
    assert set(told) == {("", anna.pk), ("anna@example.test", None)}


def test_an_address_that_was_given_up_is_forgotten_with_the_person(at_home, anna):
    DeadAddress.objects.create(address=anna.email, found_at=timezone.now(), smtp_code=550)
    sign_in_by_code(Client(), anna.email)
    begin_change(at_home, "parrakstijos@example.test")
    begin_change(at_home)
    confirm(at_home, both_codes())
    # The letter that tells of the change is the only one left that knows the old address.
    [kind] = Letter.objects.filter(address="anna@example.test").values_list("kind", flat=True)
    assert kind == "account-notice"
    assert not DeadAddress.objects.exists()
    erase_person(person=User.objects.get(pk=anna.pk), now=timezone.now())
    assert not Letter.objects.exists()


@pytest.mark.parametrize("known", ["old", "new"])
def test_one_mailbox_alone_changes_nothing(at_home, anna, known):
    begin_change(at_home)
    codes = both_codes()
    other = {"old": "new", "new": "old"}[known]
    for guess in (wrong(codes[other]), codes[known]):
        confirm(at_home, {known: codes[known], other: guess})
        anna.refresh_from_db()
        assert anna.email == "anna@example.test"


def test_a_change_ends_the_other_sessions(at_home, anna):
    other = Client()
    sign_in_by_password(other, anna.email, world.PASSWORD)
    begin_change(at_home)
    confirm(at_home, both_codes())
    assert is_signed_in(at_home)
    assert not is_signed_in(other)


def test_five_wrong_tries_end_the_change(at_home, anna):
    begin_change(at_home)
    codes = both_codes()
    for _ in range(5):
        confirm(at_home, {"old": codes["old"], "new": wrong(codes["new"])})
    confirm(at_home, codes)
    anna.refresh_from_db()
    assert anna.email == "anna@example.test"


def test_a_change_can_be_given_up(at_home, anna):
    begin_change(at_home)
    codes = both_codes()
    at_home.post(reverse("account_email"), {"action": "cancel"})
    confirm(at_home, codes)
    anna.refresh_from_db()
    assert anna.email == "anna@example.test"


def test_an_address_of_somebody_else_looks_as_any_other(at_home, anna):
    world.person(NEW)
    answer = begin_change(at_home)
    page = at_home.get(answer.url)
    assert NEW in page.content.decode()
    assert Letter.objects.filter(kind="address-taken", address=NEW).exists()
    assert not Letter.objects.filter(kind="account-code", address=NEW).exists()


def test_an_address_that_was_taken_meanwhile_is_told(at_home, anna):
    begin_change(at_home)
    codes = both_codes()
    world.person(NEW)
    assert confirm(at_home, codes).url == reverse("account_email")
    assert User.objects.get(pk=anna.pk).email == "anna@example.test"


def test_looking_changes_nothing(at_home, anna):
    begin_change(at_home)
    for method in ("get", "head"):
        for _ in range(3):
            getattr(at_home, method)(reverse("account_email"))
    assert Letter.objects.filter(kind="account-code").count() == 2
    confirm(at_home, both_codes())
    anna.refresh_from_db()
    assert anna.email == NEW


def test_letters_with_codes_are_few(at_home):
    statuses = []
    for number in range(8):
        statuses.append(begin_change(at_home, f"nav{number}@example.test").status_code)
        at_home.post(reverse("account_email"), {"action": "cancel"})
    assert 429 in statuses


def test_a_password_is_chosen_and_other_devices_are_signed_out(client, site):
    cache.clear()
    sign_in_by_code(client, "jauna@example.test")
    other = Client()
    sign_in_by_code(other, "jauna@example.test")
    answer = client.post(reverse("account_change_password"), {"password": "zili rudzi pie upes"})
    assert answer.url == reverse("account_home")
    assert User.objects.get().check_password("zili rudzi pie upes")
    assert is_signed_in(client)
    assert not is_signed_in(other)
    assert Letter.objects.filter(kind="account-notice").count() == 1


@pytest.mark.parametrize("password", ["īss", "password123", "anna@example.test", "1234567890123"])
def test_a_weak_password_is_refused(at_home, anna, password):
    answer = at_home.post(reverse("account_change_password"), {"password": password})
    assert answer.status_code == 200
    anna.refresh_from_db()
    assert anna.check_password(world.PASSWORD)


@pytest.mark.parametrize(
    "name", ["account_change_password", "account_email", "mfa_activate_totp", "mfa_add_webauthn"]
)
def test_what_matters_asks_once_more_who_is_there(at_home, anna, name):
    grow_old(at_home)
    answer = at_home.get(reverse(name))
    assert answer.url.startswith(reverse("account_reauthenticate"))
    assert at_home.post(reverse(name), {"password": "zili rudzi pie upes"}).status_code == 302
    anna.refresh_from_db()
    assert anna.check_password(world.PASSWORD)
    form = {"password": world.PASSWORD, "next": reverse(name)}
    at_home.post(reverse("account_reauthenticate"), form)
    assert at_home.get(reverse(name)).status_code == 200


def test_whoever_has_no_password_shows_it_by_a_code(client, site):
    cache.clear()
    sign_in_by_code(client, "jauna@example.test")
    grow_old(client)
    answer = client.get(reverse("account_change_password"))
    assert answer.url.startswith(reverse("account_reauthenticate_by_code"))
    assert client.get(answer.url).status_code == 200
    assert not Letter.objects.filter(kind="account-code").exists()
    client.post(answer.url, {"action": "send"})
    code = latest_code("account-code")
    assert client.post(answer.url, {"code": wrong(code)}).status_code == 200
    assert client.post(answer.url, {"code": code}).url == reverse("account_change_password")
    assert client.get(reverse("account_change_password")).status_code == 200


def test_sessions_are_listed_and_ended_one_by_one_or_all(at_home, anna):
    others = [Client(HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0) Firefox/140.0") for _ in "12"]
    for other in others:
        sign_in_by_password(other, anna.email, world.PASSWORD)
    html = at_home.get(reverse("usersessions_list")).content.decode()
    assert html.count("Firefox, Windows") == 2
    first = UserSession.objects.get(session_key=others[0].session.session_key)
    at_home.post(reverse("usersessions_list"), {"session": first.pk})
    assert [is_signed_in(other) for other in others] == [False, True]
    at_home.post(reverse("usersessions_list"))
    assert not is_signed_in(others[1])
    assert is_signed_in(at_home)


def test_from_where_somebody_was_signed_in_is_forgotten_with_the_session(at_home, anna):
    other = Client()
    sign_in_by_password(other, anna.email, world.PASSWORD)
    now = timezone.now()
    Session.objects.filter(pk=other.session.session_key).update(expire_date=now)
    prune(now)
    kept = UserSession.objects.values_list("session_key", flat=True)
    assert list(kept) == [at_home.session.session_key]


def test_nobody_ends_the_session_of_another(at_home, site):
    other = Client()
    sign_in_by_code(other, "berta@example.test")
    theirs = UserSession.objects.get(session_key=other.session.session_key)
    for chosen in (str(theirs.pk), "x", "-1", "9" * 30):
        at_home.post(reverse("usersessions_list"), {"session": chosen})
    assert is_signed_in(other)


def test_the_list_of_sessions_reads_from_few_rows(at_home, anna, django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        at_home.get(reverse("usersessions_list"))


def test_more_than_was_asked_for_changes_nothing(at_home, anna):
    fields = {"is_superuser": "on", "is_staff": "on", "groups": "1", "role": "administrator"}
    form = {"password": "zili rudzi pie upes", "email": NEW, **fields}
    at_home.post(reverse("account_change_password"), form)
    begin_change(at_home)
    confirm(at_home, {**both_codes(), **fields})
    anna.refresh_from_db()
    assert not (anna.is_superuser or anna.is_staff or anna.groups.exists())
