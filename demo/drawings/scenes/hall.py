"""The parish hall on the day of a feast, people on their way in."""

from demo.drawings import landmarks, plants, trees
from demo.drawings.grounds import (
    backdrop,
    bunting,
    frame_with_trees,
    lawn,
    walk,
    wood_behind,
)  # fmt: skip
from demo.drawings.houses import white_ink
from demo.drawings.inks import mix
from demo.drawings.land import Ridge
from demo.drawings.people import person
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, chance.number(400, 460), 2)
    x, wide = chance.number(730, 870), chance.number(660, 860)
    ground = Ridge(chance, 560, 6, 1100)
    wood_behind(sheet, ground, chance.number(230, 330))
    landmarks.hall(sheet, x, 606, wide)
    lawn(sheet, 618, 4)
    walk(sheet, x, 622, 190, 420)
    for side in (-1, 1):
        plants.bush(sheet, x + side * wide * 0.28, 622, 80)
        plants.bush(sheet, x + side * wide * 0.42, 624, 90)
        pole = (x + side * wide * 0.36, 474)
        white = white_ink(Stamp(sheet, *pole, 1))
        sheet.taper([(pole[0], 700), (pole[0], 470)], 7, 5, white)
        bunting(sheet, pole, (x, 400), 30)
    if inks.is_snowy:
        _feast_tree(sheet, x + chance.side() * 270, 730)
    if inks.is_dark:
        sheet.glow(x, 590, 190, inks.window, 0.55)
    for y in (640, 690, 765, 835):
        for _ in range(chance.whole(1, 3)):
            here = x + chance.number(-1, 1) * (60 + (y - 640) * 0.7)
            person(sheet, here, y, 84 + (y - 640) * 0.5)
    frame_with_trees(sheet, 880, chance.number(560, 700))


def _feast_tree(sheet: Sheet, x: float, y: float):
    """A spruce with lights for the dark months."""
    inks, chance = sheet.inks, sheet.chance
    trees.spruce(sheet, x, y, 270)
    for light in range(24):
        share = (light + 0.5) / 24
        here, level = x + chance.number(-1, 1) * 50 * share, y - 260 + 225 * share
        sheet.glow(here, level, 13, inks.window, 0.7)
        sheet.oval(here, level, 4, 4, mix(inks.window, inks.light, 0.4))
