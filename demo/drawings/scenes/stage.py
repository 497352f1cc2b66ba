"""A choir on an open-air stage, the audience before it on benches."""

from demo.drawings import trees
from demo.drawings.grounds import backdrop, bunting, frame_with_trees, lawn, wood_behind
from demo.drawings.inks import mix
from demo.drawings.land import Ridge
from demo.drawings.lines import Point, sagging
from demo.drawings.people import person, sitter
from demo.drawings.sheet import Sheet
from demo.drawings.stage_shell import stage_shell


def draw(sheet: Sheet):
    """Draw the picture."""
    inks, chance = sheet.inks, sheet.chance
    backdrop(sheet, chance.number(400, 450), 2)
    wood_behind(sheet, Ridge(chance, 545, 10, 1100), chance.number(260, 380), 11)
    lawn(sheet, 556, 6)
    x, wide, foot = chance.number(740, 860), chance.number(580, 780), chance.number(620, 650)
    stage_shell(sheet, x, foot, wide)
    _choir(sheet, x, foot - wide * 0.075, wide)
    if inks.is_dark:
        sheet.glow(x, foot - wide * 0.2, wide * 0.5, inks.window, 0.42)
    has_lights = chance.yes(0.6)
    for side in (-1, 1):
        trees.spruce(sheet, x + side * wide * 0.64, foot + 14, chance.number(300, 420))
        start, end = (x + side * wide * 0.95, foot - 260), (x, foot - wide * 0.52)
        sheet.taper([(start[0], foot + 60), start], 9, 7, inks.bark)
        if has_lights:
            _string_of_lights(sheet, start, end)
        else:
            bunting(sheet, start, end, 40)
    _audience(sheet, x)
    frame_with_trees(sheet, 890, chance.number(620, 740))


def _choir(sheet: Sheet, x: float, foot: float, wide: float):
    """Men behind, women before them, and the conductor."""
    chance = sheet.chance
    tall = wide * 0.155
    for row, number in enumerate((11, 10, 9)):
        y = foot - (2 - row) * tall * 0.26 - wide * 0.012
        for place in range(number):
            here = x + (place - (number - 1) / 2) * wide * 0.066
            kind = "woman" if row else "man"
            person(sheet, here, y, tall * chance.number(0.95, 1.03), kind)
    conductor = chance.pick(("man", "woman"))
    person(sheet, x, foot + wide * 0.01, tall * 1.1, conductor, arms="up")


def _string_of_lights(sheet: Sheet, start: Point, end: Point):
    inks = sheet.inks
    rope = sagging(start, end, 40, 16)
    sheet.stroke(rope, 2, inks.deep)
    for x, y in rope[1:-1]:
        if inks.is_dark:
            sheet.glow(x, y + 6, 26, inks.window, 0.7)
        lamp = inks.window if inks.is_dark else inks.rye
        sheet.oval(x, y + 6, 5, 6.5, mix(lamp, inks.light, 0.45))


def _audience(sheet: Sheet, middle: float):
    """Rows of benches seen from behind; the nearest heads are the largest."""
    chance = sheet.chance
    for row in range(4):
        y, tall = 716 + row * 62, 84 + row * 30
        gap, aisle, half = tall * 0.42, 34 + row * 9, 330 + row * 95
        for place in range(int(half * 2 / gap)):
            x = middle - half + (place + 0.5) * gap + chance.number(-4, 4)
            if abs(x - middle) > aisle + tall * 0.16 and chance.yes(0.74):
                sitter(sheet, x, y, tall, back=True)
        for side in (-1, 1):
            _bench(sheet, (middle + side * aisle, middle + side * half), y, tall)


def _bench(sheet: Sheet, ends: tuple[float, float], y: float, tall: float):
    inks = sheet.inks
    wood = mix(inks.crop, inks.bark, 0.55)
    left, right = min(ends), max(ends)
    sheet.box(left, y - tall * 0.1, right - left, tall * 0.13, wood)
    sheet.box(left, y - tall * 0.1, right - left, tall * 0.035, mix(wood, inks.light, 0.25))
    for share in (0.1, 0.9):
        x = left + (right - left) * share
        sheet.box(x - 4, y, 8, tall * 0.22, mix(wood, inks.deep, 0.4))
