"""A room: its windows and the land outside, floor, lamps and furniture."""

from dataclasses import replace

from demo.drawings import land, trees
from demo.drawings.houses import cottage
from demo.drawings.inks import Ink, inks_of, mix
from demo.drawings.land import Ridge
from demo.drawings.sheet import HEIGHT, WIDTH, Sheet

Opening = tuple[float, float, float, float]


def outlook(sheet: Sheet):
    """What is seen through the windows; from here on the sheet has the inks of a lit room."""
    inks, chance = sheet.inks, sheet.chance
    land.sky(sheet, 380, chance.number(500, 1100))
    ridge = Ridge(chance, 280, 26, 700)
    land.wood_line(sheet, ridge, 40, inks.far)
    land.hill(sheet, ridge, inks.far, mix(inks.far, inks.glow, 0.5), 520)
    near = Ridge(chance, 330, 14, 800)
    land.wood_line(sheet, near, 40, mix(inks.mid, inks.near, 0.5))
    land.hill(sheet, near, inks.meadow, inks.ground, 620)
    spots = sorted((chance.number(40, 110), chance.number(100, 1500)) for _ in range(12))
    for below, x in spots:
        kind = chance.pick((trees.birch, trees.spruce, trees.broadleaf))
        kind(sheet, x, near(x) + below, chance.number(110, 190))
    for at in (260, 800, 1340):
        x = at + chance.number(-80, 80)
        cottage(sheet, x, near(x) + chance.number(60, 90), chance.number(110, 140))
    inside = inks_of(chance.pick(("morning", "midsummer", "autumn")))
    planks = mix(inside.walls[0], inside.bark, 0.45)
    sheet.inks = replace(inside, ground=planks, near=inside.bark)


def wall(sheet: Sheet, openings: list[Opening], ink: Ink, floor: float):
    """A wall down to the floor with openings (left, top, width, height) from left to right."""
    left = -10.0
    for x, y, wide, tall in openings:
        sheet.box(left, -10, x - left, floor + 10, ink)
        sheet.box(x - 1, -10, wide + 2, y + 10, ink)
        sheet.box(x - 1, y + tall, wide + 2, floor - y - tall, ink)
        left = x + wide
    sheet.box(left, -10, WIDTH + 20 - left, floor + 10, ink)
    for opening in openings:
        _casement(sheet, opening)


def _casement(sheet: Sheet, opening: Opening):
    """The frame, bars and sill of a window."""
    inks = sheet.inks
    x, y, wide, tall = opening
    white = mix(inks.light, inks.deep, 0.05)
    for across, thick in ((0, 16), (wide / 2, 11), (wide, 16)):
        sheet.box(x + across - thick / 2, y - 8, thick, tall + 16, white)
    for down, thick in ((0, 16), (tall * 0.3, 10), (tall, 16)):
        sheet.box(x - 8, y + down - thick / 2, wide + 16, thick, white)
    sheet.box(x + wide - 4, y, 4, tall, mix(white, inks.far, 0.5))
    sheet.box(x - 28, y + tall + 8, wide + 56, 15, white)
    sheet.box(x - 28, y + tall + 20, wide + 56, 6, mix(white, inks.bark, 0.35))


def boards(sheet: Sheet, floor: float):
    """A floor of boards that run towards the viewer."""
    inks, chance = sheet.inks, sheet.chance
    wood = mix(inks.walls[0], inks.bark, 0.35)
    corners = [(-10, floor), (WIDTH + 10, floor), (WIDTH + 10, HEIGHT), (-10, HEIGHT)]
    sheet.wash(corners, mix(wood, inks.light, 0.16), mix(wood, inks.deep, 0.18))
    for board in range(-14, 15):
        line = [(800 + board * 86, floor), (800 + board * 190, HEIGHT + 10)]
        sheet.taper(line, 1.5, 4, mix(wood, inks.deep, 0.35))
        for _ in range(2):
            share = chance.number(0.1, 0.9)
            x = 800 + (board + 0.5) * (86 + 104 * share)
            y = floor + (HEIGHT - floor) * share
            sheet.gouge(x, y, x + board * 5, y + 26, 3, mix(wood, inks.light, 0.22))
    sheet.box(-10, floor - 16, WIDTH + 20, 18, mix(inks.light, inks.bark, 0.12))


def hanging_lamp(sheet: Sheet, x: float, drop: float):
    """A lamp that hangs from the ceiling, lit."""
    inks = sheet.inks
    shade = sheet.chance.pick((inks.madder, inks.spruce, inks.rye))
    sheet.glow(x, drop + 66, 260, mix(inks.sun, inks.light, 0.4), 0.4)
    sheet.box(x - 2, -4, 4, drop, inks.deep)
    sheet.oval(x, drop + 50, 22, 20, mix(inks.sun, inks.light, 0.4))
    corners = [(x - 16, drop - 6), (x - 70, drop + 50), (x + 70, drop + 50), (x + 16, drop - 6)]
    sheet.area(corners, shade)
    sheet.gouge(x - 46, drop + 36, x - 14, drop, 7, mix(shade, inks.light, 0.35))


def standing_lamp(sheet: Sheet, x: float, foot: float):
    """A lamp on a tall stand, lit."""
    inks = sheet.inks
    shade = mix(sheet.chance.pick((inks.madder, inks.rye, inks.light)), inks.sun, 0.35)
    top = foot - 370
    sheet.glow(x, top + 20, 300, mix(inks.sun, inks.light, 0.3), 0.55)
    sheet.oval(x, foot, 46, 10, inks.deep)
    sheet.box(x - 4, top, 8, 370, inks.deep)
    corners = [(x - 40, top - 46), (x + 40, top - 46), (x + 74, top + 50), (x - 74, top + 50)]
    sheet.area(corners, shade)
    for cut in (-0.6, -0.2, 0.2, 0.6):
        start, end = (x + cut * 40, top - 40), (x + cut * 70, top + 46)
        sheet.gouge(*start, *end, 5, mix(shade, inks.light, 0.45))


def table(sheet: Sheet, x: float, top: float, half: float, depth: float):
    """A long table seen a little from above, from the middle of its far edge."""
    inks = sheet.inks
    wood = mix(inks.walls[0], inks.light, 0.25)
    for side in (-1, 1):
        leg = [(x + side * half * 0.9, top + depth), (x + side * half * 0.93, 888)]
        sheet.taper(leg, 30, 22, mix(wood, inks.deep, 0.45))
    sheet.box(x - half * 0.98, top + depth, half * 1.96, 34, mix(wood, inks.deep, 0.35))
    far, near = half * 0.86, half
    low = top + depth
    sheet.area([(x - far, top), (x + far, top), (x + near, low), (x - near, low)], wood)
    for row in range(1, 5):
        y, reach = top + depth * row / 5, half * (0.86 + 0.028 * row)
        for start, end in ((-0.95, -0.35), (-0.2, 0.3), (0.42, 0.96)):
            grain = mix(wood, inks.bark, 0.22)
            sheet.gouge(x + start * reach, y, x + end * reach, y, 3, grain)
    sheet.box(x - half, top + depth, half * 2, 7, mix(wood, inks.light, 0.35))


def pot_plant(sheet: Sheet, x: float, foot: float):
    """A large plant in a clay pot."""
    inks, chance = sheet.inks, sheet.chance
    for leaf in range(13):
        lean = leaf / 6 - 1
        tip = (x + lean * 165, foot - 90 - chance.number(150, 230) * (1 - 0.65 * lean * lean))
        ink = mix(inks.spruce, inks.spruce_light, chance.number(0.0, 0.8))
        sheet.gouge(x, foot - 80, *tip, 30, ink)
        sheet.gouge(x, foot - 80, *tip, 3, mix(ink, inks.light, 0.35))
    clay = mix(inks.roofs[0], inks.light, 0.12)
    sheet.area([(x - 36, foot), (x - 48, foot - 85), (x + 48, foot - 85), (x + 36, foot)], clay)
    sheet.box(x - 54, foot - 90, 108, 18, mix(clay, inks.light, 0.15))
