"""A steep hill with a flat top, old oaks and steps up to them."""

import math

from demo.drawings import land, plants, trees
from demo.drawings.grounds import backdrop, frame_with_trees, walk
from demo.drawings.inks import mix
from demo.drawings.land import Height, Ridge
from demo.drawings.landmarks import flag
from demo.drawings.people import person
from demo.drawings.sheet import WIDTH, Sheet

FOOT = 690


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, chance.number(430, 500), 3)
    low = Ridge(chance, 540, 26, 900)
    land.wood_line(sheet, low, 80, mix(inks.mid, inks.near, 0.55))
    land.hill(sheet, low, mix(inks.mid, inks.near, 0.55), mix(inks.mid, inks.glow, 0.5), 760)
    middle, half = chance.number(740, 860), chance.number(190, 290)
    mound = _mound(sheet, middle, half, chance.number(370, 430))
    _oaks(sheet, mound, middle, half)
    light = mix(inks.ground, inks.meadow, 0.35)
    land.hill(sheet, mound, light, mix(light, inks.shade, 0.6), 790)
    _carve_slope(sheet, mound, middle, half)
    _slope_trees(sheet, mound, middle, half)
    _steps(sheet, middle + chance.number(-70, 70), mound(middle))
    if chance.yes():
        _water_at_foot(sheet)
    else:
        _meadow_at_foot(sheet)
    frame_with_trees(sheet, 870, chance.number(520, 720))


def _mound(sheet: Sheet, middle: float, half: float, top: float) -> Height:
    """The outline: a rampart at one end of the top, steep there, and a long back elsewhere."""
    chance = sheet.chance
    steep = chance.side()
    back = chance.number(380, 620)

    def mound(x: float) -> float:
        side = 1 if x > middle else -1
        away = abs(x - middle) - half
        if away < 0:
            rampart = 22 * max(0.0, 1 - abs(away + 44) / 44) if side == steep else 0
            return top + 4 * math.sin(x / 50) - rampart
        share = min(1.0, away / (270 if side == steep else back))
        terrace = 15 * math.sin(share * 9) * (1 - share) if side == steep else 0
        return top + (FOOT - top) * share * share * (3 - 2 * share) - terrace

    return mound


def _oaks(sheet: Sheet, mound: Height, middle: float, half: float):
    chance = sheet.chance
    number = chance.whole(4, 6)
    for oak in range(number):
        at = (oak + 0.5) / number * 2 - 1 + chance.number(-0.15, 0.15)
        x = middle + at * half * 0.85
        tall = chance.number(190, 270) * (1.3 - 0.4 * abs(at))
        trees.broadleaf(sheet, x, mound(x) + 12, tall, chance.number(0.85, 1.1))
    if chance.yes(0.4):
        x = middle + chance.side() * half
        flag(sheet, x, mound(x) + 10, 210)


def _carve_slope(sheet: Sheet, mound: Height, middle: float, half: float):
    """Cuts that run down the slope like rain, darker on the side away from the light."""
    inks, chance = sheet.inks, sheet.chance
    top = mound(middle)
    for row in range(13):
        y = top + 16 + row * 24
        reach = half + row * 30
        for place in range(28):
            x = middle + reach * (place / 13.5 - 1 + chance.number(-0.04, 0.04))
            if mound(x) > y - 6 or chance.yes(0.25):
                continue
            out = (x - middle) / half
            shade = mix(inks.ground, inks.shade, 0.55 + 0.4 * (x > middle))
            ink = shade if chance.yes(0.62) else mix(inks.meadow, inks.light, 0.2)
            sheet.gouge(x, y, x + out * 20, y + 30, 4.4, ink)


def _slope_trees(sheet: Sheet, mound: Height, middle: float, half: float):
    chance = sheet.chance
    spots = []
    for _ in range(chance.whole(8, 12)):
        x = middle + chance.side() * (half + chance.number(110, 520))
        spots.append((mound(x) + chance.number(16, 70), x))
    for y, x in sorted(spots):
        kind = chance.pick((trees.spruce, trees.broadleaf, plants.bush, trees.birch))
        kind(sheet, x, y, chance.number(60, 90) if kind is plants.bush else chance.number(110, 170))


def _steps(sheet: Sheet, x: float, top: float):
    inks, tall = sheet.inks, FOOT - top

    def drift(share: float) -> float:
        return 22 * math.sin(math.pi * share) - 12 * share

    sides = [(x + drift(step / 8), top + tall * step / 8) for step in range(9)]
    sheet.taper(sides, 13, 52, mix(inks.bark, inks.near, 0.3))
    for step in range(25):
        share = step / 24
        half, y = 5.5 + 19 * share, top + tall * share
        plank = mix(inks.crop, inks.light, 0.35)
        sheet.box(x + drift(share) - half, y, half * 2, 3 + 5 * share, plank)
    for share, size, aside in ((0.2, 44, -8), (0.5, 62, -8), (0.58, 66, 10)):
        person(sheet, x + drift(share) + aside, top + tall * share, size)


def _water_at_foot(sheet: Sheet):
    """A lake below the hill, with its picture in it."""
    inks, chance = sheet.inks, sheet.chance
    land.wood_line(sheet, Ridge(chance, 684, 4, 900), 22, mix(inks.near, inks.deep, 0.2))
    land.band(sheet, lambda x: 680, lambda x: 702, mix(inks.near, inks.deep, 0.2))
    land.water(sheet, 700)
    near = Ridge(chance, 868, 16, 900)
    land.hill(sheet, near, mix(inks.ground, inks.near, 0.3), mix(inks.near, inks.deep, 0.4))
    land.grass(sheet, near, mix(inks.near, inks.deep, 0.3), depth=40, number=70, tall=26)
    for side in (-1, 1):
        for _ in range(2):
            plants.reeds(sheet, 800 + side * chance.number(330, 760), 884, 170, 140)


def _meadow_at_foot(sheet: Sheet):
    """A meadow with a path to the steps."""
    inks, chance = sheet.inks, sheet.chance
    bushes = mix(inks.leaf, inks.deep, 0.45)
    land.wood_line(sheet, Ridge(chance, 676, 10, 900), 26, bushes)
    front = Ridge(chance, 684, 14, 900)
    land.hill(sheet, front, inks.meadow, mix(inks.ground, inks.near, 0.25))
    land.carve(sheet, front, mix(inks.ground, inks.near, 0.3), depth=230, rows=9)
    shade = mix(inks.ground, inks.near, 0.6)
    land.grass(sheet, front, shade, depth=210, number=70, tall=26)
    plants.flowers(sheet, 720, 900, chance.pick((0, 40, 90)))
    walk(sheet, 800, 694, 40, 210)
    for at, y in ((40, 792), (100, 796)):
        person(sheet, 800 + at, y, 132, "child" if at == 100 else None)
    for side in (-1, 1):
        for _ in range(chance.whole(1, 3)):
            x = 800 + side * chance.number(330, WIDTH / 2.4)
            plants.bush(sheet, x, chance.number(710, 790), chance.number(80, 150))
