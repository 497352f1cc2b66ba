"""The narrow-gauge train: engine, carriages, steam and the line it runs on."""

import math

from demo.drawings.houses import pane_ink
from demo.drawings.inks import Ink, mix
from demo.drawings.people import head
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def line(sheet: Sheet, level: float):
    """A low bank of gravel with sleepers and a rail, straight across the picture."""
    inks, chance = sheet.inks, sheet.chance
    gravel = mix(mix(inks.bark, inks.far, 0.5), inks.light, 0.5 if inks.is_snowy else 0.1)
    sheet.area([(-20, level + 4), (1620, level + 4), (1620, level + 46), (-20, level + 46)], gravel)
    for _ in range(150):
        x, y = chance.number(0, 1600), level + chance.number(12, 44)
        ink = mix(gravel, chance.pick((inks.light, inks.deep)), 0.35)
        sheet.gouge(x, y, x + chance.number(6, 16), y + 1, 4, ink)
    for sleeper in range(58):
        sheet.box(sleeper * 28 - 6, level + 1, 15, 8, mix(inks.bark, inks.deep, 0.35))
    sheet.box(-20, level - 3, 1640, 4, mix(inks.far, inks.deep, 0.55))


def train(sheet: Sheet, x: float, level: float, carriages: int):
    """An engine whose front is at x, heading right, with carriages behind it."""
    inks = sheet.inks
    red, blue = mix(inks.madder, inks.deep, 0.12), mix(inks.cloths[3], inks.deep, 0.2)
    body = sheet.chance.pick((inks.spruce, red, blue))
    _steam(sheet, x - 52, level - 152)
    for number in range(carriages):
        _carriage(Stamp(sheet, x - 405 - number * 292, level, 280), body)
    _engine(Stamp(sheet, x - 130, level, 260))


def _steam(sheet: Sheet, x: float, y: float):
    """A plume that the wind of the journey lays back over the carriages."""
    inks, chance = sheet.inks, sheet.chance
    white = mix(inks.light, inks.glow, 0.25 if not inks.is_dark else 0.45)
    shade = mix(white, inks.sky, 0.38)
    puffs = []
    for step in range(17):
        share = step / 16
        radius = (13 + 58 * share**0.8) * chance.number(0.8, 1.15)
        sway = chance.number(-14, 14) * share
        radius *= 1 if share < 0.85 else 0.7
        puffs.append((x - 620 * share**1.25, y - 8 - 150 * share**0.75 + sway, radius))
    for px, py, radius in puffs:
        sheet.oval(px, py + radius * 0.16, radius * 1.2, radius, shade)
    for px, py, radius in puffs:
        sheet.oval(px + radius * 0.08, py - radius * 0.06, radius * 1.06, radius * 0.82, white)
    for px, py, radius in puffs[3:]:
        for start in (3.5, 4.1, 4.7):
            ends = []
            for turn in (start, start + 0.42):
                ends.append(px + radius * 0.62 * math.cos(turn))
                ends.append(py + radius * 0.5 * math.sin(turn))
            sheet.gouge(*ends, radius * 0.08, mix(white, shade, 0.7))


def _wheel(stamp: Stamp, x: float, size: float, rim: Ink):
    inks = stamp.inks
    stamp.oval(x, size, size, size, mix(inks.deep, inks.bark, 0.2))
    stamp.oval(x, size, size * 0.74, size * 0.74, rim)
    for spoke in range(4):
        turn = spoke * math.pi / 4 + x * 9
        across, up = math.cos(turn) * size * 0.8, math.sin(turn) * size * 0.8
        line = [(x - across, size - up), (x + across, size + up)]
        stamp.taper(line, size * 0.16, size * 0.16, inks.deep)
    stamp.oval(x, size, size * 0.22, size * 0.22, inks.rye)


def _engine(stamp: Stamp):
    inks = stamp.inks
    black, red = mix(inks.deep, inks.near, 0.12), mix(inks.madder, inks.deep, 0.05)
    shine = mix(black, inks.light, 0.35)
    stamp.box(-0.5, 0.13, 0.98, 0.06, red)
    stamp.box(-0.1, 0.19, 0.46, 0.2, black)
    stamp.oval(0.36, 0.29, 0.05, 0.1, black)
    stamp.gouge(-0.08, 0.35, 0.34, 0.35, 0.02, shine)
    for band in (0.02, 0.14, 0.26):
        stamp.box(band, 0.19, 0.012, 0.2, inks.rye)
    funnel = [(0.27, 0.52), (0.24, 0.57), (0.37, 0.57), (0.34, 0.52)]
    stamp.area([(0.25, 0.38), *funnel, (0.35, 0.38)], black)
    stamp.box(0.232, 0.56, 0.146, 0.022, inks.rye)
    stamp.arch(0.08, 0.38, 0.09, 0.09, inks.rye)
    stamp.arch(-0.03, 0.38, 0.06, 0.07, black)
    stamp.box(-0.45, 0.17, 0.33, 0.34, black)
    stamp.box(-0.38, 0.34, 0.17, 0.13, pane_ink(stamp))
    head(stamp, -0.28, 0.385, 0.042, "man")
    stamp.box(-0.4, 0.2, 0.25, 0.1, red)
    stamp.box(-0.4, 0.245, 0.25, 0.012, inks.rye)
    stamp.area([(-0.5, 0.51), (-0.45, 0.55), (-0.13, 0.55), (-0.08, 0.51)], red)
    stamp.oval(0.4, 0.44, 0.035, 0.035, inks.rye)
    stamp.oval(0.41, 0.44, 0.022, 0.022, mix(inks.window, inks.light, 0.5))
    stamp.area([(0.42, 0.15), (0.54, 0.03), (0.42, 0.03)], red)
    stamp.box(0.47, 0.14, 0.05, 0.04, black)
    for x, size in ((-0.37, 0.075), (-0.12, 0.095), (0.1, 0.095), (0.32, 0.06)):
        _wheel(stamp, x, size, red)
    stamp.taper([(-0.14, 0.09), (0.14, 0.09)], 0.024, 0.024, shine)


def _carriage(stamp: Stamp, body: Ink):
    inks = stamp.inks
    cream = mix(inks.light, inks.walls[2], 0.6)
    for x in (-0.34, -0.2, 0.2, 0.34):
        _wheel(stamp, x, 0.048, mix(inks.bark, inks.far, 0.3))
    stamp.box(-0.5, 0.085, 1, 0.035, mix(inks.deep, inks.bark, 0.2))
    stamp.box(-0.53, 0.09, 1.06, 0.015, inks.deep)
    stamp.box(-0.48, 0.115, 0.96, 0.165, body)
    stamp.box(-0.48, 0.27, 0.96, 0.17, cream)
    stamp.box(-0.48, 0.266, 0.96, 0.01, inks.rye)
    for board in range(1, 16):
        across = -0.48 + board * 0.06
        stamp.gouge(across, 0.12, across, 0.26, 0.006, mix(body, inks.light, 0.2))
    for place in range(6):
        _carriage_window(stamp, -0.435 + place * 0.148, mix(body, inks.deep, 0.3))
    roof = mix(inks.light, inks.far, 0.25) if inks.is_snowy else mix(inks.far, inks.deep, 0.45)
    stamp.both([(0.3, 0.495), (0.47, 0.475), (0.52, 0.435)], roof)
    stamp.gouge(-0.4, 0.478, 0.4, 0.482, 0.012, mix(roof, inks.light, 0.35))


def _carriage_window(stamp: Stamp, x: float, frame: Ink):
    """A window and, more often than not, somebody at it."""
    chance = stamp.chance
    stamp.box(x - 0.008, 0.287, 0.126, 0.128, frame)
    stamp.box(x, 0.295, 0.11, 0.112, pane_ink(stamp))
    if chance.yes(0.55):
        shoulders = [(x + 0.035, 0.345), (x + 0.075, 0.345)]
        coat = chance.pick(stamp.inks.cloths)
        stamp.area([(x + 0.02, 0.295), *shoulders, (x + 0.09, 0.295)], coat)
        head(stamp, x + 0.055, 0.365, 0.026, chance.pick(("man", "woman", "child")))
