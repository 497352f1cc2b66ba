"""A film is shown as a card; nobody else is asked for anything before the reader says so."""

import re

import pytest
from django.core.exceptions import ValidationError

from tests import world
from tests.core.blocks.samples import cleaned, shown, told, video
from tests.core.test_third_parties import fetched, foreign

VIMEO = "https://vimeo.com/123456789"
FILE = "https://video.example.lv/talka.mp4"


def policy(client, site, *addresses):
    body = [("video", video(address)) for address in addresses] or [("text", "<p>Teksts</p>")]
    article = world.article(site.news, "Talka", slug="talka", body=body)
    found = [client.get(article.url_path)["Content-Security-Policy"] for _time in range(2)]
    assert found[0] == found[1]
    return found[0]


def test_the_page_asks_nobody_else(client, site):
    card = shown(client, site, ("video", video()), ("video", video(VIMEO)), ("video", video(FILE)))
    assert foreign(str(card)) == []
    assert [address for address in fetched(str(card)) if "static" in address]
    assert card.select("iframe, video, source, img, [style]") == []


def test_without_scripts_it_leads_to_the_provider(client, site):
    card = shown(client, site, ("video", video())).select_one(".video")
    assert card.a["href"] == "https://www.youtube.com/watch?v=abcdefghijk"
    assert "YouTube: Talkas video" in card.a.get_text()
    assert card.button.has_attr("hidden")


def test_it_says_who_learns_what_before_it_plays(client, site):
    card = shown(client, site, ("video", video(VIMEO))).select_one(".video")
    notice = card.find(id=card.button["aria-describedby"])
    assert notice.get_text().count("Vimeo") == 2
    assert card["data-player"].startswith("https://player.vimeo.com/")


def test_a_file_is_only_linked(client, site):
    card = shown(client, site, ("video", video(FILE))).select_one(".video")
    assert card.a["href"] == FILE
    assert "video.example.lv" in card.get_text()
    assert card.select("script, button") == []


@pytest.mark.parametrize(
    ("addresses", "framed"),
    [
        ([], None),
        ([FILE], None),
        (["https://youtu.be/abcdefghijk"], "https://www.youtube-nocookie.com"),
        ([VIMEO], "https://player.vimeo.com"),
        (
            [VIMEO, "https://youtu.be/abcdefghijk"],
            "https://player.vimeo.com https://www.youtube-nocookie.com",
        ),
    ],
)
def test_a_page_may_frame_the_players_of_its_own_films_alone(client, site, addresses, framed):
    found = re.search(r"frame-src ([^;]*)", policy(client, site, *addresses))
    assert (found and found[1].strip()) == framed


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/film", "https://www.youtube.com/@kanals", "https://e.test/a.exe"],
)
@pytest.mark.parametrize("is_draft", [True, False])
def test_it_refuses_an_address_of_no_film_and_names_what_works(address, is_draft):
    with pytest.raises(ValidationError) as error:
        cleaned("video", video(address), is_draft=is_draft)
    assert all(word in told(error) for word in ("youtube.com", "vimeo.com", ".mp4"))


def test_what_has_been_stored_by_other_ways_is_not_shown(client, site):
    page = shown(client, site, ("video", video("javascript:alert(1)")))
    assert page.select(".video") == []
