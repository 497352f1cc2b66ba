"""Midsummer's eve: a fire on the hill, people in wreaths around it, the last light behind."""

import math

from demo.drawings import land, trees
from demo.drawings.grounds import backdrop, frame_with_trees
from demo.drawings.houses import barn, cottage
from demo.drawings.inks import Ink, mix
from demo.drawings.land import Ridge
from demo.drawings.lines import Point, smooth
from demo.drawings.people import hand_in_hand, sitter
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp

HEARTH = 735


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    x = chance.number(720, 880)
    chance.pick((_lake_behind, _farms_behind))(sheet)

    def hilltop(place: float) -> float:
        return 640 + 46 * ((place - x) / 700) ** 2 + 4 * math.sin(place / 90)

    grass = mix(inks.ground, inks.near, 0.35)
    lit = mix(grass, inks.meadow, 0.45)
    land.hill(sheet, hilltop, lit, mix(grass, inks.deep, 0.6))
    sheet.glow(x, 690, 600, mix(inks.rye, inks.madder, 0.25), 0.7)
    land.carve(sheet, hilltop, lit, depth=250, rows=10)
    side = chance.side()
    _fire_on_pole(sheet, x + side * chance.number(290, 340), 690, chance.number(300, 380))
    _ring_behind(sheet, x)
    _fire(sheet, x, chance.number(220, 300))
    chance.pick((_ring_before, _log_before))(sheet, x)
    shade = mix(grass, inks.deep, 0.6)
    land.grass(sheet, lambda place: 820, shade, depth=90, number=70, tall=36)
    frame_with_trees(sheet, 890, chance.number(620, 760))


def _lake_behind(sheet: Sheet):
    inks, chance = sheet.inks, sheet.chance
    shore = chance.number(430, 490)
    backdrop(sheet, shore - 20, 2)
    bank = Ridge(chance, shore - 20, 10, 700)
    wood = mix(inks.mid, inks.near, 0.7)
    land.wood_line(sheet, bank, 50, wood)
    land.band(sheet, bank, lambda x: shore + 1, wood)
    land.water(sheet, shore, 740)


def _farms_behind(sheet: Sheet):
    """Fields with lit windows, and other fires on the hills far away."""
    inks, chance = sheet.inks, sheet.chance
    horizon = chance.number(400, 450)
    backdrop(sheet, horizon, 3)
    ridge = Ridge(chance, horizon, 24, 1000)
    land.wood_line(sheet, ridge, 40, mix(inks.mid, inks.near, 0.7))
    tones = [mix(inks.ground, inks.near, share) for share in (0.1, 0.3, 0.5)]
    land.strips(sheet, ridge, 740, tones, 1.8)
    for _ in range(3):
        x = chance.number(100, 1500)
        sheet.glow(x, ridge(x) + 20, 60, inks.rye, 0.8)
        sheet.area([(x - 5, ridge(x) + 24), (x, ridge(x) + 4), (x + 5, ridge(x) + 24)], inks.window)
    for _ in range(4):
        x = chance.number(60, 1540)
        kind = chance.pick((cottage, cottage, barn))
        trees.broadleaf(sheet, x - 70, ridge(x) + 84, chance.number(100, 150))
        kind(sheet, x, ridge(x) + 92, chance.number(120, 170))


def _ring_behind(sheet: Sheet, x: float):
    """The far part of the ring, seen over the fire."""
    number = sheet.chance.whole(7, 9)
    spots = []
    for place in range(number):
        at = place / (number - 1) * 2 - 1
        spots.append((x + at * number * 32, HEARTH - 62 + 36 * at * at))
    hand_in_hand(sheet, spots, 142, wreaths=True)


def _ring_before(sheet: Sheet, x: float):
    """The near part, left open for the viewer to see the fire."""
    for side in (-1, 1):
        spots = [(x + side * (170 + 96 * place), 852 - place * 20) for place in (2, 1, 0)]
        hand_in_hand(sheet, spots[::-side], 196, wreaths=True)


def _log_before(sheet: Sheet, x: float):
    """People who sit on logs and look into the fire."""
    inks = sheet.inks
    for side in (-1, 1):
        middle = x + side * 300
        for at in (-110, -40, 34, 104):
            if sheet.chance.yes(0.85):
                sitter(sheet, middle + at, 846, 190, back=True)
        log = mix(inks.bark, inks.deep, 0.2)
        sheet.taper([(middle - 180, 850), (middle + 180, 846)], 34, 32, log)
        sheet.oval(middle - 180, 850, 11, 17, mix(log, inks.rye, 0.5))
        for cut in (-120, -30, 70):
            sheet.gouge(middle + cut, 846, middle + cut + 80, 845, 5, mix(log, inks.rye, 0.25))


def _flame(sheet: Sheet, base: Point, half: float, tall: float, sway: float, ink: Ink):
    """A tongue of fire that swings to one side and back."""
    x, foot = base
    left = [(-half, 0.0), (-half * 1.1, 0.24), (-half * 0.6 + sway * 0.2, 0.55)]
    right = [(half * 0.35 + sway * 0.7, 0.66), (half, 0.34), (half * 0.95, 0.0)]
    outline = [(x + across, foot - tall * up) for across, up in [*left, (sway, 1.0), *right]]
    sheet.area([*smooth(outline, 4), (x, foot + 10)], ink)


def _fire(sheet: Sheet, x: float, tall: float):
    inks, chance = sheet.inks, sheet.chance
    foot = HEARTH
    red, gold = mix(inks.madder, inks.rye, 0.4), inks.rye
    sheet.glow(x, foot - tall * 0.4, tall * 1.3, gold, 0.8)
    log = mix(inks.bark, inks.deep, 0.35)
    for turn in (-1, -0.6, 0.25, 0.6, 1):
        sheet.taper([(x + turn * 86, foot + 12), (x - turn * 30, foot - 90)], 20, 13, log)
    layers = ((1.0, red), (0.76, mix(red, gold, 0.75)), (0.52, mix(gold, inks.light, 0.45)))
    for share, ink in (*layers, (0.3, inks.light)):
        for tongue in (0, 6, 1, 5, 2, 4, 3):
            at = tongue / 3 - 1
            high = tall * share * (1 - 0.6 * abs(at) ** 1.3) * chance.number(0.82, 1.1)
            sway = chance.number(-30, 30) * share
            _flame(sheet, (x + at * 86 * share, foot - 4), 36 * share + 7, high, sway, ink)
    for at in (-70, 0, 66):
        sheet.taper([(x + at - 48, foot + 10), (x + at + 52, foot + 4)], 20, 18, log)
    for _ in range(46):
        rise = chance.number(0.5, 2.0) ** 1.2
        here, y = x + chance.number(-1, 1) * (30 + 70 * rise), foot - tall * 0.55 * rise
        size = chance.number(1.6, 4.2)
        spark = mix(gold, inks.light, chance.number(0, 0.6))
        sheet.gouge(here, y, here + chance.number(-6, 6), y - size * 3.4, size, spark)


def _fire_on_pole(sheet: Sheet, x: float, foot: float, tall: float):
    """The burning cask that is raised on a pole so that it is seen from afar."""
    inks, chance = sheet.inks, sheet.chance
    top = foot - tall
    sheet.taper([(x, foot), (x, top)], 11, 7, mix(inks.bark, inks.deep, 0.2))
    sheet.glow(x, top - 20, 160, inks.rye, 0.8)
    for share, ink in ((1.0, mix(inks.madder, inks.rye, 0.4)), (0.68, inks.rye), (0.4, inks.light)):
        for at in (-1, 1, 0):
            high = 88 * share * (0.66 if at else 1)
            base = (x + at * 13 * share, top - 4)
            _flame(sheet, base, 11 * share, high, chance.number(-8, 8), ink)
    cask = Stamp(sheet, x, top + 34, 50)
    cask.both([(0.42, 0.9), (0.52, 0.45), (0.42, 0)], mix(inks.bark, inks.rye, 0.25))
    for hoop in (0.2, 0.68):
        cask.box(-0.5, hoop, 1.0, 0.09, inks.deep)
