"""Every type of page and every error page: its HTML is clean, in both languages."""

from io import BytesIO

import html5lib
import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image
from wagtail.models import Page, get_page_models

from communities.models.community import CommunityFact
from core import errors
from core.models import HubImage
from events.models import EventResult, ProgrammeItem
from home.models import HomePage
from tests import world
from tests.events import making as events
from tests.forum import making
from tests.library import making as resources


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
    statement = world.statement(site.home)
    rows = [ProgrammeItem(title="Tēja & <kūkas>"), EventResult(text="Izdevās", attendance=7)]
    event = events.event(parish, "Talka & <tēja>", slug="talka", repeats="weekly", rows=rows)
    section = making.section(making.forum(site), "Ceļi", community=parish)
    making.topic(section, "Vai būs <soliņi> & galdi?", posts=2)
    making.comment(articles[0])
    guide = resources.resource(
        resources.library(site), "Veidne & <paraugs>", slug="veidne", summary="Īsi", body=body,
        files=[resources.document()], links=[("Mape & <saite>", "https://e.test/?a=1&b=2")],
        topics=["Tēma & <vārds>"], communities=[parish], year=2024, level="beginner",
    )  # fmt: skip
    shelf = resources.library(site)
    bag = resources.collection(shelf, "Soma & <maiss>", [(guide, "Vispirms <šo>")], slug="soma")
    resources.resource(shelf, "Cits", topics=["Tēma & <vārds>"])
    for made in (neighbour, parish, *articles, page, below, statement, section, event, guide, bag):
        world.translated(made)
    return site


LATVIAN = ["", "kopienas/", "kopienas/tirza/", "kopienas/tirza/zina/", "jaunumi/"]
LATVIAN += ["forums/", "forums/celi/", "kalendars/", "kopienas/tirza/talka/"]
LATVIAN += ["kratuve/", "kratuve/veidne/", "kratuve/soma/"]
ENGLISH = ["", "communities/", "communities/tirza/", "communities/tirza/zina/", "news/"]
ENGLISH += ["forum/", "forum/celi/", "calendar/", "communities/tirza/talka/"]
ENGLISH += ["library/", "library/veidne/", "library/soma/"]
BOTH = ["lapa/", "pieklustamiba/"]
ADDRESSES = [
    *(f"/lv/{path}" for path in LATVIAN + BOTH),
    *(f"/en/{path}" for path in ENGLISH + BOTH),
]


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
    types = set(get_page_models()) - {Page}
    assert seen == {(model, language) for model in types for language in ("lv", "en")}


def test_the_empty_site_renders_cleanly(site):
    for path in ("lv/", "lv/kopienas/", "lv/jaunumi/", "en/", "en/communities/", "en/news/"):
        address = f"/{path}"
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
def test_forms_that_grew_old_render_cleanly(site, language):
    response = Client(enforce_csrf_checks=True).post(f"/{language}/")
    assert response.status_code == 403
    assert_clean(response, language)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_fault_of_ours_renders_cleanly(site, monkeypatch, language):
    def break_down(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(HomePage, "get_context", break_down)
    response = Client(raise_request_exception=False).get(f"/{language}/")
    assert response.status_code == 500
    assert_clean(response, language)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_fault_of_ours_needs_no_database(rf, language):
    # This test has no database: asking it anything fails, and then plain text would come.
    response = errors.server_error(rf.get(f"/{language}/"))
    assert response.status_code == 500
    assert_clean(response, language)
