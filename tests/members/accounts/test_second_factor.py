"""Whose work asks a second step cannot open the backstage without it, by any door."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests import world
from tests.members.accounts.signing import sign_in_by_code, sign_in_by_password

BACKSTAGE = [
    "/admin/",
    "/admin/pages/",
    "/admin/account/",
    "/admin/users/",
    "/admin/images/",
    "/admin/api/main/pages/",
    "/admin/pages/{page}/edit/",
    "/admin/pages/{page}/edit/preview/",
    "/admin/pages/{page}/view_draft/",
    "/admin/pages/{page}/history/",
    "/admin/login/../pages/",
    "/admin/nothing/",
]


@pytest.fixture(autouse=True)
def asked_for(settings, db):
    settings.SECOND_FACTOR_ROLES = frozenset({"administrator", "editor"})
    cache.clear()


def app_code(secret: str) -> str:
    """What an app shows now for the key."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def with_app(person) -> str:
    """Give the person an app; returns its key."""
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def opens(client, path="/admin/") -> bool:
    return client.get(path).status_code == 200


@pytest.mark.parametrize("role", ["editor", "admin"])
@pytest.mark.parametrize("path", BACKSTAGE)
def test_without_a_second_step_everything_is_closed(client, site, people, role, path):
    client.force_login(getattr(people, role))
    path = path.format(page=site.home.pk)
    answer = client.get(path)
    assert (answer.status_code, answer.url) == (302, reverse("mfa_index"))
    assert client.post(path).status_code == 403
    assert client.get(path, headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403


@pytest.mark.parametrize("way", [sign_in_by_code, sign_in_by_password])
def test_no_way_of_signing_in_goes_around_it(client, site, people, way):
    arguments = () if way is sign_in_by_code else (world.PASSWORD,)
    answer = way(client, people.editor.email, *arguments, next="/admin/")
    assert answer.url == "/admin/"
    assert client.get("/admin/").url == reverse("mfa_index")


def test_the_page_says_why_and_leads_back_when_it_is_done(client, site, people):
    sign_in_by_code(client, people.editor.email, next="/admin/pages/")
    page = client.get("/admin/pages/", follow=True)
    assert "message--warning" in page.content.decode()
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    answer = client.post(reverse("mfa_activate_totp"), {"code": app_code(secret)}, follow=True)
    assert Authenticator.objects.filter(user=people.editor, type="totp").exists()
    assert 'href="/admin/pages/"' in answer.content.decode()


def test_setting_it_up_opens_the_backstage(transactional_db, client, site, people):
    sign_in_by_code(client, people.editor.email)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": app_code(secret)})
    assert opens(client)


@pytest.mark.parametrize("way", [sign_in_by_code, sign_in_by_password])
def test_the_second_step_comes_with_every_sign_in(client, site, people, way):
    secret = with_app(people.editor)
    arguments = () if way is sign_in_by_code else (world.PASSWORD,)
    answer = way(client, people.editor.email, *arguments, next="/admin/")
    assert answer.url == reverse("mfa_authenticate")
    assert not opens(client)
    assert client.get(reverse("account_home")).status_code == 302
    answer = client.post(reverse("mfa_authenticate"), {"code": app_code(secret)})
    assert answer.url == "/admin/"
    assert opens(client)


def test_a_session_from_before_the_second_step_takes_it_first(client, site, people):
    sign_in_by_code(client, people.editor.email)
    secret = with_app(people.editor)
    answer = client.get("/admin/pages/")
    assert answer.url == f"{reverse('mfa_reauthenticate')}?next=%2Fadmin%2Fpages%2F"
    answer = client.post(answer.url, {"code": app_code(secret), "next": "/admin/pages/"})
    assert answer.url == "/admin/pages/"
    assert opens(client, "/admin/pages/")


def test_a_step_that_was_taken_away_closes_it_again(client, site, people):
    secret = with_app(people.editor)
    sign_in_by_code(client, people.editor.email)
    client.post(reverse("mfa_authenticate"), {"code": app_code(secret)})
    assert opens(client)
    Authenticator.objects.all().delete()
    assert client.get("/admin/").url == reverse("mfa_index")


def test_spare_codes_alone_are_no_second_step(client, site, people):
    RecoveryCodes.activate(people.editor)
    client.force_login(people.editor)
    assert client.get("/admin/").url == reverse("mfa_index")


def test_a_spare_code_lets_in_once(site, people):
    with_app(people.editor)
    code = RecoveryCodes.activate(people.editor).get_unused_codes()[0]
    for expected in (302, 200):
        visitor = Client()
        sign_in_by_code(visitor, people.editor.email)
        assert visitor.post(reverse("mfa_authenticate"), {"code": code}).status_code == expected


def test_wrong_codes_of_an_app_are_throttled(client, site, people):
    with_app(people.editor)
    sign_in_by_code(client, people.editor.email)
    statuses = [
        client.post(
            reverse("mfa_authenticate"), {"code": "000000"}, HTTP_X_FORWARDED_FOR=f"203.0.113.{n}"
        ).status_code
        for n in range(12)
    ]
    assert 429 in statuses


def test_residents_and_leaders_are_not_asked(client, site, people):
    client.force_login(people.resident)
    assert client.get("/admin/").status_code in (302, 403)
    assert client.get(reverse("account_home")).status_code == 200


def test_leaders_can_be_asked(client, site, people, settings):
    from django.contrib.auth.models import Group, Permission

    group = Group.objects.create(name="Kāda kopiena")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    people.resident.groups.add(group)
    client.force_login(people.resident)
    assert client.get("/admin/").url != reverse("mfa_index")
    settings.SECOND_FACTOR_ROLES = frozenset({"leader"})
    assert client.get("/admin/").url == reverse("mfa_index")


def test_the_last_step_of_an_editor_stays(client, site, people):
    with_app(people.editor)
    sign_in_by_code(client, people.editor.email)
    secret = Authenticator.objects.get(type="totp").wrap()
    assert secret
    client.force_login(people.editor)
    session = client.session
    session.save()
    adapter_says = people.editor.authenticator_set.get(type="totp")
    from members.accounts.adapter import SecondFactorAdapter

    assert not SecondFactorAdapter().can_delete_authenticator(adapter_says)
    adapter_says.user = people.resident
    assert SecondFactorAdapter().can_delete_authenticator(adapter_says)


def test_the_picture_of_the_key_is_part_of_the_page(client, site, people):
    sign_in_by_code(client, people.editor.email)
    answer = client.get(reverse("mfa_activate_totp"))
    html = answer.content.decode()
    assert "<svg" in html and "data:" not in html and "<?xml" not in html
    assert not re.search(r"<svg[^>]*style=", html)


def test_production_asks_editors_and_administrators(tmp_path):
    from tests.hub.processes import production, run

    environment = production(tmp_path)
    words = "from hub.settings import *; print(sorted(SECOND_FACTOR_ROLES))"
    done = run("-c", words, environment=environment)
    assert done.stdout.strip() == "['administrator', 'editor']", done.stderr
    done = run("-c", words, environment={**environment, "SECOND_FACTOR_ROLES": "pope"})
    assert "SECOND_FACTOR_ROLES: must name roles" in done.stderr
