"""A river that winds out of the hills between meadows and fields."""

import math

from demo.drawings import boats, land, plants, trees
from demo.drawings.grounds import backdrop, frame_with_trees
from demo.drawings.houses import barn, cottage
from demo.drawings.inks import mix
from demo.drawings.land import Ridge
from demo.drawings.lines import Point
from demo.drawings.sheet import Sheet


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    horizon = chance.number(340, 430)
    backdrop(sheet, horizon, 3)
    bank = Ridge(chance, horizon, 14, 900)
    land.wood_line(sheet, bank, 46, mix(inks.mid, inks.near, 0.7))
    land.hill(sheet, bank, inks.meadow, inks.ground)
    tones = [inks.meadow, inks.ground, inks.crop, mix(inks.ground, inks.near, 0.25)]
    land.strips(sheet, bank, horizon + 170, tones, chance.number(1.4, 2.2))
    near = Ridge(chance, horizon + 150, 14, 800)
    land.hill(sheet, near, inks.meadow, mix(inks.ground, inks.near, 0.2))
    land.carve(sheet, near, mix(inks.ground, inks.near, 0.25), depth=330, rows=11)
    left, right = _course(sheet, horizon)
    _flow(sheet, left, right)
    _farm(sheet, chance.pick((left[32][0] - 260, right[32][0] + 200)), horizon + 176)
    _banks(sheet, left, right, horizon)
    plants.flowers(sheet, 760, 900, chance.pick((0, 30)))
    afloat = chance.pick((boats.canoe, boats.rowing_boat))
    afloat(sheet, 800 + chance.number(-60, 60), 800)
    frame_with_trees(sheet, 880, chance.number(560, 700))


def _course(sheet: Sheet, horizon: float) -> tuple[list[Point], list[Point]]:
    """The two banks, from far to near."""
    chance = sheet.chance
    start, swing = chance.number(560, 1040), chance.side() * chance.number(0.8, 1.25)
    turn = chance.number(-0.7, 0.7)
    left, right = [], []
    for step in range(81):
        share = step / 80
        y = horizon + 6 + (920 - horizon) * share**1.5
        half = 3.5 + 280 * share**2.2
        sway = math.sin(share**0.75 * 7.4 + turn) * (60 + 300 * share) * (1 - share * 0.7)
        x = start + (800 - start) * share + swing * sway
        left.append((x - half, y))
        right.append((x + half, y))
    return left, right


def _flow(sheet: Sheet, left: list[Point], right: list[Point]):
    inks, chance = sheet.inks, sheet.chance
    rim = [(x - 3 - y * 0.012, y + 7) for x, y in left]
    rim += [(x + 3 + y * 0.012, y + 7) for x, y in right[::-1]]
    sheet.area(rim, mix(inks.near, inks.deep, 0.3))
    far, near = mix(inks.glow, inks.shine, 0.4), mix(inks.water, inks.deep, 0.08)
    sheet.wash(left + right[::-1], far, near)
    for step in range(14, 80):
        (start, y), (end, _) = left[step], right[step]
        for _ in range(3):
            x = start + (end - start) * chance.number(0.12, 0.88)
            half = (end - start) * chance.number(0.05, 0.12)
            ink = mix(inks.shine, inks.water, chance.pick((0, 0.35, 0.7)))
            sheet.gouge(x - half, y, x + half, y + 1, 1.5 + step / 15, ink)


def _farm(sheet: Sheet, x: float, foot: float):
    chance = sheet.chance
    if chance.yes(0.3):
        return
    trees.broadleaf(sheet, x - 70, foot - 12, 150)
    barn(sheet, x + 120, foot - 8, 110)
    cottage(sheet, x, foot, chance.number(120, 150))


def _banks(sheet: Sheet, left: list[Point], right: list[Point], horizon: float):
    """Bushes, trees and reeds beside the water, the far ones first."""
    chance = sheet.chance
    for step in sorted(chance.whole(8, 62) for _ in range(18)):
        line, side = (left, -1) if chance.yes() else (right, 1)
        x, y = line[step]
        size = (y - horizon) * chance.number(0.4, 0.62) + 14
        away = size * chance.number(0.5, 1.1) + 8
        kind = chance.pick((plants.bush, plants.bush, trees.broadleaf, trees.birch))
        if kind is plants.bush:
            kind(sheet, x + side * away, y + 2, size * 0.8)
        else:
            kind(sheet, x + side * away * 1.3, y, size * 1.1)
    for step in (58, 66, 70):
        for line, side in ((left, -1), (right, 1)):
            x, y = line[step]
            plants.reeds(sheet, x + side * 10, y + 12, 70, 66)
