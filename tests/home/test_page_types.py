"""Every type of page: where it may stand, and that an editor can make it there."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import (
    nested_form_data,
    querydict_from_html,
    rich_text,
    streamfield,
)

from communities.models import ArticlePage, CommunitiesIndexPage, CommunityPage, NewsIndexPage
from events.models import CalendarPage, EventPage
from forum.models import ForumPage, ForumSectionPage
from home.models import HomePage, StandardPage
from home.statement import AccessibilityStatementPage
from library.models import CollectionPage, LibraryPage, ResourcePage
from tests import world

PLACES = {
    Page: {HomePage},
    HomePage: {
        CommunitiesIndexPage,
        NewsIndexPage,
        StandardPage,
        AccessibilityStatementPage,
        ForumPage,
        CalendarPage,
        LibraryPage,
    },
    CommunitiesIndexPage: {CommunityPage},
    CommunityPage: {ArticlePage, EventPage},
    NewsIndexPage: {ArticlePage},
    CalendarPage: {EventPage},
    EventPage: set(),
    LibraryPage: {ResourcePage, CollectionPage},
    CollectionPage: set(),
    ResourcePage: set(),
    ForumPage: {ForumSectionPage},
    ForumSectionPage: set(),
    ArticlePage: set(),
    StandardPage: {StandardPage},
    AccessibilityStatementPage: set(),
}


def test_every_page_type_has_its_place():
    assert set(get_page_models()) == set(PLACES)


@pytest.mark.parametrize("model", PLACES)
def test_pages_can_be_created_where_they_belong_and_nowhere_else(model):
    assert set(model.creatable_subpage_models()) == PLACES[model]


@pytest.mark.parametrize(
    "model",
    [HomePage, CommunitiesIndexPage, NewsIndexPage, CalendarPage, LibraryPage, ForumPage],
)
def test_there_is_one_of_what_there_should_be_one_of(site, model):
    above = Page.objects.get(pk=model.objects.get(locale=site.home.locale).get_parent().pk)
    assert not model.can_create_at(above)


@pytest.fixture
def backstage(people):
    browser = Client()
    browser.force_login(people.editor)
    return browser


FORMS = {
    CommunityPage: ("index", {"genitive": "Tirzas pagasta", "locative": "Tirzas pagastā"}),
    ArticlePage: ("news", {"date": "2026-11-01"}),
    StandardPage: ("home", {}),
}


def fill(backstage, address, model):
    """The form of a new page as an editor would send it."""
    form = querydict_from_html(backstage.get(address).content.decode(), "page-edit-form")
    text = nested_form_data({"body": streamfield([("text", rich_text("<p>Teksts.</p>"))])})
    form.update({"title": "Tirza", "slug": "tirza", "action-publish": "1"} | text)
    form.update(FORMS[model][1])
    return form


@pytest.mark.parametrize("model", FORMS)
def test_an_editor_creates_a_page(site, backstage, model):
    above = getattr(site, FORMS[model][0])
    names = [model._meta.app_label, model._meta.model_name, above.pk]
    address = reverse("wagtailadmin_pages:add", args=names)
    answer = backstage.post(address, fill(backstage, address, model))
    assert answer.status_code == 302, answer.context["form"].errors
    page = model.objects.child_of(above).get(slug="tirza")
    assert page.live
    assert not world.in_english(page).live


@pytest.mark.parametrize("model", [HomePage, CommunityPage, ArticlePage])
def test_an_editor_cannot_create_a_page_where_it_does_not_belong(site, backstage, model):
    page = world.standard_page(site.home, "Lapa")
    names = [model._meta.app_label, model._meta.model_name, page.pk]
    answer = backstage.get(reverse("wagtailadmin_pages:add", args=names))
    assert (answer.status_code, answer.url) == (302, reverse("wagtailadmin_home"))
