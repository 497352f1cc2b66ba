"""Pages about people: nothing for axe to find, no wider than a phone, and without JavaScript."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from members import actions
from members.models import Erasure, PendingAction
from notifications.models import Letter
from tests import world
from tests.journeys.looking import faults_in_both_themes
from tests.members import taking_part


def begin(**payload):
    return actions.begin_pending(
        kind=taking_part.KIND.name,
        payload={"text": "Labdien!\nMan ir ideja."} | payload,
        address="bruno@example.test",
        language="lv",
        now=timezone.now(),
        client_address="192.0.2.1",
    )


def link_in_letter(**letter) -> str:
    return Letter.objects.filter(**letter).latest("pk").context["action_url"]


def addresses_of_own_pages(language) -> list[str]:
    names = ("my-page", "profile-edit", "my-data", "erasure-ask")
    with override(language):
        return [reverse(f"members:{name}") for name in names]


def addresses_for_all(person, language) -> list[str]:
    waiting, done = begin(), begin()
    actions.confirm_pending(action=done, now=timezone.now())
    with override(language):
        return [
            reverse("members:pending-begun", args=[waiting.key]),
            reverse("members:profile", args=[person.key]),
            reverse("members:rules"),
            link_in_letter(about__contains=waiting.key),
            link_in_letter(about__contains=done.key),
        ]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_axe_finds_nothing_and_nothing_is_too_wide(visitor, language):
    now = timezone.now()
    anna = world.person("anna@example.test", display_name="Anna", is_public=True, about="Bites.")
    for code in ("lv", "en"):
        actions.add_consent_text(
            kind="rules", language=code, text="Esi laipns.", valid_from=now, user=None, now=now
        )
    stranger = visitor()
    found = [
        fault
        for address in addresses_for_all(anna, language)
        for fault in faults_in_both_themes(stranger, address)
    ]
    actions.ask_export(person=anna, language=language, now=now)
    actions.make_exports(now)
    page = visitor(anna)
    own = [*addresses_of_own_pages(language), link_in_letter(kind="members.export")]
    actions.ask_erasure(person=anna, now=now)
    own += [link_in_letter(kind__startswith="members.erasure"), own[0]]
    found += [fault for address in own for fault in faults_in_both_themes(page, address)]
    assert found == []


def test_a_resident_says_who_they_are_without_javascript(visitor, served):
    anna = world.person("anna@example.test")
    page = visitor(anna, java_script_enabled=False)
    page.goto(reverse("members:profile-edit"))
    page.locator("[name=display_name]").fill("Rеdaktоre")
    page.locator("[name=about]").fill("Audzēju bites.")
    page.locator("main form button").click()
    assert page.locator(".field__error").count() == 1
    assert page.locator("[name=about]").input_value() == "Audzēju bites."
    page.locator("[name=display_name]").fill("Anna no Tirzas")
    page.locator("[name=home_key]").select_option("Tirza")
    page.locator("[name=is_public]").check()
    page.locator("main form button").click()
    page.wait_for_url(f"**{reverse('members:my-page')}")
    anna.refresh_from_db()
    stranger = visitor()
    stranger.goto(reverse("members:profile", args=[anna.key]))
    assert stranger.locator("h1").inner_text() == "Anna no Tirzas"
    assert "Audzēju bites." in stranger.locator("main").inner_text()
    assert "Tirza" not in stranger.locator("main .lead").all_inner_texts()


def test_an_account_is_given_up_and_kept_after_all_without_javascript(visitor, served):
    anna = world.person("anna@example.test")
    page = visitor(anna, java_script_enabled=False)
    page.goto(reverse("members:erasure-ask"))
    page.locator("main form button").click()
    page.wait_for_url(re.compile("/" + str(PendingAction.objects.get().key)))
    code = Letter.objects.get(kind="members.confirm").context["code"]
    page.locator("[name=code]").fill(code)
    page.locator("main form.form button").click()
    page.locator("[name=code]").wait_for(state="detached")
    assert Erasure.objects.get().person == anna
    stranger = visitor(java_script_enabled=False)
    stranger.goto(link_in_letter(kind="members.erasure.own_wish"))
    assert Erasure.objects.exists()
    stranger.locator("main form button").click()
    stranger.locator("main form").wait_for(state="detached")
    assert not Erasure.objects.exists()


def tab_to(page, name):
    """Press Tab until the field of this name has the focus."""
    for _press in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"No Tab leads to {name}.")


def test_signing_in_and_the_profile_need_no_mouse(visitor, served):
    page = visitor()
    page.goto(reverse("account_login"))
    tab_to(page, "email")
    page.keyboard.type("anna@example.test")
    page.keyboard.press("Enter")
    page.locator("[name=code]").wait_for()
    tab_to(page, "code")
    page.keyboard.type(Letter.objects.latest("pk").context["code"])
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{reverse('members:my-page')}")
    page.goto(reverse("members:profile-edit"))
    tab_to(page, "display_name")
    page.keyboard.type("Anna no Tirzas")
    tab_to(page, "is_public")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{reverse('members:my-page')}")
    assert page.locator(".page-head .lead").inner_text() == "Anna no Tirzas"
