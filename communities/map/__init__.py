"""The map of the communities, as pure geometry: degrees (WGS 84) in, units of the drawing out.

Communities are patches where their boundaries are known and otherwise dots, joined by threads.
"""

from dataclasses import dataclass
from functools import lru_cache

from communities.map.lettering import Label, Sign, lay_out
from communities.map.patches import Patch, patch_of, seams_of
from communities.map.plane import (
    WIDTH,
    Box,
    Degrees,
    Plane,
    Point,
    apart,
    distance,
    plane_of,
)
from communities.map.threads import Thread, join

__all__ = ["DOT", "Drawing", "Place", "Spot", "draw"]

# How far a dot reaches, and how far apart dots are: 24 pixels on the smallest phone.
DOT = 17
APART = 60
# Letters where the drawing is narrow: at 288 pixels, the room on a screen of 320, they are 12 high.
NARROW_LETTER = 30
# Letters where the drawing is wider than 544 pixels: they are 16 high at least.
WIDE_LETTER = 21
# Labels stand around dots, and mostly within patches.
DOT_MARGIN, PATCH_MARGIN = 64, 16
# Dots are a scheme, and with more room from north to south their labels fit a phone.
STRETCH = 1.3
# What answers to a finger around a dot: 24 pixels at least, 44 where there is room for it.
LEAST_HIT, MOST_HIT = 30, 55

Rings = tuple[tuple[Degrees, ...], ...]


@dataclass(frozen=True)
class Place:
    """A community: its words on the map, where it is, its neighbours by key, its boundary."""

    key: str
    label: str
    latitude: float | None = None
    longitude: float | None = None
    neighbours: tuple[str, ...] = ()
    rings: Rings = ()


@dataclass(frozen=True)
class Spot:
    """A place as it is drawn; without a label where there is no room for one.

    There are two labels, for narrow drawings and for wide ones; `yarn` is its half of every thread.
    """

    place: Place
    x: int
    y: int
    hit: int
    narrow: Label | None
    wide: Label | None
    patch: Patch | None
    yarn: str


@dataclass(frozen=True)
class Drawing:
    """Everything that the map shows."""

    width: int
    height: int
    spots: tuple[Spot, ...]
    threads: tuple[Thread, ...]
    seams: str


@lru_cache(maxsize=16)
def draw(places: tuple[Place, ...]) -> Drawing:
    """Lay the places out in their order; those without a position are left out.

    The same places always give the same drawing, in whatever order they come.
    """
    shown = [p for p in places if p.rings or None not in (p.latitude, p.longitude)]
    if not shown:
        return Drawing(WIDTH, 0, (), (), "")
    plane = _plane(shown)
    outlines = {p.key: _outlines(plane, p.rings) for p in shown if p.rings}
    patches = {key: patch_of(each) for key, each in outlines.items()}
    points = _points(plane, shown, patches)
    threads = () if patches else join(points, {p.key: p.neighbours for p in shown})
    signs = {p.key: _sign(p, points[p.key], patches.get(p.key)) for p in shown}
    sewn = [point for each in threads for point in each.points()]
    narrow = lay_out(signs, NARROW_LETTER, plane.height, sewn)
    wide = lay_out(signs, WIDE_LETTER, plane.height, sewn)
    spots = tuple(
        Spot(
            place=place,
            x=points[place.key][0],
            y=points[place.key][1],
            hit=_hit(place.key, points, narrow),
            narrow=narrow.get(place.key),
            wide=wide.get(place.key),
            patch=patches.get(place.key),
            yarn="".join(t.yarn(place.key) for t in threads if place.key in (t.one, t.other)),
        )
        for place in shown
    )
    seams = seams_of([outline for each in outlines.values() for outline in each])
    return Drawing(WIDTH, plane.height, spots, threads, seams)


def _plane(places: list[Place]) -> Plane:
    """The view of all that has to be seen: outlines, and the positions of places without one."""
    corners = [corner for place in places for ring in place.rings for corner in ring]
    positions = [(p.longitude, p.latitude) for p in places if not p.rings]
    if corners:
        return plane_of(corners + positions, PATCH_MARGIN)
    return plane_of(positions, DOT_MARGIN, STRETCH)


def _outlines(plane: Plane, rings: Rings) -> tuple[tuple[Point, ...], ...]:
    return tuple(tuple(plane.point(*corner) for corner in ring) for ring in rings)


def _points(plane: Plane, places: list[Place], patches: dict[str, Patch]) -> dict[str, Point]:
    middles = {key: patch.middle for key, patch in patches.items()}
    dots = {p.key: plane.point(p.longitude, p.latitude) for p in places if not p.rings}
    edge = DOT_MARGIN // 2
    room = Box(edge, edge, WIDTH - edge, plane.height - edge)
    return middles | apart(dots, APART, room)


def _sign(place: Place, point: Point, patch: Patch | None) -> Sign:
    if patch is None:
        return Sign(place.label, point, DOT)
    return Sign(place.label, point, patch.reach, patch if patch.has_room else None)


def _hit(key: str, points: dict[str, Point], labels: dict[str, Label]) -> int:
    """How far around the point a finger is answered without taking a neighbour's place."""
    others = [distance(points[key], other) / 2 for name, other in points.items() if name != key]
    words = [label.box.distance(points[key]) for name, label in labels.items() if name != key]
    return round(min(max(min([*others, *words, MOST_HIT]), LEAST_HIT), MOST_HIT))
