"""Pictures of rooms where people meet."""

import math

from demo.drawings import land, trees
from demo.drawings.houses import bunting, cottage, white_ink
from demo.drawings.inks import Ink, mix
from demo.drawings.land import Ridge
from demo.drawings.people import head
from demo.drawings.sheet import HEIGHT, WIDTH, Sheet
from demo.drawings.stamp import Stamp
from demo.drawings.village import sitter


def _outlook(sheet: Sheet):
    """What is seen through the windows: drawn first, then framed by the wall."""
    inks, chance = sheet.inks, sheet.chance
    land.sky(sheet, 470, chance.number(500, 1100))
    ridge = Ridge(chance, 370, 34, 700)
    land.wood_line(sheet, ridge, 40, inks.far)
    land.hill(sheet, ridge, inks.far, mix(inks.far, inks.glow, 0.5), 600)
    near = Ridge(chance, 440, 20, 800)
    land.wood_line(sheet, near, 40, mix(inks.mid, inks.near, 0.5))
    land.hill(sheet, near, inks.meadow, inks.ground, 620)
    for _ in range(9):
        x = chance.number(100, 1500)
        chance.pick((trees.birch, trees.spruce, trees.broadleaf))(sheet, x, near(x) + 60, chance.number(130, 220))
    x = chance.number(560, 1040)
    cottage(sheet, x, near(x) + 70, 130)


def _wall_around(sheet: Sheet, openings: list[tuple], wall: Ink, floor: float):
    """A wall down to the floor with openings (left, top, width, height) in it, from left to right."""
    left = -10.0
    for x, y, wide, tall in openings:
        sheet.box(left, -10, x - left, floor + 10, wall)
        sheet.box(x - 1, -10, wide + 2, y + 10, wall)
        sheet.box(x - 1, y + tall, wide + 2, floor - y - tall, wall)
        left = x + wide
    sheet.box(left, -10, WIDTH + 20 - left, floor + 10, wall)


def _casement(sheet: Sheet, x: float, y: float, wide: float, tall: float):
    """The frame, bars and sill of a window."""
    inks = sheet.inks
    white = mix(inks.light, inks.deep, 0.08)
    for across in (0, wide / 2, wide):
        thick = 16 if across in (0, wide) else 11
        sheet.box(x + across - thick / 2, y - 8, thick, tall + 16, white)
    for down, thick in ((0, 16), (tall * 0.3, 10), (tall, 16)):
        sheet.box(x - 8, y + down - thick / 2, wide + 16, thick, white)
    sheet.box(x + wide - 4, y, 4, tall, mix(white, inks.far, 0.5))
    sheet.box(x - 28, y + tall + 8, wide + 56, 15, white)
    sheet.box(x - 28, y + tall + 20, wide + 56, 6, mix(white, inks.bark, 0.35))


def _boards(sheet: Sheet, floor: float):
    """A floor of boards that run towards the viewer."""
    inks, chance = sheet.inks, sheet.chance
    wood = mix(inks.walls[0], inks.bark, 0.35)
    sheet.wash([(-10, floor), (WIDTH + 10, floor), (WIDTH + 10, HEIGHT), (-10, HEIGHT)], mix(wood, inks.light, 0.16), mix(wood, inks.deep, 0.18))
    for board in range(-14, 15):
        sheet.taper([(800 + board * 86, floor), (800 + board * 190, HEIGHT + 10)], 1.5, 4, mix(wood, inks.deep, 0.35))
        for _ in range(2):
            share = chance.number(0.1, 0.9)
            x = 800 + (board + 0.5) * (86 + 104 * share)
            y = floor + (HEIGHT - floor) * share
            sheet.gouge(x, y, x + board * 5, y + 26, 3, mix(wood, inks.light, 0.22))
    sheet.box(-10, floor - 16, WIDTH + 20, 18, mix(inks.light, inks.bark, 0.12))


def library(sheet: Sheet):
    """Shelves of books around a window, readers at a table or in an armchair, a cat."""
    inks, chance = sheet.inks, sheet.chance
    _outlook(sheet)
    floor = 650
    wall = mix(chance.pick((inks.walls[2], inks.walls[3], inks.spruce_light, inks.walls[4])), inks.light, 0.3)
    x, wide = chance.number(610, 760), chance.number(240, 330)
    _wall_around(sheet, [(x, 130, wide, 330)], wall, floor)
    _casement(sheet, x, 130, wide, 330)
    _boards(sheet, floor)
    _bookcase(sheet, -30, x - 66, 60, floor + 8)
    _bookcase(sheet, x + wide + 66, WIDTH + 30, 60, floor + 8)
    _low_case(sheet, x - 40, x + wide + 40, 520, floor + 4)
    _cat(sheet, x + wide * chance.number(0.2, 0.8), 490, 74)
    _lamp(sheet, x + wide / 2, chance.number(90, 120))
    _rug(sheet, 800, 800)
    if chance.yes():
        _reading_table(sheet, 800 + chance.number(-60, 60))
    else:
        _armchair_reader(sheet, 800 + chance.number(-120, -60), 1)
        _armchair_reader(sheet, 800 + chance.number(150, 230), -1)
    _pot_plant(sheet, chance.pick((330, 1270)), 800)


def _bookcase(sheet: Sheet, left: float, right: float, top: float, foot: float):
    inks = sheet.inks
    wood = mix(inks.bark, inks.walls[0], 0.35)
    sheet.box(left, top, right - left, foot - top, mix(wood, inks.deep, 0.6))
    shelves = 5
    tall = (foot - top) / shelves
    bays = max(1, round((right - left) / 300))
    for shelf in range(shelves):
        low = top + (shelf + 1) * tall
        for bay in range(bays):
            start = left + (right - left) * bay / bays + 10
            _books(sheet, start, left + (right - left) * (bay + 1) / bays - 8, low - 8, tall - 20)
        sheet.box(left, low - 9, right - left, 10, wood)
        sheet.box(left, low - 9, right - left, 3, mix(wood, inks.light, 0.25))
    for bay in range(bays + 1):
        sheet.box(left + (right - left) * bay / bays - 7, top, 14, foot - top, wood)
    sheet.box(left - 12, top - 18, right - left + 24, 20, mix(wood, inks.light, 0.15))


def _books(sheet: Sheet, start: float, end: float, foot: float, tall: float):
    inks, chance = sheet.inks, sheet.chance
    x = start
    while x < end - 16:
        wide = chance.number(13, 30)
        high = tall * chance.number(0.62, 0.95)
        if chance.yes(0.07):
            x += chance.number(24, 60)
            continue
        ink = mix(chance.pick(inks.cloths), inks.light, chance.number(0, 0.25))
        if x + wide > end:
            break
        lean = chance.number(5, 16) if chance.yes(0.08) else 0
        sheet.area([(x, foot), (x + wide, foot), (x + wide + lean, foot - high), (x + lean, foot - high)], ink)
        band = mix(ink, chance.pick((inks.rye, inks.light, inks.deep)), 0.55)
        if chance.yes(0.7) and not lean:
            for share in chance.pick(((0.78,), (0.2, 0.8), (0.74, 0.84), (0.5,))):
                sheet.box(x, foot - high * share, wide, 4 + wide * 0.12, band)
        sheet.taper([(x + wide - 1, foot), (x + wide + lean - 1, foot - high)], 2, 2, mix(ink, inks.deep, 0.4))
        x += wide + lean + 1


def _low_case(sheet: Sheet, left: float, right: float, top: float, foot: float):
    inks = sheet.inks
    wood = mix(inks.bark, inks.walls[0], 0.35)
    sheet.box(left, top, right - left, foot - top, mix(wood, inks.deep, 0.6))
    _books(sheet, left + 12, right - 12, foot - 10, foot - top - 26)
    for x in (left, right - 12):
        sheet.box(x, top, 12, foot - top, wood)
    sheet.box(left, foot - 11, right - left, 11, wood)
    sheet.box(left - 12, top - 12, right - left + 24, 16, mix(wood, inks.light, 0.2))


def _cat(sheet: Sheet, x: float, foot: float, tall: float):
    """A cat on the sill that looks out of the window."""
    stamp = Stamp(sheet, x, foot, tall, sheet.chance.side())
    inks = sheet.inks
    fur = sheet.chance.pick((mix(inks.deep, inks.bark, 0.3), mix(inks.rye, inks.roofs[0], 0.4), mix(inks.far, inks.deep, 0.4)))
    stamp.area([(-0.34, 0), (-0.38, 0.24), (-0.22, 0.56), (-0.12, 0.7), (0.12, 0.7), (0.22, 0.54), (0.36, 0.24), (0.32, 0)], fur)
    stamp.oval(0, 0.78, 0.2, 0.17, fur)
    for side in (-1, 1):
        stamp.area([(side * 0.19, 0.8), (side * 0.17, 1.05), (side * 0.03, 0.92)], fur)
    stamp.taper([(0.26, 0.06), (0.56, 0.02), (0.62, -0.3), (0.52, -0.5)], 0.12, 0.08, fur)


def _lamp(sheet: Sheet, x: float, drop: float):
    inks = sheet.inks
    shade = sheet.chance.pick((inks.madder, inks.spruce, inks.rye))
    sheet.glow(x, drop + 66, 260, mix(inks.window, inks.light, 0.4), 0.34)
    sheet.box(x - 2, -4, 4, drop, inks.deep)
    sheet.oval(x, drop + 50, 22, 20, mix(inks.window, inks.light, 0.5))
    sheet.area([(x - 16, drop - 6), (x - 70, drop + 50), (x + 70, drop + 50), (x + 16, drop - 6)], shade)
    sheet.gouge(x - 46, drop + 36, x - 14, drop, 7, mix(shade, inks.light, 0.35))


def _rug(sheet: Sheet, x: float, y: float):
    inks = sheet.inks
    for share, ink in ((1.0, inks.madder), (0.9, inks.light), (0.84, mix(inks.spruce, inks.near, 0.3)), (0.5, inks.rye), (0.44, inks.madder)):
        sheet.oval(x, y, 540 * share, 118 * share, mix(ink, inks.bark, 0.14))


def _table(sheet: Sheet, x: float, top: float, half: float, depth: float, foot: float) -> Ink:
    """A table seen a little from above; gives the ink of its top."""
    inks = sheet.inks
    wood = mix(inks.walls[0], inks.light, 0.25)
    for side in (-1, 1):
        sheet.taper([(x + side * half * 0.9, top + depth), (x + side * half * 0.93, foot)], 30, 22, mix(wood, inks.deep, 0.45))
    sheet.box(x - half * 0.98, top + depth, half * 1.96, 34, mix(wood, inks.deep, 0.35))
    sheet.area([(x - half * 0.86, top), (x + half * 0.86, top), (x + half, top + depth), (x - half, top + depth)], wood)
    for row in range(1, 5):
        y = top + depth * row / 5
        reach = half * (0.86 + 0.14 * row / 5)
        for start, end in ((-0.95, -0.35), (-0.2, 0.3), (0.42, 0.96)):
            sheet.gouge(x + start * reach, y, x + end * reach, y, 3, mix(wood, inks.bark, 0.22))
    sheet.box(x - half, top + depth, half * 2, 7, mix(wood, inks.light, 0.35))
    return wood


def _reading_table(sheet: Sheet, x: float):
    inks, chance = sheet.inks, sheet.chance
    kinds = ["granny", "child", "woman", "man", "child"]
    for place, at in enumerate((-0.6, -0.02, 0.58)):
        kind = kinds[(place + chance.whole(0, 1) * 2) % 5]
        sitter(sheet, x + at * 330, 700 - (10 if kind == "child" else 0), 320 if kind != "child" else 250, kind)
    _table(sheet, x, 680, 380, 90, 880)
    for at in (-0.6, -0.02, 0.58):
        _open_book(sheet, x + at * 340, 716, 62)
    for at in (-0.32, 0.3):
        for row in range(chance.whole(1, 4)):
            sheet.box(x + at * 340 - 34 + row * 3, 728 - row * 13, 74 - row * 5, 12, mix(chance.pick(inks.cloths), inks.light, 0.1))


def _open_book(sheet: Sheet, x: float, y: float, half: float):
    inks = sheet.inks
    stamp = Stamp(sheet, x, y, half)
    stamp.area([(-1.05, -0.3), (-0.85, 0.42), (0.85, 0.42), (1.05, -0.3)], sheet.chance.pick(inks.cloths[:4]))
    for side in (-1, 1):
        stamp.area([(0, -0.24), (side * 0.98, -0.2), (side * 0.8, 0.44), (0, 0.36)], mix(inks.light, inks.far, 0.08 if side < 0 else 0.25))
        for row in range(4):
            stamp.gouge(side * 0.12, -0.08 + row * 0.12, side * (0.84 - row * 0.05), -0.06 + row * 0.12, 0.04, mix(inks.far, inks.bark, 0.3))


def _armchair_reader(sheet: Sheet, x: float, facing: int):
    inks, chance = sheet.inks, sheet.chance
    stamp = Stamp(sheet, x, 850, 330, facing)
    cover = chance.pick((inks.spruce, inks.madder, inks.rye, inks.cloths[3], inks.cloths[5]))
    dark, coat = mix(cover, inks.deep, 0.35), chance.pick(inks.cloths)
    trees.shadow(sheet, x, 850, 120)
    for leg in (-0.34, 0.3):
        stamp.taper([(leg, 0.1), (leg, 0)], 0.05, 0.04, inks.bark)
    stamp.area([(-0.46, 0.08), (-0.52, 0.75), (-0.46, 0.88), (-0.3, 0.9), (-0.2, 0.82), (-0.16, 0.1)], dark)
    stamp.area([(-0.12, 0.38), (-0.2, 0.7), (-0.14, 0.76), (-0.02, 0.77), (0.06, 0.7), (0.1, 0.38)], coat)
    head(stamp, -0.03, 0.875, 0.09, chance.pick(("granny", "woman", "man")))
    for low in (0.0, 0.04):
        stamp.taper([(0.0, 0.4 - low), (0.36, 0.4 - low), (0.42, 0.04)], 0.12, 0.08, mix(inks.cloths[3], inks.deep, 0.4 + low * 3))
        stamp.oval(0.46, 0.03, 0.07, 0.028, inks.deep)
    stamp.taper([(0.0, 0.68), (0.1, 0.5), (0.27, 0.56)], 0.085, 0.06, mix(coat, inks.deep, 0.2))
    stamp.area([(0.2, 0.48), (0.3, 0.72), (0.46, 0.74), (0.36, 0.5)], inks.madder if cover != inks.madder else inks.rye)
    stamp.area([(0.22, 0.5), (0.31, 0.7), (0.16, 0.72), (0.1, 0.55)], inks.light)
    stamp.area([(-0.3, 0.08), (-0.3, 0.42), (-0.24, 0.48), (0.22, 0.46), (0.28, 0.4), (0.28, 0.08)], cover)
    stamp.gouge(-0.22, 0.43, 0.2, 0.42, 0.03, mix(cover, inks.light, 0.3))


def _pot_plant(sheet: Sheet, x: float, foot: float):
    inks, chance = sheet.inks, sheet.chance
    for leaf in range(13):
        turn = -math.pi * (0.12 + 0.76 * leaf / 12)
        long = chance.number(150, 230)
        tip = (x + math.cos(turn) * long * 0.8, foot - 90 + math.sin(turn) * long)
        ink = mix(inks.spruce, inks.leaf_light, chance.number(0.0, 0.5)) if not inks.is_snowy else mix(inks.spruce, inks.spruce_light, chance.number(0, 0.6))
        sheet.gouge(x, foot - 80, *tip, 30, ink)
        sheet.gouge(x, foot - 80, *tip, 3, mix(ink, inks.light, 0.35))
    stamp = Stamp(sheet, x, foot, 100)
    stamp.area([(-0.36, 0), (-0.5, 0.85), (0.5, 0.85), (0.36, 0)], mix(inks.roofs[0], inks.light, 0.12))
    stamp.box(-0.55, 0.72, 1.1, 0.18, mix(inks.roofs[0], inks.light, 0.25))


def workshop(sheet: Sheet):
    """People around a long table with a map and coloured notes: a neighbourhood workshop."""
    inks, chance = sheet.inks, sheet.chance
    _outlook(sheet)
    floor = 640
    wall = mix(chance.pick((inks.walls[2], inks.walls[4], inks.walls[3], inks.spruce_light)), inks.light, 0.5)
    shift = chance.number(-60, 60)
    wide = chance.number(230, 270)
    openings = [(800 + shift + at - wide / 2, 110, wide, 300) for at in (-560, 0, 560)]
    board = chance.pick((0, 2))
    shown = [opening for place, opening in enumerate(openings) if place != board]
    _wall_around(sheet, shown, wall, floor)
    for opening in shown:
        _casement(sheet, *opening)
    _notice_board(sheet, openings[board])
    _boards(sheet, floor)
    bunting(sheet, (-20, 40), (800, 30), 40)
    bunting(sheet, (800, 30), (1620, 40), 40)
    for at in (-290, 290):
        _lamp(sheet, 800 + shift * 0.5 + at, 76)
    _gathering(sheet, 800 + chance.number(-30, 30))


def _notice_board(sheet: Sheet, place: tuple):
    """Coloured notes on a board, in a few columns."""
    inks, chance = sheet.inks, sheet.chance
    x, y, wide, tall = place
    sheet.box(x - 30, y - 6, wide + 60, tall + 40, mix(inks.bark, inks.walls[0], 0.3))
    sheet.box(x - 18, y + 6, wide + 36, tall + 16, inks.light)
    colours = (mix(inks.rye, inks.light, 0.35), mix(inks.madder, inks.light, 0.35), mix(inks.spruce_light, inks.light, 0.35), mix(inks.cloths[3], inks.light, 0.4))
    for column in range(4):
        for row in range(chance.whole(2, 5)):
            left, top = x - 2 + column * (wide + 6) / 4, y + 24 + row * 58
            tilt = chance.number(-4, 4)
            ink = colours[(column + chance.pick((0, 0, 1))) % 4]
            sheet.area([(left, top + tilt), (left + 46, top - tilt), (left + 46 + tilt, top + 44 - tilt), (left + tilt, top + 44 + tilt)], ink)
            for mark in range(3):
                sheet.gouge(left + 7, top + 12 + mark * 10, left + chance.number(26, 40), top + 11 + mark * 10, 3, mix(ink, inks.deep, 0.5))


def _gathering(sheet: Sheet, x: float):
    inks, chance = sheet.inks, sheet.chance
    kinds = ("man", "woman", "granny", "woman", "man", "woman", "child")
    number = chance.whole(6, 7)
    standing = chance.whole(0, number - 1)
    for place in range(number):
        at = (place + 0.5) / number * 2 - 1
        kind = chance.pick(kinds)
        tall = 300 if kind != "child" else 240
        lift = 64 if place == standing else 0
        sitter(sheet, x + at * 540 + chance.number(-12, 12), 628 - lift, tall, kind)
        if lift:
            sheet.box(x + at * 540 - 30, 560, 60, 70, inks.deep)
    _table(sheet, x, 606, 660, 132, 900)
    _on_the_table(sheet, x)
    for place in range(5):
        at = (place + 0.5) / 5 * 2 - 1
        if chance.yes(0.8):
            here = x + at * 600
            _chair(sheet, here, 900)
            sitter(sheet, here, 900, 380, chance.pick(kinds[:6]), back=True)
            _chair_back(sheet, here, 900)


def _chair(sheet: Sheet, x: float, foot: float):
    pass


def _chair_back(sheet: Sheet, x: float, foot: float):
    inks = sheet.inks
    wood = mix(inks.bark, inks.walls[0], 0.3)
    for side in (-1, 1):
        sheet.taper([(x + side * 66, foot - 96), (x + side * 70, foot + 10)], 11, 13, wood)
    for row in (-90, -56, -22):
        sheet.box(x - 66, foot + row, 132, 13, mix(wood, inks.light, 0.12))


def _on_the_table(sheet: Sheet, x: float):
    """A map of the parish, notes, cups and a plate of pastries."""
    inks, chance = sheet.inks, sheet.chance
    paper = mix(inks.light, inks.walls[2], 0.25)
    sheet.area([(x - 230, 622), (x + 220, 620), (x + 250, 712), (x - 262, 714)], mix(paper, inks.bark, 0.3))
    sheet.area([(x - 228, 619), (x + 218, 617), (x + 248, 708), (x - 260, 710)], paper)
    sheet.area([(x - 150, 640), (x - 40, 628), (x + 30, 650), (x - 30, 690), (x - 170, 684)], mix(inks.meadow, paper, 0.35))
    sheet.area([(x + 70, 634), (x + 170, 632), (x + 190, 676), (x + 110, 690)], mix(inks.leaf_light, paper, 0.4))
    sheet.taper([(x - 250, 660), (x - 100, 668), (x + 20, 640), (x + 120, 668), (x + 240, 650)], 7, 9, inks.water)
    sheet.taper([(x - 60, 619), (x - 20, 660), (x + 30, 709)], 3, 5, inks.madder)
    for _ in range(9):
        pin, low = x + chance.number(-200, 190), chance.number(630, 696)
        sheet.oval(pin, low, 8, 5.5, chance.pick((inks.madder, inks.rye, inks.cloths[3])))
    for at in (-560, -420, -330, 320, 400, 540):
        here, low = x + at + chance.number(-20, 20), chance.number(636, 704)
        if chance.yes():
            _cup(sheet, here, low)
        else:
            tilt = chance.number(-8, 8)
            note = mix(chance.pick((inks.rye, inks.spruce_light, inks.madder)), inks.light, 0.45)
            sheet.area([(here - 34, low - 12 + tilt), (here + 26, low - 14), (here + 34, low + 14), (here - 30, low + 16 + tilt)], note)
    for side in (-1, 1):
        _pastries(sheet, x + side * 470, 668)


def _cup(sheet: Sheet, x: float, y: float):
    inks = sheet.inks
    ink = sheet.chance.pick((inks.light, inks.madder, inks.cloths[3]))
    sheet.oval(x, y + 8, 27, 9, mix(inks.light, inks.far, 0.4))
    sheet.area([(x - 17, y - 18), (x - 12, y + 8), (x + 12, y + 8), (x + 17, y - 18)], ink)
    sheet.oval(x, y - 18, 17, 6, mix(ink, inks.light, 0.4))
    sheet.oval(x, y - 17, 13, 4, mix(inks.bark, inks.deep, 0.2))
    sheet.ring(x + 19, y - 6, 8, 3.5, ink)


def _pastries(sheet: Sheet, x: float, y: float):
    inks, chance = sheet.inks, sheet.chance
    sheet.oval(x, y + 6, 60, 20, mix(inks.light, inks.far, 0.35))
    sheet.oval(x, y + 3, 56, 17, inks.light)
    for place in range(8):
        here, low = x + (place % 4 - 1.5) * 24 + (place // 4) * 8, y + 4 - (place // 4) * 12
        crust = mix(inks.rye, inks.bark, chance.number(0.15, 0.35))
        sheet.oval(here, low, 17, 9, crust)
        sheet.gouge(here - 9, low - 3, here + 6, low - 4, 3.5, mix(crust, inks.light, 0.45))
