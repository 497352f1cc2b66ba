import pytest

from core.models import Audience
from tests import world
from tests.core.heads import HERE, Head
from tests.growth import add_copies


@pytest.fixture(autouse=True)
def _at_home(settings):
    settings.SITE_URL = HERE


def build(site):
    """A community in both languages."""
    parish = world.community(site.index, "Tirzas pagasts", slug="tirza", summary="Pie Tirzas.")
    world.translated(parish)
    site.parish = parish


@pytest.fixture
def parish(site):
    return site.parish


def test_a_page_names_all_its_languages_and_latvian_for_all_others(parish):
    latvian, english = f"{HERE}/lv/kopienas/tirza/", f"{HERE}/en/communities/tirza/"
    said = {"lv": latvian, "en": english, "x-default": latvian}
    for address in ("/lv/kopienas/tirza/", "/en/communities/tirza/"):
        assert Head(address).links("alternate", "hreflang") == said


UNREADABLE = {
    "draft": {"live": False},
    "closed": {"audience": Audience.LEADERS},
    "over": {"expire_at": "2020-01-01T00:00:00Z"},
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_a_page_names_no_language_that_not_everybody_may_read(site, what):
    english = world.translated(world.standard_page(site.home, "Lapa", slug="lapa"))
    type(english).objects.filter(pk=english.pk).update(**UNREADABLE[what])
    head = Head("/lv/lapa/")
    assert set(head.links("alternate", "hreflang")) == {"lv", "x-default"}
    assert head.said("og:locale:alternate") == []


def test_a_page_tells_social_networks_what_it_is(parish):
    head = Head("/en/communities/tirza/")
    assert head.said("og:title") == ["TIRZAS PAGASTS"]
    assert head.said("og:description") == head.said("description") == ["PIE TIRZAS."]
    assert head.said("og:type") == ["website"]
    assert head.said("og:url") == [f"{HERE}/en/communities/tirza/"]
    assert head.links("canonical") == {"canonical": f"{HERE}/en/communities/tirza/"}
    assert head.said("og:locale") + head.said("og:locale:alternate") == ["en_GB", "lv_LV"]
    assert head.said("og:site_name") == ["Kopā"]
    assert head.said("twitter:card") == ["summary_large_image"]
    assert head.said("robots") == []


def test_a_title_for_search_engines_is_the_one_that_is_shared(site):
    world.standard_page(site.home, "Lapa", slug="lapa", seo_title="Kā pieteikties talkai")
    assert Head("/lv/lapa/").said("og:title") == ["Kā pieteikties talkai"]


def test_an_article_tells_its_day_as_noon_in_latvia(parish):
    world.article(parish, "Vasara", slug="vasara", date="2026-07-01")
    world.article(parish, "Ziema", slug="ziema", date="2026-12-01")
    for name, noon in (
        ("vasara", "2026-07-01T12:00:00+03:00"),
        ("ziema", "2026-12-01T12:00:00+02:00"),
    ):
        head = Head(f"/lv/kopienas/tirza/{name}/")
        assert head.said("og:type") == ["article"]
        assert head.said("article:published_time") == [noon]


def test_both_themes_have_a_colour(site):
    for theme in ("light", "dark"):
        assert len(Head("/lv/").said(f"(prefers-color-scheme: {theme})")) == 1


def test_the_number_of_a_part_belongs_to_its_address(site):
    add_copies(world.article(site.news, "Ziņa"), 20)
    head = Head("/lv/jaunumi/?page=2&utm_source=x")
    assert head.links("canonical") == {"canonical": f"{HERE}/lv/jaunumi/?page=2"}
    assert head.links("alternate", "hreflang") == {}
    assert Head("/lv/jaunumi/?page=9").links("canonical") == head.links("canonical")


@pytest.mark.parametrize("address", ["/lv/jaunumi/?page=1", "/lv/?page=7", "/lv/jaunumi/?page=x"])
def test_an_address_has_no_number_where_there_is_no_such_part(site, address):
    assert "?" not in Head(address).links("canonical")["canonical"]


def test_search_engines_stay_away_from_what_is_not_there(site):
    head = Head("/lv/nekas/")
    assert head.said("robots") == ["noindex"]
    assert head.links("canonical") == {}
    assert head.said("og:title") == []


@pytest.mark.parametrize("audience", [Audience.SIGNED_IN, Audience.LEADERS])
def test_search_engines_stay_away_from_what_is_closed(site, people, audience):
    world.standard_page(site.home, "Telpa", slug="telpa", audience=audience)
    head = Head("/lv/telpa/", people.admin)
    assert head.said("robots") == ["noindex"]
    assert head.said("og:title") + head.said("og:image") == []
    assert "ld+json" not in head.html
