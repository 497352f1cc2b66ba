import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from core.models import Audience
from home import site_map
from home.site_map import nested
from tests import world
from tests.core.keeping import Reader, is_kept
from tests.growth import add_copies, assert_same_queries

# The pages that every site begins with.
FIRST = ("Kopienas", "Jaunumi", "Kalendārs", "Krātuve", "Forums")


def address(language="lv") -> str:
    with override(language):
        return reverse("site-map")


@pytest.fixture
def deep(site):
    """A page two steps below the front page, in both languages."""
    page = world.standard_page(site.home, "Projekts", slug="projekts")
    below = world.standard_page(page, "Darbnīcas", slug="darbnicas")
    for made in (page, below):
        world.translated(made)
    return below


def shown(language="lv", user=None, query=""):
    """The titles on the map, each with those below it."""
    browser = Client()
    if user:
        browser.force_login(user)
    context = browser.get(address(language) + query).context
    return tree([*context["sections"], *context["single"]])


def tree(entries) -> dict:
    return {entry.title: tree(entry.below) for entry in entries}


def test_it_shows_all_pages_of_a_language_as_they_lie(deep):
    assert shown() == {title: {} for title in FIRST} | {"Projekts": {"Darbnīcas": {}}}
    english = dict.fromkeys(("Communities", "News", "Calendar", "Library", "Forum"), {})
    assert shown("en") == english | {"PROJEKTS": {"DARBNĪCAS": {}}}


def test_every_page_on_it_is_a_link(deep):
    html = Client().get(address()).content.decode()
    for path in ("kopienas/", "jaunumi/", "projekts/", "projekts/darbnicas/"):
        assert f'href="/lv/{path}"' in html


def test_it_shows_everybody_what_they_may_read(site, people):
    for audience in Audience.values:
        world.standard_page(site.home, audience, audience=audience)
    world.standard_page(site.home, "uzmetums", is_published=False)
    world.standard_page(site.home, "beigusies", expire_at="2020-01-01T00:00:00Z")
    seen = {name: shown(user=user).keys() for name, user in vars(people).items()}
    seen["nobody"] = shown().keys()
    own = {name: titles - set(FIRST) for name, titles in seen.items()}
    assert own["nobody"] == {"everyone"}
    assert own["resident"] == {"everyone", "signed_in"}
    assert own["editor"] == own["admin"] == {"everyone", "signed_in", "leaders"}


@pytest.mark.parametrize(
    ("language", "expected"), [("lv", "/lv/vietnes-karte/"), ("en", "/en/site-map/")]
)
def test_its_address_is_of_its_language(site, language, expected):
    assert address(language) == expected


def test_it_is_kept_for_nobody_in_particular_alone(site, people):
    reader = Reader()
    reader.get(address())
    assert is_kept(reader, address())
    reader.force_login(people.resident)
    assert reader.get(address()).headers["Cache-Control"] == "private, no-store"


def test_what_lies_below_a_page_that_is_not_shown_stands_below_the_closest_that_is():
    rows = [
        ("00010001", "A", "/a/"),
        ("0001000100010001", "A–1–1", "/a/1/1/"),
        ("00010002", "B", "/b/"),
    ]
    assert tree(nested(rows)) == {"A": {"A–1–1": {}}, "B": {}}


def test_a_large_one_comes_in_parts_and_each_page_keeps_its_place(deep, monkeypatch):
    monkeypatch.setattr(site_map, "PAGES_PER_PART", 6)
    assert shown() == {title: {} for title in (*FIRST, "Projekts")}
    assert shown(query="?page=2") == {"Projekts": {"Darbnīcas": {}}}
    html = Client().get(f"{address()}?page=2").content.decode()
    assert f'{address()}?page=2">' in html.partition('rel="canonical"')[2][:100]


def test_the_language_switch_stays_on_it(site):
    shell = Client().get(address("en")).context["shell"]
    assert [(link.code, link.url) for link in shell.languages] == [("lv", address("lv"))]
    said = {each.code: each.url.partition("//")[2] for each in shell.meta.alternates}
    for code in ("lv", "en"):
        assert said[code].endswith(address(code))


def test_search_engines_may_read_it(site):
    html = Client().get(address()).content.decode()
    assert "noindex" not in html
    assert "BreadcrumbList" in html


def test_it_asks_the_same_when_there_is_more(deep):
    assert_same_queries([address(), address("en")], lambda: add_copies(deep, 20))
