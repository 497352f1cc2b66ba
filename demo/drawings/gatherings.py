"""Pictures of people who have come together out of doors."""

import math

from demo.drawings import land, landmarks, trees
from demo.drawings.houses import bunting, cottage, white_ink
from demo.drawings.inks import Ink, mix
from demo.drawings.land import Ridge
from demo.drawings.nature import backdrop, frame_with_trees
from demo.drawings.people import head, person
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp
from demo.drawings.village import lawn, sitter, walk, wood_behind


def stage(sheet: Sheet):
    """A choir on an open-air stage, the audience before it on benches."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, 430, 2)
    ground = Ridge(chance, 545, 10, 1100)
    wood_behind(sheet, ground, chance.number(260, 360), 11)
    lawn(sheet, 556, 6)
    x, wide = chance.number(760, 840), chance.number(640, 780)
    foot = 640
    _shell(sheet, x, foot, wide)
    _choir(sheet, x, foot - wide * 0.075, wide)
    if inks.is_dark:
        sheet.glow(x, foot - wide * 0.2, wide * 0.5, inks.window, 0.42)
    lights = chance.yes(0.7)
    for side in (-1, 1):
        trees.spruce(sheet, x + side * wide * 0.62, foot + 14, chance.number(300, 420))
        top = (x + side * wide * 0.95, foot - 260)
        if lights:
            sheet.taper([(top[0], foot + 60), top], 9, 7, inks.bark)
            _string_of_lights(sheet, top, (x, foot - wide * 0.52), 40)
        else:
            bunting(sheet, top, (x, foot - wide * 0.52), 40)
    _audience(sheet, x)
    frame_with_trees(sheet, 890, chance.number(620, 740))


def _shell(sheet: Sheet, x: float, foot: float, wide: float):
    """A wooden shell whose boards run out like the rays of the sun."""
    stamp = Stamp(sheet, x, foot, wide)
    inks, chance = sheet.inks, sheet.chance
    wood = mix(chance.pick((inks.crop, inks.walls[0], inks.walls[4])), inks.light, 0.3)
    roof = chance.pick((mix(inks.spruce_light, inks.deep, 0.2), inks.roofs[1], inks.madder))
    trees.shadow(sheet, x + wide * 0.25, foot, wide * 0.45)

    def bow(half: float, tall: float) -> list:
        return [(half * math.cos(turn), 0.08 + tall * math.sin(turn)) for turn in (math.pi * step / 32 for step in range(33))]

    stamp.area(bow(0.5, 0.46), roof)
    stamp.area(bow(0.465, 0.425), white_ink(stamp))
    stamp.area(bow(0.452, 0.412), mix(wood, inks.deep, 0.12))
    for ray in range(23):
        turn = math.pi * (ray + 0.5) / 23
        across, up = math.cos(turn), math.sin(turn)
        start, end = (0.1 * across, 0.08 + 0.1 * up), (0.447 * across, 0.08 + 0.407 * up)
        stamp.taper([start, end], 0.004, 0.03, mix(wood, inks.deep, 0.24 if ray % 2 else 0.04))
    stamp.area(bow(0.12, 0.11), mix(wood, inks.rye, 0.4))
    stamp.box(-0.54, 0, 1.08, 0.085, mix(wood, inks.bark, 0.45))
    stamp.box(-0.55, 0.078, 1.1, 0.014, mix(wood, inks.light, 0.3))
    _woven_band(stamp, 0.012, 0.052)


def _woven_band(stamp: Stamp, low: float, tall: float):
    """Lozenges in two colours along the front of the stage, as on a woven belt."""
    inks = stamp.inks
    stamp.box(-0.54, low, 1.08, tall, mix(inks.light, inks.walls[2], 0.3))
    for lozenge in range(27):
        x = -0.52 + lozenge * 0.04
        middle = low + tall / 2
        ink = inks.madder if lozenge % 2 else inks.spruce
        stamp.area([(x - 0.018, middle), (x, low + tall * 0.95), (x + 0.018, middle), (x, low + tall * 0.05)], ink)
        stamp.area([(x - 0.008, middle), (x, low + tall * 0.72), (x + 0.008, middle), (x, low + tall * 0.28)], inks.light)


def _choir(sheet: Sheet, x: float, foot: float, wide: float):
    chance = sheet.chance
    tall = wide * 0.155
    for row, number in enumerate((11, 10, 9)):
        y = foot - (2 - row) * tall * 0.26 - wide * 0.012
        for place in range(number):
            here = x + (place - (number - 1) / 2) * wide * 0.066
            kind = "man" if row == 0 else "woman"
            person(sheet, here, y, tall * chance.number(0.95, 1.03), kind)
    person(sheet, x, foot + wide * 0.01, tall * 1.1, chance.pick(("man", "woman")), "up")


def _string_of_lights(sheet: Sheet, start: tuple, end: tuple, sag: float):
    inks = sheet.inks
    number = 16
    points = []
    for place in range(number + 1):
        share = place / number
        points.append((start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share + sag * 4 * share * (1 - share)))
    sheet.stroke(points, 2, inks.deep)
    for px, py in points[1:-1]:
        if inks.is_dark:
            sheet.glow(px, py + 6, 26, inks.window, 0.7)
        sheet.oval(px, py + 6, 5, 6.5, mix(inks.window if inks.is_dark else inks.rye, inks.light, 0.45))


def _audience(sheet: Sheet, middle: float):
    """Rows of benches seen from behind; the nearest heads are the largest."""
    inks, chance = sheet.inks, sheet.chance
    for row in range(4):
        y, tall = 716 + row * 62, 84 + row * 30
        gap = tall * 0.42
        wood = mix(inks.crop, inks.bark, 0.5 + row * 0.08)
        half = 330 + row * 95
        for place in range(int(half * 2 / gap)):
            x = middle - half + (place + 0.5) * gap + chance.number(-4, 4)
            if abs(x - middle) > 34 + row * 9 and chance.yes(0.74):
                sitter(sheet, x, y, tall, chance.pick(("man", "woman", "granny", "woman", "child")), back=True)
        for side in (-1, 1):
            start = middle + side * (30 + row * 9)
            end = middle + side * half
            sheet.box(min(start, end), y - tall * 0.1, abs(end - start), tall * 0.13, wood)
            sheet.box(min(start, end), y - tall * 0.1, abs(end - start), tall * 0.035, mix(wood, inks.light, 0.25))
            for leg in (0.1, 0.9):
                sheet.box(start + (end - start) * leg - 4, y, 8, tall * 0.22, mix(wood, inks.deep, 0.4))


def market(sheet: Sheet):
    """Stalls with striped awnings, sellers behind them and buyers before."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, 430, 2)
    ground = Ridge(chance, 540, 8, 1100)
    wood_behind(sheet, ground, 190, 8)
    land.hill(sheet, ground, inks.meadow, inks.ground)
    if chance.yes():
        landmarks.church(sheet, chance.number(400, 1200), 590, 260)
    for x in (chance.number(60, 300), chance.number(1260, 1500)):
        cottage(sheet, x, 596, chance.number(230, 300))
    square = Ridge(chance, 600, 4, 900)
    land.hill(sheet, square, mix(inks.path, inks.light, 0.1), mix(inks.path, inks.near, 0.16))
    land.carve(sheet, square, mix(inks.path, inks.bark, 0.25), depth=300, rows=13, length=34)
    shift = chance.number(-60, 60)
    for place, wide in ((-1, 300), (1, 300), (0, 350)):
        x, foot = 800 + shift + place * chance.number(350, 390), 735 if place else 760
        _stall(sheet, x, foot, wide)
    bunting(sheet, (-20, 300), (620, 330), 46)
    bunting(sheet, (620, 330), (1180, 318), 50)
    bunting(sheet, (1180, 318), (1640, 280), 40)
    for _ in range(chance.whole(6, 8)):
        y = chance.number(790, 850)
        x = 800 + chance.number(-1, 1) * 560
        tall = 190 + (y - 790) * 0.6
        person(sheet, x, y, tall, None, chance.pick(("down", "right")))
        if chance.yes(0.5):
            _basket(sheet, x + tall * 0.16, y - tall * 0.36, tall * 0.2)
    _pumpkins(sheet, 800 + chance.side() * chance.number(560, 640), 870)


def _stall(sheet: Sheet, x: float, foot: float, wide: float):
    stamp = Stamp(sheet, x, foot, wide)
    inks, chance = sheet.inks, sheet.chance
    wood = mix(inks.crop, inks.bark, 0.45)
    trees.shadow(sheet, x + wide * 0.1, foot, wide * 0.45)
    stamp.box(-0.46, 0.3, 0.92, 0.45, mix(inks.deep, wood, 0.25))
    person(sheet, x + wide * chance.number(-0.22, 0.22), foot - wide * 0.06, wide * 0.62, chance.pick(("woman", "granny", "man")))
    for post in (-0.47, 0.44):
        stamp.box(post, 0, 0.03, 0.8, mix(wood, inks.deep, 0.2))
    stamp.box(-0.5, 0.0, 1.0, 0.3, wood)
    for board in range(1, 9):
        stamp.gouge(-0.5 + board / 9, 0.01, -0.5 + board / 9, 0.28, 0.008, mix(wood, inks.deep, 0.35))
    for crate in range(4):
        _crate(stamp, -0.46 + crate * 0.235)
    _awning(stamp, chance.pick((inks.madder, inks.spruce_light, inks.rye, inks.cloths[3])))


def _crate(stamp: Stamp, x: float):
    inks, chance = stamp.inks, stamp.chance
    goods = chance.pick((
        (inks.madder, 0.028), (mix(inks.leaf_light, inks.rye, 0.3), 0.028), (inks.rye, 0.034),
        (mix(inks.walls[0], inks.light, 0.2), 0.045), (mix(inks.roofs[0], inks.rye, 0.5), 0.026),
    ))  # fmt: skip
    ink, size = goods
    for row in range(2):
        number = int(0.19 / (size * 1.7))
        for place in range(number):
            tone = mix(ink, chance.pick((inks.light, inks.deep)), chance.number(0.0, 0.18))
            stamp.oval(x + 0.02 + size * 0.8 + place * size * 1.75, 0.375 - row * size * 0.8, size, size * 0.9, tone)
    stamp.box(x, 0.28, 0.21, 0.075, mix(inks.crop, inks.bark, 0.28))
    for slat in (0.3, 0.33):
        stamp.box(x, slat, 0.21, 0.006, mix(inks.bark, inks.deep, 0.3))


def _awning(stamp: Stamp, ink: Ink):
    white = white_ink(stamp)
    for stripe in range(10):
        tone = white if stripe % 2 else ink
        left, right = -0.5 + stripe * 0.1, -0.4 + stripe * 0.1
        foot_left, foot_right = left * 1.16, right * 1.16
        stamp.area([(left, 0.98), (right, 0.98), (foot_right, 0.74), (foot_left, 0.74)], tone)
        middle, half = (foot_left + foot_right) / 2, (foot_right - foot_left) / 2
        hem = [(middle + half * math.cos(turn), 0.742 - 0.045 * math.sin(turn)) for turn in (math.pi * step / 8 for step in range(9))]
        stamp.area(hem, mix(tone, stamp.inks.deep, 0.16))
    stamp.box(-0.505, 0.97, 1.01, 0.018, mix(ink, stamp.inks.deep, 0.35))


def _basket(sheet: Sheet, x: float, y: float, size: float):
    inks, chance = sheet.inks, sheet.chance
    weave = mix(inks.rye, inks.bark, 0.4)
    sheet.ring(x, y, size * 0.42, size * 0.07, mix(weave, inks.deep, 0.3))
    stamp = Stamp(sheet, x, y + size * 0.5, size)
    for place in range(5):
        stamp.oval(-0.34 + place * 0.17, 0.52, 0.13, 0.14, chance.pick((inks.madder, inks.leaf_light, inks.light, inks.rye)))
    stamp.area([(-0.5, 0.5), (-0.36, 0), (0.36, 0), (0.5, 0.5)], weave)
    for row in (0.16, 0.32):
        stamp.gouge(-0.45, row, 0.45, row, 0.06, mix(weave, inks.light, 0.3))


def _pumpkins(sheet: Sheet, x: float, y: float):
    inks = sheet.inks
    for at, size in ((-70, 46), (56, 52), (-4, 40)):
        stamp = Stamp(sheet, x + at, y + (20 if at == -4 else 0), size)
        orange = mix(inks.rye, inks.roofs[0], 0.4)
        trees.shadow(sheet, x + at, y + 2, size)
        for lobe, tone in ((-0.55, 0.25), (0.55, 0.3), (-0.3, 0.05), (0.3, 0.12), (0, 0.0)):
            stamp.oval(lobe, 0.6, 0.42, 0.58, mix(orange, inks.deep, tone))
        stamp.taper([(0, 1.1), (0.08, 1.4)], 0.16, 0.1, mix(inks.spruce, inks.rye, 0.3))


def bonfire(sheet: Sheet):
    """Midsummer's eve: a fire on the hill, people in wreaths around it, a lake in the last light."""
    inks, chance = sheet.inks, sheet.chance
    shore = chance.number(440, 480)
    backdrop(sheet, shore - 20, 2)
    bank = Ridge(chance, shore - 20, 10, 700)
    wood = mix(inks.mid, inks.near, 0.7)
    land.wood_line(sheet, bank, 50, wood)
    land.band(sheet, bank, lambda x: shore + 1, wood)
    land.water(sheet, shore, 640)
    x = chance.number(740, 860)

    def hilltop(place: float) -> float:
        return 640 + 46 * ((place - x) / 700) ** 2 + 4 * math.sin(place / 90)

    grass = mix(inks.ground, inks.near, 0.35)
    land.hill(sheet, hilltop, mix(grass, inks.meadow, 0.45), mix(grass, inks.deep, 0.6))
    sheet.glow(x, 690, 560, mix(inks.rye, inks.madder, 0.25), 0.62)
    land.carve(sheet, hilltop, mix(grass, inks.meadow, 0.45), depth=250, rows=10)
    _fire_on_pole(sheet, x + chance.side() * chance.number(270, 330), 690)
    fire = 735
    _dancers(sheet, x, fire - 46, 210, 9, 150)
    _fire(sheet, x, fire, chance.number(230, 290))
    _dancers(sheet, x, fire + 96, 330, 6, 200)
    land.grass(sheet, lambda place: 800, mix(grass, inks.deep, 0.6), depth=110, number=80, tall=36)
    if not inks.is_dark:
        trees.flowers(sheet, 820, 900, 50)
    frame_with_trees(sheet, 890, chance.number(620, 760))


def _dancers(sheet: Sheet, x: float, y: float, half: float, number: int, tall: float):
    """A part of the ring, hand in hand, with room for the fire in the middle of the near part."""
    near = tall > 180
    for place in range(number):
        at = place / (number - 1) * 2 - 1
        if near and abs(at) < 0.3:
            continue
        here_y = y + (26 if near else -26) * (1 - at * at) + (0 if near else 26)
        kind = "woman" if place % 2 else "man"
        kind = "child" if place % 5 == 3 else kind
        here = x + at * half * (1.25 if near else 1.1)
        person(sheet, here, here_y, tall, kind, "joined")
        _wreath(sheet, here, here_y, tall * {"man": 1, "woman": 0.95, "child": 0.66}[kind], kind == "man")


def _wreath(sheet: Sheet, x: float, foot: float, tall: float, is_oak: bool):
    """Oak leaves for men, meadow flowers for women."""
    inks, chance = sheet.inks, sheet.chance
    for leaf in range(9):
        at = leaf / 8 * 2 - 1
        ink = mix(inks.leaf, inks.leaf_light, chance.number(0, 0.7))
        if not is_oak and leaf % 2:
            ink = chance.pick((inks.light, inks.rye, inks.cloths[3], inks.madder))
        size = tall * (0.03 if is_oak else 0.022)
        sheet.oval(x + at * tall * 0.078, foot - tall * (0.955 + 0.018 * (1 - at * at)), size, size * 0.85, ink)


def _fire(sheet: Sheet, x: float, foot: float, tall: float):
    inks, chance = sheet.inks, sheet.chance
    red, gold = mix(inks.madder, inks.rye, 0.35), inks.rye
    sheet.glow(x, foot - tall * 0.4, tall * 1.25, gold, 0.75)
    for turn in (-1, -0.6, -0.2, 0.25, 0.6, 1):
        sheet.taper([(x + turn * 86, foot + 12), (x - turn * 30, foot - 90)], 20, 13, mix(inks.bark, inks.deep, 0.4))
    for share, ink in ((1.0, red), (0.76, mix(red, gold, 0.75)), (0.52, mix(gold, inks.light, 0.45)), (0.3, inks.light)):
        for tongue in range(7):
            at = tongue / 6 * 2 - 1
            high = tall * share * (1 - 0.62 * abs(at) ** 1.3) * chance.number(0.82, 1.08)
            wide = 34 * share + 7
            base, sway = x + at * 84 * share, chance.number(-26, 26) * share
            sheet.area(
                [
                    (base - wide, foot - 10), (base - wide * 0.95, foot - high * 0.28),
                    (base - wide * 0.35 + sway * 0.3, foot - high * 0.66), (base + sway, foot - high),
                    (base + wide * 0.4 + sway * 0.5, foot - high * 0.6), (base + wide * 0.95, foot - high * 0.26),
                    (base + wide, foot - 10), (base, foot + 8),
                ],
                ink,
            )  # fmt: skip
    for log in (-70, 0, 66):
        sheet.taper([(x + log - 48, foot + 10), (x + log + 52, foot + 4)], 20, 18, mix(inks.bark, inks.deep, 0.3))
    for _ in range(46):
        rise = chance.number(0.5, 2.0) ** 1.2
        here, y = x + chance.number(-1, 1) * (30 + 70 * rise), foot - tall * 0.55 * rise
        size = chance.number(1.6, 4.2)
        sheet.gouge(here, y, here + chance.number(-6, 6), y - size * 3.4, size, mix(gold, inks.light, chance.number(0, 0.6)))


def _fire_on_pole(sheet: Sheet, x: float, foot: float):
    """The burning cask that is raised on a pole so that it is seen from afar."""
    inks, chance = sheet.inks, sheet.chance
    top = foot - 330
    sheet.taper([(x, foot), (x, top)], 11, 7, mix(inks.bark, inks.deep, 0.2))
    sheet.glow(x, top - 20, 150, inks.rye, 0.75)
    for share, ink in ((1.0, mix(inks.madder, inks.rye, 0.4)), (0.68, inks.rye), (0.4, inks.light)):
        for at in (-1, 0, 1):
            high = 84 * share * (1 if at == 0 else 0.66)
            sway = chance.number(-8, 10)
            sheet.area([(x + at * 13 - 12 * share, top - 8), (x + at * 14 + sway, top - 10 - high), (x + at * 13 + 12 * share, top - 8)], ink)
    stamp = Stamp(sheet, x, top + 34, 50)
    stamp.area([(-0.42, 0), (-0.52, 0.45), (-0.42, 0.9), (0.42, 0.9), (0.52, 0.45), (0.42, 0)], mix(inks.bark, inks.rye, 0.25))
    for hoop in (0.2, 0.68):
        stamp.box(-0.5, hoop, 1.0, 0.09, inks.deep)


def playground(sheet: Sheet):
    """Swings, a slide and a seesaw, with children on all of them."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, 430, 2)
    ground = Ridge(chance, 540, 10, 1100)
    wood_behind(sheet, ground, chance.number(210, 280), 10)
    land.hill(sheet, ground, inks.meadow, inks.ground)
    for x in (chance.number(80, 330), chance.number(1240, 1480)):
        cottage(sheet, x, 594, chance.number(210, 270))
    lawn(sheet, 604, 5)
    walk(sheet, chance.number(300, 1300), 612, 30, 160)
    paint = [inks.madder, inks.rye, inks.cloths[3], inks.spruce_light]
    first = chance.whole(0, 3)
    colours = paint[first:] + paint[:first]
    sides = chance.side()
    _swings(sheet, 800 + sides * 170, 770, chance.number(300, 340), colours[0])
    _slide(sheet, 800 - sides * 230, 742, chance.number(230, 270), colours[1], sides)
    _seesaw(sheet, 800 - sides * chance.number(150, 230), 862, 320, colours[2])
    _sandpit(sheet, 800 + sides * chance.number(330, 420), 836)
    person(sheet, 800 + sides * 430, 740, 165, chance.pick(("granny", "woman", "man")), "down")
    if not inks.is_snowy:
        trees.flowers(sheet, 850, 900, 24)
    frame_with_trees(sheet, 886, chance.number(600, 720))


def _swings(sheet: Sheet, x: float, foot: float, tall: float, paint: Ink):
    stamp = Stamp(sheet, x, foot, tall)
    inks, chance = sheet.inks, sheet.chance
    trees.shadow(sheet, x, foot, tall * 0.5)
    for side in (-1, 1):
        for lean in (-0.1, 0.12):
            stamp.taper([(side * 0.58, 1.0), (side * 0.58 + lean, 0)], 0.04, 0.045, mix(paint, inks.deep, 0.25 * (lean > 0)))
    stamp.taper([(-0.64, 1.0), (0.64, 1.0)], 0.045, 0.045, paint)
    for at, swing in ((-0.26, chance.number(0.14, 0.3)), (0.27, -chance.number(0.1, 0.26))):
        seat = (at + swing, 0.26 + abs(swing) * 0.35)
        child = Stamp(sheet, *stamp.place(seat[0], seat[1] - 0.12), tall * 0.44, 1 if swing > 0 else -1)
        for rope in (-0.055, 0.055):
            stamp.taper([(at + rope, 1.0), (seat[0] + rope, seat[1])], 0.011, 0.011, inks.deep)
        _sitting_child(child)
        stamp.taper([(seat[0] - 0.09, seat[1]), (seat[0] + 0.09, seat[1])], 0.03, 0.03, inks.bark)


def _sitting_child(stamp: Stamp):
    """A child seated with its legs out in front and its hands up on the ropes."""
    inks, chance = stamp.inks, stamp.chance
    coat, skin = chance.pick(inks.cloths), chance.pick(inks.skins)
    for lift in (0.0, 0.05):
        stamp.taper([(0.0, 0.3), (0.26, 0.29 + lift), (0.44, 0.1 + lift)], 0.13, 0.08, mix(inks.cloths[3], inks.deep, 0.4))
        stamp.oval(0.46, 0.09 + lift, 0.07, 0.04, inks.deep)
    stamp.area([(-0.15, 0.24), (-0.13, 0.62), (-0.06, 0.68), (0.07, 0.68), (0.13, 0.6), (0.14, 0.24)], coat)
    for side in (-0.12, 0.12):
        stamp.taper([(side, 0.6), (side * 1.25, 0.52), (side * 1.15, 0.74)], 0.08, 0.06, mix(coat, inks.deep, 0.2))
        stamp.oval(side * 1.15, 0.76, 0.04, 0.04, skin)
    head(stamp, 0, 0.82, 0.13, "child")


def _slide(sheet: Sheet, x: float, foot: float, tall: float, paint: Ink, facing: int):
    stamp = Stamp(sheet, x, foot, tall, facing)
    inks, chance = sheet.inks, sheet.chance
    trees.shadow(sheet, x, foot, tall * 0.5)
    wood = mix(inks.crop, inks.bark, 0.45)
    for post in (-0.42, -0.2):
        stamp.taper([(post, 0), (post, 1.0)], 0.05, 0.05, wood)
    for rung in range(5):
        stamp.taper([(-0.44, 0.12 + rung * 0.12), (-0.18, 0.12 + rung * 0.12)], 0.03, 0.03, mix(wood, inks.deep, 0.25))
    stamp.area([(-0.52, 0.98), (-0.31, 1.2), (-0.1, 0.98)], mix(paint, inks.deep, 0.2))
    stamp.taper([(-0.46, 0.68), (-0.16, 0.68)], 0.05, 0.05, wood)
    stamp.taper([(-0.2, 0.68), (0.1, 0.42), (0.42, 0.14), (0.66, 0.07)], 0.07, 0.07, paint)
    stamp.taper([(-0.2, 0.75), (0.1, 0.49), (0.42, 0.2), (0.66, 0.12)], 0.025, 0.025, mix(paint, inks.light, 0.4))
    _sitting_child(Stamp(sheet, *stamp.place(0.12, 0.38), tall * 0.56, facing))
    person(sheet, *stamp.place(-0.31, 0.7), tall * 0.44 / 0.66, "child", chance.pick(("up", "down")))


def _seesaw(sheet: Sheet, x: float, foot: float, wide: float, paint: Ink):
    inks, chance = sheet.inks, sheet.chance
    stamp = Stamp(sheet, x, foot, wide, chance.side())
    trees.shadow(sheet, x, foot, wide * 0.35)
    stamp.area([(-0.07, 0), (-0.03, 0.16), (0.03, 0.16), (0.07, 0)], mix(inks.bark, inks.deep, 0.2))
    for side, y in ((-1, 0.06), (1, 0.26)):
        child = Stamp(sheet, *stamp.place(side * 0.43, y - 0.05), wide * 0.38, -1 if stamp.place(side, 0)[0] > x else 1)
        _sitting_child(child)
    stamp.taper([(-0.5, 0.05), (0.5, 0.27)], 0.045, 0.045, paint)


def _sandpit(sheet: Sheet, x: float, y: float):
    inks = sheet.inks
    sand = mix(inks.path, inks.rye, 0.2)
    sheet.oval(x, y, 104, 30, mix(inks.crop, inks.bark, 0.45))
    sheet.oval(x, y - 5, 94, 24, sand)
    sheet.area([(x - 34, y - 6), (x - 6, y - 44), (x + 26, y - 6)], mix(sand, inks.bark, 0.14))
    sheet.area([(x - 34, y - 6), (x - 6, y - 44), (x - 2, y - 6)], mix(sand, inks.light, 0.3))
    stamp = Stamp(sheet, x + 52, y, 40)
    stamp.area([(-0.3, 0.6), (-0.2, 0), (0.2, 0), (0.3, 0.6)], inks.madder)
    person(sheet, x - 58, y + 6, 118, "child", "right")
