"""Sky, hills, fields and water."""

import math
from collections.abc import Callable

from demo.drawings.chance import Chance
from demo.drawings.inks import Ink, mix
from demo.drawings.lines import Point, dome
from demo.drawings.sheet import HEIGHT, WIDTH, Sheet

EDGE = 20
Height = Callable[[float], float]


class Ridge:
    """The line of a hill: called with a place across the picture it says how low the hill is."""

    def __init__(self, chance: Chance, level: float, swell: float, length: float = 900):
        self.level = level
        self._waves = [
            (swell * share, 2 * math.pi / (length * stretch), chance.number(0, 2 * math.pi))
            for share, stretch in ((0.62, 1.0), (0.28, 0.47), (0.1, 0.19))
        ]

    def __call__(self, x: float) -> float:
        waves = (tall * math.sin(x * pace + start) for tall, pace, start in self._waves)
        return self.level + sum(waves)


def line_of(height: Height, start: float = -EDGE, end: float = WIDTH + EDGE) -> list[Point]:
    """The points of a height's line from one place to another."""
    steps = max(2, int((end - start) / 14))
    places = (start + (end - start) * step / steps for step in range(steps + 1))
    return [(x, height(x)) for x in places]


def hill(sheet: Sheet, height: Height, top: Ink, foot: Ink, floor: float = HEIGHT):
    """A hill that goes softly from its ink into the ink at its foot, as in a haze."""
    sheet.wash([*line_of(height), (WIDTH + EDGE, floor), (-EDGE, floor)], top, foot)


def band(sheet: Sheet, upper: Height, lower: Height, ink: Ink):
    """A flat stretch of land between two lines."""
    sheet.area(line_of(upper) + line_of(lower)[::-1], ink)


def sky(sheet: Sheet, horizon: float, sun_x: float | None = None):
    """The sky down to the horizon, with sun or moon and now and then clouds or birds."""
    inks, chance = sheet.inks, sheet.chance
    sheet.wash(_frame(0, horizon), mix(inks.sky, inks.deep, 0.08), inks.glow)
    if sun_x is None:
        sun_x = chance.number(420, 1180)
    heavens = chance.pick(("rays", "bars", "puffs", "bars"))
    if inks.hour == "night" and heavens != "puffs":
        _stars(sheet, horizon)
    sun_y = horizon * (chance.number(0.62, 0.86) if inks.is_dark else chance.number(0.26, 0.6))
    if heavens == "rays":
        _rays(sheet, sun_x, sun_y, horizon)
    _sun(sheet, sun_x, sun_y)
    if heavens == "bars":
        _bars(sheet, horizon)
    elif heavens == "puffs":
        _puffs(sheet, horizon)
    if chance.yes(0.45):
        _birds(sheet, horizon)


def _frame(top: float, foot: float) -> list[Point]:
    return [(-EDGE, top), (WIDTH + EDGE, top), (WIDTH + EDGE, foot), (-EDGE, foot)]


def _sun(sheet: Sheet, x: float, y: float):
    inks, chance = sheet.inks, sheet.chance
    radius = chance.number(38, 66)
    sheet.glow(x, y, radius * 5, inks.sun, 0.75)
    sheet.oval(x, y, radius * 1.45, radius * 1.45, mix(inks.glow, inks.sun, 0.55))
    sheet.oval(x, y, radius, radius, mix(inks.sun, (255, 255, 255), 0.25))


def _rays(sheet: Sheet, x: float, y: float, horizon: float):
    """Cuts that run outwards from the sun in rings and are lost in the distance."""
    inks, chance = sheet.inks, sheet.chance
    for ring in range(3, 20):
        distance = ring * 46
        number, turn = int(ring * 5.5), chance.number(0, 1)
        for place in range(number):
            angle = (place + turn + chance.number(-0.12, 0.12)) * 2 * math.pi / number
            across, down = math.cos(angle), math.sin(angle)
            here_y, end = y + down * distance, distance + chance.number(16, 36)
            if not -40 < here_y < horizon:
                continue
            share = 0.22 + max(0, here_y) / horizon * (1 - ring / 30)
            ink = mix(inks.sky, inks.glow, min(1, share))
            sheet.gouge(x + across * distance, here_y, x + across * end, y + down * end, 3.4, ink)


def _stars(sheet: Sheet, horizon: float):
    chance = sheet.chance
    for _ in range(90):
        x, y = chance.number(0, WIDTH), horizon * 0.75 * chance.number(0, 1) ** 1.3
        size = chance.number(1.2, 2.8)
        ink = mix(sheet.inks.sun, sheet.inks.sky, 0.15 + 0.6 * y / horizon)
        sheet.oval(x, y, size, size, ink)


def _bars(sheet: Sheet, horizon: float):
    """Long flat clouds, thicker towards their middle."""
    chance, inks = sheet.chance, sheet.inks
    for _ in range(chance.whole(5, 9)):
        x, y = chance.number(-100, 1700), chance.number(0.07, 0.72) * horizon
        ink = mix(inks.cloud, inks.glow, y / horizon * 0.6)
        for _ in range(chance.whole(2, 4)):
            length, thick = chance.number(160, 460), chance.number(8, 20)
            start = x + chance.number(-170, 170)
            sheet.gouge(start - length / 2, y, start + length / 2, y, thick, ink)
            y += thick * chance.number(0.5, 0.9)


def _puffs(sheet: Sheet, horizon: float):
    """Summer clouds with flat feet and round heads, smaller towards the horizon."""
    chance, inks = sheet.chance, sheet.inks
    for place in range(chance.whole(4, 6)):
        x = (place + chance.number(0.1, 0.9)) * 330 - 80
        share = chance.number(0.12, 0.7)
        y, wide = horizon * share, chance.number(130, 220) * (1.1 - share)
        ink = mix(inks.cloud, inks.glow, share * 0.6)
        for at, size in ((-0.66, 0.2), (-0.3, 0.34), (0.12, 0.44), (0.52, 0.26), (0.8, 0.14)):
            radius = wide * size * chance.number(0.9, 1.1)
            sheet.area(dome(x + at * wide, y, radius * 1.15, -radius), ink)
        sheet.gouge(x - wide * 1.15, y, x + wide * 1.2, y, 10, ink)
        for start, end, lift in ((-0.7, 0.1, 0.06), (-0.1, 0.75, 0.13), (-0.45, 0.2, 0.2)):
            cut, level = mix(ink, inks.sky, 0.28), y - lift * wide
            sheet.gouge(x + start * wide, level, x + end * wide, level, 4.5, cut)


def _birds(sheet: Sheet, horizon: float):
    chance = sheet.chance
    x, y = chance.number(380, 1100), chance.number(0.15, 0.45) * horizon
    ink = mix(sheet.inks.deep, sheet.inks.sky, 0.25)
    for place in range(chance.whole(5, 9)):
        away = (place + 1) // 2
        here = x + away * (34 if place % 2 else -30) + chance.number(-5, 5)
        level = y + away * 13 + chance.number(-3, 3)
        wing = 13 - away
        sheet.gouge(here - wing, level - wing * 0.5, here + 1, level, 3, ink)
        sheet.gouge(here - 1, level, here + wing, level - wing * 0.55, 3, ink)


SPRUCE_TIP = (
    (0, 0.3), (0.22, 0.52), (0.18, 0.56), (0.5, 1), (0.82, 0.56), (0.78, 0.52), (1, 0.3),
)  # fmt: skip


def wood_line(sheet: Sheet, height: Height, tall: float, ink: Ink):
    """A far wood along a line: spruce tips with a round crown here and there."""
    chance = sheet.chance
    x, points = float(-EDGE), []
    while x < WIDTH + EDGE:
        foot = height(x)
        rise = tall * chance.number(0.55, 1.1) * (0.75 + 0.25 * math.sin(x / 170))
        wide = rise * chance.number(0.3, 0.5)
        if chance.yes(0.3):
            points += dome(x + wide * 0.9, foot, wide * 0.9, -rise * 0.8, 6)[-2:0:-1]
        else:
            points += [(x + wide * across, foot - rise * up) for across, up in SPRUCE_TIP]
        x += wide * chance.number(0.7, 1.05)
    lower = [(x, y + 6) for x, y in line_of(height)]
    sheet.area(points + lower[::-1], ink)


def carve(sheet: Sheet, height: Height, ink: Ink, *, depth: float, rows: int, length: float = 40):
    """Cuts that follow the swell of the ground, wider apart the nearer they are."""
    chance = sheet.chance
    for row in range(rows):
        below = depth * ((row + 0.6) / rows) ** 1.7
        size = 0.45 + 0.75 * row / rows
        x = chance.number(-80, 0)
        while x < WIDTH:
            long = length * size * chance.number(0.5, 1.5)
            if chance.yes(0.55):
                start, end = height(x) + below, height(x + long) + below
                sheet.gouge(x, start, x + long, end, 3.6 * size, ink)
            x += long * chance.number(1.3, 2.6)


def grass(sheet: Sheet, height: Height, ink: Ink, *, depth: float, number: int, tall: float = 16):
    """Tufts of three blades strewn below a line, larger towards the viewer."""
    chance = sheet.chance
    for _ in range(number):
        x, share = chance.number(0, WIDTH), chance.number(0, 1)
        y = height(x) + 8 + depth * share
        size = tall * (0.4 + 0.8 * share)
        for lean in (-0.5, 0.05, 0.55):
            sheet.gouge(x, y, x + lean * size, y - size * (1 - abs(lean) * 0.4), size * 0.17, ink)


def strips(sheet: Sheet, height: Height, floor: float, inks: list[Ink], spread: float = 2.6):
    """Fields side by side that open towards the viewer, from the ridge to the floor."""
    chance = sheet.chance
    middle = chance.number(500, 1100)
    x = -300.0
    while x < WIDTH + 300:
        wide = chance.number(90, 260)
        ink = chance.pick(inks)
        upper = line_of(height, x, x + wide)
        lower = [(middle + (end - middle) * spread, floor) for end in (x + wide, x)]
        sheet.area(upper + lower, ink)
        number = chance.pick((0, 3, 5, 7))
        for furrow in range(1, number):
            start = x + wide * furrow / number
            line = [(start, height(start) + 2), (middle + (start - middle) * spread, floor)]
            sheet.taper(line, 0.8, 4.5, mix(ink, sheet.inks.near, 0.22))
        x += wide


def water(sheet: Sheet, shore: float, floor: float = HEIGHT):
    """Still water that mirrors what stands on its far shore, with light on its ripples."""
    inks, chance = sheet.inks, sheet.chance
    depth = floor - shore
    sheet.mirror(shore, depth, mix(inks.water, inks.deep, 0.12), 0.42)
    for _ in range(int(depth / 3.2)):
        share = chance.number(0, 1) ** 1.4
        y = shore + 4 + depth * share
        long = chance.number(40, 150) * (0.5 + share * 1.6)
        x = chance.number(-100, WIDTH)
        ink = mix(inks.shine, inks.water, chance.pick((0.15, 0.45, 0.8)))
        sheet.gouge(x, y, x + long, y, 2 + 4.5 * share, ink)
    sheet.gouge(-200, shore, WIDTH + 200, shore, 5, mix(inks.shine, inks.water, 0.3))


def shadow(sheet: Sheet, x: float, foot: float, wide: float):
    """The shadow that lies to the right of what stands on the ground."""
    ink = sheet.inks.shade
    sheet.oval(x + wide * 0.4, foot, wide * 0.95, wide * 0.085, ink)
    for end, low in ((1.75, -0.03), (1.55, 0.05)):
        y = foot + low * wide
        sheet.gouge(x + wide * 0.4, y, x + end * wide, y, max(1.5, wide * 0.06), ink)
