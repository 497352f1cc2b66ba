"""A manor behind its lawn or its pond, among old lindens."""

import math

from demo.drawings import land, landmarks, plants, trees
from demo.drawings.grounds import (
    backdrop,
    frame_with_trees,
    lawn,
    people_about,
    walk,
    wood_behind,
)  # fmt: skip
from demo.drawings.inks import mix
from demo.drawings.land import Ridge
from demo.drawings.people import person
from demo.drawings.sheet import Sheet


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, chance.number(400, 460), 2)
    x, wide = chance.number(730, 870), chance.number(660, 900)
    ground = Ridge(chance, 560, 6, 1100)
    wood_behind(sheet, ground, chance.number(240, 340))
    landmarks.manor(sheet, x, 590, wide)
    if chance.yes():
        _pond(sheet)
    else:
        lawn(sheet, 606, 4)
        walk(sheet, x, 604, 90, 330)
        if not inks.is_snowy:
            _flower_beds(sheet, x)
        spots = [(x + 60, 680), (x - 40, 690), (690, 800), (x + 190, 720)]
        people_about(sheet, spots, chance.whole(2, 4))
    for side in (-1, 1):
        at = x + side * wide * chance.number(0.6, 0.72)
        trees.broadleaf(sheet, at, 640, chance.number(300, 400), 0.7)
    frame_with_trees(sheet, 880, chance.number(600, 720))


def _pond(sheet: Sheet):
    """Water between the house and the viewer, with a bank on this side."""
    inks, chance = sheet.inks, sheet.chance
    land.band(sheet, lambda x: 600, lambda x: 642, inks.ground)
    land.water(sheet, 640)
    for _ in range(12):
        x = 800 + chance.side() * chance.number(130, 800)
        plants.bush(sheet, x, 644, chance.number(40, 90))
    edge = Ridge(chance, 860, 14, 900)
    land.hill(sheet, edge, inks.meadow, mix(inks.ground, inks.shade, 0.5))
    shade = mix(inks.ground, inks.shade, 0.9)
    land.grass(sheet, edge, shade, depth=40, number=60, tall=26)
    for side in (-1, 1):
        plants.reeds(sheet, 800 + side * chance.number(420, 640), 878, 170, 120)
    x = chance.number(640, 960)
    person(sheet, x, 862, 150, chance.pick(("woman", "granny", "man")))
    person(sheet, x + 60, 866, 150, "child", arms="right")


def _flower_beds(sheet: Sheet, middle: float):
    inks, chance = sheet.inks, sheet.chance
    for side in (-1, 1):
        x, y = middle + side * 260, 690
        sheet.oval(x, y, 120, 26, mix(inks.ground, inks.near, 0.6))
        for _ in range(60):
            turn, reach = chance.number(0, 6.28), chance.number(0, 1) ** 0.5
            ink = chance.pick((inks.madder, inks.light, inks.rye))
            across, down = math.cos(turn) * 108 * reach, math.sin(turn) * 21 * reach
            sheet.oval(x + across, y - 4 + down, 5, 4.4, ink)
