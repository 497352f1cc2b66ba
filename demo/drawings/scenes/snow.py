"""A winter village: a lit house, spruces under snow, a fence and a track to the door."""

import math

from demo.drawings import land, trees
from demo.drawings.grounds import backdrop, frame_with_trees
from demo.drawings.houses import barn, cottage, fence, smoke
from demo.drawings.inks import mix
from demo.drawings.land import Height, Ridge
from demo.drawings.people import person
from demo.drawings.sheet import HEIGHT, WIDTH, Sheet
from demo.drawings.stamp import Stamp


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    horizon = chance.number(380, 460)
    backdrop(sheet, horizon, 3)
    ridge = Ridge(chance, horizon + 20, 26, 900)
    land.wood_line(sheet, ridge, 54, mix(inks.near, inks.mid, 0.3))
    land.hill(sheet, ridge, inks.crop, mix(inks.crop, inks.meadow, 0.5))
    home, wide = chance.number(660, 940), chance.number(280, 400)
    _wood(sheet, ridge, home)
    ground = Ridge(chance, 610, 18, 1000)
    if chance.yes(0.6):
        barn(sheet, home + chance.side() * wide, ground(home) + 4, wide * 0.7)
    land.hill(sheet, ground, inks.ground, mix(inks.crop, inks.path, 0.3))
    cut = mix(inks.crop, inks.path, 0.7)
    land.carve(sheet, ground, cut, depth=290, rows=12, length=80)
    _homestead(sheet, ground, home, wide)
    outside = chance.pick((_snowman, _skiers))
    outside(sheet, home + chance.side() * chance.number(150, 240), 790)
    frame_with_trees(sheet, 868, chance.number(560, 740))
    for _ in range(chance.pick((0, 130, 220))):
        size = chance.number(1.5, 4)
        sheet.oval(chance.number(0, WIDTH), chance.number(0, HEIGHT), size, size, inks.light)


def _wood(sheet: Sheet, ridge: Height, home: float):
    chance = sheet.chance
    spots = []
    for _ in range(12):
        spots.append((chance.number(30, 90), home + chance.side() * chance.number(190, 700)))
    for below, x in sorted(spots):
        trees.spruce(sheet, x, ridge(x) + below, chance.number(130, 250))


def _homestead(sheet: Sheet, ground: Height, home: float, wide: float):
    chance = sheet.chance
    foot = ground(home) + 36
    smoke(sheet, home + wide * 0.045, foot - wide * 0.58, 190, chance.number(-130, 130))
    cottage(sheet, home, foot, wide)
    _track(sheet, home + wide * 0.17, foot + 3)

    def line(x: float) -> float:
        return ground(x) + 76

    fence(sheet, -20, home - wide * 0.62, line, 52)
    fence(sheet, home + wide * 0.66, WIDTH + 20, line, 52)


def _track(sheet: Sheet, x: float, y: float):
    inks = sheet.inks
    swing = sheet.chance.number(-150, 150)
    line = [(x + swing * math.sin(step / 20 * 3), y + (910 - y) * step / 20) for step in range(21)]
    sheet.taper(line, 20, 130, mix(inks.path, inks.light, 0.3))
    for side in (-0.3, 0.3):
        rut = [(px + side * (20 + 110 * place / 20), py) for place, (px, py) in enumerate(line)]
        sheet.taper(rut, 2, 10, mix(inks.path, inks.far, 0.5))


def _snowman(sheet: Sheet, x: float, foot: float):
    inks, chance = sheet.inks, sheet.chance
    stamp = Stamp(sheet, x, foot, 130, chance.side())
    land.shadow(sheet, x, foot, 60)
    for y, size in ((0.26, 0.3), (0.66, 0.22), (0.98, 0.16)):
        stamp.oval(0.02, y, size, size, mix(inks.path, inks.far, 0.2))
        stamp.oval(-0.025, y + 0.02, size * 0.88, size * 0.92, inks.light)
    stamp.area([(0, 1.0), (0.24, 0.96), (0, 0.94)], mix(inks.rye, inks.madder, 0.3))
    stamp.both([(0.13, 1.3), (0.17, 1.08)], mix(inks.deep, inks.bark, 0.3))
    stamp.box(-0.16, 0.8, 0.32, 0.055, inks.madder)
    stamp.area([(0.04, 0.84), (0.14, 0.84), (0.16, 0.56), (0.08, 0.56)], inks.madder)
    for side in (-1, 1):
        stamp.taper([(side * 0.18, 0.7), (side * 0.46, 0.86)], 0.03, 0.018, inks.bark)
    for at in (-90, 96):
        arms = chance.pick(("up", "right"))
        person(sheet, x + at, foot + chance.number(-4, 14), 140, "child", arms=arms)


def _skiers(sheet: Sheet, x: float, foot: float):
    inks, chance = sheet.inks, sheet.chance
    for at, kind in ((-70, "woman"), (80, "man")):
        here = Stamp(sheet, x + at, foot, 140)
        here.taper([(-0.55, -0.01), (0.5, -0.01), (0.6, 0.05)], 0.022, 0.018, inks.madder)
        person(sheet, x + at, foot, 140, kind, arms=chance.pick(("wide", "right")))
        for side in (-0.27, 0.29):
            here.taper([(side, 0.6), (side * 1.5 - 0.06, 0)], 0.014, 0.012, inks.bark)
