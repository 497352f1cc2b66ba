import json
from datetime import datetime

import pytest
from wagtail.models import Site

from core.models import SiteSettings
from core.structured_data import as_script
from tests import world
from tests.core.heads import HERE, Head


@pytest.fixture(autouse=True)
def _at_home(settings):
    settings.SITE_URL = HERE


def build(site):
    """A community in both languages, with the coordinates of its centre."""
    where = {"latitude": "57.14099", "longitude": "26.43062"}
    parish = world.community(site.index, "Tirzas pagasts", slug="tirza", summary="Īsi.", **where)
    world.translated(parish)
    site.parish = parish


@pytest.fixture
def parish(site):
    return site.parish


def test_the_front_page_tells_who_runs_the_site(site):
    of_site = SiteSettings.for_site(Site.objects.get())
    of_site.email, of_site.phone = "kopa@example.lv", "+371 64 400 000"
    of_site.address = "Ābeļu iela 2, Gulbene"
    of_site.save()
    data = Head("/en/").data
    assert data["Organization"] == {
        "@type": "Organization",
        "name": "Kopā",
        "url": f"{HERE}/",
        "logo": f"{HERE}/static/img/mark.svg",
        "email": "kopa@example.lv",
        "telephone": "+371 64 400 000",
        "address": "Ābeļu iela 2, Gulbene",
    }
    assert data["WebSite"]["url"] == f"{HERE}/en/"
    assert data["WebSite"]["inLanguage"] == "en"
    assert "BreadcrumbList" not in data


def test_a_page_tells_the_way_to_it(parish):
    steps = Head("/en/communities/tirza/").data["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["name"] for step in steps] == ["Kopā", "Communities", "TIRZAS PAGASTS"]
    assert steps[-1]["item"] == f"{HERE}/en/communities/tirza/"


@pytest.mark.parametrize(("kind", "said"), [("parish", "AdministrativeArea"), ("town", "City")])
def test_a_community_tells_where_it_is(parish, kind, said):
    parish.kind = kind
    parish.save_revision().publish()
    piece = Head("/lv/kopienas/tirza/").data[said]
    assert (piece["name"], piece["url"]) == ("Tirzas pagasts", f"{HERE}/lv/kopienas/tirza/")
    assert piece["description"] == "Īsi."
    assert piece["geo"] == {
        "@type": "GeoCoordinates",
        "latitude": 57.14099,
        "longitude": 26.43062,
    }


def test_a_community_without_coordinates_tells_none(site):
    world.community(site.index, "Lizuma pagasts", slug="lizums")
    piece = Head("/lv/kopienas/lizums/").data["AdministrativeArea"]
    assert {"geo", "description"}.isdisjoint(piece)


def test_an_article_tells_all_that_search_engines_ask_of_news(parish):
    fields = {"date": "2026-07-01", "summary": "Īsi.", "source_url": "https://avize.example/1"}
    world.article(parish, "Ziņa", slug="zina", **fields)
    head = Head("/lv/kopienas/tirza/zina/")
    piece = head.data["NewsArticle"]
    assert piece["headline"] == "Ziņa"
    assert piece["datePublished"] == "2026-07-01T12:00:00+03:00"
    assert datetime.fromisoformat(piece["dateModified"]).utcoffset() is not None
    assert piece["inLanguage"] == "lv"
    assert piece["image"] == head.said("og:image")
    assert piece["publisher"]["name"] == "Kopā"
    assert piece["publisher"]["logo"].startswith(HERE)
    assert piece["isBasedOn"] == "https://avize.example/1"


def test_an_article_without_a_source_names_none(parish):
    world.article(parish, "Ziņa", slug="zina")
    assert "isBasedOn" not in Head("/lv/kopienas/tirza/zina/").data["NewsArticle"]


HOSTILE = "</script><script>alert(1)</script> <!-- & \u2028 \"'"


def test_nothing_in_a_title_leaves_the_script(site):
    world.standard_page(site.home, HOSTILE, slug="lapa")
    head = Head("/lv/lapa/")
    assert head.data["BreadcrumbList"]["itemListElement"][-1]["name"] == HOSTILE
    assert "<script>alert" not in head.html


@pytest.mark.parametrize("letter", list("<>&\u2028\u2029"))
def test_letters_that_could_end_a_script_are_written_as_numbers(letter):
    script = as_script([{"name": letter}])
    assert letter not in script
    assert json.loads(script)["@graph"] == [{"name": letter}]
