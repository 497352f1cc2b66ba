"""What grows low: grass at the foot of things, bushes, reeds and meadow flowers."""

import math

from demo.drawings.inks import Ink, mix
from demo.drawings.land import shadow
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def tuft(stamp: Stamp, half: float):
    """Grass or snow that hides where a trunk goes into the ground."""
    inks, chance = stamp.inks, stamp.chance
    ink = inks.ground if inks.is_snowy else mix(inks.ground, inks.near, 0.5)
    for blade in range(17):
        at = half * (blade / 8 - 1) * chance.number(0.8, 1.2)
        tall = half * chance.number(0.2, 0.6)
        tip = at + chance.number(-0.2, 0.2) * half
        stamp.gouge(at, -half * 0.25, tip, tall, half * 0.15, ink)


def bush(sheet: Sheet, x: float, foot: float, wide: float):
    """A low bush of leafy tufts; a heap of snow in winter."""
    stamp = Stamp(sheet, x, foot, wide, sheet.chance.side())
    inks, chance = sheet.inks, sheet.chance
    ink = mix(inks.crop, inks.far, 0.3) if inks.is_snowy else mix(inks.leaf, inks.deep, 0.4)
    light = inks.light if inks.is_snowy else mix(inks.leaf, inks.leaf_light, 0.6)
    shadow(sheet, x, foot, wide * 0.5)
    for at, size in ((-0.36, 0.17), (0.37, 0.16), (-0.13, 0.26), (0.16, 0.22)):
        outline = []
        for step in range(19):
            turn, reach = math.pi * (step / 18 * 1.1 - 0.05), size * (1.12 if step % 2 else 0.94)
            outline.append((at + reach * math.cos(turn), max(-0.02, reach * math.sin(turn))))
        stamp.area(outline, mix(ink, inks.deep, chance.number(0, 0.15)))
        for cut in range(6):
            turn = math.pi * (0.38 + cut * 0.1)
            start = size * chance.number(0.35, 0.6)
            across, up, end = math.cos(turn), math.sin(turn), start + size * 0.32
            stamp.gouge(at + start * across, start * up, at + end * across, end * up, 0.022, light)


def reeds(sheet: Sheet, x: float, foot: float, wide: float, tall: float):
    """A stand of reeds with a few brown heads."""
    inks, chance = sheet.inks, sheet.chance
    for _ in range(int(wide / 5)):
        here = x + chance.number(-0.5, 0.5) * wide
        high, lean = tall * chance.number(0.5, 1.0), chance.number(-0.16, 0.16)
        tip = (here + lean * high, foot - high)
        ink = mix(inks.deep, inks.crop, chance.pick((0.05, 0.35, 0.7)))
        sheet.gouge(here, foot + 4, *tip, 4.2, ink)
        if chance.yes(0.2):
            sheet.gouge(*tip, tip[0] - lean * 24, tip[1] + 26, 7.5, mix(inks.bark, inks.rye, 0.35))


def flowers(sheet: Sheet, top: float, foot: float, number: int):
    """Daisies, cornflowers and poppies of a meadow, larger towards the viewer."""
    inks, chance = sheet.inks, sheet.chance
    if inks.is_autumn or inks.is_snowy:
        return
    stem = mix(inks.ground, inks.near, 0.75)
    petals = (inks.light, inks.light, inks.madder, inks.cloths[3], mix(inks.rye, inks.light, 0.25))
    for place in range(number):
        share = (place + 1) / number
        x, y = chance.number(0, 1600), top + (foot - top) * share
        size = 2.2 + 7 * share * chance.number(0.8, 1.2)
        lean = chance.number(-0.8, 0.8) * size
        sheet.gouge(x, y + size * 5, x + lean, y, max(1.6, size * 0.4), stem)
        sheet.gouge(x, y + size * 4, x + size * 1.6, y + size * 2.6, max(1.6, size * 0.5), stem)
        _blossom(sheet, x + lean, y, size, chance.pick(petals))


def _blossom(sheet: Sheet, x: float, y: float, size: float, ink: Ink):
    inks = sheet.inks
    for petal in range(5):
        angle = petal * 2 * math.pi / 5 + x
        across, down = math.cos(angle) * size * 0.6, math.sin(angle) * size * 0.45
        sheet.oval(x + across, y + down, size * 0.46, size * 0.38, ink)
    heart = inks.rye if ink == inks.light else mix(ink, inks.deep, 0.6)
    sheet.oval(x, y, size * 0.36, size * 0.3, heart)
