"""What people agree to is kept in versions, and asked for when they take part."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from members import actions
from members.access import consent_texts_for
from members.forms import TakingPartForm
from members.models import Consent, ConsentText, PendingAction, User
from members.taking_part import take_part
from tests import world
from tests.members import taking_part
from tests.members.accounts.signing import sign_in_by_code

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
BACKSTAGE = "consent-texts"


@pytest.fixture(autouse=True)
def _in_latvian():
    with override("lv"), time_machine.travel(NOW, tick=False):
        yield


def add(text="Esi laipns.", language="lv", *, valid_from=NOW, now=NOW) -> ConsentText:
    return actions.add_consent_text(
        kind="rules", language=language, text=text, valid_from=valid_from, user=None, now=now
    )


def test_a_change_is_a_new_version_in_each_language():
    versions = [add().version, add().version, add(language="en").version]
    assert versions == [1, 2, 1]


def test_the_newest_that_is_valid_counts():
    first = add()
    second = add(valid_from=NOW + timedelta(days=1))
    current = ConsentText.objects.current
    assert current("rules", "lv", NOW) == first
    assert current("rules", "lv", NOW + timedelta(days=1)) == second
    assert current("rules", "en", NOW) is None
    assert current("rules", "lv", NOW - timedelta(days=1)) is None


def test_no_version_is_valid_before_it_was_written():
    assert add(valid_from=NOW - timedelta(days=365)).valid_from == NOW


def test_the_rules_can_be_read_once_there_are_some(site, client):
    address = reverse("members:rules")
    assert client.get(address).status_code == 404
    assert client.get(address).status_code == 404
    add("Esi laipns.\n\n<b>Nelamājies.</b>")
    page = client.get(address).text
    assert "<p>Esi laipns.</p>" in page
    assert "&lt;b&gt;Nelamājies." in page
    assert client.post(address).status_code == 405


def test_editors_add_versions_and_others_do_not(site, client, people):
    address = reverse(BACKSTAGE)
    form = {"kind": "rules", "language": "lv", "text": "Esi laipns.", "valid_from": ""}
    assert client.post(address, form).status_code == 302
    client.force_login(people.resident)
    assert client.post(address, form).status_code in (302, 403)
    assert not ConsentText.objects.exists()
    client.force_login(people.editor)
    assert client.post(address, form | {"version": "9", "id": "1"}).status_code == 302
    assert ConsentText.objects.get().version == 1
    assert client.post(address, form | {"text": ""}).status_code == 200
    assert client.get(address).status_code == 200
    assert ConsentText.objects.count() == 1


def test_the_door_of_the_versions_is_for_editors(people):
    for person in (AnonymousUser(), people.resident):
        with pytest.raises(PermissionDenied):
            consent_texts_for(person)
    assert list(consent_texts_for(people.editor)) == []


def test_the_list_asks_the_same_for_twenty_versions(site, client, people):
    client.force_login(people.editor)
    client.get(reverse(BACKSTAGE))
    counts = []
    for _ in range(2):
        for _ in range(10):
            Consent.objects.create(person=people.resident, text=add(), given_at=NOW)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(BACKSTAGE))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def form_of(person, **data) -> TakingPartForm:
    return TakingPartForm(data, person=person, language="lv", now=NOW)


@pytest.fixture
def request_of(rf):
    def make(person):
        request = rf.post("/")
        request.user, request._messages = person, CookieStorage(request)
        return request

    return make


def hand_over(request, form, **payload):
    assert form.is_valid(), form.errors
    return take_part(
        request, form, kind=taking_part.KIND.name, payload={"text": "Labdien!"} | payload, now=NOW
    )


def test_a_visitor_gives_an_address_and_agrees(request_of):
    text, visitor = add(), AnonymousUser()
    assert set(form_of(visitor).errors) == {"address", "agrees"}
    answer = hand_over(request_of(visitor), form_of(visitor, address="a@example.test", agrees="on"))
    action = PendingAction.objects.get()
    assert answer["Location"] == reverse("members:pending-begun", args=[action.key])
    assert action.consent == text
    assert not User.objects.exists()


def test_where_there_are_no_rules_nobody_is_asked_to_agree(request_of):
    form = form_of(AnonymousUser(), address="a@example.test")
    assert hand_over(request_of(AnonymousUser()), form).status_code == 302


def test_whoever_is_signed_in_does_it_at_once_and_agrees_once(request_of):
    add()
    person = world.person("anna@example.test")
    assert set(form_of(person).errors) == {"agrees"}
    answer = hand_over(request_of(person), form_of(person, agrees="on"))
    assert answer["Location"] == reverse("nearby")
    assert User.objects.get().about == "Labdien!"
    assert "agrees" not in form_of(person).fields
    assert Consent.objects.count() == 1
    add()
    assert "agrees" in form_of(person).fields


def test_what_cannot_be_done_is_said_in_the_form(request_of):
    visitor, person = AnonymousUser(), world.person("anna@example.test")
    form = form_of(person)
    assert hand_over(request_of(person), form, is_full=True) is None
    assert form.non_field_errors() == ["Vietu vairs nav."]
    form = form_of(visitor, address="a@example.test")
    assert hand_over(request_of(visitor), form, text="ā" * 70_000) is None
    assert form.non_field_errors()
    for _ in range(20):
        form = form_of(visitor, address="a@example.test")
        assert hand_over(request_of(visitor), form)
    form = form_of(visitor, address="a@example.test")
    assert hand_over(request_of(visitor), form) is None
    assert form.non_field_errors()


def test_a_program_that_fills_in_everything_is_refused():
    form = form_of(AnonymousUser(), address="a@example.test", web_page="http://x")
    assert "web_page" in form.errors


def test_a_site_begins_with_rules_in_every_language_and_keeps_its_own(client, site):
    actions.begin_rules(now=NOW)
    for code in ("lv", "en"):
        with override(code):
            page = client.get(reverse("members:rules"))
        assert page.status_code == 200
        assert page.text.count("<h2>") >= 5
        assert "<p># " not in page.text
    add("Esi laipns.")
    actions.begin_rules(now=NOW + timedelta(days=1))
    assert ConsentText.objects.count() == 3


def test_rules_that_editors_wrote_are_left_alone(db):
    add(language="en")
    actions.begin_rules(now=NOW)
    assert ConsentText.objects.count() == 1


def test_signing_in_is_to_agree_to_the_version_of_today_once(client, site):
    sign_in_by_code(client, "anna@example.test")
    assert not Consent.objects.exists()
    first = add()
    for _ in range(2):
        client.post(reverse("account_logout"))
        page = client.get(reverse("account_login")).text
        assert f'<a href="{reverse("members:rules")}">' in page.split("<main")[1].split("</main")[0]
        sign_in_by_code(client, "anna@example.test")
    person = User.objects.get()
    assert [(consent.text, consent.given_at) for consent in person.consents.all()] == [(first, NOW)]
    assert "agrees" not in form_of(person).fields


def test_a_site_of_no_pages_of_its_own_leads_to_the_rules_from_its_foot(client, site):
    actions.begin_rules(now=NOW)
    footer = client.get("/lv/").text.split("<footer")[1]
    assert f'<a href="{reverse("members:rules")}">' in footer
