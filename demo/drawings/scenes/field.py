"""Rolling fields with a farm, the harvest and storks or cranes."""

from demo.drawings import animals, land, plants, trees
from demo.drawings.grounds import backdrop, frame_with_trees
from demo.drawings.houses import barn, cottage, fence
from demo.drawings.inks import mix
from demo.drawings.land import Height, Ridge
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    horizon = chance.number(330, 440)
    backdrop(sheet, horizon, 3)
    ridge = Ridge(chance, horizon, chance.number(14, 36), 1000)
    land.wood_line(sheet, ridge, 34, mix(inks.mid, inks.near, 0.6))
    straw = mix(inks.crop, inks.light, 0.3)
    green = mix(inks.ground, inks.near, 0.3)
    tones = [inks.meadow, inks.ground, inks.crop, straw, green]
    land.strips(sheet, ridge, 650, tones, chance.number(1.4, 2.8))
    _farm(sheet, ridge, chance.number(500, 960), chance.number(150, 250))
    _harvest(sheet)
    front = Ridge(chance, chance.number(720, 780), 26, 1200)
    land.hill(sheet, front, inks.ground, mix(inks.ground, inks.near, 0.5))
    land.carve(sheet, front, inks.meadow, depth=190, rows=8)
    shade = mix(inks.ground, inks.near, 0.65)
    land.grass(sheet, front, shade, depth=160, number=90, tall=30)
    plants.flowers(sheet, 790, 900, chance.pick((30, 90, 120)))
    stand = chance.number(620, 980)
    if inks.is_autumn or chance.yes():
        for at in (0, 105, -120)[: 3 if inks.is_autumn else 1]:
            tall = chance.number(130, 170)
            animals.wader(sheet, stand + at, front(stand) + chance.number(60, 84), tall)
    else:
        animals.storks_nest(sheet, stand, front(stand) + 40, chance.number(330, 400))
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


def _harvest(sheet: Sheet):
    """Ripe corn; what is cut stands in sheaves or lies in bales."""
    inks, chance = sheet.inks, sheet.chance
    middle = Ridge(chance, chance.number(550, 590), 34, 1300)
    land.hill(sheet, middle, inks.crop, mix(inks.crop, inks.ground, 0.5))
    light, dark = mix(inks.crop, inks.light, 0.4), mix(inks.crop, inks.bark, 0.3)
    land.carve(sheet, middle, light, depth=170, rows=11, length=70)
    land.carve(sheet, middle, dark, depth=170, rows=6, length=50)
    crop = chance.pick((_bale, _sheaf))
    for y in sorted(chance.number(36, 120) for _ in range(chance.whole(5, 9))):
        x = chance.number(120, 1480)
        crop(sheet, x, middle(x) + y, 22 + y * 0.22)


def _bale(sheet: Sheet, x: float, y: float, size: float):
    inks = sheet.inks
    straw = mix(inks.rye, inks.light, 0.4)
    dark = mix(straw, inks.bark, 0.4)
    stamp = Stamp(sheet, x, y, size * 1.5)
    land.shadow(sheet, x, y, size * 1.2)
    stamp.box(0, 0, 0.7, 1.1, dark)
    stamp.oval(0.7, 0.55, 0.42, 0.55, dark)
    stamp.oval(0, 0.55, 0.46, 0.55, straw)
    for share in (0.7, 0.4):
        stamp.oval(0, 0.55, 0.46 * share, 0.55 * share, dark)
        stamp.oval(0, 0.55, 0.46 * (share - 0.12), 0.55 * (share - 0.12), straw)


def _sheaf(sheet: Sheet, x: float, y: float, size: float):
    """Sheaves that lean on each other, as rye was dried before there were bales."""
    inks = sheet.inks
    straw = mix(inks.rye, inks.light, 0.35)
    land.shadow(sheet, x, y, size * 0.9)
    for at, dark in ((0.3, 0.4), (-0.3, 0.15), (0, 0)):
        stamp = Stamp(sheet, x + at * size * 1.4, y, size * 2.2)
        lean, ink = -at * 0.45, mix(straw, inks.bark, dark)
        edge = ((0.24, 0.0), (0.07, 0.62), (0.19, 0.98), (0.1, 0.92), (0.04, 1.06))
        outline = [(px + lean * py, py) for px, py in edge]
        stamp.area(outline + [(-px + lean * py, py) for px, py in edge[::-1]], ink)
        stamp.gouge(lean * 0.62 - 0.11, 0.62, lean * 0.62 + 0.11, 0.62, 0.07, inks.bark)
        for cut in (-0.13, 0.0, 0.12):
            end = (cut * 0.4 + lean * 0.55, 0.55)
            stamp.gouge(cut, 0.04, *end, 0.03, mix(ink, inks.bark, 0.4))
