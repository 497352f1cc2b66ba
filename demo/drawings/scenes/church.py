"""A village church on its rise, with lindens, a stone wall and people on the path."""

from demo.drawings import land, landmarks, trees
from demo.drawings.grounds import backdrop, frame_with_trees, people_about, walk
from demo.drawings.houses import cottage
from demo.drawings.inks import mix
from demo.drawings.land import Height, Ridge
from demo.drawings.sheet import Sheet


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, chance.number(460, 520), 3, chance.number(950, 1250))
    x, wide = chance.number(720, 900), chance.number(370, 450)
    rise, level = Ridge(chance, 0, 6, 700), chance.number(570, 610)

    def ground(place: float) -> float:
        return level + 46 * min(1.0, (abs(place - x) / 620) ** 2) + rise(place)

    wood = mix(inks.near, inks.mid, 0.35)
    land.wood_line(sheet, lambda place: ground(place) + 8, 80, wood)
    land.hill(sheet, ground, inks.meadow, inks.ground)
    for at in (-0.95, -0.7, 0.68, 0.95):
        tree = x + at * wide
        trees.broadleaf(sheet, tree, ground(tree) + 4, chance.number(210, 310), 0.75)
    landmarks.church(sheet, x, ground(x) + 26, wide)
    cut = mix(inks.ground, inks.shade, 0.45)
    land.carve(sheet, ground, cut, depth=300, rows=11)
    door = x - wide * 0.31
    walk(sheet, door, ground(x) + 30)
    _stone_wall(sheet, door, ground)
    spots = [(door, 668), (door + 90, 700), (door - 40, 740), (door + 30, 748), (door + 200, 820)]
    people_about(sheet, spots, chance.whole(2, 5))
    if chance.yes():
        cottage(sheet, x + chance.side() * chance.number(480, 560), 690, 210)
    frame_with_trees(sheet, 880, chance.number(560, 720))


def _stone_wall(sheet: Sheet, gate: float, ground: Height):
    """A dry wall of field stones with a gap for the path."""
    inks, chance = sheet.inks, sheet.chance
    for side in (-1, 1):
        for step in range(30):
            x = gate + side * (95 + step * 31)
            for row in range(2):
                across, y = chance.number(15, 23), ground(x) + 96 - row * 19
                stone = mix(inks.far, chance.pick((inks.light, inks.deep, inks.bark)), 0.3)
                if inks.is_snowy and row:
                    stone = inks.light
                sheet.oval(x + row * 9, y, across, 12, mix(stone, inks.deep, 0.4))
                sheet.oval(x + row * 9 - 1, y - 2, across * 0.88, 9.5, stone)
