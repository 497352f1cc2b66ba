"""Animals of the parish, each from the middle of its feet."""

from demo.drawings.houses import white_ink
from demo.drawings.inks import mix
from demo.drawings.land import shadow
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def wader(sheet: Sheet, x: float, foot: float, tall: float):
    """A white stork or, when storks have left in autumn, a grey crane."""
    stamp = Stamp(sheet, x, foot, tall, sheet.chance.side())
    white, red = white_ink(stamp), mix(sheet.inks.madder, sheet.inks.rye, 0.35)
    if sheet.inks.is_autumn:
        white, red = mix(sheet.inks.far, sheet.inks.light, 0.3), mix(sheet.inks.deep, white, 0.25)
    stamp.taper([(-0.02, 0.5), (-0.01, 0.0)], 0.03, 0.022, red)
    stamp.taper([(0.04, 0.5), (0.1, 0.26), (0.05, 0.0)], 0.03, 0.022, red)
    body = [(0.22, 0.62), (0.02, 0.46), (-0.24, 0.5), (-0.36, 0.46), (-0.2, 0.6), (0.02, 0.7)]
    stamp.area(body, white)
    stamp.taper([(0.12, 0.58), (0.22, 0.76), (0.18, 0.92)], 0.14, 0.07, white)
    stamp.oval(0.2, 0.93, 0.058, 0.05, white)
    stamp.area([(0.02, 0.56), (-0.18, 0.5), (-0.44, 0.42), (-0.22, 0.6)], sheet.inks.deep)
    stamp.taper([(0.23, 0.935), (0.47, 0.87)], 0.036, 0.008, red)


def storks_nest(sheet: Sheet, x: float, foot: float, top: float):
    """A pair of storks on their nest on a pole."""
    inks, chance = sheet.inks, sheet.chance
    sheet.taper([(x, foot), (x, top)], 15, 10, mix(inks.bark, inks.far, 0.2))
    for _ in range(46):
        at = chance.number(-1, 1)
        y = top + 14 - (1 - at * at) * chance.number(-12, 16)
        twig = mix(inks.bark, inks.crop, chance.number(0, 0.5))
        start, end = (x + at * 44 - 24, y + chance.number(-6, 6)), (x + at * 44 + 24, y)
        sheet.gouge(*start, *end, 4, twig)
    wader(sheet, x - 8, top + 4, 92)
    wader(sheet, x + 26, top + 6, 74)


def swans(sheet: Sheet, x: float, y: float):
    """Three swans on the water."""
    inks, chance = sheet.inks, sheet.chance
    facing = chance.side()
    for away, size in ((0, 86), (-120, 70), (140, 60)):
        stamp = Stamp(sheet, x + away, y + chance.number(-14, 24), size, facing)
        white = white_ink(stamp)
        for row in range(3):
            low = -0.06 - row * 0.09
            stamp.gouge(-0.6, low, 0.6, low, 0.04, mix(inks.shine, inks.water, 0.2))
        back = [(0.46, 0.14), (0.32, 0.3), (-0.1, 0.36)]
        stamp.area([(-0.62, 0.3), (-0.45, 0.02), (0.3, 0.0), *back], white)
        stamp.taper([(0.3, 0.12), (0.46, 0.36), (0.32, 0.58), (0.4, 0.74)], 0.16, 0.09, white)
        stamp.oval(0.43, 0.73, 0.085, 0.065, white)
        stamp.area([(0.48, 0.77), (0.66, 0.68), (0.48, 0.68)], mix(inks.madder, inks.rye, 0.6))
        stamp.gouge(-0.5, 0.2, 0.1, 0.24, 0.04, mix(white, inks.far, 0.6))


def duck(sheet: Sheet, x: float, y: float, size: float):
    """A mallard on the water."""
    inks = sheet.inks
    stamp = Stamp(sheet, x, y, size, sheet.chance.side())
    body = [(-0.6, 0.3), (-0.4, 0), (0.35, 0), (0.5, 0.2), (0.3, 0.36), (-0.2, 0.34)]
    stamp.area(body, mix(inks.bark, inks.light, 0.3))
    stamp.oval(0.45, 0.5, 0.17, 0.16, mix(inks.spruce, inks.near, 0.3))
    stamp.area([(0.58, 0.53), (0.82, 0.44), (0.58, 0.43)], inks.rye)


def dog(sheet: Sheet, x: float, foot: float):
    """A dog of no breed."""
    inks = sheet.inks
    stamp = Stamp(sheet, x, foot, 50, sheet.chance.side())
    coat = sheet.chance.pick((inks.bark, inks.light, mix(inks.rye, inks.bark, 0.4)))
    for leg in (-0.4, -0.26, 0.2, 0.34):
        stamp.taper([(leg, 0.45), (leg, 0)], 0.14, 0.1, coat)
    stamp.area([(-0.5, 0.7), (-0.48, 0.36), (0.44, 0.36), (0.5, 0.74)], coat)
    muzzle = [(0.46, 1.08), (0.66, 1.1), (0.92, 0.9), (0.88, 0.8), (0.6, 0.76), (0.5, 0.5)]
    stamp.area([(0.3, 0.7), *muzzle], coat)
    stamp.area([(0.42, 1.08), (0.34, 0.8), (0.52, 0.88)], mix(coat, inks.deep, 0.4))
    stamp.taper([(-0.46, 0.66), (-0.72, 0.98)], 0.12, 0.05, coat)


def deer(sheet: Sheet, x: float, foot: float, tall: float):
    """A roe buck that has heard something."""
    inks = sheet.inks
    stamp = Stamp(sheet, x, foot, tall, sheet.chance.side())
    hide = mix(inks.bark, inks.walls[0], 0.4)
    for leg, shade in ((-0.3, 0.0), (-0.2, 0.25), (0.16, 0.0), (0.25, 0.25)):
        line = [(leg, 0.5), (leg + 0.02, 0.22), (leg, 0)]
        stamp.taper(line, 0.08, 0.028, mix(hide, inks.deep, shade))
    back = [(0.28, 0.42), (0.36, 0.62), (0.1, 0.7), (-0.3, 0.7)]
    stamp.area([(-0.42, 0.62), (-0.34, 0.44), (0.0, 0.4), *back], hide)
    stamp.area([(0.14, 0.64), (0.36, 0.52), (0.5, 0.92), (0.38, 0.96)], hide)
    muzzle = [(0.52, 1.02), (0.68, 0.9), (0.64, 0.86), (0.46, 0.86)]
    stamp.area([(0.36, 0.96), (0.4, 1.04), *muzzle], hide)
    stamp.area([(0.38, 1.0), (0.28, 1.12), (0.42, 1.06)], mix(hide, inks.light, 0.3))
    for antler in (
        [(0.42, 1.02), (0.4, 1.4)],
        [(0.42, 1.2), (0.56, 1.36)],
        [(0.45, 1.02), (0.6, 1.2)],
    ):
        stamp.taper(antler, 0.028, 0.014, inks.bark)
    stamp.area([(-0.42, 0.64), (-0.48, 0.54), (-0.37, 0.5)], inks.light)


def cat(sheet: Sheet, x: float, foot: float, tall: float):
    """A cat on a sill, seen from behind, that looks out of the window."""
    inks = sheet.inks
    stamp = Stamp(sheet, x, foot, tall, sheet.chance.side())
    black, ginger = mix(inks.deep, inks.bark, 0.3), mix(inks.rye, inks.roofs[0], 0.4)
    fur = sheet.chance.pick((black, ginger, mix(inks.far, inks.deep, 0.4)))
    stamp.both([(0.33, 0), (0.37, 0.24), (0.22, 0.55), (0.12, 0.7)], fur)
    stamp.oval(0, 0.78, 0.2, 0.17, fur)
    for side in (-1, 1):
        stamp.area([(side * 0.19, 0.8), (side * 0.17, 1.05), (side * 0.03, 0.92)], fur)
    stamp.taper([(0.26, 0.06), (0.56, 0.02), (0.62, -0.3), (0.52, -0.5)], 0.12, 0.08, fur)


def cow(sheet: Sheet, x: float, foot: float, tall: float):
    """A brown cow that grazes."""
    inks = sheet.inks
    stamp = Stamp(sheet, x, foot, tall, sheet.chance.side())
    hide = sheet.chance.pick((inks.walls[1], mix(inks.bark, inks.walls[0], 0.35), inks.bark))
    shadow(sheet, x, foot, tall * 0.7)
    for leg, shade in ((-0.5, 0.0), (-0.38, 0.3), (0.3, 0.0), (0.42, 0.3)):
        stamp.taper([(leg, 0.5), (leg, 0)], 0.13, 0.08, mix(hide, inks.deep, shade))
    rump = [(-0.66, 0.86), (-0.68, 0.5), (-0.5, 0.36)]
    stamp.area([*rump, (0.4, 0.36), (0.6, 0.5), (0.62, 0.86), (0.0, 0.9)], hide)
    stamp.area([(0.4, 0.86), (0.5, 0.5), (0.66, 0.3), (0.84, 0.36), (0.64, 0.84)], hide)
    stamp.area([(0.66, 0.44), (0.72, 0.06), (0.86, 0.02), (0.92, 0.1), (0.88, 0.44)], hide)
    stamp.oval(0.81, 0.06, 0.075, 0.055, mix(hide, inks.light, 0.45))
    for start, end in (((0.66, 0.44), (0.54, 0.4)), ((0.88, 0.44), (1.0, 0.46))):
        stamp.gouge(*start, *end, 0.09, mix(hide, inks.deep, 0.35))
    stamp.taper([(-0.66, 0.82), (-0.74, 0.5), (-0.72, 0.26)], 0.05, 0.03, mix(hide, inks.deep, 0.3))
    if sheet.chance.yes():
        stamp.area(
            [(-0.3, 0.87), (-0.36, 0.62), (-0.1, 0.5), (0.12, 0.7), (0.06, 0.88)], inks.light
        )
