"""Pictures of the land around the villages."""

import math

from demo.drawings import land, trees
from demo.drawings.houses import barn, cottage, fence, smoke
from demo.drawings.inks import mix
from demo.drawings.land import Height, Ridge
from demo.drawings.people import person
from demo.drawings.sheet import HEIGHT, WIDTH, Sheet
from demo.drawings.stamp import Stamp


def backdrop(sheet: Sheet, horizon: float, layers: int = 2, sun_x: float | None = None):
    """Sky and hazy hills behind everything else, with woods on the nearer of them."""
    inks, chance = sheet.inks, sheet.chance
    land.sky(sheet, horizon + 40, sun_x)
    for layer in range(layers):
        share = (layer + 1) / layers
        swell = chance.number(20, 44) * (1.3 - share * 0.7)
        ridge = Ridge(chance, horizon - 100 * (1.25 - share), swell, chance.number(700, 1300))
        ink = mix(inks.far, inks.mid, share * 0.75)
        if layer:
            land.wood_line(sheet, ridge, 34, ink)
        land.hill(sheet, ridge, ink, mix(ink, inks.glow, 0.55), horizon + 240)
        land.carve(sheet, ridge, mix(ink, inks.glow, 0.22), depth=60, rows=3, length=110)


def frame_with_trees(sheet: Sheet, foot: float, tall: float):
    """A tall tree or two at one side of the picture and now and then one at the other."""
    chance = sheet.chance
    kinds = (trees.birch, trees.spruce, trees.birch, trees.broadleaf)
    side = chance.side()
    kind = chance.pick(kinds)
    kind(sheet, 800 + side * chance.number(640, 720), foot, tall * chance.number(0.85, 1.0))
    if kind is not trees.broadleaf:
        kind(sheet, 800 + side * chance.number(770, 840), foot + 16, tall * chance.number(0.7, 0.95))
    if chance.yes(0.4):
        chance.pick(kinds)(sheet, 800 - side * chance.number(700, 800), foot, tall * 0.7)


def lake(sheet: Sheet):
    """A lake with a footbridge and a boat or swans; the far shore stands on its head in it."""
    inks, chance = sheet.inks, sheet.chance
    shore = chance.number(390, 480)
    backdrop(sheet, shore - 20)
    bank = Ridge(chance, shore - 20, 10, 700)
    wood = mix(inks.mid, inks.near, 0.65)
    land.wood_line(sheet, bank, chance.number(46, 74), wood)
    land.band(sheet, bank, lambda x: shore + 1, wood)
    _far_shore(sheet, shore, chance.number(460, 1020))
    land.water(sheet, shore)
    middle = (HEIGHT - shore) * chance.number(0.24, 0.4) + shore
    chance.pick((_boat, _boat, _swans))(sheet, 800 + chance.side() * chance.number(180, 330), middle)
    _footbridge(sheet, shore)
    edge = Ridge(chance, 872, 16, 800)
    near = mix(inks.near, inks.deep, 0.45)
    land.band(sheet, lambda x: edge(x) - abs(x - 800) * 0.06, lambda x: 920, near)
    land.grass(sheet, lambda x: edge(x) - abs(x - 800) * 0.06, mix(near, inks.meadow, 0.4), depth=40, number=60, tall=26)
    for side in (-1, 1):
        for _ in range(3):
            x = 800 + side * chance.number(400, 820)
            trees.reeds(sheet, x, 890, chance.number(110, 220), chance.number(120, 230))
    frame_with_trees(sheet, 885, chance.number(640, 780))


def _far_shore(sheet: Sheet, shore: float, home: float):
    inks, chance = sheet.inks, sheet.chance
    land.band(sheet, lambda x: shore - max(0, 30 - abs(x - home) * 0.11), lambda x: shore + 1, inks.meadow)
    if chance.yes(0.75):
        chance.pick((cottage, cottage, barn))(sheet, home, shore - 5, chance.number(110, 150))
    for _ in range(chance.whole(3, 7)):
        x = home + chance.side() * chance.number(100, 380)
        ink = mix(inks.spruce, inks.mid, 0.15)
        trees.spruce(sheet, x, shore, chance.number(80, 150), ink)


def _footbridge(sheet: Sheet, shore: float):
    """A narrow jetty of planks that goes out from the near bank and grows smaller."""
    inks, chance = sheet.inks, sheet.chance
    start, end = chance.number(520, 760), chance.number(640, 860)
    near_y, far_y = 915, shore + (HEIGHT - shore) * chance.number(0.34, 0.5)
    planks = []
    for step in range(25):
        near = 1 / (1 + step / 24 * 2.6)
        share = (1 - near) / (1 - 1 / 3.6)
        planks.append((start + (end - start) * share, near_y + (far_y - near_y) * share, 88 * near))
    post = mix(inks.bark, inks.deep, 0.3)
    for x, y, half in planks[::5]:
        for side in (-1, 1):
            sheet.box(x + side * half * 0.94 - half * 0.07, y - half * 0.55, half * 0.14, half * 1.15, post)
    under = [(x - half, y + half * 0.24) for x, y, half in planks] + [(x + half, y + half * 0.24) for x, y, half in planks[::-1]]
    sheet.area(under, mix(inks.water, inks.deep, 0.65))
    wood = mix(inks.crop, inks.bark, 0.4)
    for (x, y, half), (next_x, next_y, next_half) in zip(planks, planks[1:], strict=False):
        gap = (y - next_y) * 0.14
        corners = [(x - half, y), (x + half, y), (next_x + next_half, next_y + gap), (next_x - next_half, next_y + gap)]
        sheet.area(corners, mix(wood, inks.light, chance.number(0.05, 0.4)))


def _boat(sheet: Sheet, x: float, y: float):
    """A rowing boat, now and then with an angler in it."""
    inks, chance = sheet.inks, sheet.chance
    stamp = Stamp(sheet, x, y, chance.number(95, 125), chance.side())
    for row in range(5):
        half = 0.8 - row * 0.1
        stamp.gouge(-half, -0.1 - row * 0.08, half, -0.1 - row * 0.08, 0.05, mix(inks.water, inks.deep, 0.55))
    if chance.yes():
        person(sheet, *stamp.place(0.1, -0.06), 130, "man", "right")
        stamp.taper([(0.35, 0.5), (1.25, 0.85)], 0.02, 0.008, inks.bark)
        stamp.taper([(1.25, 0.85), (1.3, -0.05)], 0.008, 0.008, inks.light)
    else:
        stamp.taper([(-0.2, 0.14), (-1.15, -0.16)], 0.035, 0.05, inks.bark)
    paint = chance.pick((inks.madder, inks.spruce_light, inks.light, inks.rye))
    stamp.area([(-1, 0.22), (-0.72, -0.06), (0.68, -0.06), (0.95, 0.18), (0.6, 0.11), (-0.6, 0.11)], paint)
    stamp.gouge(-0.98, 0.2, 0.93, 0.15, 0.05, mix(paint, inks.deep, 0.45))


def _swans(sheet: Sheet, x: float, y: float):
    inks, chance = sheet.inks, sheet.chance
    white = mix(inks.light, inks.deep, 0.1 if inks.is_dark else 0)
    facing = chance.side()
    for away, size in ((0, 86), (-120, 70), (140, 60)):
        stamp = Stamp(sheet, x + away, y + chance.number(-14, 24), size, facing)
        for row in range(3):
            stamp.gouge(-0.6, -0.06 - row * 0.09, 0.6, -0.06 - row * 0.09, 0.04, mix(inks.shine, inks.water, 0.2))
        stamp.area([(-0.62, 0.3), (-0.45, 0.02), (0.3, 0.0), (0.46, 0.14), (0.32, 0.3), (-0.1, 0.36), (-0.3, 0.27)], white)
        stamp.taper([(0.3, 0.12), (0.46, 0.36), (0.32, 0.58), (0.4, 0.74)], 0.16, 0.09, white)
        stamp.oval(0.43, 0.73, 0.085, 0.065, white)
        stamp.area([(0.48, 0.77), (0.66, 0.68), (0.48, 0.68)], mix(inks.madder, inks.rye, 0.6))
        stamp.gouge(-0.5, 0.2, 0.1, 0.24, 0.04, mix(white, inks.far, 0.6))


def hillfort(sheet: Sheet):
    """A steep hill with a flat top, old oaks and steps up to them."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, chance.number(430, 500), 3)
    middle, half = chance.number(740, 860), chance.number(210, 300)
    top, foot = chance.number(330, 400), 660
    terrace = chance.side()

    def mound(x: float) -> float:
        away = abs(x - middle) - half
        if away < 0:
            return top + 5 * math.sin(x / 60)
        share = min(1.0, away / 300)
        step = 16 * math.sin(share * 9) if (x > middle) == (terrace > 0) else 0
        return top + (foot - top) * (share * share * (3 - 2 * share)) - step * (1 - share)

    number = chance.whole(3, 5)
    for oak in range(number):
        at = (oak + 0.5) / number * 2 - 1 + chance.number(-0.12, 0.12)
        trees.broadleaf(sheet, middle + at * half * 0.95, top + 14, chance.number(190, 300), chance.number(0.8, 1.05))
    light = mix(inks.ground, inks.meadow, 0.35)
    land.hill(sheet, mound, light, mix(light, inks.near, 0.45), 780)
    _carve_slope(sheet, mound, middle, half)
    _steps(sheet, middle + chance.number(-70, 70), top, 690)
    _hillfort_foot(sheet)


def _carve_slope(sheet: Sheet, mound: Height, middle: float, half: float):
    """Cuts that run down the slope like rain."""
    inks, chance = sheet.inks, sheet.chance
    top = mound(middle)
    for row in range(13):
        y = top + 14 + row * 24
        reach = half + row * 26
        for place in range(26):
            x = middle + reach * (place / 12.5 - 1 + chance.number(-0.04, 0.04))
            if mound(x) > y - 4 or chance.yes(0.25):
                continue
            out = (x - middle) / half
            shade = mix(inks.ground, inks.near, 0.3 + 0.35 * (x > middle))
            ink = shade if chance.yes(0.6) else mix(inks.meadow, inks.light, 0.2)
            sheet.gouge(x, y, x + out * 20, y + 30, 4.4, ink)


def _steps(sheet: Sheet, x: float, top: float, foot: float):
    inks, tall = sheet.inks, foot - top
    wood = mix(inks.crop, inks.light, 0.35)

    def drift(share: float) -> float:
        return 22 * math.sin(math.pi * share) - 12 * share

    sides = [(x + drift(step / 8), top + tall * step / 8) for step in range(9)]
    sheet.taper(sides, 13, 52, mix(inks.bark, inks.near, 0.3))
    for step in range(25):
        share = step / 24
        half = 5.5 + 19 * share
        sheet.box(x + drift(share) - half, top + tall * share, half * 2, 3 + 5 * share, wood)
    for share, size in ((0.2, 44), (0.5, 62), (0.58, 66)):
        person(sheet, x + drift(share) + (10 if share == 0.58 else -8), top + tall * share, size)


def _hillfort_foot(sheet: Sheet):
    inks, chance = sheet.inks, sheet.chance
    land.wood_line(sheet, Ridge(chance, 676, 10, 900), 26, mix(inks.leaf, inks.deep, 0.45))
    front = Ridge(chance, 684, 14, 900)
    land.hill(sheet, front, inks.meadow, mix(inks.ground, inks.near, 0.25))
    land.carve(sheet, front, mix(inks.ground, inks.near, 0.3), depth=230, rows=9)
    sheet.taper([(800, 690), (790, 740), (860, 810), (820, 910)], 50, 190, inks.path)
    land.grass(sheet, front, mix(inks.ground, inks.near, 0.6), depth=210, number=90, tall=26)
    trees.flowers(sheet, 720, 900, chance.pick((0, 40, 90)))
    for side in (-1, 1):
        for _ in range(chance.whole(1, 3)):
            trees.bush(sheet, 800 + side * chance.number(330, 640), chance.number(700, 780), chance.number(80, 150))
    frame_with_trees(sheet, 860, chance.number(520, 720))


def river(sheet: Sheet):
    """A river that winds out of the hills between meadows and fields."""
    inks, chance = sheet.inks, sheet.chance
    horizon = chance.number(360, 430)
    backdrop(sheet, horizon, 3)
    bank = Ridge(chance, horizon, 14, 900)
    land.wood_line(sheet, bank, 46, mix(inks.mid, inks.near, 0.7))
    land.hill(sheet, bank, inks.meadow, inks.ground)
    tones = [inks.meadow, inks.ground, inks.crop, mix(inks.ground, inks.near, 0.25)]
    land.strips(sheet, bank, horizon + 170, tones, 1.8)
    near = Ridge(chance, horizon + 150, 14, 800)
    land.hill(sheet, near, inks.meadow, mix(inks.ground, inks.near, 0.2))
    land.carve(sheet, near, mix(inks.ground, inks.near, 0.25), depth=330, rows=11)
    left, right = _course(sheet, horizon)
    _flow(sheet, left, right)
    _banks(sheet, left, right, horizon)
    trees.flowers(sheet, 760, 900, chance.pick((0, 30)))
    chance.pick((_canoe, _boat))(sheet, 800 + chance.number(-60, 60), 800)
    frame_with_trees(sheet, 880, chance.number(560, 700))


def _course(sheet: Sheet, horizon: float) -> tuple[list, list]:
    """The two banks of a winding river, from far to near."""
    chance = sheet.chance
    start, swing = chance.number(620, 980), chance.side() * chance.number(0.8, 1.15)
    turn = chance.number(-0.6, 0.6)
    left, right = [], []
    for step in range(81):
        share = step / 80
        y = horizon + 6 + (920 - horizon) * share**1.5
        width = 7 + 560 * share**2.2
        sway = math.sin(share**0.75 * 7.4 + turn) * (60 + 300 * share) * (1 - share * 0.7)
        x = start + (800 - start) * share + swing * sway
        left.append((x - width / 2, y))
        right.append((x + width / 2, y))
    return left, right


def _flow(sheet: Sheet, left: list, right: list):
    inks, chance = sheet.inks, sheet.chance
    rim = [(x - 3 - y * 0.012, y + 7) for x, y in left] + [(x + 3 + y * 0.012, y + 7) for x, y in right[::-1]]
    sheet.area(rim, mix(inks.near, inks.deep, 0.3))
    sheet.wash(left + right[::-1], mix(inks.glow, inks.shine, 0.4), mix(inks.water, inks.deep, 0.08))
    for step in range(14, 80):
        (start, y), (end, _) = left[step], right[step]
        for _ in range(3):
            x = start + (end - start) * chance.number(0.12, 0.88)
            wide = (end - start) * chance.number(0.05, 0.12)
            ink = mix(inks.shine, inks.water, chance.pick((0, 0.35, 0.7)))
            sheet.gouge(x - wide, y, x + wide, y + 1, 1.5 + step / 15, ink)


def _banks(sheet: Sheet, left: list, right: list, horizon: float):
    """Bushes, trees and reeds beside the water, the far ones first."""
    chance = sheet.chance
    for step in sorted(chance.whole(8, 62) for _ in range(18)):
        line, side = (left, -1) if chance.yes() else (right, 1)
        x, y = line[step]
        size = (y - horizon) * chance.number(0.4, 0.62) + 14
        away = size * chance.number(0.5, 1.1) + 8
        kind = chance.pick((trees.bush, trees.bush, trees.broadleaf, trees.birch))
        if kind is trees.bush:
            kind(sheet, x + side * away, y + 2, size * 0.8)
        else:
            kind(sheet, x + side * away * 1.3, y, size * 1.1)
    for step in (58, 66, 70):
        for line, side in ((left, -1), (right, 1)):
            x, y = line[step]
            trees.reeds(sheet, x + side * 10, y + 12, 70, 66)


def _canoe(sheet: Sheet, x: float, y: float):
    inks, chance = sheet.inks, sheet.chance
    stamp = Stamp(sheet, x, y, 150, chance.side())
    for row in range(3):
        stamp.gouge(-0.8, -0.06 - row * 0.07, 0.7, -0.06 - row * 0.07, 0.04, mix(inks.water, inks.deep, 0.5))
    for at in (-0.35, 0.3):
        person(sheet, *stamp.place(at, -0.28), 120, chance.pick(("man", "woman")), "down")
        stamp.taper([(at - 0.12, 0.5), (at + 0.22, -0.12)], 0.02, 0.03, inks.bark)
    stamp.area([(-1, 0.2), (-0.8, -0.06), (0.8, -0.06), (1, 0.2), (0.7, 0.1), (-0.7, 0.1)], inks.madder)
    stamp.gouge(-0.9, 0.13, 0.9, 0.13, 0.03, inks.light)


def forest(sheet: Sheet):
    """Inside a wood: near trunks, far trunks, light between them and a path."""
    inks, chance = sheet.inks, sheet.chance
    high = mix(inks.glow, inks.leaf_light, 0.4)
    sheet.wash([(-20, 0), (1620, 0), (1620, 900), (-20, 900)], high, inks.glow)
    sheet.glow(chance.number(600, 1000), 330, 640, inks.sun, 0.85)
    for depth, ink in enumerate((mix(inks.far, inks.glow, 0.5), inks.far, inks.mid)):
        floor = Ridge(chance, 560 + depth * 50, 14, 700)
        for _ in range(20 - depth * 4):
            x = chance.number(-20, 1620)
            if abs(x - 800) > 50 + depth * 80:
                trees.spruce(sheet, x, floor(x) + 10, chance.number(380, 560) + depth * 70, ink)
        land.hill(sheet, floor, ink, mix(ink, inks.ground, 0.5))
    ground = Ridge(chance, 690, 16, 900)
    soil = mix(inks.ground, inks.near, 0.4)
    land.hill(sheet, ground, soil, mix(soil, inks.deep, 0.35))
    _wood_path(sheet, ground, chance.number(-160, 160))
    land.carve(sheet, ground, mix(soil, inks.meadow, 0.6), depth=210, rows=9)
    someone = chance.pick((_pickers, _deer, _pickers))
    someone(sheet, 800 + chance.side() * chance.number(60, 160), 745)
    kinds = chance.pick(((trees.spruce,), (trees.birch, trees.spruce), (trees.birch, trees.birch, trees.spruce)))
    for y in sorted(chance.number(690, 800) for _ in range(13)):
        x = 800 + chance.side() * chance.number(230 + (y - 690) * 1.4, 840)
        chance.pick(kinds)(sheet, x, y, chance.number(430, 560) + (y - 690) * 2.6)
    land.grass(sheet, lambda x: 750, mix(inks.spruce, inks.deep, 0.2), depth=150, number=90, tall=34)
    _mushrooms(sheet)


def _wood_path(sheet: Sheet, ground: Height, swing: float):
    inks = sheet.inks
    line = []
    for step in range(21):
        share = step / 20
        x = 800 + swing * math.sin(share * 4) * (1 - share * 0.6)
        line.append((x, 906 - (906 - ground(800)) * share, 8 + 150 * (1 - share) ** 1.6))
    sides = [(x - half, y) for x, y, half in line] + [(x + half, y) for x, y, half in line[::-1]]
    sheet.area(sides, mix(inks.path, inks.ground, 0.25))
    for x, y, half in line[:14:2]:
        sheet.gouge(x - half * 0.6, y, x + half * 0.3, y + 2, half * 0.05 + 1, mix(inks.path, inks.near, 0.4))


def _pickers(sheet: Sheet, x: float, y: float):
    """Two people with a basket."""
    inks, chance = sheet.inks, sheet.chance
    for at, kind in ((0, "granny"), (64, "child")):
        person(sheet, x + at, y + at * 0.1, 150, kind, "right")
    stamp = Stamp(sheet, x + 40, y - 62, 34)
    stamp.area([(-0.5, 0.3), (-0.36, -0.3), (0.36, -0.3), (0.5, 0.3)], mix(inks.rye, inks.bark, 0.35))
    for berry in range(7):
        stamp.oval(-0.4 + berry * 0.13, 0.32 + chance.number(0, 0.1), 0.11, 0.1, chance.pick((inks.madder, inks.rye, inks.bark)))
    sheet.ring(x + 40, y - 70, 16, 2.4, mix(inks.rye, inks.bark, 0.5))


def _deer(sheet: Sheet, x: float, y: float):
    inks = sheet.inks
    stamp = Stamp(sheet, x, y - 10, 150, sheet.chance.side())
    hide = mix(inks.bark, inks.walls[0], 0.4)
    for leg in (-0.3, -0.2, 0.16, 0.25):
        stamp.taper([(leg, 0.5), (leg + 0.02, 0.22), (leg, 0)], 0.08, 0.028, mix(hide, inks.deep, 0.2 * (leg in (-0.2, 0.25))))
    stamp.area([(-0.42, 0.62), (-0.34, 0.44), (0.0, 0.4), (0.28, 0.42), (0.36, 0.62), (0.1, 0.7), (-0.3, 0.7)], hide)
    stamp.area([(0.14, 0.64), (0.36, 0.52), (0.5, 0.92), (0.38, 0.96)], hide)
    stamp.area([(0.36, 0.96), (0.4, 1.04), (0.52, 1.02), (0.68, 0.9), (0.64, 0.86), (0.46, 0.86)], hide)
    stamp.area([(0.38, 1.0), (0.28, 1.12), (0.42, 1.06)], mix(hide, inks.light, 0.3))
    for start, end in (((0.42, 1.02), (0.4, 1.4)), ((0.42, 1.2), (0.56, 1.36)), ((0.45, 1.02), (0.62, 1.2))):
        stamp.taper([start, end], 0.028, 0.014, inks.bark)
    stamp.area([(-0.42, 0.64), (-0.48, 0.54), (-0.37, 0.5)], inks.light)


def _mushrooms(sheet: Sheet):
    """A few boletes and chanterelles close to the viewer."""
    inks, chance = sheet.inks, sheet.chance
    for side in (-1, 1):
        x, size = 800 + side * chance.number(300, 620), chance.number(60, 100)
        for at, share in ((0, 1.0), (0.8, 0.65), (-0.7, 0.5)):
            stamp = Stamp(sheet, x + at * size, 890, size * share, side)
            cap = chance.pick((mix(inks.bark, inks.walls[0], 0.4), inks.rye, inks.walls[1]))
            stamp.area([(-0.2, 0), (-0.13, 0.55), (0.13, 0.55), (0.2, 0)], mix(inks.light, inks.crop, 0.3))
            dome = [(0.5 * math.cos(turn), 0.5 + 0.42 * math.sin(turn)) for turn in (math.pi * step / 14 for step in range(15))]
            stamp.area([*dome, (-0.3, 0.42), (0.3, 0.42)], cap)
            stamp.gouge(-0.36, 0.62, -0.05, 0.82, 0.07, mix(cap, inks.light, 0.45))
        land.grass(sheet, lambda here: 880, mix(inks.spruce, inks.deep, 0.1), depth=20, number=14, tall=40)


def field(sheet: Sheet):
    """Rolling fields with a farm, the harvest and a stork."""
    inks, chance = sheet.inks, sheet.chance
    horizon = chance.number(350, 430)
    backdrop(sheet, horizon, 3)
    ridge = Ridge(chance, horizon, 26, 1000)
    land.wood_line(sheet, ridge, 34, mix(inks.mid, inks.near, 0.6))
    tones = [inks.meadow, inks.ground, inks.crop, mix(inks.crop, inks.light, 0.3), mix(inks.ground, inks.near, 0.3)]
    land.strips(sheet, ridge, 650, tones, chance.number(1.6, 2.6))
    _farm(sheet, ridge, chance.number(480, 960), chance.number(150, 230))
    middle = Ridge(chance, chance.number(550, 590), 34, 1300)
    land.hill(sheet, middle, inks.crop, mix(inks.crop, inks.ground, 0.5))
    land.carve(sheet, middle, mix(inks.crop, inks.light, 0.4), depth=170, rows=11, length=70)
    land.carve(sheet, middle, mix(inks.crop, inks.bark, 0.3), depth=170, rows=6, length=50)
    crop = chance.pick((_bale, _sheaf, _sheaf))
    for y in sorted(chance.number(36, 120) for _ in range(chance.whole(5, 9))):
        x = chance.number(120, 1480)
        crop(sheet, x, middle(x) + y, 22 + y * 0.22)
    front = Ridge(chance, chance.number(720, 770), 26, 1200)
    land.hill(sheet, front, inks.ground, mix(inks.ground, inks.near, 0.5))
    land.carve(sheet, front, inks.meadow, depth=190, rows=8)
    land.grass(sheet, front, mix(inks.ground, inks.near, 0.65), depth=160, number=100, tall=30)
    trees.flowers(sheet, 790, 900, chance.pick((40, 90, 120)))
    stand = chance.number(620, 980)
    chance.pick((_stork_walks, _stork_nests))(sheet, stand, front(stand))
    if chance.yes(0.6):
        frame_with_trees(sheet, 850, chance.number(480, 660))


def _farm(sheet: Sheet, ridge: Height, x: float, wide: float):
    foot = ridge(x) + 60
    chance = sheet.chance
    for at in (-0.9, -0.55, 1.2):
        trees.broadleaf(sheet, x + at * wide, foot - 14, wide * chance.number(0.6, 0.85))
    barn(sheet, x + wide * 0.95, foot - 12, wide * 0.85)
    cottage(sheet, x, foot, wide)
    trees.birch(sheet, x - wide * 0.7, foot + 4, wide * 0.9)
    fence(sheet, x - wide * 1.1, x + wide * 1.5, lambda here: foot + 16, wide * 0.13)


def _bale(sheet: Sheet, x: float, y: float, size: float):
    inks = sheet.inks
    straw = mix(inks.rye, inks.light, 0.4)
    stamp = Stamp(sheet, x, y, size * 1.5)
    trees.shadow(sheet, x, y, size * 1.2)
    dark = mix(straw, inks.bark, 0.4)
    stamp.box(0, 0, 0.7, 1.1, dark)
    stamp.oval(0.7, 0.55, 0.42, 0.55, dark)
    stamp.oval(0, 0.55, 0.46, 0.55, straw)
    for ring in (0.7, 0.4):
        stamp.oval(0, 0.55, 0.46 * ring, 0.55 * ring, dark)
        stamp.oval(0, 0.55, 0.46 * (ring - 0.12), 0.55 * (ring - 0.12), straw)


def _sheaf(sheet: Sheet, x: float, y: float, size: float):
    """A stook of sheaves, as rye was dried before the bales came."""
    inks = sheet.inks
    stamp = Stamp(sheet, x, y, size * 2.2)
    straw = mix(inks.rye, inks.light, 0.35)
    trees.shadow(sheet, x, y, size * 0.9)
    for at, ink in ((0.16, mix(straw, inks.bark, 0.4)), (-0.16, mix(straw, inks.bark, 0.15)), (0, straw)):
        side = [(0.26, 0.0), (0.07, 0.62), (0.2, 1.0), (0.1, 0.94), (0.04, 1.08)]
        stamp.area([(at * 2 - px + (at if py < 0.3 else -at), py) for px, py in side] + [(at * 2 + px + (at if py < 0.3 else -at), py) for px, py in side[::-1]], ink)
        stamp.gouge(at - 0.1, 0.62, at + 0.1, 0.62, 0.06, inks.bark)
    for cut in (-0.14, 0.0, 0.13):
        stamp.gouge(cut, 0.04, cut * 0.4, 0.56, 0.03, mix(straw, inks.bark, 0.45))


def _stork_walks(sheet: Sheet, x: float, y: float):
    _stork(sheet, x, y + 70, sheet.chance.number(130, 170))


def _stork_nests(sheet: Sheet, x: float, y: float):
    inks, chance = sheet.inks, sheet.chance
    top = chance.number(330, 400)
    sheet.taper([(x, y + 40), (x, top)], 15, 10, mix(inks.bark, inks.far, 0.2))
    for _ in range(46):
        at = chance.number(-1, 1)
        low = top + 14 - (1 - at * at) * chance.number(-12, 16)
        sheet.gouge(x + at * 44 - 24, low + chance.number(-6, 6), x + at * 44 + 24, low + chance.number(-8, 8), 4, mix(inks.bark, inks.crop, chance.number(0, 0.5)))
    _stork(sheet, x - 8, top + 4, 92)
    _stork(sheet, x + 26, top + 6, 74)


def _stork(sheet: Sheet, x: float, foot: float, tall: float):
    inks = sheet.inks
    stamp = Stamp(sheet, x, foot, tall, sheet.chance.side())
    red = mix(inks.madder, inks.rye, 0.35)
    white = mix(inks.light, inks.deep, 0.1 if inks.is_dark else 0)
    stamp.taper([(-0.02, 0.5), (-0.01, 0.0)], 0.03, 0.022, red)
    stamp.taper([(0.04, 0.5), (0.1, 0.26), (0.05, 0.0)], 0.03, 0.022, red)
    stamp.area([(0.22, 0.62), (0.02, 0.46), (-0.24, 0.5), (-0.36, 0.46), (-0.2, 0.6), (0.02, 0.7)], white)
    stamp.taper([(0.12, 0.58), (0.22, 0.76), (0.18, 0.92)], 0.14, 0.07, white)
    stamp.oval(0.2, 0.93, 0.058, 0.05, white)
    stamp.area([(0.02, 0.56), (-0.18, 0.5), (-0.44, 0.42), (-0.22, 0.6)], inks.deep)
    stamp.taper([(0.23, 0.935), (0.47, 0.87)], 0.036, 0.008, red)


def snow(sheet: Sheet):
    """A winter village: a lit house, spruces under snow, a fence and a track to the door."""
    inks, chance = sheet.inks, sheet.chance
    horizon = chance.number(400, 460)
    backdrop(sheet, horizon, 3)
    ridge = Ridge(chance, horizon + 20, 26, 900)
    land.wood_line(sheet, ridge, 54, mix(inks.near, inks.mid, 0.3))
    land.hill(sheet, ridge, inks.crop, mix(inks.crop, inks.meadow, 0.5))
    home, wide = chance.number(680, 920), chance.number(300, 390)
    _snow_wood(sheet, ridge, home)
    ground = Ridge(chance, 610, 18, 1000)
    if chance.yes(0.6):
        barn(sheet, home + chance.side() * wide, ground(home) + 4, wide * 0.7)
    land.hill(sheet, ground, inks.ground, mix(inks.crop, inks.path, 0.3))
    land.carve(sheet, ground, mix(inks.crop, inks.path, 0.7), depth=290, rows=12, length=80)
    foot = ground(home) + 36
    smoke(sheet, home + wide * 0.045, foot - wide * 0.58, 190, chance.number(-130, 130))
    cottage(sheet, home, foot, wide)
    _track(sheet, home + wide * 0.17, foot + 3)
    fence(sheet, -20, home - wide * 0.62, lambda x: ground(x) + 76, 52)
    fence(sheet, home + wide * 0.66, 1620, lambda x: ground(x) + 76, 52)
    chance.pick((_snowman, _skiers, _snowman))(sheet, home + chance.side() * chance.number(150, 240), 790)
    frame_with_trees(sheet, 868, chance.number(560, 740))
    _snowfall(sheet, chance.pick((0, 130, 220)))


def _snow_wood(sheet: Sheet, ridge: Height, home: float):
    chance = sheet.chance
    places = sorted((chance.number(30, 90), home + chance.side() * chance.number(190, 700)) for _ in range(12))
    for below, x in places:
        trees.spruce(sheet, x, ridge(x) + below, chance.number(130, 250))


def _track(sheet: Sheet, x: float, y: float):
    inks, chance = sheet.inks, sheet.chance
    swing = chance.number(-150, 150)
    line = [(x + swing * math.sin(step / 20 * 3), y + (910 - y) * step / 20) for step in range(21)]
    sheet.taper(line, 20, 130, mix(inks.path, inks.light, 0.3))
    for side in (-0.3, 0.3):
        rut = [(px + side * (20 + 110 * place / 20), py) for place, (px, py) in enumerate(line)]
        sheet.taper(rut, 2, 10, mix(inks.path, inks.far, 0.5))


def _snowman(sheet: Sheet, x: float, foot: float):
    inks, chance = sheet.inks, sheet.chance
    stamp = Stamp(sheet, x, foot, 130, chance.side())
    trees.shadow(sheet, x, foot, 60)
    shade = mix(inks.path, inks.far, 0.2)
    for y, size in ((0.26, 0.3), (0.66, 0.22), (0.98, 0.16)):
        stamp.oval(0.02, y, size, size, shade)
        stamp.oval(-0.025, y + 0.02, size * 0.88, size * 0.92, inks.light)
    stamp.area([(0, 1.0), (0.24, 0.96), (0, 0.94)], mix(inks.rye, inks.madder, 0.3))
    stamp.area([(-0.17, 1.08), (-0.13, 1.3), (0.13, 1.3), (0.17, 1.08)], mix(inks.deep, inks.bark, 0.3))
    stamp.box(-0.16, 0.8, 0.32, 0.055, inks.madder)
    stamp.area([(0.04, 0.84), (0.14, 0.84), (0.16, 0.56), (0.08, 0.56)], inks.madder)
    for side in (-1, 1):
        stamp.taper([(side * 0.18, 0.7), (side * 0.46, 0.86)], 0.03, 0.018, inks.bark)
    for at in (-90, 96):
        person(sheet, x + at, foot + chance.number(-4, 14), 140, "child", chance.pick(("up", "right")))


def _skiers(sheet: Sheet, x: float, foot: float):
    inks, chance = sheet.inks, sheet.chance
    for at, kind in ((-70, "woman"), (80, "man")):
        here = Stamp(sheet, x + at, foot, 140)
        here.taper([(-0.55, -0.01), (0.5, -0.01), (0.6, 0.05)], 0.022, 0.018, inks.madder)
        person(sheet, x + at, foot, 140, kind, chance.pick(("joined", "right")))
        for side in (-0.27, 0.29):
            here.taper([(side, 0.6), (side * 1.5 - 0.06, 0)], 0.014, 0.012, inks.bark)


def _snowfall(sheet: Sheet, number: int):
    chance = sheet.chance
    for _ in range(number):
        size = chance.number(1.5, 4)
        sheet.oval(chance.number(0, WIDTH), chance.number(0, HEIGHT), size, size, sheet.inks.light)
