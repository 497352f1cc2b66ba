"""The large buildings of a village, each from the middle of its foot and facing the viewer."""

import math

from demo.drawings.houses import (
    chimney,
    door,
    pane_ink,
    roof_inks,
    rows_of_tiles,
    white_ink,
    window,
)  # fmt: skip
from demo.drawings.inks import Ink, mix
from demo.drawings.land import shadow
from demo.drawings.lines import dome
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def _steps(stamp: Stamp, half: float, top: float):
    """Three steps of stone in front of a door."""
    for step in range(3):
        wide, ink = half + step * 0.016, mix(white_ink(stamp), stamp.inks.far, 0.15 + step * 0.2)
        stamp.box(-wide, top - step * 0.012, wide * 2, 0.0125, ink)


def _roof(stamp: Stamp, half: float, top: float, low: float, rows: int) -> Ink:
    """A hipped roof over the whole width; gives its ink."""
    ink, cut = roof_inks(stamp, stamp.chance.pick(stamp.inks.roofs))
    slope = [(-half, top), (half, top), (0.535, low), (-0.535, low)]
    stamp.area(slope, ink)
    rows_of_tiles(stamp, slope, cut, rows)
    return ink


def manor(sheet: Sheet, x: float, foot: float, wide: float):
    """A manor of two floors with a columned porch under a pediment."""
    stamp = Stamp(sheet, x, foot, wide, sheet.chance.side())
    inks, chance = sheet.inks, sheet.chance
    rose, grey = mix(inks.walls[2], inks.madder, 0.16), mix(inks.walls[3], inks.light, 0.45)
    wall = chance.pick((inks.walls[2], inks.walls[4], rose, grey))
    shadow(sheet, x + wide * 0.2, foot, wide * 0.4)
    if chance.yes():
        _tower(stamp, 0.5, wall)
    for place in (-0.3, -0.12, 0.12, 0.3):
        chimney(stamp, place - 0.014, 0.325, 0.028)
    _roof(stamp, 0.38, 0.345, 0.225, 4)
    stamp.box(-0.5, 0, 1.0, 0.235, wall)
    stamp.box(0.16, 0, 0.34, 0.235, mix(wall, inks.deep, 0.08))
    stamp.box(-0.515, 0.222, 1.03, 0.016, white_ink(stamp))
    stamp.box(-0.51, 0, 1.02, 0.025, mix(inks.far, inks.deep, 0.3))
    for bay in range(5):
        for side in (-1, 1):
            middle = side * (0.2 + bay * 0.066)
            window(stamp, middle - 0.014, 0.045, 0.028, 0.062)
            window(stamp, middle - 0.014, 0.145, 0.028, 0.05)
    _portico(stamp, wall)


def _tower(stamp: Stamp, x: float, wall: Ink):
    inks = stamp.inks
    stamp.box(x - 0.06, 0, 0.14, 0.4, mix(wall, inks.deep, 0.06))
    for floor in (0.06, 0.17, 0.3):
        window(stamp, x - 0.004, floor, 0.028, 0.06, arched=True)
    stamp.box(x - 0.07, 0.39, 0.16, 0.018, white_ink(stamp))
    ink, _ = roof_inks(stamp, inks.roofs[2])
    stamp.area([(x - 0.075, 0.405), (x + 0.01, 0.58), (x + 0.095, 0.405)], ink)
    stamp.taper([(x + 0.01, 0.56), (x + 0.01, 0.64)], 0.006, 0.004, inks.deep)


def _portico(stamp: Stamp, wall: Ink):
    inks, white = stamp.inks, white_ink(stamp)
    stamp.box(-0.15, 0, 0.3, 0.25, mix(wall, inks.deep, 0.34))
    for middle in (-0.088, 0.0, 0.088):
        window(stamp, middle - 0.017, 0.15, 0.034, 0.06)
    door(stamp, -0.025, 0.05, 0.1)
    window(stamp, -0.105, 0.045, 0.034, 0.06)
    window(stamp, 0.071, 0.045, 0.034, 0.06)
    columns = stamp.chance.pick((4, 6))
    for column in range(columns):
        x = -0.135 + 0.27 * column / (columns - 1)
        stamp.taper([(x, 0.02), (x, 0.232)], 0.025, 0.021, white)
        flute = mix(white, inks.far, 0.55)
        stamp.taper([(x + 0.006, 0.02), (x + 0.006, 0.232)], 0.007, 0.006, flute)
        stamp.box(x - 0.017, 0.226, 0.034, 0.012, white)
        stamp.box(x - 0.017, 0.012, 0.034, 0.014, white)
    stamp.box(-0.16, 0.236, 0.32, 0.024, white)
    stamp.area([(-0.175, 0.258), (0, 0.36), (0.175, 0.258)], white)
    stamp.area([(-0.13, 0.267), (0, 0.342), (0.13, 0.267)], mix(wall, inks.deep, 0.1))
    stamp.oval(0, 0.292, 0.017, 0.017, white)
    _steps(stamp, 0.165, 0.012)


def church(sheet: Sheet, x: float, foot: float, wide: float):
    """A Lutheran village church: a long nave and a west tower with a tall spire."""
    stamp = Stamp(sheet, x, foot, wide, 1)
    inks, chance = sheet.inks, sheet.chance
    wall = chance.pick((inks.light, inks.walls[2], mix(inks.light, inks.far, 0.4)))
    wall = mix(wall, inks.deep, 0.1 if inks.is_dark else 0.02)
    shade, stone = mix(wall, inks.deep, 0.2), mix(inks.far, inks.deep, 0.35)
    roof = chance.pick((inks.roofs[0], inks.roofs[3], inks.roofs[2]))
    ink, cut = roof_inks(stamp, roof)
    shadow(sheet, x + wide * 0.2, foot, wide * 0.42)
    stamp.box(-0.2, 0, 0.7, 0.27, shade)
    slope = [(-0.2, 0.55), (0.42, 0.55), (0.53, 0.255), (-0.2, 0.255)]
    stamp.area(slope, ink)
    rows_of_tiles(stamp, slope, cut, 6)
    for place in (-0.06, 0.1, 0.26, 0.41):
        window(stamp, place - 0.025, 0.075, 0.05, 0.14, arched=True)
    stamp.box(-0.2, -0.012, 0.72, 0.045, stone)
    stamp.box(-0.46, 0, 0.3, 0.68, wall)
    stamp.area([(-0.22, 0), (-0.16, 0), (-0.16, 0.68), (-0.22, 0.68)], shade)
    stamp.box(-0.48, -0.012, 0.34, 0.05, stone)
    for level in (0.3, 0.5, 0.67):
        stamp.box(-0.472, level, 0.324, 0.016, mix(wall, inks.light, 0.5))
    _church_tower(stamp, roof)


def _church_tower(stamp: Stamp, roof: Ink):
    inks, white = stamp.inks, white_ink(stamp)
    stamp.arch(-0.375, 0, 0.13, 0.21, white)
    stamp.arch(-0.355, 0, 0.09, 0.19, mix(inks.madder, inks.deep, 0.3))
    window(stamp, -0.337, 0.35, 0.055, 0.1, arched=True)
    for place in (-0.385, -0.295):
        stamp.arch(place, 0.54, 0.06, 0.1, mix(inks.deep, pane_ink(stamp), 0.25))
    ink, _ = roof_inks(stamp, roof)
    dark = mix(ink, inks.deep, 0.3)
    stamp.area([(-0.49, 0.683), (-0.39, 0.8), (-0.31, 1.32), (-0.31, 0.683)], ink)
    stamp.area([(-0.13, 0.683), (-0.23, 0.8), (-0.31, 1.32), (-0.31, 0.683)], dark)
    stamp.gouge(-0.37, 0.82, -0.315, 1.22, 0.014, mix(ink, inks.light, 0.3))
    stamp.taper([(-0.31, 1.3), (-0.31, 1.42)], 0.012, 0.009, inks.deep)
    stamp.oval(-0.31, 1.32, 0.016, 0.016, inks.rye)
    if stamp.chance.yes():
        stamp.box(-0.34, 1.375, 0.06, 0.011, inks.deep)
        return
    tail, breast = [(-0.36, 1.43), (-0.345, 1.4)], [(-0.27, 1.39), (-0.3, 1.375), (-0.34, 1.38)]
    stamp.area([*tail, (-0.29, 1.4), (-0.255, 1.45), *breast], inks.rye)


def school(sheet: Sheet, x: float, foot: float, wide: float):
    """A school of two floors with tall windows, a porch and the flag."""
    stamp = Stamp(sheet, x, foot, wide)
    inks, chance = sheet.inks, sheet.chance
    brick = mix(inks.walls[1], inks.light, 0.25)
    wall = chance.pick((inks.walls[4], inks.walls[2], brick, inks.walls[3]))
    shadow(sheet, x + wide * 0.2, foot, wide * 0.42)
    for place in (-0.3, 0.28):
        chimney(stamp, place, 0.35, 0.03)
    ink = _roof(stamp, 0.42, 0.4, 0.265, 4)
    stamp.box(-0.5, 0, 1, 0.275, wall)
    stamp.box(-0.51, 0, 1.02, 0.03, mix(inks.far, inks.deep, 0.3))
    stamp.box(-0.505, 0.146, 1.01, 0.01, mix(wall, inks.light, 0.55))
    for bay in range(4):
        for side in (-1, 1):
            middle = side * (0.19 + bay * 0.085)
            window(stamp, middle - 0.023, 0.05, 0.046, 0.075)
            window(stamp, middle - 0.023, 0.175, 0.046, 0.07)
    _school_porch(stamp, wall, ink)
    flag(sheet, *stamp.place(chance.pick((-0.62, 0.6)), -0.03), wide * 0.46)


def _school_porch(stamp: Stamp, wall: Ink, roof: Ink):
    inks, white = stamp.inks, white_ink(stamp)
    stamp.box(-0.13, 0, 0.26, 0.3, mix(wall, inks.light, 0.22))
    stamp.area([(-0.15, 0.295), (0, 0.45), (0.15, 0.295)], mix(wall, inks.light, 0.22))
    for side in (-1, 1):
        stamp.taper([(0, 0.462), (side * 0.165, 0.285)], 0.022, 0.018, mix(roof, inks.deep, 0.2))
    stamp.oval(0, 0.355, 0.03, 0.03, white)
    stamp.taper([(0, 0.355), (0, 0.375)], 0.005, 0.004, inks.deep)
    stamp.taper([(0, 0.355), (0.014, 0.35)], 0.005, 0.004, inks.deep)
    for place in (-0.085, 0.0, 0.085):
        window(stamp, place - 0.022, 0.175, 0.044, 0.08, arched=True)
    door(stamp, -0.04, 0.08, 0.115)
    _steps(stamp, 0.07, -0.004)


def flag(sheet: Sheet, x: float, foot: float, tall: float):
    """The flag of Latvia on a white pole."""
    stamp = Stamp(sheet, x, foot, tall)
    inks = sheet.inks
    stamp.taper([(0, 0), (0, 1)], 0.016, 0.012, white_ink(stamp))
    wave = [(0.44 * step / 8, 0.022 * math.sin(step / 8 * 6.0)) for step in range(9)]
    for low, high, ink in ((0.74, 0.98, inks.madder), (0.836, 0.884, inks.light)):
        upper, lower = ([(x, level + y) for x, y in wave] for level in (high, low))
        stamp.area(upper + lower[::-1], ink)


def hall(sheet: Sheet, x: float, foot: float, wide: float):
    """A parish hall: a broad gable, tall lit windows and an open door."""
    stamp = Stamp(sheet, x, foot, wide)
    inks, chance = sheet.inks, sheet.chance
    grey = mix(inks.walls[3], inks.light, 0.3)
    wall = chance.pick((inks.walls[2], inks.walls[0], grey, inks.walls[1]))
    shadow(sheet, x + wide * 0.2, foot, wide * 0.42)
    ink = _roof(stamp, 0.36, 0.42, 0.2, 6)
    stamp.box(-0.5, 0, 1, 0.21, mix(wall, inks.deep, 0.14))
    stamp.box(-0.51, 0, 1.02, 0.03, mix(inks.far, inks.deep, 0.35))
    for bay in range(3):
        for side in (-1, 1):
            window(stamp, side * (0.26 + bay * 0.085) - 0.022, 0.06, 0.044, 0.1, arched=True)
    gable = [(-0.2, 0), (-0.2, 0.3), (0, 0.5), (0.2, 0.3), (0.2, 0)]
    stamp.area(gable, wall)
    for side in (-1, 1):
        stamp.taper([(0, 0.517), (side * 0.225, 0.285)], 0.028, 0.024, mix(ink, inks.deep, 0.25))
    for place in (-0.11, 0.0, 0.11):
        window(stamp, place - 0.03, 0.2, 0.06, 0.13, arched=True)
    _hall_door(stamp)


def _hall_door(stamp: Stamp):
    inks, white = stamp.inks, white_ink(stamp)
    stamp.oval(0, 0.405, 0.026, 0.026, white)
    stamp.oval(0, 0.405, 0.018, 0.018, pane_ink(stamp))
    stamp.box(-0.07, 0, 0.14, 0.15, white)
    inside = mix(inks.window if inks.is_dark else inks.deep, inks.rye, 0.3)
    stamp.box(-0.056, 0, 0.112, 0.138, inside)
    leaf = mix(inks.madder, inks.deep, 0.25)
    for side in (-1, 1):
        wing = ((0.056, 0), (0.1, -0.012), (0.1, 0.135), (0.056, 0.138))
        stamp.area([(side * across, up) for across, up in wing], leaf)
        stamp.taper([(side * 0.125, 0), (side * 0.125, 0.165)], 0.018, 0.016, white)
    stamp.area([(-0.155, 0.165), (0, 0.215), (0.155, 0.165)], mix(inks.roofs[2], inks.deep, 0.1))
    _steps(stamp, 0.13, -0.012)


def rotunda(sheet: Sheet, x: float, foot: float, wide: float):
    """A round park pavilion: white columns under a dome."""
    stamp = Stamp(sheet, x, foot, wide)
    inks, white = sheet.inks, white_ink(stamp)
    copper = mix(inks.spruce_light, inks.light, 0.2)
    ink, cut = roof_inks(stamp, sheet.chance.pick((inks.roofs[2], copper, inks.roofs[0])))
    shadow(sheet, x + wide * 0.2, foot, wide * 0.5)
    stamp.box(-0.4, 0.08, 0.8, 0.62, mix(inks.near, inks.deep, 0.3))
    for place, thick in ((-0.26, 0.05), (0.26, 0.05), (-0.1, 0.045), (0.1, 0.045)):
        stamp.box(place - thick / 2, 0.1, thick, 0.6, mix(white, inks.far, 0.6))
    for row, half in enumerate((0.5, 0.47, 0.44)):
        stamp.box(-half, row * 0.04 - 0.02, half * 2, 0.04, mix(white, inks.far, 0.5 - row * 0.2))
    for place in (-0.39, -0.2, 0.2, 0.39):
        stamp.taper([(place, 0.1), (place, 0.72)], 0.075, 0.062, white)
        flute = [(place + 0.018, 0.1), (place + 0.018, 0.72)]
        stamp.taper(flute, 0.022, 0.018, mix(white, inks.far, 0.5))
        stamp.box(place - 0.05, 0.69, 0.1, 0.03, white)
    stamp.box(-0.46, 0.72, 0.92, 0.07, white)
    stamp.box(-0.48, 0.785, 0.96, 0.022, mix(white, inks.far, 0.25))
    stamp.area(dome(0, 0.805, 0.44, 0.34, 20), ink)
    for rib in (-0.62, -0.2, 0.25, 0.66):
        stamp.gouge(rib * 0.44, 0.83, rib * 0.16, 1.12, 0.018, cut)
    stamp.taper([(0, 1.13), (0, 1.24)], 0.03, 0.008, white)
