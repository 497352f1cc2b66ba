import pytest
from bs4 import BeautifulSoup

from tests import world


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("lv,en", "lv"),
        ("en;q=0.3,lv;q=0.7", "lv"),
        ("ru", "lv"),
        ("ru,en;q=0.5", "en"),
        ("*", "lv"),
        ("nonsense;;q=", "lv"),
        ("", "lv"),
    ],
)
def test_it_sends_the_bare_address_to_the_visitors_language(client, site, accepted, language):
    response = client.get("/", HTTP_ACCEPT_LANGUAGE=accepted)
    assert response.status_code == 302
    assert response.url == f"/{language}/"
    assert "Accept-Language" in response.headers["Vary"]


@pytest.mark.parametrize(("address", "language"), [("/lv/", "lv"), ("/en/communities/", "en")])
def test_the_address_decides_the_language_and_not_the_browser(client, site, address, language):
    other = {"lv": "en", "en": "lv"}[language]
    client.cookies["django_language"] = other
    response = client.get(address, HTTP_ACCEPT_LANGUAGE=other)
    assert response.headers["Content-Language"] == language
    assert BeautifulSoup(response.content, "html.parser").html["lang"] == language


def test_one_visit_leaves_no_language_behind_for_the_next(client, site):
    client.get("/en/")
    assert client.get("/admin/login/").headers["Content-Language"] == "lv"


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_way_to_the_other_language_is_marked_as_of_that_language(client, site, language):
    other = {"lv": "en", "en": "lv"}[language]
    page = BeautifulSoup(client.get(f"/{language}/").content, "html.parser")
    [link] = page.select(".language-switch a")
    assert (link["href"], link["lang"], link["hreflang"]) == (f"/{other}/", other, other)


def test_the_words_around_a_page_are_of_its_language(client, site):
    world.translated(world.article(site.news, "Talka", slug="talka"))
    assert "Pāriet uz saturu" in client.get("/lv/jaunumi/talka/").content.decode()
    assert "Skip to the content" in client.get("/en/news/talka/").content.decode()
