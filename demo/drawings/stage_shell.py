"""The wooden shell of an open-air stage."""

import math

from demo.drawings.houses import white_ink
from demo.drawings.inks import Ink, mix
from demo.drawings.land import shadow
from demo.drawings.lines import dome
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def stage_shell(sheet: Sheet, x: float, foot: float, wide: float):
    """A shell whose boards run out like the rays of the sun, from the middle of its foot."""
    stamp = Stamp(sheet, x, foot, wide)
    inks, chance = sheet.inks, sheet.chance
    wood = mix(chance.pick((inks.crop, inks.walls[0], inks.walls[4])), inks.light, 0.3)
    roof = chance.pick((mix(inks.spruce_light, inks.deep, 0.2), inks.roofs[1], inks.madder))
    shadow(sheet, x + wide * 0.25, foot, wide * 0.38)
    stamp.area(dome(0, 0.08, 0.5, 0.46, 32), roof)
    stamp.area(dome(0, 0.08, 0.465, 0.425, 32), white_ink(stamp))
    stamp.area(dome(0, 0.08, 0.452, 0.412, 32), mix(wood, inks.deep, 0.12))
    _rays(stamp, wood)
    stamp.area(dome(0, 0.08, 0.12, 0.11), mix(wood, inks.rye, 0.4))
    stamp.box(-0.54, 0, 1.08, 0.085, mix(wood, inks.bark, 0.45))
    stamp.box(-0.55, 0.078, 1.1, 0.014, mix(wood, inks.light, 0.3))
    _woven_band(stamp, 0.012, 0.052)


def _rays(stamp: Stamp, wood: Ink):
    for ray in range(23):
        turn = math.pi * (ray + 0.5) / 23
        across, up = math.cos(turn), math.sin(turn)
        start, end = (0.1 * across, 0.08 + 0.1 * up), (0.447 * across, 0.08 + 0.407 * up)
        ink = mix(wood, stamp.inks.deep, 0.24 if ray % 2 else 0.04)
        stamp.taper([start, end], 0.004, 0.03, ink)


def _woven_band(stamp: Stamp, low: float, tall: float):
    """Lozenges in two colours along the front, as on a woven belt."""
    inks = stamp.inks
    stamp.box(-0.54, low, 1.08, tall, mix(inks.light, inks.walls[2], 0.3))
    middle = low + tall / 2
    for lozenge in range(27):
        x = -0.52 + lozenge * 0.04
        colour = inks.madder if lozenge % 2 else inks.spruce
        for share, ink in ((0.45, colour), (0.22, inks.light)):
            up, across = tall * share, 0.04 * share
            corners = [
                (x - across, middle),
                (x, middle + up),
                (x + across, middle),
                (x, middle - up),
            ]
            stamp.area(corners, ink)
