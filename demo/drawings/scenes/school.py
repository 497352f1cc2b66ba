"""A school with children in its yard."""

from demo.drawings import land, landmarks, plants
from demo.drawings.grounds import (
    backdrop,
    bicycle,
    frame_with_trees,
    lawn,
    walk,
    wood_behind,
)  # fmt: skip
from demo.drawings.inks import mix
from demo.drawings.land import Ridge
from demo.drawings.people import SIZES, person
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def draw(sheet: Sheet):
    """Draw the picture."""
    chance = sheet.chance
    backdrop(sheet, chance.number(400, 460), 2)
    x, wide = chance.number(730, 870), chance.number(640, 860)
    ground = Ridge(chance, 560, 6, 1100)
    wood_behind(sheet, ground, chance.number(220, 320))
    landmarks.school(sheet, x, 596, wide)
    lawn(sheet, 608, 4)
    walk(sheet, x, 606, 80, 340)
    for side in (-1, 1):
        for bay in (0.2, 0.31, 0.42):
            plants.bush(sheet, x + side * wide * bay, 610, 64)
    aside = chance.side()
    if chance.yes():
        for place in range(3):
            bicycle(sheet, x + aside * 330 + place * 70, 690 + place * 7, 92)
    _children(sheet, x)
    _ball(sheet, x - aside * 250, 772)
    frame_with_trees(sheet, 880, chance.number(560, 700))


def _children(sheet: Sheet, x: float):
    chance = sheet.chance
    for row, (y, number) in enumerate(((650, 4), (715, 3), (810, 3))):
        for place in range(number):
            here = x + (place - number / 2 + chance.number(0.1, 0.9)) * (110 + row * 60)
            tall = 92 + (y - 640) * 0.5
            kind = "child" if chance.yes(0.8) else "woman"
            arms = chance.pick(("down", "up", "right", "down"))
            level = y + chance.number(-8, 12)
            person(sheet, here, level, tall, kind, arms=arms)
            if kind == "child" and chance.yes(0.6):
                _satchel(sheet, here, level, tall * SIZES[kind])


def _satchel(sheet: Sheet, x: float, foot: float, tall: float):
    inks = sheet.inks
    bag = Stamp(sheet, x, foot, tall, sheet.chance.side())
    ink = sheet.chance.pick((inks.madder, inks.rye, inks.cloths[3]))
    bag.area([(0.07, 0.52), (0.07, 0.76), (0.17, 0.74), (0.18, 0.54)], ink)
    bag.box(0.07, 0.64, 0.105, 0.02, mix(ink, inks.deep, 0.4))


def _ball(sheet: Sheet, x: float, y: float):
    """Two children and a ball."""
    inks = sheet.inks
    person(sheet, x - 66, y, 150, "child", arms="wide")
    person(sheet, x + 70, y + 6, 150, "child", arms="up")
    sheet.oval(x + 6, y - 8, 13, 13, inks.madder)
    sheet.gouge(x - 4, y - 12, x + 14, y - 6, 5, inks.light)
    land.shadow(sheet, x + 8, y + 8, 18)
