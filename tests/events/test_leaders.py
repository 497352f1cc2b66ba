"""What leaders may do with events, and what they may not."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from communities.deeds import buttons_of
from communities.provisioning import provision_all
from core.roles import EDITORS, WORKFLOW
from events.models import EventPage
from tests import world
from tests.events import making


def build(site):
    site.tirza, site.lizums, site.ligo = (
        world.community(site.index, name) for name in ("Tirza", "Lizums", "Līgo")
    )
    site.leader = world.leader(site.tirza)
    site.editor = world.person("redaktore@example.test")
    site.editor.groups.add(Group.objects.get(name=EDITORS))
    site.calendar = making.calendar(site)
    site.event = making.event(site.tirza, "Talka pie ezera")
    site.foreign = making.event(site.lizums, "Lizuma balle")


def browser(person) -> Client:
    found = Client()
    found.force_login(person)
    return found


def form_of(page, person):
    kind = EventPage.get_edit_handler().get_form_class()
    return kind(instance=page, for_user=person, parent_page=page.get_parent().specific)


def offered(page, person) -> set[str]:
    field = form_of(page, person).fields.get("communities")
    return {each.title for each in field.queryset} if field else set()


def adding(parent) -> str:
    return reverse("wagtailadmin_pages:add", args=["events", "eventpage", parent.pk])


def test_the_deed_leads_to_a_new_event_of_the_community(site):
    (button,) = [each for each in buttons_of(site.tirza) if "eventpage" in each.url]
    assert button.url == adding(site.tirza)
    assert browser(site.leader).get(button.url).status_code == 200


def test_a_leader_adds_events_below_their_own_community_alone(site):
    for parent in (site.lizums, site.calendar):
        assert browser(site.leader).get(adding(parent)).status_code == 403
        assert browser(site.editor).get(adding(parent)).status_code == 200


@pytest.mark.parametrize("name", ["edit", "view_draft", "preview_on_edit", "history"])
def test_a_leader_reaches_their_own_events_alone(site, name):
    for page, wanted in ((site.event, {200, 405}), (site.foreign, {403})):
        place = reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
        assert browser(site.leader).get(place).status_code in wanted


def test_events_pass_an_editor_below_the_calendar_and_the_communities(site):
    below_the_calendar = making.event(site.calendar, "Svētki")
    for page in (site.event, below_the_calendar, world.in_english(site.calendar)):
        assert page.get_workflow().name == WORKFLOW
    assert provision_all() == []


def test_an_editor_puts_an_event_into_the_calendars_of_others(site):
    assert offered(site.event, site.editor) == {"Lizums", "Līgo"}


def test_a_leader_puts_events_into_calendars_of_their_own_communities_alone(site):
    assert offered(site.event, site.leader) == set()
    world.leader(site.ligo, site.leader.email)
    assert offered(site.event, site.leader) == {"Līgo"}


def test_what_an_editor_chose_stays_when_a_leader_writes(site):
    site.event.communities.add(site.lizums)
    site.event.save()
    assert offered(site.event, site.leader) == {"Lizums"}


def test_a_community_with_events_is_not_deleted(site):
    place = reverse("wagtailadmin_pages:delete", args=[site.lizums.pk])
    admin = world.person("admin@example.test", is_superuser=True, is_staff=True)
    browser(admin).post(place, {"confirm": site.lizums.title})
    assert type(site.lizums).objects.filter(pk=site.lizums.pk).exists()
    site.foreign.delete()
    browser(admin).post(place)
    assert not type(site.lizums).objects.filter(pk=site.lizums.pk).exists()
