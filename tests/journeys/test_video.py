"""A video in the browser: its provider hears nothing until the reader has agreed."""

from pathlib import Path

import pytest

from core.blocks import BodyBlock

ROOT = Path(__file__).resolve().parents[2]
HERE = "http://hub.test"
PLAYER = "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1"
FILM = {"title": "Talkas video", "address": "https://youtu.be/abcdefghijk"}


@pytest.fixture
def asked(page):
    """What the browser asks of anybody but the site, with a video on the page that it is at."""
    found = []
    video = BodyBlock().child_blocks["video"]
    card = video.render(video.normalize(FILM))
    script = (ROOT / "static" / "js" / "video.js").read_text()

    def answer(route):
        url = route.request.url
        if not url.startswith(HERE):
            found.append(url)
            route.fulfill(body="<p>Video</p>", content_type="text/html")
        elif url.endswith(".js"):
            route.fulfill(body=script, content_type="text/javascript")
        else:
            route.fulfill(body=f"<!doctype html><html lang=lv>{card}", content_type="text/html")

    page.route("**/*", answer)
    page.goto(HERE)
    page.wait_for_selector("button:visible")
    return found


def test_nobody_is_asked_before_the_reader_agrees(page, asked):
    page.locator(".video__screen").click()
    assert page.locator("button").evaluate("button => button === document.activeElement")
    assert asked == []
    assert page.locator("iframe").count() == 0


def test_it_plays_in_its_place_once_the_reader_agrees(page, asked):
    page.locator("button").press("Enter")
    frame = page.locator(".video__screen iframe")
    assert frame.get_attribute("src") == PLAYER
    assert frame.get_attribute("title") == "Talkas video"
    assert frame.evaluate("frame => frame === document.activeElement")
    assert page.locator("button").count() == 0
    assert asked == [PLAYER]


def test_the_way_to_the_provider_stays_open(page, asked):
    page.locator("button").click()
    page.locator("a").click()
    assert page.url == "https://www.youtube.com/watch?v=abcdefghijk"
