"""Every screen of roles, publishing, letters and a leader's work: for axe, and on a phone."""

from functools import partial
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import TaskState
from wagtail.users.models import UserProfile

from communities import actions
from communities.models import CommunityRole, Invitation
from core.roles import EDITORS
from notifications.actions import queue
from notifications.models import DeadAddress, Letter
from tests import world
from tests.communities.leaders import two_communities
from tests.journeys.looking import (
    RULES,
    faults_in_both_themes,
    faults_shown_in_both_themes,
)

# Around these words stands the frame of Wagtail, which is not ours.
# axe would wait for the frame of "view as", in which no script runs.
OURS = {"context": "main", "options": {**RULES, "iframes": False}}
look = partial(faults_in_both_themes, **OURS)
look_again = partial(faults_shown_in_both_themes, **OURS)


@pytest.fixture
def scene(served):
    """Two communities with everything under way that a screen can show, and who looks at it."""
    site, now = world.first_pages(), timezone.now()
    places = two_communities(site)
    own = places.own
    editor = world.person("redaktore@example.test", display_name="Rasma")
    editor.groups.add(Group.objects.get(name=EDITORS))
    admin = world.person("admin@example.test", is_superuser=True, is_staff=True)
    second = world.leader(own.page, "edgars-ar-garu-adresi@example.test")
    world.leader(own.page, "palidze@example.test", kind=CommunityRole.Kind.HELPER)
    actions.invite(
        kind="leader", address="nora-no-lizuma-pagasta@example.test", language="lv", by=editor,
        now=now, community_key=own.page.translation_key,
    )  # fmt: skip
    actions.invite(kind="editor", address="dace@example.test", language="lv", by=admin, now=now)
    actions.make_preview_link(page=own.draft, by=places.leader, now=now)
    own.draft.get_workflow().start(own.draft, places.leader)
    Letter.objects.update(state=Letter.State.FAILED, failure="refused:550", attempts=3)
    queue(kind="account-notice", about="x:1", now=now, address="x@example.test", language="lv",
          context={"what": "password_changed", "at": now.isoformat()})  # fmt: skip
    DeadAddress.objects.create(address="neviens@example.test", smtp_code=550, found_at=now)
    return SimpleNamespace(
        own=own, foreign=places.foreign, leader=places.leader, second=second, editor=editor,
        admin=admin, task=TaskState.objects.get(status="in_progress"), now=now,
    )  # fmt: skip


def role_of(person) -> int:
    return CommunityRole.objects.get(person=person).pk


def screens(scene) -> list[tuple]:
    """Who looks at which address of the backstage."""
    own, key = scene.own, scene.own.page.translation_key
    leads, second = role_of(scene.leader), role_of(scene.second)
    named = {
        "leader": [
            ("my-community:start",), ("roles:list",), ("roles:dismiss", leads),
            ("roles:hand-over", leads), ("publishing:withdraw", own.news.pk),
            ("publishing:preview-links", own.draft.pk),
        ],
        "editor": [
            ("wagtailadmin_home",), ("roles:list",), ("roles:community", key),
            ("roles:dismiss", second), ("roles:hand-over", second),
            ("publishing:decide", scene.task.pk), ("publishing:withdraw", own.news.pk),
            ("view-as:choose", own.news.pk), ("view-as:choose", own.draft.pk),
            ("my-community:detail", own.page.slug),
            ("letters:list",),
        ],
        "admin": [
            ("roles:list",), ("roles:editor", scene.editor.pk),
            ("roles:administrator", scene.admin.pk), ("consent-texts",),
        ],
    }  # fmt: skip
    lost = reverse("my-community:detail", args=[scene.foreign.page.slug])
    found = [(who, reverse(name, args=args)) for who in named for name, *args in named[who]]
    return [*found, ("leader", lost)]


def opened(visitor, scene, language) -> dict:
    """A phone for each of the three, in the language."""
    for person in (scene.leader, scene.editor, scene.admin):
        UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": language})
    return {who: visitor(getattr(scene, who)) for who in ("leader", "editor", "admin")}


@pytest.mark.parametrize("language", ["lv", "en"])
def test_axe_finds_nothing_and_nothing_is_too_wide(visitor, scene, language):
    phones = opened(visitor, scene, language)
    found = [fault for who, address in screens(scene) for fault in look(phones[who], address)]
    assert found == []
    assert phones["editor"].locator("html").get_attribute("lang") == language


def test_a_form_that_is_wrong_says_so_and_fits(visitor, scene):
    editor = opened(visitor, scene, "lv")["editor"]
    editor.goto(reverse("roles:list"))
    editor.locator("section[aria-labelledby=invite] button").click()
    editor.locator(".error-message").first.wait_for()
    found = look_again(editor, "invite")
    editor.goto(reverse("publishing:decide", args=[scene.task.pk]))
    editor.locator("button[value=return]").click()
    editor.locator(".error-message").first.wait_for()
    found += look_again(editor, "return")
    assert found == []


def test_what_is_said_once_can_be_read(visitor, scene):
    phones = opened(visitor, scene, "lv")
    leader, editor = phones["leader"], phones["editor"]
    leader.goto(reverse("publishing:preview-links", args=[scene.own.draft.pk]))
    leader.locator("main form button.button").first.click()
    link = leader.locator(".messages a")
    leader.locator("body.ready").wait_for()
    found = faults_shown_in_both_themes(leader, "link", context=".messages")
    editor.goto(reverse("publishing:decide", args=[scene.task.pk]))
    editor.locator("button[value=approve]").click()
    editor.locator(".messages .success").wait_for()
    found += look(editor, reverse("publishing:decide", args=[scene.task.pk]))
    stranger = visitor()
    found += look(stranger, link.get_attribute("href"))
    assert stranger.locator(".demo-banner").count() == 1
    assert found == []


@pytest.mark.parametrize("language", ["lv", "en"])
def test_an_invitation_says_how_it_stands(visitor, scene, language):
    letter = Letter.objects.filter(kind="invitation").earliest("pk")
    invitation = Invitation.objects.earliest("pk")
    with override(language):
        token = letter.context["action_url"].rstrip("/").rpartition("/")[2]
        address = reverse("communities:invitation", args=[token])
    other, stranger = visitor(scene.second), visitor()
    found = look(other, address) + look(stranger, address)
    other.locator("main form button").click()
    other.locator("main form.sign-out").wait_for(state="detached")
    assert other.locator("main form button").count() == 1
    actions.withdraw_invitation(invitation=invitation, by=scene.editor, now=scene.now)
    assert found + look(stranger, address) == []


def test_whoever_lost_the_role_keeps_what_was_typed(visitor, scene):
    leader = opened(visitor, scene, "lv")["leader"]
    leader.goto(reverse("wagtailadmin_pages:edit", args=[scene.own.news.pk]))
    leader.locator("#id_summary").fill("Ledus ir biezs.")
    role = CommunityRole.objects.get(person=scene.leader)
    actions.dismiss(role=role, by=scene.editor, now=scene.now)
    leader.evaluate("document.querySelector('#page-edit-form').submit()")
    leader.locator("#kept-text").wait_for()
    assert "Ledus ir biezs." in leader.locator("#kept-text").input_value()
    assert look_again(leader, "kept text") == []
