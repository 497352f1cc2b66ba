import io
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from demo.drawings import MOTIFS, draw
from demo.drawings.chance import Chance
from demo.drawings.inks import HOURS, inks_of
from demo.drawings.sheet import Sheet

ROOT = Path(__file__).resolve().parents[2]
IN_ANOTHER_PROCESS = """
import sys
from demo.drawings import draw
sys.stdout.buffer.write(draw("hillfort", "Stradi"))
"""


@pytest.fixture(scope="module")
def pictures():
    return {motif: draw(motif, "Gulbene") for motif in MOTIFS}


@pytest.fixture(scope="module")
def small(pictures):
    return {motif: thumbnail(picture) for motif, picture in pictures.items()}


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture))


def thumbnail(picture: bytes) -> Image.Image:
    image = opened(picture)
    image.draft("RGB", (200, 112))
    return image.resize((160, 90))


def difference(one: Image.Image, other: Image.Image) -> float:
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


def test_it_knows_the_motifs_of_the_parish():
    assert " ".join(MOTIFS) == (
        "lake hillfort manor church railway river forest field park stage hall library school "
        "market bonfire snow bridge playground workshop"
    )


@pytest.mark.parametrize("motif", MOTIFS)
def test_every_motif_is_a_light_jpeg_of_one_size(pictures, motif):
    picture = opened(pictures[motif])
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1600, 900))
    assert len(pictures[motif]) <= 250_000


@pytest.mark.parametrize("motif", MOTIFS)
def test_every_motif_has_light_and_dark_where_a_square_is_cut(small, motif):
    middle = small[motif].convert("L").crop((35, 0, 125, 90))
    assert ImageStat.Stat(middle).stddev[0] > 15


def test_no_two_motifs_look_alike(small):
    for one, other in combinations(MOTIFS, 2):
        assert difference(small[one], small[other]) > 8, (one, other)


@pytest.mark.parametrize("motif", ["lake", "railway", "library", "snow"])
def test_another_seed_is_another_picture(small, motif):
    assert difference(small[motif], thumbnail(draw(motif, "Lizums"))) > 8


def test_the_same_arguments_give_the_same_bytes_in_another_process():
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS]
    elsewhere = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    assert elsewhere == draw("hillfort", "Stradi")


def test_it_refuses_an_unknown_motif():
    with pytest.raises(ValueError, match="volcano"):
        draw("volcano", "Gulbene")


def test_chance_stays_what_it_is():
    chance = Chance("Gulbene")
    numbers = [chance.whole(0, 999) for _ in range(5)]
    assert numbers == [239, 140, 851, 963, 348]


def test_chance_keeps_within_its_bounds():
    chance = Chance("bounds")
    assert {chance.whole(1, 3) for _ in range(200)} == {1, 2, 3}
    assert all(2 <= chance.number(2, 5) < 5 for _ in range(200))
    assert {chance.side() for _ in range(50)} == {-1, 1}


@pytest.mark.parametrize("hour", HOURS)
def test_every_hour_has_all_inks(hour):
    inks = inks_of(hour)
    assert (inks.hour, len(inks.walls), len(inks.light)) == (hour, 5, 3)


def test_a_restless_picture_takes_a_lower_quality_rather_than_more_bytes(pictures):
    chance = Chance("noise")
    sheet = Sheet(inks_of("midsummer"), chance)
    for _ in range(9_000):
        x, y = chance.number(0, 1600), chance.number(0, 900)
        sheet.gouge(x, y, x + 14, y + 9, 6, chance.pick(sheet.inks.cloths))
    light, heavy = opened(pictures["lake"]), opened(sheet.jpeg("noise"))
    assert heavy.quantization != light.quantization
