"""Inside a wood: near trunks, far trunks, light between them and a path."""

import math

from demo.drawings import land, plants, trees
from demo.drawings.animals import deer
from demo.drawings.inks import mix
from demo.drawings.land import Height, Ridge
from demo.drawings.lines import dome
from demo.drawings.people import person
from demo.drawings.sheet import HEIGHT, WIDTH, Sheet
from demo.drawings.stamp import Stamp

NEAR_TREES = (
    (trees.spruce,),
    (trees.birch, trees.spruce),
    (trees.birch, trees.birch, trees.spruce),
    (trees.birch,),
)


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    all_over = [(-20, 0), (WIDTH + 20, 0), (WIDTH + 20, HEIGHT), (-20, HEIGHT)]
    sheet.wash(all_over, mix(inks.glow, inks.leaf_light, 0.4), inks.glow)
    sheet.glow(chance.number(600, 1000), 330, 640, inks.sun, 0.85)
    _far_trees(sheet)
    ground = Ridge(chance, 690, 16, 900)
    soil = mix(inks.ground, inks.near, 0.4)
    land.hill(sheet, ground, soil, mix(soil, inks.deep, 0.35))
    _path(sheet, ground, chance.number(-160, 160))
    land.carve(sheet, ground, mix(soil, inks.meadow, 0.6), depth=210, rows=9)
    x = 800 + chance.side() * chance.number(60, 160)
    if chance.yes(0.6):
        _pickers(sheet, x, 745)
    else:
        deer(sheet, x, 735, 150)
    kinds = chance.pick(NEAR_TREES)
    for y in sorted(chance.number(690, 800) for _ in range(12)):
        x = 800 + chance.side() * chance.number(230 + (y - 690) * 1.4, 840)
        chance.pick(kinds)(sheet, x, y, chance.number(430, 560) + (y - 690) * 2.6)
    fern = mix(inks.spruce, inks.deep, 0.2)
    land.grass(sheet, lambda x: 770, fern, depth=130, number=70, tall=34)
    _mushrooms(sheet)


def _far_trees(sheet: Sheet):
    inks, chance = sheet.inks, sheet.chance
    for depth, ink in enumerate((mix(inks.far, inks.glow, 0.5), inks.far, inks.mid)):
        floor = Ridge(chance, 560 + depth * 50, 14, 700)
        for _ in range(20 - depth * 4):
            x = chance.number(-20, WIDTH + 20)
            if abs(x - 800) > 50 + depth * 80:
                tall = chance.number(380, 560) + depth * 70
                trees.spruce(sheet, x, floor(x) + 10, tall, ink)
        land.hill(sheet, floor, ink, mix(ink, inks.ground, 0.5))


def _path(sheet: Sheet, ground: Height, swing: float):
    inks = sheet.inks
    line = []
    for step in range(21):
        share = step / 20
        x = 800 + swing * math.sin(share * 4) * (1 - share * 0.6)
        line.append((x, 906 - (906 - ground(800)) * share, 8 + 150 * (1 - share) ** 1.6))
    sides = [(x - half, y) for x, y, half in line]
    sides += [(x + half, y) for x, y, half in line[::-1]]
    sheet.area(sides, mix(inks.path, inks.ground, 0.25))
    cut = mix(inks.path, inks.near, 0.4)
    for x, y, half in line[:14:2]:
        sheet.gouge(x - half * 0.6, y, x + half * 0.3, y + 2, half * 0.05 + 1, cut)


def _pickers(sheet: Sheet, x: float, y: float):
    """A grandmother and a child with a basket between them."""
    inks, chance = sheet.inks, sheet.chance
    for at, kind in ((0, "granny"), (64, "child")):
        person(sheet, x + at, y + at * 0.1, 150, kind, arms="right")
    stamp = Stamp(sheet, x + 40, y - 72, 34)
    weave = mix(inks.rye, inks.bark, 0.35)
    sheet.ring(x + 40, y - 80, 16, 2.4, mix(weave, inks.deep, 0.3))
    for fruit in range(7):
        ink = chance.pick((inks.madder, inks.rye, inks.bark))
        stamp.oval(-0.4 + fruit * 0.13, 0.32 + chance.number(0, 0.1), 0.11, 0.1, ink)
    stamp.area([(-0.5, 0.3), (-0.36, -0.3), (0.36, -0.3), (0.5, 0.3)], weave)


def _mushrooms(sheet: Sheet):
    """Boletes and chanterelles close to the viewer."""
    inks, chance = sheet.inks, sheet.chance
    for side in (-1, 1):
        x, size = 800 + side * chance.number(300, 620), chance.number(60, 100)
        for at, share in ((0, 1.0), (0.8, 0.65), (-0.7, 0.5)):
            stamp = Stamp(sheet, x + at * size, 890, size * share, side)
            cap = chance.pick((mix(inks.bark, inks.walls[0], 0.4), inks.rye, inks.walls[1]))
            stem = mix(inks.light, inks.crop, 0.3)
            stamp.area([(-0.2, 0), (-0.13, 0.55), (0.13, 0.55), (0.2, 0)], stem)
            stamp.area([*dome(0, 0.5, 0.5, 0.42), (-0.3, 0.42), (0.3, 0.42)], cap)
            stamp.gouge(-0.36, 0.62, -0.05, 0.82, 0.07, mix(cap, inks.light, 0.45))
            plants.tuft(stamp, 0.5)
