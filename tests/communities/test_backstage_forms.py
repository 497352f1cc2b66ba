"""What leaders may fill in, and what is not theirs to change or to use, however it is posted."""

import json
import re

import pytest
from django.urls import reverse

from communities.models import ArticlePage
from core.models import Audience
from tests import world
from tests.communities import leaders
from tests.communities.leaders import article_form

pytestmark = pytest.mark.django_db

HAS_COMMENTS = re.compile("w-comments:init|comments-TOTAL_FORMS")
SMUGGLED = {
    "slug": "zagts",
    "live": "on",
    "owner": "1",
    "first_published_at": "2001-01-01",
    "is_trusted": "on",
    "audience": "leaders",
    "show_in_menus": "on",
    "show_in_footer": "on",
    "path": "00010001",
    "depth": "1",
    "url_path": "/lv/zagts/",
    "locked": "on",
    "locked_by": "1",
    "translation_key": "00000000-0000-0000-0000-000000000000",
    "locale": "2",
    "is_superuser": "on",
    "is_staff": "on",
    "groups": "1",
    "role": "editor",
    "community": "1",
    "seo_title": "Zagts",
    "search_description": "Zagts",
}


def edit_address(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def add_address(page) -> str:
    return reverse("wagtailadmin_pages:add", args=["communities", "articlepage", page.pk])


def draft_of(page):
    """The page as its latest revision has it."""
    return leaders.stored(page).get_latest_revision_as_object()


def facts_of(page) -> dict:
    """All columns of a page, and of its draft, but those that say when and what was saved."""
    stored, draft = leaders.stored(page), draft_of(page)
    left_out = {"latest_revision", "latest_revision_created_at", "draft_title", "title", "summary"}
    left_out |= {"has_unpublished_changes", "body", "date", "live_revision", "page_ptr"}
    # A revision keeps thousandths of a second, and its own zone.
    left_out |= {"first_published_at", "last_published_at"}
    names = [field.name for field in stored._meta.concrete_fields if field.name not in left_out]
    return {name: (str(getattr(stored, name)), str(getattr(draft, name))) for name in names}


def test_a_leader_saves_a_draft_and_everything_else_stays(leader, places):
    page = places.own.news
    before = facts_of(page)
    form = article_form(title="Sniegs un ledus", **SMUGGLED)
    assert leader.post(edit_address(page), form).status_code == 302
    assert draft_of(page).title == "Sniegs un ledus"
    assert leaders.stored(page).title == page.title
    assert facts_of(page) == before
    assert draft_of(page).first_published_at.year > 2001
    places.leader.refresh_from_db()
    assert not places.leader.is_superuser
    assert not places.leader.is_staff
    assert places.leader.groups.count() == 1


@pytest.mark.parametrize("action", ["action-publish", "action-submit", "action-unpublish"])
def test_no_button_that_is_not_offered_puts_a_page_live(leader, places, action):
    page = places.own.draft
    leader.post(edit_address(page), article_form(**SMUGGLED, **{action: "1"}))
    stored = leaders.stored(page)
    assert not stored.live
    assert stored.first_published_at is None


def test_a_new_page_is_a_draft_of_the_leader_for_everybody(leader, places):
    assert leader.post(add_address(places.own.page), article_form(**SMUGGLED)).status_code == 302
    page = ArticlePage.objects.get(draft_title="Sniegs")
    assert not page.live
    assert page.slug == "sniegs"
    assert page.owner == places.leader
    assert page.audience == Audience.EVERYONE
    assert not page.show_in_menus
    assert page.get_parent().pk == places.own.page.pk


def test_a_leader_changes_the_words_of_the_community_and_not_what_holds_it(leader, places, people):
    fields = ("title", "slug", "kind", "genitive", "locative", "latitude", "neighbours", "audience")
    leader_sees = leader.get(edit_address(places.own.page)).content.decode()
    leader.force_login(people.editor)
    editor_sees = leader.get(edit_address(places.own.page)).content.decode()
    for name in fields:
        assert f'name="{name}"' not in leader_sees, name
        assert f'name="{name}"' in editor_sees, name
    for name in ("summary", "contacts-TOTAL_FORMS", "facts-TOTAL_FORMS"):
        assert f'name="{name}"' in leader_sees, name


def test_a_posted_name_of_the_community_is_not_taken(leader, places):
    page = places.own.page
    counts = {
        f"{name}-{kind}": "0"
        for name in ("contacts", "facts", "comments")
        for kind in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    form = SMUGGLED | counts | {"summary": "Jauns kopsavilkums.", "body-count": "0"}
    form |= {"title": "Zagts", "genitive": "Zagta", "kind": "town", "latitude": "56"}
    form |= {"neighbours": str(places.foreign.page.pk), "comment_notifications": ""}
    before = facts_of(page)
    assert leader.post(edit_address(page), form).status_code == 302
    assert draft_of(page).summary == "Jauns kopsavilkums."
    assert draft_of(page).title == page.title
    assert list(draft_of(page).neighbours.all()) == []
    assert facts_of(page) == before


def test_a_picture_is_their_own_or_a_shared_one(leader, places):
    page, shared = places.own.news, leaders.image("Kopīgs")
    for picture in (places.own.image, shared):
        leader.post(edit_address(page), article_form(picture=picture.pk))
        assert draft_of(page).picture_id == picture.pk
    response = leader.post(edit_address(page), article_form(picture=places.foreign.image.pk))
    assert response.status_code == 200
    assert draft_of(page).picture_id == shared.pk


@pytest.mark.parametrize("kind", ["add", "edit"])
def test_a_preview_draws_no_foreign_picture(leader, places, kind):
    args = {
        "add": ["communities", "articlepage", places.own.page.pk],
        "edit": [places.own.news.pk],
    }[kind]
    address = reverse(f"wagtailadmin_pages:preview_on_{kind}", args=args)
    form = article_form(picture=places.foreign.image.pk)
    assert leader.post(address, form).json()["is_valid"] is False
    assert leader.post(address, article_form(picture=places.own.image.pk)).json()["is_valid"]


def linked(kind, thing) -> str:
    """A text as the editor posts it, with a link to the thing."""
    block = {"key": "a", "text": "saite", "type": "unstyled", "depth": 0, "inlineStyleRanges": []}
    block["entityRanges"] = [{"offset": 0, "length": 5, "key": 0}]
    data = {"id": thing.pk, "url": "/"}
    entity = {"type": kind, "mutability": "MUTABLE", "data": data}
    return json.dumps({"blocks": [block], "entityMap": {"0": entity}})


@pytest.mark.parametrize(
    ("kind", "name", "is_taken"),
    [
        ("LINK", "own.draft", True),
        ("LINK", "own.news", True),
        ("LINK", "foreign.news", True),
        ("LINK", "foreign.draft", False),
        ("DOCUMENT", "own.document", True),
        ("DOCUMENT", "foreign.document", False),
    ],
)
def test_a_link_in_a_text_leads_to_what_everybody_sees_or_what_is_theirs(
    leader, places, kind, name, is_taken
):
    place, thing = name.split(".")
    text = linked(kind, getattr(getattr(places, place), thing))
    form = article_form() | {"body-0-value": text}
    response = leader.post(edit_address(places.own.news), form)
    assert response.status_code == (302 if is_taken else 200)


def test_what_an_editor_put_in_a_page_stays_when_a_leader_saves_it(leader, places):
    page = ArticlePage.objects.get(pk=places.own.news.pk)
    page.picture = places.foreign.image
    page.save_revision().publish()
    form = article_form(picture=places.foreign.image.pk, title="Tikai virsraksts")
    assert leader.post(edit_address(page), form).status_code == 302
    assert draft_of(page).title == "Tikai virsraksts"


def test_editors_use_whatever_there_is(client, people, places):
    client.force_login(people.editor)
    form = article_form(picture=places.foreign.image.pk, slug="sniegs", audience="everyone")
    assert client.post(edit_address(places.own.news), form).status_code == 302


def test_leaders_add_news_below_their_own_community_alone(leader, places):
    for page in (places.foreign.page, places.site.news, places.site.index):
        assert leader.post(add_address(page), article_form()).status_code == 403
    english = world.translated(places.own.page)
    assert leader.post(add_address(english), article_form()).status_code == 403
    kind = reverse("wagtailadmin_pages:add", args=["home", "standardpage", places.own.page.pk])
    assert leader.get(kind).status_code in (302, 403)
    assert not ArticlePage.objects.filter(draft_title="Sniegs").exists()


def test_no_form_has_wagtails_comments_whose_letters_pass_the_outbox_by(leader, places, people):
    address = edit_address(places.own.news)
    assert not HAS_COMMENTS.search(leader.get(address).text)
    leader.force_login(people.editor)
    assert not HAS_COMMENTS.search(leader.get(address).text)
