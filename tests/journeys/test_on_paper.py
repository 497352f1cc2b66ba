"""A community's page can be put on the notice board."""

import re

import pytest

MOST_SHEETS = 2


@pytest.mark.parametrize("path", ["/lv/kopienas/tirza/", "/en/communities/gulbene/"])
def test_a_community_is_a_sheet_or_two(page, base_url, path):
    page.goto(path)
    paper = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= MOST_SHEETS


def test_what_cannot_be_pressed_on_paper_is_left_out(page, base_url):
    page.emulate_media(media="print")
    page.goto("/lv/kopienas/tirza/")
    for left_out in (".site-menu", ".language-switch", ".breadcrumbs", ".demo-banner"):
        assert not page.locator(left_out).first.is_visible()
    assert page.locator("h1").is_visible() and page.locator(".facts").is_visible()
