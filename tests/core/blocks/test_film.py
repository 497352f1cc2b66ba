"""Where a film can be watched, from the address that somebody pasted."""

import pytest

from core.blocks.film import VIMEO_FRAMES, YOUTUBE_FRAMES, find_film
from core.headers import FRAMED_HOSTS

KEY = "dQw4w9WgX-_"


@pytest.mark.parametrize(
    "pasted",
    [
        f"https://www.youtube.com/watch?v={KEY}",
        f"http://youtube.com/watch?app=desktop&v={KEY}&t=42s",
        f"https://m.youtube.com/watch?v={KEY}&list=PL1",
        f"https://youtu.be/{KEY}?si=abc",
        f"https://www.youtube.com/shorts/{KEY}",
        f"https://www.youtube.com/live/{KEY}?feature=share",
        f"https://www.youtube.com/embed/{KEY}",
        f"https://www.youtube-nocookie.com/embed/{KEY}?autoplay=1",
        f"  https://YOUTU.BE/{KEY}  ",
    ],
)
def test_it_finds_films_of_youtube_in_all_the_ways_that_people_paste_them(pasted):
    film = find_film(pasted)
    assert film.provider == "YouTube"
    assert film.address == f"https://www.youtube.com/watch?v={KEY}"
    assert film.player.startswith(f"{YOUTUBE_FRAMES}/embed/{KEY}")


@pytest.mark.parametrize(
    ("pasted", "address"),
    [
        ("https://vimeo.com/123456789", "https://vimeo.com/123456789"),
        ("https://player.vimeo.com/video/123456789?h=abc123def4", "…/abc123def4"),
        ("https://vimeo.com/123456789/abc123def4?share=copy", "…/abc123def4"),
    ],
)
def test_it_finds_films_of_vimeo_also_unlisted_ones(pasted, address):
    film = find_film(pasted)
    assert film.address == address.replace("…", "https://vimeo.com/123456789")
    assert film.player.startswith(f"{VIMEO_FRAMES}/video/123456789?dnt=1")
    assert ("h=abc123def4" in film.player) == ("…" in address)


def test_it_finds_files_but_frames_none():
    film = find_film("https://video.example.lv/2024/Talka.MP4?x=1#t=3")
    assert (film.provider, film.player) == ("video.example.lv", "")
    assert film.address == "https://video.example.lv/2024/Talka.MP4?x=1"


@pytest.mark.parametrize(
    "pasted",
    [
        None, "", "talka", "javascript:alert(1)", "javascript://youtu.be/" + KEY,
        "https://www.youtube.com/", "https://www.youtube.com/@kanals", "https://youtu.be/",
        "https://www.youtube.com/playlist?list=PL1", f"https://www.youtube.com/watch?v={KEY}x",
        f'https://youtu.be/{KEY[:-1]}"', f"https://youtube.com.evil.example/watch?v={KEY}",
        f"https://user@youtu.be/{KEY}", f"https://youtu.be:8443/{KEY}", f"ftp://youtu.be/{KEY}",
        "https://vimeo.com/", "https://vimeo.com/kanals/video", "https://vimeo.com/12345678?h=%22x",
        "https://evil.example/film", "https://evil.example/film.html", "http://e.example/film.mp4",
        "https://localhost/film.mp4", "https://10.0.0.1/film.mp4", "https://[::1]/film.mp4",
        "http://[", "https://e.example:x/film.mp4",
    ],
)  # fmt: skip
def test_it_finds_nothing_elsewhere(pasted):
    assert find_film(pasted) is None


def test_only_the_players_that_it_knows_may_be_framed():
    assert set(FRAMED_HOSTS) == {YOUTUBE_FRAMES, VIMEO_FRAMES}
