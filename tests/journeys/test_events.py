"""A leader enters "the first Tuesday of every month, except July and August" without help."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import TaskState

from communities.models import CommunityPage
from core.roles import EDITORS
from events.models import EventPage
from tests import world
from tests.events import making
from tests.journeys.event_form import (
    TUESDAY,
    close_calendars,
    first_tuesday,
    hand_in,
    tick,
    write,
)
from tests.journeys.looking import PHONE, RULES, faults_shown_in_both_themes

START = "/admin/mana-kopiena/"


@pytest.fixture
def scene(served):
    """A community with a leader, and an editor who lets through what the leader hands in."""
    tirza = CommunityPage.objects.get(slug="tirza", locale__language_code="lv")
    editor = world.person("redaktore@example.test")
    editor.groups.add(Group.objects.get(name=EDITORS))
    return SimpleNamespace(leader=world.leader(tirza), editor=editor)


def begin(page):
    """From the leader's start to the form of an event."""
    page.goto(START)
    page.locator("a.kopa-deed[href*=eventpage]").click()
    page.locator("[data-times]").wait_for()
    page.fill("#id_title", "Beļavas sarunas")
    page.select_option("#id_kind", label="Tikšanās")


def fill_in(page, day: date):
    choose_day(page, day)
    write(page, "#id_starts", "18:00")
    write(page, "#id_ends", "19:30")
    page.select_option("#id_repeats", "monthly_by_weekday")
    close_calendars(page)
    tick(page, "repeat_ordinals", 1)
    tick(page, "repeat_weekdays", TUESDAY)
    for month in (7, 8):
        tick(page, "months_off", month)


def choose_day(page, day: date):
    write(page, "#id_first_date", f"{day:%d.%m.%Y.}")


def test_a_leader_makes_the_first_tuesday_of_the_month_unaided(visitor, scene):
    page, day = visitor(scene.leader), first_tuesday()
    begin(page)
    page.locator("input[name=repeat_ordinals]").first.wait_for(state="hidden")
    fill_in(page, day)
    page.locator("input[name=repeat_month_days]").first.wait_for(state="hidden")
    said = page.locator("[data-times]")
    said.locator("li").nth(5).wait_for()
    assert "otrdien" in said.inner_text()
    months = " ".join(said.locator("ol").all_inner_texts())
    assert "jūlijs" not in months
    assert "augusts" not in months
    hand_in(page)
    assert "otrdien" in page.locator(".messages").inner_text()
    editor = visitor(scene.editor)
    task = TaskState.objects.get(status="in_progress")
    editor.goto(reverse("publishing:decide", args=[task.pk]))
    editor.locator("button[value=approve]").click()
    editor.locator(".messages .success").wait_for()
    reader = visitor()
    reader.goto(f"/lv/kalendars/?day={day.isoformat()}")
    assert reader.get_by_role("link", name="Beļavas sarunas").count() >= 1
    assert EventPage.objects.get(locale__language_code="lv").occurrences[0].of == day


def test_a_wrong_day_is_explained_before_anything_is_kept(visitor, scene):
    page, day = visitor(scene.leader), first_tuesday()
    page.set_viewport_size(PHONE)
    begin(page)
    fill_in(page, day + timedelta(days=1))
    problem = page.locator(".kopa-times__problems li")
    problem.wait_for()
    assert not page.evaluate("document.scrollingElement.scrollWidth > innerWidth")
    assert faults_shown_in_both_themes(page, "wrong day", context=".kopa-times") == []
    choose_day(page, day)
    page.locator(".kopa-times ol li").first.wait_for()
    assert faults_shown_in_both_themes(page, "right day", context=".kopa-times") == []


def test_a_resident_proposes_and_a_leader_makes_an_event_of_it(visitor, scene):
    reader = visitor()
    reader.goto("/lv/kalendars/")
    with override("lv"):
        way = reverse("events:propose")
    reader.locator(f"a[href='{way}']").click()
    found = faults_shown_in_both_themes(reader, "form")
    resident = world.person("iedzivotaja@example.test", display_name="Zane")
    tirza = CommunityPage.objects.get(slug="tirza", locale__language_code="lv")
    proposal = making.proposal(tirza, resident, title="Zupas diena")
    leader = visitor(scene.leader)
    leader.goto(reverse("proposals:refuse", args=[proposal.pk]))
    found += faults_shown_in_both_themes(leader, "refuse", context="main", options=RULES)
    leader.goto(START)
    leader.goto(reverse("proposals:list"))
    found += faults_shown_in_both_themes(leader, "list", context="main", options=RULES)
    leader.locator("main form button.button").first.click()
    leader.locator("[data-times]").wait_for()
    assert leader.input_value("#id_title") == "Zupas diena"
    assert found == []
