"""axe finds nothing, on any kind of page, in either language, theme and width."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.looking import RULES

PAGES = [
    "/lv/",
    "/en/",
    "/lv/kopienas/",
    "/en/communities/",
    "/lv/kopienas/tirza/",
    "/en/communities/tirza/",
    "/lv/jaunumi/",
    "/en/news/",
    "/lv/projekts/",
    "/en/project/",
    "/lv/nav-tadas/",
    "/en/no-such/",
    "/lv/tuvuma/?kopiena=tirza",
    "/en/nearby/",
    "/lv/vietnes-karte/",
    "/en/site-map/",
    "/lv/pieklustamibas-pazinojums/",
    "/en/accessibility-statement/",
    "/styleguide/",
    "/vestules/",
]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(page, base_url, complaints, theme, width):
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": width, "height": 800})
    articles = []
    for path in ("/lv/kopienas/tirza/", "/en/communities/tirza/"):
        page.goto(path)
        articles.append(page.locator(".news-list a").first.get_attribute("href"))
    found = []
    for path in [*PAGES, *articles]:
        page.goto(path)
        violations = Axe().run(page, options=RULES).response["violations"]
        found += [(path, fault["id"], fault["nodes"][0]["html"]) for fault in violations]
    assert found == []
    # A page that is not there is announced in the console by the browser itself.
    assert [text for text in complaints if "404" not in text] == []
