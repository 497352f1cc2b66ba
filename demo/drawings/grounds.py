"""What a scene stands on and in: distance, lawns, paths, trees around, small furniture."""

import math

from demo.drawings import land, trees
from demo.drawings.inks import mix
from demo.drawings.land import Height, Ridge
from demo.drawings.lines import sagging
from demo.drawings.people import person, sitter
from demo.drawings.sheet import HEIGHT, WIDTH, Point, Sheet
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
    if kind is trees.broadleaf:
        kind(sheet, 800 + side * chance.number(770, 840), foot, tall * chance.number(0.85, 1.0))
    else:
        kind(sheet, 800 + side * chance.number(640, 720), foot, tall * chance.number(0.85, 1.0))
        x = 800 + side * chance.number(770, 840)
        kind(sheet, x, foot + 16, tall * chance.number(0.7, 0.95))
    if chance.yes(0.4):
        chance.pick(kinds)(sheet, 800 - side * chance.number(740, 820), foot, tall * 0.7)


def wood_behind(sheet: Sheet, ground: Height, tall: float, number: int = 9):
    """Round trees, birches and spruces along the back of a village, and the ground before them."""
    inks, chance = sheet.inks, sheet.chance
    land.wood_line(sheet, ground, tall * 0.42, mix(inks.near, inks.mid, 0.35))
    land.hill(sheet, ground, inks.meadow, inks.ground)
    kinds = (trees.broadleaf, trees.broadleaf, trees.spruce, trees.birch)
    for place in range(number):
        x = (place + chance.number(0.1, 0.9)) * WIDTH / number
        chance.pick(kinds)(sheet, x, ground(x) + 14, tall * chance.number(0.75, 1.1))


def lawn(sheet: Sheet, level: float, swell: float = 12) -> Ridge:
    """Mown ground, or snow, up to the viewer's feet."""
    inks, chance = sheet.inks, sheet.chance
    ground = Ridge(chance, level, swell, 1100)
    land.hill(sheet, ground, inks.meadow, mix(inks.ground, inks.shade, 0.35))
    cut = mix(inks.ground, inks.shade, 0.5)
    land.carve(sheet, ground, cut, depth=HEIGHT - level, rows=11)
    return ground


def walk(sheet: Sheet, x: float, top: float, thin: float = 26, wide: float = 230):
    """A path that winds from a door to the lower edge of the picture."""
    inks, chance = sheet.inks, sheet.chance
    end, sway = chance.number(640, 960), chance.number(-70, 70)
    points = []
    for step in range(25):
        share = step / 24
        across = x + (end - x) * share**1.3 + sway * math.sin(math.pi * share)
        half = (thin + (wide - thin) * share**1.4) / 2
        points.append((across, top + (915 - top) * share, half))
    for rim, ink in ((5, mix(inks.path, inks.near, 0.3)), (0, inks.path)):
        left = [(px - half - rim, y) for px, y, half in points]
        sheet.area(left + [(px + half + rim, y) for px, y, half in points[::-1]], ink)
    for px, y, half in points[2:] * 2:
        start = px + chance.number(-0.76, 0.5) * half
        cut = mix(inks.path, inks.near, 0.22)
        sheet.gouge(start, y, start + half * 0.24, y + 1, 1.5 + half * 0.028, cut)


def people_about(sheet: Sheet, spots: list[Point], number: int):
    """People on the first few of the given spots, the far ones smaller and drawn first."""
    for x, y in sorted(spots[:number], key=lambda spot: spot[1]):
        arms = sheet.chance.pick(("down", "down", "right"))
        person(sheet, x, y, 40 + (y - 560) * 0.36, arms=arms)


def bench(sheet: Sheet, x: float, foot: float, wide: float, *, is_taken: bool = True):
    """A garden bench, with two people on it if it is taken."""
    inks = sheet.inks
    wood = mix(inks.crop, inks.bark, 0.45)
    land.shadow(sheet, x, foot, wide * 0.5)
    for side in (-0.42, 0.42):
        sheet.box(x + side * wide - 4, foot - 62, 8, 62, mix(inks.deep, inks.far, 0.2))
    for row in (-62, -48):
        sheet.box(x - wide / 2, foot + row, wide, 9, wood)
    seats = [x - 0.22 * wide, x + 0.2 * wide] if is_taken else []
    for seat in seats:
        sitter(sheet, seat, foot - 24, 120)
    sheet.box(x - wide / 2, foot - 28, wide, 9, mix(wood, inks.light, 0.2))
    for seat in seats:
        for leg in (seat - 9, seat + 9):
            sheet.taper([(leg, foot - 26), (leg, foot + 2)], 11, 8, inks.deep)


def bicycle(sheet: Sheet, x: float, foot: float, tall: float):
    """A bicycle that stands by itself, as they do in pictures."""
    stamp = Stamp(sheet, x, foot, tall, sheet.chance.side())
    inks = sheet.inks
    for at in (-0.42, 0.42):
        sheet.ring(*stamp.place(at, 0.3), 0.3 * tall, max(2, 0.035 * tall), inks.deep)
        stamp.oval(at, 0.3, 0.035, 0.035, inks.deep)
    paint = sheet.chance.pick((inks.madder, inks.spruce_light, inks.rye, inks.cloths[3]))
    hub, saddle, crank, front, fork = (
        (-0.42, 0.3), (-0.16, 0.68), (-0.06, 0.28), (0.26, 0.66), (0.42, 0.3),
    )  # fmt: skip
    for tube in (
        [hub, saddle, front, crank, hub], [crank, (-0.2, 0.76)], [fork, (0.24, 0.84)],
    ):  # fmt: skip
        sheet.stroke([stamp.place(*point) for point in tube], max(2, 0.04 * tall), paint)
    stamp.gouge(-0.3, 0.78, -0.06, 0.77, 0.08, inks.deep)
    stamp.taper([(0.24, 0.84), (0.12, 0.88)], 0.04, 0.04, inks.deep)


def bunting(sheet: Sheet, start: Point, end: Point, sag: float):
    """A string of small pennants between two points."""
    inks = sheet.inks
    colours = (inks.madder, inks.rye, inks.light, inks.spruce_light)
    number = max(5, int(abs(end[0] - start[0]) / 34))
    line = sagging(start, end, sag, number * 2)
    for flag in range(number):
        (x, y), (next_x, next_y) = line[flag * 2], line[flag * 2 + 1]
        tip = ((x + next_x) / 2, (y + next_y) / 2 + 24)
        sheet.area([(x, y), (next_x, next_y), tip], colours[flag % 4])
    sheet.stroke(line, 2, mix(inks.deep, inks.far, 0.2))
