"""Swings, a slide and a seesaw, with children on all of them."""

from demo.drawings import land, plants
from demo.drawings.grounds import backdrop, frame_with_trees, lawn, walk, wood_behind
from demo.drawings.houses import cottage
from demo.drawings.inks import Ink, mix
from demo.drawings.land import Ridge
from demo.drawings.people import SIZES, person, sitting_child
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def draw(sheet: Sheet):
    """Draw the picture."""
    chance = sheet.chance
    backdrop(sheet, chance.number(390, 440), 2)
    ground = Ridge(chance, 540, 10, 1100)
    wood_behind(sheet, ground, chance.number(210, 300), 10)
    for x in (chance.number(80, 330), chance.number(1240, 1480)):
        cottage(sheet, x, 594, chance.number(210, 280))
    lawn(sheet, 604, 5)
    walk(sheet, chance.number(300, 1300), 612, 30, 160)
    _all_things(sheet)
    plants.flowers(sheet, 850, 900, 24)
    frame_with_trees(sheet, 886, chance.number(600, 720))


def _all_things(sheet: Sheet):
    inks, chance = sheet.inks, sheet.chance
    paint = [inks.madder, inks.rye, inks.cloths[3], inks.spruce_light] * 2
    first = chance.whole(0, 3)
    side = chance.side()
    _slide(sheet, 800 - side * 300, 726, chance.number(240, 300), paint[first], side)
    _swings(sheet, 800 + side * 190, 764, chance.number(290, 350), paint[first + 1])
    seesaw = 800 - side * chance.number(20, 110)
    _seesaw(sheet, seesaw, chance.number(850, 872), 310, paint[first + 2])
    if chance.yes(0.7):
        _sandpit(sheet, 800 + side * chance.number(370, 440), 840)
    kind = chance.pick(("granny", "woman", "man"))
    person(sheet, 800 + side * 440, 736, 165, kind)
    person(sheet, 800 - side * 470, 790, 175, "child", arms=chance.pick(("up", "wide")))


def _swings(sheet: Sheet, x: float, foot: float, tall: float, paint: Ink):
    stamp = Stamp(sheet, x, foot, tall)
    inks, chance = sheet.inks, sheet.chance
    land.shadow(sheet, x, foot, tall * 0.5)
    for side in (-1, 1):
        for lean, dark in ((-0.1, 0), (0.12, 0.25)):
            leg = [(side * 0.58, 1.0), (side * 0.58 + lean, 0)]
            stamp.taper(leg, 0.04, 0.045, mix(paint, inks.deep, dark))
    stamp.taper([(-0.64, 1.0), (0.64, 1.0)], 0.045, 0.045, paint)
    facing = chance.side()
    for at in (-0.29, 0.27):
        swing = facing * chance.number(0.04, 0.24)
        seat = (at + swing, 0.26 + abs(swing) * 0.35)
        for rope in (-0.055, 0.055):
            stamp.taper([(at + rope, 1.0), (seat[0] + rope, seat[1])], 0.011, 0.011, inks.deep)
        place = stamp.place(seat[0], seat[1] - 0.12)
        sitting_child(Stamp(sheet, *place, tall * 0.44, facing), holds_ropes=True)
        stamp.taper([(seat[0] - 0.09, seat[1]), (seat[0] + 0.09, seat[1])], 0.03, 0.03, inks.bark)


def _slide(sheet: Sheet, x: float, foot: float, tall: float, paint: Ink, facing: int):
    stamp = Stamp(sheet, x, foot, tall, facing)
    inks = sheet.inks
    wood = mix(inks.crop, inks.bark, 0.45)
    land.shadow(sheet, x, foot, tall * 0.5)
    stamp.box(-0.5, 0.62, 0.3, 0.05, wood)
    up = stamp.place(-0.33, 0.66)
    arms = sheet.chance.pick(("up", "down"))
    person(sheet, *up, tall * 0.42 / SIZES["child"], "child", arms=arms)
    for post in (-0.48, -0.22):
        stamp.taper([(post, 0), (post, 1.12)], 0.04, 0.04, wood)
    for rung in range(5):
        level = 0.1 + rung * 0.12
        stamp.taper([(-0.48, level), (-0.22, level)], 0.03, 0.03, mix(wood, inks.deep, 0.25))
    stamp.area([(-0.56, 1.1), (-0.35, 1.32), (-0.14, 1.1)], mix(paint, inks.deep, 0.2))
    chute = [(-0.24, 0.66), (0.08, 0.42), (0.42, 0.14), (0.66, 0.07)]
    stamp.taper(chute, 0.07, 0.07, paint)
    rim = [(px, py + 0.06) for px, py in chute]
    stamp.taper(rim, 0.025, 0.025, mix(paint, inks.light, 0.4))
    sitting_child(Stamp(sheet, *stamp.place(0.12, 0.34), tall * 0.5, facing))


def _seesaw(sheet: Sheet, x: float, foot: float, wide: float, paint: Ink):
    inks = sheet.inks
    facing = sheet.chance.side()
    stamp = Stamp(sheet, x, foot, wide, facing)
    land.shadow(sheet, x, foot, wide * 0.35)
    stamp.both([(0.03, 0.16), (0.07, 0)], mix(inks.bark, inks.deep, 0.2))
    for side, low in ((-1, 0.06), (1, 0.26)):
        place = stamp.place(side * 0.43, low - 0.05)
        sitting_child(Stamp(sheet, *place, wide * 0.38, -side * facing))
    stamp.taper([(-0.5, 0.05), (0.5, 0.27)], 0.045, 0.045, paint)


def _sandpit(sheet: Sheet, x: float, y: float):
    inks = sheet.inks
    sand = mix(inks.path, inks.rye, 0.2)
    sheet.oval(x, y, 104, 30, mix(inks.crop, inks.bark, 0.45))
    sheet.oval(x, y - 5, 94, 24, sand)
    sheet.area([(x - 34, y - 6), (x - 6, y - 44), (x + 26, y - 6)], mix(sand, inks.bark, 0.14))
    sheet.area([(x - 34, y - 6), (x - 6, y - 44), (x - 2, y - 6)], mix(sand, inks.light, 0.3))
    Stamp(sheet, x + 52, y, 40).both([(0.3, 0.6), (0.2, 0)], inks.madder)
    person(sheet, x - 58, y + 6, 118, "child", arms="right")
