"""Trees, each from the middle of its foot."""

import math

from demo.drawings.inks import Ink, Inks, mix
from demo.drawings.land import shadow
from demo.drawings.lines import Point, dome
from demo.drawings.plants import tuft
from demo.drawings.sheet import Sheet
from demo.drawings.stamp import Stamp


def spruce(sheet: Sheet, x: float, foot: float, tall: float, ink: Ink | None = None):
    """A spruce, lit from the left, under snow in winter; a far one has an ink of its own."""
    stamp = Stamp(sheet, x, foot, tall)
    inks, chance = sheet.inks, sheet.chance
    is_near, ink = ink is None, ink or inks.spruce
    light = mix(ink, inks.light, 0.88) if inks.is_snowy else mix(ink, inks.spruce_light, 0.7)
    if is_near:
        shadow(sheet, x, foot, tall * 0.17)
    stamp.both([(0.016, 0.12), (0.026, -0.005)], mix(inks.bark, ink, 0.3))
    if is_near:
        tuft(stamp, 0.035)
    half, tiers = chance.number(0.17, 0.23), max(4, min(8, int(tall / 42)))
    for tier in range(tiers, 0, -1):
        share = tier / tiers
        low = 0.06 + 0.92 * (1 - share) ** 1.08
        reach = half * share**0.86 * chance.number(0.92, 1.08)
        top = min(1.0, low + 1.43 / tiers) if tier > 1 else 1.0
        _tier(stamp, (low, top, reach), mix(ink, inks.deep, 0.14 * (tier % 2)), light)


def _tier(stamp: Stamp, form: tuple[float, float, float], ink: Ink, light: Ink):
    low, top, reach = form
    chance, snowy = stamp.chance, stamp.inks.is_snowy
    teeth = 4 if stamp.size < 150 else 7
    edge = []
    for tooth in range(teeth * 2 + 1):
        at = tooth / teeth - 1
        sag = (1 - abs(at)) * 0.28 - (0.0 if tooth % 2 else 0.13) * (1.1 - abs(at) * 0.5)
        edge.append((at * reach, low + sag * reach))
    bend = low + (top - low) * 0.4
    stamp.area([(0, top), (-reach * 0.42, bend), *edge, (reach * 0.42, bend)], ink)
    for cut in range(3 if stamp.size > 120 else 2):
        at = 0.96 - cut * 0.36 + chance.number(-0.06, 0.06)
        for side in (-1, 1) if snowy else (-1,):
            start = (side * at * reach, low + reach * (0.02 + 0.28 * (1 - at)))
            end = (start[0] * 0.52, start[1] + reach * chance.number(0.4, 0.62))
            stamp.gouge(*start, *end, reach * (0.2 if snowy else 0.085), light)


# Of each strand of a birch: place, top, length, and whether it hangs before the trunk.
CURTAINS = (
    (-0.15, 0.66, 0.26, 0), (0.15, 0.64, 0.27, 0), (-0.11, 0.8, 0.28, 0), (0.12, 0.79, 0.3, 0),
    (0.02, 0.72, 0.3, 0), (0.05, 0.92, 0.3, 0), (-0.05, 0.9, 0.3, 1), (0.0, 0.98, 0.22, 1),
    (-0.13, 0.72, 0.26, 1), (0.09, 0.7, 0.22, 1), (-0.04, 0.72, 0.2, 1), (0.16, 0.58, 0.2, 1),
)  # fmt: skip


HEM = (
    (1.0, 0.5), (0.62, 0.86), (0.45, 0.7), (0.1, 1.0), (-0.2, 0.76), (-0.55, 0.92), (-1.0, 0.55),
)  # fmt: skip


def birch(sheet: Sheet, x: float, foot: float, tall: float):
    """A birch: a white trunk with dark marks and a hanging crown, bare in winter."""
    stamp = Stamp(sheet, x, foot, tall, sheet.chance.side())
    inks, chance = sheet.inks, sheet.chance
    shadow(sheet, x, foot, tall * 0.1)
    if inks.is_snowy:
        twig = mix(inks.bark, inks.far, 0.2)
        for start, size in (((0.004, 0.45), 0.17), ((0.0, 0.62), 0.15), ((0.0, 0.78), 0.1)):
            branches(stamp, start, size, 4, twig)
        _birch_trunk(stamp)
        return
    leaf, light = _birch_leaf(inks)
    shade = mix(leaf, inks.deep, 0.3)
    order = [(*curtain, chance.number(0.85, 1.12)) for curtain in CURTAINS]
    for at, top, long, before, stretch in order:
        if not before:
            _curtain(stamp, (at * stretch, top), 0.062 * stretch, long * stretch, shade)
    _birch_trunk(stamp)
    for at, top, long, before, stretch in order:
        if before:
            ink = mix(leaf, shade, chance.number(0.0, 0.5))
            _curtain(stamp, (at * stretch, top), 0.05 * stretch, long * stretch * 0.9, ink)
        _hanging_leaves(stamp, (at * stretch, top), (leaf, light))


def _curtain(stamp: Stamp, top: Point, wide: float, long: float, ink: Ink):
    x, y = top
    head = dome(x, y - wide, wide, wide, 8)[::-1]
    stamp.area([*head, *((x + across * wide, y - down * long) for across, down in HEM)], ink)


def _birch_leaf(inks: Inks) -> tuple[Ink, Ink]:
    """Birches turn yellow when other trees turn red."""
    if inks.is_autumn:
        return mix(inks.rye, inks.leaf_light, 0.5), mix(inks.leaf_light, inks.sun, 0.6)
    return inks.leaf, inks.leaf_light


def _hanging_leaves(stamp: Stamp, top: Point, tones: tuple[Ink, Ink]):
    chance = stamp.chance
    for _ in range(3):
        x = top[0] + chance.number(-0.045, 0.04)
        y = top[1] - chance.number(0.02, 0.1)
        ink = mix(*tones, chance.pick((0.35, 0.7, 1.0)))
        for leaf in range(chance.whole(2, 4)):
            low = y - leaf * 0.042
            sway = chance.number(-0.004, 0.004)
            stamp.gouge(x, low, x + sway, low - 0.036, 0.012, ink)


def _birch_trunk(stamp: Stamp):
    inks, chance = stamp.inks, stamp.chance
    lean = chance.number(-0.025, 0.025)
    trunk = [(lean * (step / 5) ** 2, 0.88 * step / 5) for step in range(6)]
    white = mix(inks.light, inks.deep, 0.12 if inks.is_dark else 0.0)
    stamp.taper(trunk, 0.044, 0.008, white)
    stamp.taper([(x + 0.011, y) for x, y in trunk], 0.016, 0.003, mix(white, inks.bark, 0.35))
    for mark in range(15):
        share = (mark + chance.number(0, 0.8)) / 20
        x, y, size = lean * share**2, 0.88 * share, chance.side() * (1 - share)
        stamp.gouge(x - size * 0.02, y, x + size * 0.008, y, 0.011 * abs(size), inks.deep)
    tuft(stamp, 0.045)


def branches(
    stamp: Stamp, start: Point, length: float, depth: int, ink: Ink, heading: float = 1.57
):
    """Bare boughs that fork and thin out."""
    chance = stamp.chance
    for turn in (-0.62, -0.16, 0.45) if depth > 2 else (-0.45, 0.35):
        angle = heading + turn + chance.number(-0.18, 0.18)
        long = length * chance.number(0.75, 1.1)
        end = (start[0] + math.cos(angle) * long, start[1] + math.sin(angle) * long)
        stamp.taper([start, end], length * 0.075, length * 0.04, ink)
        if depth:
            branches(stamp, end, length * 0.68, depth - 1, ink, angle)


def broadleaf(sheet: Sheet, x: float, foot: float, tall: float, spread: float = 0.8):
    """An oak (spread about 1) or a linden (less): strong trunk, round crown, bare in winter."""
    stamp = Stamp(sheet, x, foot, tall, sheet.chance.side())
    inks, bark = sheet.inks, sheet.inks.bark
    shadow(sheet, x, foot, tall * 0.26 * spread)
    thick = 0.05 + 0.045 * spread
    stamp.both([(thick * 0.4, 0.4), (thick * 0.5, 0.09), (thick, -0.005)], bark)
    tuft(stamp, thick * 1.1)
    for bough in (-1, -0.4, 0.5, 1):
        end = (bough * 0.27 * spread, 0.6 - 0.08 * abs(bough))
        stamp.taper([(0, 0.28), (bough * 0.1, 0.36), end], thick * 0.6, thick * 0.2, bark)
        if inks.is_snowy:
            branches(stamp, end, 0.13, 3, bark, 1.57 - bough * 0.5)
    if inks.is_snowy:
        branches(stamp, (0, 0.4), 0.19, 4, bark)
        return
    stamp.gouge(-thick * 0.35, 0.0, -thick * 0.2, 0.42, thick * 0.22, mix(bark, inks.light, 0.3))
    _crown(stamp, 0.46 * spread, 0.36)


def _crown(stamp: Stamp, wide: float, high: float):
    """Lobes in three tones, from the shade below to the light above, with leaves cut in."""
    inks, chance = stamp.inks, stamp.chance
    other, most = (inks.leaf_light, 0.6) if inks.is_autumn else (inks.spruce_light, 0.4)
    leaf = mix(inks.leaf, other, chance.number(0, most))
    shade, turn, y = mix(leaf, inks.deep, 0.42), chance.number(0, 6.28), 0.64
    lobes = [(0.0, y, 0.6)]
    for lobe in range(9):
        angle = turn + lobe * 2 * math.pi / 9 + chance.number(-0.15, 0.15)
        size = chance.number(0.36, 0.48)
        lobes.append((math.cos(angle) * wide * 0.64, y + math.sin(angle) * high * 0.62, size))
    for lobe_x, lobe_y, size in lobes:
        stamp.oval(lobe_x, lobe_y, wide * size, high * size, shade)
    for lobe_x, lobe_y, size in sorted(lobes, key=lambda lobe: lobe[1]):
        low = min(1.0, max(0.0, (y + high * 0.6 - lobe_y) / (high * 1.2)))
        ink = mix(leaf, shade, low * 0.7)
        place, form = (lobe_x, lobe_y + high * 0.1), (wide * size * 0.8, high * size * 0.74)
        stamp.oval(*place, *form, ink)
        _leaves(stamp, place, form, mix(ink, inks.leaf_light, 0.9 - low * 0.5))


def _leaves(stamp: Stamp, middle: Point, form: Point, ink: Ink):
    """Short cuts in arcs over the lit side of a lobe."""
    chance = stamp.chance
    for ring in (0.4, 0.66, 0.9):
        number = int(4 + ring * 6)
        for place in range(number):
            angle = math.pi * (0.98 - 0.72 * (place + chance.number(0, 0.7)) / number)
            ends = []
            for turn in (angle, angle - 1.1 / number):
                ends.append(middle[0] + math.cos(turn) * form[0] * ring)
                ends.append(middle[1] + math.sin(turn) * form[1] * ring)
            stamp.gouge(*ends, form[1] * 0.1, ink)
