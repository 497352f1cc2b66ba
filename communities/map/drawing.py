"""The drawing: communities are patches where their boundaries are known, otherwise dots."""

from dataclasses import dataclass
from functools import lru_cache

from communities.map.arranging import lay_out
from communities.map.lettering import Label, Sign
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

# How far a dot reaches, and how far apart dots are: 24 pixels on the smallest phone.
DOT = 17
APART = 62
# Letters where the drawing is narrow: at 284 pixels, the room on a screen of 320, they are 12 high.
NARROW_LETTER = 31
# Letters where the drawing is wider than 550 pixels: they are 16 high at least.
WIDE_LETTER = 21
# Labels stand around dots, and mostly within patches.
DOT_MARGIN, PATCH_MARGIN = 64, 16
AIR = 8
# Dots are a scheme, and with more room from north to south their labels fit a phone.
STRETCH = 1.3
# Names with numbers are longer, and stand on a map that is taller still.
NUMBERED_STRETCH = 1.6
# What answers to a finger around a dot: 24 pixels at least, 44 where there is room for it.
LEAST_HIT, MOST_HIT = 31, 56

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

    @property
    def is_on_patch(self) -> bool:
        """Whether a patch with room for words stands for it, and no dot is needed."""
        return self.patch is not None and self.patch.has_room

    @property
    def spare(self) -> Label:
        """Where words that have no room stand while somebody points at the place."""
        anchor = "start" if self.x < WIDTH / 2 else "end"
        return Label(self.x, self.y - 2 * DOT, anchor, Box(0, 0, 0, 0))


@dataclass(frozen=True)
class Drawing:
    """Everything that the map shows; it begins `top` units below nought."""

    width: int
    top: int
    height: int
    spots: tuple[Spot, ...]
    threads: tuple[Thread, ...]
    seams: str

    @property
    def knots(self) -> str:
        """The knots in the middle of the threads, as a path of points."""
        return "".join("M{} {}h0".format(*thread.knot) for thread in self.threads)


@lru_cache(maxsize=16)
def draw(places: tuple[Place, ...], stretch: float = STRETCH) -> Drawing:
    """Lay the places out in their order; those without a position are left out.

    Dots lie `stretch` times further from north to south than they are.

    The same places always stand in the same way, in whatever order they come.
    """
    shown = [p for p in places if p.rings or None not in (p.latitude, p.longitude)]
    if not shown:
        return Drawing(WIDTH, 0, 0, (), (), "")
    plane = _plane(shown, stretch)
    patches = {p.key: patch_of(_outlines(plane, p.rings)) for p in shown if p.rings}
    points = _points(plane, shown, patches)
    # Where patches are sewn together along their borders, no thread has to tell who meets whom.
    threads = () if patches else join(points, {p.key: p.neighbours for p in shown})
    spots = _spots(shown, points, patches, threads, plane.height)
    seams = seams_of([outline for patch in patches.values() for outline in patch.outlines])
    top, bottom = _edges(spots)
    return Drawing(WIDTH, top, bottom - top, spots, threads, seams)


def _spots(places, points, patches, threads, height: int) -> tuple[Spot, ...]:
    signs = {p.key: _sign(p, points[p.key], patches.get(p.key)) for p in places}
    sewn = [point for thread in threads for point in thread.points()]
    narrow = lay_out(signs, NARROW_LETTER, height, sewn)
    wide = lay_out(signs, WIDE_LETTER, height, sewn)
    return tuple(
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
        for place in places
    )


def _edges(spots: tuple[Spot, ...]) -> tuple[int, int]:
    """The first and the last line that something is drawn on, with a little air."""
    boxes = [label.box for spot in spots for label in (spot.narrow, spot.wide) if label]
    boxes += [Box.around((spot.x, spot.y), DOT) for spot in spots]
    ys = [y for spot in spots if spot.patch for each in spot.patch.outlines for _x, y in each]
    tops, bottoms = [box.top for box in boxes], [box.bottom for box in boxes]
    return round(min(tops + ys)) - AIR, round(max(bottoms + ys)) + AIR


def _plane(places: list[Place], stretch: float) -> Plane:
    """The view of all that has to be seen: outlines, and the positions of places without one."""
    corners = [corner for place in places for ring in place.rings for corner in ring]
    positions = [(p.longitude, p.latitude) for p in places if not p.rings]
    if corners:
        return plane_of(corners + positions, PATCH_MARGIN)
    return plane_of(positions, DOT_MARGIN, stretch)


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
