"""Stalls with striped awnings, sellers behind them and buyers before."""

from dataclasses import replace

from demo.drawings import land, landmarks
from demo.drawings.grounds import backdrop, bunting, wood_behind
from demo.drawings.houses import cottage, white_ink
from demo.drawings.inks import Ink, mix
from demo.drawings.land import Ridge
from demo.drawings.lines import dome
from demo.drawings.people import person
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, chance.number(390, 440), 2)
    ground = Ridge(chance, 540, 8, 1100)
    wood_behind(sheet, ground, chance.number(190, 260), 8)
    if chance.yes(0.6):
        landmarks.church(sheet, chance.number(450, 1150), 590, chance.number(240, 300))
    for x in (chance.number(60, 300), chance.number(1260, 1500)):
        cottage(sheet, x, 596, chance.number(230, 300))
    square = Ridge(chance, 600, 4, 900)
    paving = mix(inks.path, inks.light, 0.1)
    land.hill(sheet, square, paving, mix(inks.path, inks.near, 0.16))
    cut = mix(inks.path, inks.bark, 0.25)
    land.carve(sheet, square, cut, depth=300, rows=13, length=34)
    sheet.inks = replace(inks, ground=inks.path, near=inks.bark)
    _row_of_stalls(sheet)
    for start, end in (
        ((-20, 300), (620, 330)),
        ((620, 330), (1180, 318)),
        ((1180, 318), (1640, 280)),
    ):
        bunting(sheet, start, end, 46)
    _buyers(sheet)
    wares = _pumpkins if inks.is_autumn else _flower_buckets
    wares(sheet, 800 + chance.side() * chance.number(560, 640), 862)


def _row_of_stalls(sheet: Sheet):
    chance = sheet.chance
    middle = 800 + chance.number(-70, 70)
    gap = chance.number(350, 400)
    if chance.yes(0.6):
        stalls = ((-gap, 735, 300), (gap, 735, 300), (0, 760, 350))
    else:
        stalls = ((-gap * 1.6, 715, 270), (gap * 1.6, 715, 270), (-210, 750, 340), (210, 750, 340))
    for at, foot, wide in stalls:
        _stall(sheet, middle + at, foot, wide)


def _buyers(sheet: Sheet):
    chance = sheet.chance
    for y in sorted(chance.number(785, 850) for _ in range(chance.whole(6, 9))):
        x, tall = 800 + chance.number(-1, 1) * 560, 190 + (y - 790) * 0.6
        person(sheet, x, y, tall, arms=chance.pick(("down", "right")))
        if chance.yes(0.4):
            _basket(sheet, x + tall * 0.16, y - tall * 0.4, tall * 0.2)


def _stall(sheet: Sheet, x: float, foot: float, wide: float):
    stamp = Stamp(sheet, x, foot, wide)
    inks, chance = sheet.inks, sheet.chance
    wood = mix(inks.crop, inks.bark, 0.45)
    land.shadow(sheet, x + wide * 0.1, foot, wide * 0.45)
    stamp.box(-0.46, 0.3, 0.92, 0.45, mix(inks.deep, wood, 0.4))
    _hanging_goods(stamp)
    seller = chance.pick(("woman", "granny", "man"))
    person(sheet, x + wide * chance.number(-0.22, 0.22), foot - wide * 0.04, wide * 0.62, seller)
    for post in (-0.47, 0.44):
        stamp.box(post, 0, 0.03, 0.8, mix(wood, inks.deep, 0.2))
    stamp.box(-0.5, 0.0, 1.0, 0.28, wood)
    for board in range(1, 9):
        across = -0.5 + board / 9
        stamp.gouge(across, 0.01, across, 0.26, 0.008, mix(wood, inks.deep, 0.35))
    for crate in range(4):
        _crate(stamp, -0.46 + crate * 0.235)
    _awning(stamp, chance.pick((inks.madder, inks.spruce_light, inks.rye, inks.cloths[3])))


def _hanging_goods(stamp: Stamp):
    """Strings of onions and garlic, dried herbs and knitted mittens under the awning."""
    inks, chance = stamp.inks, stamp.chance
    for place in range(7):
        x = -0.4 + place * 0.133
        ink = chance.pick((inks.rye, inks.light, inks.leaf_light, inks.madder))
        for bead in range(4):
            stamp.oval(x, 0.7 - bead * 0.034, 0.02, 0.02, mix(ink, inks.deep, 0.06 * bead))


def _crate(stamp: Stamp, x: float):
    """A crate heaped with one kind of fruit, roots or jars."""
    inks, chance = stamp.inks, stamp.chance
    goods = (
        (inks.madder, 0.03), (mix(inks.leaf_light, inks.rye, 0.3), 0.03), (inks.rye, 0.034),
        (mix(inks.walls[0], inks.light, 0.25), 0.042), (mix(inks.roofs[0], inks.rye, 0.5), 0.03),
    )  # fmt: skip
    ink, size = chance.pick(goods)
    for row in (2, 1, 0):
        number = int(0.2 / (size * 1.7)) - row
        for place in range(number):
            tone = mix(ink, chance.pick((inks.light, inks.deep)), chance.number(0.0, 0.2))
            across = x + 0.105 + (place - (number - 1) / 2) * size * 1.75
            stamp.oval(across, 0.36 + row * size * 1.15, size, size * 0.92, tone)
    stamp.box(x, 0.26, 0.21, 0.09, mix(inks.crop, inks.bark, 0.28))
    for slat in (0.285, 0.32):
        stamp.box(x, slat, 0.21, 0.006, mix(inks.bark, inks.deep, 0.3))


def _awning(stamp: Stamp, ink: Ink):
    white = white_ink(stamp)
    for stripe in range(10):
        tone = white if stripe % 2 else ink
        left, right = -0.5 + stripe * 0.1, -0.4 + stripe * 0.1
        low_left, low_right = left * 1.16, right * 1.16
        stamp.area([(left, 0.98), (right, 0.98), (low_right, 0.76), (low_left, 0.76)], tone)
        half = (low_right - low_left) / 2
        hem = dome(low_left + half, 0.762, half, -0.045, 8)
        stamp.area(hem, mix(tone, stamp.inks.deep, 0.16))
    stamp.box(-0.505, 0.97, 1.01, 0.018, mix(ink, stamp.inks.deep, 0.35))


def _basket(sheet: Sheet, x: float, y: float, size: float):
    inks, chance = sheet.inks, sheet.chance
    weave = mix(inks.rye, inks.bark, 0.4)
    sheet.ring(x, y, size * 0.42, size * 0.07, mix(weave, inks.deep, 0.3))
    stamp = Stamp(sheet, x, y + size * 0.5, size)
    for place in range(5):
        ink = chance.pick((inks.madder, inks.leaf_light, inks.light, inks.rye))
        stamp.oval(-0.34 + place * 0.17, 0.52, 0.13, 0.14, ink)
    stamp.both([(0.5, 0.5), (0.36, 0)], weave)
    for row in (0.16, 0.32):
        stamp.gouge(-0.45, row, 0.45, row, 0.06, mix(weave, inks.light, 0.3))


def _pumpkins(sheet: Sheet, x: float, y: float):
    inks = sheet.inks
    orange = mix(inks.rye, inks.roofs[0], 0.4)
    for at, size, low in ((-70, 46, 0), (56, 52, 0), (-4, 40, 20)):
        stamp = Stamp(sheet, x + at, y + low, size)
        land.shadow(sheet, x + at, y + low + 2, size)
        for lobe, dark in ((-0.55, 0.25), (0.55, 0.3), (-0.3, 0.05), (0.3, 0.12), (0, 0.0)):
            stamp.oval(lobe, 0.6, 0.42, 0.58, mix(orange, inks.deep, dark))
        stamp.taper([(0, 1.1), (0.08, 1.4)], 0.16, 0.1, mix(inks.spruce, inks.rye, 0.3))


def _flower_buckets(sheet: Sheet, x: float, y: float):
    inks, chance = sheet.inks, sheet.chance
    for at, size, low in ((-66, 58, 0), (58, 62, 2), (-2, 54, 22)):
        stamp = Stamp(sheet, x + at, y + low, size)
        land.shadow(sheet, x + at, y + low + 2, size * 0.6)
        petal = chance.pick((inks.madder, inks.light, inks.rye, inks.cloths[5]))
        for stem in range(11):
            lean = stem / 5 - 1
            tip = (lean * 0.75, 1.9 - 0.5 * lean * lean + chance.number(-0.15, 0.15))
            stamp.gouge(lean * 0.2, 0.8, *tip, 0.06, mix(inks.spruce, inks.leaf_light, 0.4))
            stamp.oval(*tip, 0.15, 0.14, mix(petal, inks.deep, chance.number(0, 0.15)))
            stamp.oval(*tip, 0.05, 0.05, mix(inks.rye, petal, 0.3))
        stamp.both([(0.46, 0.95), (0.34, 0)], mix(inks.far, inks.deep, 0.2))
        stamp.box(-0.47, 0.86, 0.94, 0.1, mix(inks.far, inks.light, 0.4))
