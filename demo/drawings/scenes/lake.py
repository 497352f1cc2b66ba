"""A lake with a footbridge and a boat or swans; the far shore stands on its head in it."""

from demo.drawings import animals, boats, land, plants, trees
from demo.drawings.grounds import backdrop, frame_with_trees
from demo.drawings.houses import barn, cottage
from demo.drawings.inks import mix
from demo.drawings.land import Ridge
from demo.drawings.sheet import HEIGHT, Sheet


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    shore = chance.number(370, 490)
    backdrop(sheet, shore - 20)
    bank = Ridge(chance, shore - 20, 10, 700)
    wood = mix(inks.mid, inks.near, 0.65)
    land.wood_line(sheet, bank, chance.number(46, 80), wood)
    land.band(sheet, bank, lambda x: shore + 1, wood)
    _far_shore(sheet, shore, chance.number(460, 1020))
    land.water(sheet, shore)
    middle = (HEIGHT - shore) * chance.number(0.24, 0.4) + shore
    side = chance.side()
    out_there = chance.pick((boats.rowing_boat, boats.rowing_boat, animals.swans))
    out_there(sheet, 800 + side * chance.number(180, 330), middle)
    boats.jetty(sheet, shore, 800 - side * chance.number(40, 240))
    _near_shore(sheet)
    frame_with_trees(sheet, 885, chance.number(640, 780))


def _far_shore(sheet: Sheet, shore: float, home: float):
    inks, chance = sheet.inks, sheet.chance

    def slope(x: float) -> float:
        return shore - max(0, 30 - abs(x - home) * 0.11)

    land.band(sheet, slope, lambda x: shore + 1, inks.meadow)
    if chance.yes(0.75):
        chance.pick((cottage, cottage, barn))(sheet, home, shore - 5, chance.number(110, 160))
    ink = mix(inks.spruce, inks.mid, 0.15)
    for _ in range(chance.whole(3, 9)):
        x = home + chance.side() * chance.number(100, 420)
        trees.spruce(sheet, x, shore, chance.number(80, 160), ink)


def _near_shore(sheet: Sheet):
    inks, chance = sheet.inks, sheet.chance
    edge = Ridge(chance, 872, 16, 800)
    near = mix(inks.near, inks.deep, 0.45)

    def bank(x: float) -> float:
        return edge(x) - abs(x - 800) * 0.06

    land.band(sheet, bank, lambda x: 920, near)
    land.grass(sheet, bank, mix(near, inks.meadow, 0.4), depth=40, number=60, tall=26)
    for side in (-1, 1):
        for _ in range(3):
            x = 800 + side * chance.number(400, 820)
            plants.reeds(sheet, x, 890, chance.number(110, 220), chance.number(120, 230))
