from datetime import datetime
from xml.etree import ElementTree

import pytest
from django.test import Client

from core import sitemap
from core.models import Audience
from tests import world
from tests.core.heads import HERE
from tests.growth import add_copies, assert_same_queries

PROTOCOL = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture(autouse=True)
def _at_home(settings):
    settings.SITE_URL = HERE


def read(address) -> ElementTree.Element:
    """The list at the address."""
    answer = Client().get(address)
    assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)  # noqa: S314


def listed(address="/sitemap-1.xml") -> dict[str, dict[str, str]]:
    """Where each page of a part is in every language, by its own address."""
    return {
        page.findtext(f"{PROTOCOL}loc").removeprefix(HERE): {
            link.get("hreflang"): link.get("href") for link in page.iter(LINK)
        }
        for page in read(address).iter(f"{PROTOCOL}url")
    }


def test_robots_are_told_where_the_list_is(site):
    lines = Client().get("/robots.txt").content.decode().splitlines()
    assert f"Sitemap: {HERE}/sitemap.xml" in lines
    assert "Disallow: /admin/" in lines


def test_the_list_names_its_parts(site):
    addresses = [each.text for each in read("/sitemap.xml").iter(f"{PROTOCOL}loc")]
    assert addresses == [f"{HERE}/sitemap-1.xml"]


def test_it_lists_every_page_with_all_its_languages(site):
    world.standard_page(site.home, "Tikai latviski", slug="tikai")
    pages = listed()
    assert list(pages) == [
        "/lv/",
        "/lv/kopienas/",
        "/lv/jaunumi/",
        "/lv/kalendars/",
        "/lv/kratuve/",
        "/lv/forums/",
        "/lv/tikai/",
        "/en/",
        "/en/communities/",
        "/en/news/",
        "/en/calendar/",
        "/en/library/",
        "/en/forum/",
    ]
    both = {"lv": f"{HERE}/lv/kopienas/", "en": f"{HERE}/en/communities/"}
    assert pages["/lv/kopienas/"] == pages["/en/communities/"] == both
    assert pages["/lv/tikai/"] == {"lv": f"{HERE}/lv/tikai/"}


def test_it_says_when_a_page_changed_last(site):
    [moment] = {each.text for each in read("/sitemap-1.xml")[1].iter(f"{PROTOCOL}lastmod")}
    assert datetime.fromisoformat(moment).utcoffset() is not None


@pytest.mark.parametrize("person", ["nobody", "admin"])
def test_it_lists_nothing_that_not_everybody_may_read(site, people, person):
    for title, fields in (
        ("Slēgta", {"audience": Audience.LEADERS}),
        ("Pieteiktajiem", {"audience": Audience.SIGNED_IN}),
        ("Beigusies", {"expire_at": "2020-01-01T00:00:00Z"}),
        ("Uzmetums", {"is_published": False}),
    ):
        world.standard_page(site.home, title, **fields)
    browser = Client()
    if person != "nobody":
        browser.force_login(getattr(people, person))
    text = browser.get("/sitemap-1.xml").content.decode()
    assert "/lv/jaunumi/" in text
    for slug in ("slegta", "pieteiktajiem", "beigusies", "uzmetums"):
        assert f"/lv/{slug}/" not in text


def test_a_page_names_no_language_that_not_everybody_may_read(site):
    english = world.translated(world.standard_page(site.home, "Lapa", slug="lapa"))
    type(english).objects.filter(pk=english.pk).update(audience=Audience.LEADERS)
    assert listed()["/lv/lapa/"] == {"lv": f"{HERE}/lv/lapa/"}


def test_a_long_list_comes_in_parts(site, monkeypatch):
    monkeypatch.setattr(sitemap, "PAGES_PER_PART", 6)
    addresses = [each.text for each in read("/sitemap.xml").iter(f"{PROTOCOL}loc")]
    assert addresses == [f"{HERE}/sitemap-1.xml", f"{HERE}/sitemap-2.xml"]
    parts = [listed(address.removeprefix(HERE)) for address in addresses]
    assert [len(part) for part in parts] == [6, 6]
    assert parts[0]["/lv/kopienas/"] == parts[1]["/en/communities/"]


@pytest.mark.parametrize("part", [0, 2, 9999, 10**30])
def test_there_is_no_part_beyond_the_last(site, part):
    assert Client().get(f"/sitemap-{part}.xml").status_code == 404


def test_it_asks_the_same_when_there_are_more_pages(site):
    page = world.standard_page(site.home, "Lapa", slug="lapa")
    world.translated(page)
    assert_same_queries(["/sitemap.xml", "/sitemap-1.xml"], lambda: add_copies(page, 20))
    assert len(listed()) == 54
