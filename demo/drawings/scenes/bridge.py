"""A bridge over a river, of stone or of wood, with the village behind it."""

from demo.drawings import land, landmarks, plants, trees
from demo.drawings.grounds import backdrop, bicycle, frame_with_trees
from demo.drawings.houses import barn, cottage
from demo.drawings.inks import Ink, mix
from demo.drawings.land import Height, Ridge
from demo.drawings.lines import dome
from demo.drawings.people import person
from demo.drawings.sheet import HEIGHT, Sheet

LEFT, RIGHT = -20, 1620
ARCH_RISE = 104


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, 390, 3)
    shore = chance.number(660, 700)
    ground = Ridge(chance, 480, 14, 900)
    land.wood_line(sheet, ground, 60, mix(inks.mid, inks.near, 0.5))
    land.hill(sheet, ground, inks.meadow, mix(inks.ground, inks.shade, 0.4))
    _village(sheet, ground)
    shade = mix(inks.ground, inks.shade, 0.8)
    land.band(sheet, lambda x: shore - 22, lambda x: shore + 2, shade)
    for _ in range(10):
        plants.bush(sheet, chance.number(0, 1600), shore - 4, chance.number(60, 130))
    chance.pick((_of_stone, _of_stone, _of_wood))(sheet, shore)
    land.water(sheet, shore)
    for side in (-1, 1):
        _bank(sheet, shore, side)
    frame_with_trees(sheet, 880, chance.number(600, 720))


def _village(sheet: Sheet, ground: Height):
    chance = sheet.chance
    middle = chance.number(600, 1000)
    if chance.yes(0.65):
        landmarks.church(sheet, middle, ground(middle) + 40, chance.number(150, 200))
    for at in (-330, -190, 170, 300, 450):
        x = middle + at + chance.number(-30, 30)
        if chance.yes(0.65):
            wide = chance.number(130, 180)
            chance.pick((cottage, cottage, barn))(sheet, x, ground(x) + 46, wide)
        else:
            trees.broadleaf(sheet, x, ground(x) + 40, chance.number(120, 170))


def _bank(sheet: Sheet, shore: float, side: int):
    inks, chance = sheet.inks, sheet.chance
    foot = HEIGHT + 10 - shore
    line = ((840, -10), (600, 16), (520, 90), (380, foot), (840, foot))
    corners = [(800 + side * x, shore + y) for x, y in line]
    sheet.wash(corners, inks.meadow, mix(inks.ground, inks.shade, 0.7))
    plants.reeds(sheet, 800 + side * chance.number(400, 470), 890, 150, 130)
    for _ in range(2):
        x = 800 + side * chance.number(580, 760)
        plants.bush(sheet, x, chance.number(770, 880), chance.number(120, 200))


def _crossing(sheet: Sheet, way: Height):
    """Who is on the bridge just now."""
    chance = sheet.chance
    x = chance.number(620, 760)
    for at in (0, 62, chance.number(190, 330)):
        person(sheet, x + at, way(x + at) + 12, 112)
    if chance.yes():
        bicycle(sheet, x - 90, way(x - 90) + 2, 80)


def _of_stone(sheet: Sheet, shore: float):
    """One to three round arches of field stone under a humped way."""
    inks, chance = sheet.inks, sheet.chance
    stone = mix(mix(inks.far, inks.bark, 0.3), inks.light, 0.0 if inks.is_snowy else 0.35)
    number = chance.pick((1, 2, 3))
    half = {1: 250, 2: 165, 3: 125}[number]
    middles = [800 + (arch - (number - 1) / 2) * (half * 2 + 50) for arch in range(number)]

    def way(x: float) -> float:
        return shore - 142 + 62 * min(1.4, abs((x - 800) / 620) ** 2)

    _crossing(sheet, way)
    lower = [point for x in middles for point in dome(x, shore + 2, half, -ARCH_RISE, 18)[::-1]]
    upper = [(x, way(x)) for x in range(LEFT, RIGHT + 10, 10)]
    sheet.area([*upper, (RIGHT, shore + 2), *lower[::-1], (LEFT, shore + 2)], stone)
    _stones(sheet, way, shore, stone, (middles, half))
    for x, y in lower:
        sheet.oval(x, y - 7, 13, 10, mix(stone, inks.light, chance.number(0.1, 0.4)))
        sheet.ring(x, y - 7, 11, 1.5, mix(stone, inks.deep, 0.45))
    rail = [(x, way(x) - 10) for x in range(LEFT, RIGHT + 10, 20)]
    sheet.stroke(rail, 13, inks.light if inks.is_snowy else mix(stone, inks.light, 0.35))
    sheet.stroke([(x, y + 11) for x, y in rail], 4, mix(stone, inks.deep, 0.4))


def _stones(sheet: Sheet, way: Height, shore: float, stone: Ink, arches: tuple[list[float], float]):
    inks, chance = sheet.inks, sheet.chance
    middles, half = arches
    for _ in range(290):
        x = chance.number(LEFT + 10, RIGHT - 10)
        y = chance.number(way(x) + 14, shore - 8)
        up = ((shore - y) / (ARCH_RISE + 26)) ** 2
        ink = mix(stone, chance.pick((inks.deep, inks.light)), 0.22)
        end = y + chance.number(-2, 2)
        if all(((x - middle) / (half + 30)) ** 2 + up > 1 for middle in middles):
            sheet.gouge(x - 13, y, x + 13, end, 7, ink)


def _of_wood(sheet: Sheet, shore: float):
    """A footbridge of planks on crossed posts, with a railing."""
    inks = sheet.inks
    wood = mix(inks.crop, inks.bark, 0.5)
    dark = mix(wood, inks.deep, 0.4)

    def way(x: float) -> float:
        return shore - 112 + 36 * abs((x - 800) / 620) ** 2

    for post in range(11):
        x = 50 + post * 150
        for side in (-14, 14):
            sheet.taper([(x + side * 0.6, way(x)), (x + side * 1.6, shore + 4)], 12, 14, dark)
        if post < 10:
            sheet.taper([(x, way(x) + 20), (x + 150, shore)], 6, 6, dark)
            sheet.taper([(x, shore), (x + 150, way(x + 150) + 20)], 6, 6, dark)
    _crossing(sheet, way)
    for x in range(LEFT + 10, RIGHT, 46):
        sheet.box(x, way(x) - 58, 6, 60, wood)
    for lift, thick in ((0, 14), (-30, 6), (-58, 9)):
        ink = inks.light if inks.is_snowy and lift == -58 else mix(wood, inks.light, 0.25)
        sheet.stroke([(x, way(x) + lift) for x in range(LEFT, RIGHT + 20, 20)], thick, ink)
