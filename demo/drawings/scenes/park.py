"""An old park: a round pavilion by a path or a pond, lindens, benches, people at leisure."""

import math

from demo.drawings import animals, land, landmarks, plants, trees
from demo.drawings.grounds import backdrop, bench, lawn, people_about, walk, wood_behind
from demo.drawings.inks import mix
from demo.drawings.land import Ridge
from demo.drawings.people import person
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def draw(sheet: Sheet):
    """Draw the picture."""
    chance = sheet.chance
    backdrop(sheet, chance.number(390, 450), 2)
    ground = Ridge(chance, 545, 8, 1100)
    wood_behind(sheet, ground, chance.number(200, 270), 11)
    lawn(sheet, 556, 5)
    x = chance.number(700, 900)
    chance.pick((_by_the_path, _by_the_pond))(sheet, x)


def _by_the_path(sheet: Sheet, x: float):
    chance = sheet.chance
    landmarks.rotunda(sheet, x, 640, chance.number(250, 330))
    walk(sheet, x, 652, 120, 330)
    for side in (-1, 1):
        for away, foot, tall in ((330, 640, 330), (470, 720, 430), (690, 850, 620)):
            at = 800 + side * (away + chance.number(-20, 20))
            trees.broadleaf(sheet, at, foot, tall, chance.number(0.6, 0.75))
            if foot == 720:
                at = 800 + side * chance.number(250, 330)
                bench(sheet, at, foot + 34, 130, is_taken=chance.yes(0.7))
    _lamp(sheet, x + chance.side() * 190, 720)
    spots = [(x + 20, 720), (x - 50, 790), (x + 70, 795), (x + 130, 690)]
    people_about(sheet, spots, chance.whole(2, 4))
    animals.dog(sheet, x + 110, 802)


def _by_the_pond(sheet: Sheet, x: float):
    """The pavilion on the far side of the water."""
    inks, chance = sheet.inks, sheet.chance
    for at in (-420, -270, 260, 410):
        tree = x + at + chance.number(-40, 40)
        trees.broadleaf(sheet, tree, 612, chance.number(240, 340), chance.number(0.65, 0.85))
    landmarks.rotunda(sheet, x, 622, chance.number(220, 280))
    land.band(sheet, lambda here: 620, lambda here: 652, mix(inks.ground, inks.near, 0.15))
    land.water(sheet, 650)
    _near_bank(sheet)
    for _ in range(chance.whole(3, 5)):
        animals.duck(sheet, x + chance.number(-330, 330), chance.number(700, 770), 42)
    side = chance.side()
    bench(sheet, 800 - side * 260, 868, 150)
    person(sheet, 800 + side * 170, 850, 160)
    person(sheet, 800 + side * 240, 856, 160, "child", arms="right")
    trees.broadleaf(sheet, 800 + side * chance.number(640, 700), 880, chance.number(640, 740), 0.7)
    trees.birch(sheet, 800 - side * chance.number(660, 720), 880, chance.number(560, 660))


def _near_bank(sheet: Sheet):
    inks, chance = sheet.inks, sheet.chance

    def bank(x: float) -> float:
        return 812 - 120 * min(1.2, abs(x - 800) / 800) ** 2 + 6 * math.sin(x / 70)

    land.hill(sheet, bank, inks.meadow, mix(inks.ground, inks.near, 0.4))
    shade = mix(inks.ground, inks.near, 0.5)
    land.carve(sheet, bank, shade, depth=120, rows=6)
    land.grass(sheet, bank, shade, depth=90, number=50, tall=20)
    for side in (-1, 1):
        plants.reeds(sheet, 800 + side * chance.number(380, 520), 800, 130, 90)
        plants.bush(sheet, 800 + side * chance.number(560, 640), 770, 110)


def _lamp(sheet: Sheet, x: float, foot: float):
    inks = sheet.inks
    stamp = Stamp(sheet, x, foot, 200)
    if inks.is_dark:
        sheet.glow(*stamp.place(0, 0.92), 150, inks.window, 0.6)
    glass = mix(inks.window, inks.light, 0.3) if inks.is_dark else inks.light
    stamp.taper([(0, 0), (0, 0.86)], 0.035, 0.02, inks.deep)
    stamp.box(-0.04, 0, 0.08, 0.05, inks.deep)
    stamp.both([(0.065, 0.98), (0.045, 0.86)], glass)
    stamp.area([(-0.08, 0.975), (0, 1.05), (0.08, 0.975)], inks.deep)
