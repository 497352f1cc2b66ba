"""Which language a text is taken to be in."""

import time

import pytest

from forum.languages import language_of
from forum.models.posts import TEXT_BYTES


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vai pie ezera būs soliņi? Tur nav kur apsēsties, un bērniem arī nav ko darīt.", "lv"),
        ("Will there be benches by the lake? There is nowhere to sit and it is far.", "en"),
        ("Будут ли скамейки у озера?", "ru"),
        ("Чи будуть лавки біля озера? Їх немає.", "uk"),
        ("Ar prie ežero bus suoliukų? Ten nėra kur atsisėsti, ir vaikams labai reikia.", "lt"),
        ("Kas järve äärde tulevad pingid? Seal ei ole kuhu istuda ja see on halb.", "et"),
        ("湖のそばにベンチはありますか", "und"),
        ("Labi!", "lv"),
        ("12.30", "lv"),
        ("", "lv"),
        ("Ok https://www.example.com/the/and/of", "lv"),
    ],
)
def test_a_text_shows_its_language(text, language):
    assert language_of(text, "lv") == language


def test_what_tells_nothing_is_in_the_language_of_the_page():
    assert language_of("Ok 5", "en") == "en"


@pytest.mark.parametrize("piece", ["a", "*a", "`", "www", ":/", "ж"])
def test_a_text_without_spaces_is_told_quickly(piece):
    text = (piece * TEXT_BYTES)[:TEXT_BYTES]
    began = time.process_time()
    language_of(text, "lv")
    assert time.process_time() - began < 0.5
