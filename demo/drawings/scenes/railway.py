"""The narrow-gauge train with its plume of steam among fields."""

from demo.drawings import animals, land, plants, train, trees
from demo.drawings.grounds import backdrop, frame_with_trees
from demo.drawings.houses import cottage
from demo.drawings.inks import mix
from demo.drawings.land import Ridge
from demo.drawings.lines import sagging
from demo.drawings.people import person
from demo.drawings.sheet import Sheet


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    horizon = chance.number(350, 430)
    backdrop(sheet, horizon, 3)
    ridge = Ridge(chance, horizon, 22, 1000)
    land.wood_line(sheet, ridge, 40, mix(inks.mid, inks.near, 0.6))
    tones = [inks.meadow, inks.ground, inks.crop, mix(inks.ground, inks.shade, 0.4)]
    level = chance.number(670, 720)
    land.strips(sheet, ridge, level, tones, chance.number(1.4, 2.2))
    _fields(sheet, ridge)
    bank = mix(inks.ground, inks.shade, 0.5)
    land.band(sheet, lambda x: level - 30, lambda x: level + 60, bank)
    _telegraph(sheet, level - 20)
    train.line(sheet, level)
    train.train(sheet, chance.number(940, 1240), level - 3, chance.pick((2, 3, 4)))
    _foreground(sheet, level + 56)
    onlookers = _children if inks.is_snowy else chance.pick((_children, _cows, _cows))
    onlookers(sheet, chance.number(520, 1000), level + 128)
    frame_with_trees(sheet, 880, chance.number(520, 680))


def _fields(sheet: Sheet, ridge: Ridge):
    chance = sheet.chance
    farm = chance.number(300, 1300)
    cottage(sheet, farm, ridge(farm) + 60, chance.number(120, 160))
    kinds = (trees.birch, trees.spruce, trees.broadleaf)
    for _ in range(7):
        x, y = chance.number(0, 1600), chance.number(592, 622)
        chance.pick(kinds)(sheet, x, y, chance.number(110, 210))


def _foreground(sheet: Sheet, level: float):
    inks, chance = sheet.inks, sheet.chance
    front = Ridge(chance, level, 10, 800)
    land.hill(sheet, front, inks.meadow, mix(inks.ground, inks.shade, 0.7))
    shade = mix(inks.ground, inks.shade, 0.8 if inks.is_snowy else 1.0)
    land.carve(sheet, front, mix(inks.ground, inks.shade, 0.5), depth=170, rows=7)
    land.grass(sheet, front, shade, depth=170, number=90, tall=32)
    if not inks.is_snowy:
        plants.flowers(sheet, level + 24, 900, chance.pick((40, 80)))


def _children(sheet: Sheet, x: float, foot: float):
    """Children who wave at the train."""
    for at in (0, 70):
        person(sheet, x + at, foot + at * 0.1, 165, "child", arms="up")


def _cows(sheet: Sheet, x: float, foot: float):
    """Cows that have seen it before."""
    chance = sheet.chance
    for at in (-150, 30, 230)[: chance.whole(2, 3)]:
        animals.cow(sheet, x + at, foot + chance.number(-34, 26), chance.number(84, 104))


def _telegraph(sheet: Sheet, level: float):
    """Poles and wires along the line."""
    inks = sheet.inks
    wood = mix(inks.bark, inks.deep, 0.2)
    start = sheet.chance.number(-150, 0)
    poles = [start + place * 340 for place in range(6)]
    for x in poles:
        sheet.taper([(x, level), (x, level - 260)], 9, 7, wood)
        for arm in (244, 220):
            sheet.box(x - 26, level - arm, 52, 6, wood)
    for x in poles[:-1]:
        for lift, at in ((246, -22), (246, 22), (222, 22)):
            ends = (x + at, level - lift), (x + at + 340, level - lift)
            sheet.stroke(sagging(*ends, 22, 10), 1.5, mix(wood, inks.far, 0.4))
