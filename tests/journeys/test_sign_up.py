"""A resident signs up a family of four without an account, and cancels from the letter."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from communities.models import CommunityPage
from core.roles import EDITORS
from events.access import word_of
from events.models import ProgrammeItem, SignUp, SignUpQuestion
from notifications.actions import deliver_due
from tests import world
from tests.events import making, signing
from tests.journeys.looking import faults_in_both_themes

CODE = re.compile(r"\b\d{3} \d{3}\b")


@pytest.fixture
def trip(served):
    """A trip for which one signs up, in both languages."""
    tirza = CommunityPage.objects.get(slug="tirza", locale__language_code="lv")
    page = making.event(
        tirza,
        "Brauciens uz Siguldu",
        timezone.localdate() + timezone.timedelta(days=12),
        takes_sign_ups=True,
        capacity=10,
        privacy_note="Ēdienu pasūtām kafejnīcā.",
        rows=[
            SignUpQuestion(words="Ēdiens", kind="choice", options="Gaļas\nVeģetārs"),
            ProgrammeItem(title="Tirzas pietura", is_pick_up=True),
        ],
    )
    world.translated(page)
    return page


def letter_to(address, words="") -> str:
    deliver_due(timezone.now())
    return [each for each in mail.outbox if address in each.to and words in each.body][-1].body


def in_english(name, *arguments) -> str:
    with override("en"):
        return reverse(name, args=arguments)


def test_a_family_signs_up_and_cancels_from_the_letter(trip, visitor, mailoutbox):
    page = visitor(java_script_enabled=False)
    page.goto(world.in_english(trip).url_path)
    page.get_by_text("10 seats left").wait_for()
    page.get_by_role("link", name="Sign up").click()
    page.get_by_label("Your name").fill("Zane Kalniņa")
    page.get_by_label("How many people come").fill("4")
    page.get_by_label("Where you get on").select_option(index=1)
    page.get_by_label("Your e-mail address").fill("zane@example.test")
    page.get_by_role("button", name="Sign up").click()
    code = page.get_by_role("textbox", name="Code from the letter")
    code.fill(CODE.search(letter_to("zane@example.test"))[0])
    code.press("Enter")
    page.get_by_role("link", name="Go on").click()
    page.get_by_text("You are signed up, and seats are kept for you.").wait_for()
    assert SignUp.objects.get().party_size == 4
    letter = letter_to("zane@example.test", "my-sign-up")
    page.context.clear_cookies()
    page.goto(re.search(r"https?://\S+my-sign-up\S+", letter)[0])
    page.get_by_role("button", name="Cancel the sign-up").click()
    page.get_by_text("This sign-up was cancelled.").wait_for()
    assert SignUp.objects.get().is_cancelled


def test_axe_finds_nothing_on_the_screens_of_sign_up(trip, visitor):
    mine = signing.come(trip, "anna", 2)
    signing.come(trip, "berta", 10)
    editor = world.person("redaktore@example.test")
    editor.groups.add(Group.objects.get(name=EDITORS))
    key = trip.translation_key
    public = [
        world.in_english(trip).url_path,
        in_english("events:sign-up", key),
        in_english("events:my-sign-up", word_of(mine)),
    ]
    nobody, organiser = visitor(), visitor(editor)
    found = [fault for path in public for fault in faults_in_both_themes(nobody, path)]
    own = [in_english("events:sign-ups", key), in_english("events:check-in", key)]
    found += [fault for path in own for fault in faults_in_both_themes(organiser, path)]
    assert found == []
