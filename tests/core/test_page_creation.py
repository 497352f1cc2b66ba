"""A form of a new page that arrives twice makes one page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from communities.models import ArticlePage
from tests import world
from tests.communities import leaders
from tests.communities.leaders import article_form

pytestmark = pytest.mark.django_db
KEY = "6a1f6a2e-0f55-4d32-9f3b-7a6f8a1f0001"
BY_ITSELF = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def places(site):
    return leaders.two_communities(site)


@pytest.fixture
def leader(client, places):
    client.force_login(places.leader)
    return client


def send(client, places, key=KEY, headers=None, **fields):
    address = reverse(
        "wagtailadmin_pages:add", args=["communities", "articlepage", places.own.page.pk]
    )
    form = article_form(**{"title": "Talka pie ezera", "form_key": key, **fields})
    return client.post(address, form, **(headers or {}))


def pages() -> list[ArticlePage]:
    return list(
        ArticlePage.objects.filter(title__startswith="Talka pie", locale__language_code="lv")
    )


def test_the_form_of_a_new_page_has_a_key_of_its_own(leader, places):
    address = reverse(
        "wagtailadmin_pages:add", args=["communities", "articlepage", places.own.page.pk]
    )
    keys = {leader.get(address).context["form"]["form_key"].value().hex for _ in range(2)}
    assert len(keys) == 2
    assert 'name="form_key"' in leader.get(address).content.decode()


def test_what_saved_itself_before_it_is_handed_in_is_one_page(leader, places):
    assert send(leader, places, headers=BY_ITSELF).json()["success"]
    send(leader, places, **{"action-submit": "1", "title": "Talka pie upes"})
    (page,) = pages()
    assert page.title == "Talka pie upes"
    assert page.workflow_in_progress
    parent = Page.objects.get(pk=places.own.page.pk)
    assert parent.numchild == parent.get_children().count()


def test_what_saves_itself_after_it_is_handed_in_changes_nothing(leader, places):
    send(leader, places, **{"action-submit": "1"})
    late = send(leader, places, headers=BY_ITSELF, title="Talka pie purva")
    assert not late.json()["success"]
    assert [page.title for page in pages()] == ["Talka pie ezera"]


def test_what_saves_itself_after_a_draft_was_saved_leaves_that_draft(leader, places):
    send(leader, places)
    [saved] = pages()
    late = send(leader, places, headers=BY_ITSELF, title="Talka pie purva")
    assert not late.json()["success"]
    assert [(page.pk, page.title) for page in pages()] == [(saved.pk, "Talka pie ezera")]


def test_a_button_pressed_twice_hands_in_once(leader, places):
    first, second = (send(leader, places, **{"action-submit": "1"}) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    (page,) = pages()
    assert page.workflow_states.count() == 1


def test_a_page_published_twice_is_one(leader, places):
    leaders.trust(places.own.page)
    for _ in range(2):
        send(leader, places, **{"action-publish": "1"})
    (page,) = pages()
    assert page.live


def test_another_form_is_another_page(leader, places):
    send(leader, places)
    send(leader, places, key="another")
    assert len(pages()) == 2


def test_the_same_form_much_later_is_another_page(leader, places):
    send(leader, places)
    earlier = timezone.now() - timedelta(minutes=5)
    ArticlePage.objects.filter(pk=pages()[0].pk).update(latest_revision_created_at=earlier)
    send(leader, places)
    assert len(pages()) == 2


def test_a_key_is_of_one_person(client, leader, places):
    send(leader, places)
    client.force_login(world.leader(places.own.page, "otra@example.test"))
    send(client, places)
    assert len(pages()) == 2


def test_a_key_may_be_anything(leader, places):
    for key in ("", "x" * 5000, "\u202e'\""):
        assert send(leader, places, key=key).status_code == 302
