from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from core.belt import belt, belt_png, open_graph_png
from core.belt.lettering import LATVIAN, PAPER, missing_letters
from core.belt.pattern import EDGE, GROUND, WEFT

GULBENE = belt("Gulbene")


def opened(data):
    return Image.open(BytesIO(data)).convert("RGB")


def colours(picture):
    return {colour for _, colour in picture.getcolors(256)}


def has_ink(picture, box):
    return any(max(colour) < 90 for colour in colours(picture.crop(box)))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_band_shows_the_woven_cells_in_their_colours(theme):
    cell, rows, tones = 3, GULBENE.rows(), GULBENE.wools.tones(theme)
    drawn = opened(belt_png(GULBENE, cell * (GULBENE.width + 1), cell * 27, theme=theme))
    wools = {GROUND: tones.ground, WEFT: tones.weft, EDGE: tones.edge}
    for y, row in enumerate(rows):
        for x, kind in enumerate(row):
            assert drawn.getpixel((cell * x + 1, cell * y + 1)) == ImageColor.getrgb(wools[kind])


@given(st.integers(1, 1500), st.integers(1, 120))
@settings(max_examples=30, deadline=None)
def test_a_band_of_any_size_is_cropped_evenly(width, height):
    drawn = opened(belt_png(GULBENE, width, height))
    assert drawn.size == (width, height)
    if width % 2 == 1 and height // 27 % 2 == 1:
        assert drawn.tobytes() == drawn.transpose(Image.Transpose.FLIP_LEFT_RIGHT).tobytes()


@pytest.mark.parametrize("size", [(0, 54), (600, -1), (5000, 54), (600, 5000)])
def test_a_band_of_an_absurd_size_is_refused(size):
    with pytest.raises(ValueError, match="1 to 4096"):
        belt_png(GULBENE, *size)


def test_the_font_has_every_letter_that_latvian_needs():
    assert missing_letters(LATVIAN) == ""


def test_a_letter_that_the_font_lacks_is_known():
    assert missing_letters("ā🙂") == "🙂"


def test_a_card_shows_the_band_the_title_and_the_subtitle():
    card = opened(open_graph_png("Stāmerienas pagasts", "Kopā", GULBENE))
    assert card.size == (1200, 630)
    assert ImageColor.getrgb(GULBENE.wools.light.weft) in colours(card.crop((0, 0, 1200, 162)))
    assert has_ink(card, (60, 250, 1140, 460))
    assert not has_ink(opened(open_graph_png("", "", GULBENE)), (0, 162, 1200, 610))


@pytest.mark.parametrize(
    ("title", "subtitle"),
    [("x" * 500, "ķ" * 500), ("vārds " * 200, ""), ("🙂", "🙂"), ("\x00\n\u202e", "–"), ("", "")],
)
def test_no_text_makes_a_card_heavy_or_runs_over_its_margin(title, subtitle):
    data = open_graph_png(title, subtitle, GULBENE)
    assert len(data) <= 60 * 1024
    card = opened(data)
    for margin in ((0, 162, 71, 618), (1130, 162, 1200, 618), (71, 162, 1130, 180)):
        assert colours(card.crop(margin)) == {ImageColor.getrgb(PAPER)}


def test_the_same_words_make_the_same_card():
    assert open_graph_png("Talka", "Līgo", GULBENE) == open_graph_png("Talka", "Līgo", GULBENE)
