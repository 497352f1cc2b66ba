"""Boats and the footbridge that they are tied to."""

from demo.drawings.inks import mix
from demo.drawings.people import person
from demo.drawings.sheet import HEIGHT, Sheet
from demo.drawings.stamp import Stamp


def jetty(sheet: Sheet, shore: float, start: float):
    """A footbridge of planks that goes out from the near bank and grows smaller."""
    inks, chance = sheet.inks, sheet.chance
    end = 800 + (start - 800) * chance.number(-0.2, 0.6)
    near_y, far_y = 915, shore + (HEIGHT - shore) * chance.number(0.34, 0.5)
    planks = []
    for step in range(25):
        near = 1 / (1 + step / 24 * 2.6)
        share = (1 - near) / (1 - 1 / 3.6)
        y = near_y + (far_y - near_y) * share
        planks.append((start + (end - start) * share, y, 88 * near))
    for x, y, half in planks[::5]:
        for side in (-1, 1):
            post = (x + side * half * 0.94 - half * 0.07, y - half * 0.55, half * 0.14, half * 1.15)
            sheet.box(*post, mix(inks.bark, inks.deep, 0.3))
    under = [(x - half, y + half * 0.24) for x, y, half in planks]
    under += [(x + half, y + half * 0.24) for x, y, half in planks[::-1]]
    sheet.area(under, mix(inks.water, inks.deep, 0.65))
    wood = mix(inks.crop, inks.bark, 0.4)
    for (x, y, half), (next_x, next_y, next_half) in zip(planks, planks[1:], strict=False):
        far = next_y + (y - next_y) * 0.14
        plank = [(x - half, y), (x + half, y), (next_x + next_half, far), (next_x - next_half, far)]
        sheet.area(plank, mix(wood, inks.light, chance.number(0.05, 0.4)))


def _on_water(stamp: Stamp):
    """The dark of the boat in the water."""
    ink = mix(stamp.inks.water, stamp.inks.deep, 0.55)
    for row in range(5):
        half, low = 0.8 - row * 0.1, -0.1 - row * 0.08
        stamp.gouge(-half, low, half, low, 0.05, ink)


def rowing_boat(sheet: Sheet, x: float, y: float):
    """A rowing boat, now and then with an angler in it."""
    inks, chance = sheet.inks, sheet.chance
    stamp = Stamp(sheet, x, y, chance.number(95, 125), chance.side())
    _on_water(stamp)
    if chance.yes():
        person(sheet, *stamp.place(0.1, -0.06), 130, "man", arms="right")
        stamp.taper([(0.35, 0.5), (1.25, 0.85)], 0.02, 0.008, inks.bark)
        stamp.taper([(1.25, 0.85), (1.3, -0.05)], 0.008, 0.008, inks.light)
    else:
        stamp.taper([(-0.2, 0.14), (-1.15, -0.16)], 0.035, 0.05, inks.bark)
    paint = chance.pick((inks.madder, inks.spruce_light, inks.light, inks.rye))
    hull = [(-1, 0.22), (-0.72, -0.06), (0.68, -0.06), (0.95, 0.18), (0.6, 0.11), (-0.6, 0.11)]
    stamp.area(hull, paint)
    stamp.gouge(-0.98, 0.2, 0.93, 0.15, 0.05, mix(paint, inks.deep, 0.45))


def canoe(sheet: Sheet, x: float, y: float):
    """A canoe with two people."""
    inks, chance = sheet.inks, sheet.chance
    stamp = Stamp(sheet, x, y, 150, chance.side())
    _on_water(stamp)
    for at in (-0.35, 0.3):
        person(sheet, *stamp.place(at, -0.28), 120, chance.pick(("man", "woman")))
        stamp.taper([(at - 0.12, 0.5), (at + 0.22, -0.12)], 0.02, 0.03, inks.bark)
    hull = [(-1, 0.2), (-0.8, -0.06), (0.8, -0.06), (1, 0.2), (0.7, 0.1), (-0.7, 0.1)]
    stamp.area(hull, chance.pick((inks.madder, inks.rye, inks.spruce)))
    stamp.gouge(-0.9, 0.13, 0.9, 0.13, 0.03, inks.light)
