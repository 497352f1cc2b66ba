"""People around a long table with a map and coloured notes: a neighbourhood workshop."""

from demo.drawings import room
from demo.drawings.grounds import bunting
from demo.drawings.inks import mix
from demo.drawings.people import forearms, sitter
from demo.drawings.sheet import Sheet

FLOOR = 640
KINDS = ("man", "woman", "granny", "woman", "man", "woman", "child")


def draw(sheet: Sheet):
    """Draw the picture."""
    chance = sheet.chance
    room.outlook(sheet)
    inks = sheet.inks
    paint = chance.pick((inks.walls[0], inks.walls[4], inks.walls[3], inks.spruce_light))
    middle, wide = 800 + chance.number(-60, 60), chance.number(250, 300)
    openings = [(middle + at - wide / 2, 110, wide, 300) for at in (-560, 0, 560)]
    board = openings.pop(chance.whole(0, 2))
    room.wall(sheet, openings, mix(paint, inks.light, 0.5), FLOOR)
    _notice_board(sheet, board)
    room.boards(sheet, FLOOR)
    if chance.yes(0.7):
        bunting(sheet, (-20, 40), (800, 30), 40)
        bunting(sheet, (800, 30), (1620, 40), 40)
    for at in (-280, 280):
        room.hanging_lamp(sheet, middle + at, 76)
    x = 800 + chance.number(-30, 30)
    _far_side(sheet, x)
    for place in range(5):
        if chance.yes(0.75):
            _from_behind(sheet, x + ((place + 0.5) / 5 * 2 - 1) * 600)


def _notice_board(sheet: Sheet, opening: room.Opening):
    """Coloured notes on a board, in a few columns."""
    inks, chance = sheet.inks, sheet.chance
    x, y, wide, tall = opening
    sheet.box(x - 30, y - 6, wide + 60, tall + 40, mix(inks.bark, inks.walls[0], 0.3))
    sheet.box(x - 18, y + 6, wide + 36, tall + 16, inks.light)
    colours = [
        mix(ink, inks.light, 0.38)
        for ink in (inks.rye, inks.madder, inks.spruce_light, inks.cloths[3])
    ]
    for column in range(4):
        for row in range(chance.whole(2, 5)):
            left, top = x - 2 + column * (wide + 6) / 4, y + 24 + row * 58
            _note(sheet, left, top, colours[(column + chance.pick((0, 0, 1))) % 4])


def _note(sheet: Sheet, x: float, y: float, ink):
    inks, chance = sheet.inks, sheet.chance
    tilt = chance.number(-4, 4)
    corners = [
        (x, y + tilt),
        (x + 46, y - tilt),
        (x + 46 + tilt, y + 44 - tilt),
        (x + tilt, y + 44 + tilt),
    ]
    sheet.area(corners, ink)
    for mark in range(3):
        level = y + 12 + mark * 10
        end = x + chance.number(26, 40)
        sheet.gouge(x + 7, level, end, level - 1, 3, mix(ink, inks.deep, 0.5))


def _far_side(sheet: Sheet, x: float):
    """Those who face the viewer, one of them on their feet, and the table before them."""
    inks, chance = sheet.inks, sheet.chance
    number = chance.whole(5, 7)
    standing = chance.whole(0, number - 1)
    seated = []
    for place in range(number):
        kind = chance.pick(KINDS)
        here = x + ((place + 0.5) / number * 2 - 1) * 540 + chance.number(-12, 12)
        if place == standing:
            sheet.box(here - 34, 540, 68, 90, inks.deep)
            sitter(sheet, here, 560, 320, "woman" if kind == "child" else kind)
        else:
            coat = sitter(sheet, here, 640, 300, kind)
            seated.append((here, 240 if kind == "child" else 300, coat))
    room.table(sheet, x, 606, 660, 132)
    _map(sheet, x)
    _small_things(sheet, x)
    for here, tall, coat in seated:
        forearms(sheet, here, 612, tall, coat)


def _from_behind(sheet: Sheet, x: float):
    """Somebody on a chair with their back to the viewer."""
    inks, chance = sheet.inks, sheet.chance
    sitter(sheet, x, 900, 380, chance.pick(KINDS[:6]), back=True)
    wood = mix(inks.bark, inks.walls[0], 0.3)
    for side in (-1, 1):
        sheet.taper([(x + side * 66, 804), (x + side * 70, 910)], 11, 13, wood)
    for row in (-90, -56, -22):
        sheet.box(x - 66, 900 + row, 132, 13, mix(wood, inks.light, 0.12))


def _map(sheet: Sheet, x: float):
    """A map of the parish with a road, a river and pins."""
    inks, chance = sheet.inks, sheet.chance
    paper = mix(inks.light, inks.walls[2], 0.25)

    def area(points: list, ink):
        sheet.area([(x + across, y) for across, y in points], ink)

    area([(-230, 622), (220, 620), (250, 712), (-262, 714)], mix(paper, inks.bark, 0.3))
    area([(-228, 619), (218, 617), (248, 708), (-260, 710)], paper)
    wood = mix(inks.meadow, paper, 0.35)
    area([(-150, 640), (-40, 628), (30, 650), (-30, 690), (-170, 684)], wood)
    area([(70, 634), (170, 632), (190, 676), (110, 690)], mix(inks.leaf_light, paper, 0.4))
    river = ((-250, 660), (-100, 668), (20, 640), (120, 668), (240, 650))
    sheet.taper([(x + across, y) for across, y in river], 7, 9, inks.water)
    sheet.taper([(x - 60, 619), (x - 20, 660), (x + 30, 709)], 3, 5, inks.madder)
    for _ in range(9):
        pin = chance.pick((inks.madder, inks.rye, inks.cloths[3]))
        sheet.oval(x + chance.number(-200, 190), chance.number(630, 696), 8, 5.5, pin)


def _small_things(sheet: Sheet, x: float):
    """Cups, notes and plates of pastries."""
    inks, chance = sheet.inks, sheet.chance
    for at in (-560, -420, -330, 320, 400, 540):
        here, y = x + at + chance.number(-20, 20), chance.number(650, 704)
        if chance.yes():
            _cup(sheet, here, y)
            continue
        tilt = chance.number(-8, 8)
        ink = mix(chance.pick((inks.rye, inks.spruce_light, inks.madder)), inks.light, 0.45)
        top = [(here - 34, y - 12 + tilt), (here + 26, y - 14)]
        sheet.area([*top, (here + 34, y + 14), (here - 30, y + 16 + tilt)], ink)
    for side in (-1, 1):
        _pastries(sheet, x + side * 470, 676)


def _cup(sheet: Sheet, x: float, y: float):
    inks = sheet.inks
    ink = sheet.chance.pick((inks.light, inks.madder, inks.cloths[3]))
    sheet.oval(x, y + 8, 27, 9, mix(inks.light, inks.far, 0.4))
    sheet.ring(x + 19, y - 6, 8, 3.5, ink)
    sheet.area([(x - 17, y - 18), (x - 12, y + 8), (x + 12, y + 8), (x + 17, y - 18)], ink)
    sheet.oval(x, y - 18, 17, 6, mix(ink, inks.light, 0.4))
    sheet.oval(x, y - 17, 13, 4, mix(inks.bark, inks.deep, 0.2))


def _pastries(sheet: Sheet, x: float, y: float):
    inks, chance = sheet.inks, sheet.chance
    sheet.oval(x, y + 6, 60, 20, mix(inks.light, inks.far, 0.35))
    sheet.oval(x, y + 3, 56, 17, inks.light)
    for place in range(8):
        row = place // 4
        here, level = x + (place % 4 - 1.5) * 24 + row * 8, y + 4 - row * 12
        crust = mix(inks.rye, inks.bark, chance.number(0.15, 0.35))
        sheet.oval(here, level, 17, 9, crust)
        sheet.gouge(here - 9, level - 3, here + 6, level - 4, 3.5, mix(crust, inks.light, 0.45))
