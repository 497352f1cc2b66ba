"""A page tells its reader how to go on in the other language, and when it cannot be had there."""

import re

import pytest

from tests import world

LINK = re.compile(r'<a href="([^"]+)" lang="en" hreflang="en"')
NOTE = 'id="not-translated"'


@pytest.fixture
def untranslated(site):
    return world.standard_page(site.home, "Lapa", slug="lapa")


def test_it_says_that_a_page_is_not_translated(untranslated, visitor):
    assert visitor.get("/en/lapa/").status_code == 404
    html = visitor.get("/lv/lapa/").content.decode()
    assert NOTE in html
    assert LINK.search(html)[1] == "/en/"


def test_it_leads_to_the_nearest_page_that_is_translated(latvian, visitor):
    world.standard_page(latvian, "Apakša")
    html = visitor.get("/lv/lapa/apaksa/").content.decode()
    assert NOTE in html
    assert LINK.search(html)[1] == "/en/lapa/"


def test_it_stays_on_a_page_that_is_translated(latvian, visitor):
    html = visitor.get("/lv/lapa/").content.decode()
    assert NOTE not in html
    assert LINK.search(html)[1] == "/en/lapa/"


def test_it_says_so_again_once_the_translation_is_taken_down(latvian, visitor):
    visitor.get("/lv/lapa/")
    world.in_english(latvian).unpublish()
    assert NOTE in visitor.get("/lv/lapa/").content.decode()


def test_it_leads_back_to_latvian_from_english(latvian, visitor):
    html = visitor.get("/en/lapa/").content.decode()
    assert 'href="/lv/lapa/" lang="lv"' in html
    assert NOTE not in html
