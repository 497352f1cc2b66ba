"""Shelves of books around a window, readers at a table or in armchairs, a cat on the sill."""

from demo.drawings import land, room
from demo.drawings.animals import cat
from demo.drawings.inks import Ink, mix
from demo.drawings.people import forearms, head, sitter
from demo.drawings.sheet import WIDTH, Sheet
from demo.drawings.stamp import Stamp

FLOOR = 650


def draw(sheet: Sheet):
    """Draw the picture."""
    chance = sheet.chance
    room.outlook(sheet)
    inks = sheet.inks
    paint = chance.pick((inks.walls[0], inks.walls[3], inks.spruce_light, inks.walls[4]))
    x, wide = chance.number(560, 760), chance.number(250, 420)
    room.wall(sheet, [(x, 130, wide, 330)], mix(paint, inks.light, 0.5), FLOOR)
    room.boards(sheet, FLOOR)
    _bookcase(sheet, -30, x - 66, 60)
    _bookcase(sheet, x + wide + 66, WIDTH + 30, 60)
    _low_case(sheet, x - 40, x + wide + 40, 520)
    cat(sheet, x + wide * chance.number(0.2, 0.8), 490, 74)
    room.standing_lamp(sheet, 800 + chance.side() * chance.number(410, 440), 800)
    _rug(sheet, 800, 800)
    if chance.yes():
        _reading_table(sheet, 800 + chance.number(-60, 60))
    else:
        _two_armchairs(sheet, 800 + chance.number(-40, 40))
    room.pot_plant(sheet, chance.pick((160, 1440)), 810)


def _bookcase(sheet: Sheet, left: float, right: float, top: float):
    inks = sheet.inks
    wood = mix(inks.bark, inks.walls[0], 0.35)
    foot, shelves = FLOOR + 8, 5
    tall = (foot - top) / shelves
    bays = max(1, round((right - left) / 300))
    step = (right - left) / bays
    sheet.box(left, top, right - left, foot - top, mix(wood, inks.deep, 0.6))
    for shelf in range(1, shelves + 1):
        low = top + shelf * tall
        for bay in range(bays):
            start = left + step * bay
            _books(sheet, start + 10, start + step - 8, low - 8, tall - 20)
        sheet.box(left, low - 9, right - left, 10, wood)
        sheet.box(left, low - 9, right - left, 3, mix(wood, inks.light, 0.25))
    for bay in range(bays + 1):
        sheet.box(left + step * bay - 7, top, 14, foot - top, wood)
    sheet.box(left - 12, top - 18, right - left + 24, 20, mix(wood, inks.light, 0.15))


def _books(sheet: Sheet, start: float, end: float, foot: float, tall: float):
    """Backs of books in a row, with a gap or a leaning one here and there."""
    inks, chance = sheet.inks, sheet.chance
    x = start
    while x < end - 46:
        if chance.yes(0.07):
            x += chance.number(14, 40)
            continue
        wide, high = chance.number(13, 30), tall * chance.number(0.62, 0.95)
        lean = chance.number(5, 16) if chance.yes(0.08) else 0
        ink = mix(chance.pick(inks.cloths), inks.light, chance.number(0, 0.25))
        top = foot - high
        back = [(x, foot), (x + wide, foot), (x + wide + lean, top), (x + lean, top)]
        sheet.area(back, ink)
        if chance.yes(0.7) and not lean:
            band = mix(ink, chance.pick((inks.rye, inks.light, inks.deep)), 0.55)
            for share in chance.pick(((0.78,), (0.2, 0.8), (0.74, 0.84), (0.5,))):
                sheet.box(x, foot - high * share, wide, 4 + wide * 0.12, band)
        x += wide + lean
        sheet.taper([(x - lean, foot), (x, top)], 2, 2, mix(ink, inks.deep, 0.4))
        x += 1


def _low_case(sheet: Sheet, left: float, right: float, top: float):
    inks = sheet.inks
    wood = mix(inks.bark, inks.walls[0], 0.35)
    foot = FLOOR + 4
    sheet.box(left, top, right - left, foot - top, mix(wood, inks.deep, 0.6))
    _books(sheet, left + 12, right + 10, foot - 10, foot - top - 26)
    for x in (left, right - 12):
        sheet.box(x, top, 12, foot - top, wood)
    sheet.box(left, foot - 11, right - left, 11, wood)
    sheet.box(left - 12, top - 12, right - left + 24, 16, mix(wood, inks.light, 0.2))


def _rug(sheet: Sheet, x: float, y: float):
    inks = sheet.inks
    pine = mix(inks.spruce, inks.deep, 0.2)
    colours = sheet.chance.pick(
        ((inks.madder, pine), (pine, inks.madder), (inks.cloths[3], inks.rye))
    )
    first, second = colours
    rings = ((1.0, first), (0.9, inks.light), (0.84, second), (0.5, inks.light), (0.44, first))
    for share, ink in rings:
        sheet.oval(x, y, 560 * share, 118 * share, mix(ink, inks.bark, 0.14))


def _reading_table(sheet: Sheet, x: float):
    inks, chance = sheet.inks, sheet.chance
    seats = (-0.6, -0.02, 0.58)
    kinds = chance.pick(
        (("granny", "child", "man"), ("child", "woman", "child"), ("man", "woman", "child"))
    )
    coats = [
        sitter(sheet, x + at * 330, 716, 310, kind) for at, kind in zip(seats, kinds, strict=True)
    ]
    room.table(sheet, x, 680, 380, 90)
    for at, kind, coat in zip(seats, kinds, coats, strict=True):
        _open_book(sheet, x + at * 340, 738, 62)
        forearms(sheet, x + at * 330, 686, 310 * (0.8 if kind == "child" else 1), coat)
    for at in (-0.32, 0.3):
        for row in range(chance.whole(1, 4)):
            ink = mix(chance.pick(inks.cloths), inks.light, 0.1)
            sheet.box(x + at * 340 - 34 + row * 3, 728 - row * 13, 74 - row * 5, 12, ink)


def _open_book(sheet: Sheet, x: float, y: float, half: float):
    inks = sheet.inks
    stamp = Stamp(sheet, x, y, half)
    stamp.both([(0.85, 0.42), (1.05, -0.3)], sheet.chance.pick(inks.cloths[:4]))
    for side, dark in ((-1, 0.08), (1, 0.25)):
        page = [(0, -0.24), (side * 0.98, -0.2), (side * 0.8, 0.44), (0, 0.36)]
        stamp.area(page, mix(inks.light, inks.far, dark))
        for row in range(4):
            y = -0.08 + row * 0.12
            end = side * (0.84 - row * 0.05)
            stamp.gouge(side * 0.12, y, end, y + 0.02, 0.04, mix(inks.far, inks.bark, 0.3))


def _two_armchairs(sheet: Sheet, x: float):
    """Two readers opposite each other, a small table with cups between them."""
    inks = sheet.inks
    wood = mix(inks.walls[0], inks.bark, 0.25)
    sheet.taper([(x, 850), (x, 760)], 14, 12, mix(wood, inks.deep, 0.3))
    sheet.oval(x, 852, 48, 9, mix(wood, inks.deep, 0.3))
    sheet.oval(x, 762, 84, 18, mix(wood, inks.deep, 0.3))
    sheet.oval(x, 757, 84, 18, wood)
    for row in range(3):
        ink = mix(inks.cloths[row], inks.light, 0.1)
        sheet.box(x - 46, 742 - row * 12, 58 - row * 4, 11, ink)
    for facing in (1, -1):
        _armchair_reader(sheet, x - facing * 270, facing)


def _armchair_reader(sheet: Sheet, x: float, facing: int):
    inks, chance = sheet.inks, sheet.chance
    stamp = Stamp(sheet, x, 856, 350, facing)
    covers = (inks.spruce, inks.madder, inks.rye, inks.cloths[3], inks.cloths[5])
    cover, coat = chance.pick(covers), chance.pick(inks.cloths)
    land.shadow(sheet, x, 850, 120)
    for leg in (-0.4, 0.24):
        stamp.taper([(leg, 0.1), (leg, 0)], 0.05, 0.04, inks.bark)
    back = [(-0.46, 0.08), (-0.54, 0.75), (-0.48, 0.88), (-0.32, 0.9), (-0.24, 0.82), (-0.16, 0.1)]
    stamp.area(back, mix(cover, inks.deep, 0.35))
    _reader(stamp, coat)
    seat = [(-0.3, 0.08), (-0.31, 0.4), (-0.25, 0.46), (0.16, 0.44), (0.21, 0.38), (0.21, 0.08)]
    stamp.area(seat, cover)
    stamp.gouge(-0.24, 0.42, 0.14, 0.41, 0.03, mix(cover, inks.light, 0.3))


def _reader(stamp: Stamp, coat: Ink):
    inks, chance = stamp.inks, stamp.chance
    body = [(-0.14, 0.36), (-0.22, 0.68), (-0.15, 0.75), (-0.04, 0.76), (0.04, 0.7), (0.08, 0.36)]
    stamp.area(body, coat)
    head(stamp, -0.06, 0.862, 0.09, chance.pick(("granny", "woman", "man")))
    for low, dark in ((0.0, 0.4), (0.04, 0.55)):
        leg = [(0.0, 0.42 - low), (0.3, 0.41 - low), (0.36, 0.22), (0.37, 0.04)]
        stamp.taper(leg, 0.12, 0.075, mix(inks.cloths[3], inks.deep, dark))
        stamp.oval(0.41, 0.03, 0.065, 0.028, inks.deep)
    stamp.taper([(-0.04, 0.68), (0.06, 0.51), (0.2, 0.55)], 0.085, 0.06, mix(coat, inks.deep, 0.2))
    cover = chance.pick((inks.madder, inks.rye, inks.spruce))
    stamp.area([(0.14, 0.48), (0.24, 0.72), (0.4, 0.74), (0.3, 0.5)], cover)
    stamp.area([(0.16, 0.5), (0.25, 0.7), (0.1, 0.72), (0.04, 0.55)], inks.light)
