"""axe finds nothing, on any kind of page, in either language, theme and width."""

import pytest

from tests.journeys.looking import faults_in_both_themes

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
def test_axe_finds_nothing(page, base_url, complaints, width):
    page.set_viewport_size({"width": width, "height": 800})
    articles = []
    for path in ("/lv/kopienas/tirza/", "/en/communities/tirza/"):
        page.goto(path)
        articles.append(page.locator(".news-list a").first.get_attribute("href"))
    found = [fault for path in [*PAGES, *articles] for fault in faults_in_both_themes(page, path)]
    assert found == []
    # A page that is not there is announced in the console by the browser itself.
    assert [text for text in complaints if "404" not in text] == []
