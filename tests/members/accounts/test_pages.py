"""All pages about an account: kept by nobody, closed to strangers, in both languages."""

import pytest
from django.core.cache import cache
from django.urls import NoReverseMatch, reverse
from django.utils import timezone, translation

from members.accounts.urls import PAGES
from tests import world
from tests.members.accounts.signing import sign_in_by_code

NAMES = [name for _route, _view, name in PAGES]
OPEN = {
    "account_login",
    "account_from_letter",
    "account_confirm_login_code",
    "mfa_login_webauthn",
    "mfa_authenticate",
    "account_inactive",
    "account_logout",
}
CLOSED = [
    "account_signup",
    "account_request_login_code",
    "account_reset_password",
    "account_set_password",
    "account_confirm_email",
    "account_email_verification_sent",
    "mfa_trust",
    "mfa_signup_webauthn",
    "socialaccount_signup",
]


def address(name):
    if name == "account_from_letter":
        return reverse(name, args=["vards"])
    return reverse(name, kwargs={"pk": 1} if "_remove_" in name or "_edit_" in name else {})


@pytest.fixture
def anna(client, site):
    cache.clear()
    sign_in_by_code(client, "anna@example.test")


@pytest.mark.parametrize("name", sorted(set(NAMES) - OPEN))
def test_a_stranger_is_sent_to_sign_in(client, site, name):
    for method in ("get", "post"):
        answer = getattr(client, method)(address(name))
        assert answer.status_code == 302
        assert answer.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", NAMES)
def test_nobody_keeps_a_copy(client, anna, name):
    control = client.get(address(name)).headers.get("Cache-Control", "")
    if "pk" not in address(name) and control:
        assert "no-store" in control and "private" in control


@pytest.mark.parametrize("name", sorted(OPEN))
def test_a_signed_out_answer_is_not_kept_either(client, site, name):
    assert "no-store" in client.get(address(name)).headers["Cache-Control"]


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_pages_speak_the_language_of_their_address(client, anna, name, language):
    with translation.override(language):
        answer = client.get(address(name), follow=True)
    if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
        assert f'<html lang="{language}">' in answer.content.decode()
        assert answer.context["shell"].languages[0].code != language


@pytest.mark.parametrize("name", CLOSED)
def test_what_is_not_used_has_no_address(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
@pytest.mark.parametrize("name", ["account_login", "account_email", "usersessions_list"])
def test_other_methods_are_refused(client, anna, name, method):
    assert getattr(client, method)(address(name)).status_code == 405


def test_a_signed_out_page_is_the_same_for_all_and_leads_to_sign_in(client, site):
    html = client.get("/lv/").content.decode()
    assert html.count(f'href="{reverse("account_login")}"') >= 1
    assert "csrf" not in html and "next=" not in html


def test_a_signed_in_page_tells_who_is_there_and_is_kept_by_nobody(client, site, anna):
    answer = client.get("/lv/")
    assert f'<a href="{reverse("members:my-page")}">Mana lapa</a>' in answer.content.decode()
    assert "private" in answer.headers["Cache-Control"] or "no-" in answer.headers["Cache-Control"]


def test_public_pages_ask_no_more_than_before(client, site, django_assert_max_num_queries):
    client.get("/lv/")
    with django_assert_max_num_queries(1):
        client.get("/lv/")


def test_the_demo_shows_its_people_and_no_other_site_does(client, site, monkeypatch):
    from demo.people import add_people, shown
    from members.accounts import shown as shown_people

    assert "kopa-demo" not in client.get(reverse("account_login")).content.decode()
    add_people(now=timezone.now())
    monkeypatch.setattr(shown_people, "_provider", shown)
    html = client.get(reverse("account_login")).content.decode()
    assert "admin@kopa.test" in html and "kopa-demo" in html
    form = {"email": "redaktore@kopa.test", "password": "kopa-demo"}
    assert client.post(reverse("account_login"), form).url == "/admin/"


def test_a_name_takes_the_place_of_the_address(client, site):
    person = world.person("anna@example.test", display_name="Anna B.")
    client.force_login(person)
    html = client.get("/lv/").content.decode()
    assert "Anna B." in html and "anna@example.test" not in html
