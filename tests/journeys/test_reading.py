"""A resident reads: on a phone, without JavaScript, in either language."""

from urllib.parse import urlsplit

import pytest


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def browser_context_args(browser_context_args, request):
    return {
        **browser_context_args,
        "java_script_enabled": request.param,
        "viewport": {"width": 360, "height": 740},
    }


def test_a_resident_finds_the_own_community_and_its_news(page, base_url, complaints):
    page.goto("/lv/")
    page.get_by_role("button", name="Izvēlne").click()
    page.get_by_role("link", name="Kopienas").first.click()
    page.locator("main").get_by_role("link", name="Tirzas pagasts").first.click()
    assert page.locator("h1").inner_text() == "Tirzas pagasts"
    assert "866" in page.locator(".facts").inner_text()
    page.locator(".news-list a").first.click()
    assert urlsplit(page.url).path.startswith("/lv/kopienas/tirza/")
    assert complaints == []


def test_the_language_switch_stays_on_the_page(page, base_url):
    page.goto("/lv/kopienas/tirza/")
    page.locator(".language-switch a").click()
    assert urlsplit(page.url).path == "/en/communities/tirza/"
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator(".language-switch a").click()
    assert urlsplit(page.url).path == "/lv/kopienas/tirza/"


def test_nothing_needs_sideways_scrolling(page, base_url):
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 740})
        for path in ("/lv/", "/lv/kopienas/tirza/", "/en/news/", "/lv/nav-tadas/"):
            page.goto(path)
            box = page.locator("body").bounding_box()
            wide = [
                element
                for element in page.locator("body *:visible").all()[:400]
                if (place := element.bounding_box()) and place["x"] + place["width"] > width + 1
            ]
            assert box["width"] <= width
            assert not [element.inner_text()[:40] for element in wide]


def test_the_skip_link_leads_to_the_content(page, base_url):
    page.goto("/lv/")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#content"
    assert focused.bounding_box()["y"] >= 0
