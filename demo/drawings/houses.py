"""Wooden houses and what stands around them, each from the middle of its foot."""

from demo.drawings.inks import Ink, mix
from demo.drawings.land import Height, shadow
from demo.drawings.lines import Point
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def pane_ink(stamp: Stamp) -> Ink:
    """The glass of a window: lit after dusk and in winter, dark by day."""
    inks = stamp.inks
    return inks.window if inks.is_dark or inks.is_snowy else mix(inks.window, inks.deep, 0.3)


def white_ink(stamp: Stamp) -> Ink:
    """White paint, which is not quite white after dusk."""
    inks = stamp.inks
    return mix(inks.light, inks.deep, 0.14 if inks.is_dark else 0.02)


def window(stamp: Stamp, x: float, y: float, wide: float, tall: float, *, arched: bool = False):
    """A window in a white frame, from its lower left corner."""
    frame, white, pane = wide * 0.16, white_ink(stamp), pane_ink(stamp)
    outer = (x - frame, y - frame, wide + 2 * frame, tall + 2 * frame)
    if arched:
        stamp.arch(*outer, white)
        stamp.arch(x, y, wide, tall, pane)
    else:
        stamp.box(*outer, white)
        stamp.box(x, y, wide, tall, pane)
        glint = [(x, y + tall), (x + wide * 0.5, y + tall), (x, y + tall * 0.45)]
        stamp.area(glint, mix(pane, stamp.inks.light, 0.18))
    bar = max(wide * 0.09, 1.2 / stamp.size)
    stamp.box(x + (wide - bar) / 2, y, bar, tall, white)
    stamp.box(x, y + tall * 0.55, wide, bar, white)


def door(stamp: Stamp, x: float, wide: float, tall: float):
    """A double door in a white frame, from its lower left corner on the ground."""
    ink = mix(stamp.inks.madder, stamp.inks.deep, 0.15)
    stamp.box(x - wide * 0.12, 0, wide * 1.24, tall * 1.07, white_ink(stamp))
    stamp.box(x, 0, wide, tall, ink)
    stamp.box(x + wide * 0.46, tall * 0.04, wide * 0.08, tall * 0.9, mix(ink, stamp.inks.deep, 0.5))


def rows_of_tiles(stamp: Stamp, slope: list[Point], ink: Ink, rows: int = 4):
    """Short cuts across a roof; the slope runs ridge left, ridge right, eaves right, eaves left."""
    (left, top), (right, _), (low_right, low), (low_left, _) = slope
    columns = max(6, int((low_right - low_left) * 14))
    for row in range(1, rows + 1):
        share = row / (rows + 1)
        start, end = left + (low_left - left) * share, right + (low_right - right) * share
        y, step = top + (low - top) * share, (end - start) / columns
        for tile in range(columns):
            if stamp.chance.yes(0.72):
                stamp.gouge(start + tile * step, y, start + (tile + 0.8) * step, y, 0.009, ink)


def roof_inks(stamp: Stamp, ink: Ink) -> tuple[Ink, Ink]:
    """The inks of a roof and of the cuts in it, with or without snow on it."""
    inks = stamp.inks
    if inks.is_snowy:
        return mix(inks.light, inks.far, 0.3), mix(inks.light, inks.far, 0.08)
    return ink, mix(ink, inks.light, 0.24)


def cottage(sheet: Sheet, x: float, foot: float, wide: float):
    """A wooden farmhouse: the lit gable to the left, the long side to the right."""
    stamp = Stamp(sheet, x, foot, wide)
    inks, chance = sheet.inks, sheet.chance
    wall, roof = chance.pick(inks.walls), chance.pick(inks.roofs)
    shade = mix(wall, inks.deep, 0.3)
    shadow(sheet, x + wide * 0.2, foot, wide * 0.42)
    stamp.box(-0.15, 0, 0.65, 0.24, shade)
    stamp.area([(-0.5, 0), (-0.5, 0.24), (-0.325, 0.5), (-0.15, 0.24), (-0.15, 0)], wall)
    for row in range(1, 7):
        y = 0.24 * row / 7
        stamp.gouge(-0.5, y, -0.15, y, 0.007, mix(wall, inks.deep, 0.25))
        stamp.gouge(-0.15, y, 0.5, y, 0.008, mix(shade, inks.deep, 0.3))
    for board in range(-2, 3):
        x, top = -0.325 + 0.03 * board, 0.44 - 0.04 * abs(board)
        stamp.gouge(x, 0.27, x, top, 0.006, mix(wall, inks.deep, 0.25))
    stamp.box(-0.51, -0.015, 1.02, 0.035, mix(inks.far, inks.deep, 0.35))
    chimney(stamp, 0.02, 0.47)
    _cottage_roof(stamp, roof)
    window(stamp, -0.36, 0.09, 0.065, 0.085)
    window(stamp, -0.345, 0.31, 0.042, 0.05)
    window(stamp, -0.06, 0.09, 0.065, 0.085)
    window(stamp, 0.34, 0.09, 0.065, 0.085)
    door(stamp, 0.13, 0.085, 0.175)


def _cottage_roof(stamp: Stamp, roof: Ink):
    inks = stamp.inks
    ink, cut = roof_inks(stamp, roof)
    slope = [(-0.325, 0.515), (0.36, 0.515), (0.53, 0.215), (-0.125, 0.215)]
    stamp.area(slope, ink)
    rows_of_tiles(stamp, slope, cut)
    stamp.gouge(-0.12, 0.215, 0.53, 0.215, 0.012, mix(ink, inks.deep, 0.4))
    edge = inks.light if inks.is_snowy else mix(ink, inks.deep, 0.3)
    for end in (-0.53, -0.125):
        stamp.taper([(-0.325, 0.515), (end, 0.215)], 0.032, 0.026, edge)


def chimney(stamp: Stamp, x: float, y: float, wide: float = 0.055):
    """A brick chimney whose foot is hidden by the roof."""
    inks = stamp.inks
    brick = mix(inks.roofs[0], inks.deep, 0.18)
    stamp.box(x, y - wide, wide, wide * 2.8, brick)
    cap = inks.light if inks.is_snowy else mix(brick, inks.deep, 0.4)
    stamp.box(x - wide * 0.16, y + wide * 1.7, wide * 1.32, wide * 0.4, cap)


def barn(sheet: Sheet, x: float, foot: float, wide: float):
    """A low grey barn with a high roof and a wide door."""
    stamp = Stamp(sheet, x, foot, wide)
    inks = sheet.inks
    wood = mix(inks.bark, inks.far, 0.45)
    shadow(sheet, x + wide * 0.2, foot, wide * 0.42)
    stamp.box(-0.5, 0, 1.0, 0.2, wood)
    for board in range(1, 20):
        across = -0.5 + board / 20
        stamp.gouge(across, 0, across, 0.2, 0.006, mix(wood, inks.deep, 0.35))
    stamp.box(-0.1, 0, 0.22, 0.17, mix(wood, inks.deep, 0.55))
    ink, cut = roof_inks(stamp, mix(inks.crop, inks.bark, 0.45))
    slope = [(-0.4, 0.46), (0.4, 0.46), (0.56, 0.17), (-0.56, 0.17)]
    stamp.area(slope, ink)
    rows_of_tiles(stamp, slope, cut, 6)


def smoke(sheet: Sheet, x: float, y: float, tall: float, drift: float):
    """Smoke that rises in soft rounds and drifts."""
    ink = mix(sheet.inks.cloud, sheet.inks.far, 0.3)
    for step in range(26):
        share = step / 25
        sway = 9 * share * (1 if step % 8 < 4 else -1)
        radius = (5 + 15 * share) * (1 if share < 0.75 else (1.25 - share) * 2)
        sheet.oval(x + drift * share**1.7 + sway, y - tall * share, radius * 1.2, radius, ink)


def fence(sheet: Sheet, start: float, end: float, height: Height, tall: float):
    """A picket fence along a line of the ground."""
    inks, chance = sheet.inks, sheet.chance
    ink = mix(inks.light, inks.deep, 0.5 if inks.is_snowy else 0.14)
    for share in (0.32, 0.7):
        parts = [start + (end - start) * part / 16 for part in range(17)]
        line = [(x, height(x) - tall * share) for x in parts]
        sheet.stroke(line, max(1.5, tall * 0.07), mix(ink, inks.deep, 0.2))
    place = start
    while place < end:
        stamp = Stamp(sheet, place, height(place), tall)
        lean, half = chance.number(-0.03, 0.03), 0.085
        tip = [(lean - half, 0.88), (lean, 1.0), (lean + half, 0.88)]
        stamp.area([(-half, -0.05), *tip, (half, -0.05)], ink)
        place += tall * 0.42
