"""Nobody else learns of a visit: no page asks another host for anything."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests import world
from tests.backstage import addresses

# What a browser fetches, or sends what was typed to, without being asked for it by a click.
FETCHED = {
    "[src]": "src",
    "[srcset]": "srcset",
    "[action]": "action",
    "[formaction]": "formaction",
    "[poster]": "poster",
    "object[data]": "data",
    "link[href]:not([rel=canonical])": "href",
    "[ping]": "ping",
    "[style*=url]": "style",
}
FOREIGN = re.compile(r"(?:https?:)?//(?!localhost|testserver)", re.IGNORECASE)
ASKED_BY_SCRIPTS = re.compile(r"gravatar|releases\.wagtail|googleapis|cdn|unpkg|jsdelivr|analytics")


def fetched(html) -> list[str]:
    """The addresses that a browser asks for when it shows the page."""
    page = BeautifulSoup(html, "html.parser")
    found = [tag[name] for selector, name in FETCHED.items() for tag in page.select(selector)]
    return found + [style.get_text() for style in page.select("style")]


def foreign(html) -> list[str]:
    return [address for address in fetched(html) if FOREIGN.search(address)]


@pytest.fixture
def public(site):
    """Addresses of every kind of public page."""
    community = world.community(site.index, "Tirzas pagasts", slug="tirza")
    fields = {"slug": "talka", "source_name": "Avīze", "source_url": "https://avize.example/1"}
    article = world.article(community, "Talka", **fields)
    text = world.standard_page(site.home, "Par projektu", slug="par")
    pages = [site.home, site.index, site.news, community, article, text]
    translations = [world.translated(page) for page in (community, article, text)]
    return [page.get_url() for page in (*pages, *translations)] + [
        "/lv/nekas/",
        reverse("account_login"),
    ]


def test_public_pages_ask_no_other_host(client, public):
    for address in public:
        html = client.get(address).content
        assert fetched(html), address
        assert foreign(html) == [], address


# A report of wagtail-localize pages through rows in no order.
@pytest.mark.filterwarnings("ignore:Pagination may yield inconsistent results")
def test_the_backstage_asks_no_other_host(client, site, people):
    client.force_login(people.admin)
    for address in addresses(site, people):
        response = client.get(address, follow=True)
        assert response.status_code == 200, address
        html = response.content.decode()
        html = json.loads(html).get("html", "") if html.startswith("{") else html
        assert foreign(html) == [], address
        scripts = BeautifulSoup(html, "html.parser").select("script:not([src])")
        links = [found for one in scripts for found in ASKED_BY_SCRIPTS.findall(one.get_text())]
        assert links == [], address


def test_the_editor_of_a_translation_asks_no_other_host(client, site, people):
    client.force_login(people.admin)
    english = world.in_english(world.standard_page(site.home, "Par projektu", slug="par"))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).content.decode()
    assert "wagtail-localize" in html or "wagtail_localize" in html
    assert foreign(html) == []


@pytest.mark.parametrize(
    "html",
    [
        "<img src='//evil.example/a.png'>",
        "<img srcset='/a.png 1x, https://evil.example/a.png 2x'>",
        "<link rel=stylesheet href=https://evil.example/a.css>",
        "<p style='background: url(http://evil.example/a)'>",
        "<form action=https://evil.example/>",
    ],
)
def test_it_would_notice(html):
    assert foreign(html)
