import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import translation
from wagtail.models import Site

from core.models import Audience, SiteSettings
from core.shell import shell_for
from tests import world


def shell(page=None, *, language="lv", user=None):
    """What stands around a page for the person, in the language."""
    request = RequestFactory().get("/lv/")
    request.user = user or AnonymousUser()
    with translation.override(language):
        return shell_for(request, page)


def titles(links):
    return [link.title for link in links]


@pytest.fixture
def deep(site):
    """A page two steps below the front page, whose upper neighbour alone is translated."""
    above = world.standard_page(site.home, "Projekts", slug="projekts", show_in_menus=True)
    world.translated(above)
    above.refresh_from_db()
    return world.standard_page(above, "Darbnīcas", slug="darbnicas", summary="Četrpadsmit.")


def test_the_menu_holds_what_editors_put_there_in_the_order_of_the_tree(site, deep):
    world.standard_page(site.home, "Bez izvēlnes", slug="bez")
    world.standard_page(site.home, "Uzmetums", slug="u", show_in_menus=True, is_published=False)
    first_pages = ["Kopienas", "Jaunumi", "Kalendārs", "Krātuve", "Forums"]
    assert titles(shell(deep).menu) == [*first_pages, "Projekts"]
    assert titles(shell(language="en").menu) == [
        "Communities",
        "News",
        "Calendar",
        "Library",
        "Forum",
        "PROJEKTS",
    ]


def test_the_menu_marks_where_the_reader_is(deep):
    assert titles(link for link in shell(deep).menu if link.is_current) == ["Projekts"]
    assert not any(link.is_current for link in shell().menu)


def test_the_menu_shows_closed_pages_to_their_circle_alone(site, people):
    fields = {"slug": "telpa", "show_in_menus": True, "audience": Audience.SIGNED_IN}
    world.standard_page(site.home, "Telpa", **fields)
    assert "Telpa" not in titles(shell().menu)
    assert "Telpa" in titles(shell(user=people.resident).menu)


def test_the_footer_holds_what_editors_put_there_of_what_lies_below_the_front_page(site, deep):
    rules = world.standard_page(site.home, "Noteikumi", slug="noteikumi", show_in_footer=True)
    world.translated(rules)
    world.standard_page(rules, "Dziļāk", slug="dzilak", show_in_footer=True)
    world.standard_page(site.home, "Uzmetums", slug="u", show_in_footer=True, is_published=False)
    site.news.show_in_footer = True
    site.news.save_revision().publish()
    assert titles(shell(deep).footer) == ["Jaunumi", "Noteikumi"]
    assert titles(shell(language="en").footer) == ["News", "NOTEIKUMI"]
    assert [link.url for link in shell().footer] == ["/lv/jaunumi/", "/lv/noteikumi/"]


def test_the_footer_shows_closed_pages_to_their_circle_alone(site, people):
    fields = {"slug": "telpa", "show_in_footer": True, "audience": Audience.SIGNED_IN}
    world.standard_page(site.home, "Telpa", **fields)
    assert titles(shell().footer) == []
    assert titles(shell(user=people.resident).footer) == ["Telpa"]


def test_the_way_here_leads_from_the_front_page_to_the_page_above(site, deep):
    way = shell(deep).breadcrumbs
    assert [link.url for link in way] == ["/lv/", "/lv/projekts/"]
    assert shell(site.home).breadcrumbs == []


def test_the_other_language_is_the_same_page_where_it_is_translated(deep):
    [link] = shell(deep.get_parent().specific).languages
    assert (link.code, link.name) == ("en", "English")
    assert (link.url, link.is_translated) == ("/en/projekts/", True)


def test_the_other_language_is_the_closest_page_above_where_it_is_not(deep, client):
    [link] = shell(deep).languages
    assert (link.url, link.is_translated) == ("/en/projekts/", False)
    html = client.get("/lv/projekts/darbnicas/").content.decode()
    assert 'aria-describedby="not-translated"' in html


def test_the_way_back_to_latvian_is_there_as_well(deep):
    english = world.in_english(deep.get_parent().specific)
    [link] = shell(english, language="en").languages
    assert (link.name, link.url) == ("Latviešu", "/lv/projekts/")


def test_an_address_without_a_page_leads_to_the_front_pages(site):
    around = shell(language="en")
    assert around.home_url == "/en/"
    assert [(link.code, link.url) for link in around.languages] == [("lv", "/lv/")]
    assert (around.canonical_url, around.breadcrumbs) == ("", [])


def test_a_page_says_where_it_is_at_home_and_what_it_is_about(deep, settings):
    settings.SITE_URL = "https://kopa.example.lv"
    assert shell(deep).canonical_url == "https://kopa.example.lv/lv/projekts/darbnicas/"
    assert shell(deep).description == "Četrpadsmit."
    deep.search_description = "Par darbnīcām."
    assert shell(deep).description == "Par darbnīcām."


def test_the_site_speaks_the_readers_language_and_latvian_where_it_must(site):
    of_site = SiteSettings.for_site(Site.objects.get())
    of_site.tagline_lv, of_site.tagline_en = "Gulbenes novads", "Gulbene municipality"
    of_site.footer_lv = "Kājene"
    of_site.save()
    around = shell(language="en").site
    with translation.override("en"):
        assert (around.tagline, around.footer) == ("Gulbene municipality", "Kājene")
    with translation.override("lv"):
        assert around.tagline == "Gulbenes novads"


def test_there_is_something_around_a_page_even_where_there_is_no_site(site):
    Site.objects.all().delete()
    Site.clear_site_root_paths_cache()
    around = shell()
    assert (around.site.name, around.menu) == ("Kopā", [])
