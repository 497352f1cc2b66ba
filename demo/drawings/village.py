"""Pictures of what stands in and around a village."""

import math

from demo.drawings import land, landmarks, trees
from demo.drawings.houses import barn, bunting, cottage, white_ink
from demo.drawings.inks import mix
from demo.drawings.land import Height, Ridge
from demo.drawings.nature import backdrop, frame_with_trees
from demo.drawings.people import person
from demo.drawings.sheet import HEIGHT, WIDTH, Sheet
from demo.drawings.stamp import Stamp
from demo.drawings.train import line, train


def lawn(sheet: Sheet, level: float, swell: float = 12) -> Ridge:
    """Mown ground up to the viewer's feet."""
    inks, chance = sheet.inks, sheet.chance
    ground = Ridge(chance, level, swell, 1100)
    land.hill(sheet, ground, inks.meadow, mix(inks.ground, inks.near, 0.0 if inks.is_snowy else 0.3))
    cut = mix(inks.path, inks.far, 0.15) if inks.is_snowy else mix(inks.ground, inks.near, 0.3)
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
        points.append((across, top + (915 - top) * share, thin + (wide - thin) * share**1.4))
    left = [(px - w / 2, y) for px, y, w in points]
    right = [(px + w / 2, y) for px, y, w in points]
    edge = mix(inks.path, inks.near, 0.3)
    sheet.area([(px - 5, y) for px, y in left] + [(px + 5, y) for px, y in right[::-1]], edge)
    sheet.area(left + right[::-1], inks.path)
    for px, y, w in points[2:]:
        for _ in range(2):
            at = chance.number(-0.38, 0.25) * w
            sheet.gouge(px + at, y, px + at + w * 0.12, y + 1, 1.5 + w * 0.014, mix(inks.path, inks.near, 0.22))


def wood_behind(sheet: Sheet, ground: Height, tall: float, number: int = 9):
    """Round trees and spruces along the back of the village."""
    inks, chance = sheet.inks, sheet.chance
    land.wood_line(sheet, ground, tall * 0.42, mix(inks.near, inks.mid, 0.35))
    for place in range(number):
        x = (place + chance.number(0.1, 0.9)) * WIDTH / number
        kind = chance.pick((trees.broadleaf, trees.broadleaf, trees.spruce, trees.birch))
        kind(sheet, x, ground(x) + 14, tall * chance.number(0.75, 1.1))


def people_about(sheet: Sheet, spots: list[tuple[float, float]], number: int):
    """People here and there on the given spots, the far ones smaller and drawn first."""
    chance = sheet.chance
    for x, y in sorted(spots[:number], key=lambda spot: spot[1]):
        person(sheet, x, y, 40 + (y - 560) * 0.36, None, chance.pick(("down", "down", "right")))


def manor(sheet: Sheet):
    """A manor behind its lawn or pond, among old lindens."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, 440, 2)
    x, wide = chance.number(740, 860), chance.number(720, 900)
    ground = Ridge(chance, 560, 6, 1100)
    wood_behind(sheet, ground, chance.number(240, 320))
    land.hill(sheet, ground, inks.meadow, inks.ground)
    landmarks.manor(sheet, x, 590, wide)
    if chance.yes():
        _pond_before(sheet)
    else:
        lawn(sheet, 606, 4)
        walk(sheet, x, 604, 90, 330)
        _flower_beds(sheet, x)
        spots = [(x + 60, 680), (x - 40, 690), (690, 800), (x + 190, 720)]
        people_about(sheet, spots, chance.whole(2, 4))
    for side in (-1, 1):
        at = x + side * wide * chance.number(0.6, 0.7)
        trees.broadleaf(sheet, at, 640, chance.number(300, 390), 0.7)
    frame_with_trees(sheet, 880, chance.number(600, 720))


def _pond_before(sheet: Sheet):
    inks, chance = sheet.inks, sheet.chance
    land.band(sheet, lambda x: 600, lambda x: 642, inks.ground)
    land.water(sheet, 640)
    for _ in range(12):
        x = chance.side() * chance.number(130, 800) + 800
        trees.bush(sheet, x, 644, chance.number(40, 90))
    edge = Ridge(chance, 868, 14, 900)
    land.hill(sheet, edge, inks.meadow, mix(inks.ground, inks.near, 0.4))
    land.grass(sheet, edge, mix(inks.ground, inks.near, 0.7), depth=40, number=60, tall=26)
    for side in (-1, 1):
        trees.reeds(sheet, 800 + side * chance.number(420, 640), 878, 170, 120)
    people = [(chance.number(640, 960), 858)]
    for x, y in people:
        person(sheet, x, y, 150, "woman")
        person(sheet, x + 60, y + 2, 150, "child", "right")


def _flower_beds(sheet: Sheet, middle: float):
    inks, chance = sheet.inks, sheet.chance
    for side in (-1, 1):
        x, y = middle + side * 260, 690
        sheet.oval(x, y, 120, 26, mix(inks.ground, inks.near, 0.6) if not inks.is_snowy else inks.path)
        for _ in range(0 if inks.is_snowy else 60):
            turn, reach = chance.number(0, 6.28), chance.number(0, 1) ** 0.5
            ink = chance.pick((inks.madder, inks.light, inks.rye))
            sheet.oval(x + math.cos(turn) * 108 * reach, y - 4 + math.sin(turn) * 21 * reach, 5, 4.4, ink)


def church(sheet: Sheet):
    """A white village church on its rise, with lindens, a stone wall and people on the path."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, 500, 3, chance.number(950, 1250))
    x, wide = chance.number(740, 880), chance.number(390, 450)
    rise = Ridge(chance, 0, 6, 700)

    def ground(place: float) -> float:
        return 590 + 46 * min(1.0, (abs(place - x) / 620) ** 2) + rise(place)

    land.wood_line(sheet, lambda place: ground(place) + 8, 80, mix(inks.near, inks.mid, 0.35))
    land.hill(sheet, ground, inks.meadow, inks.ground)
    for at in (-0.95, -0.7, 0.68, 0.95):
        trees.broadleaf(sheet, x + at * wide, ground(x + at * wide) + 4, chance.number(210, 300), 0.75)
    landmarks.church(sheet, x, ground(x) + 26, wide)
    land.carve(sheet, ground, mix(inks.ground, inks.near, 0.25), depth=300, rows=11)
    walk(sheet, x - wide * 0.31, ground(x) + 30)
    _stone_wall(sheet, x, ground)
    people_about(sheet, [(x - wide * 0.33, 668), (x - 60, 690), (x - 170, 730), (x - 110, 735), (x + 40, 820)], chance.whole(2, 5))
    if chance.yes(0.5):
        cottage(sheet, x + chance.side() * chance.number(480, 560), 690, 210)
    frame_with_trees(sheet, 880, chance.number(560, 720))


def _stone_wall(sheet: Sheet, x: float, ground: Height):
    """A dry wall of field stones with a gap for the path."""
    inks, chance = sheet.inks, sheet.chance
    for side in (-1, 1):
        at = 95.0
        while at < 1000:
            here = x - 140 + side * at
            foot = ground(here) + 96
            for row in range(2):
                size = chance.number(15, 23)
                stone = mix(inks.far, chance.pick((inks.light, inks.deep, inks.bark)), 0.3)
                sheet.oval(here + row * 9, foot - row * 19, size, 12, mix(stone, inks.deep, 0.4))
                sheet.oval(here + row * 9 - 1, foot - row * 19 - 2, size * 0.88, 9.5, inks.light if inks.is_snowy and row else stone)
            at += 31


def school(sheet: Sheet):
    """A school with children in its yard."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, 450, 2)
    x, wide = chance.number(750, 850), chance.number(700, 860)
    ground = Ridge(chance, 560, 6, 1100)
    wood_behind(sheet, ground, chance.number(220, 300))
    land.hill(sheet, ground, inks.meadow, inks.ground)
    landmarks.school(sheet, x, 596, wide)
    lawn(sheet, 608, 4)
    walk(sheet, x, 606, 80, 340)
    for side in (-1, 1):
        for bay in (0.2, 0.31, 0.42):
            trees.bush(sheet, x + side * wide * bay, 610, 64)
    _children(sheet, x)
    chance.pick((_bicycles, _hopscotch))(sheet, x + chance.side() * 330, 720)
    frame_with_trees(sheet, 880, chance.number(560, 700))


def _children(sheet: Sheet, x: float):
    inks, chance = sheet.inks, sheet.chance
    for row, (y, number) in enumerate(((650, 4), (715, 4), (800, 3))):
        for place in range(number):
            here = x + (place - number / 2 + chance.number(0.1, 0.9)) * (110 + row * 60)
            tall = 92 + (y - 640) * 0.5
            kind = "child" if chance.yes(0.8) else "woman"
            person(sheet, here, y + chance.number(-8, 12), tall, kind, chance.pick(("down", "up", "right", "down")))
            if kind == "child" and chance.yes(0.6):
                bag = Stamp(sheet, here, y, tall * 0.66, chance.side())
                bag.area([(0.07, 0.52), (0.07, 0.76), (0.17, 0.74), (0.18, 0.54)], chance.pick((inks.madder, inks.rye, inks.cloths[3])))


def bicycle(sheet: Sheet, x: float, foot: float, tall: float):
    """A bicycle that leans on nothing, as they do in pictures."""
    stamp = Stamp(sheet, x, foot, tall, sheet.chance.side())
    inks = sheet.inks
    for at in (-0.42, 0.42):
        sheet.ring(*stamp.place(at, 0.3), 0.3 * tall, max(2, 0.035 * tall), inks.deep)
        stamp.oval(at, 0.3, 0.035, 0.035, inks.deep)
    paint = sheet.chance.pick((inks.madder, inks.spruce_light, inks.rye, inks.cloths[3]))
    for ends in (((-0.42, 0.3), (-0.16, 0.68)), ((-0.16, 0.68), (0.26, 0.66)), ((-0.06, 0.28), (0.26, 0.66)), ((-0.42, 0.3), (-0.06, 0.28)), ((-0.06, 0.28), (-0.2, 0.76)), ((0.42, 0.3), (0.24, 0.84))):
        stamp.taper(list(ends), 0.04, 0.04, paint)
    stamp.gouge(-0.3, 0.78, -0.06, 0.77, 0.08, inks.deep)
    stamp.taper([(0.24, 0.84), (0.12, 0.88)], 0.04, 0.04, inks.deep)


def _bicycles(sheet: Sheet, x: float, y: float):
    for place in range(3):
        bicycle(sheet, x + place * 70, y + place * 7, 92)


def _hopscotch(sheet: Sheet, x: float, y: float):
    """Chalked squares and a child that hops."""
    inks = sheet.inks
    sheet.oval(x, y + 8, 150, 40, inks.path)
    for square in range(4):
        across = x - 86 + square * 44
        corners = [(across, y + 18), (across + 10, y - 4), (across + 46, y - 4), (across + 36, y + 18), (across, y + 18)]
        sheet.stroke(corners, 3, mix(inks.light, inks.madder, 0.15))
    person(sheet, x, y + 8, 150, "child", "up")


def hall(sheet: Sheet):
    """The parish hall on the evening of a feast, people on their way in."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, 450, 2)
    x, wide = chance.number(750, 850), chance.number(720, 860)
    ground = Ridge(chance, 560, 6, 1100)
    wood_behind(sheet, ground, chance.number(230, 320))
    land.hill(sheet, ground, inks.meadow, inks.ground)
    landmarks.hall(sheet, x, 606, wide)
    lawn(sheet, 618, 4)
    walk(sheet, x, 622, 190, 420)
    for side in (-1, 1):
        trees.bush(sheet, x + side * wide * 0.28, 622, 80)
        trees.bush(sheet, x + side * wide * 0.42, 624, 90)
        at = x + side * wide * 0.36
        pole = white_ink(Stamp(sheet, at, 700, 1))
        sheet.taper([(at, 700), (at, 470)], 7, 5, pole)
        bunting(sheet, (at, 474), (x, 400), 30)
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
    inks, chance = sheet.inks, sheet.chance
    trees.spruce(sheet, x, y, 270)
    for light in range(24):
        share = (light + 0.5) / 24
        here = x + chance.number(-1, 1) * 50 * share
        sheet.glow(here, y - 260 + 225 * share, 13, inks.window, 0.7)
        sheet.oval(here, y - 260 + 225 * share, 4, 4, mix(inks.window, inks.light, 0.4))


def park(sheet: Sheet):
    """An old park: a round pavilion, an avenue of lindens, benches and people at leisure."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, 430, 2)
    x = chance.number(720, 880)
    ground = Ridge(chance, 545, 8, 1100)
    wood_behind(sheet, ground, chance.number(200, 260), 11)
    lawn(sheet, 556, 5)
    has_pond = chance.yes()
    landmarks.rotunda(sheet, x, 640, chance.number(260, 330))
    walk(sheet, x, 652, 120, 330)
    for side in (-1, 1):
        for row, (away, foot, tall) in enumerate(((330, 640, 330), (470, 720, 430), (680, 850, 620))):
            trees.broadleaf(sheet, 800 + side * (away + chance.number(-20, 20)), foot, tall, chance.number(0.6, 0.75))
            if row == 1:
                _bench(sheet, 800 + side * chance.number(250, 330), foot + 34, 130, chance.yes(0.7))
    if has_pond:
        _ducks(sheet, x + chance.side() * 300, 800)
    _lamp(sheet, x + chance.side() * 190, 720)
    people_about(sheet, [(x + 20, 720), (x - 50, 790), (x + 70, 795), (x + 130, 690)], chance.whole(2, 4))
    _dog(sheet, x + 110, 802)


def _bench(sheet: Sheet, x: float, foot: float, wide: float, is_taken: bool):
    inks, chance = sheet.inks, sheet.chance
    wood = mix(inks.crop, inks.bark, 0.45)
    trees.shadow(sheet, x, foot, wide * 0.5)
    for side in (-0.42, 0.42):
        sheet.box(x + side * wide - 4, foot - 62, 8, 62, mix(inks.deep, inks.far, 0.2))
    for row in (-62, -48):
        sheet.box(x - wide / 2, foot + row, wide, 9, wood)
    if is_taken:
        for at in (-0.22, 0.2):
            sitter(sheet, x + at * wide, foot - 24, 120, chance.pick(("granny", "man", "woman")))
    sheet.box(x - wide / 2, foot - 28, wide, 9, mix(wood, inks.light, 0.2))
    if is_taken:
        for at in (-0.22, 0.2):
            for leg in (-9, 9):
                sheet.taper([(x + at * wide + leg, foot - 26), (x + at * wide + leg, foot + 2)], 11, 8, inks.deep)


def sitter(sheet: Sheet, x: float, seat: float, tall: float, kind: str, back: bool = False):
    """Somebody who sits; only what is above the seat is drawn."""
    from demo.drawings.people import head as draw_head

    stamp = Stamp(sheet, x, seat, tall, sheet.chance.side())
    coat = sheet.chance.pick(sheet.inks.cloths)
    shoulders = [(-0.16, 0), (-0.155, 0.3), (-0.11, 0.39), (-0.04, 0.42), (0.04, 0.42), (0.11, 0.39), (0.155, 0.3), (0.16, 0)]
    stamp.area(shoulders, coat)
    for side in (-1, 1):
        stamp.gouge(side * 0.1, 0.32, side * 0.105, 0.0, 0.016, mix(coat, sheet.inks.deep, 0.35))
    draw_head(stamp, 0, 0.52, 0.098, kind, back)


def _ducks(sheet: Sheet, x: float, y: float):
    """A small pond with ducks on it."""
    inks, chance = sheet.inks, sheet.chance
    sheet.oval(x, y + 5, 216, 52, mix(inks.near, inks.deep, 0.2))
    sheet.oval(x, y + 9, 210, 48, inks.water)
    for _ in range(22):
        turn, reach = chance.number(0, 6.28), chance.number(0, 0.8)
        here, low = x + math.cos(turn) * 190 * reach, y + 9 + math.sin(turn) * 42 * reach
        sheet.gouge(here - 22, low, here + 22, low, 3.4, mix(inks.shine, inks.water, 0.35))
    for at in (-80, -10, 70):
        stamp = Stamp(sheet, x + at, y + chance.number(-8, 26), 40, chance.side())
        stamp.area([(-0.6, 0.3), (-0.4, 0), (0.35, 0), (0.5, 0.2), (0.3, 0.36), (-0.2, 0.34)], mix(inks.bark, inks.light, 0.3))
        stamp.oval(0.45, 0.5, 0.17, 0.16, mix(inks.spruce, inks.near, 0.3))
        stamp.area([(0.58, 0.53), (0.82, 0.44), (0.58, 0.43)], inks.rye)


def _lamp(sheet: Sheet, x: float, foot: float):
    inks = sheet.inks
    stamp = Stamp(sheet, x, foot, 200)
    if inks.is_dark:
        sheet.glow(*stamp.place(0, 0.92), 150, inks.window, 0.6)
    stamp.taper([(0, 0), (0, 0.86)], 0.035, 0.02, inks.deep)
    stamp.box(-0.04, 0, 0.08, 0.05, inks.deep)
    stamp.area([(-0.045, 0.86), (-0.065, 0.98), (0.065, 0.98), (0.045, 0.86)], mix(inks.window, inks.light, 0.3) if inks.is_dark else inks.light)
    stamp.area([(-0.08, 0.975), (0, 1.05), (0.08, 0.975)], inks.deep)


def _dog(sheet: Sheet, x: float, foot: float):
    stamp = Stamp(sheet, x, foot, 50, sheet.chance.side())
    coat = sheet.chance.pick((sheet.inks.bark, sheet.inks.light, mix(sheet.inks.rye, sheet.inks.bark, 0.4)))
    for leg in (-0.4, -0.26, 0.2, 0.34):
        stamp.taper([(leg, 0.45), (leg, 0)], 0.14, 0.1, coat)
    stamp.area([(-0.5, 0.7), (-0.48, 0.36), (0.44, 0.36), (0.5, 0.74)], coat)
    stamp.area([(0.3, 0.7), (0.46, 1.08), (0.66, 1.1), (0.92, 0.9), (0.88, 0.8), (0.6, 0.76), (0.5, 0.5)], coat)
    stamp.area([(0.42, 1.08), (0.34, 0.8), (0.52, 0.88)], mix(coat, sheet.inks.deep, 0.4))
    stamp.taper([(-0.46, 0.66), (-0.72, 0.98)], 0.12, 0.05, coat)


def railway(sheet: Sheet):
    """The narrow-gauge train with its plume of steam among fields."""
    inks, chance = sheet.inks, sheet.chance
    horizon = chance.number(370, 430)
    backdrop(sheet, horizon, 3)
    ridge = Ridge(chance, horizon, 22, 1000)
    land.wood_line(sheet, ridge, 40, mix(inks.mid, inks.near, 0.6))
    tones = [inks.meadow, inks.ground, inks.crop, mix(inks.ground, inks.near, 0.0 if inks.is_snowy else 0.25)]
    land.strips(sheet, ridge, 660, tones, chance.number(1.4, 2.2))
    farm = chance.number(300, 1300)
    cottage(sheet, farm, ridge(farm) + 60, 130)
    for _ in range(7):
        x = chance.number(0, 1600)
        chance.pick((trees.birch, trees.spruce, trees.broadleaf))(sheet, x, 612 + chance.number(-20, 10), chance.number(110, 210))
    level = chance.number(680, 720)
    land.band(sheet, lambda x: level - 30, lambda x: level + 60, mix(inks.ground, inks.near, 0.1 if inks.is_snowy else 0.3))
    _telegraph(sheet, level - 20)
    line(sheet, level)
    train(sheet, chance.number(980, 1180), level - 3, chance.pick((2, 3, 4)))
    front = Ridge(chance, level + 56, 10, 800)
    land.hill(sheet, front, inks.meadow, mix(inks.ground, inks.near, 0.1 if inks.is_snowy else 0.45))
    shade = mix(inks.ground, inks.near, 0.3 if inks.is_snowy else 0.65)
    land.grass(sheet, front, shade, depth=170, number=110, tall=32)
    if not inks.is_snowy:
        trees.flowers(sheet, level + 80, 900, chance.pick((40, 80)))
    if chance.yes(0.6):
        _waving(sheet, chance.number(560, 1000), level + 128)
    frame_with_trees(sheet, 880, chance.number(520, 680))


def _telegraph(sheet: Sheet, level: float):
    inks, chance = sheet.inks, sheet.chance
    wood = mix(inks.bark, inks.deep, 0.2)
    start = chance.number(-150, 0)
    tops = []
    for pole in range(6):
        x = start + pole * 340
        sheet.taper([(x, level), (x, level - 260)], 9, 7, wood)
        for arm in (244, 220):
            sheet.box(x - 26, level - arm, 52, 6, wood)
        tops.append((x, level - 246))
    for (x, y), (next_x, next_y) in zip(tops, tops[1:], strict=False):
        for lift, at in ((0, -22), (0, 22), (24, 22)):
            wire = [(x + at + (next_x - x) * part / 10, y + lift + 90 * (part / 10) * (1 - part / 10)) for part in range(11)]
            sheet.stroke(wire, 1.5, mix(wood, inks.far, 0.4))


def _waving(sheet: Sheet, x: float, y: float):
    """Children who wave at the train."""
    for at in (0, 70):
        person(sheet, x + at, y + at * 0.1, 165, "child", "up")


def bridge(sheet: Sheet):
    """A bridge over a river, of stone or of wood, with the village behind it."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, 420, 3)
    shore = chance.number(610, 650)
    ground = Ridge(chance, 520, 14, 900)
    land.wood_line(sheet, ground, 60, mix(inks.mid, inks.near, 0.5))
    land.hill(sheet, ground, inks.meadow, inks.ground)
    _village_behind(sheet, ground)
    land.band(sheet, lambda x: shore - 22, lambda x: shore + 2, mix(inks.ground, inks.near, 0.5))
    for _ in range(10):
        trees.bush(sheet, chance.number(0, 1600), shore - 4, chance.number(60, 130))
    chance.pick((_stone_bridge, _stone_bridge, _wooden_bridge))(sheet, shore)
    land.water(sheet, shore)
    for side in (-1, 1):
        bank = [(800 + side * 840, shore - 10), (800 + side * 560, shore + 20), (800 + side * 500, shore + 110), (800 + side * 330, 910), (800 + side * 840, 910)]
        sheet.wash(bank, inks.meadow, mix(inks.ground, inks.near, 0.1 if inks.is_snowy else 0.5))
        trees.reeds(sheet, 800 + side * chance.number(400, 470), 890, 150, 130)
        for _ in range(2):
            trees.bush(sheet, 800 + side * chance.number(560, 760), chance.number(740, 880), chance.number(120, 200))
    frame_with_trees(sheet, 880, chance.number(600, 720))


def _village_behind(sheet: Sheet, ground: Height):
    chance = sheet.chance
    middle = chance.number(560, 1040)
    if chance.yes(0.6):
        landmarks.church(sheet, middle, ground(middle) + 26, 150)
    for at in (-260, -120, 130, 270, 400):
        x = middle + at + chance.number(-30, 30)
        if chance.yes(0.6):
            chance.pick((cottage, cottage, barn))(sheet, x, ground(x) + 40, chance.number(100, 140))
        else:
            trees.broadleaf(sheet, x, ground(x) + 40, chance.number(110, 160))


def _stone_bridge(sheet: Sheet, shore: float):
    """Two or three round arches of field stone under a humped way."""
    inks, chance = sheet.inks, sheet.chance
    arches = chance.pick((1, 2, 3))
    stone = mix(mix(inks.far, inks.bark, 0.3), inks.light, 0.35)

    def way(x: float) -> float:
        return shore - 165 + 75 * min(1.4, abs((x - 800) / 620) ** 2)

    _crossing(sheet, way)
    span = 2 * math.pi
    outline = [(x, way(x)) for x in range(140, 1470, 10)]
    wide = {1: 520, 2: 330, 3: 250}[arches]
    lower = []
    for arch in range(arches):
        middle = 800 + (arch - (arches - 1) / 2) * (wide + 50)
        rise = min(wide / 2, 118)
        for step in range(19):
            turn = span / 2 * (1 - step / 18)
            lower.append((middle + wide / 2 * math.cos(turn), shore + 2 - rise * math.sin(turn)))
    sheet.area([*outline, (1470, shore + 2), *lower[::-1], (140, shore + 2)], stone)
    _stones(sheet, (outline, lower, wide, arches), way, shore, stone)
    rail = [(x, way(x) - 10) for x in range(140, 1480, 20)]
    sheet.stroke(rail, 13, inks.light if inks.is_snowy else mix(stone, inks.light, 0.35))
    sheet.stroke([(x, y + 11) for x, y in rail], 4, mix(stone, inks.deep, 0.4))


def _stones(sheet: Sheet, form: tuple, way: Height, shore: float, stone):
    inks, chance = sheet.inks, sheet.chance
    _, lower, wide, arches = form
    for x, y in lower:
        sheet.oval(x, y - 7, 13, 10, mix(stone, inks.light, chance.number(0.1, 0.4)))
        sheet.ring(x, y - 7, 11, 1.5, mix(stone, inks.deep, 0.45))
    rise = min(wide / 2, 118)
    for _ in range(240):
        x = chance.number(150, 1450)
        y = chance.number(way(x) + 14, shore - 8)
        clear = True
        for arch in range(arches):
            middle = 800 + (arch - (arches - 1) / 2) * (wide + 50)
            if ((x - middle) / (wide / 2 + 30)) ** 2 + ((shore - y) / (rise + 26)) ** 2 < 1:
                clear = False
        if clear:
            sheet.gouge(x - 13, y, x + 13, y + chance.number(-2, 2), 7, mix(stone, chance.pick((inks.deep, inks.light)), 0.22))


def _wooden_bridge(sheet: Sheet, shore: float):
    """A footbridge of planks on crossed posts, with a railing."""
    inks = sheet.inks
    wood = mix(inks.crop, inks.bark, 0.5)
    dark = mix(wood, inks.deep, 0.4)

    def way(x: float) -> float:
        return shore - 120 + 40 * abs((x - 800) / 620) ** 2

    for post in range(9):
        x = 200 + post * 150
        for side in (-14, 14):
            sheet.taper([(x + side * 0.6, way(x)), (x + side * 1.6, shore + 4)], 12, 14, dark)
        if post < 8:
            sheet.taper([(x, way(x) + 20), (x + 150, shore)], 6, 6, dark)
            sheet.taper([(x, shore), (x + 150, way(x + 150) + 20)], 6, 6, dark)
    _crossing(sheet, way)
    for x in range(150, 1460, 46):
        sheet.box(x, way(x) - 58, 6, 60, wood)
    for lift, thick in ((0, 14), (-30, 6), (-58, 9)):
        ink = inks.light if inks.is_snowy and lift == -58 else mix(wood, inks.light, 0.25)
        sheet.stroke([(x, way(x) + lift) for x in range(140, 1480, 20)], thick, ink)


def _crossing(sheet: Sheet, way: Height):
    """Who is on the bridge just now."""
    chance = sheet.chance
    x = chance.number(620, 760)
    for at in (0, 62, chance.number(190, 330)):
        person(sheet, x + at, way(x + at) + 12, 118)
    if chance.yes():
        bicycle(sheet, x - 90, way(x - 90) + 2, 84)
