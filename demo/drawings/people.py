"""Simple figures of people, without faces."""

from demo.drawings.inks import Ink, mix
from demo.drawings.lines import Point, smooth
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp

KINDS = ("man", "woman", "child", "granny", "woman", "man")
SIZES = {"man": 1.0, "woman": 0.95, "granny": 0.88, "child": 0.66}
ARMS = {
    "down": ((-0.15, 0.48), (0.15, 0.48)),
    "up": ((-0.2, 1.04), (0.2, 1.04)),
    "right": ((-0.15, 0.49), (0.3, 0.66)),
    "wide": ((-0.27, 0.56), (0.27, 0.56)),
}


def person(
    sheet: Sheet,
    x: float,
    foot: float,
    tall: float,
    kind: str | None = None,
    *,
    arms: str = "down",
    coat: Ink | None = None,
):
    """Somebody who stands or walks, from the middle of the feet; without arms if they are ''."""
    chance = sheet.chance
    kind = kind or chance.pick(KINDS)
    stamp = Stamp(sheet, x, foot, tall * SIZES[kind], 1 if arms == "right" else chance.side())
    coat = coat or chance.pick(sheet.inks.cloths)
    if kind == "man" or (kind == "child" and chance.yes()):
        _trousers(stamp)
        _body(stamp, 0.42, 1.08, coat)
    else:
        _legs(stamp)
        _body(stamp, 0.2, 1.75, coat)
    if arms:
        _arms(stamp, arms, mix(coat, sheet.inks.deep, 0.22))
    head(stamp, 0, 0.905, 0.085, kind)


def _body(stamp: Stamp, hem: float, flare: float, coat: Ink):
    half, inks = 0.105, stamp.inks
    stamp.both([(half * 0.5, 0.83), (half, 0.785), (half * 0.86, 0.6), (half * flare, hem)], coat)
    if flare < 1.2:
        stamp.gouge(0, 0.8, 0.004, hem + 0.02, 0.012, mix(coat, inks.deep, 0.3))
    elif stamp.chance.yes():
        stripe = mix(coat, inks.light, 0.5)
        for part in (-0.62, 0.0, 0.62):
            line = [(part * half * 0.8, 0.57), (part * half * flare, hem)]
            stamp.taper(line, 0.008, 0.02, stripe)
    else:
        stamp.box(-half * 0.88, 0.575, half * 1.76, 0.025, mix(coat, inks.deep, 0.4))


def _trousers(stamp: Stamp):
    inks, chance = stamp.inks, stamp.chance
    ink = mix(chance.pick((inks.deep, inks.bark, inks.cloths[3])), inks.deep, 0.35)
    stride = chance.number(0.045, 0.1)
    for side in (-1, 1):
        stamp.taper([(side * 0.045, 0.48), (side * stride, 0.02)], 0.105, 0.065, ink)
        stamp.oval(side * stride + 0.02, 0.014, 0.048, 0.02, inks.deep)


def _legs(stamp: Stamp):
    ink = stamp.inks.deep
    for side in (-1, 1):
        stamp.taper([(side * 0.05, 0.25), (side * 0.05, 0.01)], 0.045, 0.034, ink)
        stamp.oval(side * 0.05 + 0.014, 0.012, 0.038, 0.018, ink)


def _arms(stamp: Stamp, arms: str, sleeve: Ink):
    skin = stamp.chance.pick(stamp.inks.skins)
    for (x, y), side in zip(ARMS[arms], (-1, 1), strict=True):
        stamp.oval(x, y, 0.026, 0.026, skin)
        elbow = (side * 0.026 + x * 0.72, 0.39 + y * 0.5)
        stamp.taper([(side * 0.085, 0.79), elbow, (x, y)], 0.062, 0.044, sleeve)


def head(stamp: Stamp, x: float, y: float, size: float, kind: str, *, back: bool = False):
    """A head with hair, cap or kerchief; seen from the back it is all hair."""
    inks, chance = stamp.inks, stamp.chance
    skin = chance.pick(inks.skins)
    neck = mix(skin, inks.deep, 0.15)
    stamp.area(_about(x, y, size, ((-0.34, -0.5), (-0.38, -1.3), (0.38, -1.3), (0.34, -0.5))), neck)
    stamp.oval(x, y, size * 0.82, size, skin)
    if kind == "granny":
        _kerchief(stamp, (x, y), size, None if back else skin)
        return
    hair = chance.pick(_hairs(stamp)[: 4 if kind == "child" else 5])
    if back:
        stamp.oval(x, y + size * 0.1, size * 0.9, size * 0.98, hair)
    if kind == "woman":
        stamp.oval(x - size * 0.72, y + size * 0.35, size * 0.42, size * 0.42, hair)
    stamp.area(smooth(_about(x, y, size, HAIR), 3), hair)
    if kind == "man" and chance.yes(0.35):
        cap = chance.pick((inks.deep, inks.cloths[3], inks.cloths[6]))
        stamp.area(smooth(_about(x, y, size, CAP), 3), cap)


HAIR = (
    (-0.88, -0.15), (-0.84, 0.5), (-0.5, 0.95), (0, 1.12), (0.5, 0.98), (0.86, 0.5),
    (0.88, -0.05), (0.5, 0.3), (-0.2, 0.42), (-0.6, 0.25),
)  # fmt: skip
CAP = (
    (-0.95, 0.35), (-0.7, 1.0), (0, 1.25), (0.75, 1.0), (0.95, 0.45), (1.3, 0.3), (0.9, 0.25),
)  # fmt: skip
SCARF = ((-0.92, 0), (-0.8, -0.9), (-0.3, -1.3), (0.3, -1.3), (0.8, -0.9), (0.92, 0))


def _about(x: float, y: float, size: float, points: tuple[Point, ...]) -> list[Point]:
    return [(x + across * size, y + up * size) for across, up in points]


def _hairs(stamp: Stamp) -> tuple[Ink, ...]:
    inks = stamp.inks
    fair, grey = mix(inks.rye, inks.light, 0.3), mix(inks.far, inks.light, 0.5)
    return inks.bark, mix(inks.deep, inks.bark, 0.4), fair, mix(inks.bark, inks.rye, 0.5), grey


def _kerchief(stamp: Stamp, middle: Point, size: float, face: Ink | None):
    inks = stamp.inks
    x, y = middle
    scarf = stamp.chance.pick((inks.madder, inks.light, mix(inks.far, inks.light, 0.4), inks.rye))
    stamp.area(_about(x, y, size, SCARF), scarf)
    stamp.oval(x, y + size * 0.14, size * 0.98, size, scarf)
    if face:
        stamp.oval(x, y - size * 0.12, size * 0.6, size * 0.74, face)


def sitter(
    sheet: Sheet, x: float, seat: float, tall: float, kind: str | None = None, *, back: bool = False
) -> Ink:
    """Somebody who sits, from the seat up; gives the ink of the coat."""
    kind = kind or sheet.chance.pick(KINDS)
    stamp = Stamp(sheet, x, seat, tall * (0.8 if kind == "child" else 1), sheet.chance.side())
    coat = sheet.chance.pick(sheet.inks.cloths)
    side = [(0.04, 0.42), (0.11, 0.385), (0.155, 0.3), (0.168, 0.15), (0.16, 0)]
    stamp.both(smooth(side, 4), coat)
    for arm in (-1, 1):
        stamp.gouge(arm * 0.1, 0.3, arm * 0.105, 0.0, 0.014, mix(coat, sheet.inks.deep, 0.35))
    head(stamp, stamp.chance.number(-0.012, 0.012), 0.525, 0.098, kind, back=back)
    return coat


def forearms(sheet: Sheet, x: float, edge: float, tall: float, coat: Ink):
    """The arms of somebody who sits behind a table, laid on it; drawn after the table."""
    stamp = Stamp(sheet, x, edge, tall, sheet.chance.side())
    skin, sleeve = sheet.chance.pick(sheet.inks.skins), mix(coat, sheet.inks.deep, 0.2)
    reach = sheet.chance.number(0.02, 0.1)
    for side, end in ((-1, 0.04), (1, reach)):
        stamp.oval(side * end, -0.1, 0.036, 0.026, skin)
        arm = [(0.13, 0.24), (0.158, 0.13), (0.175, 0.01), (0.15, -0.05), (end, -0.1)]
        stamp.taper(smooth([(side * x, y) for x, y in arm], 4), 0.062, 0.058, sleeve)


def sitting_child(stamp: Stamp, *, holds_ropes: bool = False):
    """A child on a swing, a slide or a seesaw, with its legs out in front."""
    inks, chance = stamp.inks, stamp.chance
    coat, skin = chance.pick(inks.cloths), chance.pick(inks.skins)
    trousers = mix(inks.cloths[3], inks.deep, 0.4)
    for lift in (0.0, 0.05):
        stamp.taper([(0.0, 0.3), (0.26, 0.29 + lift), (0.44, 0.1 + lift)], 0.13, 0.08, trousers)
        stamp.oval(0.46, 0.09 + lift, 0.07, 0.04, inks.deep)
    stamp.both([(0.14, 0.24), (0.13, 0.61), (0.065, 0.68)], coat)
    for side in (-0.12, 0.12):
        elbow, hand = ((side * 1.25, 0.52), (side * 1.15, 0.74))
        if not holds_ropes:
            elbow, hand = (side + 0.06, 0.46), (side * 0.5 + 0.2, 0.38)
        stamp.taper([(side, 0.6), elbow, hand], 0.08, 0.06, mix(coat, inks.deep, 0.2))
        stamp.oval(*hand, 0.04, 0.04, skin)
    head(stamp, 0, 0.82, 0.13, "child")


def hand_in_hand(sheet: Sheet, spots: list[Point], tall: float, *, wreaths: bool = False):
    """A row of people who hold each other by the hand."""
    inks, chance = sheet.inks, sheet.chance
    kinds = [chance.pick(("man", "woman", "woman", "man", "child")) for _ in spots]
    coats = [chance.pick(inks.cloths) for _ in spots]
    for (x, y), kind, coat in zip(spots, kinds, coats, strict=True):
        person(sheet, x, y, tall, kind, arms="", coat=coat)
        if wreaths:
            _wreath(sheet, x, y, tall * SIZES[kind], kind == "man")
    skin = inks.skins[0]
    for first in range(len(spots) - 1):
        shoulders = [
            (spots[at][0] + side * tall * 0.08 * SIZES[kinds[at]],
             spots[at][1] - tall * 0.78 * SIZES[kinds[at]])
            for at, side in ((first, 1), (first + 1, -1))
        ]  # fmt: skip
        low = max(y for _, y in shoulders) + tall * 0.16
        middle = (sum(x for x, _ in shoulders) / 2, low)
        for shoulder, coat in zip(shoulders, coats[first : first + 2], strict=True):
            elbow = ((shoulder[0] * 1.1 + middle[0] * 0.9) / 2, (shoulder[1] * 0.7 + low * 1.3) / 2)
            sleeve = mix(coat, inks.deep, 0.22)
            sheet.taper([shoulder, elbow, middle], tall * 0.058, tall * 0.042, sleeve)
        sheet.oval(*middle, tall * 0.028, tall * 0.028, skin)


def _wreath(sheet: Sheet, x: float, foot: float, tall: float, is_oak: bool):
    """Oak leaves for men, meadow flowers for women."""
    inks, chance = sheet.inks, sheet.chance
    for leaf in range(9):
        at = leaf / 8 * 2 - 1
        ink = mix(inks.leaf, inks.leaf_light, chance.number(0.2, 0.9))
        if not is_oak and leaf % 2:
            ink = chance.pick((inks.light, inks.rye, inks.cloths[3], inks.madder))
        size = tall * (0.03 if is_oak else 0.024)
        y = foot - tall * (0.955 + 0.018 * (1 - at * at))
        sheet.oval(x + at * tall * 0.078, y, size, size * 0.85, ink)
