"""What leaders and helpers read about their roles on their own page."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from communities.models import CommunityRole
from members.duties import duties_of
from tests import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def helper(places):
    return world.leader(
        places.own.page, "bibliotekare@example.test", kind=CommunityRole.Kind.HELPER
    )


def test_a_leader_is_led_to_the_own_community_and_nobody_to_anothers(places):
    (duty,) = duties_of(places.leader, "lv")
    assert places.own.page.title in duty.title
    assert duty.url == reverse("my-community:detail", args=[places.own.page.slug])
    assert duties_of(world.person("anna@example.test"), "lv") == []


def test_a_helper_reads_what_the_role_means_and_has_no_backstage(client, places, helper):
    (duty,) = duties_of(helper, "en")
    assert places.own.page.title in duty.title
    assert duty.url == ""
    client.force_login(helper)
    with override("lv"):
        html = client.get(reverse("members:my-page")).text
    assert places.own.page.title in html
    assert reverse("wagtailadmin_home") not in html
    assert client.get(reverse("wagtailadmin_home"), follow=True).status_code == 403


def test_an_editor_finds_the_way_to_the_backstage(people, places):
    for person, has_way in ((people.editor, True), (people.resident, False)):
        browser = Client()
        browser.force_login(person)
        html = browser.get(reverse("members:my-page")).text
        assert (f'href="{reverse("wagtailadmin_home")}"' in html) == has_way


def test_one_more_community_asks_no_more(places, django_assert_num_queries):
    with django_assert_num_queries(2):
        duties_of(places.leader, "lv")
    world.leader(places.foreign.page, places.leader.email)
    with django_assert_num_queries(2):
        assert len(duties_of(places.leader, "lv")) == 2
