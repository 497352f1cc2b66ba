"""Every type of page: where it may stand, how it is made, and that its HTML is clean."""

from io import BytesIO

import html5lib
import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Page, get_page_models
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from communities.models import ArticlePage, CommunitiesIndexPage, CommunityPage, NewsIndexPage
from communities.models.community import CommunityFact
from core import errors
from core.models import HubImage
from home.models import HomePage, StandardPage
from tests import world

PLACES = {
    Page: {HomePage},
    HomePage: {CommunitiesIndexPage, NewsIndexPage, StandardPage},
    CommunitiesIndexPage: {CommunityPage},
    CommunityPage: {ArticlePage},
    NewsIndexPage: {ArticlePage},
    ArticlePage: set(),
    StandardPage: {StandardPage},
}


def test_every_page_type_has_its_place():
    assert set(get_page_models()) == set(PLACES)


@pytest.mark.parametrize("model", PLACES)
def test_pages_can_be_created_where_they_belong_and_nowhere_else(model):
    assert set(model.creatable_subpage_models()) == PLACES[model]


@pytest.mark.parametrize("model", [HomePage, CommunitiesIndexPage, NewsIndexPage])
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
    text = nested_form_data({"body": streamfield([("text", '{"blocks": [], "entityMap": {}}')])})
    form.update({"title": "Tirza", "slug": "tirza", "action-publish": "1"} | text)
    form.update(FORMS[model][1])
    return form


@pytest.mark.parametrize("model", FORMS)
def test_an_editor_creates_a_page(site, backstage, model):
    above = getattr(site, FORMS[model][0])
    names = [model._meta.app_label, model._meta.model_name, above.pk]
    address = reverse("wagtailadmin_pages:add", args=names)
    answer = backstage.post(address, fill(backstage, address, model))
    assert answer.status_code == 302
    page = model.objects.child_of(above).get(slug="tirza")
    assert page.live
    assert not world.in_english(page).live


@pytest.mark.parametrize("model", [HomePage, CommunityPage, ArticlePage])
def test_an_editor_cannot_create_a_page_where_it_does_not_belong(site, backstage, model):
    page = world.standard_page(site.home, "Lapa")
    names = [model._meta.app_label, model._meta.model_name, page.pk]
    answer = backstage.get(reverse("wagtailadmin_pages:add", args=names))
    assert (answer.status_code, answer.url) == (302, reverse("wagtailadmin_home"))


def picture():
    file = BytesIO()
    Image.new("RGB", (600, 400), (31, 77, 58)).save(file, "JPEG")
    return HubImage.objects.create(title="Egle", file=ContentFile(file.getvalue(), "egle.jpg"))


@pytest.fixture
def full_site(site):
    """A page of every type with all that it can hold, in both languages."""
    shown = {"image": picture(), "alt_text": "Egle & <sniegs>", "caption": "Ziema"}
    body = [("text", "<h2>Virsraksts</h2><ul><li>Viens</li></ul>"), ("picture", shown)]
    parish = world.community(
        site.index, "Tirzas pagasts", slug="tirza", summary="Pie Tirzas & Gaujas", body=body
    )
    parish.facts.add(CommunityFact(label="Iedzīvotāji", value="600", source_url="https://e.test/"))
    neighbour = world.community(site.index, "Lizuma pagasts", slug="lizums")
    parish.neighbours.add(neighbour)
    parish.save_revision().publish()
    of_picture = {"picture": shown["image"], "picture_alt": "Egle", "body": body}
    of_source = {"source_name": "Avīze", "source_url": "https://e.test/"}
    articles = [
        world.article(parish, "Ziņa", slug="zina", summary="Īsi", **of_picture, **of_source),
        world.article(site.news, "Jaunums", slug="jaunums"),
    ]
    page = world.standard_page(site.home, "Lapa", slug="lapa", body=body, show_in_menus=True)
    below = world.standard_page(page, "Apakša", slug="apaksa", summary="Īsi")
    for made in (neighbour, parish, *articles, page, below):
        world.translated(made)
    return site


LATVIAN = ["", "kopienas/", "kopienas/tirza/", "kopienas/tirza/zina/", "jaunumi/", "lapa/"]
ENGLISH = ["", "communities/", "communities/tirza/", "communities/tirza/zina/", "news/", "lapa/"]
ADDRESSES = [f"/lv/{path}" for path in LATVIAN] + [f"/en/{path}" for path in ENGLISH]


def assert_clean(response, language):
    parser = html5lib.HTMLParser()
    document = parser.parse(response.content.decode())
    assert parser.errors == []
    assert document.get("lang") == language
    ids = [element.get("id") for element in document.iter() if element.get("id")]
    assert sorted(set(ids)) == sorted(ids)


def test_every_page_type_renders_cleanly_in_both_languages(full_site):
    # One test for all addresses, because making the site takes far longer than reading it.
    seen = set()
    for address in ADDRESSES:
        response = Client().get(address)
        assert response.status_code == 200, address
        assert_clean(response, address[1:3])
        seen.add((type(response.context["page"]), address[1:3]))
    types = set(PLACES) - {Page}
    assert seen == {(model, language) for model in types for language in ("lv", "en")}


def test_the_empty_site_renders_cleanly(site):
    for address in ("/lv/", "/lv/kopienas/", "/lv/jaunumi/", "/en/", "/en/communities/", "/en/news/"):
        assert_clean(Client().get(address), address[1:3])


@pytest.mark.parametrize("language", ["lv", "en"])
def test_absent_pages_render_cleanly(site, language):
    response = Client().get(f"/{language}/nav/")
    assert response.status_code == 404
    assert_clean(response, language)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_closed_pages_render_cleanly(site, people, language):
    page = world.standard_page(site.home, "Lapa", slug="lapa", audience="leaders")
    world.translated(page)
    browser = Client()
    browser.force_login(people.resident)
    response = browser.get(f"/{language}/lapa/")
    assert response.status_code == 403
    assert_clean(response, language)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_requests_that_cannot_be_understood_render_cleanly(site, language):
    response = Client().get(f"/{language}/", HTTP_HOST="cits.example")
    assert response.status_code == 400
    assert_clean(response, language)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_forms_that_grew_old_render_cleanly(site, rf, language):
    with_language = Client(enforce_csrf_checks=True)
    response = with_language.post(f"/{language}/")
    assert response.status_code == 403
    assert_clean(response, language)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_fault_of_ours_renders_cleanly(site, monkeypatch, language):
    monkeypatch.setattr(HomePage, "get_context", PermissionDenied.with_traceback)
    response = Client(raise_request_exception=False).get(f"/{language}/")
    assert response.status_code == 500
    assert_clean(response, language)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_fault_of_ours_needs_no_database(rf, language):
    # This test has no database: asking it anything fails, and then plain text would come.
    response = errors.server_error(rf.get(f"/{language}/"))
    assert response.status_code == 500
    assert_clean(response, language)
