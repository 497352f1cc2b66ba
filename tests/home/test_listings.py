"""Whatever lists pages lists only those that its reader may read, in both languages."""

import pytest
from django.test import Client

from tests import world


def build(site):
    """One page of every kind that lists show, each for leaders alone and in both languages."""
    parish = world.community(site.index, "Atvērtais pagasts", slug="atvertais")
    world.translated(parish)
    pages = [
        world.community(site.index, "Slēgtais pagasts", audience="leaders"),
        world.article(parish, "Slēgtā ziņa", audience="leaders"),
        world.article(site.news, "Slēgtais jaunums", audience="leaders"),
        world.standard_page(site.home, "Slēgtā lapa", audience="leaders", show_in_menus=True),
    ]
    parish.refresh_from_db()
    parish.neighbours.set(pages[:1])
    parish.save_revision().publish()
    for page in pages:
        world.translated(page)


LISTINGS = {
    "/lv/": ["Slēgtais pagasts", "Slēgtā ziņa", "Slēgtais jaunums", "Slēgtā lapa"],
    "/lv/kopienas/": ["Slēgtais pagasts", "Slēgtā lapa"],
    "/lv/jaunumi/": ["Slēgtā ziņa", "Slēgtais jaunums", "Slēgtā lapa"],
    "/lv/kopienas/atvertais/": ["Slēgtais pagasts", "Slēgtā ziņa", "Slēgtā lapa"],
    "/en/": ["SLĒGTAIS PAGASTS", "SLĒGTĀ ZIŅA", "SLĒGTAIS JAUNUMS", "SLĒGTĀ LAPA"],
    "/en/communities/": ["SLĒGTAIS PAGASTS", "SLĒGTĀ LAPA"],
    "/en/news/": ["SLĒGTĀ ZIŅA", "SLĒGTAIS JAUNUMS", "SLĒGTĀ LAPA"],
    "/en/communities/atvertais/": ["SLĒGTAIS PAGASTS", "SLĒGTĀ ZIŅA", "SLĒGTĀ LAPA"],
}


@pytest.mark.parametrize("person", ["nobody", "resident", "editor"])
def test_lists_name_closed_pages_to_nobody_else(site, people, person):
    browser = Client()
    if person != "nobody":
        browser.force_login(getattr(people, person))
    for address, titles in LISTINGS.items():
        html = browser.get(address).content.decode()
        named = [title for title in titles if title in html]
        assert named == (titles if person == "editor" else []), address


def test_lists_leave_out_drafts(site, people):
    parish = world.community(site.index, "Cits pagasts", slug="cits")
    page = world.standard_page(site.home, "Lapa", slug="lapa")
    world.community(site.index, "Topošais pagasts", is_published=False)
    world.article(parish, "Topošā ziņa", is_published=False)
    world.standard_page(page, "Topošā lapa", is_published=False, show_in_menus=True)
    browser = Client()
    browser.force_login(people.admin)
    addresses = ["/lv/", "/lv/kopienas/", "/lv/jaunumi/", "/lv/kopienas/cits/", "/lv/lapa/"]
    for address in addresses:
        assert "Topoš" not in browser.get(address).content.decode(), address
