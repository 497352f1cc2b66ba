import pytest
from django.test import Client

from tests import world


def build(site):
    """A page three floors below the front page, live in both languages."""
    site.deep = site.home
    for title in ("Viens", "Divi", "Trīs"):
        site.deep = world.standard_page(site.deep, title)
        world.translated(site.deep)


@pytest.fixture
def deep(site):
    return site.deep


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_page_is_found_by_its_whole_address(deep, language):
    response = Client().get(f"/{language}/viens/divi/tris/")
    assert response.status_code == 200
    assert response.context["page"].title == ("Trīs" if language == "lv" else "TRĪS")


@pytest.mark.parametrize(
    "address", ["/lv/tris/", "/lv/divi/tris/", "/lv/viens/tris/", "/lv/viens/divi/tris/cits/"]
)
def test_a_page_is_found_by_no_other_address(deep, address):
    assert Client().get(address).status_code == 404


def test_an_address_is_not_shared_between_languages(site):
    world.standard_page(site.home, "Tikai latviski", slug="tikai")
    assert Client().get("/lv/tikai/").status_code == 200
    assert Client().get("/en/tikai/").status_code == 404


def test_a_page_shows_the_way_to_it(deep):
    shell = Client().get("/lv/viens/divi/tris/").context["shell"]
    assert [link.url for link in shell.breadcrumbs] == ["/lv/", "/lv/viens/", "/lv/viens/divi/"]


def test_a_page_lists_what_lies_directly_below_it(deep):
    below = Client().get("/lv/viens/").context["pages_below"]
    assert [page.title for page in below] == ["Divi"]


@pytest.mark.parametrize(
    ("address", "current"), [("/lv/kopienas/", "Kopienas"), ("/en/communities/", "Communities")]
)
def test_the_menu_says_where_the_reader_is(site, address, current):
    menu = Client().get(address).context["shell"].menu
    assert [link.title for link in menu if link.is_current] == [current]
