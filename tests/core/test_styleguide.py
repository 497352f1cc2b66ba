"""The style guide: every block stands on it by day and by night."""

from collections import Counter

from bs4 import BeautifulSoup

from core.blocks import BodyBlock


def test_what_stands_there_twice_is_named_apart(client, site):
    page = BeautifulSoup(client.get("/styleguide/").content, "html.parser")
    counted = Counter(element["id"] for element in page.select("[id]"))
    assert [name for name, times in counted.items() if times > 1] == []
    for described in page.select("[aria-describedby]"):
        assert described["aria-describedby"] in counted


def test_every_block_stands_there_by_day_and_by_night(client, site):
    page = BeautifulSoup(client.get("/styleguide/").content, "html.parser")
    for theme in ("light", "dark"):
        guide = page.select_one(f"[data-theme={theme}]")
        assert guide.select_one(f"#notice-video-{theme}")
        assert len(guide.select(".stack > *")) >= len(BodyBlock().child_blocks)
