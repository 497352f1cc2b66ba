"""Whoever signs in, signs out or changes the language stays on the site."""

from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from tests import world
from tests.members.accounts.signing import latest_code, sign_in_by_code, sign_in_by_password

TRICKS = [
    "//evil.example/",
    "///evil.example/",
    "////evil.example",
    "/\\evil.example/",
    "\\\\evil.example/",
    "\\/evil.example",
    "/\t/evil.example/",
    "/\n/evil.example/",
    "\t//evil.example",
    " //evil.example",
    "https://evil.example/",
    "https:evil.example",
    "https:/evil.example",
    "http:///evil.example",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
    "//evil.example@testserver/",
    "//testserver\\@evil.example/",
    "/%0d%0aLocation: https://evil.example/\r\nLocation: https://evil.example",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "/\u2028/evil.example",
    "\u2044\u2044evil.example",
    "\uff0f\uff0fevil.example",
    "ftp://testserver/",
    "https://testserver:8443/",
]


def stays(url: str) -> bool:
    """Whether a browser on the site stays on it, read as browsers read an address."""
    cleaned = url.strip().replace("\t", "").replace("\n", "").replace("\r", "").replace("\\", "/")
    target = urlsplit(urljoin("http://testserver/lv/", cleaned))
    return (target.scheme, target.netloc) == ("http", "testserver")


def test_the_measure_can_fail():
    assert stays("/lv/") and stays("lv/")
    assert not any(
        stays(trick) for trick in ("//evil.example/", "/\\evil.example/", "/\t/evil.ex/")
    )


@pytest.mark.parametrize("trick", TRICKS)
def test_signing_in_stays_on_the_site(site, trick):
    anna = world.person("anna@example.test")
    for number, sign_in in enumerate(("code", "password")):
        visitor = Client(REMOTE_ADDR=f"10.0.0.{number}")
        if sign_in == "code":
            answer = sign_in_by_code(visitor, anna.email, next=trick)
        else:
            answer = sign_in_by_password(visitor, anna.email, world.PASSWORD, next=trick)
        assert answer.status_code == 302
        assert stays(answer.url), answer.url
    # Whoever is signed in already is sent on as well.
    assert stays(visitor.get(reverse("account_login"), {"next": trick}).url)
    assert stays(visitor.post(reverse("account_logout"), {"next": trick}).url)


@pytest.mark.parametrize("trick", TRICKS)
def test_whoever_shows_once_more_who_they_are_stays_on_the_site(client, site, trick):
    anna = world.person("anna@example.test")
    sign_in_by_password(client, anna.email, world.PASSWORD)
    form = {"password": world.PASSWORD, "next": trick}
    assert stays(client.post(reverse("account_reauthenticate"), form).url)
    by_code = reverse("account_reauthenticate_by_code")
    client.post(by_code, {"action": "send", "next": trick})
    form = {"code": latest_code("account-code"), "next": trick}
    assert stays(client.post(by_code, form).url)


@pytest.mark.parametrize("trick", TRICKS)
def test_the_doors_of_the_backstage_stay_on_the_site(client, site, trick):
    answer = client.get("/admin/login/", {"next": trick})
    assert stays(answer.url)
    assert "evil" not in answer.url
    assert (
        'name="next"' not in client.get(reverse("account_login"), {"next": trick}).content.decode()
    )


@pytest.mark.parametrize(
    "host", ["evil.example", "testserver.evil.example", "testserver@evil.example"]
)
def test_another_host_is_not_answered(client, site, host):
    assert client.get(reverse("account_login"), HTTP_HOST=host).status_code == 400


def test_a_forwarded_host_is_not_listened_to(client, site):
    answer = client.get("/admin/pages/", HTTP_X_FORWARDED_HOST="evil.example")
    assert stays(answer.url)
    html = client.get(reverse("account_login"), HTTP_X_FORWARDED_HOST="evil.example").content
    assert b"evil" not in html


@pytest.mark.parametrize("trick", ["//evil.example/", "/\\evil.example"])
def test_the_other_language_is_on_the_site(client, site, trick):
    shell = client.get(reverse("account_login"), {"next": trick}).context["shell"]
    assert [stays(link.url) and "evil" not in link.url for link in shell.languages] == [True]


def test_the_way_on_is_kept_through_the_letter(client, site):
    assert sign_in_by_code(client, "anna@example.test", next="/lv/?a=1&b=2").url == "/lv/?a=1&b=2"
